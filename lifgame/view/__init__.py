"""Floor 3, painters and widgets: the first floor that may import pygame."""

"""The Lab: the same picture, and the numbers, patterns and sliders beside it."""

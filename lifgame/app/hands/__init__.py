"""Keyboard, pointers and pads."""

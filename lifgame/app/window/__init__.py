"""The window, and what is shown in it."""

"""The race of two visitors, on the screen: a half for each."""

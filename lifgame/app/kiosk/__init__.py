"""Switched on in the morning and forgotten: what keeps the exhibit running."""

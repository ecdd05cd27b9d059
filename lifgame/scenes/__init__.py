"""Floor 4, the screens: what stands where, and what is shown now."""

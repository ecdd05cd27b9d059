"""Floor 0, the physics: numpy only; no screen, no clock, no files."""

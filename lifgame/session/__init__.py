"""Floor 2, the running session: commands come in, readings go out."""

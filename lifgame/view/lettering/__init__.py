"""Letters in pixels."""

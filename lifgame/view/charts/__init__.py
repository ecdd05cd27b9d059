"""Charts: pictures of many runs at once."""

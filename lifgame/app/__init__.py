"""Floor 5, the outside world: window, loop, files and the command line."""

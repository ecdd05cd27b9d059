"""What is guided, on the screen: its bench, its board."""

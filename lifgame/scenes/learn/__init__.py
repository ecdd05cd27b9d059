"""Learn, on the screen: a page with its living picture, and the list of all."""

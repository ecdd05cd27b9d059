"""Help in pictures: what is what, and which key does what."""

"""The Play screen: the picture, one sentence, and a bench with the fewest controls."""

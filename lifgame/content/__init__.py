"""Floor 1, the tables: every range, key, word, colour and preset stands here once."""

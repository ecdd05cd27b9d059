"""The race: two visitors, two cells, one clock."""

"""The chart recorder: paper, roll, ruler, and the curves that pens have left."""

"""The oscilloscope: paper, curves, axes and labels."""

"""Places on a canvas, in pixels."""

# Where something happened: whole pixels, as events give them.
Pixel = tuple[int, int]
# Where something is drawn: lines may begin between pixels.
Point = tuple[float, float]

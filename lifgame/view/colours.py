"""Mixing colours."""

from lifgame.content.palette import Colour


def mix(under: Colour, over: Colour, share: float) -> Colour:
    """The colour a share of the way (0 to 1) from the first to the second."""
    red, green, blue = (
        round(a + (b - a) * share) for a, b in zip(under, over, strict=True)
    )
    return red, green, blue

"""A thin ring that grows in the corner while somebody holds the operator's way in."""

from pygame import Rect, Surface

from lifgame.view.countdown import countdown
from lifgame.view.look import Look
from lifgame.view.over import Over

# From when on it is seen, and how long the way in is held in all, in seconds.
SEEN_S, WHOLE_S = 1.0, 3.0
RADIUS, WIDTH, MIDDLE = 44.0, 8.0, 60.0


class CornerRing:
    """Lies over everything."""

    def __init__(self) -> None:
        self._over = Over()

    def lift(self, canvas: Surface) -> None:
        """Take it off, before anybody paints."""
        self._over.lift(canvas)

    def lay(
        self, canvas: Surface, look: Look, held_s: float, below: list[Rect]
    ) -> list[Rect]:
        """Lay it over what was painted; answer with what looks different."""
        if not SEEN_S <= held_s < WHOLE_S:
            return self._over.lay(canvas, [], below)
        share = (held_s - SEEN_S) / (WHOLE_S - SEEN_S)
        radius = look.px(RADIUS)
        picture = countdown(look, radius, look.px(WIDTH), share, " ", 10)
        middle = look.px(MIDDLE)
        place = picture.get_rect(center=(middle, middle))
        return self._over.lay(canvas, [(picture, place)], below)

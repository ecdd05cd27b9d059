"""The moving drops as parts of the picture."""

from pygame import Rect, Surface

from lifgame.view.machine.drops import Drops
from lifgame.view.machine.moment import Moment, Part


class Spray(Part):
    """Drops over the water or at the gutter.

    Args:
        kind: Which of the moment's drops: ``splash`` or ``spill``.
        sprites: A round for each size.
    """

    def __init__(self, kind: str, sprites: list[Surface]) -> None:
        self._kind = kind
        self._sprites = sprites
        self._reach = max(sprite.get_width() for sprite in sprites) // 2 + 2

    def _drops(self, moment: Moment) -> Drops:
        return moment.splash if self._kind == "splash" else moment.spill

    def face(self, moment: Moment) -> object:
        return self._drops(moment).face()

    def areas(self, moment: Moment) -> list[Rect]:
        return self._drops(moment).area(self._reach)

    def draw(self, canvas: Surface, moment: Moment) -> None:
        self._drops(moment).draw(canvas, self._sprites)


class Bubbles(Spray):
    """Air under the stream."""

    def __init__(self, sprites: list[Surface]) -> None:
        super().__init__("bubbles", sprites)

    def _drops(self, moment: Moment) -> Drops:
        return moment.bubbles

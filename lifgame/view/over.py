"""Pictures that lie over a canvas which others paint in parts.

What is under them is kept as they are laid, and put back before the others paint
again: so whatever moves below goes on, and nothing of it knows what lies above.
"""

from collections.abc import Callable, Sequence

from pygame import Rect, Surface

Laid = tuple[Surface, Rect]


class Over:
    """What lies over a canvas, and what lies under that."""

    def __init__(self) -> None:
        self._under: list[Laid] = []
        self._faces: dict[tuple[int, int, int, int], object] = {}

    def lift(self, canvas: Surface) -> None:
        """Put back what was there before; to be called before anybody paints."""
        for under, area in reversed(self._under):
            canvas.blit(under, area)
        self._under = []

    def forget(self) -> None:
        """The canvas is another one."""
        self._under, self._faces = [], {}

    def lay(
        self, canvas: Surface, pictures: Sequence[Laid], below: Sequence[Rect]
    ) -> list[Rect]:
        """Lay pictures over what was painted.

        Args:
            canvas: Where; everything below is painted.
            pictures: Each with its place; a shared one is the same object.
            below: What has just been painted.

        Returns:
            The areas that look different from before, besides ``below``.
        """
        faces: dict[tuple[int, int, int, int], object] = {}
        changed: list[Rect] = []
        for picture, place in pictures:
            changed += self._put(canvas, picture, place, faces, below)
        gone = [Rect(area) for area in self._faces.keys() - faces.keys()]
        self._faces = faces
        return changed + gone

    def cover(
        self,
        canvas: Surface,
        areas: Sequence[Rect],
        paint: Callable[[], object],
        is_new: bool,
    ) -> list[Rect]:
        """The same for what paints itself, within some areas."""
        visible = [area.clip(canvas.get_rect()) for area in areas]
        visible = [area for area in visible if area.size > (0, 0)]
        self._keep(canvas, visible)
        paint()
        return visible if is_new else []

    def _put(
        self,
        canvas: Surface,
        picture: Surface,
        place: Rect,
        faces: dict[tuple[int, int, int, int], object],
        below: Sequence[Rect],
    ) -> list[Rect]:
        area = picture.get_rect(topleft=place.topleft).clip(canvas.get_rect())
        if not area.width or not area.height:
            return []
        self._keep(canvas, [area])
        canvas.blit(picture, place.topleft)
        key = (area.x, area.y, area.width, area.height)
        faces[key] = picture
        is_new = self._faces.get(key) is not picture or area.collidelist(below) >= 0
        return [area] if is_new else []

    def _keep(self, canvas: Surface, areas: Sequence[Rect]) -> None:
        self._under += [(canvas.subsurface(area).copy(), area) for area in areas]


class Fade:
    """An old picture that fades away over the new one."""

    def __init__(self) -> None:
        self._old: Surface | None = None
        self._under: Surface | None = None
        self._left_s = self._whole_s = 0.0

    @property
    def is_on(self) -> bool:
        return self._old is not None

    def begin(self, canvas: Surface, seconds: float) -> None:
        """From what stands on a canvas now to whatever comes."""
        if seconds > 0.0:
            self._old = canvas.copy()
            self._left_s = self._whole_s = seconds

    def lift(self, canvas: Surface) -> None:
        """Put back the new picture, before anybody paints on it."""
        if self._under is not None and self._under.get_size() == canvas.get_size():
            canvas.blit(self._under, (0, 0))
        self._under = None

    def lay(self, canvas: Surface, elapsed_s: float) -> list[Rect]:
        """Let time pass, and lay the rest of the old picture over the new one."""
        if self._old is None:
            return []
        self._left_s -= elapsed_s
        is_over = self._left_s <= 0.0 or self._old.get_size() != canvas.get_size()
        if is_over:
            self._old = None
            return [canvas.get_rect()]
        self._under = canvas.copy()
        self._old.set_alpha(round(255 * self._left_s / self._whole_s))
        canvas.blit(self._old, (0, 0))
        return [canvas.get_rect()]

"""Where the scenes draw: the window itself, or a larger canvas if it is tiny."""

import pygame

# No layout fits below these; a smaller window shows a scaled-down picture.
SMALLEST_WIDE = (640, 480)
SMALLEST_TALL = (480, 740)
LARGEST_ASPECT = 6.0


class Viewport:
    """The canvas of the scenes, and how it comes onto the window.

    Attributes:
        target: What is shown in the window.
        canvas: What scenes draw on; the window's own surface unless that is tiny.
    """

    def __init__(self, target: pygame.Surface) -> None:
        self.target = target
        size = canvas_size(target.get_size())
        self._is_scaled = size != target.get_size()
        self.canvas = pygame.Surface(size) if self._is_scaled else target
        self._area = _inside(size, target.get_rect())

    def present(self, changed: list[pygame.Rect]) -> list[pygame.Rect]:
        """Bring the canvas onto the window; answer with the window's changed areas."""
        if not self._is_scaled:
            return changed
        picture = pygame.transform.smoothscale(self.canvas, self._area.size)
        self.target.fill((0, 0, 0))
        self.target.blit(picture, self._area)
        return [self.target.get_rect()]

    def to_canvas(self, point: tuple[float, float]) -> tuple[int, int]:
        """A point of the window as a point of the canvas, in pixels."""
        if not self._is_scaled:
            return int(point[0]), int(point[1])
        scale = self.canvas.get_width() / self._area.width
        return (
            int((point[0] - self._area.left) * scale),
            int((point[1] - self._area.top) * scale),
        )

    def finger(self, x: float, y: float) -> tuple[int, int]:
        """A finger's place, 0 to 1 across the window, as a point of the canvas."""
        width, height = self.target.get_size()
        return self.to_canvas((x * width, y * height))


def canvas_size(window: tuple[int, int]) -> tuple[int, int]:
    """The size at which a window's picture is drawn: never below the smallest.

    A window that is far longer than wide is drawn on a canvas of bounded shape.
    """
    width, height = max(1, window[0]), max(1, window[1])
    width = min(width, round(height * LARGEST_ASPECT))
    height = min(height, round(width * LARGEST_ASPECT))
    smallest = SMALLEST_TALL if height > width else SMALLEST_WIDE
    factor = max(1.0, smallest[0] / width, smallest[1] / height)
    if factor == 1.0 and (width, height) == window:
        return window
    return round(width * factor), round(height * factor)


def _inside(size: tuple[int, int], window: pygame.Rect) -> pygame.Rect:
    """The largest area of the canvas's shape in the middle of the window."""
    scale = min(window.width / size[0], window.height / size[1])
    area = pygame.Rect(
        0, 0, max(1, round(size[0] * scale)), max(1, round(size[1] * scale))
    )
    area.center = window.center
    return area

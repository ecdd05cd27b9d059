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
        turned: How far the picture is turned in the window, clockwise, in degrees.
    """

    def __init__(self, target: pygame.Surface, turned: int = 0) -> None:
        self.target = target
        self.turned = turned
        # The window as whoever stands before the turned screen sees it.
        self._upright = _turned_size(target.get_size(), turned)
        size = canvas_size(self._upright)
        self._is_scaled = size != self._upright
        is_own = self._is_scaled or turned != 0
        self.canvas = pygame.Surface(size) if is_own else target
        self._area = _inside(size, pygame.Rect((0, 0), self._upright))

    def present(self, changed: list[pygame.Rect]) -> list[pygame.Rect]:
        """Bring the canvas onto the window; answer with the window's changed areas."""
        if self.turned:
            return self._present_turned(changed)
        if not self._is_scaled:
            return changed
        picture = pygame.transform.smoothscale(self.canvas, self._area.size)
        self.target.fill((0, 0, 0))
        self.target.blit(picture, self._area)
        return [self.target.get_rect()]

    def _present_turned(self, changed: list[pygame.Rect]) -> list[pygame.Rect]:
        """The same for a screen that hangs turned: only what has changed is turned."""
        if self._is_scaled:
            picture = pygame.Surface(self._upright)
            small = pygame.transform.smoothscale(self.canvas, self._area.size)
            picture.blit(small, self._area)
            self.target.blit(pygame.transform.rotate(picture, -self.turned), (0, 0))
            return [self.target.get_rect()]
        shown: list[pygame.Rect] = []
        for rect in changed:
            area = rect.clip(self.canvas.get_rect())
            if area.width and area.height:
                part = self.canvas.subsurface(area)
                place = self._to_window(area)
                self.target.blit(pygame.transform.rotate(part, -self.turned), place)
                shown.append(place)
        return shown

    def _to_window(self, area: pygame.Rect) -> pygame.Rect:
        """Where a part of the upright picture stands in the window."""
        width, height = self._upright
        if self.turned == 90:
            return pygame.Rect(height - area.bottom, area.left, area.height, area.width)
        if self.turned == 180:
            return pygame.Rect(
                width - area.right, height - area.bottom, area.width, area.height
            )
        return pygame.Rect(area.top, width - area.right, area.height, area.width)

    def _upright_point(self, point: tuple[float, float]) -> tuple[float, float]:
        """A point of the window in the upright picture."""
        x, y = point
        width, height = self._upright
        if self.turned == 90:
            return y, height - 1 - x
        if self.turned == 180:
            return width - 1 - x, height - 1 - y
        return (width - 1 - y, x) if self.turned == 270 else (x, y)

    def point(self, event: pygame.event.Event) -> tuple[int, int]:
        """Where on the canvas a finger's or the mouse's event was."""
        if event.type in (pygame.FINGERDOWN, pygame.FINGERMOTION, pygame.FINGERUP):
            x, y = (getattr(event, name, 0.0) for name in ("x", "y"))
            return self.finger(x, y)
        return self.to_canvas(getattr(event, "pos", (0, 0)))

    def to_canvas(self, point: tuple[float, float]) -> tuple[int, int]:
        """A point of the window as a point of the canvas, in pixels."""
        point = self._upright_point(point)
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


def _turned_size(size: tuple[int, int], turned: int) -> tuple[int, int]:
    return (size[1], size[0]) if turned in (90, 270) else size


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

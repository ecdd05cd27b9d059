"""What the tests of the scope share: a cell stepped by hand, pictures and pixels."""

import pygame
from record_tools import empty_record, note

from lifgame.content.palette import Colour
from lifgame.view.scope.painter import ScopeFrame, ScopePainter

DT_MS = 0.5


class Cell:
    """A leaky integrator that is stepped by hand."""

    def __init__(self, resistance_mohm: float = 12.0) -> None:
        self.trace = empty_record(8192)
        self.voltage_mv, self.current_na = 0.0, 2.0
        self.resistance_mohm, self.threshold_mv = resistance_mohm, 20.0

    @property
    def settle_mv(self) -> float:
        return self.resistance_mohm * self.current_na

    def step(self, ticks: int) -> None:
        for _ in range(ticks):
            tau_ms = self.resistance_mohm * 2.0
            self.voltage_mv += DT_MS / tau_ms * (self.settle_mv - self.voltage_mv)
            spiked = self.voltage_mv >= self.threshold_mv
            self.voltage_mv = 0.0 if spiked else self.voltage_mv
            note(
                self.trace,
                self.voltage_mv,
                self.current_na,
                self.threshold_mv,
                self.settle_mv,
                int(spiked),
            )

    def frame(self, window_ms: int = 300) -> ScopeFrame:
        return ScopeFrame(
            self.trace,
            DT_MS,
            window_ms,
            "1/10",
            self.threshold_mv,
            self.settle_mv,
            self.current_na,
        )


def picture(painter: ScopePainter, rect: pygame.Rect) -> pygame.Surface:
    surface = pygame.Surface((rect.right + 9, rect.bottom + 9))
    painter.draw(surface)
    return surface


def pixels(surface: pygame.Surface) -> bytes:
    return pygame.image.tobytes(surface, "RGB")


def colours(surface: pygame.Surface, x: int, top: int, bottom: int) -> list[Colour]:
    return [colour_at(surface, (x, y)) for y in range(top, bottom)]


def colour_at(surface: pygame.Surface, spot: tuple[int, int]) -> Colour:
    red, green, blue, _ = surface.get_at(spot)
    return red, green, blue


def near(colour: Colour, wanted: Colour) -> bool:
    return max(abs(a - b) for a, b in zip(colour, wanted, strict=True)) < 40

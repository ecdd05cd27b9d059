"""The gauge of a challenge: a ring that fills, with three stars on its way."""

import math
from collections.abc import Hashable

import pygame

from lifgame.scenes.guide.numbers import NEVER
from lifgame.session.guide.progress import Progress
from lifgame.session.session import Session
from lifgame.view import shapes
from lifgame.view.icons.icons import icon
from lifgame.view.look import BOLD, SEMIBOLD, SMALLEST_TEXT_PX, Look
from lifgame.view.widgets.widget import Widget, WidgetState

# What the number in the ring counts, by its unit.
GAUGES = {
    "s": "guide.gauge.s",
    "Hz": "guide.gauge.Hz",
    "ms": "guide.gauge.ms",
    "": "guide.gauge.spikes",
    "%": "guide.gauge.beat",
    "waves": "guide.gauge.waves",
}


class Ring(Widget):
    """The gauge of a challenge: a ring that fills, with three stars on its way."""

    takes_focus = False

    def areas(self) -> list[pygame.Rect]:
        return [self.rect]

    def _value(self, session: Session) -> float:
        progress = session.guide.progress
        if progress is None or progress.row.gauge is None:
            return 0.0
        return progress.meter.readings[progress.row.gauge[0]]

    def face(self, session: Session) -> Hashable:
        progress = session.guide.progress
        value = self._value(session)
        value = round(value, 1) if math.isfinite(value) else value
        return value, progress and tuple(progress.done)

    def draw(
        self, target: pygame.Surface, look: Look, session: Session, state: WidgetState
    ) -> None:
        progress = session.guide.progress
        if progress is None or progress.row.gauge is None:
            return
        _, unit, full = progress.row.gauge
        value, palette, rect = self._value(session), look.palette, self.rect
        width = max(3, rect.width // 18)
        # The stars stand on the ring, and stay within what is wiped under it.
        within = rect.width // 2 - _star_px(rect) // 2 - 3 + width // 2
        radius = min(round(rect.width * 0.42), within)
        disc = shapes.disc(radius, palette.well)
        target.blit(disc, disc.get_rect(center=rect.center))
        track = shapes.ring(radius, width, palette.gauge)
        target.blit(track, track.get_rect(center=rect.center))
        share = min(value / full, 1.0) if math.isfinite(value) else 0.0
        self._arc(target, look, radius - width // 2, width, share)
        decimals = 1 if unit in ("s", "Hz") else 0
        words = (
            NEVER if not math.isfinite(value) else look.texts.number(value, decimals)
        )
        number, note = rect.inflate(-rect.width // 3, 0), rect.copy()
        number.height, number.centery = rect.height * 2 // 5, rect.centery
        note.width = note.width // 2
        note.height, note.centerx = rect.height // 8, rect.centerx
        note.top = rect.centery + rect.height // 8
        number.move_ip(0, -rect.height // 24)
        look.write(target, words, number, 64, "ink", BOLD, "center")
        name = look.texts(GAUGES[unit])
        if note.height > SMALLEST_TEXT_PX:
            look.write(target, name, note, 24, "muted", SEMIBOLD, "center")
        self._stars(target, look, radius - width // 2, progress)

    def _arc(
        self, target: pygame.Surface, look: Look, radius: int, width: int, share: float
    ) -> None:
        """Clockwise from the top, out of overlapping discs."""
        dot = shapes.disc(width // 2 + 1, look.palette.voltage)
        for step in range(round(share * 120) + 1 if share > 0 else 0):
            x, y = _on_ring(self.rect.center, radius, step / 120)
            target.blit(dot, dot.get_rect(center=(x, y)))

    def _stars(
        self, target: pygame.Surface, look: Look, radius: int, progress: Progress
    ) -> None:
        side = _star_px(self.rect)
        plate = shapes.disc(side // 2 + 2, look.palette.background)
        for place, is_done in enumerate(progress.done):
            is_full = is_done and place not in progress.skipped
            spot = _on_ring(self.rect.center, radius, (place + 1) / len(progress.done))
            target.blit(plate, plate.get_rect(center=spot))
            colour = look.palette.spike if is_full else look.palette.edge
            star = icon("star" if is_full else "star_empty", side, colour)
            target.blit(star, star.get_rect(center=spot))


def _star_px(rect: pygame.Rect) -> int:
    return max(14, rect.width // 6)


def _on_ring(centre: tuple[int, int], radius: int, share: float) -> tuple[int, int]:
    angle = math.tau * share - math.pi / 2
    return (
        round(centre[0] + radius * math.cos(angle)),
        round(centre[1] + radius * math.sin(angle)),
    )

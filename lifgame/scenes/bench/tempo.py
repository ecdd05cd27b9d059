"""The tempo between turtle and rabbit: who chooses it, and how slow it is."""

import pygame

from lifgame.content.speeds import times_slower
from lifgame.session.session import Session
from lifgame.view.look import BOLD, SEMIBOLD, Look

AUTO_SIZE, SLOW_SIZE = 30.0, 24.0
# From this text size on there is room for one line.
LARGE = 1.25


class TempoWords:
    """Two lines: "auto", and how many times slower than real time."""

    def __init__(self, look: Look, place: pygame.Rect, ground: pygame.Surface) -> None:
        self._look = look
        self._place = place
        self._ground = ground
        self._shown: object = None

    def forget(self) -> None:
        """Paint them at the next draw."""
        self._shown = None

    def draw(self, target: pygame.Surface, session: Session) -> list[pygame.Rect]:
        """Paint them if they are new."""
        tempo = session.clock.tempo
        shown = tempo.is_auto, tempo.speed
        if shown == self._shown:
            return []
        self._shown = shown
        look, place = self._look, self._place
        target.blit(self._ground, place, place)
        times = times_slower(tempo.speed)
        slow = look.texts("tempo.slower", times=str(times))
        slow = slow if times > 1 else look.texts("tempo.real")
        room = place.inflate(-look.px(8), 0)
        if tempo.is_auto:
            self._write_auto(target, room, slow)
        else:
            look.write(target, slow, room, 28, "ink", BOLD, "center")
        return [place]

    def _write_auto(self, target: pygame.Surface, room: pygame.Rect, slow: str) -> None:
        """Who chooses it over how slow it is, or alone where words are large."""
        look = self._look
        auto = look.texts("tempo.auto")
        width = look.text(slow, look.text_px(SLOW_SIZE)).get_width()
        if look.text_scale >= LARGE or width > room.width:
            look.write(target, auto, room, AUTO_SIZE, "ink", BOLD, "center")
            return
        line = round(look.text_px(AUTO_SIZE) * 1.15)
        upper, lower = room.copy(), room.copy()
        upper.height = lower.height = line
        upper.bottom = lower.top = room.centery + line // 8
        look.write(target, auto, upper, AUTO_SIZE, "ink", BOLD, "center")
        look.write(target, slow, lower, SLOW_SIZE, "muted", SEMIBOLD, "center")


class SpanWords:
    """How much simulated time the paper shows, between narrower and wider."""

    def __init__(self, look: Look, place: pygame.Rect, ground: pygame.Surface) -> None:
        self._look = look
        self._place = place
        self._ground = ground
        self._shown: object = None

    def forget(self) -> None:
        """Paint them at the next draw."""
        self._shown = None

    def draw(self, target: pygame.Surface, session: Session) -> list[pygame.Rect]:
        """Paint them if they are new."""
        window_ms = session.place.window_ms
        if window_ms == self._shown:
            return []
        self._shown = window_ms
        look, place = self._look, self._place
        target.blit(self._ground, place, place)
        words = look.texts("span.ms", number=look.texts.number(window_ms, 0))
        room = place.inflate(-look.px(6), 0)
        look.write(target, words, room, 28, "ink", BOLD, "center")
        return [place]

"""The tempo between turtle and rabbit: who chooses it, and how slow it is."""

import pygame

from lifgame.content.speeds import times_slower
from lifgame.session.session import Session
from lifgame.view.look import BOLD, SEMIBOLD, Look


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
            upper, lower = room.copy(), room.copy()
            upper.height = lower.height = room.height // 2
            lower.top = upper.bottom
            gap = room.height // 7
            look.write(
                target, look.texts("tempo.auto"), upper.move(0, gap), 30, "ink", BOLD,
                "center",
            )  # fmt: skip
            look.write(
                target, slow, lower.move(0, -gap), 24, "muted", SEMIBOLD, "center"
            )
        else:
            look.write(target, slow, room, 28, "ink", BOLD, "center")
        return [place]


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

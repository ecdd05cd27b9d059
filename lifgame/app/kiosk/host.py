"""The host of an unattended exhibit: wakes it, asks, lets staff in, takes all back.

It stands between the events and the game, inside ``Game.frame``: what holds in a
museum holds in every test and soak that plays frames.
"""

import logging
from collections.abc import Sequence
from typing import Protocol

import pygame

from lifgame.app.hands.hands import Hands
from lifgame.app.hands.reach import Reach
from lifgame.app.kiosk.pin import PinGuard
from lifgame.app.kiosk.probe import Probe
from lifgame.app.kiosk.signs import Signs, without_actions
from lifgame.app.kiosk.way_in import WayIn
from lifgame.content.kiosk import KioskRules
from lifgame.content.screens import (
    ATTRACT,
    OPERATOR,
    PIN,
    STAFF,
    STILL_THERE,
    TEST,
)
from lifgame.session import commands as c
from lifgame.session.exhibit import Exhibit
from lifgame.session.guide.waiting import waits_s
from lifgame.session.visit import VisitState
from lifgame.view.over import Fade
from lifgame.view.widgets.controls import Button

# How long the old picture fades over the new one, in seconds.
BACK_S, WAKE_S, ASK_S, ANSWER_S, STAFF_S = 0.6, 0.2, 0.4, 0.2, 0.2
_POINTERS_DOWN = (pygame.FINGERDOWN, pygame.MOUSEBUTTONDOWN)
_DIGITS = {
    **{pygame.K_0 + n: str(n) for n in range(10)},
    **{pygame.K_KP_1 + n: str(n + 1) for n in range(9)},
    pygame.K_KP_0: "0",
}
_LOG = logging.getLogger(__name__)


class Guests(Reach, Protocol):
    """What the host reaches of the game."""

    hands: Hands
    fade: Fade
    window_surface: pygame.Surface

    def obey(self, commands: Sequence[c.Command]) -> None: ...


class Host:
    """Receives visitors and staff.

    Attributes:
        exhibit: What holds, and where they are.
        has_gone_back: Whether in this frame everything went back.
        has_woken: Whether in this frame a visit began.
    """

    def __init__(
        self, rules: KioskRules, guard: PinGuard | None = None, seed: int = 0
    ) -> None:
        self.exhibit = Exhibit(rules, seed)
        self._guard = guard or PinGuard(rules.pin_hash)
        self._signs = Signs()
        self._way_in = WayIn()
        self._probe = Probe(self.exhibit)
        self._has_begun = False
        self.has_gone_back = self.has_woken = False

    def look(
        self, game: Guests, events: Sequence[pygame.event.Event], elapsed_s: float
    ) -> list[pygame.event.Event]:
        """Look at a frame's events before the game does.

        Args:
            game: The game.
            events: What happened since the last frame.
            elapsed_s: Real seconds since the last frame.

        Returns:
            What of them the game is to see.
        """
        if not self._has_begun:
            self._has_begun = True
            self._show_attract(game)
        # Nobody closes an exhibit's window.
        ends = (pygame.QUIT, pygame.WINDOWCLOSE)
        events = [event for event in events if event.type not in ends]
        size = game.window_surface.get_size()
        is_alive = self._signs.are_in(events, size, elapsed_s)
        self._guard.update(elapsed_s)
        top = game.session.place.top.id
        if self._opens(game, events, elapsed_s):
            self._open_door(game)
            return without_actions(events)
        if top in STAFF:
            self._visit(is_alive=True, elapsed_s=elapsed_s)
            return self._serve(game, events, elapsed_s, is_touched=is_alive)
        return self._receive(game, events, elapsed_s, is_alive=is_alive)

    def rest(self, game: Guests) -> None:
        """The museum is closed: whoever was there has left."""
        if self.exhibit.visit.state is not VisitState.ATTRACT:
            self.exhibit.visit.end()
            self.go_back(game)

    def go_back(self, game: Guests) -> None:
        """The visit is over: nothing of it stays."""
        game.fade.begin(game.viewport.canvas, self._fade_s(game, BACK_S))
        self.has_gone_back = True
        self.exhibit.stars.forget()
        game.obey([c.DefaultSettings(), c.Reset()])
        self._show_attract(game)

    # --- visitors -----------------------------------------------------------------

    def _visit(self, *, is_alive: bool, elapsed_s: float) -> VisitState:
        visit = self.exhibit.visit
        state = visit.update(is_alive, elapsed_s)
        self.has_gone_back = False
        self.has_woken = visit.has_woken and visit.length_s == 0.0
        return state

    def _receive(
        self,
        game: Guests,
        events: list[pygame.event.Event],
        elapsed_s: float,
        *,
        is_alive: bool,
    ) -> list[pygame.event.Event]:
        visit, place = self.exhibit.visit, game.session.place
        was_asked = visit.state is VisitState.ASKING
        self.exhibit.wait_for(waits_s(game.session.guide, game.session.cell))
        state = self._visit(is_alive=is_alive, elapsed_s=elapsed_s)
        if visit.has_woken and was_asked:
            return self._answer(game, events)
        if visit.has_woken and place.screen == ATTRACT:
            return self._wake(game, events)
        if state is VisitState.GOING_BACK:
            self.go_back(game)
            return without_actions(events)
        if state is VisitState.ASKING and place.layer != STILL_THERE:
            game.fade.begin(game.viewport.canvas, self._fade_s(game, ASK_S))
            game.obey([c.ShowScreen(STILL_THERE)])
        if place.screen == ATTRACT:
            self._play_itself(game, elapsed_s)
            return without_actions(events)
        return without_actions(events) if state is VisitState.ASKING else events

    def _answer(
        self, game: Guests, events: list[pygame.event.Event]
    ) -> list[pygame.event.Event]:
        """Somebody is there: all as it was. A language answers and is chosen."""
        chosen = self._languages(game, events)
        game.fade.begin(game.viewport.canvas, self._fade_s(game, ANSWER_S))
        game.obey([c.CloseLayer(), *chosen])
        return without_actions(events)

    def _wake(
        self, game: Guests, events: list[pygame.event.Event]
    ) -> list[pygame.event.Event]:
        """A visit begins; what woke it is not also an action, with two exceptions.

        HOLD: whoever presses the one large button, on the screen or of a box, sees
        water flow at once; nothing is set by it, and it ends as he lets go. A button
        that must be pressed twice looks broken. And a language: whoever reads no
        other has aimed at it.
        """
        chosen = self._languages(game, events)
        game.fade.begin(game.viewport.canvas, self._fade_s(game, WAKE_S))
        game.obey([c.DefaultSettings(), c.Reset(), *chosen])
        holds = [event for event in events if _is_hold(event, game)]
        rest = without_actions(events)
        return [event for event in events if event in rest or event in holds]

    def _show_attract(self, game: Guests) -> None:
        self.exhibit.ghost.begin()
        if self.exhibit.rules.attract:
            game.obey([c.ShowScreen(ATTRACT)])

    def _play_itself(self, game: Guests, elapsed_s: float) -> None:
        cell = game.session.cell
        game.obey(self.exhibit.ghost.live(cell.values, cell.spike_count, elapsed_s))

    @staticmethod
    def _languages(
        game: Guests, events: Sequence[pygame.event.Event]
    ) -> list[c.Command]:
        """What language buttons under pressing fingers choose."""
        chosen: list[c.Command] = []
        for event in events:
            if event.type in _POINTERS_DOWN:
                widget = game.board.at(game.viewport.point(event))
                if isinstance(widget, Button):
                    commands = widget.commands(game.session)
                    chosen += [one for one in commands if isinstance(one, c.SetSetting)]
        return chosen[-1:]

    @staticmethod
    def _fade_s(game: Guests, seconds: float) -> float:
        return 0.0 if game.session.preferences.is_still else seconds

    # --- staff --------------------------------------------------------------------

    def _opens(
        self, game: Guests, events: list[pygame.event.Event], elapsed_s: float
    ) -> bool:
        size = game.window_surface.get_size()
        turned = game.viewport.turned
        is_open = self._way_in.is_open(events, size, elapsed_s, turned)
        has_door = self._guard.has_pin and game.session.place.top.id not in STAFF
        self.exhibit.corner_s = self._way_in.held_s if has_door else 0.0
        return is_open and has_door

    def _open_door(self, game: Guests) -> None:
        if game.session.place.screen == ATTRACT:
            game.obey([c.Reset()])
        elif game.session.place.layer is not None:
            game.obey([c.CloseLayer()])
        self._visit(is_alive=True, elapsed_s=0.0)
        self.exhibit.enter()
        self._tell_wait()
        game.fade.begin(game.viewport.canvas, self._fade_s(game, STAFF_S))
        game.obey([c.ShowScreen(PIN)])

    def _serve(
        self,
        game: Guests,
        events: list[pygame.event.Event],
        elapsed_s: float,
        *,
        is_touched: bool,
    ) -> list[pygame.event.Event]:
        """Somebody is in a place for staff."""
        exhibit, place = self.exhibit, game.session.place
        exhibit.live(elapsed_s, is_touched=is_touched)
        exhibit.corner_s = 0.0
        self._tell_wait()
        if exhibit.staff_left_s <= 0.0:
            self._leave(game)
            return without_actions(events)
        if place.top.id == PIN:
            return self._guard_door(game, events)
        if place.screen == TEST:
            self._probe.see(game, events, elapsed_s)
        return events

    def _guard_door(
        self, game: Guests, events: list[pygame.event.Event]
    ) -> list[pygame.event.Event]:
        game.obey([one for event in events for one in _typed(event)])
        exhibit = self.exhibit
        if exhibit.is_trying:
            pin, exhibit.pin, exhibit.is_trying = exhibit.pin, "", False
            if self._guard.is_right(pin):
                _LOG.info("the operator is in")
                exhibit.enter()
                game.fade.begin(game.viewport.canvas, self._fade_s(game, STAFF_S))
                game.obey([c.ShowScreen(OPERATOR)])
                return without_actions(events)
            self._tell_wait()
        return [event for event in events if not _typed(event)]

    def _tell_wait(self) -> None:
        exhibit, wait_s = self.exhibit, self._guard.wait_s
        exhibit.pin_wait_s = wait_s
        exhibit.pin_waits_s = max(exhibit.pin_waits_s, wait_s) if wait_s else 0.0

    def _leave(self, game: Guests) -> None:
        """Nobody touched it: back to the game, as it was."""
        game.fade.begin(game.viewport.canvas, self._fade_s(game, STAFF_S))
        place = game.session.place
        is_door = place.top.id == PIN
        game.obey([c.CloseLayer() if is_door else c.ShowScreen(place.view)])


def _is_hold(event: pygame.event.Event, game: Guests) -> bool:
    """Whether an event presses HOLD on the screen that is open now."""
    if event.type in _POINTERS_DOWN:
        widget = game.board.at(game.viewport.point(event))
        return widget is not None and widget.id == "inject"
    return game.hands.meaning(event) == "inject"


def _typed(event: pygame.event.Event) -> list[c.Command]:
    """What a key types on the pad of the door."""
    if event.type != pygame.KEYDOWN:
        return []
    key = getattr(event, "key", 0)
    if key in _DIGITS:
        return [c.TypeDigit(_DIGITS[key])]
    return [c.EraseDigit()] if key == pygame.K_BACKSPACE else []

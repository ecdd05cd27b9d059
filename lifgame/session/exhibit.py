"""An exhibit that nobody looks after: its rules, its visitor, its ghost, its staff.

It outlives a Reset, as the preferences do, and holds nothing of a neuron.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import ClassVar

from lifgame.content.guides import RACE
from lifgame.content.kiosk import NO_KIOSK, RULES, KioskRules
from lifgame.content.learn import PAGES
from lifgame.content.screens import ATTRACT, BOARD, STAFF, STILL_THERE
from lifgame.session import commands as c
from lifgame.session import guide_commands as g
from lifgame.session.compare_commands import ToggleCompare
from lifgame.session.ghost import Ghost
from lifgame.session.guide.offer import offered
from lifgame.session.guide.rows import Row
from lifgame.session.guide.stars import Stars
from lifgame.session.learn import is_page_offered
from lifgame.session.report import Report
from lifgame.session.touch_check import TouchCheck
from lifgame.session.visit import Visit, VisitState

LONGEST_PIN = 12
CARDS = ("rules", "visits", "diagnosis", "tests", "program")
# So long a place for staff stays open when nobody touches it, and a question.
STAFF_S = 30.0
ASK_S = 5.0
# While nobody plays, it is heard at this part of its loudness.
QUIET = 0.3
LOUDNESS_STEP = 10
# What the operator can set in steps, with the step.
STEPS = {"idle_s": 15.0, "loudest": float(LOUDNESS_STEP)}


class Exhibit:
    """What holds, and where visitor and staff are.

    Attributes:
        rules: The operator's rules as they hold now.
        visit: Where the visit stands.
        ghost: Who plays while nobody is there.
        corner_s: For how long somebody has held the way in, in seconds.
        pin: The digits that were typed.
        pin_wait_s: Until the next PIN may be tried.
        pin_waits_s: How long that wait is in all.
        is_trying: Whether somebody wants in with what was typed.
        staff_left_s: Until a place for staff closes by itself.
        asking: What is asked once more: ``quit``, ``restart``, ``clear`` or nothing.
        card: The operator's card that is shown where there is room for one only.
        report: What the operator is told.
        problem: Which problem of it is shown.
        touch_check: What the test page shows.
        tone: The side from which a tone is to be heard next; empty for none.
        stars: What the visit has earned in experiments and challenges.
        own_rows: Experiments and challenges out of the operator's own folder.
    """

    def __init__(self, rules: KioskRules = NO_KIOSK, seed: int = 0) -> None:
        self.rules = rules
        self.visit = Visit(rules.idle_s, rules.still_there_s)
        self.ghost = Ghost(seed, rules.presets)
        self.corner_s = 0.0
        self.pin = ""
        self.pin_wait_s = self.pin_waits_s = 0.0
        self.is_trying = False
        self.staff_left_s = STAFF_S
        self.asking = ""
        self.card = CARDS[0]
        self._ask_left_s = 0.0
        self.report = Report()
        self.problem = 0
        self.touch_check = TouchCheck()
        self.tone = ""
        self.stars = Stars()
        self.own_rows: tuple[Row, ...] = ()

    def live(self, elapsed_s: float, *, is_touched: bool) -> None:
        """Let real time pass in a place for staff.

        Args:
            elapsed_s: Real seconds since the last call.
            is_touched: Whether somebody did something.
        """
        waits = self.pin_wait_s > 0.0
        if is_touched:
            self.staff_left_s = STAFF_S
        elif not waits:
            self.staff_left_s = max(self.staff_left_s - elapsed_s, 0.0)
        self._ask_left_s = max(self._ask_left_s - elapsed_s, 0.0)
        if self._ask_left_s == 0.0:
            self.asking = ""

    def enter(self) -> None:
        """Somebody stands at the door of a place for staff, or goes through it."""
        self.pin, self.asking, self.tone = "", "", ""
        self.is_trying = False
        self.staff_left_s = STAFF_S
        self.problem = 0
        self.touch_check = TouchCheck()

    # --- what visitors may ----------------------------------------------------

    @property
    def offers_race(self) -> bool:
        """Whether two visitors may race."""
        return not self.rules.enabled or RACE in self.rules.challenges

    def may_set(self, setting: str) -> bool:
        """Whether a visitor may change a setting."""
        return not self.rules.enabled or setting in self.rules.allowed_settings

    def allows(self, command: c.Command, top: str) -> bool:
        """Whether a command may be carried out.

        Args:
            command: What somebody wants.
            top: The screen or layer on which he is.
        """
        if not self.rules.enabled:
            return True
        match command:
            case c.Quit() | c.Restart() | g.ClearBest():
                return top in STAFF
            case c.ToggleFullscreen() | c.ShowScreen("leave"):
                return False
            case c.SetSetting(id) | c.BrowseSetting(id):
                return self.may_set(id)
            case g.StartGuide() | g.StartRace() | g.ShowPage() | c.ShowScreen("board"):
                return self._leads_to(command)
        return self._offers(command)

    def _leads_to(
        self, command: g.StartGuide | g.StartRace | g.ShowPage | c.ShowScreen
    ) -> bool:
        """Whether a task, the race, a page, or anything for the board is offered."""
        if isinstance(command, g.StartRace):
            return self.offers_race
        if isinstance(command, g.ShowPage):
            return is_page_offered(PAGES[command.id], self.rules)
        rows = [row.id for row in offered(self.rules, own=self.own_rows)]
        if command.id == BOARD:
            return bool(rows) or self.offers_race
        return command.id in rows

    def _offers(self, command: c.Command) -> bool:
        """Whether what it chooses or moves is offered here."""
        rules = self.rules
        match command:
            case c.SelectPattern(id):
                return not rules.patterns or id in rules.patterns
            case c.SelectPreset(id):
                return not rules.presets or id in rules.presets
            case c.ShowScreen("settings"):
                return bool(rules.allowed_settings)
            case c.BrowsePresets() | ToggleCompare() | c.ShowScreen("presets"):
                return len(rules.presets) != 1
            case c.SetParameter(id) | c.NudgeParameter(id):
                return not rules.controls or id in rules.controls
        return True

    def as_offered(self, command: c.Command) -> c.Command:
        """The same among what is offered only."""
        if isinstance(command, c.BrowsePresets | ToggleCompare) and self.rules.presets:
            return replace(command, among=self.rules.presets)
        return command

    def wait_for(self, longest_s: float) -> None:
        """Waiting for a guided step is no absence.

        Args:
            longest_s: How long it measures at most; 0 if it does not measure.
        """
        if longest_s <= 0.0:
            self.visit.resume()
        elif self.visit.state is VisitState.PLAYING:
            self.visit.suspend(longest_s)

    def loudness(self, volume: float, top: str) -> float:
        """How loud it is where somebody has set a volume, both 0 to 1.

        Args:
            volume: What is set.
            top: The screen or layer that is open.
        """
        if not self.rules.enabled:
            return volume
        quiet = QUIET if top in (ATTRACT, STILL_THERE) else 1.0
        return min(volume, self.rules.loudest / 100) * quiet

    def take_tone(self) -> str:
        """The side from which a tone is to be heard now; asked once it is gone."""
        tone, self.tone = self.tone, ""
        return tone

    # --- what staff may -------------------------------------------------------

    def obey(self, command: c.SessionCommand) -> None:
        """Carry out one of ``Exhibit.OBEYS``.

        Raises:
            KeyError: If it names a rule that cannot be set in steps.
        """
        self.OBEYS[type(command)](self, command)

    def _allow(self, command: c.AllowSetting) -> None:
        kept = [s for s in self.rules.allowed_settings if s != command.id]
        allowed = (*kept, command.id) if command.is_allowed else tuple(kept)
        self.rules = replace(self.rules, allowed_settings=allowed)

    def _adjust(self, command: c.AdjustRule) -> None:
        row = RULES[command.id]
        low, high = row.low or 0.0, row.high or 0.0
        value = getattr(self.rules, command.id) + command.steps * STEPS[command.id]
        value = min(max(value, low), high)
        if command.id == "idle_s":
            self.rules = replace(self.rules, idle_s=value)
        else:
            self.rules = replace(self.rules, loudest=round(value))
        self.visit.idle_after_s = self.rules.idle_s

    def _type(self, command: c.TypeDigit) -> None:
        is_digit = len(command.digit) == 1 and command.digit in "0123456789"
        if is_digit and self.pin_wait_s <= 0.0 and len(self.pin) < LONGEST_PIN:
            self.pin += command.digit

    def _erase(self, _: c.EraseDigit) -> None:
        self.pin = self.pin[:-1]

    def _try(self, _: c.TryPin) -> None:
        self.is_trying = bool(self.pin) and self.pin_wait_s <= 0.0

    def _ask(self, command: c.AskOnceMore) -> None:
        self.asking, self._ask_left_s = command.what, ASK_S

    def _clear_best(self, _: g.ClearBest) -> None:
        self.stars.best.clear()
        self.asking = ""

    def _show_card(self, command: c.ShowCard) -> None:
        self.card = CARDS[CARDS.index(command.id)]

    def _next(self, _: c.NextProblem) -> None:
        self.problem = (self.problem + 1) % max(len(self.report.problems), 1)

    def _sound(self, command: c.TestTone) -> None:
        self.tone = command.side

    OBEYS: ClassVar[Mapping[type, Callable[..., None]]] = {
        c.AllowSetting: _allow,
        c.AdjustRule: _adjust,
        c.TypeDigit: _type,
        c.EraseDigit: _erase,
        c.TryPin: _try,
        c.AskOnceMore: _ask,
        g.ClearBest: _clear_best,
        c.ShowCard: _show_card,
        c.NextProblem: _next,
        c.TestTone: _sound,
    }

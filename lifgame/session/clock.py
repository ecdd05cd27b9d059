"""The session's clock: how real time becomes ticks of simulated time."""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import ClassVar

from lifgame.content.speeds import SPEEDS
from lifgame.model.stepper import Stepper
from lifgame.session import commands as c
from lifgame.session import time_commands as t
from lifgame.session.showing import Showing
from lifgame.session.tempo import Tempo


def showings_of(cells: int) -> tuple[Showing, ...]:
    """For fresh cells; their lamps share the limit on flashes."""
    return tuple(Showing(lamps=cells) for _ in range(cells))


# Up to this speed ticks are made one by one, so that a gulp begins at its own tick;
# faster, all ticks of a frame are made at once.
ONE_BY_ONE_UP_TO = Fraction(1, 4)


class Clock:
    """Speed, pause and single steps. It reads no clock: time is handed in.

    Attributes:
        tempo: Simulated seconds per real second, and who chooses them.
        showings: The gulps of each cell; simulated time stands still in all of them.
        is_paused: Whether simulated time is held by the visitor.
        holds_on_spike: Whether each spike holds simulated time.
        past_tick: The tick that is looked back at while it is; None: what is now.
        marks: The ticks of the two marks that somebody has placed; None: nobody has.
        dt_ms: Simulated time of one tick, in ms.
    """

    def __init__(self, speed: Fraction | None, dt_ms: float) -> None:
        self.tempo = Tempo(speed)
        self.showings = showings_of(1)
        self.is_paused = False
        self.holds_on_spike = False
        self.past_tick: int | None = None
        self.marks: tuple[int, int] | None = None
        self.dt_ms = dt_ms
        self._steps_due = 0
        self._stepper = Stepper(dt_ms)

    @property
    def showing(self) -> Showing:
        """How the first cell's flushes are shown."""
        return self.showings[0]

    @property
    def speed(self) -> Fraction:
        """Simulated seconds per real second."""
        return self.tempo.speed

    @property
    def dropped_s(self) -> float:
        """Real seconds that were skipped because the machine could not keep up."""
        return self._stepper.dropped_s

    @property
    def fraction(self) -> float:
        """How far the picture is from the last tick but one to the newest, 0 to 1.

        Held time shows exactly what is.
        """
        return 1.0 if self.is_paused else self._stepper.fraction

    def due(self, elapsed_s: float, *, runs: bool) -> Iterator[int]:
        """Ticks to be made now, in pieces: after each, what follows may depend on it.

        Args:
            elapsed_s: Real seconds since the last call.
            runs: Whether time may run at all, besides single steps.
        """
        ticks, self._steps_due = self._steps_due, 0
        if ticks:
            yield ticks
            self._begin()
        left_s = self._stepper.bounded(elapsed_s) if runs else 0.0
        left_s = self._hold(left_s)
        if self.is_paused:
            self._live(left_s)
            left_s = 0.0
        while left_s > 0.0:
            most = 1 if self._is_one_by_one else None
            ticks, after_s = self._stepper.take_some(left_s, self.speed, most)
            self._live(left_s - after_s)
            if ticks:
                # The newest tick has passed on the wall: a flush in it begins now.
                self._begin()
                yield ticks
            if self.is_paused:
                # Held by what was in those ticks: its gulp need not wait.
                self._begin()
                return
            left_s = self._hold(after_s)

    @property
    def _is_one_by_one(self) -> bool:
        return self.holds_on_spike or self.speed <= ONE_BY_ONE_UP_TO

    def _live(self, elapsed_s: float) -> None:
        for showing in self.showings:
            showing.live(elapsed_s)
        self.tempo.live(elapsed_s)

    def _begin(self) -> None:
        for showing in self.showings:
            showing.begin()

    def _hold(self, elapsed_s: float) -> float:
        """Let gulps have their time; answer with what is left when all are over."""
        lefts_s = [showing.hold(elapsed_s) for showing in self.showings]
        left_s = min(lefts_s)
        for showing, own_s in zip(self.showings, lefts_s, strict=True):
            showing.live(own_s - left_s)
        return left_s

    def obey(self, command: c.SessionCommand) -> None:
        """Carry out one of ``Clock.OBEYS``.

        Raises:
            ValueError: If it asks for a speed that there is not.
        """
        self.OBEYS[type(command)](self, command)

    def _set_speed(self, command: c.SetSpeed) -> None:
        if command.speed is None:
            self.tempo.is_auto = True
            return
        if command.speed not in SPEEDS:
            allowed = ", ".join(str(speed) for speed in SPEEDS)
            raise ValueError(f"speed {command.speed} is not one of {allowed}")
        self.tempo.choose(command.speed)

    def _browse_speeds(self, command: c.BrowseSpeeds) -> None:
        """The next speed that can be chosen; past either end the rules choose again."""
        slower = [speed for speed in SPEEDS if speed < self.speed]
        faster = [speed for speed in SPEEDS if speed > self.speed]
        if command.by < 0:
            choice = slower[command.by :][0] if slower else None
        else:
            choice = faster[: command.by][-1] if faster[: command.by] else None
        if choice is None:
            self.tempo.is_auto = True
        else:
            self.tempo.choose(choice)

    def _toggle_pause(self, _: c.TogglePause) -> None:
        self.is_paused = not self.is_paused
        self.past_tick = None

    def _step_once(self, _: c.StepOnce) -> None:
        self.is_paused, self.past_tick = True, None
        self._steps_due += 1

    def _toggle_spike_hold(self, _: t.ToggleSpikeHold) -> None:
        self.holds_on_spike = not self.holds_on_spike

    def _look_at(self, command: t.LookAt) -> None:
        """Presentation alone: the neuron stays where it is."""
        self.past_tick = command.past_tick

    def _place_marks(self, command: t.PlaceMarks) -> None:
        """Presentation, too: they stand beside the neuron, on what was written."""
        self.marks = command.first_tick, command.second_tick

    def keep_marks(self, first_tick: int, newest_tick: int, *, are_seen: bool) -> None:
        """Marks stay on their ticks while there are these, and the marks are seen."""
        if self.marks is None:
            return
        one, other = (min(max(n, first_tick), newest_tick) for n in self.marks)
        self.marks = (one, other) if self.is_paused and are_seen else None

    def keep_past(self, first_tick: int, newest_tick: int, *, can_look: bool) -> None:
        """Look back no further than there is a past, and only while it can be seen.

        Args:
            first_tick: The oldest tick that is held.
            newest_tick: Who looks at this one, or beyond, looks at now.
            can_look: Whether the past can be shown at all.
        """
        if self.past_tick is None:
            return
        if self.is_paused and can_look and self.past_tick < newest_tick:
            self.past_tick = max(first_tick, self.past_tick)
        else:
            self.past_tick = None

    OBEYS: ClassVar[Mapping[type, Callable[..., None]]] = {
        c.SetSpeed: _set_speed,
        c.BrowseSpeeds: _browse_speeds,
        c.TogglePause: _toggle_pause,
        c.StepOnce: _step_once,
        t.LookAt: _look_at,
        t.PlaceMarks: _place_marks,
        t.ToggleSpikeHold: _toggle_spike_hold,
    }

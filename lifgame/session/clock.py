"""The session's clock: how real time becomes ticks of simulated time."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import ClassVar

from lifgame.content.speeds import SPEEDS
from lifgame.model.stepper import Stepper
from lifgame.session import commands as c
from lifgame.session.start import neighbour


class Clock:
    """Speed, pause and single steps. It reads no clock: time is handed in.

    Attributes:
        speed: Simulated seconds per real second.
        is_paused: Whether simulated time is held by the visitor.
        dt_ms: Simulated time of one tick, in ms.
    """

    def __init__(self, speed: Fraction, dt_ms: float) -> None:
        self.speed = speed
        self.is_paused = False
        self.dt_ms = dt_ms
        self._steps_due = 0
        self._stepper = Stepper(dt_ms)

    @property
    def dropped_s(self) -> float:
        """Real seconds that were skipped because the machine could not keep up."""
        return self._stepper.dropped_s

    def due(self, elapsed_s: float, *, runs: bool) -> int:
        """The ticks that are due after some more real seconds.

        Args:
            elapsed_s: Real seconds since the last call.
            runs: Whether time may run at all, besides single steps.
        """
        ticks, self._steps_due = self._steps_due, 0
        if runs and not self.is_paused:
            ticks += self._stepper.take(elapsed_s, self.speed)
        return ticks

    def obey(self, command: c.SessionCommand) -> None:
        """Carry out one of ``Clock.OBEYS``.

        Raises:
            ValueError: If it asks for a speed that there is not.
        """
        self.OBEYS[type(command)](self, command)

    def _set_speed(self, command: c.SetSpeed) -> None:
        if command.speed not in SPEEDS:
            allowed = ", ".join(str(speed) for speed in SPEEDS)
            raise ValueError(f"speed {command.speed} is not one of {allowed}")
        self.speed = command.speed

    def _browse_speeds(self, command: c.BrowseSpeeds) -> None:
        self.speed = neighbour(SPEEDS, self.speed, command.by)

    def _toggle_pause(self, _: c.TogglePause) -> None:
        self.is_paused = not self.is_paused

    def _step_once(self, _: c.StepOnce) -> None:
        self.is_paused = True
        self._steps_due += 1

    OBEYS: ClassVar[Mapping[type, Callable[..., None]]] = {
        c.SetSpeed: _set_speed,
        c.BrowseSpeeds: _browse_speeds,
        c.TogglePause: _toggle_pause,
        c.StepOnce: _step_once,
    }

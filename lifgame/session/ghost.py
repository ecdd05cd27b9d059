"""The ghost: it plays while nobody is there, as a visitor would, by the same commands.

It turns the tap until the bucket flushes, pulls the line down, tries another neuron,
and shuts the tap. What it chooses is seeded: the same seed plays the same.
"""

from dataclasses import dataclass

import numpy as np

from lifgame.content.parameters import CURRENT, PARAMETERS, THRESHOLD
from lifgame.session import commands as c

TAP, LINE, CELL = CURRENT.id, THRESHOLD.id, "cell"
# How long its hand comes, does something, and goes, in seconds.
COME_S, DO_S, LEAVE_S = 0.6, 1.2, 0.4
# After this long it goes on, whether the bucket has flushed or not.
LONGEST_WATCH_S = 9.0
TAP_NA = 2.0
LINES_MV = (10.0, 11.0, 12.0, 13.0, 14.0)
# So often must the invitation change its language.
LINE_S = 6.0


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that it does, and how long it looks at what follows.

    Attributes:
        at: Where its hand goes: ``TAP``, ``LINE`` or ``CELL``.
        to: What the parameter is set to; for the cell, how many neurons further.
        watch_s: How long it looks on, after the first flush where there is one.
        waits: Whether it waits for a flush first.
    """

    at: str
    to: float
    watch_s: float
    waits: bool = False


class Ghost:
    """Its hand, and what it does next.

    Attributes:
        at: Where its hand is or was; None before the first time.
        near: How near the hand is, 0 (away) to 1 (there).
        is_touching: Whether it moves something now.
        played_s: How long it has played.
    """

    def __init__(self, seed: int = 0, presets: tuple[str, ...] = ()) -> None:
        self._seed = seed
        self._presets = presets
        self.begin()

    def begin(self) -> None:
        """From the first act on: the same every time."""
        self._rng = np.random.default_rng(self._seed)
        self.at: str | None = None
        self.near = 0.0
        self.is_touching = False
        self.played_s = 0.0
        self._acts: list[Act] = []
        self._act: Act | None = None
        self._for_s = 0.0
        self._from = 0.0
        self._rest_s = 1.0
        self._flushes = 0
        self._is_done = False
        self._further = 0

    def live(
        self, values: dict[str, float], flushes: int, elapsed_s: float
    ) -> list[c.SessionCommand]:
        """Let real time pass.

        Args:
            values: The cell's parameter values by id.
            flushes: Spikes that the cell has fired so far.
            elapsed_s: Real seconds since the last call.

        Returns:
            What its hand commands in this time.
        """
        self.played_s += elapsed_s
        if self._act is None:
            self._rest_s -= elapsed_s
            if self._rest_s <= 0.0:
                self._start(values)
            return []
        self._for_s += elapsed_s
        return self._move(self._act, flushes)

    def _start(self, values: dict[str, float]) -> None:
        if not self._acts:
            self._acts = self._round()
        self._act = self._acts.pop(0)
        self.at, self._for_s, self._is_done = self._act.at, 0.0, False
        self._from = values.get(self._act.at, 0.0)

    def _round(self) -> list[Act]:
        """What it does from an empty bucket to the next."""
        line = float(self._rng.choice(LINES_MV))
        further = int(self._rng.integers(1, 4))
        return [
            Act(TAP, TAP_NA, 3.0, waits=True),
            Act(LINE, line, 4.0),
            Act(CELL, further, 4.0, waits=True),
            Act(TAP, 0.0, 4.0),
        ]

    def _move(self, act: Act, flushes: int) -> list[c.SessionCommand]:
        at_s = self._for_s
        commands: list[c.SessionCommand] = []
        self.is_touching = COME_S <= at_s < COME_S + DO_S
        if at_s < COME_S:
            self.near = _eased(at_s / COME_S)
        elif at_s < COME_S + DO_S:
            self.near = 1.0
            commands = self._touch(act, (at_s - COME_S) / DO_S)
        elif not self._is_done:
            commands, self._is_done = self._touch(act, 1.0), True
            self._flushes = flushes
        else:
            gone = (at_s - COME_S - DO_S) / LEAVE_S
            self.near = 1.0 - _eased(min(gone, 1.0))
            commands = self._look_on(act, flushes, at_s - COME_S - DO_S - LEAVE_S)
        return commands

    def _touch(self, act: Act, share: float) -> list[c.SessionCommand]:
        if act.at == CELL:
            return self._other_neuron(round(act.to)) if share >= 1.0 else []
        spec = PARAMETERS[act.at]
        value = self._from + (act.to - self._from) * _eased(share)
        return [c.SetParameter(spec.id, min(max(value, spec.minimum), spec.maximum))]

    def _other_neuron(self, by: int) -> list[c.SessionCommand]:
        self._further += by
        return [c.BrowsePresets(by, among=self._presets)]

    def _look_on(
        self, act: Act, flushes: int, watched_s: float
    ) -> list[c.SessionCommand]:
        """The hand is gone; on to the next act when there was enough to see."""
        has_waited = flushes > self._flushes or not act.waits
        if watched_s < (act.watch_s if has_waited else LONGEST_WATCH_S):
            return []
        self._act, self._rest_s, self.near = None, 0.3, 0.0
        if self._acts:
            return []
        # The round is over: the first neuron again, with its tap shut.
        back, self._further = -self._further, 0
        return [
            c.BrowsePresets(back, among=self._presets),
            c.SetParameter(TAP, 0.0),
        ]


def _eased(share: float) -> float:
    """Slowly off, and slowly on."""
    share = min(max(share, 0.0), 1.0)
    return share * share * (3.0 - 2.0 * share)

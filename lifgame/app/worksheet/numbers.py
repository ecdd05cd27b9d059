"""The numbers of a worksheet: what to set, and what the closed forms say to it."""

from collections.abc import Mapping
from dataclasses import dataclass

from lifgame.content.parameters import (
    CAPACITANCE,
    CURRENT,
    DEFAULT_VALUES,
    RESISTANCE,
    THRESHOLD,
    ParameterSpec,
    lif_parameters,
)
from lifgame.content.presets import PLAIN, PRESETS
from lifgame.model import theory
from lifgame.session.codes import encode
from lifgame.session.start import DEFAULT_DT_MS, Start

# Currents of the f-I table as multiples of the smallest one that fires.
FACTORS = (0.8, 1.1, 1.7, 3.0)
# The two currents of which the second is twice the first; both are in the table, too.
LOW_FACTOR = 1.25
# A current that settles clearly below the line.
MEMORY_FACTOR = 0.75
# A current that leaves room for faster, slower and silent.
CHANGE_FACTOR = 1.7
# After one time constant this much of the way is made: 1 - 1/e.
MEMORY_SHARE = 0.632


@dataclass(frozen=True, slots=True)
class Point:
    """A current and its firing rate.

    Attributes:
        current_na: The current.
        theory_hz: The closed form's rate; 0 if it does not fire.
        screen_hz: The rate that the program shows, by Euler's method in its steps.
    """

    current_na: float
    theory_hz: float
    screen_hz: float


@dataclass(frozen=True, slots=True)
class Change:
    """One slider that is moved, and what comes of it.

    Attributes:
        spec: Which slider; None where nothing is moved.
        value: Where it is moved to, in its unit.
        reason: The sentence in the texts that says why; empty where nothing is moved.
        outcome: ``faster``, ``slower`` or ``silent``, as in the texts.
        point: The rate then.
        settle_mv: Where V settles then if it does not fire.
    """

    spec: ParameterSpec | None
    value: float
    reason: str
    outcome: str
    point: Point
    settle_mv: float


class Numbers:
    """All numbers of one neuron type's worksheet.

    Attributes:
        preset: Id of the neuron type.
        values: Its parameters by id.
        code: The setting as a code.

    Raises:
        ValueError: If it is a neuron that adapts: the closed forms are another's.
    """

    def __init__(self, preset: str) -> None:
        if preset not in PLAIN:
            raise ValueError(f"a worksheet has no answers for {preset}, which adapts")
        self.preset = preset
        self.values: Mapping[str, float] = DEFAULT_VALUES | PRESETS[preset].values()
        self.code = encode(Start(preset))
        self._parameters = lif_parameters(self.values)

    # --- the smallest current

    @property
    def rheobase_na(self) -> float:
        return theory.rheobase_na(self._parameters)

    @property
    def first_na(self) -> float:
        """The first step of the slider with which it fires."""
        steps = (CURRENT.value_at(n) for n in range(CURRENT.last_index + 1))
        return next(na for na in steps if self.point(na).theory_hz > 0)

    def at_factor(self, factor: float) -> float:
        """The slider's current nearest to a multiple of the smallest that fires."""
        return CURRENT.snap(factor * self.rheobase_na)

    def point(self, current_na: float, **changed: float) -> Point:
        """What a current does, perhaps with a slider moved."""
        p = lif_parameters({**self.values, **changed})
        interval_ms = theory.euler_interval_ms(p, current_na, DEFAULT_DT_MS)
        rate_hz = theory.firing_rate_hz(p, current_na)
        return Point(current_na, rate_hz, 1000.0 / interval_ms)

    # --- rhythm

    @property
    def low(self) -> Point:
        return self.point(self.at_factor(LOW_FACTOR))

    @property
    def high(self) -> Point:
        """Twice the current of ``low``."""
        return self.point(2.0 * self.low.current_na)

    @property
    def table(self) -> list[Point]:
        """The currents to try, from one that is silent upwards."""
        currents = {self.at_factor(factor) for factor in FACTORS}
        currents |= {self.low.current_na, self.high.current_na}
        return [self.point(current_na) for current_na in sorted(currents)]

    # --- memory

    @property
    def memory_na(self) -> float:
        return self.at_factor(MEMORY_FACTOR)

    @property
    def memory_settle_mv(self) -> float:
        return theory.steady_state_mv(self._parameters, self.memory_na)

    @property
    def tau_ms(self) -> float:
        return self._parameters.tau_ms

    # --- one change at a time

    @property
    def change_na(self) -> float:
        return self.at_factor(CHANGE_FACTOR)

    @property
    def changes(self) -> list[Change]:
        """Nothing moved first; then each slider of the neuron."""
        resistance = self.values[RESISTANCE.id]
        capacitance = self.values[CAPACITANCE.id]
        threshold = self.values[THRESHOLD.id]
        wider = CAPACITANCE.snap(2.0 * capacitance)
        if wider < 2.0 * capacitance:
            wider = CAPACITANCE.snap(capacitance / 2.0)
        return [
            self._change(None, 0.0),
            self._change(RESISTANCE, RESISTANCE.snap(2.0 * resistance)),
            self._change(RESISTANCE, RESISTANCE.snap(0.5 * resistance)),
            self._change(CAPACITANCE, wider),
            self._change(THRESHOLD, THRESHOLD.snap(threshold + 5.0)),
        ]

    def _change(self, spec: ParameterSpec | None, value: float) -> Change:
        changed = {spec.id: value} if spec else {}
        p = lif_parameters({**self.values, **changed})
        point, before = (
            self.point(self.change_na, **changed),
            self.point(self.change_na),
        )
        way = "up" if spec and value > self.values[spec.id] else "down"
        if not point.theory_hz:
            way = "silent"
        outcome = "faster" if point.theory_hz > before.theory_hz else "slower"
        return Change(
            spec=spec,
            value=value,
            reason=f"worksheet.key.{spec.id}_{way}" if spec else "",
            outcome=outcome if point.theory_hz else "silent",
            point=point,
            settle_mv=theory.steady_state_mv(p, self.change_na),
        )

"""Neuron types: the tutorial's eleven, with its I, R and C, and two that adapt.

V_th is 20 mV but for one: the spinal motor neuron settles at 2 nA x 8 MΩ = 16 mV and
could never reach 20 mV, so its threshold is 14 mV; its note in the texts says so.
"""

from dataclasses import dataclass

from lifgame.content.models import DEFAULT_MODEL, MODELS
from lifgame.content.parameters import (
    ADAPTATION_STEP,
    ADAPTATION_TAU,
    CAPACITANCE,
    CURRENT,
    REFRACTORY,
    RESISTANCE,
    THRESHOLD,
)


@dataclass(frozen=True, slots=True)
class Preset:
    """One neuron type. Names, groups and notes stand in the texts under its id.

    Attributes:
        id: Its name.
        group: Where it stands in the list.
        numbers: Values by parameter id: the current and all that its model has, but
            for the rest after a spike, which a visitor keeps.
        model: Id of its model.

    Raises:
        ValueError: If a value is missing, too much or not allowed, naming it.
    """

    id: str
    group: str
    numbers: tuple[tuple[str, float], ...]
    model: str = DEFAULT_MODEL

    def __post_init__(self) -> None:
        values = self.values()
        specs = [CURRENT, *MODELS[self.model].all_parameters]
        needed = {spec.id: spec for spec in specs if spec is not REFRACTORY}
        if values.keys() != needed.keys():
            names = ", ".join(sorted(values.keys() ^ needed.keys()))
            raise ValueError(f"preset {self.id}: missing or not of its model: {names}")
        for name, value in self.numbers:
            if needed[name].snap(value) != value:
                raise ValueError(f"preset {self.id}: {name} {value} is not a step")

    def values(self) -> dict[str, float]:
        """Its parameter values by parameter id."""
        return dict(self.numbers)


def _lif(
    id: str,
    group: str,
    current_na: float,
    resistance_mohm: float,
    capacitance_nf: float,
    threshold_mv: float = 20.0,
) -> Preset:
    values = (current_na, resistance_mohm, capacitance_nf, threshold_mv)
    specs = (CURRENT, RESISTANCE, CAPACITANCE, THRESHOLD)
    return Preset(
        id, group, tuple((s.id, v) for s, v in zip(specs, values, strict=True))
    )


def _adaptive(plain: Preset, step_mv: float, tau_ms: float) -> Preset:
    own = ((ADAPTATION_STEP.id, step_mv), (ADAPTATION_TAU.id, tau_ms))
    return Preset(plain.id, plain.group, plain.numbers + own, "adaptive")


# fmt: off
_ROWS = (
    #    id               group         I     R     C    V_th
    _lif("silent",        "basic",      0.0,  12.0, 2.0),
    _lif("subthreshold",  "basic",      1.0,  15.0, 2.0),
    _lif("pyramidal",     "cortex",     2.0,  12.0, 2.0),
    _lif("fast_spiking",  "cortex",     2.0,  15.0, 0.5),
    _lif("stellate",      "cortex",     1.5,  20.0, 1.5),
    _lif("purkinje",      "brain",      0.8,  30.0, 4.0),
    _lif("granule",       "brain",      1.5,  50.0, 0.5),
    _lif("thalamic",      "brain",      1.8,  15.0, 1.5),
    _lif("ca1",           "brain",      1.5,  18.0, 1.5),
    _lif("motor",         "peripheral", 2.0,   8.0, 5.0, 14.0),
    _lif("sensory",       "peripheral", 2.0,  20.0, 0.5),
    #                                                                        d    tau
    _adaptive(_lif("adapting_pyramidal", "adapting", 2.5, 12.0, 2.0),       2.0, 100.0),
    _adaptive(_lif("adapting_ca1",       "adapting", 2.0, 18.0, 1.0, 15.0), 4.0, 300.0),
)
# fmt: on

PRESETS = {preset.id: preset for preset in _ROWS}
# Those that do not adapt: for what only the plain model can answer.
PLAIN = tuple(preset.id for preset in _ROWS if preset.model == DEFAULT_MODEL)
DEFAULT_PRESET = "pyramidal"

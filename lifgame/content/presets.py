"""Neuron types: the tutorial's eleven, with its I, R and C; V_th is 20 mV but for one.

The spinal motor neuron settles at 2 nA x 8 MΩ = 16 mV and could never reach 20 mV,
so its threshold is 14 mV; its note in the texts says so.
"""

from dataclasses import dataclass

from lifgame.content.parameters import NEURON_PARAMETERS


@dataclass(frozen=True, slots=True)
class Preset:
    """One neuron type. Names, groups and notes stand in the texts under its id."""

    id: str
    group: str
    current_na: float
    resistance_mohm: float
    capacitance_nf: float
    threshold_mv: float = 20.0

    def __post_init__(self) -> None:
        for spec in NEURON_PARAMETERS:
            value = self.values()[spec.id]
            if spec.snap(value) != value:
                raise ValueError(f"preset {self.id}: {spec.id} {value} is not a step")

    def values(self) -> dict[str, float]:
        """The four parameter values by parameter id."""
        return {
            "current": self.current_na,
            "resistance": self.resistance_mohm,
            "capacitance": self.capacitance_nf,
            "threshold": self.threshold_mv,
        }


# fmt: off
_ROWS = (
    #       id               group         I     R     C    V_th
    Preset("silent",        "basic",      0.0,  12.0, 2.0),
    Preset("subthreshold",  "basic",      1.0,  15.0, 2.0),
    Preset("pyramidal",     "cortex",     2.0,  12.0, 2.0),
    Preset("fast_spiking",  "cortex",     2.0,  15.0, 0.5),
    Preset("stellate",      "cortex",     1.5,  20.0, 1.5),
    Preset("purkinje",      "brain",      0.8,  30.0, 4.0),
    Preset("granule",       "brain",      1.5,  50.0, 0.5),
    Preset("thalamic",      "brain",      1.8,  15.0, 1.5),
    Preset("ca1",           "brain",      1.5,  18.0, 1.5),
    Preset("motor",         "peripheral", 2.0,   8.0, 5.0, 14.0),
    Preset("sensory",       "peripheral", 2.0,  20.0, 0.5),
)
# fmt: on

PRESETS = {preset.id: preset for preset in _ROWS}
DEFAULT_PRESET = "pyramidal"

"""The simulators that a neuron can be taken to: one row each, with what it can do."""

from dataclasses import dataclass

from lifgame.content.patterns import PATTERNS

LIF = "lif"
ADAPTIVE = "adaptive"
# Noise comes from lifgame's own seed, and a hand cannot be written down.
WRITABLE = ("constant", "pulses", "sine", "step", "ramp")


@dataclass(frozen=True, slots=True)
class Target:
    """One simulator.

    Attributes:
        id: Name on the command line and of its template.
        name: As its makers write it.
        ending: Of its files.
        patterns: The input patterns that it can be given.
        models: The neuron models that it can be given.
        is_exact: Whether it is compared with the exact method when there is a rest.
        shared: Whether it is Python and uses the sections that Python scripts share.
    """

    id: str
    name: str
    ending: str = ".py"
    patterns: tuple[str, ...] = WRITABLE
    models: tuple[str, ...] = (LIF,)
    is_exact: bool = False
    shared: bool = True

    def __post_init__(self) -> None:
        unknown = set(self.patterns) - set(PATTERNS)
        if unknown:
            raise ValueError(f"target {self.id}: no such patterns {unknown}")

    def method(self, rest_ms: float) -> str:
        """The method of lifgame whose spikes it gives."""
        return "exact" if self.is_exact and rest_ms > 0 else "euler"


# fmt: off
_ROWS = (
    Target("brian2",  "Brian2", models=(LIF, ADAPTIVE)),
    Target("nest",    "NEST", models=(LIF, ADAPTIVE)),
    Target("pynn",    "PyNN"),
    Target("neuroml", "NeuroML", ending=".xml", shared=False,
           patterns=("constant", "pulses", "step")),
    Target("nengo",   "Nengo", is_exact=True),
)
# fmt: on

TARGETS = {target.id: target for target in _ROWS}

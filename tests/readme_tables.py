"""The README's tables, made from the program's own: ``python tests/readme_tables.py``.

Between ``<!-- table: NAME -->`` and ``<!-- end -->`` the README holds what the
functions here make; running this file writes it anew.
"""

import re
from collections.abc import Callable, Iterable
from pathlib import Path

from lifgame.app.sound.tones import SOUNDS
from lifgame.content.actions import ACTIONS, Action
from lifgame.content.export.targets import TARGETS
from lifgame.content.parameters import (
    EXTRA_PARAMETERS,
    NEURON_PARAMETERS,
    PATTERN_PARAMETERS,
    ParameterSpec,
)
from lifgame.content.patterns import PATTERNS
from lifgame.content.presets import PRESETS, Preset
from lifgame.content.settings import SETTINGS
from lifgame.content.texts import Library, shipped_texts
from lifgame.model import theory
from lifgame.model.neuron import LifParameters
from lifgame.view.widgets.keycaps import key_label

ROOT = Path(__file__).resolve().parent.parent
SAY = shipped_texts()
README = ROOT / "README.md"
_TABLE = re.compile(r"(<!-- table: (\w+) -->\n).*?(<!-- end -->)", re.S)


def presets() -> str:
    """Every neuron type with its values and what the closed form makes of them."""
    head = "Neuron type|Group|I in nA|R in MΩ|C in nF|V_th in mV|τ in ms|R·I in mV|Rate"
    return table(head.split("|"), (_preset(row) for row in PRESETS.values()))


def _preset(row: Preset) -> list[str]:
    p = LifParameters(row.resistance_mohm, row.capacitance_nf, row.threshold_mv)
    rate_hz = theory.firing_rate_hz(p, row.current_na)
    return [
        f"{SAY(f'preset.{row.id}.name')} (`{row.id}`)",
        SAY(f"group.{row.group}"),
        f"{row.current_na:g}",
        f"{row.resistance_mohm:g}",
        f"{row.capacitance_nf:g}",
        f"{row.threshold_mv:g}",
        f"{p.tau_ms:g}",
        f"{theory.steady_state_mv(p, row.current_na):g}",
        f"{rate_hz:.1f} Hz" if rate_hz else "silent",
    ]


def parameters() -> str:
    """Every number that can be set, with its range."""
    rows = [_parameter(spec, "always") for spec in NEURON_PARAMETERS]
    rows += [_parameter(spec, "Adjust") for spec in EXTRA_PARAMETERS]
    for spec in PATTERN_PARAMETERS:
        owners = [row.id for row in PATTERNS.values() if spec in row.parameters]
        names = ", ".join(SAY(f"pattern.{name}") for name in owners)
        rows.append(_parameter(spec, f"Adjust, with {names}"))
    head = ["Parameter", "Symbol", "From", "To", "Step", "At start", "Unit", "Shown"]
    return table(head, rows)


def _parameter(spec: ParameterSpec, shown: str) -> list[str]:
    numbers = (spec.minimum, spec.maximum, spec.step, spec.default)
    name = SAY(f"parameter.{spec.id}")
    return [name, spec.symbol, *(f"{n:g}" for n in numbers), spec.unit, shown]


def keys() -> str:
    """Every key; an action whose words go on the sentence shares the row before."""
    rows: list[tuple[list[str], list[str]]] = []
    for action in ACTIONS.values():
        words = SAY(f"action.{action.id}")
        if words[0].islower() and rows:
            rows[-1][0].append(_keys(action))
            rows[-1][1].append(words)
        else:
            rows.append(([_keys(action)], [words]))
    shown = ([" / ".join(names), " / ".join(words)] for names, words in rows)
    return table(["Key", "What it does"], shown)


def _keys(action: Action) -> str:
    """The keys' labels; those of the number pad go without saying."""
    named = [key for key in action.keys if not key.startswith("[") and key != "enter"]
    return " or ".join(f"`{key_label(key, SAY)}`" for key in named)


def settings() -> str:
    """Every setting with its choices and its option on the command line."""
    library = Library()
    rows = []
    for setting in SETTINGS.values():
        choices = setting.choices or tuple(library.languages)
        option = f"--{setting.id.replace('_', '-')}"
        default = f"`{setting.default}`"
        named = ", ".join(f"`{choice}`" for choice in choices)
        rows.append([SAY(f"setting.{setting.id}.title"), f"`{option}`", named, default])
    return table(["Setting", "Option", "Choices", "Default"], rows)


def sounds() -> str:
    """Every sound with what shows the same."""
    return table(
        ["Sound", "Seen at the same time"],
        ([tone.id, tone.twin] for tone in SOUNDS.values()),
    )


def targets() -> str:
    """Every simulator that a neuron can be taken to."""
    rows = [
        [f"{row.name} (`{row.id}`)", ", ".join(row.patterns), ", ".join(row.models)]
        for row in TARGETS.values()
    ]
    return table(["Simulator", "Input patterns", "Models"], rows)


def table(head: list[str], rows: Iterable[list[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


TABLES: dict[str, Callable[[], str]] = {
    "presets": presets,
    "parameters": parameters,
    "keys": keys,
    "settings": settings,
    "sounds": sounds,
    "targets": targets,
}


def renewed(readme: str) -> str:
    """The README with its tables made anew.

    Raises:
        KeyError: If it asks for a table that does not exist.
    """
    return _TABLE.sub(lambda m: f"{m[1]}\n{TABLES[m[2]]()}\n{m[3]}", readme)


if __name__ == "__main__":
    README.write_text(renewed(README.read_text("utf-8")), "utf-8")

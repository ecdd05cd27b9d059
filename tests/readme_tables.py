"""The README's tables, made from the program's own: ``python tests/readme_tables.py``.

Between ``<!-- table: NAME -->`` and ``<!-- end -->`` the README holds what the
functions here make; running this file writes it anew.
"""

import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path

from lifgame.app.cli import kept_help
from lifgame.app.cli.experiment import Experiment
from lifgame.app.cli.main import COMMANDS
from lifgame.app.cli.parser import Parser
from lifgame.app.files.options import OPTIONS
from lifgame.app.own import form
from lifgame.app.own.written import written
from lifgame.app.sound.tones import SOUNDS
from lifgame.content.actions import ACTIONS, Action
from lifgame.content.export.targets import TARGETS
from lifgame.content.models import MODELS
from lifgame.content.parameters import (
    ADAPTATION_PARAMETERS,
    DEFAULT_VALUES,
    EXTRA_PARAMETERS,
    NEURON_PARAMETERS,
    PATTERN_PARAMETERS,
    ParameterSpec,
)
from lifgame.content.patterns import PATTERNS, Pattern
from lifgame.content.plurals import PLURAL_RULES
from lifgame.content.presets import PRESETS, Preset
from lifgame.content.settings import SETTINGS
from lifgame.content.texts import Library, shipped_texts
from lifgame.session.guide.experiments import DIALS, MEASURES, PLOTS
from lifgame.session.guide.meter import READINGS
from lifgame.session.guide.rows import CHALLENGE, EXPERIMENT
from lifgame.session.guide.table import GUIDES
from lifgame.session.start import DEFAULT_DT_MS
from lifgame.view.widgets.keycaps import key_label

ROOT = Path(__file__).resolve().parent.parent
SAY = shipped_texts()
README = ROOT / "README.md"
_TABLE = re.compile(r"(<!-- table: (\w+) -->\n).*?(<!-- end -->)", re.S)


def presets() -> str:
    """Every neuron type with its values and what the closed form makes of them."""
    head = "Neuron type|Group|I in nA|R in MΩ|C in nF|V_th in mV|d in mV|τ_θ in ms|"
    head += "τ in ms|R·I in mV|Rate"
    return table(head.split("|"), (_preset(row) for row in PRESETS.values()))


def _preset(row: Preset) -> list[str]:
    values = DEFAULT_VALUES | row.values()
    theory = MODELS[row.model].theory_at(values)
    assert theory is not None
    rate_hz = theory.rate_hz(values["current"])
    own = ADAPTATION_PARAMETERS
    return [
        f"{SAY(f'preset.{row.id}.name')} (`{row.id}`)",
        SAY(f"group.{row.group}"),
        *(f"{values[spec.id]:g}" for spec in NEURON_PARAMETERS),
        *(f"{row.values()[s.id]:g}" if s.id in row.values() else "–" for s in own),
        f"{theory.tau_ms:g}",
        f"{theory.settle_mv(values['current']):g}",
        f"{rate_hz:.1f} Hz" if rate_hz else "silent",
    ]


def parameters() -> str:
    """Every number that can be set, with its range."""
    rows = [_parameter(spec, "always") for spec in NEURON_PARAMETERS]
    rows += [_parameter(spec, "Adjust") for spec in EXTRA_PARAMETERS]
    rows += [
        _parameter(spec, "Adjust, with an adapting neuron")
        for spec in ADAPTATION_PARAMETERS
    ]
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


def euler() -> str:
    """By how much Euler's method misses each pattern's rate, at its worst neuron."""
    rows = []
    for pattern in PATTERNS.values():
        if pattern.is_by_hand:
            continue
        worst = max((_counts(preset, pattern) for preset in PRESETS.values()), key=_off)
        name, by_euler, exact = worst
        rows.append(
            [
                SAY(f"pattern.{pattern.id}"),
                SAY(f"preset.{name}.name"),
                f"{by_euler / RUN_S:.1f} Hz",
                f"{exact / RUN_S:.1f} Hz",
                f"{100 * (by_euler / exact - 1):+.1f} %".replace("-", "−"),
            ]
        )
    return table(["Pattern", "Worst neuron", "Euler", "Exact", "Error"], rows)


RUN_S = 20
LEAST_SPIKES = 20
Counted = tuple[str, int, int]


def _counts(preset: Preset, pattern: Pattern) -> Counted:
    """The preset, and its spikes in ``RUN_S`` by Euler's method and exactly."""
    values = DEFAULT_VALUES | preset.values()
    counts = [
        Experiment(
            values, pattern.id, method, DEFAULT_DT_MS, 1000 * RUN_S, 0, preset.model
        )
        .simulation()
        .advance(round(1000 * RUN_S / DEFAULT_DT_MS))
        .spike_times_ms
        for method in ("euler", "exact")
    ]
    return preset.id, len(counts[0]), len(counts[1])


def _off(counted: Counted) -> float:
    """How far off it is; with few spikes one more or less would say nothing."""
    _, by_euler, exact = counted
    return abs(by_euler / exact - 1) if exact >= LEAST_SPIKES else 0.0


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


def config() -> str:
    """Every key of the configuration; the actions' keys in one row."""
    rows = [
        [f"`{row.section}`", f"`{row.name}`", row.help, row.kind, _default(row.default)]
        for row in OPTIONS.values()
        if row.section != "keys"
    ]
    keys = "a list of keys; `--print-config` names the actions"
    rows.append(["`keys`", "an action", "which keys do it", keys, "the keys above"])
    return table(["Section", "Key", "What it is", "Allowed", "Default"], rows)


def _default(value: object) -> str:
    return f"`{value}`" if value else "none"


def plurals() -> str:
    """Every plural rule with its languages and forms."""
    rows = (
        [
            f"`{rule.id}`",
            ", ".join(f"`{name}`" for name in rule.languages),
            ", ".join(f"`{form}`" for form in rule.forms),
        ]
        for rule in PLURAL_RULES.values()
    )
    return table(["Rule", "Languages, among others", "Forms"], rows)


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


def own() -> str:
    """What may be named in a file of somebody's own experiment or challenge."""
    measures = ", ".join(f"`{name}`" for name in MEASURES)
    rows = [
        ["`kind`", f"`{EXPERIMENT}`, `{CHALLENGE}`"],
        ["`icon`", _names(form.ICONS)],
        ["`live`, what can be touched", _names(form.LIVE)],
        ["`what_if`, the last question", _names(form.HANDLES)],
        ["`measure`, with its theory", measures],
        ["`plot`", _names(PLOTS)],
        ["`dial`", _names(DIALS)],
        ["`[guess]` `figures`", _names(form.FIGURES)],
        ["`[gauge]` `unit`", _names(form.UNITS)],
        ["`reading`", _names(READINGS)],
    ]
    return table(["Key", "Names"], rows)


def _names(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" if name else '`""`' for name in names)


def example() -> str:
    """A built-in experiment as a file of somebody's own."""
    return f"```toml\n{written(GUIDES['rheobase'], 'my_smallest', [SAY])}```\n"


TABLES: dict[str, Callable[[], str]] = {
    "own": own,
    "example": example,
    "presets": presets,
    "parameters": parameters,
    "euler": euler,
    "keys": keys,
    "settings": settings,
    "sounds": sounds,
    "config": config,
    "plurals": plurals,
    "targets": targets,
}


def renewed(readme: str) -> str:
    """The README with its tables made anew.

    Raises:
        KeyError: If it asks for a table that does not exist.
    """
    return _TABLE.sub(lambda m: f"{m[1]}\n{TABLES[m[2]]()}\n{m[3]}", readme)


def made_help(command: str) -> str:
    """The help of a command as the parser makes it."""
    os.environ["COLUMNS"] = str(kept_help.WIDTH + 2)
    parser = Parser(prog=f"lifgame {command}".strip(), allow_abbrev=False)
    COMMANDS[command](parser)
    return parser.format_help()


if __name__ == "__main__":
    for command in COMMANDS:
        Path(kept_help.file_of(command)).write_text(made_help(command), "utf-8")
    README.write_text(renewed(README.read_text("utf-8")), "utf-8")

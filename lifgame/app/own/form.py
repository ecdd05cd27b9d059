"""A file of somebody's own as a row of the guide: which keys there are, and their kind.

Every name that is chosen - of a reading, a theory, a drawing - is one that the built-in
rows use, so whatever can be written here can also be shown.
"""

import re
from dataclasses import dataclass
from fractions import Fraction
from math import inf

from lifgame.app.own.fields import Fields
from lifgame.app.own.moves import HANDS_ON, move_of
from lifgame.app.own.words import Words, needed_words, read_words
from lifgame.content.parameters import (
    CAPACITANCE,
    CURRENT,
    NOISE_SIGMA,
    PARAMETERS,
    RESISTANCE,
    SINE_FREQUENCY,
    THRESHOLD,
)
from lifgame.content.patterns import DEFAULT_PATTERN, PATTERNS
from lifgame.content.presets import PRESETS
from lifgame.content.small_files import TomlFile
from lifgame.content.speeds import SPEEDS
from lifgame.session.guide.experiments import DIALS, MEASURES, PLOTS
from lifgame.session.guide.meter import READINGS
from lifgame.session.guide.rows import (
    CHALLENGE,
    EXPERIMENT,
    GOALS,
    LONGEST_SHOW_S,
    MOST_CHOICES,
    Bar,
    Check,
    Choice,
    Move,
    Row,
)
from lifgame.session.guide.table import GUIDES
from lifgame.session.start import DEFAULT_DT_MS, Start

ID = re.compile(r"[a-z][a-z0-9_]{1,30}")
# What has a handle in the picture, or a control on the bench.
HANDLES = (CURRENT.id, THRESHOLD.id, CAPACITANCE.id, RESISTANCE.id)
LIVE = (*HANDLES, NOISE_SIGMA.id, SINE_FREQUENCY.id)
ICONS = tuple(dict.fromkeys(row.icon for row in GUIDES.values()))
UNITS = tuple(dict.fromkeys(row.gauge[1] for row in GUIDES.values() if row.gauge))
_GUESSES = [row.guess for row in GUIDES.values()]
FIGURES = tuple(
    dict.fromkeys(one.figures for one in _GUESSES if isinstance(one, Choice))
)
_BARS = [guess for guess in _GUESSES if isinstance(guess, Bar)]
BAR_UNITS = tuple(dict.fromkeys(bar.unit for bar in _BARS))
BAR_ROLES = tuple(dict.fromkeys(bar.role for bar in _BARS))
GOAL_NAMES = tuple(f"goal_{number}" for number in range(1, GOALS + 1))
CHECK = ("reading", "at_least", "at_most")
KEYS = (
    "id", "kind", "icon", "seconds", "speed", "live", "what_if", "hold", "rule",
    "noise", "drum", "says_way", "plot", "dial", "measure", "solution", "start",
    "guess",
    *GOAL_NAMES, "close", "gauge", "words",
)  # fmt: skip
LARGEST = 1e6
MOST_MOVES = 60


@dataclass(frozen=True, slots=True)
class OwnFile:
    """What one file says.

    Attributes:
        row: The experiment or challenge; None if anything is wrong.
        words: Its words by language and key of the texts.
        problems: What is wrong, each with file and line.
    """

    row: Row | None
    words: Words
    problems: tuple[str, ...] = ()


def read_form(file: TomlFile, languages: tuple[str, ...]) -> OwnFile:
    """A row out of a file.

    Args:
        file: The file.
        languages: Those that there are; words in any other are a problem.
    """
    problems: list[str] = []
    fields = Fields(file, problems, (), file.table, KEYS)
    form = _Form(fields, problems)
    row = form.row()
    words = read_words(fields, form.id, form.needed_words, languages)
    return OwnFile(None if problems else row, words, tuple(problems))


class _Form:
    """Takes the fields of one file, in the order in which they are explained."""

    def __init__(self, fields: Fields, problems: list[str]) -> None:
        self._fields, self._problems = fields, problems
        self.id, self._kind, self._has_choice = "", EXPERIMENT, False

    @property
    def needed_words(self) -> tuple[str, ...]:
        """The texts that it needs."""
        return needed_words(self._kind, has_choice=self._has_choice)

    def row(self) -> Row | None:
        f = self._fields
        self.id = f.text("id")
        if self.id and not ID.fullmatch(self.id):
            allowed = "a small letter, then small letters, digits and _"
            f.wrong("id", f"id = {self.id[:40]!r} is not allowed; allowed: {allowed}")
        self._kind = f.word("kind", (EXPERIMENT, CHALLENGE))
        live = f.words("live", LIVE)
        # The quickest stands in: with it no solution lasts too long.
        speeds = [str(speed) for speed in reversed(SPEEDS)]
        speed = Fraction(f.word("speed", speeds))
        guess = self._guess()
        rest = {
            "icon": f.word("icon", ICONS, ICONS[0]),
            "seconds": f.whole("seconds", 5, 600, 30),
            "what_if": f.word("what_if", HANDLES),
            "has_hold": f.flag("hold"),
            "has_rule": f.flag("rule"),
            "has_noise": f.flag("noise"),
            "has_drum": f.flag("drum"),
            "says_way": f.flag("says_way"),
            "plot": PLOTS[f.word("plot", PLOTS)] if "plot" in f else None,
            "dial": DIALS[f.word("dial", DIALS)] if "dial" in f else None,
            "start": self._start(),
            "goals": self._goals(),
            "solution": self._solution(live, float(speed)),
            **self._end(),
        }
        self._check_controls(live)
        if self._problems:
            return None
        try:
            return Row(
                self.id, self._kind, speed=speed, live=live, guess=guess,
                is_own=True, **rest,  # type: ignore[arg-type]
            )  # fmt: skip
        except ValueError as error:
            f.wrong("id", str(error))
            return None

    def _start(self) -> Start:
        start = self._fields.table("start", ("preset", "pattern", "seed", *PARAMETERS))
        if start is None:
            if "start" not in self._fields:
                self._fields.wrong("start", "[start] is missing; it needs a preset")
            return Start()
        values = []
        for name in start.names:
            if name in PARAMETERS:
                spec = PARAMETERS[name]
                value = start.number(name, spec.minimum, spec.maximum)
                values.append((name, spec.snap(value)))
        return Start(
            preset=start.word("preset", PRESETS),
            pattern=start.word("pattern", PATTERNS, DEFAULT_PATTERN),
            seed=start.whole("seed", 0, 2**30 - 1, 0),
            values=tuple(values),
        )

    def _guess(self) -> Bar | Choice | None:
        is_wanted = self._kind == EXPERIMENT
        if is_wanted != ("guess" in self._fields):
            says = "needs a section [guess]" if is_wanted else "has no [guess]"
            self._fields.wrong("guess", f"the kind {self._kind} {says}")
            return None
        table = self._fields.table(
            "guess",
            ("form", "true", "figures", "unit", "high", "step", "decimals", "role",
             "mark"),
        )  # fmt: skip
        if table is None:
            return None
        if table.word("form", ("bar", "choice")) == "choice":
            self._has_choice = True
            true = table.whole("true", 1, MOST_CHOICES)
            return Choice(true - 1, table.word("figures", FIGURES, FIGURES[0]))
        return Bar(
            unit=table.word("unit", BAR_UNITS),
            high=table.number("high", 0.1, LARGEST),
            step=table.number("step", 0.001, LARGEST),
            decimals=table.whole("decimals", 0, 3, 1),
            role=table.word("role", BAR_ROLES),
            mark=table.number("mark", 0.01, LARGEST),
        )

    def _goals(self) -> tuple[Check, ...]:
        is_experiment = self._kind == EXPERIMENT
        wanted = GOAL_NAMES[: GOALS - is_experiment]
        for name in GOAL_NAMES:
            if (name in self._fields) != (name in wanted):
                count = len(wanted)
                what = f"the kind {self._kind} has {count} goals, [goal_1] to"
                self._fields.wrong(name, f"{what} [goal_{count}]")
        return tuple(self._check(name) for name in wanted if name in self._fields)

    def _check(self, name: str) -> Check:
        table = self._fields.table(name, CHECK)
        if table is None:
            return Check(READINGS[0])
        if "at_least" not in table and "at_most" not in table:
            table.wrong("reading", f"[{name}] needs at_least or at_most")
        least = table.number("at_least", -LARGEST, LARGEST, 0.0)
        most = table.number("at_most", -LARGEST, LARGEST, 0.0)
        return Check(
            table.word("reading", READINGS),
            least if "at_least" in table else -inf,
            most if "at_most" in table else inf,
        )

    def _end(self) -> dict[str, object]:
        """What comes out: of an experiment a measure, of a challenge a gauge."""
        f, is_experiment = self._fields, self._kind == EXPERIMENT
        for name, is_wanted in (
            ("measure", is_experiment),
            ("close", is_experiment),
            ("gauge", not is_experiment),
        ):
            if is_wanted != (name in f):
                says = "needs" if is_wanted else "has no"
                f.wrong(name, f"the kind {self._kind} {says} {name}")
                return {}
        if is_experiment:
            measure = MEASURES[f.word("measure", MEASURES)]
            return {"measure": measure, "close": self._check("close")}
        gauge = f.table("gauge", ("reading", "unit", "full"))
        if gauge is None:
            return {}
        reading, unit = gauge.word("reading", READINGS), gauge.word("unit", UNITS)
        return {"gauge": (reading, unit, gauge.number("full", 0.001, LARGEST))}

    def _check_controls(self, live: tuple[str, ...]) -> None:
        """What is live needs its control."""
        f = self._fields
        shown = {NOISE_SIGMA.id: f.flag("noise"), SINE_FREQUENCY.id: "dial" in f}
        controls = {NOISE_SIGMA.id: "noise = true", SINE_FREQUENCY.id: "dial"}
        for name, is_shown in shown.items():
            if (name in live) != is_shown:
                f.wrong("live", f"{name} in live and {controls[name]} go together")

    def _solution(self, live: tuple[str, ...], speed: float) -> tuple[Move, ...]:
        items = self._fields.items("solution")
        hands = tuple(name for name in HANDS_ON if self._fields.flag(name))
        if not items or len(items) > MOST_MOVES:
            self._fields.wrong("solution", f"solution has 1 to {MOST_MOVES} moves")
        moves = []
        for number, item in enumerate(items[:MOST_MOVES], start=1):
            move = move_of(item, live, hands)
            if isinstance(move, str):
                self._fields.wrong("solution", f"solution, move {number}: {move}")
            else:
                moves.append(move)
        lasts_s = sum(m.ticks for m in moves) * DEFAULT_DT_MS / 1000.0 / speed
        if lasts_s > LONGEST_SHOW_S:
            what = f"solution lasts {lasts_s:.1f} s on the wall at this speed"
            self._fields.wrong("solution", f"{what}; allowed: {LONGEST_SHOW_S:g} s")
        return tuple(moves)

"""A row of the guide as a file of somebody's own: an example to begin with."""

from collections.abc import Iterable
from math import isfinite

from lifgame.app.files.options import toml_value
from lifgame.app.own.moves import written_move
from lifgame.app.own.words import needed_words
from lifgame.content.texts import Texts
from lifgame.session.guide.experiments import DIALS, PLOTS
from lifgame.session.guide.rows import Bar, Check, Choice, Row


def written(row: Row, id: str, languages: Iterable[Texts]) -> str:
    """The file of a row, under another id and with its words in some languages.

    Raises:
        ValueError: If it has something that no file can say.
    """
    if row.second is not None or row.secret is not None:
        raise ValueError(f"{row.id}: a file has no word for a second neuron")
    lines = [*_head(row, id), "solution = ["]
    lines += [f"    {toml_value(written_move(move))}," for move in row.solution]
    lines += ["]", "", *_start(row), *_guess(row)]
    for number, goal in enumerate(row.goals, start=1):
        lines += _section(f"goal_{number}", _check(goal))
    if row.close is not None:
        lines += _section("close", _check(row.close))
    if row.gauge is not None:
        lines += _section(
            "gauge", zip(("reading", "unit", "full"), row.gauge, strict=True)
        )
    needed = needed_words(row.kind, has_choice=isinstance(row.guess, Choice))
    for texts in languages:
        said = [(key, texts(f"guide.{row.id}.{key}")) for key in needed]
        lines += _section(f"words.{texts.language}", said)
    return "\n".join(lines).rstrip("\n") + "\n"


def _head(row: Row, id: str) -> list[str]:
    flags = {
        "hold": row.has_hold, "rule": row.has_rule, "noise": row.has_noise,
        "drum": row.has_drum,
        "says_way": row.says_way,
    }  # fmt: skip
    pairs: list[tuple[str, object]] = [
        ("id", id),
        ("kind", row.kind),
        ("icon", row.icon),
        ("seconds", row.seconds),
        ("speed", str(row.speed)),
        ("live", row.live),
        ("what_if", row.what_if),
        *((name, True) for name, is_on in flags.items() if is_on),
        *(("plot", name) for name, plot in PLOTS.items() if plot is row.plot),
        *(("dial", name) for name, dial in DIALS.items() if dial is row.dial),
    ]
    if row.measure is not None:
        pairs.append(("measure", row.measure.reading))
    return [f"{name} = {toml_value(value)}" for name, value in pairs]


def _section(name: str, pairs: Iterable[tuple[str, object]]) -> list[str]:
    lines = [f"{key} = {toml_value(value)}" for key, value in pairs]
    return [f"[{name}]", *lines, ""]


def _start(row: Row) -> list[str]:
    start = row.start
    pairs: list[tuple[str, object]] = [("preset", start.preset)]
    pairs += [("pattern", start.pattern)]
    if start.seed:
        pairs.append(("seed", start.seed))
    return _section("start", [*pairs, *start.values])


def _guess(row: Row) -> list[str]:
    match row.guess:
        case Bar() as bar:
            names = ("unit", "high", "step", "decimals", "role", "mark")
            pairs = [(name, getattr(bar, name)) for name in names]
            return _section("guess", [("form", "bar"), *pairs])
        case Choice(true, figures):
            pairs = [("true", true + 1), ("figures", figures)]
            return _section("guess", [("form", "choice"), *pairs])
    return []


def _check(check: Check) -> list[tuple[str, object]]:
    ends = (("at_least", check.at_least), ("at_most", check.at_most))
    return [("reading", check.reading), *((n, end) for n, end in ends if isfinite(end))]

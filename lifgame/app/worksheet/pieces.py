"""What the questions and the answers of a worksheet are put together from."""

import re
from collections.abc import Callable, Sequence
from html import escape

from lifgame.app.worksheet.axes import Axis, Plot
from lifgame.app.worksheet.numbers import Change, Numbers
from lifgame.content.parameters import CURRENT, NEURON_PARAMETERS, ParameterSpec
from lifgame.content.texts import Texts

# A sign that no language uses: where it stands, a number is to be written.
_BLANK = "\ue000"
# A number never stands on a line without its unit.
_BLANK_AND_UNIT = re.compile(rf"{_BLANK} \w+[.;,]?")
_SUBSCRIPT = re.compile(r"_([a-z]+)")
# Room above the fastest rate, and time for four time constants.
RATE_ROOM = 1.05
MEMORY_TAUS = 5.0
LEVEL_ROOM = 1.1


class Words:
    """The words of a language as HTML.

    Attributes:
        texts: The language.
    """

    blank = _BLANK
    neuron_specs = NEURON_PARAMETERS[1:]

    def __init__(self, texts: Texts) -> None:
        self.texts = texts

    def say(self, key: str, **values: str) -> str:
        """A text; values may hold blanks, but no HTML."""
        text = escape(self.texts(key, **values))
        text = _SUBSCRIPT.sub(r"<sub>\1</sub>", text)
        text = _BLANK_AND_UNIT.sub(r'<span class="whole">\g<0></span>', text)
        return text.replace(_BLANK, '<span class="blank"></span>')

    def number(self, value: float, decimals: int) -> str:
        return self.texts.number(value, decimals)

    def quantity(self, value: float, decimals: int, unit: str) -> str:
        """A number with its unit, never parted at a line's end."""
        return self.texts.quantity(value, decimals, unit).replace(" ", "\u00a0")

    def current(self, value: float) -> str:
        """A current that the slider can be set to."""
        return self.value(CURRENT, value)

    def value(self, spec: ParameterSpec, value: float) -> str:
        """A parameter's value as on its slider."""
        return self.quantity(value, spec.decimals, spec.unit)

    def symbol(self, spec: ParameterSpec) -> str:
        return _SUBSCRIPT.sub(r"<sub>\1</sub>", escape(spec.symbol))

    def changed(self, change: Change) -> str:
        """Which slider is moved, and where to."""
        if change.spec is None:
            return self.say("worksheet.change.nothing")
        return f"{self.symbol(change.spec)} = {self.value(change.spec, change.value)}"

    # --- pieces of a page

    def step(self, name: str, body: str) -> str:
        """One of the three steps: guess, try, explain."""
        head = self.say(f"worksheet.{name}")
        return f'<p class="step"><b class="{name}">{head}</b>{body}</p>'

    def lines(self, count: int) -> str:
        """Lines to write on."""
        return '<span class="line"></span>' * count

    def table(
        self, head: Sequence[str], rows: Sequence[Sequence[str]], kind: str = ""
    ) -> str:
        """A table; its head is named by keys, its cells are HTML."""
        top = "".join(f"<th>{self.say(key)}</th>" for key in head)
        body = "".join(
            "<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>\n"
            for row in rows
        )
        return f'<table class="{kind}">\n<tr>{top}</tr>\n{body}</table>'

    def across(self, head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
        """A table that lies on its side: each key begins a row."""
        lines = (
            f"<tr><th>{self.say(key)}</th>"
            + "".join(f"<td>{row[index]}</td>" for row in rows)
            + "</tr>\n"
            for index, key in enumerate(head)
        )
        return f'<table class="across">\n{"".join(lines)}</table>'


def section(words: Words, name: str, body: str, kind: str = "") -> str:
    """A numbered task with its question as its title."""
    title = words.say(f"worksheet.{name}.title")
    return (
        f'<section class="{name}">\n<h2>{title}</h2>\n'
        f'<div class="{kind}">{body}</div>\n</section>'
    )


def frequency_plot(numbers: Numbers, words: Words) -> Plot:
    """Empty axes for the rate against the current."""
    key = "worksheet.rhythm"
    top_na = numbers.table[-1].current_na
    top_hz = max(point.theory_hz for point in numbers.table) * RATE_ROOM
    return Plot(
        Axis(words.texts(f"{key}.current"), top_na, _ticks(words)),
        Axis(words.texts(f"{key}.rate"), top_hz, _ticks(words)),
    )


def memory_plot(numbers: Numbers, words: Words) -> Plot:
    """Empty axes for V against time, with the line."""
    key = "worksheet.memory"
    line_mv = numbers.values["threshold"]
    value = words.texts.quantity(line_mv, 0, "mV")
    return Plot(
        Axis(words.texts(f"{key}.time"), MEMORY_TAUS * numbers.tau_ms, _ticks(words)),
        Axis(words.texts(f"{key}.voltage"), line_mv * LEVEL_ROOM, _ticks(words)),
        line=(line_mv, words.texts("worksheet.memory.line", value=value)),
    )


def _ticks(words: Words) -> Callable[[float], str]:
    """How numbers are written at an axis: with as few decimals as they need."""

    def write(value: float) -> str:
        decimals = next(n for n in range(10) if abs(round(value, n) - value) < 1e-9)
        return words.number(value, decimals)

    return write

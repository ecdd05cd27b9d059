"""The answers of a worksheet on a page of their own, out of the closed forms."""

import math
from dataclasses import replace
from html import escape

from lifgame.app.worksheet.numbers import MEMORY_SHARE, Change, Numbers, Point
from lifgame.app.worksheet.pieces import Words, frequency_plot, memory_plot, section


def answers(title: str, numbers: Numbers, words: Words) -> str:
    """The teacher's page."""
    say = words.say
    sections = (
        _rheobase(numbers, words),
        _rhythm(numbers, words),
        _memory(numbers, words),
        _change(numbers, words),
        section(words, "further", f"<p>{say('worksheet.key.further')}</p>"),
    )
    return (
        '<main class="page key">\n<header>\n'
        f"<h1>{say('worksheet.key.title')}</h1>\n"
        f'<p class="who">{escape(title)}</p>\n'
        f'<p class="setup">{say("worksheet.key.intro")}</p>\n'
        "</header>\n" + "\n".join(sections) + "\n</main>"
    )


def _rheobase(numbers: Numbers, words: Words) -> str:
    values = numbers.values
    line, resistance = (
        words.value(spec, values[spec.id])
        for spec in (words.neuron_specs[2], words.neuron_specs[0])
    )
    answer = words.say(
        "worksheet.key.rheobase",
        line=line,
        resistance=resistance,
        rheobase=words.quantity(numbers.rheobase_na, 2, "nA"),
        first=words.current(numbers.first_na),
    )
    note = words.say("worksheet.key.rheobase_note")
    return section(words, "rheobase", f'<p>{answer}</p><p class="note">{note}</p>')


def _rhythm(numbers: Numbers, words: Words) -> str:
    answer = words.say(
        "worksheet.key.rhythm",
        low=words.quantity(numbers.low.theory_hz, 1, "Hz"),
        high=words.quantity(numbers.high.theory_hz, 1, "Hz"),
        rheobase=words.quantity(numbers.rheobase_na, 2, "nA"),
    )
    rows = [
        (
            words.number(point.current_na, 2),
            words.number(point.theory_hz, 1),
            words.number(point.screen_hz, 1),
        )
        for point in numbers.table
    ]
    head = ("worksheet.rhythm.current", "worksheet.key.theory", "worksheet.key.screen")
    plot = replace(
        frequency_plot(numbers, words),
        curve=lambda current_na: numbers.point(current_na).theory_hz,
        points=[(point.current_na, point.theory_hz) for point in numbers.table],
    )
    table = words.across(head, rows)
    return section(
        words,
        "rhythm",
        f"<div><p>{answer}</p>{table}</div><div>{plot.svg()}</div>",
        "beside",
    )


def _memory(numbers: Numbers, words: Words) -> str:
    settle_mv = numbers.memory_settle_mv
    level_mv = MEMORY_SHARE * settle_mv
    answer = words.say(
        "worksheet.key.memory",
        settle=words.quantity(settle_mv, 1, "mV"),
        level=words.quantity(level_mv, 1, "mV"),
        tau=words.quantity(numbers.tau_ms, 1, "ms"),
    )
    plot = replace(
        memory_plot(numbers, words),
        curve=lambda time_ms: -settle_mv * math.expm1(-time_ms / numbers.tau_ms),
        points=[(numbers.tau_ms, level_mv)],
    )
    return section(
        words, "memory", f"<div><p>{answer}</p></div><div>{plot.svg()}</div>", "beside"
    )


def _change(numbers: Numbers, words: Words) -> str:
    head = (
        "worksheet.change.what",
        "worksheet.change.guess",
        "worksheet.key.theory",
        "worksheet.key.screen",
        "worksheet.change.why",
    )
    rows = [_changed(change, words) for change in numbers.changes]
    return section(words, "change", words.table(head, rows, "changes"))


def _changed(change: Change, words: Words) -> tuple[str, ...]:
    outcome, why = "", ""
    if change.spec:
        outcome = words.say(f"worksheet.change.{change.outcome}")
        level = words.quantity(change.settle_mv, 1, "mV")
        why = words.say(change.reason, settle=level)
    return (words.changed(change), outcome, *_rates(change.point, words), why)


def _rates(point: Point, words: Words) -> tuple[str, str]:
    return words.number(point.theory_hz, 1), words.number(point.screen_hz, 1)

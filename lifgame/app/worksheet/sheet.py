"""The worksheet as one HTML page without any other file: a sheet, and its answers."""

from html import escape

from lifgame.app.worksheet.answers import answers
from lifgame.app.worksheet.numbers import Change, Numbers
from lifgame.app.worksheet.pieces import Words, frequency_plot, memory_plot, section
from lifgame.content.assets import asset
from lifgame.content.texts import Texts


def worksheet(preset: str, texts: Texts) -> str:
    """The page of a neuron type, in the language of some texts.

    Raises:
        KeyError: If there is no such neuron type.
    """
    numbers, words = Numbers(preset), Words(texts)
    name = texts(f"preset.{preset}.name")
    title = f"{texts('worksheet.sheet')}: {name}"
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(texts.language)}">\n<head>\n'
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n"
        f"<style>\n{asset('worksheet', 'sheet.css').read_text('utf-8')}</style>\n"
        "</head>\n<body>\n"
        f"{_questions(title, numbers, words)}\n{answers(title, numbers, words)}\n"
        "</body>\n</html>\n"
    )


def _questions(title: str, numbers: Numbers, words: Words) -> str:
    say = words.say
    name = say(f"preset.{numbers.preset}.name")
    sections = (
        _rheobase(words),
        _rhythm(numbers, words),
        _memory(numbers, words),
        _change(numbers, words),
        section(
            words,
            "further",
            f"<p>{say('worksheet.further.question')}</p>{words.lines(1)}",
        ),
    )
    return (
        '<main class="page">\n<header>\n'
        f"<h1>{escape(title)}</h1>\n"
        f'<p class="who">{say("worksheet.name")} <span class="long"></span> '
        f'{say("worksheet.date")} <span class="short"></span></p>\n'
        f'<p class="setup">{say("worksheet.setup", preset=name, code=numbers.code)} '
        f"{_given(numbers, words)}</p>\n"
        "</header>\n" + "\n".join(sections) + "\n</main>"
    )


def _given(numbers: Numbers, words: Words) -> str:
    """The neuron's numbers, as they stand at its sliders."""
    given = (
        f"{words.symbol(spec)} = {words.value(spec, numbers.values[spec.id])}"
        for spec in words.neuron_specs
    )
    return f'<span class="given">{" · ".join(given)}</span>'


def _rheobase(words: Words) -> str:
    key = "worksheet.rheobase"
    return section(
        words,
        "rheobase",
        words.step("predict", words.say(f"{key}.predict", guess=words.blank))
        + words.step(
            "observe",
            words.say(f"{key}.observe", found=words.blank, computed=words.blank),
        )
        + words.step("explain", words.say(f"{key}.explain") + words.lines(1)),
    )


def _rhythm(numbers: Numbers, words: Words) -> str:
    key = "worksheet.rhythm"
    currents = numbers.low.current_na, numbers.high.current_na
    low, high = (words.current(current_na) for current_na in currents)
    choices = "".join(
        f'<span class="choice">{words.say(f"{key}.{name}")}</span>'
        for name in ("less", "double", "more")
    )
    rows = [(words.number(point.current_na, 2), "") for point in numbers.table]
    beside = (
        words.step("predict", words.say(f"{key}.predict", low=low, high=high))
        + f'<p class="choices">{choices}</p>'
        + words.step("observe", words.say(f"{key}.observe"))
        + words.across((f"{key}.current", f"{key}.rate"), rows)
        + words.step("explain", words.say(f"{key}.explain") + words.lines(1))
    )
    plot = frequency_plot(numbers, words).svg()
    return section(words, "rhythm", f"<div>{beside}</div><div>{plot}</div>", "beside")


def _memory(numbers: Numbers, words: Words) -> str:
    key = "worksheet.memory"
    set_up = {
        "pattern": words.say("pattern.step"),
        "current": words.current(numbers.memory_na),
    }
    blanks = dict.fromkeys(("settle", "level", "time"), words.blank)
    beside = (
        words.step("predict", words.say(f"{key}.predict", guess=words.blank, **set_up))
        + words.step("observe", words.say(f"{key}.observe", **blanks))
        + words.step(
            "explain",
            words.say(f"{key}.explain", computed=words.blank) + words.lines(1),
        )
    )
    plot = memory_plot(numbers, words).svg()
    return section(words, "memory", f"<div>{beside}</div><div>{plot}</div>", "beside")


def _change(numbers: Numbers, words: Words) -> str:
    key = "worksheet.change"
    choices = " ".join(
        f'<span class="word">{words.say(f"{key}.{name}")}</span>'
        for name in ("faster", "slower", "silent")
    )

    def row(change: Change) -> tuple[str, ...]:
        guess = choices if change.spec else ""
        return words.changed(change), guess, "", ""

    head = (f"{key}.what", f"{key}.guess", "worksheet.rhythm.rate", f"{key}.why")
    set_up = words.say(
        f"{key}.setup",
        pattern=words.say("pattern.constant"),
        current=words.current(numbers.change_na),
    )
    table = words.table(head, [row(change) for change in numbers.changes], "changes")
    return section(words, "change", f"<p>{set_up}</p>{table}")

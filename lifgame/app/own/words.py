"""The words of a row of somebody's own: English first, what others lack stays so."""

from lifgame.app.own.fields import Fields
from lifgame.content.languages import DEFAULT_LANGUAGE
from lifgame.content.text_files import fault
from lifgame.session.guide.rows import CHALLENGE, GOALS, MOST_CHOICES

# At most so many words a step: more are not read.
MOST_WORDS = 50

# By language and key of the texts.
Words = dict[str, dict[str, str]]


def needed_words(kind: str, *, has_choice: bool) -> tuple[str, ...]:
    """The texts that a row needs, as they are called in its file."""
    is_challenge = kind == CHALLENGE
    count = GOALS if is_challenge else GOALS - 1
    goals = tuple(f"goal_{number}" for number in range(1, count + 1))
    choices = tuple(f"choice_{number}" for number in range(1, MOST_CHOICES + 1))
    guess = () if is_challenge else ("guess",)
    last = ("compare", "why", "what_if", "third", *(choices if has_choice else ()))
    return ("question", *guess, "try", "hint", *goals, *last)


def read_words(
    fields: Fields, id: str, keys: tuple[str, ...], languages: tuple[str, ...]
) -> Words:
    """All words of a file.

    Args:
        fields: The file.
        id: The row's id.
        keys: What is needed.
        languages: Those that there are.
    """
    tables = fields.table("words", languages)
    if tables is None or DEFAULT_LANGUAGE not in tables:
        what = f"[words.{DEFAULT_LANGUAGE}] is missing; other languages fall back to it"
        fields.wrong("words", what)
        return {}
    found: Words = {}
    for language in languages:
        table = tables.table(language, keys)
        if table is not None:
            is_needed = language == DEFAULT_LANGUAGE
            said = [key for key in keys if is_needed or key in table]
            texts = {key: table.text(key) for key in said}
            _check(table, texts)
            found[language] = {f"guide.{id}.{key}": said for key, said in texts.items()}
    return found


def _check(table: Fields, texts: dict[str, str]) -> None:
    for key, text in texts.items():
        if key not in table:
            # That it is missing was told already.
            continue
        wrong, count = fault(text, ()), len(text.split())
        if not wrong and count > MOST_WORDS:
            wrong = f"has {count} words; allowed: {MOST_WORDS}"
        if wrong:
            table.wrong(key, f"text {key} {wrong}")

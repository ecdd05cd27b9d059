"""The pages of Learn: the keys of all that they say."""

from lifgame.content.learn import NUMBERS, PAGES

PARTS = ("question", "says", "key", "try")
BUTTONS = ("before", "pages", "next")


def learn_texts() -> set[str]:
    """Every key that the table of pages asks for."""
    keys = {f"learn.{page}.{part}" for page in PAGES for part in PARTS}
    keys |= {f"learn.number.{name}" for name in NUMBERS}
    return keys | {f"learn.button.{name}" for name in BUTTONS}

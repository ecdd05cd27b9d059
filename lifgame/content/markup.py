"""Coloured words in a text: ``[current|in]`` is "in" in the colour of the current.

The colour is that of the thing which the word names, as everywhere on the screen. A
soft hyphen (U+00AD) shows where a long word may break; it is neither seen nor spoken.
"""

import re

from lifgame.content.palette import MEANINGS

SOFT_HYPHEN = "\u00ad"
# What has no colour of its own.
INK = "ink"
_COLOURED = re.compile(r"\[([^\[\]|]*)\|([^\[\]|]*)\]")


def parse(text: str) -> list[tuple[str, str]]:
    """A text as runs of words and their colour role, in order, none of them empty.

    Raises:
        ValueError: If a bracket is not closed, holds no words, or names no role.
    """
    # Cut at each coloured part: plain words, role, words, plain words, ...
    pieces = _COLOURED.split(text)
    runs: list[tuple[str, str]] = []
    for plain_words, role, words in zip(
        pieces[::3], [*pieces[1::3], INK], [*pieces[2::3], ""], strict=True
    ):
        if "[" in plain_words or "]" in plain_words:
            raise ValueError(f"a bracket that is not [role|words]: {plain_words[:40]}")
        is_seen = bool(words.strip(f" {SOFT_HYPHEN}"))
        if role is not INK and not (role in MEANINGS and is_seen):
            allowed = ", ".join(MEANINGS)
            raise ValueError(f"[{role}|{words[:20]}] is no coloured word: {allowed}")
        runs += [(plain_words, INK), (words, role)]
    return [(words, role) for words, role in runs if words]


def plain(text: str) -> str:
    """The words alone: to be spoken, searched, or shown in one colour.

    Raises:
        ValueError: If the text is not well-formed, as in ``parse``.
    """
    return "".join(words for words, _ in parse(text)).replace(SOFT_HYPHEN, "")

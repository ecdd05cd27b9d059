"""Numbers of the guide in words: what was measured, and what is the best of the day."""

import math

from lifgame.content.levels import level
from lifgame.content.texts import Texts
from lifgame.session.guide.best import Result
from lifgame.session.guide.measure import Measure
from lifgame.session.guide.rows import STARS, Bar, Row
from lifgame.session.session import Session

NEVER = "–"


def quantity(texts: Texts, value: float, decimals: int, unit: str) -> str:
    """A number with its unit; "times" stands close to it."""
    if not math.isfinite(value):
        return NEVER
    if unit in ("", "×"):
        return f"{texts.number(value, decimals)}{unit}"
    return texts.quantity(value, decimals, unit)


def measured(texts: Texts, row: Row, value: float, of: Measure | Bar) -> str:
    """What was found, computed or guessed: a quantity, or a level of voltage."""
    if is_level(row) and math.isfinite(value):
        return level(texts, value, of.decimals)
    return quantity(texts, value, of.decimals, of.unit)


def is_level(row: Row) -> bool:
    """Whether a row guesses and measures a level of voltage."""
    return row.measure is not None and row.measure.is_level


def value_words(texts: Texts, row: Row, result: Result) -> str:
    """The reading behind the stars; empty where they say all."""
    if row.aim is None or result.value is None:
        return ""
    return quantity(texts, result.value, row.aim.decimals, row.aim.unit)


def stars_words(result: Result) -> str:
    """The stars where they cannot be drawn."""
    return f"{result.stars}/{STARS}"


def best_words(session: Session, texts: Texts, row: Row) -> str:
    """The best of the day in one line; empty before there is one."""
    result = session.guide.stars.best.of(row.id)
    if result is None:
        return ""
    parts = [stars_words(result), value_words(texts, row, result)]
    # Together on one line, if it must be broken.
    return texts("guide.best", best="\u00a0·\u00a0".join(filter(None, parts)))

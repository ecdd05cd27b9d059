"""Levels of voltage in words: millivolts above rest, or absolute ones.

The water's height is the voltage above rest, and so count physics, commands and files.
Here alone a level becomes what is shown of it. Differences of two levels, as how far
a spoonful lifts the line, are the same on both scales: they do not pass here.
"""

from functools import lru_cache

from lifgame.content.parameters import THRESHOLD, ParameterSpec
from lifgame.content.texts import Texts

# Where V is absolute, texts with this before their key stand in the place of others.
_OVER = "absolute."
# The leak's flow and the level that V heads for: with V above rest, and absolute.
_FORMULAS = {
    "leak": ("V/R", "(V − V_rest)/R"),
    "settle": ("R·I", "V_rest + R·I"),
}


# Asked for in every frame.
@lru_cache(maxsize=4)
def on_scale(texts: Texts, rest_mv: float) -> Texts:
    """A language that shows a neuron at rest at some voltage, in mV."""
    if not rest_mv:
        return texts
    entries = texts.entries()
    over = {k.removeprefix(_OVER): v for k, v in entries.items() if k.startswith(_OVER)}
    return Texts(texts.language, entries | over, rest_mv)


def formula(texts: Texts, name: str) -> str:
    """A formula that is right with the numbers beside it."""
    return _FORMULAS[name][bool(texts.rest_mv)]


def level_number(texts: Texts, level_mv: float, decimals: int = 1) -> str:
    """A level, without its unit."""
    # Rounded above rest: two numbers that were equal stay so.
    return texts.number(round(level_mv, decimals) + texts.rest_mv, decimals)


def level(texts: Texts, level_mv: float, decimals: int = THRESHOLD.decimals) -> str:
    """A level with its unit."""
    return f"{level_number(texts, level_mv, decimals)} {THRESHOLD.unit}"


def setting(texts: Texts, spec: ParameterSpec, value: float) -> str:
    """What a parameter is set to, with its unit: the threshold is a level."""
    if spec is THRESHOLD:
        return level(texts, value, spec.decimals)
    return texts.quantity(value, spec.decimals, spec.unit)

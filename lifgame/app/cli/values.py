"""What may stand behind an option: each kind of value with its check.

A wrong value is answered in one line that says what is allowed; argparse adds the
option's name and exits with 2.
"""

import math
import re
import stat
from argparse import ArgumentTypeError
from collections.abc import Callable, Iterable
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from lifgame.content.speeds import SPEEDS

if TYPE_CHECKING:
    from lifgame.content.parameters import ParameterSpec

LARGEST_SIDE_PX = 8192
LARGEST_SEED_DIGITS = 18
# A key that is down until the picture is taken, as in hold:space.
HOLD = "hold:"

_NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)(e[+-]?[0-9]+)?", re.I)
_SIZE = re.compile(r"([0-9]{1,5})[x×]([0-9]{1,5})", re.I)
_SPEED = re.compile(r"([0-9]{1,4}(/[0-9]{1,4})?|[0-9]?\.[0-9]{1,6}|1\.0*)[x×]?", re.I)
_NEAR = 0.55
# Keys are separated by commas, so the comma key needs a name; and so its neighbour.
_KEY_NAMES = {"comma": ",", "period": "."}
# They move a control that has the focus; elsewhere they do nothing.
_FOCUS_KEYS = ("up", "down")


def nearest(text: str, names: Iterable[str]) -> str:
    """The question whether the nearest name was meant; empty if none is near."""
    from difflib import get_close_matches  # noqa: PLC0415 - only for mistakes

    near = get_close_matches(text.lower(), list(names), n=1, cutoff=_NEAR)
    return f"did you mean {near[0]}? " if near else ""


def one_of(kind: str, known: Iterable[str]) -> Callable[[str], str]:
    """A name out of a table; a wrong one is answered with the nearest right one."""
    names = list(known)

    def check(text: str) -> str:
        if text in names:
            return text
        raise ArgumentTypeError(
            f"unknown {kind} {text!r}; {nearest(text, names)}"
            f"allowed: {', '.join(names)}"
        )

    return check


def decimal(text: str) -> float:
    """A plain decimal number; NaN for everything else, such as ``1_0`` or ``inf``."""
    return float(text) if _NUMBER.fullmatch(text.strip()) else math.nan


def _with_point(text: str) -> str:
    """The question whether a number with a decimal comma was meant."""
    pointed = text.strip().replace("−", "-")
    if "," in pointed:
        # A point before the comma, or spaces, part thousands: 1.234,5 or 1 234,5.
        whole, _, part = pointed.rpartition(",")
        pointed = re.sub(r"[.,'\s]", "", whole) + "." + part
    is_meant = pointed != text.strip() and math.isfinite(decimal(pointed))
    return f"did you mean {pointed}? " if is_meant else ""


def inside(spec: "ParameterSpec") -> Callable[[str], float]:
    """A number inside a parameter's range."""

    def check(text: str) -> float:
        try:
            value = spec.check(decimal(text))
        except ValueError as error:
            reason = f"{text!r} is not allowed; {_with_point(text)}{spec.allowed()}"
            raise ArgumentTypeError(reason) from error
        # A hair outside is let in, but not passed on; and there is no minus zero.
        return min(max(value, spec.minimum), spec.maximum) + 0.0

    return check


def number(
    low: float, high: float, *, open_below: bool = False
) -> Callable[[str], float]:
    """A finite number between two others."""

    def check(text: str) -> float:
        value = decimal(text)
        is_low = value <= low if open_below else value < low
        if math.isfinite(value) and not is_low and value <= high:
            return value + 0.0
        start = f"above {low:g} and up to" if open_below else f"{low:g} to"
        raise ArgumentTypeError(
            f"{text!r} is not allowed; {_with_point(text)}allowed: {start} {high:g}"
        )

    return check


def whole(text: str) -> int:
    """A whole number from 0 on."""
    if text.isascii() and text.isdigit() and len(text) <= LARGEST_SEED_DIGITS:
        return int(text)
    raise ArgumentTypeError(
        f"{text!r} is not allowed; allowed: 0, 1, 2 and so on, "
        f"up to {LARGEST_SEED_DIGITS} digits"
    )


def count(low: int, high: int) -> Callable[[str], int]:
    """A whole number between two others."""

    def check(text: str) -> int:
        if text.isascii() and text.isdigit() and low <= int(text[:9]) <= high:
            return int(text)
        raise ArgumentTypeError(
            f"{text!r} is not allowed; allowed: {low} to {high}, whole numbers"
        )

    return check


def size(text: str) -> tuple[int, int]:
    """A width and a height in pixels, as in 1920x1080."""
    found = _SIZE.fullmatch(text)
    if found:
        width, height = int(found[1]), int(found[2])
        if 1 <= width <= LARGEST_SIDE_PX and 1 <= height <= LARGEST_SIDE_PX:
            return width, height
    raise ArgumentTypeError(
        f"{text!r} is not allowed; allowed: WIDTHxHEIGHT such as 1920x1080, "
        f"each 1 to {LARGEST_SIDE_PX}"
    )


def speed(text: str) -> Fraction:
    """One of the speeds, as in 1/10, 0.1 or 1."""
    found = _SPEED.fullmatch(text)
    try:
        value = Fraction(found[1]) if found else None
    except ZeroDivisionError:
        value = None
    if value in SPEEDS:
        assert value is not None
        return value
    allowed = ", ".join(str(choice) for choice in SPEEDS)
    hint = _with_point(text)
    raise ArgumentTypeError(f"{text!r} is not allowed; {hint}allowed: {allowed}")


def keys(text: str) -> list[str]:
    """Names of keys, separated by commas, each perhaps with ``hold:`` before it."""
    from lifgame.content.actions import ACTIONS, DEFAULT_KEYS  # noqa: PLC0415
    from lifgame.content.key_names import canonical  # noqa: PLC0415

    shown = [action.keys[0] for action in ACTIONS.values()]
    names = [name for name in shown if name not in _KEY_NAMES.values()]
    check = one_of("key", [*names, *_KEY_NAMES, *_FOCUS_KEYS])
    pressed: list[str] = []
    for part in text.lower().split(","):
        name = part.strip()
        holds = HOLD if name.startswith(HOLD) else ""
        name = name.removeprefix(HOLD)
        # Second names of a key, such as the number pad's, work but are not listed.
        is_known = canonical(name) in DEFAULT_KEYS.actions()
        known = canonical(name) if is_known else check(name)
        pressed.append(holds + _KEY_NAMES.get(known, known))
    return pressed


def folder(text: str) -> Path:
    """A folder that is there."""
    path = Path(text)
    try:
        is_file = not stat.S_ISDIR(path.stat().st_mode)
    except OSError as error:
        from lifgame.content.small_files import reason  # noqa: PLC0415

        what = reason(path, error)
    else:
        if not is_file:
            return path
        what = "this is not a folder"
    raise ArgumentTypeError(f"{text!r} is not allowed; {what}; allowed: a folder")

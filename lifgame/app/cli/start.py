"""What a session begins with, as the command line says it: by names, or by a code."""

import argparse
from typing import Any

from lifgame.app import exits
from lifgame.app.cli.parser import Parser
from lifgame.app.exits import ExitError
from lifgame.content.patterns import DEFAULT_PATTERN
from lifgame.content.presets import DEFAULT_PRESET
from lifgame.content.speeds import DEFAULT_SPEED
from lifgame.session.codes import decode
from lifgame.session.start import Start

# What a code holds already, with the values that the options have if not given.
_HELD = {
    "preset": DEFAULT_PRESET,
    "pattern": DEFAULT_PATTERN,
    "speed": DEFAULT_SPEED,
    "seed": 0,
}


def add_code(parser: Parser) -> None:
    """The option that takes a whole setting as a code."""
    parser.add_argument(
        "--code",
        type=_code,
        metavar="CODE",
        help="a setting as the program shows it, instead of neuron and pattern",
    )


def given_start(chosen: argparse.Namespace) -> Start:
    """What the command line says of the start.

    Raises:
        ExitError: If a code is given, and beside it what the code holds.
    """
    held: dict[str, Any] = {
        name: getattr(chosen, name, default) for name, default in _HELD.items()
    }
    code: Start | None = chosen.code
    if code is None:
        return Start(**held)
    for name, default in _HELD.items():
        if held[name] != default:
            reason = f"--code holds the {name} already; leave out --{name}"
            raise ExitError(exits.USAGE, reason)
    return code


def _code(text: str) -> Start:
    try:
        return decode(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r}: {error}") from error

"""What a session begins with, as the command line says it: by names, or by a code."""

import argparse
from dataclasses import replace

from lifgame.app import exits
from lifgame.app.cli.parser import Parser
from lifgame.app.exits import ExitError
from lifgame.content.patterns import DEFAULT_PATTERN
from lifgame.content.presets import DEFAULT_PRESET
from lifgame.content.screens import HOME
from lifgame.session.codes import decode
from lifgame.session.start import OPENING, Start

# What a code holds already.
_HELD = ("preset", "pattern", "speed", "seed")


def add_code(parser: Parser) -> None:
    """The option that takes a whole setting as a code."""
    parser.add_argument(
        "--code",
        type=_code,
        metavar="CODE",
        help="a setting as the program shows it, instead of neuron and pattern",
    )


def opening(chosen: argparse.Namespace) -> Start:
    """How the game begins: by hand and told what to do, unless something is named.

    Raises:
        ExitError: As ``given_start``.
    """
    view = chosen.view
    if (chosen.code, chosen.preset, chosen.pattern) == (None, None, None):
        seed = chosen.seed or 0
        start = replace(OPENING, speed=chosen.speed, seed=seed, view=view)
        return replace(start, is_told=view == HOME)
    return replace(given_start(chosen), view=view)


def given_start(chosen: argparse.Namespace) -> Start:
    """What the command line says of the start.

    Raises:
        ExitError: If a code is given, and beside it what the code holds.
    """
    code: Start | None = chosen.code
    if code is None:
        return Start(
            preset=chosen.preset or DEFAULT_PRESET,
            pattern=chosen.pattern or DEFAULT_PATTERN,
            speed=getattr(chosen, "speed", None),
            seed=getattr(chosen, "seed", None) or 0,
        )
    for name in _HELD:
        if getattr(chosen, name, None) is not None:
            reason = f"--code holds the {name} already; leave out --{name}"
            raise ExitError(exits.USAGE, reason)
    return code


def _code(text: str) -> Start:
    try:
        return decode(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r}: {error}") from error

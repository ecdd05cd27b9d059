"""``lifgame screenshot`` and ``lifgame record``: their options, and what they do."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from lifgame.app import exits
from lifgame.app.cli import values as kinds
from lifgame.app.cli.parser import (
    Parser,
    add_number,
    add_settings,
    add_start,
    given_settings,
)
from lifgame.app.cli.pygame_check import require_pygame
from lifgame.app.cli.start import add_code, opening
from lifgame.content.texts import Library

# Pygame is loaded when a picture is made: mistakes are answered without it.
if TYPE_CHECKING:
    from lifgame.app.cli.pictures import Stage

LONGEST_PICTURE_S = 3600.0
STRIP_PER_S = 20
MOST_IN_A_STRIP = 24


def _add_picture(parser: Parser) -> None:
    add_code(parser)
    add_start(parser)
    add_settings(parser)
    parser.add_argument("--size", type=kinds.size, default=(1920, 1080), metavar="WxH")
    parser.add_argument(
        "--keys",
        type=kinds.keys,
        default=[],
        metavar="A,B",
        help="keys to press first; hold:space stays down",
    )


def _stage(chosen: argparse.Namespace) -> "Stage":
    require_pygame()
    from lifgame.app.cli.pictures import Stage  # noqa: PLC0415

    return Stage(
        start=opening(chosen),
        size=chosen.size,
        keys=chosen.keys,
        settings=given_settings(chosen, Library(chosen.texts).languages),
        texts_folder=chosen.texts,
    )


def add_screenshot(parser: Parser) -> None:
    """The options of ``lifgame screenshot``."""
    _add_picture(parser)
    parser.add_argument(
        "--after",
        type=kinds.number(0, LONGEST_PICTURE_S),
        default=2.0,
        metavar="SECONDS",
        help="real time that passes before (without it: 2)",
    )
    parser.add_argument(
        "--strip",
        type=kinds.count(2, MOST_IN_A_STRIP),
        metavar="N",
        help=f"so many pictures side by side, {STRIP_PER_S} a second",
    )
    parser.add_argument("--out", type=Path, required=True, metavar="FILE.png")
    parser.set_defaults(command=_screenshot)


def _screenshot(chosen: argparse.Namespace) -> int:
    stage = _stage(chosen)
    from lifgame.app.cli.pictures import film_strip, screenshot  # noqa: PLC0415

    if chosen.strip:
        film_strip(stage, chosen.after, chosen.strip, STRIP_PER_S, chosen.out)
    else:
        screenshot(stage, chosen.after, chosen.out)
    return exits.OK


def add_record(parser: Parser) -> None:
    """The options of ``lifgame record``."""
    _add_picture(parser)
    add_number(parser, "--seconds", (0, LONGEST_PICTURE_S), 5.0, "of real time")
    parser.add_argument(
        "--fps",
        type=kinds.number(1, 240),
        default=30.0,
        metavar="N",
        help="frames a second (without it: 30)",
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument(
        "--overwrite",
        action="store_true",
        help="remove the numbered frames that are in DIR first, and nothing else",
    )
    parser.set_defaults(command=_record)


def _record(chosen: argparse.Namespace) -> int:
    stage = _stage(chosen)
    from lifgame.app.cli.recording import record  # noqa: PLC0415

    record(stage, chosen.seconds, chosen.fps, chosen.out, overwrites=chosen.overwrite)
    return exits.OK

"""The command line: play in a window, or simulate, picture and measure without one."""

import argparse
import logging
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from lifgame.app import exits
from lifgame.app.cli import values as kinds
from lifgame.app.cli.kiosk import (
    KIOSK_COMMANDS,
    KIOSK_HELP,
    add_kiosk,
    supervised,
)
from lifgame.app.cli.parser import (
    Parser,
    Version,
    add_number,
    add_settings,
    add_start,
    given_settings,
)
from lifgame.app.cli.simulate import add_simulate
from lifgame.app.exits import ExitError
from lifgame.app.files.files import forget_output, write_out
from lifgame.content.kiosk import KioskRules
from lifgame.content.texts import Library
from lifgame.session.start import Start

if TYPE_CHECKING:
    from lifgame.app.cli.pictures import Stage
    from lifgame.app.loop import Play

LONGEST_PICTURE_S = 3600.0


def run(arguments: Sequence[str]) -> int:
    """Run one command line.

    Returns:
        The exit code.
    """
    try:
        return _obey(arguments)
    except ExitError as error:
        sys.stderr.write(f"lifgame: {error}\n")
        return error.code
    except BrokenPipeError:
        forget_output()
        return exits.OK
    except KeyboardInterrupt:
        return exits.INTERRUPTED


def _obey(arguments: Sequence[str]) -> int:
    prog, add, rest = "lifgame", COMMANDS[PLAY], arguments
    try:
        if arguments and not arguments[0].startswith("-"):
            name = _command_name(arguments[0])
            prog, add, rest = f"lifgame {name}", COMMANDS[name], arguments[1:]
        parser = Parser(prog=prog, allow_abbrev=False)
        add(parser)
        chosen = parser.read(rest)
    except SystemExit as stop:
        return int(stop.code or exits.OK)
    chosen.words = list(rest)
    command: Callable[[argparse.Namespace], int] = chosen.command
    return command(chosen)


def _command_name(text: str) -> str:
    try:
        return kinds.one_of("command", _COMMAND_HELP)(text)
    except argparse.ArgumentTypeError as error:
        raise ExitError(exits.USAGE, str(error)) from error


# --- play ---------------------------------------------------------------------


def _add_play(parser: Parser) -> None:
    parser.usage = "lifgame [OPTIONS]\n       lifgame COMMAND [OPTIONS]"
    parser.description = "Meet a neuron as a leaky bucket. Without a command: play."
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = "commands (each has its own --help):\n" + "\n".join(
        f"  {name:<12}{words}" for name, words in _COMMAND_HELP.items()
    )
    parser.add_argument("--version", action=Version, nargs=0, help="print it and end")
    add_start(parser)
    parser.add_argument(
        "--windowed", action="store_true", help="play in a window, not fullscreen"
    )
    parser.add_argument("--size", type=kinds.size, metavar="WxH", help="of the window")
    add_settings(parser)
    parser.add_argument(
        "--config", type=Path, metavar="FILE", help="other than the user's own"
    )
    parser.add_argument(
        "--speak", metavar="COMMAND", help="says each sentence, such as espeak-ng"
    )
    add_kiosk(parser)
    parser.set_defaults(command=_play)


def _start(chosen: argparse.Namespace) -> Start:
    return Start(
        preset=chosen.preset,
        pattern=chosen.pattern,
        speed=chosen.speed,
        seed=chosen.seed,
    )


def _play(chosen: argparse.Namespace) -> int:
    from lifgame.app.loop import play  # noqa: PLC0415

    if chosen.supervise:
        return supervised(chosen.words)
    return play(_how(chosen))


def _how(chosen: argparse.Namespace) -> "Play":
    """How to play, by the command line and the configuration as it is now."""
    from lifgame.app.files.config import read_config  # noqa: PLC0415
    from lifgame.app.loop import Play  # noqa: PLC0415

    try:
        config = read_config(chosen.config)
    except ValueError as error:
        raise ExitError(exits.USAGE, str(error)) from error
    folder = chosen.texts or config.texts_folder
    speak = config.speak if chosen.speak is None else chosen.speak
    languages = Library(folder).languages
    return Play(
        start=_start(chosen),
        size=chosen.size,
        is_fullscreen=not chosen.windowed,
        settings=given_settings(chosen, languages),
        config=replace(config, texts_folder=folder, speak=speak),
        rules=KioskRules(enabled=chosen.kiosk, allow_root=chosen.allow_root),
        reread=partial(_reread, chosen),
    )


def _reread(chosen: argparse.Namespace, before: "Play") -> "Play":
    """The same with the configuration as it is now; as before if that is wrong."""
    try:
        return _how(chosen)
    except ExitError as error:
        logging.getLogger(__name__).warning("the configuration stays: %s", error)
        return before


# --- pictures and speed -------------------------------------------------------


def _add_picture(parser: Parser) -> None:
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
    from lifgame.app.cli.pictures import Stage  # noqa: PLC0415

    return Stage(
        start=_start(chosen),
        size=chosen.size,
        keys=chosen.keys,
        settings=given_settings(chosen, Library(chosen.texts).languages),
        texts_folder=chosen.texts,
    )


def _add_screenshot(parser: Parser) -> None:
    _add_picture(parser)
    parser.add_argument(
        "--after",
        type=kinds.number(0, LONGEST_PICTURE_S),
        default=2.0,
        metavar="SECONDS",
        help="real time that passes before (without it: 2)",
    )
    parser.add_argument("--out", type=Path, required=True, metavar="FILE.png")
    parser.set_defaults(command=_screenshot)


def _screenshot(chosen: argparse.Namespace) -> int:
    from lifgame.app.cli.pictures import screenshot  # noqa: PLC0415

    screenshot(_stage(chosen), chosen.after, chosen.out)
    return exits.OK


def _add_record(parser: Parser) -> None:
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
    parser.set_defaults(command=_record)


def _record(chosen: argparse.Namespace) -> int:
    from lifgame.app.cli.pictures import record  # noqa: PLC0415

    record(_stage(chosen), chosen.seconds, chosen.fps, chosen.out)
    return exits.OK


def _add_bench(parser: Parser) -> None:
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(command=_bench)


def _bench(chosen: argparse.Namespace) -> int:
    from lifgame.app.cli.bench import report  # noqa: PLC0415

    write_out([report(as_json=chosen.json)])
    return exits.OK


# The empty name is no command at all: play.
PLAY = ""
COMMANDS: dict[str, Callable[[Parser], None]] = {
    PLAY: _add_play,
    "simulate": add_simulate,
    "screenshot": _add_screenshot,
    "record": _add_record,
    "bench": _add_bench,
    **KIOSK_COMMANDS,
}
_COMMAND_HELP = {
    "simulate": "numbers as CSV or JSON",
    "screenshot": "one picture as PNG",
    "record": "numbered pictures as PNG",
    "bench": "measure the speed of this machine",
    **KIOSK_HELP,
}

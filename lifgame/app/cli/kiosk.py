"""The command line of an unattended exhibit: its options, and its own commands."""

import argparse
import getpass
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from lifgame.app import exits
from lifgame.app.cli import values as kinds
from lifgame.app.cli.parser import Parser, add_number, add_seed
from lifgame.app.exits import ExitError
from lifgame.app.output import write_out

SUPERVISE = "--supervise"
LONGEST_SOAK_MIN = 7 * 24 * 60
# As the system's own tools allow them.
_USER = re.compile(r"[a-z_][a-z0-9_-]{0,31}")


def add_kiosk(parser: Parser) -> None:
    """The options of a play that nobody looks after."""
    parser.add_argument(
        "--kiosk", action="store_true", help="unattended: nobody gets out by accident"
    )
    parser.add_argument(
        SUPERVISE, action="store_true", help="start again what crashed or hangs"
    )
    parser.add_argument(
        "--allow-root", action="store_true", help="let a kiosk run as root"
    )


def supervised(words: Sequence[str]) -> int:
    """Play with these words under a supervisor."""
    from lifgame.app.kiosk.supervisor import supervise  # noqa: PLC0415

    return supervise([word for word in words if word != SUPERVISE])


# --- how a system starts it ----------------------------------------------------


def _add_service(parser: Parser) -> None:
    parser.description = "Print a systemd unit that shows the exhibit and nothing else."
    parser.add_argument(
        "--user", type=_user, default="kiosk", metavar="NAME", help="whose it is"
    )
    _add_paths(parser)
    parser.add_argument(
        "--cage", type=Path, default=None, metavar="FILE", help="the compositor"
    )
    parser.set_defaults(command=_service)


def _add_desktop(parser: Parser) -> None:
    parser.description = "Print an entry for a desktop's autostart folder."
    _add_paths(parser)
    parser.set_defaults(command=_desktop)


def _add_paths(parser: Parser) -> None:
    parser.add_argument(
        "--program", type=Path, metavar="FILE", help="other than this very program"
    )
    parser.add_argument(
        "--config", type=Path, metavar="FILE", help="with which it is to be started"
    )


def _user(text: str) -> str:
    if _USER.fullmatch(text) and text != "root":
        return text
    raise argparse.ArgumentTypeError(
        f"{text!r} is not allowed; a user's name such as kiosk, and not root"
    )


def _options(chosen: argparse.Namespace) -> tuple[str, ...]:
    return ("--config", str(chosen.config.absolute())) if chosen.config else ()


def _service(chosen: argparse.Namespace) -> int:
    from lifgame.app.kiosk.service import CAGE, program_path, unit  # noqa: PLC0415

    program = chosen.program or program_path()
    cage = chosen.cage or Path(CAGE)
    write_out([unit(chosen.user, program, cage, _options(chosen))])
    return exits.OK


def _desktop(chosen: argparse.Namespace) -> int:
    from lifgame.app.kiosk.service import autostart, program_path  # noqa: PLC0415

    write_out([autostart(chosen.program or program_path(), _options(chosen))])
    return exits.OK


# --- what it has counted -------------------------------------------------------


def _add_stats(parser: Parser) -> None:
    parser.description = "Print what was counted by the hour on this machine."
    parser.add_argument("--csv", action="store_true", help="one row an hour")
    parser.add_argument(
        "--file", type=Path, metavar="FILE", help="other than the user's own"
    )
    parser.set_defaults(command=_stats)


def _stats(chosen: argparse.Namespace) -> int:
    from lifgame.app.kiosk.statistics import (  # noqa: PLC0415
        as_csv,
        as_table,
        read_hours,
    )

    try:
        hours = read_hours(chosen.file)
    except ValueError as error:
        raise ExitError(exits.USAGE, str(error)) from error
    write_out(as_csv(hours) if chosen.csv else [as_table(hours)])
    return exits.OK


# --- who may change it ---------------------------------------------------------


def _add_pin(parser: Parser) -> None:
    parser.description = (
        "Ask for a PIN and print the line of the configuration that stands for it."
    )
    parser.set_defaults(command=_pin)


def _pin(_: argparse.Namespace) -> int:
    from lifgame.app.kiosk.pin import hashed  # noqa: PLC0415

    try:
        line = hashed(_asked_pin())
    except ValueError as error:
        raise ExitError(exits.USAGE, str(error)) from error
    write_out([f'pin_hash = "{line}"\n'])
    return exits.OK


def _asked_pin() -> str:
    """The PIN, never from the command line: everybody can read that."""
    if sys.stdin is None:
        raise ExitError(exits.USAGE, "a PIN is asked for, and standard input is closed")
    if not sys.stdin.isatty():
        return sys.stdin.readline(64).strip()
    first = getpass.getpass("PIN, 4 to 12 digits: ")
    if getpass.getpass("once more: ") != first:
        raise ExitError(exits.USAGE, "the two are different")
    return first


# --- whether it holds ----------------------------------------------------------


def _add_soak(parser: Parser) -> None:
    parser.description = (
        "Play headless with wild hands, as fast as it goes, and check all the time."
    )
    add_number(parser, "--minutes", (0, LONGEST_SOAK_MIN), 5.0, "of simulated play")
    add_seed(parser)
    parser.add_argument(
        "--size",
        type=kinds.size,
        default=(800, 480),
        metavar="WxH",
        help="of the window at the start",
    )
    parser.set_defaults(command=_soak)


def _soak(chosen: argparse.Namespace) -> int:
    from lifgame.app.kiosk.soak import SoakError, soak  # noqa: PLC0415
    from lifgame.app.window.window import init_headless  # noqa: PLC0415

    init_headless()
    try:
        report = soak(chosen.minutes, chosen.seed, chosen.size)
    except SoakError as error:
        raise ExitError(exits.INTERNAL, str(error)) from error
    write_out([report])
    return exits.OK


KIOSK_COMMANDS: dict[str, Callable[[Parser], None]] = {
    "service": _add_service,
    "desktop": _add_desktop,
    "stats": _add_stats,
    "pin": _add_pin,
    "soak": _add_soak,
}
KIOSK_HELP = {
    "service": "print a systemd unit for a museum",
    "desktop": "print an autostart entry for a desktop",
    "stats": "print the counts of visits",
    "pin": "make the line for the operator's PIN",
    "soak": "play wildly without a display, and check",
}

"""The command line: play in a window, or simulate, picture and measure without one."""

import argparse
import errno
import logging
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from lifgame.app import exits
from lifgame.app.cli import values as kinds
from lifgame.app.cli.kiosk import (
    KIOSK_COMMANDS,
    KIOSK_HELP,
    add_kiosk,
)
from lifgame.app.cli.parser import (
    Parser,
    Version,
    add_own,
    add_settings,
    add_start,
    add_texts,
    given_settings,
)
from lifgame.app.cli.pygame_check import require_pygame
from lifgame.app.exits import ExitError
from lifgame.app.output import complain, forget_output
from lifgame.app.stops import Stopped, stoppable

# Whatever is slow to load, such as pygame and numpy, is loaded by the command that
# needs it: --help and mistakes are answered at once.
if TYPE_CHECKING:
    from lifgame.app.loop import Play
    from lifgame.session.start import Start

# Open files, of ours and of all; memory.
_SCARCE = (errno.EMFILE, errno.ENFILE, errno.ENOMEM)


def run(arguments: Sequence[str]) -> int:
    """Run one command line.

    Returns:
        The exit code.
    """
    try:
        with stoppable():
            return _obey(arguments)
    except ExitError as error:
        for sentence in str(error).splitlines():
            complain(sentence, error.prog)
        return error.code
    except BrokenPipeError:
        forget_output()
        return exits.OK
    except Stopped as stop:
        # What waits for a reader that is busy elsewhere is not waited for.
        forget_output()
        return stop.code
    except KeyboardInterrupt:
        return exits.INTERRUPTED
    except (OSError, ValueError) as error:
        scarce = _what_is_scarce(error)
        if not scarce:
            raise
        complain(f"the system has nothing left: {scarce}")
        return exits.INTERNAL


def _what_is_scarce(error: BaseException | None) -> str:
    """The system's word for what it has run out of, if that is behind an error."""
    while error is not None:
        if isinstance(error, OSError) and error.errno in _SCARCE:
            return str(error.strerror)
        error = error.__cause__
    return ""


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
    _add_code(parser)
    add_start(parser)
    parser.add_argument(
        "--windowed", action="store_true", help="play in a window, not fullscreen"
    )
    parser.add_argument("--size", type=kinds.size, metavar="WxH", help="of the window")
    add_settings(parser)
    add_own(parser)
    _add_config(parser)
    parser.add_argument(
        "--print-config",
        action="store_true",
        help="print the configuration that is in force, with comments, and end",
    )
    parser.add_argument(
        "--speak", metavar="COMMAND", help="says each sentence, such as espeak-ng"
    )
    add_kiosk(parser)
    parser.set_defaults(command=_play)


def _add_config(parser: Parser) -> None:
    parser.add_argument(
        "--config", type=Path, metavar="FILE", help="other than the user's own"
    )


def _add_code(parser: Parser) -> None:
    from lifgame.app.cli.start import add_code  # noqa: PLC0415

    add_code(parser)


def _start(chosen: argparse.Namespace) -> "Start":
    from lifgame.app.cli.start import opening  # noqa: PLC0415

    return opening(chosen)


def _play(chosen: argparse.Namespace) -> int:
    from lifgame.app.cli import configuration  # noqa: PLC0415

    if chosen.print_config:
        return configuration.show(chosen)
    if chosen.supervise:
        from lifgame.app.cli.kiosk import supervised  # noqa: PLC0415

        return supervised(chosen.words)
    how = _how(chosen)
    require_pygame()
    from lifgame.app.loop import play  # noqa: PLC0415

    try:
        return play(how)
    except Stopped as stop:
        # Asked to stop before the window was there: that is no accident either.
        is_ctrl_c = stop.code == exits.INTERRUPTED
        return exits.INTERRUPTED if is_ctrl_c else exits.OK


def _how(chosen: argparse.Namespace, *, is_again: bool = False) -> "Play":
    """How to play, by the command line and the configuration as it is now."""
    from lifgame.app.cli import configuration  # noqa: PLC0415

    config, library = configuration.for_play(chosen, is_again=is_again)
    own_rows = configuration.own_rows(chosen, config, library)
    rules, problems = configuration.rules_of(chosen, config, library)
    require_pygame()
    from lifgame.app.loop import Play  # noqa: PLC0415

    return Play(
        start=configuration.offered_start(_start(chosen), rules),
        size=chosen.size,
        is_fullscreen=not chosen.windowed,
        settings=given_settings(chosen, library.languages),
        config=config,
        library=library,
        rules=rules,
        problems=problems,
        own_rows=own_rows,
        reread=partial(_reread, chosen),
    )


def _add_check(parser: Parser) -> None:
    _add_config(parser)
    add_texts(parser)
    add_own(parser)
    parser.set_defaults(command=_check)


def _check(chosen: argparse.Namespace) -> int:
    from lifgame.app.cli.configuration import check  # noqa: PLC0415

    return check(chosen)


def _reread(chosen: argparse.Namespace, before: "Play") -> "Play":
    """The same with the configuration as it is now; as before if that is wrong."""
    try:
        return _how(chosen, is_again=True)
    except ExitError as error:
        logging.getLogger(__name__).warning("the configuration stays: %s", error)
        return before


# --- the other commands --------------------------------------------------------


def _add_bench(parser: Parser) -> None:
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(command=_bench)


def _bench(chosen: argparse.Namespace) -> int:
    require_pygame()
    from lifgame.app.cli.bench import report  # noqa: PLC0415
    from lifgame.app.output import write_out  # noqa: PLC0415

    write_out([report(as_json=chosen.json)])
    return exits.OK


def _add_screenshot(parser: Parser) -> None:
    from lifgame.app.cli.shots import add_screenshot  # noqa: PLC0415

    add_screenshot(parser)


def _add_record(parser: Parser) -> None:
    from lifgame.app.cli.shots import add_record  # noqa: PLC0415

    add_record(parser)


def _add_simulate(parser: Parser) -> None:
    from lifgame.app.cli.simulate import add_simulate  # noqa: PLC0415

    add_simulate(parser)


def _add_fi_curve(parser: Parser) -> None:
    from lifgame.app.cli.fi_curve import add_fi_curve  # noqa: PLC0415

    add_fi_curve(parser)


def _add_export(parser: Parser) -> None:
    from lifgame.app.cli.export import add_export  # noqa: PLC0415

    add_export(parser)


def _add_worksheet(parser: Parser) -> None:
    from lifgame.app.cli.worksheet import add_worksheet  # noqa: PLC0415

    add_worksheet(parser)


# The empty name is no command at all: play.
PLAY = ""
COMMANDS: dict[str, Callable[[Parser], None]] = {
    PLAY: _add_play,
    "simulate": _add_simulate,
    "fi-curve": _add_fi_curve,
    "screenshot": _add_screenshot,
    "record": _add_record,
    "bench": _add_bench,
    "export": _add_export,
    "worksheet": _add_worksheet,
    "check": _add_check,
    **KIOSK_COMMANDS,
}
_COMMAND_HELP = {
    "simulate": "numbers as CSV or JSON",
    "fi-curve": "rate against current as CSV or PNG",
    "screenshot": "one picture as PNG",
    "record": "numbered pictures as PNG",
    "bench": "measure the speed of this machine",
    "check": "is the configuration in order?",
    "export": "a script for Brian2, NEST, PyNN, NeuroML, Nengo",
    "worksheet": "a printable page with questions and answers",
    **KIOSK_HELP,
}

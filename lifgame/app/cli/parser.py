"""What all commands of the command line share: the parser and common options."""

import argparse
import re
from collections.abc import Iterable, Sequence
from typing import NoReturn

from lifgame.app import exits
from lifgame.app.cli import values as kinds
from lifgame.app.exits import ExitError
from lifgame.app.output import write_out
from lifgame.content.languages import nearest_language
from lifgame.content.patterns import PATTERNS
from lifgame.content.presets import DEFAULT_PRESET, PRESETS
from lifgame.content.screens import HOME, VIEWS
from lifgame.content.settings import SETTINGS
from lifgame.content.speeds import SPEEDS

_MINUS_VALUE = re.compile(r"-(\.?[0-9]|inf|nan)", re.I)


class Parser(argparse.ArgumentParser):
    """Errors are one line that says what is allowed, and exit with 2."""

    def error(self, message: str) -> NoReturn:
        raise ExitError(exits.USAGE, message, self.prog)

    def print_help(self, file: object = None) -> None:
        # argparse would not tell that the help could not be written.
        write_out([self.format_help()])

    def read(self, arguments: Sequence[str]) -> argparse.Namespace:
        """Parse; an unknown option is answered with the nearest right one."""
        chosen, unknown = self.parse_known_args(_join_minus(arguments))
        if unknown:
            self._refuse(unknown[0].partition("=")[0])
        return chosen

    def _refuse(self, name: str) -> NoReturn:
        if not name.startswith("-"):
            self.error(f"{name!r} is not expected here; a command stands first")
        options = [option for option in self._option_string_actions if len(option) > 2]
        self.error(
            f"unknown option {name!r}; {kinds.nearest(name, options)}"
            f"allowed: {', '.join(options)}"
        )


def _join_minus(arguments: Sequence[str]) -> list[str]:
    """Make ``--current -1e3`` one word: argparse would take -1e3 for an option."""
    joined: list[str] = []
    for word in arguments:
        if joined and joined[-1].startswith("--") and _MINUS_VALUE.match(word):
            joined[-1] += f"={word}"
        else:
            joined.append(word)
    return joined


class Version(argparse.Action):
    """Looks the version up only when it is asked for: that takes a while."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

        try:
            name = version("lifgame")
        except PackageNotFoundError:
            name = "(not installed)"
        write_out([f"lifgame {name}\n"])
        parser.exit()


def add_start(parser: Parser) -> None:
    """The options that say how a session begins."""
    add_name(parser, "--preset", PRESETS, None, DEFAULT_PRESET)
    add_name(parser, "--pattern", PATTERNS, None, "by hand, with the tap shut")
    speeds = ", ".join(str(choice) for choice in SPEEDS)
    parser.add_argument(
        "--speed",
        type=kinds.speed,
        metavar="X",
        help=f"{speeds} (without it: as slow as the neuron needs)",
    )
    add_name(parser, "--view", VIEWS, HOME)
    add_seed(parser)


def add_settings(parser: Parser, names: Iterable[str] = SETTINGS) -> None:
    """One option for every setting (or some), and the museum's own languages."""
    for setting in (SETTINGS[name] for name in names):
        options = [f"--{setting.id.replace('_', '-')}"]
        if not setting.choices:
            options.insert(0, "--lang")
        parser.add_argument(
            *options,
            dest=f"setting_{setting.id}",
            # Which languages there are is known only when they have been read.
            type=kinds.one_of(options[-1][2:], setting.choices)
            if setting.choices
            else str,
            metavar="|".join(setting.choices) or "ID",
            help=f"{setting.help} (without it: {setting.default})",
        )
    add_texts(parser)


def add_texts(parser: Parser) -> None:
    """The museum's own languages."""
    parser.add_argument(
        "--texts",
        type=kinds.folder,
        metavar="FOLDER",
        help="with more language files",
    )


def add_own(parser: Parser) -> None:
    """Experiments and challenges of somebody's own."""
    parser.add_argument(
        "--experiments",
        type=kinds.folder,
        metavar="FOLDER",
        help="with experiments and challenges of your own",
    )


def given_settings(
    chosen: argparse.Namespace, languages: Iterable[str]
) -> dict[str, str]:
    """The settings that were given on the command line.

    Raises:
        ExitError: If there is no such language.
    """
    given = {
        name: value
        for name in SETTINGS
        if (value := getattr(chosen, f"setting_{name}", None)) is not None
    }
    if "language" in given:
        given["language"] = _language(given["language"], list(languages))
    return given


def _language(text: str, languages: Sequence[str]) -> str:
    """A language that there is; ``de-DE`` falls back to ``de``."""
    meant = nearest_language(text, languages)
    if meant is not None:
        return meant
    try:
        return kinds.one_of("language", languages)(text)
    except argparse.ArgumentTypeError as error:
        raise ExitError(exits.USAGE, str(error)) from error


def add_name(
    parser: Parser,
    option: str,
    table: Iterable[str],
    default: str | None,
    told: str | None = None,
) -> None:
    """An option that takes a name out of a table.

    Args:
        parser: Whose option it is.
        option: As it is written.
        table: The names.
        default: The value without it; None where what follows must be told apart.
        told: What help says of that; without it: the default.
    """
    kind = option.removeprefix("--")
    parser.add_argument(
        option,
        type=kinds.one_of(kind, table),
        default=default,
        metavar="ID",
        help=f"{', '.join(table)} (without it: {told or default})",
    )


def add_seed(parser: Parser) -> None:
    """The option that makes noise repeatable."""
    parser.add_argument(
        "--seed", type=kinds.whole, metavar="N", help="of the noise (without it: 0)"
    )


def add_number(
    parser: Parser,
    option: str,
    span: tuple[float, float],
    default: float,
    words: str,
) -> None:
    """An option that takes a number above the first and up to the second of a span."""
    parser.add_argument(
        option,
        type=kinds.number(*span, open_below=True),
        default=default,
        metavar=option.rpartition("-")[2].upper(),
        help=f"{words} (without it: {default:g})",
    )

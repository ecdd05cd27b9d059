"""``lifgame worksheet``: its options, and what it does with them."""

import argparse
from pathlib import Path

from lifgame.app import exits
from lifgame.app.cli.parser import Parser
from lifgame.app.cli.values import folder, one_of
from lifgame.app.exits import ExitError
from lifgame.app.files.files import write_whole
from lifgame.content.languages import DEFAULT_LANGUAGE
from lifgame.content.presets import DEFAULT_PRESET, PLAIN, PRESETS
from lifgame.content.texts import Library


def add_worksheet(parser: Parser) -> None:
    """The options of ``lifgame worksheet``."""
    parser.description = "Write a worksheet for a class: questions, and answers."
    parser.add_argument(
        "--preset",
        type=_preset,
        default=DEFAULT_PRESET,
        metavar="ID",
        help=f"{', '.join(PLAIN)} (without it: {DEFAULT_PRESET})",
    )
    parser.add_argument(
        "--lang",
        "--language",
        dest="language",
        default=DEFAULT_LANGUAGE,
        metavar="ID",
        help=f"of the sheet (without it: {DEFAULT_LANGUAGE})",
    )
    parser.add_argument(
        "--texts", type=folder, metavar="FOLDER", help="with more language files"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="FILE.html")
    parser.set_defaults(command=_worksheet)


def _preset(text: str) -> str:
    if text in PRESETS and text not in PLAIN:
        raise argparse.ArgumentTypeError(
            f"{text!r} adapts, and the sheet's answers are those of neurons that do "
            f"not; allowed: {', '.join(PLAIN)}"
        )
    return one_of("preset", PLAIN)(text)


def _worksheet(chosen: argparse.Namespace) -> int:
    from lifgame.app.worksheet.sheet import worksheet  # noqa: PLC0415

    library = Library(chosen.texts)
    try:
        language = one_of("language", library.languages)(chosen.language)
    except argparse.ArgumentTypeError as error:
        raise ExitError(exits.USAGE, str(error)) from error
    page = worksheet(chosen.preset, library.texts(language))
    write_whole(chosen.out, [page.encode("utf-8")])
    return exits.OK

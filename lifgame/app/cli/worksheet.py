"""``lifgame worksheet``: its options, and what it does with them."""

import argparse
from pathlib import Path

from lifgame.app import exits
from lifgame.app.cli.parser import Parser, add_name
from lifgame.app.cli.values import folder, one_of
from lifgame.app.exits import ExitError
from lifgame.app.files.files import write_whole
from lifgame.content.languages import DEFAULT_LANGUAGE
from lifgame.content.models import DEFAULT_MODEL
from lifgame.content.presets import DEFAULT_PRESET, PRESETS
from lifgame.content.texts import Library

# The sheet's answers are those of the plain neuron.
PLAIN = tuple(preset.id for preset in PRESETS.values() if preset.model == DEFAULT_MODEL)


def add_worksheet(parser: Parser) -> None:
    """The options of ``lifgame worksheet``."""
    parser.description = "Write a worksheet for a class: questions, and answers."
    add_name(parser, "--preset", PLAIN, DEFAULT_PRESET)
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

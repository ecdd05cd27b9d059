"""The help, kept ready: to make it takes all tables, which takes ten times as long.

``python tests/readme_tables.py`` makes the kept help anew; a test compares.
"""

import os
from collections.abc import Sequence

from lifgame.app import exits
from lifgame.app.exits import ExitError
from lifgame.app.output import complain, forget_output, write_out

FOLDER = os.path.join(os.path.dirname(__file__), "help")  # noqa: PTH118, PTH120 - quick
WIDTH = 88


def file_of(command: str) -> str:
    """Where the help of a command is kept; of the empty one, that of all."""
    return os.path.join(FOLDER, f"{command or 'lifgame'}.txt")  # noqa: PTH118


def answer(arguments: Sequence[str]) -> int | None:
    """Print the kept help if nothing but that is asked for.

    Returns:
        The exit code; None if something else is asked for.
    """
    if not arguments or arguments[-1] not in ("-h", "--help") or len(arguments) > 2:
        return None
    command = arguments[0] if len(arguments) > 1 else ""
    if command and not command.replace("-", "").isalpha():
        return None
    try:
        with open(file_of(command), encoding="utf-8") as file:  # noqa: PTH123
            text = file.read()
    except OSError:
        return None
    try:
        write_out([text])
    except BrokenPipeError:
        forget_output()
    except ExitError as error:
        complain(str(error))
        return error.code
    return exits.OK

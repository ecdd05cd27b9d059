"""What the program says on standard output and standard error."""

import os
import sys
from collections.abc import Iterable

from lifgame.app.exits import CANNOT_WRITE, ExitError


def complain(sentence: str, prog: str = "lifgame") -> None:
    """Write a line to standard error, if there is one that takes it."""
    try:
        sys.stderr.write(f"{prog}: {sentence}\n")
        sys.stderr.flush()
    except (AttributeError, OSError, ValueError):
        # Closed, full, or somebody's who has gone: there is nobody to tell.
        return


def write_out(pieces: Iterable[str]) -> None:
    """Write to standard output, as the pieces come.

    Raises:
        BrokenPipeError: If the reader, such as ``head``, has seen enough.
        ExitError: If it cannot be written.
    """
    if sys.stdout is None:
        raise ExitError(CANNOT_WRITE, "cannot write: standard output is closed")
    try:
        for piece in pieces:
            sys.stdout.write(piece)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        forget_output()
        reason = f"cannot write to standard output: {error.strerror or error}"
        raise ExitError(CANNOT_WRITE, reason) from error


def forget_output() -> None:
    """Keep Python from complaining at its end about what it could not write."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (AttributeError, OSError, ValueError):
        # It is closed already, or no file at all.
        return

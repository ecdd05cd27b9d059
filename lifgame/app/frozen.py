"""Whether this is a Python that runs a program, or a program frozen into one file."""

import sys


def is_frozen() -> bool:
    """Whether ``sys.executable`` is the program itself, as PyInstaller makes it."""
    return bool(getattr(sys, "frozen", False))


def own_program() -> list[str]:
    """The words that start this program once more."""
    return [sys.executable, *([] if is_frozen() else ["-m", "lifgame"])]

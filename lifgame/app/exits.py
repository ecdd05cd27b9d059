"""Exit codes and the errors that carry them."""

# After sysexits.h.
OK = 0
USAGE = 2
OPERATOR = 3
NO_DISPLAY = 69
INTERNAL = 70
CANNOT_WRITE = 74
TRY_AGAIN = 75
WRONG_CONFIG = 78
INTERRUPTED = 130
# After these it is meant to be over: left, wrong words, the operator, wrong file.
FINAL = (OK, USAGE, OPERATOR, WRONG_CONFIG)
# What is added to a signal's number, as shells do.
BY_SIGNAL = 128


class ExitError(Exception):
    """Something that ends the program with one line, or a few, and a code.

    Attributes:
        code: The exit code.
        prog: Who says so, such as ``lifgame simulate``.
    """

    def __init__(self, code: int, message: str, prog: str = "lifgame") -> None:
        super().__init__(message)
        self.code = code
        self.prog = prog

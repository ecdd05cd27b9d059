"""Exit codes and the errors that carry them, after sysexits.h."""

OK = 0
USAGE = 2
OPERATOR = 3
NO_DISPLAY = 69
INTERNAL = 70
CANNOT_WRITE = 74
TRY_AGAIN = 75
CONFIG = 78
INTERRUPTED = 130
# After these it is meant to be over: left, wrong words, the operator, wrong file.
FINAL = (OK, USAGE, OPERATOR, CONFIG)


class ExitError(Exception):
    """Something that ends the program with one line and a code."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code

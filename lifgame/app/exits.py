"""Exit codes and the errors that carry them, after sysexits.h."""

OK = 0
USAGE = 2
NO_DISPLAY = 69
INTERNAL = 70
CANNOT_WRITE = 74
INTERRUPTED = 130


class ExitError(Exception):
    """Something that ends the program with one line and a code."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code

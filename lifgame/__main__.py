"""Start the program: ``python -m lifgame`` or the console script ``lifgame``."""

# The interpreter's own part of ``signal``: that one is slow to load, and Ctrl+C may
# come before it is there. Nothing has begun yet, so nothing is to be tidied up.
import _signal  # type: ignore[import-not-found]
import io
import os
import sys

INTERRUPTED = 130


def _leave_at_once(*_: object) -> None:
    os._exit(INTERRUPTED)


def _expect_ctrl_c() -> None:
    if _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler:
        _signal.signal(_signal.SIGINT, _leave_at_once)


if __name__ == "__main__" or os.path.basename(sys.argv[0]).startswith("lifgame"):  # noqa: PTH119 - quick
    _expect_ctrl_c()


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; the return value is the exit code."""
    if arguments is None:
        _expect_ctrl_c()
        _fill_closed_descriptors()
    # Its greeting would stand at the top of every CSV file that is piped on.
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Help names units such as MΩ, and not every terminal can show that.
            stream.reconfigure(errors="replace")
    words = sys.argv[1:] if arguments is None else arguments
    from lifgame.app.cli.kept_help import answer  # noqa: PLC0415

    code = answer(words)
    if code is not None:
        return code
    from lifgame.app.cli.main import run  # noqa: PLC0415

    return run(words)


def _fill_closed_descriptors() -> None:
    """Open what a shell has closed, as with ``2>&-``.

    A file of ours would get the number instead, and a library's warning would be
    written into it. Python's own streams stay closed.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


if __name__ == "__main__":
    sys.exit(main())

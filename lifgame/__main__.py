"""Start the program: ``python -m lifgame`` or the console script ``lifgame``."""

import os
import sys

CLASSIC_PYGAME = (
    "lifgame: it runs on pygame-ce, but classic pygame is installed over it. Cure: "
    "python -m pip uninstall -y pygame pygame-ce && python -m pip install pygame-ce"
)
EXIT_UNAVAILABLE = 69


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; the return value is the exit code."""
    # Its greeting would stand at the top of every CSV file that is piped on.
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    import pygame  # noqa: PLC0415

    if not getattr(pygame, "IS_CE", False):
        sys.stderr.write(CLASSIC_PYGAME + "\n")
        return EXIT_UNAVAILABLE
    from lifgame.app.cli import run  # noqa: PLC0415

    return run(sys.argv[1:] if arguments is None else arguments)


if __name__ == "__main__":
    sys.exit(main())

"""Start the program: ``python -m lifgame`` or the console script ``lifgame``."""

import io
import os
import sys

from lifgame.app.window.hints import set_hints

CURE = (
    "Cure: python -m pip uninstall -y pygame pygame-ce && "
    "python -m pip install pygame-ce"
)
CLASSIC_PYGAME = (
    "lifgame: it runs on pygame-ce, but classic pygame is installed over it. " + CURE
)
NO_PYGAME = "lifgame: pygame-ce cannot be loaded ({error}). " + CURE
EXIT_UNAVAILABLE = 69


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; the return value is the exit code."""
    # Its greeting would stand at the top of every CSV file that is piped on.
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    set_hints()
    if isinstance(sys.stdout, io.TextIOWrapper):
        # Help names units such as MΩ, and not every terminal can show that.
        sys.stdout.reconfigure(errors="replace")
    try:
        import pygame  # noqa: PLC0415
    except ImportError as error:
        sys.stderr.write(NO_PYGAME.format(error=error) + "\n")
        return EXIT_UNAVAILABLE
    if not getattr(pygame, "IS_CE", False):
        sys.stderr.write(CLASSIC_PYGAME + "\n")
        return EXIT_UNAVAILABLE
    from lifgame.app.cli.main import run  # noqa: PLC0415

    return run(sys.argv[1:] if arguments is None else arguments)


if __name__ == "__main__":
    sys.exit(main())

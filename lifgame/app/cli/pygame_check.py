"""Whether the right pygame is there; asked by the commands that need it."""

from lifgame.app.exits import NO_DISPLAY, ExitError
from lifgame.app.window.hints import set_hints

CURE = (
    "Cure: python -m pip uninstall -y pygame pygame-ce && "
    "python -m pip install pygame-ce"
)
CLASSIC_PYGAME = (
    "it runs on pygame-ce, but classic pygame is installed over it. " + CURE
)
NO_PYGAME = "pygame-ce cannot be loaded ({error}). " + CURE


def require_pygame() -> None:
    """Load pygame.

    Raises:
        ExitError: If it is missing, or classic pygame.
    """
    set_hints()
    try:
        import pygame  # noqa: PLC0415 - a line of help needs no pygame
    except ImportError as error:
        raise ExitError(NO_DISPLAY, NO_PYGAME.format(error=error)) from error
    if not getattr(pygame, "IS_CE", False):
        raise ExitError(NO_DISPLAY, CLASSIC_PYGAME)

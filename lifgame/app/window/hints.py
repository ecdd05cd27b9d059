"""What SDL is told through the environment, before pygame loads it.

Whoever starts the program may say otherwise: what is set already stays.
"""

import os

HINTS = {
    # A finger is a finger: no mouse events made of touches, nor the reverse.
    "SDL_TOUCH_MOUSE_EVENTS": "0",
    "SDL_MOUSE_TOUCH_EVENTS": "0",
    # The first click on an unfocused window counts.
    "SDL_MOUSE_FOCUS_CLICKTHROUGH": "1",
    "SDL_VIDEO_MINIMIZE_ON_FOCUS_LOSS": "0",
    # libdecor draws title bars where a Wayland compositor draws none. Under cage it
    # waits for an answer that never comes, and the screen stays black.
    "SDL_VIDEO_WAYLAND_ALLOW_LIBDECOR": "0",
    "SDL_WINDOWS_DPI_AWARENESS": "permonitorv2",
    # Signals are ours: SDL's QUIT event gets lost when its queue is full.
    "SDL_NO_SIGNAL_HANDLERS": "1",
    # How volume control, task bar and window rules call it; else it is "python".
    "SDL_APP_NAME": "lifgame",
    "SDL_VIDEO_X11_WMCLASS": "lifgame",
    "SDL_VIDEO_WAYLAND_WMCLASS": "lifgame",
}


def set_hints() -> None:
    """Set what nobody has set; to be called before pygame is imported."""
    for name, value in HINTS.items():
        os.environ.setdefault(name, value)

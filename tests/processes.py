"""The program as a process of its own, for the tests of the command line."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def hidden() -> dict[str, str]:
    """The surroundings without any display."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER", "XDG_RUNTIME_DIR")
    return {k: v for k, v in os.environ.items() if k not in names}


def process(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The program as a process of its own, without any display."""
    return subprocess.run(
        [sys.executable, "-m", "lifgame", *words],
        cwd=ROOT,
        env=hidden() | environment,
        capture_output=True,
        timeout=60,
        check=False,
    )

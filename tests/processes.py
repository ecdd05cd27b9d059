"""The program as a process of its own, for the tests of the command line."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def process(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The program as a process of its own, without any display."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER", "XDG_RUNTIME_DIR")
    kept = {k: v for k, v in os.environ.items() if k not in hidden}
    return subprocess.run(
        [sys.executable, "-m", "lifgame", *words],
        cwd=ROOT,
        env=kept | environment,
        capture_output=True,
        timeout=60,
        check=False,
    )

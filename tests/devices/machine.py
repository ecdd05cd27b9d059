"""What every test on devices needs: programs that end, and an ordinary user."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
END_S = 3.0
# The user "nobody" of every Unix: there already, and owner of nothing.
ORDINARY_ID = 65534
SYSTEM_PYTHON = "/usr/bin/python3"


def needs(*programs: str) -> None:
    """Skip the test where a program is missing; in CI that is a fault."""
    missing = [name for name in programs if shutil.which(name) is None]
    if not sys.platform.startswith("linux"):
        pytest.skip("needs Linux")
    if missing and os.environ.get("CI") == "true":
        pytest.fail(f"not installed: {', '.join(missing)}")
    if missing:
        pytest.skip(f"needs {', '.join(missing)}")


def needs_quiet() -> None:
    """Skip the test on a machine that is busy with many other things.

    What does not get the processor in time cannot play in time.
    """
    busy, cores = os.getloadavg()[0], os.cpu_count() or 1
    if busy > 2 * cores:
        pytest.skip(f"too busy to play in time: load {busy:.1f} on {cores} cores")


def is_root() -> bool:
    return os.geteuid() == 0


class Processes:
    """Starts programs, and leaves none behind, whatever happens."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._running: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        # All of them before any is waited for: one may hang on another's answer.
        for process in self._running:
            ask_to_end(process)
        for process in reversed(self._running):
            end(process)

    def start(
        self, name: str, command: Sequence[str | Path], **options: Any
    ) -> subprocess.Popen[bytes]:
        """Start a program in a group of its own; what it says goes to ``said``."""
        with self.log(name).open("wb") as log:
            quiet = {"stdin": subprocess.DEVNULL, "stdout": log, "stderr": log}
            chosen: Any = quiet | {"start_new_session": True} | options
            process: subprocess.Popen[bytes]
            process = subprocess.Popen([str(word) for word in command], **chosen)
        self._running.append(process)
        return process

    def log(self, name: str) -> Path:
        return self._folder / f"{name}.log"

    def said(self, name: str) -> str:
        """What a program has said so far."""
        return self.log(name).read_text("utf-8", "replace")


def ask_to_end(process: subprocess.Popen[bytes]) -> None:
    """Wake a program, if it was stopped, and ask it and its children to end."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)
        os.killpg(process.pid, signal.SIGCONT)


def end(process: subprocess.Popen[bytes]) -> None:
    """End a program and all that it has started."""
    ask_to_end(process)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(END_S)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def program_of(process: subprocess.Popen[bytes]) -> int:
    """The process number of the program: the process itself, or a child of it."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    for number in (str(process.pid), *children.read_text().split()):
        words = Path(f"/proc/{number}/cmdline").read_bytes().split(b"\0")
        if words[1:3] == [b"-m", b"lifgame"]:
            return int(number)
    raise AssertionError("the program does not run")


class User:
    """An ordinary user with a home of their own, and a Python that they may read.

    Compositors and sound servers refuse to work for root. Whoever is not root is
    an ordinary user already.
    """

    def __init__(self) -> None:
        self._top = Path(tempfile.mkdtemp(prefix="lifgame-devices-"))
        self._top.chmod(0o755)
        self.home = self._top / "home"
        self.home.mkdir(mode=0o700)
        self.python = sys.executable
        self.options: dict[str, Any] = {"cwd": str(ROOT)}
        if is_root():
            os.chown(self.home, ORDINARY_ID, ORDINARY_ID)
            ids = {"user": ORDINARY_ID, "group": ORDINARY_ID, "extra_groups": []}
            self.options = ids | {"cwd": str(self.home)}
            self.python = str(self._install())

    def folder(self, name: str) -> Path:
        """A new folder of theirs, closed to all others."""
        made = Path(tempfile.mkdtemp(prefix=f"{name}-", dir=self.home))
        if is_root():
            os.chown(made, ORDINARY_ID, ORDINARY_ID)
        return made

    def environment(self, runtime: Path, **more: str) -> dict[str, str]:
        """Theirs, with nothing of whoever runs the tests."""
        kept = {
            name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ
        }
        return {
            **kept,
            "HOME": str(self.home),
            "XDG_RUNTIME_DIR": str(runtime),
            "XDG_CONFIG_HOME": str(runtime / "config"),
            "XDG_CACHE_HOME": str(runtime / "cache"),
            "SDL_AUDIODRIVER": "dummy",
            **more,
        }

    def close(self) -> None:
        shutil.rmtree(self._top, ignore_errors=True)

    def _install(self) -> Path:
        """The program in an environment that does not hang on root's home."""
        python = self._top / "venv" / "bin" / "python"
        for command in (
            [SYSTEM_PYTHON, "-m", "venv", str(self._top / "venv")],
            [str(python), "-m", "pip", "install", "-q", "--no-input", str(ROOT)],
        ):
            done = subprocess.run(
                command, cwd=self._top, capture_output=True, text=True, check=False
            )
            assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
        return python

"""One exhibit at a time, never as root, and folders where things may be kept."""

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from processes import ROOT

from lifgame.app import exits
from lifgame.app.exits import ExitError
from lifgame.app.kiosk.folders import run_folder, state_folder
from lifgame.app.kiosk.lock import Lock, refuse_root

HOLDER = """
import sys, time
from pathlib import Path
from lifgame.app.kiosk.lock import Lock
lock = Lock(Path(sys.argv[1]))
print("held", flush=True)
time.sleep(60)
"""
ON_LINUX = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="the folders are those of Linux"
)


def holder(path: Path) -> subprocess.Popen[str]:
    """Another process that holds the lock."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_a_second_one_says_so_and_ends_with_75(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.lock"
    with holder(path) as first:
        with pytest.raises(ExitError, match="running already") as refused:
            Lock(path)
        assert refused.value.code == exits.TRY_AGAIN == 75
        first.kill()


def test_after_kill_9_no_lock_is_left(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.lock"
    with holder(path) as first:
        first.send_signal(signal.SIGKILL)
        first.wait()
    assert path.exists()
    lock = Lock(path)
    assert lock.is_held
    with pytest.raises(ExitError):
        Lock(path)
    lock.release()
    assert Lock(path).is_held


def test_a_child_does_not_keep_the_lock(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.lock"
    lock = Lock(path)
    with subprocess.Popen(
        [sys.executable, "-c", "input()"], stdin=subprocess.PIPE
    ) as it:
        lock.release()
        assert Lock(path).is_held
        it.kill()


def test_where_no_lock_can_be_made_it_plays_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert not Lock(tmp_path / "file" / "kiosk.lock").is_held


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="there is no root")
def test_root_is_refused_unless_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    with pytest.raises(ExitError, match="does not run as root") as refused:
        refuse_root(is_allowed=False)
    assert refused.value.code in exits.FINAL, "a supervisor does not try again"
    refuse_root(is_allowed=True)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    refuse_root(is_allowed=False)


@ON_LINUX
@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"STATE_DIRECTORY": "/var/lib/lifgame"}, "/var/lib/lifgame"),
        ({"STATE_DIRECTORY": "/var/lib/a:/var/lib/b"}, "/var/lib/a"),
        ({"STATE_DIRECTORY": "relative", "HOME": "/h"}, "/h/.local/state/lifgame"),
        ({"XDG_STATE_HOME": "/s"}, "/s/lifgame"),
        ({"XDG_STATE_HOME": "s", "HOME": "/h"}, "/h/.local/state/lifgame"),
        ({"HOME": "/nowhere"}, "/nowhere/.local/state/lifgame"),
    ],
)
def test_what_is_noted_lies_where_the_system_says(
    environment: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("STATE_DIRECTORY", "XDG_STATE_HOME", "HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert state_folder() == Path(expected)


@ON_LINUX
def test_without_any_home_it_is_a_temporary_folder(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def no_home() -> Path:
        raise RuntimeError("Could not determine home directory.")

    for name in ("STATE_DIRECTORY", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", no_home)
    assert state_folder().is_relative_to(tempfile.gettempdir())
    assert run_folder() == state_folder()


@ON_LINUX
def test_a_lock_lies_where_it_is_gone_after_a_restart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert run_folder() == tmp_path
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "missing"))
    monkeypatch.setenv("XDG_STATE_HOME", "/s")
    assert run_folder() == Path("/s/lifgame")

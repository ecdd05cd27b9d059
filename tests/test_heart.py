"""The heartbeat and the patience with it: pure waiting, a pipe, a socket."""

import os
import socket
import sys
from pathlib import Path

import pytest

from lifgame.app.kiosk.heart import HEARTBEAT_VARIABLE, Heart, Notifier
from lifgame.app.kiosk.patience import Backoff, Patience, Watch

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs pipes and sockets")


# --- patience -----------------------------------------------------------------------


def test_the_wait_doubles_up_to_its_longest() -> None:
    backoff = Backoff(Patience())
    assert [backoff.wait_s(1.0) for _ in range(7)] == [1, 2, 4, 8, 16, 30, 30]
    assert backoff.is_loop
    assert backoff.wait_s(3600.0) == 1
    assert not backoff.is_loop
    for _ in range(5000):
        assert backoff.wait_s(0.0) <= 30


def test_a_hang_is_fifteen_seconds_without_a_frame() -> None:
    watch = Watch(Patience())
    assert not any(watch.is_hung(False, 0.25) for _ in range(4 * 59))
    watch.is_hung(True, 0.25)
    assert not any(watch.is_hung(False, 0.25) for _ in range(4 * 15))
    assert watch.is_hung(False, 0.25)
    watch.is_hung(True, 0.25)
    assert not watch.is_hung(False, 0.25)


def test_a_start_may_take_a_minute() -> None:
    watch = Watch(Patience())
    assert not any(watch.is_hung(False, 0.5) for _ in range(120))
    assert watch.is_hung(False, 0.5)


def test_a_suspended_night_is_no_hang() -> None:
    watch = Watch(Patience())
    watch.is_hung(True, 0.25)
    assert not watch.is_hung(False, 8 * 3600.0)
    assert not watch.is_hung(False, float("1e9"))


# --- the heart ----------------------------------------------------------------------


def test_systemd_is_told_ready_once_and_alive_every_second(tmp_path: Path) -> None:
    place = str(tmp_path / "notify")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as heard:
        heard.bind(place)
        heard.settimeout(5)
        heart = Heart({"NOTIFY_SOCKET": place, "WATCHDOG_PID": "1"})
        for _ in range(150):
            heart.beat(1 / 60)
        heart.stop()
        said = [heard.recv(100).decode() for _ in range(5)]
    # The watchdog's process is the compositor's: it is told all the same.
    assert said == ["READY=1", "WATCHDOG=1", "WATCHDOG=1", "WATCHDOG=1", "STOPPING=1"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="names of Linux")
def test_a_socket_without_a_file_is_reached() -> None:
    name = f"lifgame-test-{os.getpid()}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as heard:
        heard.bind(f"\0{name}")
        heard.settimeout(5)
        Notifier({"NOTIFY_SOCKET": f"@{name}"}).ready()
        assert heard.recv(100) == b"READY=1"


@pytest.mark.parametrize("place", ["", "/nowhere/at/all", "@nobody-listens"])
def test_nobody_needs_to_listen(place: str) -> None:
    heart = Heart({"NOTIFY_SOCKET": place})
    heart.beat(1.0)
    assert not heart.is_alone


@pytest.mark.parametrize("number", ["", "x", "-1", "99999", "٣"])
def test_a_pipe_that_is_none_is_survived(number: str) -> None:
    heart = Heart({HEARTBEAT_VARIABLE: number})
    heart.beat(1.0)
    assert not heart.is_alone


def test_a_full_pipe_never_holds_up_a_frame() -> None:
    reading, writing = os.pipe()
    try:
        heart = Heart({HEARTBEAT_VARIABLE: str(writing)})
        for _ in range(100_000):
            heart.beat(1.0)
        assert not heart.is_alone
    finally:
        os.close(reading)
    heart.beat(1.0)
    assert heart.is_alone
    os.close(writing)

"""Faults that a museum meets and that no other file tries: what stays as it was."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pygame
import pytest
from kiosk_tools import LIBRARY, Event, Museum

from lifgame.app.files.config import read_config
from lifgame.view.lettering import lettering

# What a scanner types at once: a code, Enter, function keys, shortcuts of the system.
SCANNED = "https://example.org/?id=4711;rm -rf\r\n\t" * 30
SHORTCUTS = [
    (pygame.K_t, pygame.KMOD_CTRL | pygame.KMOD_ALT),
    (pygame.K_DELETE, pygame.KMOD_CTRL | pygame.KMOD_ALT),
    (pygame.K_TAB, pygame.KMOD_ALT),
    (pygame.K_PRINTSCREEN, 0),
    *((pygame.K_F1 + number, 0) for number in range(12)),
]
KEYS = (*range(32, 127), *range(pygame.K_CAPSLOCK, pygame.K_F12 + 1))
DOORS = ("pin", "operator", "test")
# Only what is local may be opened: the supervisor's heartbeat is a socket, too.
WATCHED = """
import sys
met = []
def watch(event, args):
    if event in ("socket.connect", "socket.bind", "socket.getaddrinfo"):
        met.append((event, args))
sys.addaudithook(watch)
from lifgame.__main__ import main
code = main(["soak", "--minutes", "0.2", "--seed", "3"])
assert not met, met
sys.exit(code)
"""


def test_a_scanner_that_types_a_thousand_signs_leads_nowhere(tmp_path: Path) -> None:
    museum = Museum(tmp_path)
    museum.wake()
    events: list[Event] = []
    for sign in SCANNED:
        events.append(museum.key(ord(sign)))
        events.append(museum.key(ord(sign), pygame.KEYUP))
    for code, mod in SHORTCUTS:
        events += [museum.key(code, mod=mod), museum.key(code, pygame.KEYUP, mod)]
    museum.frame(*events)
    museum.wait(1.0)
    assert museum.place[0] not in DOORS
    assert museum.place[1] not in DOORS
    assert not museum.game.wants_quit
    assert museum.game.held.is_empty()
    assert not museum.game.containment.faults


def test_files_texts_and_pastes_that_arrive_change_nothing(tmp_path: Path) -> None:
    museum = Museum(tmp_path)
    museum.wake()
    museum.wait(0.5)
    before = museum.place, dict(museum.game.session.cell.values)
    museum.frame(
        Event(pygame.DROPBEGIN),
        Event(pygame.DROPFILE, file="/etc/passwd"),
        Event(pygame.DROPTEXT, text="q" * 1000),
        Event(pygame.TEXTINPUT, text="q"),
        Event(pygame.CLIPBOARDUPDATE),
    )
    assert (museum.place, dict(museum.game.session.cell.values)) == before


@pytest.mark.parametrize("tries", [150, pytest.param(10_000, marks=pytest.mark.slow)])
def test_nobody_guesses_the_door(tmp_path: Path, tries: int) -> None:
    """Random taps and keys, as quickly as anybody can, for up to ten minutes."""
    museum, rng = Museum(tmp_path), np.random.default_rng(54)
    museum.wake()
    for _ in range(tries):
        if rng.random() < 0.5:
            x, y = (int(rng.integers(side)) for side in museum.size)
            museum.touch((x, y))
        else:
            museum.tap(int(rng.choice(KEYS)))
        museum.wait(0.06, 0.06)
        assert museum.place[0] not in ("operator", "test")
    assert not museum.game.wants_quit


@pytest.mark.parametrize("name", ["../../etc/passwd", "${HOME}", "C:\\x", "a\x00b"])
def test_a_path_in_the_place_of_a_name_is_no_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / "kiosk.toml"
    quoted = name.replace("\\", "\\\\").replace("\x00", "\\u0000")
    path.write_text(f'[settings]\nlanguage = "{quoted}"\n', "utf-8")
    values, wrong = read_config(path).checked_settings(tuple(LIBRARY.languages))
    assert wrong
    assert values.get("language", "en") in LIBRARY.languages


@pytest.mark.parametrize("content", [b"", b"no font at all" * 50])
def test_a_broken_font_leaves_words_that_can_be_read(
    content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    lettering.font.cache_clear()
    monkeypatch.setattr(lettering, "_font_bytes", lambda name: content)
    try:
        assert lettering.render([("HOLD", (255, 255, 255))], 24, lettering.BOLD)
        assert lettering.font(lettering.BOLD, 24).size("HOLD")[0] > 24
    finally:
        lettering.font.cache_clear()


def test_no_network_is_used() -> None:
    """All of a visit, with attract and the way back, opens no socket to anywhere."""
    done = subprocess.run(
        [sys.executable, "-c", WATCHED], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr

"""A museum's morning: nobody gets out, and the game plays itself till it is woken."""

from pathlib import Path

import pygame
import pytest
from kiosk_tools import FORMS, Event, Museum, picture

from lifgame.session import commands as c
from lifgame.session.visit import VisitState

# --- nobody gets out ----------------------------------------------------------------


def test_no_key_no_close_and_no_quit_leads_out(tmp_path: Path) -> None:
    museum = Museum(tmp_path)
    museum.wake()
    mods = (0, pygame.KMOD_CTRL, pygame.KMOD_ALT, pygame.KMOD_CTRL | pygame.KMOD_ALT)
    for mod in mods:
        for code in (
            pygame.K_ESCAPE,
            pygame.K_F11,
            pygame.K_F4,
            pygame.K_q,
            pygame.K_w,
        ):
            for _ in range(3):
                museum.tap(code, mod)
                museum.wait(0.5)
    museum.frame(Event(pygame.QUIT), Event(pygame.WINDOWCLOSE))
    museum.wait(0.5)
    assert museum.is_at("play", None)
    assert not museum.game.wants_quit
    assert not museum.game.wants_fullscreen


def test_only_what_is_allowed_is_there_at_all(tmp_path: Path) -> None:
    museum = Museum(tmp_path, (1280, 720), allowed_settings=("sound",))
    museum.wake()
    ids = {widget.id for widget in museum.game.board.widgets}
    assert "mute" in ids
    assert "language" not in ids
    museum.tap(pygame.K_l)
    museum.wait(0.5)
    assert museum.game.session.preferences["language"] == "en"
    museum.tap(pygame.K_m)
    museum.wait(0.5)
    assert museum.game.session.preferences["sound"] == "off"
    museum.game.obey([c.ShowScreen("settings")])
    museum.wait(0.5)
    rows = {w.id.partition(":")[0] for w in museum.game.board.widgets}
    assert rows & {"language", "palette", "sound"} == {"sound"}


def test_with_nothing_allowed_there_are_no_settings(tmp_path: Path) -> None:
    museum = Museum(tmp_path, allowed_settings=())
    museum.wake()
    museum.tap(pygame.K_o)
    museum.wait(0.5)
    assert museum.is_at("play", None)


def test_what_is_not_offered_cannot_be_reached(tmp_path: Path) -> None:
    offered = ("pyramidal", "purkinje")
    museum = Museum(
        tmp_path, (1280, 720), presets=offered, patterns=("by_hand", "constant"),
        controls=("current",),
    )  # fmt: skip
    museum.wake()
    seen = set()
    for _ in range(4):
        museum.tap(pygame.K_RIGHT)
        museum.wait(0.25)
        seen.add(museum.game.session.cell.preset.id)
    assert seen == set(offered)
    museum.tap(pygame.K_3)
    assert museum.game.session.cell.pattern.id in ("by_hand", "constant")
    before = museum.game.session.cell.value("threshold")
    museum.tap(pygame.K_r)
    assert museum.game.session.cell.value("threshold") == before
    ids = {widget.id for widget in museum.game.board.widgets}
    assert "tap" in ids
    assert not ids & {"line", "bend", "width", "leak"}


def test_a_box_of_buttons_needs_no_controls_on_the_screen(tmp_path: Path) -> None:
    museum = Museum(tmp_path, on_screen_controls=False)
    museum.wake()
    assert {w.id for w in museum.game.board.widgets} <= {"water"}
    museum.frame(museum.key(pygame.K_SPACE))
    assert museum.game.session.cell.pushes


# --- attract --------------------------------------------------------------------------


@pytest.mark.parametrize("size", FORMS)
def test_the_game_plays_itself_until_the_first_flush_and_on(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    museum = Museum(tmp_path, size)
    assert museum.is_at("attract", None)
    flushed = line = other = None
    for n in range(40 * 8):
        museum.frame(elapsed_s=0.125)
        cell = museum.game.session.cell
        flushed = flushed or (cell.spike_count and n)
        line = line or (cell.value("threshold") < 20 and n)
        other = other or (cell.preset.id != "pyramidal" and n)
    assert flushed
    assert line
    assert other
    assert flushed < line < other
    assert flushed / 8 < 10
    assert not museum.game.containment.faults
    assert not museum.game.scene.look.overflows


def test_the_same_seed_plays_the_same(tmp_path: Path) -> None:
    first, second = Museum(tmp_path), Museum(tmp_path)
    for museum in (first, second):
        museum.wait(12)
    assert (picture(first) == picture(second)).all()


WAKING = {
    "a finger": Event(pygame.FINGERDOWN, touch_id=1, finger_id=1, x=0.5, y=0.02),
    "a key": Event(pygame.KEYDOWN, key=pygame.K_RIGHT, mod=0, scancode=0),
    "a pad": Event(pygame.JOYBUTTONDOWN, instance_id=0, button=5),
}


@pytest.mark.parametrize("event", WAKING.values(), ids=WAKING)
def test_what_wakes_it_is_not_also_an_action(tmp_path: Path, event: Event) -> None:
    museum = Museum(tmp_path)
    museum.wait(2.0)
    museum.frame(event)
    assert museum.is_in(VisitState.PLAYING)
    assert museum.is_at("play", None)
    session = museum.game.session
    assert session.cell.preset.id == "pyramidal"
    assert session.cell.value("current") == 0.0
    assert session.place.focus is None
    assert museum.game.held.is_empty()


def test_a_mouse_that_moves_wakes_it(tmp_path: Path) -> None:
    museum = Museum(tmp_path)
    for x in (100, 160):
        museum.frame(Event(pygame.MOUSEMOTION, pos=(x, 100), rel=(60, 0), touch=False))
    assert museum.is_in(VisitState.PLAYING)


@pytest.mark.parametrize("by", ["finger", "key", "pad"])
def test_hold_is_an_action_at_once_and_ends_when_it_is_let_go(
    tmp_path: Path, by: str
) -> None:
    museum = Museum(tmp_path)
    museum.wait(2.0)
    point = Museum(tmp_path, attract=False).game.board["inject"].rect.center
    down, up = {
        "finger": tuple(
            museum.finger(kind, point) for kind in (pygame.FINGERDOWN, pygame.FINGERUP)
        ),
        "key": tuple(
            museum.key(pygame.K_SPACE, kind) for kind in (pygame.KEYDOWN, pygame.KEYUP)
        ),
        "pad": tuple(
            Event(kind, instance_id=0, button=2)
            for kind in (pygame.JOYBUTTONDOWN, pygame.JOYBUTTONUP)
        ),
    }[by]
    museum.frame(down)
    assert museum.game.session.cell.pushes
    museum.frame(up)
    assert not museum.game.session.cell.pushes


def test_a_language_that_is_touched_is_the_visits_language(tmp_path: Path) -> None:
    museum = Museum(tmp_path)
    museum.press("language:uk")
    assert museum.is_at("play", None)
    assert museum.game.session.preferences["language"] == "uk"


NOBODY = {
    "a trembling stick": [
        Event(pygame.JOYAXISMOTION, instance_id=0, axis=0, value=0.5 + 0.02 * (n % 2))
        for n in range(40)
    ],
    "a mouse on a shaky table": [
        Event(pygame.MOUSEMOTION, pos=(100 + n % 2, 100), rel=(1, 0), touch=False)
        for n in range(40)
    ],
    "a key that never lifts": [
        Event(pygame.KEYDOWN, key=pygame.K_SPACE, mod=0, scancode=0) for _ in range(40)
    ],
    "a palm": [
        Event(pygame.FINGERDOWN, touch_id=1, finger_id=3, x=0.4, y=0.4),
        *(
            Event(
                pygame.FINGERMOTION, touch_id=1, finger_id=3, x=0.4 + 0.001 * (n % 2),
                y=0.4,
            )
            for n in range(39)
        ),
    ],
}  # fmt: skip


@pytest.mark.parametrize("events", NOBODY.values(), ids=NOBODY)
def test_a_thing_is_no_visitor(tmp_path: Path, events: list[Event]) -> None:
    museum = Museum(tmp_path)
    museum.wake()
    # What goes down counts once; then only that it lies there.
    museum.frame(events[0])
    for _ in range(4):
        for event in events[1:]:
            museum.frame(event, elapsed_s=0.25)
    assert museum.is_in(VisitState.ATTRACT)
    assert museum.is_at("attract", None)

"""A museum's day through ``Game.frame``: visitors, devices that are none, staff."""

from pathlib import Path

import numpy as np
import pygame
import pytest
from kiosk_tools import PIN, Event, Museum

from lifgame.session import commands as c
from lifgame.session.visit import VisitState

FORMS = ((1280, 720), (540, 960), (800, 480))


def picture(museum: Museum) -> np.ndarray:
    return pygame.surfarray.array3d(museum.game.window_surface)


# --- nobody gets out ----------------------------------------------------------------


CODES = (pygame.K_ESCAPE, pygame.K_F11, pygame.K_F4, pygame.K_q, pygame.K_w)


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


# --- still there? ---------------------------------------------------------------------


@pytest.mark.parametrize("size", FORMS)
@pytest.mark.parametrize("view", ["play", "lab"])
def test_it_asks_over_the_running_machine_and_any_touch_keeps_everything(
    tmp_path: Path, size: tuple[int, int], view: str
) -> None:
    museum = Museum(tmp_path, size)
    museum.wake()
    museum.game.obey(
        [c.ShowScreen(view), c.SetParameter("current", 2.5), c.Focus("inject")]
    )
    museum.wait(15.5)
    assert museum.is_at(view, "still_there")
    ticks = museum.game.session.tick_count
    museum.wait(5)
    assert museum.game.session.tick_count > ticks
    assert not museum.game.containment.faults
    museum.touch((3, 3))
    assert museum.is_at(view, None)
    session = museum.game.session
    assert session.cell.value("current") == 2.5
    assert session.place.focus == "inject"


def test_the_bucket_is_never_covered_by_the_question(tmp_path: Path) -> None:
    for size in FORMS:
        museum = Museum(tmp_path, size)
        museum.wake()
        museum.game.obey([c.SetParameter("current", 1.0)])
        museum.wait(16.5)
        scene = museum.game.scene
        inside = scene.picture.machine.places.inside  # type: ignore[attr-defined]
        with_question = picture(museum)
        museum.game.obey([c.CloseLayer()])
        museum.frame(elapsed_s=0.0)
        without = picture(museum)
        where = np.s_[
            inside.left + 4 : inside.right - 4, inside.top + 60 : inside.bottom
        ]
        assert (with_question[where] == without[where]).all(), size


def test_a_language_answers_and_is_chosen(tmp_path: Path) -> None:
    museum = Museum(tmp_path)
    museum.wake()
    museum.wait(16)
    museum.press("language:fr")
    assert museum.is_at("play", None)
    assert museum.is_in(VisitState.PLAYING)
    assert museum.game.session.preferences["language"] == "fr"


def test_without_an_answer_all_goes_back_and_the_screen_is_never_black(
    tmp_path: Path,
) -> None:
    museum = Museum(tmp_path)
    museum.wake()
    museum.game.obey([c.SelectPreset("purkinje"), c.SetSetting("palette", "contrast")])
    museum.wait(33.5)
    assert museum.is_in(VisitState.ASKING)
    darkest = 255.0
    for _ in range(90):
        museum.frame()
        darkest = min(darkest, float(picture(museum).mean()))
    assert museum.is_at("attract", None)
    assert darkest > 5.0
    session = museum.game.session
    assert session.cell.preset.id == "pyramidal"
    assert session.preferences["palette"] == "night"
    assert not museum.game.containment.faults


def test_a_touch_in_any_frame_of_going_back_and_waking_breaks_nothing(
    tmp_path: Path,
) -> None:
    museum = Museum(tmp_path)
    museum.wake()
    for late in range(0, 60, 4):
        museum.wait(33.5)
        assert museum.is_in(VisitState.ASKING)
        while museum.is_in(VisitState.ASKING):
            museum.frame()
        for _ in range(late):
            museum.frame()
        museum.touch((320, 20))
        assert museum.is_in(VisitState.PLAYING)
        assert museum.game.held.is_empty()
        for _ in range(4):
            museum.touch((320, 20))
        assert museum.is_at("play", None)
    assert not museum.game.containment.faults


@pytest.mark.parametrize("place", ["attract", "still", "pin", "operator", "test"])
@pytest.mark.parametrize("size", FORMS)
def test_what_is_painted_in_parts_is_what_is_painted_whole(
    tmp_path: Path, size: tuple[int, int], place: str
) -> None:
    museum = Museum(tmp_path, size)
    if place == "attract":
        museum.wait(2.5)
    elif place == "still":
        museum.wake()
        museum.wait(17)
    else:
        museum.let_in()
        if place == "pin":
            museum.game.obey([c.Back()])
            museum.wait(1)
            museum.frame(museum.finger(pygame.FINGERDOWN, (10, 10)))
            museum.wait(3.5)
        elif place == "test":
            museum.game.obey([c.ShowScreen("test")])
            museum.wait(0.5)
            museum.frame(museum.finger(pygame.FINGERDOWN, (200, 200)))
        museum.wait(0.5)
    # Where no time passes, all is as it was.
    museum.frame(elapsed_s=0.0)
    parts = picture(museum)
    museum.game.window_surface.fill((255, 0, 255))
    museum.game.invalidate()
    museum.frame(elapsed_s=0.0)
    wrong = np.argwhere((picture(museum) != parts).any(axis=2))
    assert not len(wrong), (wrong.min(axis=0), wrong.max(axis=0))
    assert not museum.game.containment.faults


# --- staff ----------------------------------------------------------------------------


def test_one_finger_gets_in_and_out(tmp_path: Path) -> None:
    museum = Museum(tmp_path)
    museum.let_in()
    assert museum.is_at("operator", None)
    museum.press("back")
    museum.wait(0.5)
    assert museum.is_at("play", None)


def test_a_chord_of_keys_gets_in_and_the_pin_can_be_typed(tmp_path: Path) -> None:
    museum = Museum(tmp_path)
    museum.wake()
    mods = pygame.KMOD_CTRL | pygame.KMOD_ALT | pygame.KMOD_SHIFT
    museum.frame(museum.key(pygame.K_o, mod=mods))
    museum.wait(3.25)
    museum.frame(museum.key(pygame.K_o, pygame.KEYUP))
    assert museum.is_at("play", "pin")
    for digit in PIN:
        museum.tap(ord(digit))
    museum.game.obey([c.Focus("try")])
    museum.tap(pygame.K_RETURN)
    museum.wait(0.5)
    assert museum.is_at("operator", None)


@pytest.mark.parametrize("second", [(300, 300), (12, 12)])
def test_two_fingers_open_no_door(tmp_path: Path, second: tuple[int, int]) -> None:
    museum = Museum(tmp_path)
    museum.wake()
    museum.frame(museum.finger(pygame.FINGERDOWN, (10, 10)))
    museum.frame(museum.finger(pygame.FINGERDOWN, second, finger=2))
    museum.wait(5)
    assert museum.is_at("play", None)


def test_without_a_pin_there_is_no_door(tmp_path: Path) -> None:
    museum = Museum(tmp_path, pin_hash="")
    museum.wake()
    museum.frame(museum.finger(pygame.FINGERDOWN, (10, 10)))
    museum.wait(5)
    assert museum.is_at("play", None)


def test_a_wrong_pin_must_wait_longer_each_time(tmp_path: Path) -> None:
    museum = Museum(tmp_path)
    museum.wake()
    museum.frame(museum.finger(pygame.FINGERDOWN, (10, 10)))
    museum.wait(3.25)
    museum.frame(museum.finger(pygame.FINGERUP, (10, 10)))
    waits = []
    for _ in range(3):
        for digit in "1111":
            museum.press(f"digit {digit}")
        museum.press("try")
        museum.frame()
        waits.append(museum.host.exhibit.pin_wait_s)
        for digit in PIN:
            museum.press(f"digit {digit}")
        assert museum.host.exhibit.pin == ""
        museum.wait(waits[-1] + 0.5)
    assert waits == sorted(waits)
    assert waits[-1] > 2 * waits[0]
    assert museum.is_at("play", "pin")


def test_the_door_and_the_room_close_by_themselves(tmp_path: Path) -> None:
    museum = Museum(tmp_path)
    museum.let_in()
    museum.press("less idle_s")
    museum.press("allow sound")
    museum.wait(31)
    assert museum.is_at("play", None)
    rules = museum.host.exhibit.rules
    assert "sound" not in rules.allowed_settings
    museum.frame(museum.finger(pygame.FINGERDOWN, (10, 10)))
    museum.wait(3.25)
    museum.frame(museum.finger(pygame.FINGERUP, (10, 10)))
    assert museum.is_at("play", "pin")
    museum.wait(31)
    assert museum.is_at("play", None)


def test_the_operator_quits_only_when_asked_twice(tmp_path: Path) -> None:
    museum = Museum(tmp_path, (1280, 720))
    museum.let_in()
    museum.press("quit")
    assert not museum.game.wants_quit
    museum.wait(6)
    museum.press("quit")
    assert not museum.game.wants_quit
    museum.press("quit")
    assert museum.game.wants_quit


def test_what_the_operator_switches_off_is_gone_from_the_screen(tmp_path: Path) -> None:
    museum = Museum(tmp_path, (1280, 720))
    museum.let_in()
    museum.press("allow language")
    museum.press("back")
    museum.wait(1)
    assert museum.game.board.find("language") is None
    assert museum.game.board.find("mute") is not None


def test_the_test_page_shows_every_finger_and_why_a_palm_is_no_visitor(
    tmp_path: Path,
) -> None:
    museum = Museum(tmp_path, (1280, 720))
    museum.let_in()
    museum.press("test")
    museum.wait(0.5)
    for finger in range(5):
        point = (200 + 60 * finger, 300)
        museum.frame(museum.finger(pygame.FINGERDOWN, point, finger))
    museum.tap(pygame.K_SPACE)
    test = museum.host.exhibit.touch_test
    assert [f.number for f in test.fingers.values()] == [1, 2, 3, 4, 5]
    assert test.lines[0].does == "inject"
    museum.frame(museum.finger(pygame.FINGERUP, (200, 300), 0))
    for _ in range(5):
        museum.wait(5)
        museum.tap(pygame.K_TAB)
    assert all(finger.is_stuck for finger in test.fingers.values())
    assert museum.is_at("test", None)
    assert test.boxes


# --- a screen that hangs turned -------------------------------------------------------


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_turned_screen_shows_and_takes_everything_turned(
    tmp_path: Path, turned: int
) -> None:
    size = (480, 640) if turned in (90, 270) else (640, 480)
    upright = Museum(tmp_path, (640, 480))
    museum = Museum(tmp_path, size, rotation=turned)
    for one in (upright, museum):
        one.wait(3)
        one.game.invalidate()
        one.frame(elapsed_s=0.0)
    shown = pygame.transform.rotate(museum.game.window_surface, turned)
    assert (pygame.surfarray.array3d(shown) == picture(upright)).all()
    x, y = upright.game.board["language:fr"].rect.center
    corners = {
        90: (size[0] - 1 - y, x),
        180: (size[0] - 1 - x, size[1] - 1 - y),
        270: (y, size[1] - 1 - x),
    }
    museum.touch(corners[turned])
    assert museum.game.session.preferences["language"] == "fr"

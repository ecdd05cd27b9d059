"""Is anybody still there? What is asked, what is kept, and what goes back."""

from pathlib import Path

import numpy as np
import pygame
import pytest
from kiosk_tools import FORMS, Museum, picture

from lifgame.session import commands as c
from lifgame.session.visit import VisitState


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
    for late in range(0, 60, 20):
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

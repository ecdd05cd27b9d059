"""What has changed is painted, and nothing else: partial and full are one picture."""

from collections.abc import Callable
from fractions import Fraction

import numpy as np
import pygame
import pytest
from pilot import Pilot
from pseudo import preferences, pseudo_library
from sizes import SIZES, at_sizes, name_of
from test_layout import has_drawers

from lifgame.app.kiosk.soak import FAINT
from lifgame.content.screens import LAB, VIEWS
from lifgame.content.settings import SETTINGS
from lifgame.session import commands as c
from lifgame.session import time_commands as t
from lifgame.session.start import Start

LIBRARY = pseudo_library()
Do = Callable[[Pilot], object]


def obey(*commands: c.Command) -> Do:
    return lambda pilot: pilot.game.obey(commands)


def wait_for_a_gulp(pilot: Pilot) -> None:
    pilot.game.obey([c.SetSpeed(Fraction(1, 50))])
    for _ in range(300):
        pilot.frame(elapsed_s=1 / 60)
        if pilot.session.clock.showing.is_gulping:
            break
    assert pilot.session.clock.showing.is_gulping
    pilot.wait(0.1)


def open_the_drawers(pilot: Pilot) -> None:
    if pilot.session.place.screen != "lab" or not has_drawers(pilot):
        return
    for drawer in ("sliders", "time", "patterns"):
        pilot.game.obey([c.ShowDrawer(drawer)])
        pilot.wait(0.1)


def take_a_mark(pilot: Pilot) -> None:
    if pilot.session.place.screen == "lab":
        pilot.mouse_down("mark_1")


def hold_on_a_spike(pilot: Pilot) -> None:
    hold = t.ToggleSpikeHold()
    pilot.game.obey([hold, c.SetParameter("current", 5.0), c.TogglePause()])
    for _ in range(300):
        pilot.frame(elapsed_s=1 / 60)
        if pilot.session.clock.is_paused:
            break
    if pilot.session.place.screen == "lab":
        assert pilot.session.clock.is_paused
    pilot.game.obey([hold])


# What a visitor may do next; after each of them the picture is compared.
STEPS: dict[str, Do] = {
    "a gulp": wait_for_a_gulp,
    "hold": lambda pilot: pilot.key_down("space"),
    "let go": lambda pilot: pilot.key_up("space"),
    "a band": obey(c.SetSpeed(Fraction(1)), c.SetParameter("current", 5.0)),
    "no band": obey(c.SetSpeed(Fraction(1, 50)), c.SetParameter("current", 2.0)),
    "the focus on the tap": lambda pilot: pilot.press("tab"),
    "the focus on the leak": obey(c.Focus("leak")),
    "the focus on HOLD": obey(c.Focus("inject")),
    "a hand on the line": lambda pilot: pilot.mouse_down("line"),
    "the hand away": lambda pilot: pilot.mouse_up((2, 2)),
    "a wider bucket": obey(c.SetParameter("capacitance", 4.7)),
    "a narrow one": obey(c.SetParameter("capacitance", 0.6)),
    "another pattern": obey(c.SelectPattern("pulses")),
    "a tap that trembles": obey(c.SelectPattern("noisy"), c.SetSpeed(Fraction(1, 20))),
    "a tap that turns": obey(c.SelectPattern("sine")),
    "an adaptive neuron": obey(c.SelectPreset("adapting_pyramidal")),
    "and it fires": wait_for_a_gulp,
    "the drawers": open_the_drawers,
    "tuning": obey(c.ToggleTuning()),
    "another span": obey(c.BrowseWindows(1)),
    "back": obey(c.Focus(None), c.Back()),
    "another language": obey(c.SetSetting("language", "de")),
    "a reading": obey(c.ToggleReading("rate")),
    "a question above": obey(c.ShowScreen("leave")),
    "and away": obey(c.Back()),
    "a pause": obey(c.TogglePause()),
    "a single step": obey(c.StepOnce()),
    "another tempo in the pause": obey(c.SetSpeed(Fraction(1, 4))),
    "held on a spike": hold_on_a_spike,
    "a look back": obey(t.LookAt(40)),
    "further on": lambda pilot: pilot.press("i", "i"),
    "the focus on the paper": obey(c.Focus("paper")),
    "and back with it": lambda pilot: pilot.press("left", "left", "right"),
    "marks apart": obey(t.PlaceMarks(12, 30)),
    "one out of sight": obey(t.PlaceMarks(0, 10**9), t.LookAt(30)),
    "the focus on a mark": obey(c.Focus("mark_2")),
    "and it moves": lambda pilot: pilot.press("left", "page up", "left"),
    "a hand on a mark": take_a_mark,
    "that lets go": lambda pilot: pilot.mouse_up((2, 2)),
    "the focus away": obey(c.Focus(None)),
    "and now": obey(t.LookAt(None)),
}


def differences(pilot: Pilot) -> list[tuple[int, ...]]:
    """The rectangle where partial and full redraw differ; none if nowhere."""
    surface = pilot.game.window_surface
    pilot.frame()  # no time passes here, nor in the frame below
    partial = pygame.surfarray.array3d(surface)
    surface.fill((255, 0, 255))
    pilot.game.invalidate()
    pilot.frame()
    full = pygame.surfarray.array3d(surface)
    apart = np.abs(partial.astype(int) - full.astype(int)).max(axis=2)
    wrong = np.argwhere(apart > FAINT)
    if not len(wrong):
        return []
    return [tuple(map(int, corner)) for corner in (wrong.min(0), wrong.max(0))]


def walk(pilot: Pilot) -> None:
    """All steps, a few frames after each of them."""
    found = {}
    for name, step in STEPS.items():
        step(pilot)
        pilot.wait(0.15)
        if where := differences(pilot):
            found[name] = where
        pilot.wait(0.1)
    assert found == {}


def somebody(
    size: tuple[int, int], view: str, language: str = "en", **settings: str
) -> Pilot:
    chosen = preferences(LIBRARY, language=language, **settings)
    return Pilot(size, Start(view=view), preferences=chosen, library=LIBRARY)


@pytest.mark.parametrize("view", VIEWS)
@at_sizes(
    [(1280, 720), (800, 480), (720, 1280), (480, 800), (640, 480)],
    ((800, 480),),
)
def test_the_partial_redraw_is_the_full_one(size: tuple[int, int], view: str) -> None:
    walk(somebody(size, view))


@pytest.mark.parametrize(
    "view",
    [pytest.param(v, marks=() if v == LAB else pytest.mark.slow) for v in VIEWS],
)
@pytest.mark.parametrize(
    ("palette", "motion", "text_scale", "language"),
    [
        pytest.param("projector", "full", "150", "de", marks=pytest.mark.slow),
        ("contrast", "reduced", "200", "uk"),
    ],
)
def test_and_so_it_is_with_other_colours_words_and_motion(
    view: str, palette: str, motion: str, text_scale: str, language: str
) -> None:
    settings = {"palette": palette, "motion": motion, "text_scale": text_scale}
    walk(somebody((1024, 600), view, language, **settings))


@pytest.mark.slow
@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("text_scale", SETTINGS["text_scale"].choices)
@pytest.mark.parametrize("size", SIZES, ids=name_of)
def test_in_every_size_and_size_of_text(
    size: tuple[int, int], text_scale: str, view: str
) -> None:
    walk(somebody(size, view, "de", text_scale=text_scale))


@pytest.mark.parametrize("size", [(720, 1280), (1280, 720)], ids=name_of)
@pytest.mark.parametrize("view", VIEWS)
def test_letters_leave_no_tails_behind(view: str, size: tuple[int, int]) -> None:
    """A frame after each change of a number, words with tails, and no other frame."""
    pilot = somebody(size, view, "de")
    pilot.wait(0.3)
    for c_nf in (2.1, 2.9, 3.3, 4.7, 1.5):
        pilot.game.obey([c.SetParameter("capacitance", c_nf)])
        pilot.frame(elapsed_s=1 / 60)
        assert differences(pilot) == [], c_nf


@pytest.mark.parametrize("view", VIEWS)
def test_what_is_reported_as_changed_is_all_that_changed(view: str) -> None:
    pilot = somebody((1280, 720), view)
    pilot.wait(0.5)
    for _ in range(30):
        before = pygame.surfarray.array3d(pilot.game.window_surface)
        changed = pilot.frame(elapsed_s=1 / 60).changed
        after = pygame.surfarray.array3d(pilot.game.window_surface)
        different = (before != after).any(axis=2)
        for rect in changed:
            area = rect.clip(pilot.game.window_surface.get_rect())
            different[area.left : area.right, area.top : area.bottom] = False
        assert not different.any()


@pytest.mark.parametrize("view", VIEWS)
def test_what_stands_still_is_not_painted(view: str) -> None:
    pilot = somebody((1280, 720), view)
    pilot.wait(1.0)
    pilot.press("p")
    pilot.wait(4.0, frame_s=0.1)
    pilot.frame(elapsed_s=1 / 60)
    assert pilot.frame(elapsed_s=1 / 60).changed == []

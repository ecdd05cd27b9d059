"""Faults injected into the game: what is left out, what is said, what plays on."""

import logging
from collections.abc import Callable
from functools import partial

import numpy as np
import pygame
import pytest
from pilot import Pilot

from lifgame.app.game import Game
from lifgame.content.texts import Library
from lifgame.model.simulation import StepReport
from lifgame.scenes.help.machine_page import MachinePage
from lifgame.scenes.lab.scene import LabScene
from lifgame.scenes.leave import LeaveScene
from lifgame.scenes.missing import MissingScene
from lifgame.scenes.play.scene import PlayScene
from lifgame.session import commands as c
from lifgame.session.preferences import Preferences
from lifgame.session.session import Session
from lifgame.session.start import Start
from lifgame.view.containment import MOST_PARTS
from lifgame.view.widgets.controls import Button

SIZE = (1280, 720)
LAB = Start(view="lab")
Patch = pytest.MonkeyPatch


def fail(*_: object, **__: object) -> None:
    raise RuntimeError("injected")


def picture(game: Game, area: pygame.Rect | None = None) -> np.ndarray:
    shown = game.window_surface
    return pygame.surfarray.array3d(shown.subsurface(area) if area else shown)


# --- in the game --------------------------------------------------------------------


@pytest.mark.parametrize("times", [1, 10**9])
def test_a_widget_that_fails_leaves_a_clean_hole_and_the_rest_works(
    monkeypatch: Patch, times: int
) -> None:
    pilot = Pilot(SIZE, LAB)
    whole = picture(pilot.game)
    draw = Button.draw
    left = [times]

    def draw_or_fail(button: Button, target: pygame.Surface, *rest: object) -> None:
        if button.id == "pause" and left[0] > 0:
            left[0] -= 1
            target.fill((255, 0, 255), button.rect)
            fail()
        draw(button, target, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Button, "draw", draw_or_fail)
    area = pilot.game.board["pause"].rect
    pilot.press("p")
    pilot.frame()
    hole = picture(pilot.game, area)
    assert not (hole == (255, 0, 255)).all(axis=2).any(), "nothing half painted stays"
    assert (pilot.game.scene.ground.subsurface(area).get_at((5, 5))[:3]) == tuple(
        hole[5, 5]
    )
    assert pilot.session.clock.is_paused, "the key does what it did"
    pilot.press("p")
    assert pilot.wait(4.0), "it fires"
    if times == 1:
        pilot.game.obey([c.Reset()])
        pilot.wait(2.0)
        assert (
            picture(pilot.game, area)
            == whole[area.left : area.right, area.top : area.bottom]
        ).all()
        assert not pilot.game.containment.left_out


def test_a_painter_that_fails_gives_way_to_kind_words(monkeypatch: Patch) -> None:
    pilot = Pilot(SIZE)
    scene = pilot.game.scene
    assert isinstance(scene, PlayScene)
    bench = scene.places.hold
    picture_area = scene.places.picture
    monkeypatch.setattr(PlayScene, "draw_changes", fail)
    pilot.wait(0.3)
    held = picture(pilot.game, bench)
    words = picture(pilot.game, picture_area)
    pilot.key_down("space")
    pilot.wait(0.5)
    assert (picture(pilot.game, bench) != held).any(), "the bench goes on"
    assert (picture(pilot.game, picture_area) == words).all()
    assert [f.part for f in pilot.game.containment.left_out] == [
        "pictures of PlayScene"
    ]
    pilot.key_up("space")
    monkeypatch.undo()
    pilot.wait(3.0)
    again = picture(pilot.game, picture_area)
    pilot.wait(0.3)
    pilot.frame()
    assert (picture(pilot.game, picture_area) != again).any(), "the trace goes on"
    mended = picture(pilot.game)
    pilot.game.invalidate()
    pilot.frame()
    assert (picture(pilot.game) == mended).all()
    assert not pilot.game.containment.left_out


def test_when_all_pictures_fail_the_controls_still_work(monkeypatch: Patch) -> None:
    pilot = Pilot(SIZE, LAB)
    monkeypatch.setattr(LabScene, "draw_changes", fail)
    pilot.wait(0.2)
    pilot.click("pause")
    assert pilot.session.clock.is_paused
    shown = picture(pilot.game)
    monkeypatch.undo()
    pilot.wait(3.0)
    assert (picture(pilot.game) != shown).any()


def test_a_screen_that_cannot_be_built_says_so_and_leads_back(
    monkeypatch: Patch,
) -> None:
    pilot = Pilot(SIZE)
    monkeypatch.setattr(MachinePage, "__init__", fail)
    pilot.press("h")
    assert isinstance(pilot.game.scene, MissingScene)
    colours = np.unique(picture(pilot.game).reshape(-1, 3), axis=0)
    assert len(colours) > 3, "words stand there"
    pilot.finger(pygame.FINGERDOWN, 1, (640, 360))
    pilot.finger(pygame.FINGERUP, 1, (640, 360))
    assert pilot.session.place.screen == "play"
    assert pilot.wait(4.0)
    monkeypatch.undo()
    pilot.wait(2.0)
    pilot.press("h")
    assert isinstance(pilot.game.scene, MachinePage)


def test_a_question_that_cannot_be_asked_is_not_waited_for(monkeypatch: Patch) -> None:
    pilot = Pilot(SIZE)
    monkeypatch.setattr(LeaveScene, "__init__", fail)
    pilot.press("escape")
    pilot.frame()
    assert pilot.session.place.layer is None
    assert pilot.wait(4.0)


@pytest.mark.parametrize("error", [MemoryError, pygame.error])
def test_too_little_memory_at_a_resize_is_survived(
    monkeypatch: Patch, error: type[Exception]
) -> None:
    pilot = Pilot(SIZE)

    def no_memory(*_: object, **__: object) -> None:
        raise error("Out of memory")

    monkeypatch.setattr(PlayScene, "__init__", no_memory)
    pilot.game.resize(pygame.Surface((1000, 600)))
    pilot.wait(0.5)
    assert isinstance(pilot.game.scene, MissingScene)
    monkeypatch.undo()
    pilot.wait(3.0)
    fresh = Pilot((1000, 600))
    pilot.game.obey([c.Reset()])
    pilot.frame()
    assert pilot.wait(4.0) == fresh.wait(4.0)
    assert (picture(pilot.game) == picture(fresh.game)).all()


def test_a_window_that_needs_too_much_memory_is_tried_again(monkeypatch: Patch) -> None:
    pilot = Pilot(SIZE)
    monkeypatch.setattr("lifgame.app.game.Viewport", fail)
    pilot.game.resize(pygame.Surface((1000, 600)))
    assert pilot.wait(0.5) is not None
    assert pilot.game.viewport.target.get_size() == SIZE
    monkeypatch.undo()
    pilot.wait(2.0)
    assert pilot.game.viewport.target.get_size() == (1000, 600)


def test_a_neuron_that_fails_begins_anew(monkeypatch: Patch) -> None:
    pilot = Pilot(SIZE)
    pilot.press("q", "q")
    run = Session.run
    fails = iter([True, False])

    def run_or_fail(session: Session, ticks: int) -> StepReport:
        if next(fails, False):
            fail()
        return run(session, ticks)

    monkeypatch.setattr(Session, "run", run_or_fail)
    pilot.wait(0.1)
    fresh = Pilot(SIZE).session.cell.values
    assert pilot.session.cell.values == fresh
    assert pilot.wait(4.0)


@pytest.mark.parametrize("event", [
    pygame.event.Event(pygame.KEYDOWN, key="q", mod=0),
    pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos="here", button=1, touch=False),
    pygame.event.Event(pygame.JOYAXISMOTION, instance_id=1, axis=0, value="far"),
])  # fmt: skip
def test_an_event_that_makes_no_sense_stops_no_other(event: pygame.event.Event) -> None:
    pilot = Pilot(SIZE)
    pilot.frame(event, pygame.event.Event(pygame.KEYDOWN, key=pygame.K_p, mod=0))
    assert pilot.session.clock.is_paused


def test_three_parts_that_fail_say_that_it_had_better_start_anew(
    monkeypatch: Patch,
) -> None:
    pilot = Pilot(SIZE)
    monkeypatch.setattr(Button, "draw", fail)
    pilot.game.invalidate()
    pilot.frame()
    assert len(pilot.game.containment.left_out) >= MOST_PARTS
    assert pilot.game.containment.is_beyond


def test_the_words_are_said_in_every_language(monkeypatch: Patch) -> None:
    library = Library()
    monkeypatch.setattr(PlayScene, "__init__", fail)
    shown = set()
    for language in library.languages:
        preferences = Preferences({"language": language}, library.languages)
        pilot = Pilot(SIZE, preferences=preferences, library=library)
        shown.add(picture(pilot.game).tobytes())
        assert not pilot.game.scene.look.overflows
    assert len(shown) == len(library.languages)


def test_nothing_is_contained_while_all_is_well(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO)
    pilot = Pilot(SIZE)
    steps: list[Callable[[], object]] = [
        partial(pilot.press, key) for key in ("h", "escape", "n", "escape", "t", "p")
    ]
    for step in steps:
        step()
        pilot.wait(0.1)
    assert pilot.game.containment.faults == {}
    assert caplog.text == ""

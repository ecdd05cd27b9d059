"""Every screen of the guide: words, room, secrets, and every kind of hand."""

import re
from itertools import combinations

import pygame
import pytest
from guide_tools import (
    ROWS,
    at_every_size,
    begin,
    each_experiment,
    each_row,
    progress_of,
    some_rows,
    states,
    visitor,
)
from pilot import Pilot
from test_gamepad import Pad

from lifgame.content.guides import KINDS
from lifgame.scenes.guide.scene import GuideScene
from lifgame.scenes.layout import SMALLEST_TOUCH_PX
from lifgame.scenes.play.places import play_places
from lifgame.session import guide_commands as g
from lifgame.session.guide.progress import DO, EXPLAINED, MEASURED, PREDICT
from lifgame.session.guide.rows import Row
from lifgame.session.guide.table import GUIDES
from lifgame.view.look import Look, Runs
from lifgame.view.machine.paper_places import paper_places
from lifgame.view.widgets.widget import Widget

# The first thing is so much larger than the next.
FIRST = 1.5
READ_ONLY = {"kind", "sentence", "step", "beads", "ring", "stars", "hand", "goals"}


def touched(pilot: Pilot) -> list[Widget]:
    """What can be pressed besides the handles in the picture."""
    return [
        widget
        for widget in pilot.game.board.widgets
        if widget.areas()
        and widget.takes_focus
        and widget.id not in READ_ONLY
        and not widget.id.startswith("card")
    ]


# --- room ---------------------------------------------------------------------------


def stand_clear(pilot: Pilot, state: str) -> None:
    """Bucket and trace are never covered."""
    scene = pilot.game.scene
    assert isinstance(scene, GuideScene)
    places = scene.picture.machine.moment.places
    paper = paper_places(places)
    trace = paper.paper.union(paper.current)
    for widget in pilot.game.board.widgets:
        if not widget.areas():
            continue
        assert not widget.rect.colliderect(places.inside), (state, widget.id)
        # Before it flows there is no trace: there the question stands.
        if state != PREDICT:
            assert not widget.rect.colliderect(trace), (state, widget.id)


def stand_apart(pilot: Pilot, state: str) -> None:
    """Nothing overlaps, and all can be touched."""
    window = pilot.game.window_surface.get_rect()
    for widget in touched(pilot):
        assert window.contains(widget.rect), (state, widget.id)
        assert min(widget.rect.size) >= SMALLEST_TOUCH_PX, (state, widget.id)
    seen = [w for w in pilot.game.board.widgets if w.areas() and w.rect.width]
    for one, other in combinations(seen, 2):
        assert not one.rect.colliderect(other.rect), (state, one.id, other.id)


def one_is_first(pilot: Pilot, state: str) -> None:
    """One thing is clearly the first to be pressed."""
    areas = {
        widget.id: widget.rect.width * widget.rect.height
        for widget in touched(pilot)
        if widget.id != "pin"
    }
    names = ("inject", "noise_sigma", "dial", "go")
    first = next(name for name in names if name in areas)
    largest = areas.pop(first)
    nearest = max(areas, key=lambda name: areas[name])
    assert largest >= FIRST * areas[nearest], (state, nearest)


@at_every_size
def test_in_every_state_all_has_its_room(size: tuple[int, int]) -> None:
    pilot = visitor(size)
    for row in ROWS:
        for state in states(pilot, row):
            for check in (stand_clear, stand_apart, one_is_first):
                check(pilot, state)
    assert pilot.game.containment.faults == {}


@at_every_size
def test_the_board_s_cards_stand_apart_and_hold_still_works(
    size: tuple[int, int],
) -> None:
    pilot = visitor(size)
    pilot.press("g")
    assert pilot.session.place.screen == "board"
    for kind in KINDS:
        pilot.game.obey([g.ShowKind(kind)])
        pilot.frame()
        widgets = [w for w in pilot.game.board.widgets if w.areas()]
        for one, other in combinations(widgets, 2):
            assert not one.rect.colliderect(other.rect), (one.id, other.id)
    for row in ROWS:
        if pilot.game.board.find(f"guide_{row.id}") is None:
            pilot.click(f"tab_{row.kind}")
        card = pilot.widget(f"guide_{row.id}")
        assert min(card.rect.size) >= 2 * SMALLEST_TOUCH_PX
    pilot.key_down("space")
    assert pilot.session.cell.pushes
    pilot.key_up("space")
    assert not pilot.session.cell.pushes
    assert pilot.game.containment.faults == {}


# --- secrets ------------------------------------------------------------------------


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Every text that is written from now on."""
    seen: set[str] = set()
    render = Look.runs

    def runs(
        self: Look, runs: Runs, size_px: int, weight: str = "Inter-SemiBold.ttf"
    ) -> pygame.Surface:
        seen.update(text for text, _ in runs)
        return render(self, runs, size_px, weight)

    monkeypatch.setattr(Look, "runs", runs)
    return seen


@at_every_size
@some_rows
def test_the_answer_is_nowhere_until_it_is_measured(
    row: Row, size: tuple[int, int], drawn: set[str]
) -> None:
    if not row.is_experiment:
        return
    pilot = visitor(size)
    drawn.clear()
    for state in states(pilot, row):
        scene = pilot.game.scene
        assert isinstance(scene, GuideScene)
        frame = scene.picture.machine.moment.frame
        progress = progress_of(pilot)
        if state in (PREDICT, DO):
            assert progress.found is None
            assert progress.theory is None
            assert frame.settle_mv is None, "R I would tell it"
            assert frame.held_value == ""
            assert not frame.shows_values
            assert scene.picture.is_secret
            units = [text for text in drawn if re.search(r"\d.*(nA|mV|Hz|×)$", text)]
            assert units == []
            if state == DO:
                # A hand on the tap does not tell its number either.
                for handle in scene.picture.handles:
                    if (
                        handle.id in ("tap", "line")
                        and handle in pilot.game.board.widgets
                    ):
                        pilot.mouse(pygame.MOUSEBUTTONDOWN, handle.rect.center)
                        pilot.frame(elapsed_s=0.05)
                        assert scene.picture.machine.moment.frame.held_value == ""
                        pilot.mouse(pygame.MOUSEBUTTONUP, handle.rect.center)
        elif state == MEASURED:
            assert progress.found is not None
            assert pilot.game.board.find("card_found") is not None


@each_experiment
def test_the_answer_is_nowhere_while_it_is_tried(row: Row) -> None:
    pilot = visitor()
    begin(pilot, row)
    for move in row.solution[:-1]:
        pilot.session.run(move.ticks)
        if move.command is not None:
            pilot.game.obey([move.command])
        pilot.frame(elapsed_s=0.1)
        assert progress_of(pilot).state == DO
        scene = pilot.game.scene
        assert isinstance(scene, GuideScene)
        if pilot.session.cell.set_current_na > 0.0:
            assert pilot.session.cell.reading().settle_mv > 0.0
        assert scene.picture.machine.moment.frame.settle_mv is None
        assert not scene.picture.shows_settle(pilot.session.cell.reading())


@each_row
def test_what_cannot_be_touched_has_no_handle(row: Row) -> None:
    pilot = visitor()
    for state in states(pilot, row):
        scene = pilot.game.scene
        assert isinstance(scene, GuideScene)
        grips = scene.picture.machine.moment.frame.grips
        reachable = {widget.id for widget in pilot.game.board.widgets}
        assert set(grips) <= reachable, state
        is_asked = state == EXPLAINED and row.what_if == "capacitance"
        assert ("width" in grips) == is_asked, state
        assert "leak" not in grips
        if state == PREDICT:
            assert not reachable & {"tap", "line", "bend", "water", "inject"}


# --- hands --------------------------------------------------------------------------


def test_one_tap_on_the_star_and_one_on_a_card_begin_it() -> None:
    pilot = visitor((1920, 1080))
    pilot.touch("board")
    pilot.lift("board")
    pilot.touch("guide_rheobase")
    pilot.finger(pygame.FINGERUP, 0, (5, 5))
    assert pilot.session.place.screen == "board", "slid off is not pressed"
    pilot.touch("guide_rheobase")
    pilot.lift("guide_rheobase")
    assert progress_of(pilot).row.id == "rheobase"


def test_with_one_finger_alone() -> None:
    pilot = visitor((1920, 1080))
    pilot.game.obey([g.StartGuide("rheobase")])
    pilot.frame()
    bar = pilot.widget("pin")
    pilot.finger(pygame.FINGERDOWN, 0, bar.rect.center)
    pilot.finger(pygame.FINGERMOTION, 0, (bar.rect.right - 60, bar.rect.centery))
    pilot.finger(pygame.FINGERUP, 0, (bar.rect.right - 60, bar.rect.centery))
    assert progress_of(pilot).guess > 4.0
    for name in ("go", "leave"):
        pilot.touch(name)
        pilot.lift(name)
    assert pilot.session.place.screen == "play"


def test_by_keys_alone() -> None:
    pilot = visitor((1920, 1080))
    pilot.press("g")
    for _ in range(40):
        if pilot.session.place.focus == "guide_rheobase":
            break
        pilot.press("tab")
    pilot.press("return")
    assert progress_of(pilot).row.id == "rheobase"
    pilot.press("tab")
    assert pilot.session.place.focus == "pin", "the live control comes first"
    pilot.press("up", "up")
    assert progress_of(pilot).guess == pytest.approx(0.2)
    pilot.press("tab")
    assert pilot.session.place.focus == "go"
    pilot.press("return")
    assert progress_of(pilot).state == DO
    pilot.press("q", "q")
    assert pilot.session.cell.value("current") == pytest.approx(0.1)
    pilot.press("w")
    assert pilot.session.cell.value("resistance") == 12.0
    pilot.press("escape")
    assert pilot.session.place.screen == "play"


def test_by_a_pad_alone() -> None:
    pilot = visitor((1920, 1080))
    pad = Pad(pilot)
    pilot.game.obey([g.StartGuide("line")])
    pilot.frame()
    pad.press(12)
    assert pilot.session.place.focus == "choice_1"
    pad.press(12, 12, 0)
    assert progress_of(pilot).guess == 2.0
    pad.press(12, 0)
    assert progress_of(pilot).state == DO
    pad.press(1)
    assert not pilot.session.guide.is_running


def test_the_bench_stands_where_play_s_stood() -> None:
    pilot = visitor((1920, 1080))
    begin(pilot, GUIDES["almost"])
    scene = pilot.game.scene
    assert isinstance(scene, GuideScene)
    assert scene.places.picture == play_places((1920, 1080)).picture

"""What hides behind the curtain is nowhere, until it is lifted."""

import re

import pygame
import pytest
from guide_tools import lift, progress_of, wait_ticks
from pilot import Pilot
from test_mystery import estimate, hidden, mystery

from lifgame.app.sound.voices import spoken
from lifgame.content.presets import PRESETS
from lifgame.scenes.guide.estimates import FADE_S, LIFT_S
from lifgame.scenes.guide.scene import GuideScene
from lifgame.session import commands as c
from lifgame.session import guide_commands as g
from lifgame.session.guide import guide as guide_module
from lifgame.session.guide.mystery import MYSTERY, NEURONS
from lifgame.view.look import Look, Runs
from lifgame.view.machine.paper_places import paper_places
from lifgame.view.widgets.held import Held

# One is tried in every run; the others are as good, and slower.
SIZES = [
    pytest.param((800, 480), id="compact"),
    pytest.param((1280, 720), id="landscape", marks=pytest.mark.slow),
    pytest.param((1080, 1920), id="portrait", marks=pytest.mark.slow),
]
# A number with one of these units is the neuron's own, or tells it.
TELLING = r"\d.*(nA|mV|ms|Hz)$"


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


def picture(pilot: Pilot) -> bytes:
    return pygame.image.tobytes(pilot.game.window_surface, "RGB")


def with_neuron(
    monkeypatch: pytest.MonkeyPatch, place: int, size: tuple[int, int], **settings: str
) -> Pilot:
    """Before a certain neuron."""
    monkeypatch.setattr(guide_module, "draw", lambda *_: place)
    pilot = mystery(size, **settings)
    assert hidden(pilot) == NEURONS[place]
    return pilot


@pytest.mark.parametrize("size", SIZES)
def test_the_picture_is_the_same_for_every_neuron(
    monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    narrow, wide = (
        min(range(len(NEURONS)), key=lambda n: way * NEURONS[n][1]) for way in (1, -1)
    )
    pictures = set()
    for place in (narrow, wide):
        pilot = with_neuron(monkeypatch, place, size)
        pilot.wait(0.2)
        pictures.add(picture(pilot))
    assert len(pictures) == 1
    lift(pilot, MYSTERY)
    pilot.wait(1.5, frame_s=0.1)
    assert picture(pilot) not in pictures


def test_where_the_water_stands_equally_high_only_paper_and_number_differ(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Neither waves, drops, jet nor shadows tell what is behind."""
    frames = []
    for place in (0, 1):
        pilot = with_neuron(monkeypatch, place, (800, 480))
        pilot.game.obey([c.SetParameter("current", 1.0)])
        pilot.wait(1.0, frame_s=0.1)
        scene = pilot.game.scene
        assert isinstance(scene, GuideScene)
        frames.append(scene.picture.machine.moment.frame)
    one, other = frames
    assert one.level_mv != other.level_mv
    for name in (
        "capacitance_nf",
        "resistance_mohm",
        "leak_na",
        "settle_mv",
        "cell",
        "inflow_na",
        "tap_na",
        "grips",
        "shows_words",
        "held_value",
    ):
        assert getattr(one, name) == getattr(other, name), name


@pytest.mark.parametrize("size", SIZES)
def test_no_word_tells_it(size: tuple[int, int], drawn: set[str]) -> None:
    pilot = mystery(size, sound="on")
    drawn.clear()
    said = set()
    r_mohm, c_nf = hidden(pilot)
    pilot.game.obey([c.SetParameter("current", 1.0)])
    for _ in range(8):
        pilot.wait(0.4, frame_s=0.1)
        said.add(spoken(pilot.session, pilot.game.texts))
    pilot.wait(guide_module.HINT_AFTER_S, frame_s=0.5)
    assert pilot.session.guide.gives_hint
    said.add(spoken(pilot.session, pilot.game.texts))
    scene = pilot.game.scene
    assert isinstance(scene, GuideScene)
    scene.invalidate()
    pilot.frame()
    texts = pilot.game.texts
    names = {texts(f"preset.{name}.name") for name in PRESETS}
    parts = {texts(f"machine.{part}") for part in ("leak", "line", "width", "settle")}
    assert not drawn & parts, "what is hidden is not named"
    for words in drawn | said:
        assert not re.search(TELLING, words), words
        assert texts.quantity(r_mohm, 0, "MΩ") not in words
        assert texts.quantity(c_nf, 1, "nF") not in words
        assert not any(name in words for name in names), words
    assert any("MΩ" in words for words in drawn), "the visitor's own is shown"
    drawn.clear()
    estimate(pilot, r_mohm + 10.0, c_nf)
    pilot.click("go")
    pilot.wait(1.0)
    assert any(texts.quantity(r_mohm, 0, "MΩ") in words for words in drawn)


def test_what_has_the_focus_is_told_but_not_the_tap_s_number() -> None:
    pilot = mystery(sound="on")
    estimate(pilot, 33.0, 1.5)
    texts = pilot.game.texts
    for focus, value in (("your_resistance", "33 MΩ"), ("your_capacitance", "1.5 nF")):
        pilot.game.obey([c.Focus(focus)])
        assert value in spoken(pilot.session, texts)
    pilot.game.obey([c.Focus("tap"), c.SetParameter("current", 1.25)])
    assert spoken(pilot.session, texts) == texts("handle.tap")


def test_nothing_spoken_tells_where_another_experiment_s_water_stops() -> None:
    pilot = mystery(sound="on")
    pilot.game.obey([g.StartGuide("rheobase"), g.PlaceGuess(1.0), g.ConfirmGuess()])
    pilot.game.obey([c.SetParameter("current", 1.0)])
    pilot.wait(0.5)
    assert not re.search(r"\d", spoken(pilot.session, pilot.game.texts))


# --- the curtain itself ---------------------------------------------------------------


def curtain(pilot: Pilot) -> float | None:
    scene = pilot.game.scene
    assert isinstance(scene, GuideScene)
    return scene.picture.curtain


@pytest.mark.parametrize(
    ("motion", "length_s"), [("full", LIFT_S), ("reduced", FADE_S)]
)
def test_it_opens_once_and_is_gone(motion: str, length_s: float) -> None:
    pilot = mystery(motion=motion)
    pilot.wait(0.5)
    assert curtain(pilot) == 0.0
    lift(pilot, MYSTERY)
    for _ in range(5):
        pilot.frame(elapsed_s=length_s / 10)
    share = curtain(pilot)
    assert share is not None
    assert 0.3 < share < 0.7
    pilot.wait(length_s / 2 + 0.02, frame_s=length_s / 20)
    assert curtain(pilot) is None
    pilot.game.obey([g.NextStep()])
    pilot.frame(elapsed_s=0.1)
    assert curtain(pilot) is None
    pilot.game.obey([g.RestartStep()])
    pilot.frame(elapsed_s=0.1)
    assert progress_of(pilot).hides
    assert curtain(pilot) == 0.0


@pytest.mark.parametrize("motion", ["full", "reduced"])
def test_what_is_painted_anew_is_all_that_has_changed(motion: str) -> None:
    pilot = mystery((1280, 720), motion=motion)

    def compare() -> None:
        whole = pygame.Surface(pilot.game.window_surface.get_size())
        pilot.game.scene.invalidate()
        pilot.game.scene.draw(whole, pilot.session)
        assert pygame.image.tobytes(whole, "RGB") == picture(pilot)

    pilot.game.obey([c.Inject("mouse", 1.0)])
    pilot.wait(1.0, frame_s=0.1)
    compare()
    for r_mohm in (30.0, 12.0):
        estimate(pilot, r_mohm, 1.5)
        pilot.frame(elapsed_s=0.02)
        compare()
    lift(pilot, MYSTERY)
    for _ in range(4):
        pilot.frame(elapsed_s=0.06)
        compare()
    pilot.wait(0.8, frame_s=0.1)
    compare()


def test_the_curve_is_drawn_anew_in_the_frame_after_the_finger() -> None:
    pilot = mystery((1280, 720))
    pilot.game.obey([c.Inject("mouse", 1.0)])
    wait_ticks(pilot, 120)
    scene = pilot.game.scene
    assert isinstance(scene, GuideScene)
    paper = paper_places(scene.picture.machine.places).paper
    paper = paper.clip(pilot.game.window_surface.get_rect())
    before = pygame.image.tobytes(pilot.game.window_surface.subsurface(paper), "RGB")
    estimate(pilot, 40.0, 0.8)
    pilot.frame(elapsed_s=0.0)
    after = pygame.image.tobytes(pilot.game.window_surface.subsurface(paper), "RGB")
    assert after != before


def test_the_new_curve_is_written_as_on_fresh_paper() -> None:
    pilot = mystery((1280, 720))
    pilot.game.obey([c.Inject("mouse", 1.0)])
    wait_ticks(pilot, 150)
    pilot.game.obey([c.Inject("mouse", 0.0), c.SetParameter("current", 2.0)])
    wait_ticks(pilot, 100)
    scene = pilot.game.scene
    assert isinstance(scene, GuideScene)
    paper = paper_places(scene.picture.machine.places).paper
    for r_mohm in (40.0, 9.0):
        estimate(pilot, r_mohm, 0.8)
        pilot.frame()
        canvas = pygame.Surface((1280, 720))
        fresh = GuideScene(scene.look, (1280, 720), pilot.session, Held())
        fresh.draw(canvas, pilot.session)
        place = paper.inflate(-12, 0).clip(canvas.get_rect())
        one, other = (
            pygame.image.tobytes(surface.subsurface(place), "RGB")
            for surface in (pilot.game.window_surface, canvas)
        )
        assert one == other

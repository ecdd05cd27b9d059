"""Learn: few words, a picture that answers to every hand, and the visitor's waits."""

import itertools
import math
import re

import pygame
import pytest
from guide_tools import visitor
from learn_tools import PARTS
from pilot import Pilot
from test_gamepad import Pad

from lifgame.content.learn import PAGES, TYPE, Page
from lifgame.content.markup import plain
from lifgame.content.presets import PRESETS
from lifgame.content.texts import shipped_texts
from lifgame.session import commands as c
from lifgame.session import guide_commands as g
from lifgame.session.cell import Cell
from lifgame.session.start import DEFAULT_DT_MS

LANGUAGES = ("en", "de", "es", "fr", "uk")
MOST_WORDS, MOST_IN_A_SENTENCE = 60, 20
each_page = pytest.mark.parametrize("page", PAGES.values(), ids=list(PAGES))
DOWN, RIGHT, A = 12, 14, 0
FAR_TICKS = 2000


def first_widget(page: Page) -> str:
    """The first thing to touch of a page."""
    name = page.controls[0]
    return "preset_previous" if name == TYPE else name


def at_page(page: str, size: tuple[int, int] = (800, 480), **settings: str) -> Pilot:
    pilot = visitor(size, **settings)
    pilot.game.obey([g.ShowPage(page)])
    pilot.frame()
    assert pilot.session.place.screen == "learn"
    return pilot


def state(pilot: Pilot) -> object:
    cell = pilot.session.cell
    is_paused = pilot.session.clock.is_paused
    return dict(cell.values), cell.fires, cell.tick_count, cell.preset.id, is_paused


def words_in(text: str) -> int:
    return sum(any(map(str.isalnum, word)) for word in text.split())


@pytest.mark.parametrize("language", LANGUAGES)
@each_page
def test_a_page_has_few_words(page: Page, language: str) -> None:
    texts = shipped_texts(language)
    parts = [plain(texts(f"learn.{page.id}.{part}")) for part in PARTS]
    assert parts[0].endswith("?")
    assert sum(map(words_in, parts)) <= MOST_WORDS
    for sentence in re.split(r"(?<=[.!?:])\s", " ".join(parts)):
        assert words_in(sentence) <= MOST_IN_A_SENTENCE, sentence


@each_page
def test_its_first_control_answers_to_touch(page: Page) -> None:
    pilot = at_page(page.id)
    before = state(pilot)
    rect = pilot.widget(first_widget(page)).rect
    spot = rect.centerx + rect.width // 4, rect.centery
    pilot.finger(pygame.FINGERDOWN, 1, spot)
    pilot.finger(pygame.FINGERUP, 1, spot)
    pilot.frame(elapsed_s=0.01)
    assert state(pilot) != before


@each_page
def test_its_first_control_answers_to_keys(page: Page) -> None:
    pilot = at_page(page.id)
    pilot.press("tab")
    assert pilot.session.place.focus == first_widget(page)
    before = state(pilot)
    pilot.press("up" if page.controls[0] in page.parameters else "return")
    pilot.frame(elapsed_s=0.01)
    assert state(pilot) != before


@each_page
def test_its_first_control_answers_to_a_pad(page: Page) -> None:
    pilot = at_page(page.id)
    pad = Pad(pilot)
    pad.press(DOWN)
    assert pilot.session.place.focus == first_widget(page)
    before = state(pilot)
    pad.press(RIGHT if page.controls[0] in page.parameters else A)
    pilot.frame(elapsed_s=0.01)
    assert state(pilot) != before


def test_after_a_tour_the_visitor_s_neuron_is_as_it_was() -> None:
    pilot = visitor()
    pilot.game.obey([c.SetParameter("current", 3.0)])
    pilot.wait(1.0)
    session = pilot.session
    cells, clock = session.cells, session.clock
    before = session.cell.snapshot(), session.tick_count, clock.speed
    pilot.press("g")
    pilot.click("learn")
    assert session.place.screen == "pages"
    pilot.click(f"page_{next(iter(PAGES))}")
    for _ in range(len(PAGES) - 1):
        pilot.wait(0.3)
        pilot.click("next")
    assert pilot.game.board.find("next") is None
    pilot.click("before")
    pilot.click("pages")
    assert session.cells == cells
    ticks = session.tick_count
    pilot.wait(0.3)
    assert session.tick_count == ticks
    pilot.click("close")
    assert session.place.screen == "play"
    assert (session.cells, session.clock) == (cells, clock)
    assert session.tick_count >= before[1]
    assert session.cell.value("current") == 3.0
    assert clock.speed == before[2]
    assert pilot.game.containment.faults == {}


@pytest.mark.parametrize(
    ("language", "size", "scale"),
    [
        ("de", (1280, 720), "100"),
        ("uk", (1080, 1920), "150"),
        ("fr", (800, 480), "150"),
        ("es", (640, 480), "100"),
        ("de", (640, 480), "150"),
    ],
)
def test_every_page_and_their_list_fit(
    language: str, size: tuple[int, int], scale: str
) -> None:
    pilot = visitor(size, language=language, text_scale=scale)
    pilot.game.obey([c.ShowScreen("pages")])
    pilot.frame()
    overflows = list(pilot.game.scene.look.overflows)
    for page in PAGES:
        pilot.game.obey([g.ShowPage(page)])
        pilot.frame(elapsed_s=0.1)
        overflows += pilot.game.scene.look.overflows
    assert overflows == []
    assert pilot.game.containment.faults == {}


def cell_of(pilot: Pilot) -> Cell:
    return pilot.session.cell


def test_with_the_rule_off_twice_the_current_is_twice_the_height() -> None:
    heights = []
    for current_na in (1.0, 2.0):
        pilot = at_page("rule")
        pilot.game.obey([g.SetRule(fires=False), c.SetParameter("current", current_na)])
        pilot.session.run(FAR_TICKS)
        heights.append(cell_of(pilot).voltage_mv)
    assert heights == pytest.approx([12.0, 24.0])


def test_each_step_goes_a_fifth_of_the_way_that_is_left() -> None:
    pilot = at_page("euler")
    left_mv = [25.0]
    for _ in range(5):
        pilot.game.obey([c.StepOnce()])
        pilot.frame(elapsed_s=0.01)
        left_mv.append(25.0 - cell_of(pilot).voltage_mv)
    assert left_mv == pytest.approx([25.0 * 0.8**n for n in range(6)])


def gaps_ms(pilot: Pilot) -> list[float]:
    spikes = pilot.session.run(FAR_TICKS).spike_times_ms
    return [b - a for a, b in itertools.pairwise(spikes)]


def test_a_high_resistance_has_a_long_memory_and_fires_sooner() -> None:
    pilot = at_page("leak")
    tau_ms, before = cell_of(pilot).tau_ms, gaps_ms(pilot)
    pilot.game.obey([c.SetParameter("resistance", 24.0)])
    assert cell_of(pilot).tau_ms == pytest.approx(2.0 * tau_ms)
    assert max(gaps_ms(pilot)[1:]) < min(before)


def test_a_wide_bucket_fires_later_and_heads_for_the_same_height() -> None:
    pilot = at_page("width")
    settle_mv, before = cell_of(pilot).reading().settle_mv, gaps_ms(pilot)
    pilot.game.obey([c.SetParameter("capacitance", 4.0)])
    assert min(gaps_ms(pilot)[1:]) > max(before)
    assert cell_of(pilot).reading().settle_mv == settle_mv


@pytest.mark.parametrize(("name", "value"), [("capacitance", 4.0), ("resistance", 18)])
def test_after_one_tau_it_is_63_percent_of_the_way(name: str, value: float) -> None:
    pilot = at_page("tau")
    pilot.game.obey([c.SetParameter(name, value)])
    cell = cell_of(pilot)
    assert cell.voltage_mv == 0.0
    tau_ms, way_mv = cell.tau_ms, cell.value("resistance") * cell.value("current")
    pilot.session.run(round(tau_ms / DEFAULT_DT_MS))
    assert cell.voltage_mv / way_mv == pytest.approx(1.0 - math.exp(-1.0), abs=0.02)


def test_every_type_can_be_reached_and_purkinje_remembers_longest() -> None:
    pilot = at_page("presets")
    memories = {}
    for _ in PRESETS:
        cell = cell_of(pilot)
        memories[cell.preset.id] = cell.value("resistance") * cell.value("capacitance")
        assert cell.tau_ms == pytest.approx(memories[cell.preset.id])
        pilot.click("preset_next")
    assert memories.keys() == PRESETS.keys()
    assert max(memories, key=memories.__getitem__) == "purkinje"


def test_the_water_stands_still_where_the_leak_equals_the_tap() -> None:
    pilot = at_page("equation")
    pilot.session.run(FAR_TICKS)
    assert cell_of(pilot).voltage_mv == pytest.approx(1.5 * 12.0)


def test_megaohms_times_nano_are_milli() -> None:
    pilot = at_page("units")
    pilot.game.obey([c.SetParameter("resistance", 10.0)])
    ohm, farad, ampere = 10.0e6, 2.0e-9, 2.0e-9
    cell = cell_of(pilot)
    assert cell.tau_ms == pytest.approx(ohm * farad / 1e-3)
    assert cell.reading().settle_mv == pytest.approx(ohm * ampere / 1e-3)


def test_what_comes_in_fills_the_capacitor_or_runs_through_the_resistor() -> None:
    pilot = at_page("circuit")
    pilot.session.run(20)
    before_mv = cell_of(pilot).voltage_mv
    pilot.session.run(1)
    filling_na = 2.0 * (cell_of(pilot).voltage_mv - before_mv) / DEFAULT_DT_MS
    assert filling_na + before_mv / 12.0 == pytest.approx(1.5)


def test_a_plain_neuron_does_not_adapt_and_this_one_does() -> None:
    pilot = at_page("extensions")
    gaps = gaps_ms(pilot)
    assert gaps[0] < gaps[1] < gaps[3] < gaps[-1]
    pilot = at_page("extensions")
    pilot.game.obey([c.SetParameter("adaptation_step", 0.0)])
    gaps = gaps_ms(pilot)
    assert max(gaps) - min(gaps) < DEFAULT_DT_MS / 2
    assert len(gaps) > 5


def test_a_plain_neuron_has_no_favourite_rhythm_below_the_line() -> None:
    """A first-order filter: its gain only falls, by 1 / sqrt(1 + (2 pi f tau)^2)."""
    for hertz in (2.0, 5.0, 10.0, 25.0):
        pilot = at_page("real")
        pilot.game.obey([c.SetParameter("sine_frequency", hertz)])
        pilot.session.run(FAR_TICKS)
        levels = []
        for _ in range(round(1000.0 / hertz / DEFAULT_DT_MS)):
            pilot.session.run(1)
            levels.append(cell_of(pilot).voltage_mv)
        gain = 1.0 / math.hypot(1.0, 2.0 * math.pi * hertz * 0.024)
        swing_mv = (max(levels) - min(levels)) / 2.0
        assert swing_mv == pytest.approx(0.75 * 12.0 * gain, rel=0.03)
        assert cell_of(pilot).spike_count == 0


def test_more_current_is_more_spikes() -> None:
    pilot = at_page("uses")
    before = gaps_ms(pilot)
    pilot.game.obey([c.SetParameter("current", 4.0)])
    assert max(gaps_ms(pilot)[1:]) < min(before)

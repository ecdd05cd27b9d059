"""Learn: few words, a picture that answers to every hand, and the visitor's waits."""

import itertools
import re

import pygame
import pytest
from guide_tools import visitor
from pilot import Pilot
from test_gamepad import Pad

from lifgame.content.learn import PAGES, Page
from lifgame.content.markup import plain
from lifgame.content.texts import shipped_texts
from lifgame.session import commands as c
from lifgame.session import guide_commands as g
from lifgame.session.cell import Cell

LANGUAGES = ("en", "de", "es", "fr", "uk")
MOST_WORDS, MOST_IN_A_SENTENCE = 60, 20
each_page = pytest.mark.parametrize("page", PAGES.values(), ids=list(PAGES))
DOWN, RIGHT, A = 12, 14, 0
FAR_TICKS = 2000


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
    parts = [
        plain(texts(f"learn.{page.id}.{part}"))
        for part in ("question", "says", "key", "try")
    ]
    assert parts[0].endswith("?")
    assert sum(map(words_in, parts)) <= MOST_WORDS
    for sentence in re.split(r"(?<=[.!?:])\s", " ".join(parts)):
        assert words_in(sentence) <= MOST_IN_A_SENTENCE, sentence


@each_page
def test_its_first_control_answers_to_touch(page: Page) -> None:
    pilot = at_page(page.id)
    before = state(pilot)
    rect = pilot.widget(page.controls[0]).rect
    spot = rect.centerx + rect.width // 4, rect.centery
    pilot.finger(pygame.FINGERDOWN, 1, spot)
    pilot.finger(pygame.FINGERUP, 1, spot)
    pilot.frame(elapsed_s=0.01)
    assert state(pilot) != before


@each_page
def test_its_first_control_answers_to_keys(page: Page) -> None:
    pilot = at_page(page.id)
    pilot.press("tab")
    assert pilot.session.place.focus == page.controls[0]
    before = state(pilot)
    pilot.press("up" if page.controls[0] in page.parameters else "return")
    pilot.frame(elapsed_s=0.01)
    assert state(pilot) != before


@each_page
def test_its_first_control_answers_to_a_pad(page: Page) -> None:
    pilot = at_page(page.id)
    pad = Pad(pilot)
    pad.press(DOWN)
    assert pilot.session.place.focus == page.controls[0]
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
    pilot.click("page_rule")
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
    ("language", "size"),
    [("de", (1280, 720)), ("uk", (1080, 1920)), ("fr", (800, 480)), ("es", (640, 480))],
)
def test_every_page_and_their_list_fit(language: str, size: tuple[int, int]) -> None:
    pilot = visitor(size, language=language)
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

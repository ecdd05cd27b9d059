"""Absolute millivolts: every level that is shown is that of the water, plus the rest.

All words that a screen paints are collected in both ways of counting, from two games
that are played alike; what they say is held against the neuron's own numbers.
"""

import re
from collections.abc import Callable
from html import escape

import pygame
import pytest
from guide_tools import begin, leap, visitor
from pilot import Pilot

from lifgame.app.files.record_file import settings_of
from lifgame.app.sound.names import named
from lifgame.app.worksheet.sheet import worksheet
from lifgame.content.learn import PAGES
from lifgame.content.levels import on_scale, setting
from lifgame.content.parameters import ADAPTATION_STEP, THRESHOLD
from lifgame.content.settings import SETTINGS, meant
from lifgame.content.texts import shipped_texts
from lifgame.scenes.lab.marks import _lines
from lifgame.session import commands as c
from lifgame.session import guide_commands as g
from lifgame.session.compare_commands import ToggleCompare
from lifgame.session.guide.table import GUIDES
from lifgame.session.marking import between
from lifgame.session.situation import situation
from lifgame.view.lettering.lettering import SMALLEST_TEXT_PX
from lifgame.view.look import Look, Runs

REST_MV = -70.0
LANGUAGES = ("en", "de", "es", "fr", "uk")
SIZES = [(1280, 720), (1080, 1920), (800, 480)]
each_size = pytest.mark.parametrize("size", SIZES)
NUMBER = r"[−+]?\d+(?:[.,]\d+)?"
# So many ticks on, the water of the neuron below the line stands at no round level.
TICKS = 37


def value(words: str) -> float:
    return float(words.replace("−", "-").replace(",", "."))


class Words:
    """All that is written on a screen while it is painted anew."""

    def __init__(self, pilot: Pilot, monkeypatch: pytest.MonkeyPatch) -> None:
        self.all = set[str]()
        plain = Look.runs

        def runs(look: Look, runs: Runs, *rest: str | int) -> pygame.Surface:
            self.all.add("".join(text for text, _ in runs))
            return plain(look, runs, *rest)  # type: ignore[arg-type]

        with monkeypatch.context() as patch:
            patch.setattr(Look, "runs", runs)
            pilot.game.resize(pilot.game.window_surface)
            pilot.frame()

    @property
    def millivolts(self) -> set[float]:
        found = (re.findall(rf"({NUMBER}) mV", words) for words in self.all)
        # That one is only measured: nothing is wider.
        return {value(n) for numbers in found for n in numbers} - {-88.8}


def in_both(
    play: Callable[[Pilot], object],
    size: tuple[int, int],
    monkeypatch: pytest.MonkeyPatch,
) -> tuple[Words, Words, Pilot]:
    """What is written in two games that are played alike, above rest and absolute."""
    found = []
    for rest in ("0", "-70"):
        pilot = visitor(size, rest=rest)
        play(pilot)
        pilot.frame()
        found.append(Words(pilot, monkeypatch))
    return found[0], found[1], pilot


def moved(levels_mv: set[float]) -> set[float]:
    return {round(level_mv + REST_MV, 3) for level_mv in levels_mv}


def held(view: str, preset: str = "pyramidal") -> Callable[[Pilot], object]:
    """Hold a neuron while its water stands between rest and line."""

    def play(pilot: Pilot) -> None:
        pilot.game.obey([c.ShowScreen(view), c.SelectPreset(preset)])
        pilot.game.obey([c.SelectPattern("constant"), c.SetParameter("current", 1.0)])
        pilot.frame()
        pilot.session.run(TICKS)
        pilot.game.obey([c.TogglePause()])

    return play


@pytest.mark.parametrize("view", ["play", "lab"])
@each_size
def test_every_level_on_the_screen_is_counted_from_the_same_rest(
    view: str, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    above, absolute, pilot = in_both(held(view), size, monkeypatch)
    assert absolute.millivolts == moved(above.millivolts)
    now_mv = round(pilot.session.cell.voltage_mv, 1)
    line_mv = pilot.session.cell.value("threshold")
    assert 2.0 < now_mv < line_mv - 1.0
    if view == "lab" and size != (800, 480):
        assert {now_mv + REST_MV, line_mv + REST_MV} <= absolute.millivolts


@each_size
def test_the_ruler_tells_the_same_levels_in_no_more_room(
    size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    above, absolute, pilot = in_both(held("lab"), size, monkeypatch)
    assert {"0", "10", "20", "30"} - above.all <= {"10"}  # at the arm
    assert {"−70", "−60", "−40"} - absolute.all <= {"−60"}
    assert not {"10", "20"} & absolute.all
    paper = pilot.game.scene.picture.paper  # type: ignore[attr-defined]
    # The line hides its number, for a minus is a dash too.
    assert 20 not in paper._drawn.ruler[0]
    fixtures = paper._fixtures
    look, places = fixtures._look, fixtures._places
    usual = look.text("30", look.text_px(fixtures._size)).get_width()
    wide = look.text("−70", fixtures._number_px).get_width()
    room = max(usual, places.ruler.width - places.px(26))
    # Where two digits are small already, a sign takes some pixels more.
    assert wide <= room or fixtures._number_px == SMALLEST_TEXT_PX


def test_the_equation_is_right_with_the_numbers_below_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    above, absolute, pilot = in_both(held("lab"), (1280, 720), monkeypatch)
    assert any(w.endswith("I − V / R") for w in above.all)
    assert any(w.endswith("I − (V − V_rest) / R") for w in absolute.all)
    pattern = rf"({NUMBER}) − \(({NUMBER}) \+ 70\) / (\d+) = ({NUMBER}) nA"
    found = [m for w in absolute.all if (m := re.match(pattern, w))]
    assert found
    current, now, resistance, net = (value(part) for part in found[0].groups())
    assert now == round(pilot.session.cell.voltage_mv, 1) + REST_MV
    assert (current - (now - REST_MV) / resistance) == pytest.approx(net, abs=0.01)
    # One V is not both: none of the other formulas is left.
    assert not {"V/R", "R·I"} & {w.split(" = ")[0] for w in absolute.all}
    assert not any("V_th/R" in w for w in absolute.all)


def test_the_guide_guesses_measures_and_computes_levels(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    row = GUIDES["rule"]

    def play(pilot: Pilot) -> None:
        begin(pilot, row)
        leap(pilot, row.solution)
        pilot.frame()
        assert pilot.session.guide.progress is not None
        assert pilot.session.guide.progress.is_over

    above, absolute, _ = in_both(play, (1920, 1080), monkeypatch)
    # 2 nA through 12 MΩ; the guess is the middle of the scale.
    assert {20.0, 24.0} <= above.millivolts
    assert {-50.0, -46.0} <= absolute.millivolts
    # The third star's nearness is a difference.
    assert absolute.millivolts - {0.2} == moved(above.millivolts - {0.2})
    assert {"−70", "−60", "−50", "−40", "−30 mV"} <= absolute.all


def test_two_neurons_stand_on_one_scale(monkeypatch: pytest.MonkeyPatch) -> None:
    def play(pilot: Pilot) -> None:
        pilot.game.obey([c.ShowScreen("lab"), ToggleCompare()])
        pilot.frame()
        pilot.session.run(TICKS)
        pilot.game.obey([c.TogglePause()])

    above, absolute, pilot = in_both(play, (1920, 1080), monkeypatch)
    assert len(pilot.session.cells) == 2
    assert absolute.millivolts == moved(above.millivolts) != set()


@pytest.mark.parametrize("page", [p.id for p in PAGES.values() if p.numbers])
def test_learn_counts_as_the_water_does(
    page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def play(pilot: Pilot) -> None:
        pilot.game.obey([g.ShowPage(page)])

    above, absolute, _ = in_both(play, (1280, 720), monkeypatch)
    # A spoonful lifts the line by so much: a difference.
    spoon = {2.0} if ADAPTATION_STEP.id in PAGES[page].controls else set[float]()
    assert absolute.millivolts - spoon == moved(above.millivolts - spoon)


def test_sentence_and_speech_say_what_is_written() -> None:
    pilot = visitor(rest="-70")
    held("lab", "subthreshold")(pilot)
    pilot.game.obey([c.TogglePause()])
    # 1 nA through 15 MΩ.
    assert "−55.0 mV" in situation(pilot.session).words(pilot.game.texts)
    pilot.session.place.focus = "threshold"
    assert named(pilot.session, pilot.game.texts).endswith(": −50.0 mV")


def test_differences_stay_differences() -> None:
    """What lies between two marks is the same on every scale, and so is a spoonful."""
    pilot = visitor()
    held("lab")(pilot)
    lines = [_lines(between(pilot.session, (5, 30)), on_scale(shipped_texts(), rest))
             for rest in (0.0, REST_MV)]  # fmt: skip
    assert lines[0] == lines[1]
    texts = on_scale(shipped_texts(), REST_MV)
    assert setting(texts, ADAPTATION_STEP, 2.0) == "2.0 mV"
    assert setting(texts, THRESHOLD, 20.0) == "−50.0 mV"


def test_files_and_codes_count_from_rest_and_say_so() -> None:
    pilots = [visitor(rest=rest) for rest in ("0", "-70")]
    tables = [settings_of(pilot.session) for pilot in pilots]
    assert tables[0] == tables[1]
    assert tables[0]["voltages"] == "mV above rest"
    assert tables[0]["threshold"] == "20.0 mV"
    for language in LANGUAGES:
        page = worksheet("pyramidal", shipped_texts(language))
        assert page.count(escape(shipped_texts(language)("worksheet.memory.voltage")))
        assert "0 mV" in shipped_texts(language)("worksheet.key.intro")


@pytest.mark.parametrize("language", LANGUAGES)
def test_notes_about_neurons_name_their_own_levels(language: str) -> None:
    """Numbers in words are those of the neurons, on both scales."""
    plain = shipped_texts(language)
    absolute = on_scale(plain, REST_MV)
    settles, pilot = {}, visitor()
    for name in ("subthreshold", "motor"):
        pilot.game.obey([c.SelectPreset(name), c.SelectPattern("constant")])
        cell = pilot.session.cell
        settles[name] = cell.settle_at_mv(cell.set_current_na)
    line_mv = cell.value("threshold")
    for texts, rest_mv in ((plain, 0.0), (absolute, REST_MV)):
        for name, settle_mv in settles.items():
            said = re.findall(NUMBER, texts(f"preset.{name}.short"))
            assert value(said[-1]) == settle_mv + rest_mv
        assert value(re.findall(NUMBER, texts("preset.motor.short"))[0]) == (
            line_mv + rest_mv
        )
        for part in ("note", "meaning"):
            (after,) = re.findall(NUMBER, texts(f"help.part.siphon.{part}"))
            assert value(after) == rest_mv
    over = {key for key in plain.entries() if key.startswith("absolute.")}
    assert {key.removeprefix("absolute.") for key in over} <= plain.keys()


def test_only_two_rests_can_be_chosen() -> None:
    """What is written in words for the second one holds for no other."""
    assert SETTINGS["rest"].choices == ("0", "-70")
    assert meant("rest", -70, ()) == meant("rest", "-70 mV", ()) == "-70"


@pytest.mark.parametrize(
    ("language", "size", "scale"),
    [
        ("de", (1280, 720), "100"),
        ("uk", (1080, 1920), "150"),
        ("fr", (800, 480), "100"),
    ],
)
def test_the_words_for_absolute_levels_fit(
    language: str, size: tuple[int, int], scale: str
) -> None:
    pilot = visitor(size, language=language, text_scale=scale, rest="-70")
    shown = [c.ShowScreen(view) for view in ("lab", "help", "settings")]
    pages = [g.ShowPage(page) for page in ("equation", "units", "leak")]
    overflows = []
    for command in shown + pages if scale == "100" else shown:
        pilot.game.obey([command])
        pilot.frame(elapsed_s=0.1)
        overflows += pilot.game.scene.look.overflows
    assert overflows == []
    assert pilot.game.containment.faults == {}

"""Every language on every screen: nothing clipped, nothing missed, switched live."""

import re
from fractions import Fraction
from typing import Any

import pygame
import pytest
from pilot import Pilot
from pseudo import CLOSED, OPENED, PSEUDO, preferences, pseudo_library
from test_layout import SIZES, has_drawers, name_of

from lifgame.content.markup import plain
from lifgame.content.parameters import THRESHOLD
from lifgame.content.patterns import PATTERNS
from lifgame.content.presets import PRESETS
from lifgame.content.screens import HOME, SCREENS, VIEWS
from lifgame.content.settings import SETTINGS
from lifgame.content.texts import Library
from lifgame.scenes.bench.sentence import SHORT_FROM
from lifgame.scenes.lab.places import lab_places
from lifgame.scenes.play.places import play_places
from lifgame.session import commands as c
from lifgame.session.start import DRAWERS, Start
from lifgame.view.lettering import lettering
from lifgame.view.lettering.sentence import sentence_picture
from lifgame.view.look import SEMIBOLD, Look, Runs

LIBRARY = pseudo_library()
LANGUAGES = tuple(LIBRARY.languages)
OTHERS = [language for language in LANGUAGES if language != "en"]
SCALES = ("150", "200")
# One of each form, the usual, and the tightest.
LARGE_TEXT_SIZES = [(1920, 1080), (1080, 1920), (800, 480), (1024, 600)]
THOROUGH_SIZES = [(1920, 1080), (1080, 1920), (800, 480), (720, 1280)]

# What may stand without a word of the texts: units, the letters of the formulas and
# of keys. No run of three letters is among them.
WITHOUT_WORDS = re.compile(r"Hz|[a-zA-Z]{1,2}|V_th|t_ref")
# No language is twice as long as English; narrower than this only real ones must fit.
NARROWEST_FOR_TWICE = 640
# Above and below a low box, a line's own height may stand out; its letters do not.
LINE_SLACK_PX = 8


def pilot_in(
    language: str,
    size: tuple[int, int],
    scale: str = "100",
    start: Start | None = None,
) -> Pilot:
    chosen = preferences(LIBRARY, language=language, text_scale=scale)
    return Pilot(size, start, preferences=chosen, library=LIBRARY)


def visit_everything(pilot: Pilot) -> None:
    """Every screen and, where there are any, every drawer."""
    for screen in (*SCREENS, HOME):
        pilot.game.obey([c.ShowScreen(screen)])
        pilot.wait(0.04)
        assert (pilot.game.layer or pilot.game.scene).look.overflows == [], screen
    pilot.game.obey([c.ShowScreen("lab")])
    pilot.frame()
    for drawer in DRAWERS if has_drawers(pilot) else ():
        pilot.game.obey([c.ShowDrawer(drawer)])
        pilot.wait(0.04)
        assert pilot.game.scene.look.overflows == [], drawer


def write_every_sentence(pilot: Pilot) -> None:
    """Straight from the texts: not all situations can be brought about in a moment."""
    look = pilot.game.scene.look
    size = pilot.game.viewport.canvas.get_size()
    play = play_places(size)
    lab = lab_places(size, DRAWERS[0], tuning=2, is_tuning=False)
    places = [
        (play.sentence, play.sentence_size),
        (play.opening, play.opening_size),
    ]
    if lab.sentence is not None:
        places.append((lab.sentence, lab.sentence_size))
    kinds = ("situation.", "story.", "unnumbered.", "short.")
    texts = look.texts.entries()
    for key in sorted(key for key in texts if key.startswith(kinds)):
        if (look.text_scale >= SHORT_FROM) is not key.startswith("short."):
            continue
        names = look.texts.placeholders(key)
        words = texts[key].format_map(dict.fromkeys(names, "88.8 mV"))
        for place, type_size in places:
            picture = sentence_picture(look, words, place.size, type_size)
            assert picture.get_width() <= place.width, key
            assert picture.get_height() <= place.height + LINE_SLACK_PX, key
            assert look.overflows == [], key


@pytest.mark.parametrize("size", SIZES, ids=name_of)
@pytest.mark.parametrize("language", OTHERS)
def test_every_text_fits(language: str, size: tuple[int, int]) -> None:
    if language == PSEUDO and size[0] < NARROWEST_FOR_TWICE:
        pytest.skip("words twice as long have no room on the smallest windows")
    pilot = pilot_in(language, size)
    visit_everything(pilot)
    write_every_sentence(pilot)


@pytest.mark.parametrize("size", LARGE_TEXT_SIZES, ids=name_of)
@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_large_text_fits(language: str, scale: str, size: tuple[int, int]) -> None:
    visit_everything(pilot_in(language, size, scale))


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES, ids=name_of)
@pytest.mark.parametrize("scale", SETTINGS["text_scale"].choices)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_size_of_text_fits(
    language: str, scale: str, size: tuple[int, int]
) -> None:
    visit_everything(pilot_in(language, size, scale))


@pytest.mark.parametrize("size", THOROUGH_SIZES, ids=name_of)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", VIEWS)
def test_every_choice_and_every_sentence_fits(
    view: str, language: str, size: tuple[int, int]
) -> None:
    pilot = pilot_in(language, size, start=Start(view=view))
    game = pilot.game
    for preset in PRESETS:
        game.obey([c.SelectPreset(preset)])
        pilot.wait(0.04)
    for pattern in PATTERNS:
        game.obey([c.SelectPattern(pattern), c.ToggleTuning()])
        pilot.wait(0.04)
        game.obey([c.Inject("test", 1.0)])
        pilot.wait(0.04)
        game.obey([c.Inject("test", 0.0), c.ToggleTuning(), c.TogglePause()])
        pilot.wait(0.04)
        game.obey([c.TogglePause()])
    assert game.scene.look.overflows == []


# --- what is drawn ------------------------------------------------------------------


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Every text that is rendered from now on."""
    seen: set[str] = set()
    render = Look.runs

    def runs(
        self: Look, runs: Runs, size_px: int, weight: str = SEMIBOLD
    ) -> pygame.Surface:
        seen.update(text for text, _ in runs)
        return render(self, runs, size_px, weight)

    def rendered(runs: Any, *rest: Any) -> pygame.Surface:
        seen.update(text for text, _ in runs)
        return letters(runs, *rest)

    letters = lettering.render
    monkeypatch.setattr(Look, "runs", runs)
    monkeypatch.setattr(lettering, "render", rendered)
    return seen


@pytest.mark.parametrize("size", THOROUGH_SIZES, ids=name_of)
def test_every_word_comes_from_the_texts(
    size: tuple[int, int], drawn: set[str]
) -> None:
    """The pseudo-language marks each letter of its words: what has none is our own."""
    pilot = pilot_in(PSEUDO, size)
    visit_everything(pilot)
    for pattern in PATTERNS:
        pilot.game.obey([c.SelectPattern(pattern), c.ToggleTuning()])
        pilot.wait(0.04)
        pilot.game.obey([c.ToggleTuning()])
    own = set(Library().languages.values())
    words = {
        word
        for text in drawn - own
        for word in re.findall(r"[A-Za-z][A-Za-z_]*", text)
        # Letters beside marked ones, such as the x of a word, belong to it.
        if not re.search(rf"[^\W\d_A-Za-z]{word}|{word}[^\W\d_A-Za-z]", text)
    }
    assert {word for word in words if not WITHOUT_WORDS.fullmatch(word)} == set()
    assert any(text.startswith(OPENED) and text.endswith(CLOSED) for text in drawn)


@pytest.mark.parametrize("size", THOROUGH_SIZES, ids=name_of)
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_written_outside_its_box(
    language: str, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    write = Look.write
    boxes: list[tuple[object, pygame.Rect, pygame.Rect]] = []

    def checked(
        self: Look,
        target: pygame.Surface,
        words: str | Runs,
        box: pygame.Rect,
        *args: Any,
        **named: Any,
    ) -> pygame.Rect:
        spot = write(self, target, words, box, *args, **named)
        boxes.append((words, box.copy(), spot))
        return spot

    monkeypatch.setattr(Look, "write", checked)
    visit_everything(pilot_in(language, size))
    assert boxes
    for words, box, spot in boxes:
        assert box.left <= spot.left, words
        assert spot.right <= box.right, words
        assert abs(spot.centery - box.centery) <= 1, words
        assert spot.height <= box.height + LINE_SLACK_PX, words


def test_what_fits_nowhere_ends_with_an_ellipsis_and_is_noted() -> None:
    look, canvas = Look(), pygame.Surface((60, 40))
    box = pygame.Rect(10, 10, 40, 14)
    spot = look.write(canvas, "Unabbreviated", box, 20)
    assert box.left <= spot.left
    assert spot.right <= box.right
    look.write_block(canvas, "More words than there is room for", box, 20)
    look.write_wrapped(canvas, ["Unabbreviated", "words"], box, 20)
    look.write(canvas, [("two", "ink"), ("colours together", "muted")], box, 20)
    assert len(look.overflows) == 4
    assert lettering.shortened("Unabbreviated", 40, 10, SEMIBOLD).endswith("…")
    assert lettering.shortened("Unabbreviated", 1, 10, SEMIBOLD) == ""
    margins = canvas.copy()
    margins.fill("black", box.inflate(0, LINE_SLACK_PX))
    assert pygame.mask.from_threshold(margins, "black", (1, 1, 1, 255)).count() == 2400


# --- switching ----------------------------------------------------------------------


SHOWN = {
    "play": ("lab.title", "reset.title", "hold.title", "language.short"),
    "lab": (
        *("play.title", "pattern.constant", "parameter.resistance", "ribbon.theory"),
        *("ribbon.filling", "pause.hold", "hold.title", "language.short"),
    ),
}


@pytest.mark.parametrize("view", VIEWS)
def test_a_button_switches_all_words_while_the_session_goes_on(
    view: str, drawn: set[str]
) -> None:
    start = Start(view=view, preset="subthreshold", speed=Fraction(1, 100))
    pilot = pilot_in("en", (1920, 1080), start=start)
    pilot.wait(0.5)
    for language in (*OTHERS, "en"):
        session, time_ms = pilot.session, pilot.session.cell.time_ms
        drawn.clear()
        pilot.click("language")
        pilot.wait(0.5)
        assert pilot.session is session
        assert session.preferences["language"] == language
        assert session.cell.time_ms > time_ms
        words = " ".join(drawn)
        missing = {
            key for key in SHOWN[view] if LIBRARY.texts(language)(key) not in words
        }
        if language != PSEUDO:
            assert missing == set(), language


def test_the_language_key_and_the_settings_screen_switch_too() -> None:
    pilot = pilot_in("en", (1280, 720))
    pilot.press("l")
    assert pilot.session.preferences["language"] == OTHERS[0]
    pilot.press("o")
    pilot.click("language:uk")
    assert pilot.session.preferences["language"] == "uk"
    assert pilot.game.texts("settings.title") == "Налаштування"
    pilot.press("backspace")
    assert pilot.session.preferences["language"] == "uk"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sentence_speaks_the_language(language: str, drawn: set[str]) -> None:
    pilot = pilot_in(
        language, (1920, 1080), start=Start(preset="subthreshold", view="lab")
    )
    pilot.wait(0.2)
    texts = LIBRARY.texts(language)
    level = texts.quantity(15.0, THRESHOLD.decimals, THRESHOLD.unit)
    sentence = plain(texts("situation.rising", level=level))
    seen = {word for text in drawn for word in re.findall(r"\w+", text)}
    assert set(re.findall(r"\w+", sentence)) <= seen

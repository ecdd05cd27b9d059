"""Every word comes from the texts, is written in its box, and is switched live."""

import re
from fractions import Fraction
from typing import Any

import pygame
import pytest
from pseudo import CLOSED, OPENED, PSEUDO
from sizes import at_sizes, name_of
from test_languages import (
    LANGUAGES,
    LIBRARY,
    LINE_SLACK_PX,
    OTHERS,
    THOROUGH_SIZES,
    pilot_in,
    visit_everything,
)

from lifgame.content.markup import plain
from lifgame.content.parameters import THRESHOLD
from lifgame.content.patterns import PATTERNS
from lifgame.content.screens import VIEWS
from lifgame.content.texts import Library
from lifgame.session import commands as c
from lifgame.session.start import Start
from lifgame.view.kept import PICTURES
from lifgame.view.lettering import lettering
from lifgame.view.look import SEMIBOLD, Look, Runs

# What may stand without a word of the texts: units, the letters of the formulas and
# of keys, of which no run of three letters is among them; and
# the configuration's file, which is called so in every language.
WITHOUT_WORDS = re.compile(r"Hz|[a-zA-Z]{1,2}|V_th|t_ref|config|toml")


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Every text that is rendered from now on."""
    PICTURES.clear()
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


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (800, 480)], ids=name_of)
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
    # Other languages are named in their own words, and asked in them who is there.
    library = Library()
    own = set(library.languages.values())
    own |= {library.texts(one)("still_there.question") for one in library.languages}
    words = {
        word
        for text in drawn - own
        for word in re.findall(r"[A-Za-z][A-Za-z_]*", text)
        # Letters beside marked ones, such as the x of a word, belong to it.
        if not re.search(rf"[^\W\d_A-Za-z]{word}|{word}[^\W\d_A-Za-z]", text)
    }
    assert {word for word in words if not WITHOUT_WORDS.fullmatch(word)} == set()
    assert any(text.startswith(OPENED) and text.endswith(CLOSED) for text in drawn)


@at_sizes(THOROUGH_SIZES, ((800, 480),))
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
    pilot.wait(1.0)
    texts = LIBRARY.texts(language)
    level = texts.quantity(15.0, THRESHOLD.decimals, THRESHOLD.unit)
    sentence = plain(texts("situation.rising", level=level))
    seen = {word for text in drawn for word in re.findall(r"\w+", text)}
    assert set(re.findall(r"\w+", sentence)) <= seen

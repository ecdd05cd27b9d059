"""Every language on every screen: nothing clipped, nothing missed, switched live."""

import pytest
from pilot import Pilot
from pseudo import PSEUDO, preferences, pseudo_library
from sizes import SIZES, at_sizes, name_of
from test_layout import has_drawers

from lifgame.content.patterns import PATTERNS
from lifgame.content.presets import PRESETS
from lifgame.content.screens import HOME, SCREENS, VIEWS
from lifgame.content.settings import SETTINGS
from lifgame.scenes.bench.sentence import SHORT_FROM
from lifgame.scenes.lab.places import lab_places
from lifgame.scenes.play.places import play_places
from lifgame.session import commands as c
from lifgame.session.start import DRAWERS, Start
from lifgame.view.lettering.sentence import sentence_picture

LIBRARY = pseudo_library()
LANGUAGES = tuple(LIBRARY.languages)
OTHERS = [language for language in LANGUAGES if language != "en"]
# The longest and the widest are tried in every run.
SOME_FIRST = [
    pytest.param(name, marks=() if name in ("de", PSEUDO) else (pytest.mark.slow,))
    for name in LANGUAGES
]
# One of each form, the usual, and the tightest.
LARGE_TEXT_SIZES = [(1920, 1080), (1080, 1920), (800, 480), (1024, 600)]
THOROUGH_SIZES = [(1920, 1080), (1080, 1920), (800, 480), (720, 1280)]

# No language is twice as long as English; narrower than this, lying or upright, only
# real ones must fit.
NARROWEST_FOR_TWICE = 640, 768
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


@at_sizes(SIZES, ((640, 480),))
@pytest.mark.parametrize("language", OTHERS)
def test_every_text_fits(language: str, size: tuple[int, int]) -> None:
    narrowest = NARROWEST_FOR_TWICE[size[1] > size[0]]
    if language == PSEUDO and size[0] < narrowest:
        pytest.skip("words twice as long have no room on the smallest windows")
    pilot = pilot_in(language, size)
    visit_everything(pilot)
    write_every_sentence(pilot)


@at_sizes(LARGE_TEXT_SIZES, ((800, 480),))
@pytest.mark.parametrize("scale", [pytest.param("150", marks=pytest.mark.slow), "200"])
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


@at_sizes(THOROUGH_SIZES, ((800, 480),))
@pytest.mark.parametrize("language", SOME_FIRST)
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

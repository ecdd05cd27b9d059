"""Help: two pages of pictures, reached and read by touch, keys and pad."""

from collections.abc import Callable, Iterator
from itertools import combinations, product

import pygame
import pytest
from pilot import Pilot
from sizes import at_sizes
from test_gamepad import DOWN, A, B, Pad

from lifgame.content.help_parts import HELP_PARTS, neighbour_part
from lifgame.content.texts import Library
from lifgame.scenes.help.machine_page import MachinePage
from lifgame.scenes.help.places import help_places
from lifgame.scenes.layout import SMALLEST_TOUCH_PX
from lifgame.session import commands as c
from lifgame.session.preferences import Preferences
from lifgame.view.widgets.widget import Widget

SIZES = [
    (1920, 1080), (1280, 720), (1024, 768), (800, 480), (640, 480), (1080, 1920),
    (768, 1024), (480, 740), (2560, 1080), (1600, 500), (900, 560),
]  # fmt: skip
Size = tuple[int, int]


def at_help(size: Size = (1280, 720), screen: str = "help", **settings: str) -> Pilot:
    library = Library()
    preferences = Preferences(settings, library.languages)
    pilot = Pilot(size, preferences=preferences, library=library)
    pilot.game.obey([c.ShowScreen(screen)])
    pilot.frame()
    return pilot


def explained(pilot: Pilot) -> str:
    return pilot.session.place.explained


def page(pilot: Pilot) -> MachinePage:
    scene = pilot.game.scene
    assert isinstance(scene, MachinePage)
    return scene


def named(pilot: Pilot) -> list[Widget]:
    """What is touched besides the parts themselves, which lie under their names."""
    return [
        widget
        for widget in pilot.game.board.widgets
        if widget.rect and not widget.id.endswith("_itself")
    ]


def pixels(pilot: Pilot) -> bytes:
    return pygame.image.tobytes(pilot.game.window_surface, "RGB")


# --- what is explained --------------------------------------------------------------


def test_it_opens_with_the_width() -> None:
    assert explained(at_help()) == "width"


@pytest.mark.parametrize("side", ["", "cell_"])
@pytest.mark.parametrize("part", HELP_PARTS)
def test_every_name_can_be_touched_and_is_explained(part: str, side: str) -> None:
    pilot = at_help()
    pilot.touch(f"part:{side}{part}")
    pilot.lift(f"part:{side}{part}")
    assert explained(pilot) == part


def test_the_parts_of_the_machine_can_be_touched_themselves() -> None:
    pilot = at_help()
    for part in ("tap", "leak", "water"):
        rect = pilot.game.board[f"part:{part}_itself"].rect
        point = (rect.left + rect.width // 5, rect.bottom - 6)
        pilot.mouse(pygame.MOUSEBUTTONDOWN, point)
        pilot.mouse(pygame.MOUSEBUTTONUP, point)
        assert explained(pilot) == part


def test_the_keyboard_alone_reaches_every_part_once() -> None:
    pilot = at_help()
    found = []
    for _ in range(len(pilot.game.board.widgets)):
        pilot.press("tab")
        focus = pilot.session.place.focus or ""
        if focus.startswith("part:"):
            pilot.press("return")
            found.append(explained(pilot))
    assert set(found) == set(HELP_PARTS)
    assert found[: len(HELP_PARTS)] == list(HELP_PARTS)


def test_a_pad_reaches_every_part_and_b_leads_back() -> None:
    pilot = at_help()
    pad, found = Pad(pilot), set()
    for _ in range(len(pilot.game.board.widgets)):
        pad.press(DOWN)
        if (pilot.session.place.focus or "").startswith("part:"):
            pad.press(A)
            found.add(explained(pilot))
    assert found == set(HELP_PARTS)
    pad.press(B)
    assert pilot.session.place.screen == "play"


def test_the_focus_is_seen_on_the_picture() -> None:
    pilot = at_help(motion="reduced")
    pilot.wait(0.3)
    before = pixels(pilot)
    pilot.game.obey([c.Focus("part:siphon")])
    pilot.frame()
    assert pixels(pilot) != before
    pilot.game.obey([c.Focus(None)])
    pilot.frame()
    assert pixels(pilot) == before


def test_both_numbers_get_a_ring_and_the_card_changes() -> None:
    pilot = at_help(motion="reduced")
    pilot.wait(0.3)
    before = pilot.game.window_surface.copy()
    pilot.click("part:leak")
    pilot.wait(0.3)
    after = pilot.game.window_surface
    card = help_places((1280, 720)).card
    assert pygame.image.tobytes(before.subsurface(card), "RGB") != (
        pygame.image.tobytes(after.subsurface(card), "RGB")
    )
    white = pilot.game.scene.look.palette.focus
    for name in ("part:leak", "part:cell_leak"):
        rect = pilot.game.board[name].rect
        shades = [
            sum(
                picture.get_at((x, y))[:3] == white
                for x in range(rect.left, rect.left + 50)
                for y in range(rect.top, rect.bottom)
            )
            for picture in (before, after)
        ]
        assert shades[1] > shades[0] + 40, name


def test_a_part_that_is_not_there_is_an_error() -> None:
    pilot = at_help()
    with pytest.raises(KeyError):
        pilot.game.obey([c.Explain("wheel")])


def test_small_screens_go_through_the_parts_one_by_one() -> None:
    pilot = at_help((800, 480))
    seen = []
    for _ in HELP_PARTS:
        pilot.click("explain:next")
        seen.append(explained(pilot))
    assert set(seen) == set(HELP_PARTS)
    pilot.click("explain:previous")
    assert explained(pilot) == neighbour_part("width", -1)


def test_no_sentence_of_a_card_has_more_than_twenty_words() -> None:
    library = Library()
    for language in library.languages:
        texts = library.texts(language)
        for part in HELP_PARTS:
            for word in ("meaning", "in_cell"):
                for sentence in texts(f"help.part.{part}.{word}").split(". "):
                    assert len(sentence.split()) <= 20


# --- the machine in it ----------------------------------------------------------------


def test_its_machine_lives_while_the_visitors_stands_still() -> None:
    pilot = at_help()
    own = page(pilot).picture.session
    before = own.tick_count
    pilot.wait(1.0)
    assert own.tick_count - before == pytest.approx(40, abs=1)
    assert own.cell.value("threshold") == 20.0
    assert pilot.session.tick_count == 0


def test_it_is_not_what_the_visitor_has_set() -> None:
    pilot = Pilot((1280, 720))
    pilot.game.obey([c.SetParameter("threshold", 11.0), c.ShowScreen("help")])
    pilot.wait(0.1)
    picture = page(pilot).picture
    assert picture.machine.moment.frame.rest_line_mv == 20.0


@pytest.mark.parametrize("how", ["paused", "reduced"])
def test_nothing_is_painted_when_nothing_changes(how: str) -> None:
    pilot = at_help(motion="reduced" if how == "reduced" else "full")
    if how == "paused":
        pilot.game.obey([c.ShowScreen("play"), c.TogglePause(), c.ShowScreen("help")])
    pilot.wait(1.5)
    assert [pilot.frame(elapsed_s=1 / 60).changed for _ in range(10)] == [[]] * 10


def test_while_it_lives_little_is_painted() -> None:
    pilot = at_help((1920, 1080))
    pilot.wait(0.5)
    areas = pilot.frame(elapsed_s=1 / 60).changed
    assert 0 < sum(a.width * a.height for a in areas) < 0.25 * 1920 * 1080


def test_keys_stand_still() -> None:
    pilot = at_help(screen="keys")
    assert pilot.frame(elapsed_s=1 / 60).changed == []


@pytest.mark.parametrize("size", [(1280, 720), (800, 480), (480, 740)])
def test_partial_and_full_redraw_are_the_same_picture(size: Size) -> None:
    pilot = at_help(size)
    for step, part in enumerate(HELP_PARTS):
        pilot.game.obey([c.Explain(part), c.Focus(f"part:{part}")])
        pilot.wait(0.1 + 0.05 * step)
        scene, whole = pilot.game.scene, pygame.Surface(size)
        # Not by a frame: even an empty one lets drops move.
        scene.invalidate()
        scene.draw(whole, pilot.session)
        assert pygame.image.tobytes(whole, "RGB") == pixels(pilot), part


# --- at every size --------------------------------------------------------------


@at_sizes(SIZES, quick=((1280, 720), (800, 480), (640, 480), (480, 740)))
@pytest.mark.parametrize("screen", ["help", "keys", "pad"])
def test_what_is_touched_is_large_enough_and_apart(size: Size, screen: str) -> None:
    widgets = named(at_help(size, screen))
    window = pygame.Rect(0, 0, *size)
    for widget in widgets:
        assert min(widget.rect.size) >= SMALLEST_TOUCH_PX, widget.id
        assert window.contains(widget.rect), widget.id
    for one, other in combinations(widgets, 2):
        assert not one.rect.colliderect(other.rect), (one.id, other.id)


# Tried every time at every size of window; the other languages at the tightest.
LONGEST = ("fr", "uk")


def words_of_all() -> Iterator[object]:
    for size, language, scale in product(
        [(1920, 1080), (800, 480), (768, 1024), (480, 740)],
        ["en", "es", "fr", "de", "uk"],
        ["100", "150", "200"],
    ):
        is_longest = language in LONGEST
        is_quick = scale == "100" and (size == (800, 480) or is_longest)
        is_quick |= scale == "200" and is_longest and size == (800, 480)
        marks = () if is_quick else (pytest.mark.slow,)
        name = f"{size[0]}x{size[1]}-{language}-{scale}"
        yield pytest.param(size, language, scale, id=name, marks=marks)


@pytest.mark.parametrize(("size", "language", "text_scale"), [*words_of_all()])
def test_all_words_fit(size: Size, language: str, text_scale: str) -> None:
    pilot = at_help(size, language=language, text_scale=text_scale)
    for part in HELP_PARTS:
        pilot.game.obey([c.Explain(part)])
        pilot.frame(elapsed_s=0.2)
    assert pilot.game.scene.look.overflows == []
    for screen in ("keys", "pad"):
        pilot.game.obey([c.ShowScreen(screen)])
        pilot.frame()
        assert pilot.game.scene.look.overflows == []


@pytest.mark.parametrize("size", [(1, 1), (40, 30), (320, 200), (200, 320)], ids=str)
def test_any_window_is_alive(size: Size, pilot_at: Callable[..., Pilot]) -> None:
    pilot = pilot_at(size)
    for screen in ("help", "keys", "pad"):
        pilot.game.obey([c.ShowScreen(screen)])
        pilot.wait(0.05)

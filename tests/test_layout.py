"""Every screen at every size: nothing clipped or overlapping, all can be touched."""

from itertools import combinations

import pygame
import pytest
from lifgame.scenes.choose import play_layout
from pilot import Pilot

from lifgame.content.patterns import PATTERNS
from lifgame.content.presets import PRESETS
from lifgame.content.screens import SCREENS
from lifgame.scenes.layout import SMALLEST_TOUCH_PX, PlayLayout
from lifgame.scenes.play.scene import PlayScene
from lifgame.session import commands as c
from lifgame.session.start import DRAWERS

SIZES = [
    (800, 480),
    (900, 560),
    (1024, 600),
    (1024, 768),
    (1280, 720),
    (1280, 1024),
    (1366, 768),
    (1600, 900),
    (1920, 1080),
    (1920, 1200),
    (2560, 1080),
    (3440, 1440),
    (5120, 1440),
    (3840, 2160),
    (1080, 1920),
    (1200, 1600),
    (900, 1100),
    (2160, 3840),
    (768, 1024),
    (720, 1280),
    (480, 800),
    (640, 480),
    (480, 740),
    (600, 750),
    (1600, 500),
]


def name_of(size: tuple[int, int]) -> str:
    return f"{size[0]}x{size[1]}"


at_every_size = pytest.mark.parametrize("size", SIZES, ids=name_of)


def parts(layout: PlayLayout) -> dict[str, pygame.Rect]:
    """Everything that has a place, by name."""
    named = {
        "scope": layout.scope,
        "bucket": layout.bucket,
        "ribbon": layout.ribbon,
        "words": layout.words,
        "inject": layout.inject,
        **layout.buttons,
        **{f"label {key}": rect for key, rect in layout.labels.items()},
    }
    if layout.title:
        named["title"] = layout.title
    if layout.speed:
        named["speed"] = layout.speed
    for index, place in enumerate(layout.sliders):
        for part in ("header", "minus", "track", "plus", "caps"):
            rect = getattr(place, part)
            if rect:
                named[f"slider {index} {part}"] = rect
    return named


def layouts(size: tuple[int, int]) -> list[PlayLayout]:
    return [
        play_layout(size, drawer, text_scale)
        for drawer in DRAWERS
        for text_scale in (1.0, 1.5, 2.0)
    ]


@at_every_size
def test_nothing_overlaps_and_nothing_leaves_the_window(size: tuple[int, int]) -> None:
    window = pygame.Rect(0, 0, *size)
    for layout in layouts(size):
        named = parts(layout)
        for name, rect in named.items():
            assert window.contains(rect), f"{name} {rect} leaves {window}"
            assert rect.width > 0, f"{name} has no width"
            assert rect.height > 0, f"{name} has no height"
        for (one, a), (other, b) in combinations(named.items(), 2):
            assert not a.colliderect(b), f"{one} {a} overlaps {other} {b}"


@at_every_size
def test_everything_that_is_touched_is_large_enough(size: tuple[int, int]) -> None:
    for layout in layouts(size):
        touched = dict(layout.buttons) | {"inject": layout.inject}
        for index, place in enumerate(layout.sliders):
            for part in ("minus", "track", "plus"):
                touched[f"slider {index} {part}"] = getattr(place, part)
        for name, rect in touched.items():
            assert min(rect.size) >= SMALLEST_TOUCH_PX, f"{name} is only {rect.size}"


@at_every_size
def test_everything_that_is_touched_stands_apart(size: tuple[int, int]) -> None:
    for layout in layouts(size):
        touched = [*layout.buttons.items(), ("inject", layout.inject)]
        for (one, a), (other, b) in combinations(touched, 2):
            close = a.inflate(14, 14)
            assert not close.colliderect(b), f"{one} stands too close to {other}"


@at_every_size
def test_the_pictures_get_a_fair_share(size: tuple[int, int]) -> None:
    for layout in layouts(size):
        assert min(layout.scope.size) >= 100, layout.scope
        assert min(layout.bucket.size) >= 120, layout.bucket


@at_every_size
@pytest.mark.parametrize("screen", SCREENS)
def test_every_text_fits(size: tuple[int, int], screen: str) -> None:
    pilot = Pilot(size)
    pilot.game.obey([c.ShowScreen(screen)])
    pilot.wait(0.1)
    assert pilot.game.scene.look.overflows == []


@pytest.mark.parametrize("size", [(800, 480), (1024, 600), (1080, 1920)], ids=name_of)
def test_every_choice_fits_its_place(size: tuple[int, int]) -> None:
    """The longest names and the widest numbers, in every drawer and on both pages."""
    pilot = Pilot(size)
    for drawer in DRAWERS:
        pilot.game.obey([c.ShowDrawer(drawer)])
        for preset in PRESETS:
            pilot.game.obey([c.SelectPreset(preset)])
            pilot.wait(0.05)
        for pattern in PATTERNS:
            pilot.game.obey([c.SelectPattern(pattern), c.ToggleTuning()])
            pilot.wait(0.05)
            pilot.game.obey([c.ToggleTuning()])
    assert pilot.game.scene.look.overflows == []


def test_the_three_layouts_are_chosen_by_size_and_shape() -> None:
    assert play_layout((1920, 1080)).form == "landscape"
    assert play_layout((1080, 1920)).form == "portrait"
    assert play_layout((800, 480)).form == "compact"
    assert play_layout((1600, 559)).form == "compact"
    assert play_layout((899, 1600)).form == "compact"


def test_a_wide_window_widens_the_pictures_and_the_sliders_first() -> None:
    normal, wide = play_layout((1920, 1080)), play_layout((2560, 1080))
    assert wide.scope.width > normal.scope.width
    assert wide.bucket.width > normal.bucket.width
    assert wide.sliders[0].track.width > normal.sliders[0].track.width
    assert wide.inject.size == normal.inject.size


def test_a_very_wide_window_keeps_the_whole_in_the_middle() -> None:
    layout = play_layout((5120, 1440))
    left, right = layout.scope.left, layout.bucket.right
    assert abs(left - (5120 - right)) <= 2
    assert layout.bucket.width <= 2 * layout.bucket.height + 2


@pytest.mark.parametrize(
    "size", [(1, 1), (2, 900), (900, 2), (40, 30), (320, 200), (7680, 400)], ids=name_of
)
def test_any_window_is_alive(size: tuple[int, int]) -> None:
    pilot = Pilot(size)
    pilot.wait(0.1)
    for screen in SCREENS:
        pilot.game.obey([c.ShowScreen(screen)])
        pilot.wait(0.05)


def test_no_size_of_window_is_an_error() -> None:
    """A grid over all shapes, as somebody drags the corner of the window."""
    pilot = Pilot((800, 480))
    for width in (1, 90, 200, 300, 400, 480, 500, 560, 640, 720, 899, 900, 1100, 1500):
        for height in (1, 60, 200, 320, 400, 480, 540, 560, 600, 645, 700, 800, 1200):
            pilot.game.resize(pygame.Surface((width, height)))
            pilot.frame(elapsed_s=0.02)


def test_a_small_window_can_still_be_clicked() -> None:
    pilot = Pilot((320, 200))
    game = pilot.game
    center = game.board["pause"].rect.center
    scale = 320 / game.viewport.canvas.get_width()
    top = (200 - game.viewport.canvas.get_height() * scale) / 2
    point = (round(center[0] * scale), round(top + center[1] * scale))
    pilot.mouse(pygame.MOUSEBUTTONDOWN, point)
    pilot.mouse(pygame.MOUSEBUTTONUP, point)
    assert pilot.session.clock.is_paused


def test_a_resize_keeps_the_session_and_lets_go_of_what_is_held() -> None:
    pilot = Pilot()
    pilot.wait(1.0)
    spikes = pilot.session.cell.spike_count
    pilot.mouse_down("inject")
    assert pilot.session.cell.injected_na == 2.0
    pilot.game.resize(pygame.Surface((800, 480)))
    pilot.frame()
    assert pilot.session.cell.injected_na == 0.0
    assert pilot.session.cell.spike_count == spikes
    assert isinstance(pilot.game.scene, PlayScene)
    assert pilot.game.scene.layout.form == "compact"

"""Every screen at every size: nothing clipped or overlapping, all can be touched."""

from collections.abc import Iterator
from itertools import combinations

import pygame
import pytest
from pilot import Pilot
from sizes import SIZES, at_sizes, name_of

from lifgame.content.patterns import PATTERNS
from lifgame.content.presets import PRESETS
from lifgame.content.screens import SCREENS, VIEWS
from lifgame.scenes.lab.places import lab_places
from lifgame.scenes.lab.scene import LabScene
from lifgame.scenes.layout import SMALLEST_GAP_PX, SMALLEST_TOUCH_PX
from lifgame.scenes.play.places import play_places
from lifgame.scenes.play.scene import PlayScene
from lifgame.session import commands as c
from lifgame.session.start import DRAWERS, OPENING, Start
from lifgame.view.machine.handles import Handle, WaterHandle
from lifgame.view.widgets.widget import Widget

at_every_size = at_sizes()
in_both_views = pytest.mark.parametrize("view", VIEWS)

# What is there twice may be smaller: the line's own tag is large enough.
TWICE_THERE = "bend"
# The narrowest, the usual and the widest bucket, with the line low and high.
BUCKETS = [
    (("capacitance", c_nf), ("threshold", th))
    for c_nf in (0.5, 2.0, 5.0)
    for th in (10.0, 30.0)
]
# The least and the most that there are to tune.
TUNING = [("pyramidal", "constant"), ("adapting_pyramidal", "pulses")]


def views_of(pilot: Pilot) -> PlayScene | LabScene:
    scene = pilot.game.scene
    assert isinstance(scene, PlayScene | LabScene)
    return scene


def has_drawers(pilot: Pilot) -> bool:
    scene = views_of(pilot)
    return isinstance(scene, LabScene) and scene.places.has_drawers


def states(pilot: Pilot) -> Iterator[str]:
    """Whatever the desk can show, one after another."""
    yield "as it is"
    if not isinstance(views_of(pilot), LabScene):
        return
    for preset, pattern in TUNING:
        pilot.game.obey([c.SelectPreset(preset), c.SelectPattern(pattern)])
        for drawer in DRAWERS if has_drawers(pilot) else DRAWERS[:1]:
            for _ in range(2):
                pilot.game.obey([c.ShowDrawer(drawer), c.ToggleTuning()])
                pilot.frame(elapsed_s=0.02)
                yield f"{preset}, {pattern}, {drawer}, {pilot.session.place.is_tuning}"


def is_in_picture(widget: Widget) -> bool:
    return isinstance(widget, Handle | WaterHandle)


# On the smallest standing window three handles of 48 px share the height of the wall.
SHARED_EDGE_PX = 4


def faults(widgets: list[Widget], window: pygame.Rect) -> list[str]:
    """What is too small, outside, on top of another, or too close to it."""
    found = []
    for widget in widgets:
        if not window.contains(widget.rect):
            found.append(f"{widget.id} {widget.rect} leaves {window}")
        is_small = min(widget.rect.size) < SMALLEST_TOUCH_PX
        if is_small and widget.id != TWICE_THERE:
            found.append(f"{widget.id} is only {widget.rect.size}")
    for one, other in combinations(widgets, 2):
        # The parts of the machine touch each other, as they do in the picture.
        touch = is_in_picture(one) and is_in_picture(other)
        gap = 0 if touch else SMALLEST_GAP_PX
        room = 2 * gap - 2 if gap else -2 * SHARED_EDGE_PX
        near = one.rect.inflate(room, room)
        if near.colliderect(other.rect) and {one.id, other.id} != {"water", "bend"}:
            found.append(f"{one.id} {one.rect} meets {other.id} {other.rect}")
    return found


@in_both_views
@at_every_size
def test_all_that_is_touched_is_large_enough_and_stands_apart(
    size: tuple[int, int], view: str
) -> None:
    pilot = Pilot(size, Start(view=view))
    window = pilot.game.viewport.canvas.get_rect()
    for state in states(pilot):
        assert faults(pilot.game.board.widgets, window) == [], state


@in_both_views
@at_sizes(SIZES, ((800, 480), (1080, 1920)))
def test_no_bucket_stands_in_anybodys_way(size: tuple[int, int], view: str) -> None:
    """However wide it is and high its line, and with the adaptive neuron's cup."""
    for values in BUCKETS:
        for preset in ("pyramidal", "adapting_pyramidal"):
            pilot = Pilot(size, Start(preset=preset, view=view, values=values))
            window = pilot.game.viewport.canvas.get_rect()
            assert faults(pilot.game.board.widgets, window) == [], (values, preset)


@at_every_size
def test_hold_comes_first_by_area_in_play(size: tuple[int, int]) -> None:
    board = Pilot(size, OPENING).game.board
    hold = board["inject"].rect
    others = [w for w in board.widgets if w.id != "inject" and not is_in_picture(w)]
    largest = max(others, key=lambda widget: widget.rect.width * widget.rect.height)
    share = hold.width * hold.height / (largest.rect.width * largest.rect.height)
    assert share >= 1.5, largest.id


@in_both_views
@at_every_size
def test_bucket_and_paper_are_never_covered(size: tuple[int, int], view: str) -> None:
    pilot = Pilot(size, Start(view=view))
    for state in states(pilot):
        picture = views_of(pilot).picture
        places = picture.machine.places
        heart = [places.inside, picture.paper.places.paper.clip(places.picture)]
        x, y, radius = places.lamp
        heart.append(pygame.Rect(x - radius, y - radius, 2 * radius, 2 * radius))
        for widget in pilot.game.board.widgets:
            if not is_in_picture(widget):
                assert widget.rect.collidelist(heart) < 0, (state, widget.id)


@at_every_size
def test_play_gives_four_fifths_to_the_picture(size: tuple[int, int]) -> None:
    pilot = Pilot(size, OPENING)
    window = pilot.game.viewport.canvas.get_size()
    high = play_places(window).picture.height
    assert high / window[1] >= (0.75 if window[1] > window[0] else 0.78)


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (800, 480)], ids=name_of)
def test_the_water_up_to_the_line_is_a_twentieth_of_the_screen(
    size: tuple[int, int],
) -> None:
    pilot = Pilot(size, OPENING)
    places = views_of(pilot).picture.machine.places
    assert pilot.session.cell.value("capacitance") == 2.0
    assert pilot.session.cell.value("threshold") == 20.0
    inside = places.inside
    water = inside.width * (places.floor_y - places.scale.row(20.0))
    assert water >= 0.05 * size[0] * size[1]


@at_every_size
@pytest.mark.parametrize("screen", SCREENS)
def test_every_text_fits(size: tuple[int, int], screen: str) -> None:
    pilot = Pilot(size)
    pilot.game.obey([c.ShowScreen(screen)])
    pilot.wait(0.1)
    assert pilot.game.scene.look.overflows == []


@at_sizes([(800, 480), (1024, 600), (1080, 1920)], ((800, 480),))
def test_every_choice_fits_its_place(size: tuple[int, int]) -> None:
    """The longest names and the widest numbers, in every drawer and on both pages."""
    pilot = Pilot(size, Start(view="lab"))
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


def test_the_forms_are_chosen_by_size_and_shape() -> None:
    assert play_places((1920, 1080)).form == "landscape"
    assert play_places((1080, 1920)).form == "portrait"
    assert play_places((800, 480)).form == "compact"
    assert play_places((1600, 559)).form == "compact"
    assert play_places((899, 1600)).form == "portrait"


@pytest.mark.parametrize(
    ("size", "form", "has_drawers"),
    [
        ((1920, 1080), "lab_landscape", False),
        ((1280, 720), "lab_landscape", False),
        ((1024, 768), "lab_compact", True),
        ((800, 480), "lab_compact", True),
        ((1080, 1920), "lab_portrait", False),
        ((480, 800), "lab_portrait", True),
    ],
)
def test_the_lab_has_drawers_where_its_desk_has_no_room(
    size: tuple[int, int], form: str, has_drawers: bool
) -> None:
    places = lab_places(size, "none", tuning=2, is_tuning=False)
    assert (places.form, places.has_drawers) == (form, has_drawers)


def test_a_wide_window_gives_its_width_to_paper_hold_and_sliders() -> None:
    normal, wide = (Pilot((width, 1080), Start(view="lab")) for width in (1920, 2560))
    pens = [views_of(pilot).picture.machine.places.pen_x for pilot in (normal, wide)]
    assert pens[1] > pens[0]
    tracks = [pilot.slider("current").rect.width for pilot in (normal, wide)]
    assert tracks[1] > tracks[0]
    plain, broad = (play_places((width, 1080)) for width in (1920, 2560))
    assert broad.hold.width > plain.hold.width
    assert broad.buttons["lab"].size == plain.buttons["lab"].size


def test_a_very_wide_window_keeps_the_machine_by_its_paper() -> None:
    pilot = Pilot((5120, 1440), Start())
    picture = views_of(pilot).picture
    paper, lamp = picture.paper.places.paper, picture.machine.places.lamp
    left, right = paper.left, 5120 - lamp[0] - lamp[2]
    assert left > 5120 // 10
    assert right > 5120 // 10

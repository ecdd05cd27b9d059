"""Where the machine stands: one scale, one left wall, inside the picture, nothing over
another thing, and the water is large."""

from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from machine_tools import SCREENS, frame, places_of
from pygame import Rect

from lifgame.view.machine.grips import grip_rect
from lifgame.view.machine.moment import Moment
from lifgame.view.machine.paper_places import paper_places
from lifgame.view.machine.places import MachinePlaces

each_screen = pytest.mark.parametrize("screen", SCREENS)
WIDTHS = (0.5, 2.0, 5.0)


@pytest.mark.parametrize(
    ("screen", "px_per_mv", "wall", "pen", "floor", "width"),
    [
        ("1080p", 17.0, 846, 768, 728, 328),
        ("lab", 12.4, 1084, 1004, 562, 262),
        ("portrait", 23.0, 456, 374, 1116, 290),
        ("lab_portrait", 15.0, 534, 452, 800, 240),
        ("compact", 8.0, 304, 258, 330, 141),
    ],
)
def test_the_design_is_met_at_its_own_size(
    screen: str, px_per_mv: float, wall: int, pen: int, floor: int, width: int
) -> None:
    places = places_of(screen)
    assert places.scale.px_per_mv == pytest.approx(px_per_mv, abs=0.02)
    assert (places.wall_x, places.pen_x, places.floor_y) == (wall, pen, floor)
    assert places.inside.width == width


@pytest.mark.parametrize("screen", ["1080p", "portrait", "compact"])
def test_the_water_up_to_the_line_is_a_twentieth_of_the_screen(screen: str) -> None:
    places = places_of(screen)
    width, height = SCREENS[screen][0]
    water = places.inside.width * 20 * places.scale.px_per_mv
    assert water / (width * height) >= 0.05


@each_screen
def test_the_left_wall_the_pen_and_the_scale_never_move(screen: str) -> None:
    seen = {
        (p.wall_x, p.pen_x, p.scale, paper_places(p).paper.right)
        for p in (places_of(screen, c) for c in WIDTHS)
    }
    assert len(seen) == 1


@each_screen
def test_the_width_squared_is_the_capacitance(screen: str) -> None:
    one, four = (places_of(screen, c).inside.width for c in (1.0, 4.0))
    assert four == pytest.approx(2 * one, abs=2)


@each_screen
@pytest.mark.parametrize("c_nf", WIDTHS)
def test_everything_stands_in_the_picture(screen: str, c_nf: float) -> None:
    places = places_of(screen, c_nf)
    x, y, radius = places.lamp
    parts = [
        places.inside, places.gutter, places.felt(5.0), places.felt(100.0),
        Rect(x - radius, y - radius, 2 * radius, 2 * radius),
    ]  # fmt: skip
    moment = Moment(places, frame(c=c_nf))
    parts += [grip_rect(name, moment) for name in ("line", "width", "leak")]
    assert [part for part in parts if not places.picture.contains(part)] == []
    shared = paper_places(places)
    assert shared.paper.right == places.pen_x
    assert shared.roll.right < shared.ruler.left + 2
    assert shared.paper.contains(shared.current)


@each_screen
@pytest.mark.parametrize("c_nf", WIDTHS)
def test_no_handle_stands_on_another_or_on_the_lamp(screen: str, c_nf: float) -> None:
    places = places_of(screen, c_nf)
    x, y, radius = places.lamp
    lamp = Rect(x - radius, y - radius, 2 * radius, 2 * radius)
    for th, r in product((10.0, 14.0, 20.0, 30.0), (5.0, 12.0, 100.0)):
        moment = Moment(places, frame(th=th, c=c_nf, r=r))
        parts = {"tag": places.tag(th, r), "lamp": lamp, "pill": places.pill(th, r)}
        parts |= {"knob": places.knob(r), "felt": places.felt(r)}
        parts["tap"] = grip_rect("tap", moment)
        met = [
            pair for pair in combinations(parts, 2)
            if parts[pair[0]].colliderect(parts[pair[1]])
        ]  # fmt: skip
        assert met == [], (th, r)


@given(
    width=st.integers(640, 4000), height=st.integers(480, 2200),
    form=st.sampled_from(["landscape", "portrait", "compact", "lab_landscape"]),
    c_nf=st.floats(0.5, 5.0),
)  # fmt: skip
def test_any_size_gives_a_bucket_as_high_as_its_scale(
    width: int, height: int, form: str, c_nf: float
) -> None:
    picture = Rect(0, 0, width, round(height * 0.8))
    places = MachinePlaces(picture, form, min(width, height) / 1080, 1.0, c_nf)
    assert places.inside.top == places.scale.row(32.0)
    assert places.inside.bottom == places.scale.row(0.0)
    assert picture.contains(places.inside)
    assert places.pen_x >= picture.width * 0.25
    short, long = places.legs
    assert places.inside.left < short < long < places.inside.right


@pytest.mark.parametrize(("form", "c_nf"), [("round", 2.0), ("landscape", 0.0)])
def test_a_wrong_form_or_width_is_refused(form: str, c_nf: float) -> None:
    with pytest.raises(ValueError, match="no "):
        MachinePlaces(Rect(0, 0, 800, 400), form, 1.0, 1.0, c_nf)

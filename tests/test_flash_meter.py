"""Strobes that the flash meter must catch, and strobes that it must not."""

from collections.abc import Callable, Iterable

import numpy as np
import pytest
from flash_meter import SCREEN, FlashMeter, Picture, Worst
from flash_table import CASES, Case, measure, nothing
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from lifgame.session.start import Start

FPS = 60
BLACK, WHITE = (0, 0, 0), (255, 255, 255)
RED = (255, 0, 0)
# As light as that red, to a thousandth, and without any.
GREEN = (0, 148, 0)
# The criterion's screen, made small; its fields are as small.
SIZE = (SCREEN[0] // 8, SCREEN[1] // 8)
Colour = tuple[int, int, int]
Frame = Callable[[int], Picture]


def plain(colour: Colour, size: tuple[int, int] = SIZE) -> Picture:
    return np.full((size[1], size[0], 3), colour, np.uint8)


def grey(light: float) -> Colour:
    """The grey byte nearest to a relative luminance."""
    share = light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return (round(share * 255),) * 3


def meter(frames: Iterable[Picture], cell_px: int = 1) -> FlashMeter:
    """What the meter makes of frames at 60 a second."""
    found: FlashMeter | None = None
    for frame in frames:
        height, width = frame.shape[:2]
        # A small picture of a whole screen: a CSS pixel is smaller, too.
        scale = width / SCREEN[0]
        found = found or FlashMeter((width, height), FPS, cell_px, css_scale=scale)
        found.see(frame)
    assert found
    return found


def rates(frames: Iterable[Picture], cell_px: int = 1) -> dict[tuple[str, str], float]:
    worst = meter(frames, cell_px).worst
    return {name: found.per_s for name, found in worst.items()}


def most(found: FlashMeter) -> float:
    """The most flashes of any kind on any area."""
    return max(worst.per_s for worst in found.worst.values())


def strobe(
    per_s: float, one: Picture, other: Picture, seconds: float = 1.6
) -> Iterable[Picture]:
    """Two pictures in turn, for half a period each."""
    for frame in range(round(seconds * FPS)):
        yield (one, other)[int(frame * 2 * per_s / FPS) % 2]


def with_patch(colour: Colour, width: int, height: int, at: tuple[int, int]) -> Picture:
    picture = plain(BLACK)
    picture[at[1] : at[1] + height, at[0] : at[0] + width] = colour
    return picture


@pytest.mark.parametrize("per_s", [1.0, 2.0, 3.0, 4.0, 5.0, 10.0, 30.0])
def test_a_strobe_of_the_whole_screen_is_counted_exactly(per_s: float) -> None:
    found = rates(strobe(per_s, plain(BLACK), plain(WHITE)))
    assert found == {
        ("general", "field"): per_s,
        ("general", "small"): per_s,
        ("red", "field"): 0.0,
        ("red", "small"): 0.0,
    }


def test_one_change_is_half_a_flash_and_none_is_none() -> None:
    assert most(meter([plain(BLACK)] * 60 + [plain(WHITE)] * 60)) == 0.5
    assert most(meter([plain(WHITE)] * 60)) == 0.0


@pytest.mark.parametrize(
    ("darker", "lighter", "is_seen"),
    [
        (0.30, 0.38, False),
        (0.30, 0.42, True),
        (0.70, 0.85, True),
        # Both are bright: the darker is not below 0.80.
        (0.82, 1.00, False),
        (0.78, 1.00, True),
        (0.00, 0.11, True),
        (0.00, 0.09, False),
    ],
)
def test_the_change_must_be_a_tenth_and_the_darker_picture_not_bright(
    darker: float, lighter: float, is_seen: bool
) -> None:
    one, other = plain(grey(darker)), plain(grey(lighter))
    assert most(meter(strobe(5, one, other))) == (5.0 if is_seen else 0.0)


def test_a_quarter_of_a_field_is_the_limit() -> None:
    # A field is 43 x 32 here, a quarter of it 344, and the small area 341.
    for width, height, is_seen in ((14, 24, False), (16, 22, True)):
        flash = with_patch(WHITE, width, height, (50, 45))
        found = rates(strobe(5, plain(BLACK), flash))
        assert found["general", "field"] == (5.0 if is_seen else 0.0), width
        assert found["general", "small"] == (5.0 if is_seen else 0.0), width


def test_small_areas_add_up_on_the_whole_screen_but_only_within_one_field() -> None:
    near, far = plain(BLACK), plain(BLACK)
    for picture, places in ((near, (10, 30)), (far, (0, 110))):
        for left in places:
            picture[25:40, left : left + 15] = WHITE
    assert rates(strobe(5, plain(BLACK), near))["general", "field"] == 5.0
    found = rates(strobe(5, plain(BLACK), far))
    assert found["general", "field"] == 0.0
    assert found["general", "small"] == 5.0


@pytest.mark.parametrize(("side", "right"), [(15, 0.0), (20, 5.0)])
def test_of_areas_that_flash_by_turns_each_counts_for_itself(
    side: int, right: float
) -> None:
    def frames() -> Iterable[Picture]:
        for frame in range(2 * FPS):
            lit = frame // 6 % 2
            yield with_patch(WHITE, side, side, (10 + 20 * lit, 25))

    assert rates(frames())["general", "field"] == right


def test_what_flashes_within_a_moment_flashes_together() -> None:
    def frames(apart: int) -> Iterable[Picture]:
        for frame in range(3 * FPS):
            picture = plain(BLACK)
            for number in range(3):
                if (frame - number * apart) // 15 % 2:
                    picture[30:50, 10 * number : 10 * number + 10] = WHITE
            yield picture

    assert rates(frames(apart=2))["general", "field"] == 2.0
    assert rates(frames(apart=7))["general", "field"] == 0.0


def test_a_trace_that_is_drawn_is_no_flash() -> None:
    def frames() -> Iterable[Picture]:
        for frame in range(2 * FPS):
            picture = plain(BLACK)
            # Many pass every place within a second, but few places at once.
            picture[40:52, frame % 32 :: 32] = WHITE
            yield picture

    assert most(meter(frames())) == 0.0


@pytest.mark.parametrize(("per_s", "right"), [(0.25, 0.5), (1.0, 1.0), (4.0, 4.0)])
def test_a_fade_is_a_change_however_slowly_it_comes(per_s: float, right: float) -> None:
    def frames() -> Iterable[Picture]:
        for frame in range(8 * FPS):
            light = 0.5 - 0.5 * np.cos(2 * np.pi * per_s * frame / FPS)
            yield plain(grey(float(light)), (16, 12))

    assert most(meter(frames())) == pytest.approx(right, abs=0.01)


def test_a_tremble_on_the_way_up_is_not_a_change() -> None:
    lights = [step / 60 + 0.04 * (step % 2) for step in range(57)]
    assert most(meter([plain(grey(light), (16, 12)) for light in lights])) == 0.5


def test_an_edge_that_moves_across_is_no_flash_but_a_row_of_stripes_is() -> None:
    def edge() -> Iterable[Picture]:
        for frame in range(2 * FPS):
            picture = plain(BLACK)
            picture[:, :frame] = WHITE
            yield picture

    def stripes() -> Iterable[Picture]:
        across = np.arange(SIZE[0])
        for frame in range(3 * FPS):
            # Twenty pixels wide each pair, and five pairs pass in a second.
            picture = plain(BLACK)
            picture[:, (across + frame * 100 // FPS) % 20 < 10] = WHITE
            yield picture

    assert most(meter(edge())) == 0.5
    assert most(meter(stripes())) == pytest.approx(5.0, abs=0.5)


def test_colours_of_the_same_light_do_not_flash_unless_one_is_red() -> None:
    red = rates(strobe(4, plain(RED), plain(GREEN)))
    assert red["general", "field"] == 0.0
    assert red["red", "field"] == red["red", "small"] == 4.0
    blue_green = rates(strobe(4, plain((0, 120, 60)), plain((0, 118, 100))))
    assert max(blue_green.values()) == 0.0


@pytest.mark.parametrize(
    ("colour", "is_red"),
    [
        (RED, True),
        ((213, 94, 0), True),  # vermillion: 0.86 of its light is red
        ((230, 159, 0), False),  # orange: 0.70
        ((204, 121, 167), False),  # pink: 0.50
        ((80, 0, 0), True),
        # 16 of 320: not enough of a change.
        ((62, 0, 0), False),
    ],
)
def test_only_a_saturated_red_makes_a_red_flash(colour: Colour, is_red: bool) -> None:
    found = rates(strobe(4, plain(colour), plain(BLACK)))
    assert found["red", "field"] == (4.0 if is_red else 0.0)


def test_the_worst_second_is_found_with_its_time_and_its_place() -> None:
    calm = [plain(BLACK)] * (2 * FPS)
    patch = with_patch(WHITE, 30, 25, (90, 60))
    found = meter([*calm, *strobe(6, plain(BLACK), patch, 1.5), *calm])
    worst = found.worst["general", "field"]
    assert worst.per_s == 6.0
    assert 2.9 < worst.at_s < 3.6
    assert abs(worst.place[0] - 105) < 25
    assert abs(worst.place[1] - 72) < 20
    assert found.worst["red", "field"] == Worst()


def test_pixels_are_averaged_as_light_over_a_cell() -> None:
    fine = plain(BLACK)
    fine[:, ::2] = WHITE
    # Half the light is lost, the other half still flashes; a cell in 16 does not.
    assert most(meter(strobe(5, plain(BLACK), fine), cell_px=4)) == 5.0
    fine = plain(BLACK)
    fine[::4, ::4] = WHITE
    assert most(meter(strobe(5, plain(BLACK), fine), cell_px=4)) == 0.0


def test_a_larger_screen_has_larger_fields_but_the_same_small_area() -> None:
    size = (1920, 1080)
    dark, lit = plain(BLACK, size), plain(BLACK, size)
    # 30 000 pixels: more than 21 824, less than a quarter of 639 x 360.
    lit[400:550, 800:1000] = WHITE
    found = FlashMeter(size, FPS, cell_px=50)
    for frame in strobe(4, dark, lit, 1.1):
        found.see(frame)
    assert found.worst["general", "field"].per_s == 0.0
    assert found.worst["general", "small"].per_s == 4.0


def slow_count(lights: NDArray[np.float64]) -> float:
    """Changes within any second by looking for the longest zigzag, without a state.

    Of all turning points a zigzag may take, it counts as many steps of a tenth as can
    be had; that is what going greedily from extreme to extreme gives as well.
    """
    times: list[int] = []
    high = low = float(lights[0])
    way = 0
    for frame, light in enumerate(lights):
        high, low = max(high, light), min(low, light)
        if way >= 0 and high - light >= 0.1 and light < 0.8:
            times.append(frame)
            way, high, low = -1, light, light
        elif way <= 0 and light - low >= 0.1 and low < 0.8:
            times.append(frame)
            way, high, low = 1, light, light
    return max((sum(at - FPS < t <= at for t in times) for at in times), default=0) / 2


@given(st.lists(st.integers(0, 255), min_size=2, max_size=150))
def test_every_sequence_is_counted_like_one_pixel_by_hand(bytes_: list[int]) -> None:
    share = np.array(bytes_) / 255
    light = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    found = meter([plain((byte, byte, byte), (8, 6)) for byte in bytes_])
    assert most(found) == slow_count(light)


def test_every_case_of_the_table_can_be_played_and_calm_is_calm() -> None:
    for case in CASES:
        found = measure(case, size=(640, 480), seconds=0.25)
        assert most(found) <= 0.25 * FPS
    calm = measure(Case("calm", Start(preset="silent"), nothing), (640, 480), 0.5)
    assert most(calm) == 0.0

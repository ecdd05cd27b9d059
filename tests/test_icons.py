"""Icons: all there, inside their square, different from each other, and kept."""

import os
from itertools import combinations

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import numpy as np
import numpy.typing as npt
import pygame
import pytest

from lifgame.content.palette import Colour
from lifgame.content.presets import PRESETS
from lifgame.view.icons.icons import ICON_NAMES, icon

BODY = (185, 196, 230)
ACCENT = (47, 211, 162)
SIZES = (16, 48, 200)
FRAME_ALPHA = 64  # what anti-aliasing may leave in the outermost pixels
NAMES = sorted(ICON_NAMES)


def alpha_of(
    name: str, size_px: int, accent: Colour | None = ACCENT
) -> npt.NDArray[np.uint8]:
    alpha = pygame.surfarray.array_alpha(icon(name, size_px, BODY, accent))
    return np.asarray(alpha, dtype=np.uint8)


@pytest.mark.parametrize("size_px", SIZES)
@pytest.mark.parametrize("name", NAMES)
def test_an_icon_is_visible_and_leaves_room_around_it(name: str, size_px: int) -> None:
    alpha = alpha_of(name, size_px)
    assert alpha.shape == (size_px, size_px)
    # A minus is the least ink that an icon can be made of.
    assert 0.035 < (alpha > 100).mean() < 0.75
    assert alpha.max() > 200
    frame = np.concatenate([alpha[0], alpha[-1], alpha[:, 0], alpha[:, -1]])
    assert frame.max() <= FRAME_ALPHA


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_sits_in_the_middle_of_its_square(name: str) -> None:
    across, down = np.nonzero(alpha_of(name, 200) > 100)
    for ink in (across, down):
        assert abs((ink.min() + ink.max()) / 2 - 99.5) <= 14


@pytest.mark.parametrize("name", NAMES)
def test_every_size_shows_the_same_drawing(name: str) -> None:
    """Guards strokes that vanish or flood when small."""
    shares = [alpha_of(name, size_px).mean() for size_px in SIZES]
    assert max(shares) < 1.8 * min(shares)


@pytest.mark.parametrize("size_px", [24, 64])
def test_different_names_give_different_pictures(size_px: int) -> None:
    pictures = {name: alpha_of(name, size_px, None).astype(int) for name in NAMES}
    for a, b in combinations(NAMES, 2):
        difference = np.abs(pictures[a] - pictures[b]).mean()
        assert difference > 2, f"{a} and {b} look alike"


def test_the_same_call_gives_the_same_surface() -> None:
    first = icon("pyramidal", 48, BODY, ACCENT)
    assert icon("pyramidal", 48, BODY, ACCENT) is first
    assert icon("pyramidal", 49, BODY, ACCENT) is not first


def test_without_an_accent_all_is_in_one_colour() -> None:
    pixels = pygame.surfarray.array3d(icon("pyramidal", 64, BODY))
    solid = alpha_of("pyramidal", 64, None) > 250
    assert np.abs(pixels[solid].astype(int) - BODY).max() <= 2


def test_the_accent_colours_the_details() -> None:
    pixels = pygame.surfarray.array3d(icon("pyramidal", 64, BODY, ACCENT))
    assert (np.abs(pixels.astype(int) - ACCENT).max(axis=2) <= 2).any()


@pytest.mark.parametrize("preset_id", sorted(PRESETS))
def test_every_preset_has_an_icon(preset_id: str) -> None:
    assert preset_id in ICON_NAMES


def test_an_unknown_name_is_told_with_the_nearest_one() -> None:
    with pytest.raises(KeyError, match="pyramidal"):
        icon("piramidal", 24, BODY)


def test_the_smallest_size_is_one_pixel() -> None:
    assert icon("play", 0, BODY).get_size() == (1, 1)

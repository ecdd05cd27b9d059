"""Colours: contrast, other eyes, second cues; computed from the rows themselves."""

import ast
import re
from dataclasses import replace
from itertools import combinations

import numpy as np
import pygame
import pytest
from machine_tools import frame, machine

from lifgame.content.assets import asset
from lifgame.content.palette import MEANINGS, SECOND_CUES, Palette
from lifgame.content.palettes import NIGHT, PALETTES
from lifgame.content.vision import (
    APART,
    DEFICIENCIES,
    GRAPHICS_CONTRAST,
    TEXT_CONTRAST,
    contrast,
    distance,
    greyscale,
    lab_distance,
    simulate,
)
from lifgame.view.colours import mix

GROUNDS = ("background", "panel", "well")
BUTTONS = ("raised", "selected", "pressed")
ROOM = ("room_light", "room_dark", "cell_face")
FACES = ("threshold_face", "resistance_face", "capacitance_face")
# Words in the colour of a role, and everything on which they are written.
WORDS = {
    "ink": (*GROUNDS, *BUTTONS, *ROOM, "inject_face"),
    "muted": (*GROUNDS, *ROOM, "raised"),
    **dict.fromkeys((*MEANINGS, "second"), (*GROUNDS, *ROOM)),
    # On the inject button while it is held, and in the letters of two neurons.
    "background": ("current", "voltage", "second"),
}
# Lines and shapes, and everything that they must stand out from.
GRAPHICS = {
    **dict.fromkeys(MEANINGS, (*GROUNDS, *BUTTONS)),
    "second": (*GROUNDS, *BUTTONS, "paper"),
    "focus": (*GROUNDS, *BUTTONS),
    "settle": GROUNDS,
    "stream": GROUNDS,
    "crest": ("well", "air"),
    "glass": ("air", "room_light", "room_dark", "water_bottom"),
    "edge": (*GROUNDS, "raised", "air", "sleeve"),
    "gauge": ("room_light",),
    "outline": (*FACES, "lamp_face", "knob"),
    "felt_pore": ("resistance_face",),
    "wall": GROUNDS,
    "fixture": GROUNDS,
    "lamp_rim": ("panel",),
    "lamp_bolt": ("lamp_face",),
    "current": (*GROUNDS, *BUTTONS, "inject_face"),
    "muted": ("selected", "pressed"),  # details of drawings
}
# Colours of darkness and light have no hue, so only these are looked at by hue.
HUES = {
    "voltage": (195, 225),
    "current": (140, 170),
    "threshold": (15, 45),
    "spike": (40, 65),
    "resistance": (300, 340),
    "capacitance": (215, 250),
}

each_palette = pytest.mark.parametrize("palette", PALETTES.values(), ids=list(PALETTES))


def ratios(palette: Palette, pairs: dict[str, tuple[str, ...]]) -> dict[str, float]:
    return {
        f"{role} on {ground}": contrast(palette.colour(role), palette.colour(ground))
        for role, grounds in pairs.items()
        for ground in grounds
    }


def below(found: dict[str, float], least: float) -> dict[str, float]:
    return {pair: round(ratio, 2) for pair, ratio in found.items() if ratio < least}


def test_there_are_three_palettes_and_night_is_the_first() -> None:
    assert list(PALETTES) == ["night", "projector", "contrast"]


@each_palette
def test_words_have_7_to_1(palette: Palette) -> None:
    assert not below(ratios(palette, WORDS), TEXT_CONTRAST)


@each_palette
def test_graphics_have_3_to_1(palette: Palette) -> None:
    assert not below(ratios(palette, GRAPHICS), GRAPHICS_CONTRAST)


@each_palette
def test_the_flush_line_is_seen_in_front_of_water(palette: Palette) -> None:
    """It stands on a backing that lets the water shine through (alpha 150)."""
    for water in (palette.water_top, palette.water_bottom):
        ground = mix(water, palette.well, 150 / 255)
        assert contrast(palette.threshold, ground) >= GRAPHICS_CONTRAST


@each_palette
def test_a_pressed_and_a_chosen_button_differ_from_a_resting_one(
    palette: Palette,
) -> None:
    states = [palette.colour(state) for state in BUTTONS]
    for one, other in combinations(states, 2):
        assert distance(one, other) >= 4
    # The chosen one's edge is also twice as thick; see draw_plate.
    assert contrast(palette.voltage, palette.panel) >= GRAPHICS_CONTRAST


@each_palette
@pytest.mark.parametrize("eye", ["normal", *DEFICIENCIES])
def test_the_six_meanings_are_apart_for_every_eye(palette: Palette, eye: str) -> None:
    seen = {
        role: palette.colour(role)
        if eye == "normal"
        else simulate(palette.colour(role), eye)
        for role in MEANINGS
    }
    close = {
        f"{one}, {other}": round(apart, 1)
        for one, other in combinations(MEANINGS, 2)
        if (apart := distance(seen[one], seen[other])) < APART
    }
    assert not close


@each_palette
def test_in_grey_every_meaning_is_seen_and_has_a_cue_of_its_own(
    palette: Palette,
) -> None:
    """Six greys of 7:1 cannot all be apart: shape must tell what grey does not."""
    assert set(SECOND_CUES) == {*MEANINGS, "settle", "second"}
    assert len(set(SECOND_CUES.values())) == len(SECOND_CUES)
    for role in SECOND_CUES:
        grey = greyscale(palette.colour(role))
        for ground in GROUNDS:
            behind = greyscale(palette.colour(ground))
            assert contrast(grey, behind) >= GRAPHICS_CONTRAST, role


@each_palette
def test_meanings_keep_their_hue_in_every_palette(palette: Palette) -> None:
    for role, (low, high) in HUES.items():
        hue = pygame.Color(*palette.colour(role)).hsva[0]
        assert low <= hue <= high, f"{role}: {hue:.0f}"


def gaps(row: np.ndarray, ink: tuple[int, int, int]) -> list[int]:
    """Lengths of the stretches of a row of pixels that are not ink."""
    is_ink = (row == np.array(ink)).all(axis=1)
    edges = np.flatnonzero(np.diff(is_ink.astype(int)))
    return [int(gap) for gap in np.diff(edges)[~is_ink[edges[:-1] + 1]]]


@each_palette
def test_the_threshold_is_drawn_dashed_and_the_leak_as_a_plug(palette: Palette) -> None:
    """Second cues: the line is the only dashed thing, the leak a porous block."""
    painter = machine("720p", palette=palette.id)
    painter.update(replace(frame(8.0), settle_mv=None), 0.1)
    canvas = painter.wall.copy()
    painter.draw_all(canvas)
    places = painter.moment.places
    across = pygame.surfarray.array3d(canvas)[:, places.scale.row(20.0)]
    inside = across[places.inside.left : places.inside.right]
    assert len(gaps(inside, palette.threshold)) >= 4
    felt = pygame.surfarray.array3d(canvas.subsurface(places.felt(12.0)))
    for role in ("resistance_face", "felt_pore"):
        assert (felt == np.array(palette.colour(role))).all(axis=2).any(), role


def test_a_colour_off_the_scale_is_an_error_that_names_palette_and_role() -> None:
    with pytest.raises(ValueError, match="palette night: stream"):
        replace(NIGHT, stream=(0, 0, 256))


PAINTING = (
    *("fill", "circle", "polygon", "line", "lines", "aaline", "aalines", "rect", "arc"),
    *("disc", "ring", "glow", "rounded", "vertical_gradient", "clear_canvas", "icon"),
)
COLOUR_NAME = re.compile(r"#[0-9a-fA-F]{6}|black|white|gr[ae]y|red|green|blue|yellow")


def literal_colours(tree: ast.Module) -> list[str]:
    """Calls that paint in a colour which stands in the code; erasing is none."""
    found = []
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name = getattr(call.func, "attr", getattr(call.func, "id", ""))
        if name not in PAINTING:
            continue
        given = [*call.args, *(keyword.value for keyword in call.keywords)]
        for place, value in enumerate(given):
            try:
                plain = ast.literal_eval(value)
            except ValueError:
                continue
            is_named = isinstance(plain, str) and COLOUR_NAME.fullmatch(plain)
            is_fill = name == "fill" and place == 0 and plain != (0, 0, 0, 0)
            is_triple = isinstance(plain, tuple) and len(plain) == 3
            if is_named or is_fill or is_triple:
                found.append(f"line {call.lineno}: {ast.unparse(call)}")
    return found


def test_painters_have_no_colours_of_their_own() -> None:
    folder = asset("texts").parent.parent / "lifgame"
    for path in [*folder.rglob("view/**/*.py"), *folder.rglob("scenes/**/*.py")]:
        found = literal_colours(ast.parse(path.read_text("utf-8")))
        assert not found, f"{path.name}: {found}"


def test_a_colour_in_the_code_would_be_found() -> None:
    for line in (
        "target.fill((9, 9, 9))",
        "strip.fill((255, 255, 255, 20))",
        "pygame.draw.line(target, 'white', a, b)",
        "shapes.disc(4, (1, 2, 3))",
    ):
        assert literal_colours(ast.parse(line)), line


# From table 1 of Sharma, Wu and Dalal (2005): two colours in L*, a*, b*, and CIEDE2000.
@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, -1.0, 2.0), (50.0, 0.0, 0.0), 2.3669),
        ((50.0, 2.49, -0.001), (50.0, -2.49, 0.0009), 7.1792),
        ((50.0, 2.49, -0.001), (50.0, -2.49, 0.0011), 7.2195),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_the_colour_difference_is_that_of_its_authors(
    one: tuple[float, float, float],
    other: tuple[float, float, float],
    expected: float,
) -> None:
    assert lab_distance(one, other) == pytest.approx(expected, abs=5e-5)
    assert lab_distance(other, one) == pytest.approx(expected, abs=5e-5)


def test_contrast_at_its_ends() -> None:
    assert contrast((255, 255, 255), (0, 0, 0)) == pytest.approx(21)
    assert contrast((9, 9, 9), (9, 9, 9)) == 1


@pytest.mark.parametrize("eye", DEFICIENCIES)
def test_greys_are_the_same_for_every_eye(eye: str) -> None:
    greys = np.stack([np.arange(0, 256, 15)] * 3, axis=-1)
    assert np.allclose(simulate(greys, eye), greys, atol=0.5)
    assert np.allclose(greyscale(greys), greys, atol=0.5)


def test_a_picture_is_simulated_as_its_colours_are() -> None:
    picture = np.array([[NIGHT.voltage, NIGHT.spike], [NIGHT.current, NIGHT.ink]])
    seen = simulate(picture, "protanopia")
    assert seen.shape == picture.shape
    assert np.allclose(seen[0, 1], simulate(NIGHT.spike, "protanopia"))

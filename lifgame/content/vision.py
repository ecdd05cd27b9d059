"""How colours look: contrast, other eyes, greyscale, and the distance of two colours.

All functions take colours as red, green and blue from 0 to 255 along the last axis,
so the same call serves one colour of a palette and a whole picture.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]

TEXT_CONTRAST = 7.0  # WCAG 2.2, success criterion 1.4.6
GRAPHICS_CONTRAST = 3.0  # WCAG 2.2, success criterion 1.4.11
# CIEDE2000: side by side, large patches are told apart from about 1. Thin lines that
# are compared with a word elsewhere need several times that. Six colours that all have
# 7:1 against their ground leave little room for more: night's nearest two have 7.5.
APART = 7.0

# Rows make red, green and blue of linear light. G. M. Machado, M. M. Oliveira and
# L. A. F. Fernandes, "A Physiologically-based Model for Simulation of Color Vision
# Deficiency", IEEE Trans. Vis. Comput. Graph. 15(6), 2009; severity 1.0.
DEFICIENCIES: dict[str, Array] = {
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritanopia": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}
_LUMINANCE = np.array([0.2126, 0.7152, 0.0722])
# IEC 61966-2-1: linear sRGB to XYZ, divided by the white point D65.
_XYZ_OF_WHITE = np.array(
    [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ]
) / np.array([[0.95047], [1.0], [1.08883]])


def linear_light(colour: ArrayLike) -> Array:
    """Linear light, 0 to 1, of sRGB values (IEC 61966-2-1)."""
    share = np.asarray(colour, np.float64) / 255.0
    curved = ((share + 0.055) / 1.055) ** 2.4
    return np.where(share <= 0.04045, share / 12.92, curved)


def screen_colour(light: Array) -> Array:
    """Values of sRGB, 0 to 255, of linear light; what no screen can show is cut off."""
    light = np.clip(light, 0.0, 1.0)
    curved = 1.055 * light ** (1 / 2.4) - 0.055
    return 255.0 * np.where(light <= 0.0031308, light * 12.92, curved)


def luminance(colour: ArrayLike) -> Array:
    """Relative luminance, 0 to 1, as WCAG 2.2 defines it."""
    return np.asarray(linear_light(colour) @ _LUMINANCE)


def contrast(one: ArrayLike, other: ArrayLike) -> float:
    """Contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it."""
    dark, light = sorted((float(luminance(one)), float(luminance(other))))
    return (light + 0.05) / (dark + 0.05)


def simulate(colour: ArrayLike, deficiency: str) -> Array:
    """What somebody without one kind of cone sees.

    Raises:
        KeyError: If the deficiency is not one of ``DEFICIENCIES``.
    """
    return screen_colour(linear_light(colour) @ DEFICIENCIES[deficiency].T)


def greyscale(colour: ArrayLike) -> Array:
    """The grey of the same luminance, as a screen without colour shows it."""
    grey = screen_colour(luminance(colour))
    return np.stack([grey, grey, grey], axis=-1)


def lab(colour: ArrayLike) -> Array:
    """CIE 1976 L*, a* and b* under D65, along the last axis."""
    share = linear_light(colour) @ _XYZ_OF_WHITE.T
    bent = np.where(
        share > (6 / 29) ** 3, np.cbrt(share), share * (29 / 6) ** 2 / 3 + 4 / 29
    )
    x, y, z = bent[..., 0], bent[..., 1], bent[..., 2]
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1)


def distance(one: ArrayLike, other: ArrayLike) -> float:
    """The difference of two sRGB colours as people see it, in CIEDE2000 units."""
    return lab_distance(lab(one), lab(other))


def lab_distance(one: ArrayLike, other: ArrayLike) -> float:
    """CIEDE2000 of two colours in L*, a* and b*.

    After G. Sharma, W. Wu and E. N. Dalal, "The CIEDE2000 Color-Difference Formula",
    Color Research and Application 30(1), 2005, with all weights 1.
    """
    first, second = np.asarray(one, np.float64), np.asarray(other, np.float64)
    (chroma_1, hue_1), (chroma_2, hue_2) = _chroma_and_hue(first, second)
    lightness = float(first[0] + second[0]) / 2
    chroma = (chroma_1 + chroma_2) / 2
    turn = (hue_2 - hue_1 + 180.0) % 360.0 - 180.0 if chroma_1 * chroma_2 else 0.0
    hue = hue_1 + turn / 2 if chroma_1 * chroma_2 else hue_1 + hue_2
    far = (lightness - 50.0) ** 2
    d_l = float(second[0] - first[0]) / (1.0 + 0.015 * far / np.sqrt(20.0 + far))
    d_c = (chroma_2 - chroma_1) / (1.0 + 0.045 * chroma)
    d_h = 2.0 * np.sqrt(chroma_1 * chroma_2) * np.sin(np.radians(turn / 2))
    d_h /= 1.0 + 0.015 * chroma * _hue_weight(hue)
    bend = 60.0 * np.exp(-(((hue % 360.0 - 275.0) / 25.0) ** 2))
    rotation = -2.0 * _saturation(chroma) * np.sin(np.radians(bend))
    return float(np.sqrt(d_l**2 + d_c**2 + d_h**2 + rotation * d_c * d_h))


def _saturation(chroma: float) -> float:
    return float(np.sqrt(chroma**7 / (chroma**7 + 25.0**7)))


def _chroma_and_hue(*colours: Array) -> list[tuple[float, float]]:
    """Chroma and hue angle in degrees, greys corrected as CIEDE2000 asks."""
    mean = float(np.mean([np.hypot(colour[1], colour[2]) for colour in colours]))
    stretch = 1.5 - 0.5 * _saturation(mean)
    return [
        (
            float(np.hypot(stretch * colour[1], colour[2])),
            float(np.degrees(np.arctan2(colour[2], stretch * colour[1])) % 360.0),
        )
        for colour in colours
    ]


def _hue_weight(hue: float) -> float:
    weights = ((-0.17, 1, -30.0), (0.24, 2, 0.0), (0.32, 3, 6.0), (-0.20, 4, -63.0))
    waves = [
        share * np.cos(np.radians(times * hue + shift))
        for share, times, shift in weights
    ]
    return 1.0 + float(sum(waves))

"""The windows in which everything is tried, and which of them every run tries."""

from collections.abc import Callable, Sequence

import pytest

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
# One of each form, and the tightest; the others wait for the slow run.
QUICK = ((800, 480), (1280, 720), (1080, 1920), (640, 480))


def name_of(size: tuple[int, int]) -> str:
    return f"{size[0]}x{size[1]}"


def at_sizes(
    sizes: list[tuple[int, int]] = SIZES,
    quick: tuple[tuple[int, int], ...] = QUICK,
) -> pytest.MarkDecorator:
    """A test for each size, of which only ``quick`` run every time."""
    return pytest.mark.parametrize(
        "size",
        [
            pytest.param(
                size,
                id=name_of(size),
                marks=() if size in quick else (pytest.mark.slow,),
            )
            for size in sizes
        ],
    )


def pairs(
    names: tuple[str, str],
    firsts: Sequence[object],
    seconds: Sequence[object],
    is_often: Callable[[int, int], bool],
) -> pytest.MarkDecorator:
    """A test for each pair, of which only some run every time, told by their places."""
    return pytest.mark.parametrize(
        names,
        [
            pytest.param(
                first, second, marks=() if is_often(n, m) else (pytest.mark.slow,)
            )
            for n, first in enumerate(firsts)
            for m, second in enumerate(seconds)
        ],
    )

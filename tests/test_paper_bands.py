"""Dense spikes: bands in place of stripes, so that nothing on the paper flickers."""

from collections.abc import Callable

import numpy as np
import pygame
import pytest
from paper_tools import FORMS, Cell, places_of
from record_tools import empty_record
from test_looks import compare

from lifgame.content.palette import Palette
from lifgame.content.palettes import NIGHT, PALETTES, PROJECTOR
from lifgame.view.look import Look
from lifgame.view.paper.axis import PaperAxis, TempoMark
from lifgame.view.paper.painter import PaperPainter
from lifgame.view.paper.swings import FORGET, Swings

# The general flash of WCAG 2.3.1: a pair of opposing changes of so much luminance,
# where the darker is below 0.80.
FLASH, DARK = 0.10, 0.80
AXIS = PaperAxis.running((TempoMark(0.0, 1.0, 0.0),), 0.5, 88.0)


_SHARE = np.arange(256) / 255.0
_LINEAR = np.where(
    _SHARE <= 0.04045, _SHARE / 12.92, ((_SHARE + 0.055) / 1.055) ** 2.4
).astype(np.float32)
_WEIGHTS = np.array([0.2126, 0.7152, 0.0722], np.float32)


def luminance(pixels: np.ndarray) -> np.ndarray:
    """Relative luminance (WCAG 2.2) of pixels from 0 to 255."""
    levels: np.ndarray = _LINEAR[pixels] @ _WEIGHTS
    return levels


def flashes(levels: list[float]) -> int:
    """Pairs of opposing changes of the luminance of one place."""
    turns, extreme, way = 0, levels[0], 0
    for level in levels:
        if way * (level - extreme) >= 0.0 and way:
            extreme = level
        elif abs(level - extreme) >= FLASH and min(level, extreme) < DARK:
            turns, extreme, way = turns + 1, level, 1 if level > extreme else -1
    return turns // 2


def pulses(period_ms: float) -> Callable[[float], float]:
    return lambda ms: 5.0 if ms % period_ms < period_ms / 5.0 else 0.0


@pytest.mark.parametrize("palette", PALETTES.values(), ids=list(PALETTES))
@pytest.mark.parametrize("span_ms", [None, 2000.0])
@pytest.mark.parametrize(
    ("period_ms", "threshold_mv", "capacitance_nf"),
    [(250.0, 20.0, 0.5), (150.0, 90.0, 20.0), (1e9, 20.0, 2.0)],
)
def test_at_most_two_flashes_a_second_race_past_a_place(
    palette: Palette,
    span_ms: float | None,
    period_ms: float,
    threshold_mv: float,
    capacitance_nf: float,
) -> None:
    places = places_of("compact")
    painter = PaperPainter(Look(unit=0.52, palette=palette), places)
    canvas = pygame.Surface(FORMS["compact"][0])
    cell = Cell(threshold_mv=threshold_mv, capacitance_nf=capacitance_nf, tempo=1.0)
    program = pulses(period_ms)
    cell.run(4.0, program)
    seen = []
    for _ in range(60):
        cell.run(1 / 30, program)
        frame = cell.frame(span_ms, current_limit_na=10.0, is_band=True)
        painter.update(frame, 1 / 30)
        painter.draw(canvas, frame)
        # Fields of 8 x 8: single lines are too small to count.
        sheet = pygame.surfarray.array3d(canvas.subsurface(places.sheet))[:248, :312]
        fields = luminance(sheet).reshape(31, 8, 39, 8).mean(axis=(1, 3))
        seen.append(fields)
    each = np.stack(seen).reshape(60, -1).T.tolist()
    # Sixty frames are two seconds; up to a twentieth of the paper does not count.
    many = sum(flashes(levels) > 4 for levels in each)
    assert many <= 0.05 * len(each)


def test_a_band_is_calm() -> None:
    """A rushing neuron's paper looks the same however far it has run."""
    painter = PaperPainter(Look(unit=0.52, palette=NIGHT), places_of("compact"))
    cell = Cell(tempo=1.0, resistance_mohm=60.0)
    cell.run(6.0)
    frame = cell.frame()
    painter.update(frame, 1.0)
    canvas = pygame.Surface(FORMS["compact"][0])
    painter.draw_all(canvas, frame)
    row = painter.places.scale.row(10.0) + 3
    left, right = painter.places.sheet.left + 60, painter.places.pen_x - 80
    colours = {tuple(canvas.get_at((x, row))) for x in range(left, right)}
    # The band and the upright lines of the grid behind it.
    assert len(colours) <= 3


@pytest.mark.parametrize(("gap_ms", "is_dense"), [(480.0, True), (520.0, False)])
def test_two_peaks_a_second_are_the_limit(gap_ms: float, is_dense: bool) -> None:
    swings = Swings(5.0)
    for number in range(1, 9):
        first = round((number - 1) * gap_ms / 0.5)
        ticks = round(gap_ms / 0.5)
        values = np.linspace(0.0, 20.0, ticks)
        values[-1] = 0.0
        falls = np.zeros(ticks, np.bool_)
        falls[-1] = True
        swings.feed(first, values, np.full(ticks, 20.0), falls)
    now = AXIS.x(swings.ticks)
    assert len(swings.bands(AXIS, 44.0, now)) == (8 if is_dense else 0)


def test_a_wave_without_spikes_has_peaks_too() -> None:
    swings = Swings(5.0)
    swings.feed(0, 10.0 + 8.0 * np.sin(np.arange(2000) / 100.0 * 2.0 * np.pi))
    assert len(swings) == 20
    bands = swings.bands(AXIS, 44.0, AXIS.x(2000))
    assert bands.high.tolist() == pytest.approx([18.0] * len(bands))
    assert bands.low[1:].tolist() == pytest.approx([2.0] * (len(bands) - 1), abs=0.1)
    quiet = Swings(5.0)
    quiet.feed(0, 10.0 + 2.4 * np.sin(np.arange(2000) / 100.0 * 2.0 * np.pi))
    assert len(quiet) == 0


def test_a_band_ends_when_no_peak_comes() -> None:
    swings = Swings(5.0)
    for tick in (10, 20, 30):
        fall = np.array([True])
        swings.feed(tick, np.zeros(1), np.full(1, 20.0), fall)
    last = AXIS.x(31.0)
    assert len(swings.bands(AXIS, 44.0, last + 40.0)) == 3
    assert len(swings.bands(AXIS, 44.0, last + 50.0)) == 2


def test_peaks_off_the_paper_may_be_left_out() -> None:
    swings, chance = Swings(5.0), np.random.default_rng(3)
    tick = 0
    for gap in chance.integers(40, 900, 600).tolist():
        tick += int(gap)
        top = np.full(1, 15.0 + 9.0 * chance.random())
        swings.feed(tick, np.zeros(1), top, np.array([True]))
    now = AXIS.x(tick + 1.0)
    whole = swings.bands(AXIS, 44.0, now)
    for since in (0.0, 0.2 * tick, 0.5 * tick, 0.97 * tick):
        part = swings.bands(AXIS, 44.0, now, since)
        assert part.differs_from(whole, AXIS.x(since), now) is None
        assert since == 0.0 or len(part) < len(whole)


def test_peaks_off_the_record_are_forgotten() -> None:
    painter = PaperPainter(Look(unit=0.52, palette=NIGHT), places_of("compact"))
    cell = Cell(record=empty_record(2000), tempo=1.0, capacitance_nf=0.1)
    for _ in range(130):
        cell.current_na = 40.0
        cell.run(0.1)
        painter.update(cell.frame(), 0.1)
    # One spike in each tick.
    assert len(painter._strip._spikes) < 2 * FORGET < cell.record.end_tick


def test_the_paper_looks_as_it_was_approved(request: pytest.FixtureRequest) -> None:
    update = bool(request.config.getoption("--update-pictures"))
    for palette in (NIGHT, PROJECTOR):
        painter = PaperPainter(Look(unit=0.52, palette=palette), places_of("compact"))
        cell = Cell(spoon_mv=1.5)
        cell.run(2.9)
        cell.tempo = 1 / 4
        cell.run(0.8)
        canvas = pygame.Surface(FORMS["compact"][0])
        frame = cell.frame()
        painter.update(frame, 1.0)
        canvas.fill(palette.background)
        painter.draw_all(canvas, frame)
        crop = canvas.subsurface((0, 60, 310, 335))
        compare(f"paper_{palette.id}", crop, update=update)

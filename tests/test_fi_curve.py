"""``lifgame fi-curve``: rates against currents, as numbers and as a picture."""

import csv
import math
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pygame
import pytest

from lifgame.__main__ import main
from lifgame.content.palettes import NIGHT, PALETTES
from lifgame.content.parameters import CAPACITANCE, RESISTANCE
from lifgame.content.texts import Library
from lifgame.view.charts.fi_chart import (
    FiChart,
    FiCurve,
    chart_unit,
)
from lifgame.view.charts.lines import dashes, round_step
from lifgame.view.look import Look

Curve = Callable[..., list[tuple[float, float, float]]]


@pytest.fixture
def curve(tmp_path: Path) -> Curve:
    def run(*words: object) -> list[tuple[float, float, float]]:
        path = tmp_path / "curve.csv"
        assert main(["fi-curve", *map(str, words), "--out", str(path)]) == 0
        with path.open() as file:
            lines = list(csv.DictReader(file))
        assert list(lines[0]) == ["current_na", "rate_hz", "theory_hz"]
        return [
            (
                float(line["current_na"]),
                float(line["rate_hz"]),
                float(line["theory_hz"]),
            )
            for line in lines
        ]

    return run


@pytest.mark.parametrize("refractory_ms", [0, 2])
def test_the_exact_method_is_the_closed_form(curve: Curve, refractory_ms: int) -> None:
    words = ("--refractory-ms", refractory_ms, "--method", "exact", "--points", 26)
    for current_na, rate_hz, theory_hz in curve(*words):
        expected = 0.0
        if 12.0 * current_na > 20.0 + 1e-9:
            rise_ms = 24.0 * math.log(12.0 * current_na / (12.0 * current_na - 20.0))
            expected = 1000.0 / (refractory_ms + rise_ms)
        assert theory_hz == pytest.approx(expected, rel=1e-9)
        assert rate_hz == pytest.approx(expected, rel=1e-6)


def test_eulers_rates_are_those_of_its_grid(curve: Curve) -> None:
    points = curve("--points", 11)
    assert [current_na for current_na, _, _ in points] == [k / 2 for k in range(11)]
    for _, rate_hz, theory_hz in points:
        assert rate_hz == pytest.approx(theory_hz, rel=0.03)
    by_current = {current_na: rate_hz for current_na, rate_hz, _ in points}
    assert by_current[2.0] == pytest.approx(1000 / 43, rel=1e-9)


def test_noise_rounds_the_corner_at_the_rheobase(curve: Curve) -> None:
    words = ("--points", 21, "--from", 1, "--to", 2, "--duration-ms", 20_000)
    still = {na: hz for na, hz, _ in curve(*words)}
    noisy = {na: hz for na, hz, _ in curve(*words, "--noise-sigma", 0.6)}
    assert still[1.65] == 0.0
    assert still[1.7] > 10.0
    below = [noisy[na] for na in sorted(noisy) if na <= 1.65]
    assert below[-1] > 5.0, "chance lifts it over the line"
    leaps = [b - a for a, b in pairwise(noisy.values())]
    assert max(leaps) < 3.0, "no leap is left"
    assert below == pytest.approx(sorted(below), abs=1.0)


def test_the_same_seed_gives_the_same_curve(curve: Curve) -> None:
    words = ("--noise-sigma", 0.5, "--points", 6, "--duration-ms", 1000)
    assert curve(*words, "--seed", 3) == curve(*words, "--seed", 3)
    assert curve(*words, "--seed", 3) != curve(*words, "--seed", 4)


def test_the_adaptive_neuron_is_measured_in_its_steady_rhythm(curve: Curve) -> None:
    words = ("--model", "adaptive", "--from", 2, "--to", 4, "--points", 3)
    points = curve(*words, "--method", "exact")
    assert points[0][1] == pytest.approx(1000 / 63.1445, rel=1e-5)
    for _, rate_hz, theory_hz in points:
        assert rate_hz == pytest.approx(theory_hz, rel=1e-5)


@pytest.mark.parametrize(
    "words",
    [
        ["--out", "x.txt"],
        ["--from", "3", "--to", "2", "--out", "x.csv"],
        ["--points", "1", "--out", "x.csv"],
        ["--adaptation-step", "1", "--out", "x.csv"],
        [],
    ],
    ids=" ".join,
)
def test_what_is_not_allowed_is_said_in_one_line(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["fi-curve", *words]) == 2
    assert capsys.readouterr().err.count("\n") == 1


# --- the picture ------------------------------------------------------------------


def test_a_picture_is_made_without_a_display(tmp_path: Path) -> None:
    path = tmp_path / "curve.png"
    words = ["--points", "6", "--size", "800x450", "--lang", "de", "--out", str(path)]
    assert main(["fi-curve", *words]) == 0
    picture = pygame.image.load(path)
    assert picture.get_size() == (800, 450)
    assert picture.get_at((1, 1))[:3] == NIGHT.background


def chart(look: Look, size: tuple[int, int]) -> FiChart:
    currents = tuple(k / 10 for k in range(51))
    theory = tuple((na, max(0.0, 40.0 * (na - 1.5))) for na in currents)
    values = ((RESISTANCE, 12.0), (CAPACITANCE, 2.0))
    rates = tuple(hz + 5.0 for _, hz in theory)
    curve = FiCurve("Cell", values, currents, rates, theory, 1.5)
    return FiChart(look, size, curve)


@pytest.mark.parametrize("size", [(1600, 900), (800, 450), (1000, 1000)])
@pytest.mark.parametrize("palette", PALETTES)
def test_points_line_and_rheobase_stand_at_their_numbers(
    palette: str, size: tuple[int, int]
) -> None:
    look = Look(unit=chart_unit(size), palette=PALETTES[palette])
    picture = pygame.Surface(size)
    painted = chart(look, size)
    painted.draw(picture)
    for current_na in (0.5, 2.0, 4.0):
        rate_hz = max(0.0, 40.0 * (current_na - 1.5)) + 5.0
        spot = (round(painted.x(current_na)), round(painted.y(rate_hz)))
        assert picture.get_at(spot)[:3] == look.colour("spike")
    x = round(painted.x(1.5))
    column = [
        picture.get_at((x, y))[:3] for y in range(painted.plot.top, painted.plot.bottom)
    ]
    assert look.colour("threshold") in column
    assert painted.y(0.0) == painted.plot.bottom - 1
    assert painted.x(5.0) == painted.plot.right - 1


@pytest.mark.parametrize("language", Library().languages)
def test_its_words_fit(language: str) -> None:
    for size in ((1600, 900), (800, 450)):
        look = Look(unit=chart_unit(size), texts=Library().texts(language))
        chart(look, size).draw(pygame.Surface(size))
        assert look.overflows == []


@pytest.mark.parametrize(
    ("span", "most", "step"), [(5.0, 12, 0.5), (103.0, 6, 20.0), (0.7, 6, 0.2)]
)
def test_steps_are_round(span: float, most: int, step: float) -> None:
    assert round_step(span, most) == pytest.approx(step)


def test_dashes_go_round_corners() -> None:
    cut = dashes([(0.0, 0.0), (4.0, 0.0), (4.0, 10.0)], 6.0, 2.0)
    assert cut == [
        [(0.0, 0.0), (4.0, 0.0), (4.0, 2.0)],
        [(4.0, 4.0), (4.0, 10.0)],
    ]

"""One V: pen, water, number and equation show the same level, in every state."""

from fractions import Fraction

import pygame
import pytest
from pilot import Pilot

from lifgame.content.screens import VIEWS
from lifgame.scenes.lab.scene import LabScene
from lifgame.scenes.picture import Picture
from lifgame.scenes.play.scene import PlayScene
from lifgame.session import commands as c
from lifgame.session.shown import shown
from lifgame.session.start import Start

STATES = {
    "slow": Start(speed=Fraction(1, 50)),
    "quick": Start(speed=Fraction(1)),
    "pulses": Start(pattern="pulses", speed=Fraction(1, 20)),
    "noisy": Start(pattern="noisy", speed=Fraction(1, 10), seed=4),
    "adapting": Start(preset="adapting_pyramidal", speed=None),
    "resting": Start(values=(("refractory", 5.0),), speed=Fraction(1, 50)),
}


def picture_of(pilot: Pilot) -> Picture:
    scene = pilot.game.scene
    assert isinstance(scene, PlayScene | LabScene)
    return scene.picture


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("start", STATES.values(), ids=list(STATES))
def test_pen_water_and_number_have_one_level(start: Start, view: str) -> None:
    pilot = Pilot((800, 480), start)
    pilot.game.obey([c.ShowScreen(view)])
    gulps = 0
    for turn in range(240):
        if turn == 120:
            pilot.key_down("space")
        pilot.frame(elapsed_s=1 / 60)
        picture = picture_of(pilot)  # another one when the first key is pressed
        now = shown(pilot.session.cell, pilot.session.clock)
        machine, paper = picture.machine.moment.frame, picture._paper_frame
        assert machine.level_mv == paper.level_mv == now.level_mv
        assert machine.line_mv == paper.line_mv == now.line_mv
        assert paper.edge_tick == now.edge_tick
        gulps += machine.gulp_s is not None
        record = pilot.session.cell.record
        newest = record.span(record.end_tick - 2, record.end_tick)
        if not len(newest):
            continue
        # It is a level that was: between two ticks, or on the way down in a gulp.
        assert -1e9 < now.level_mv <= max(newest.threshold_mv.max(), now.line_mv) + 1e-9
        if machine.gulp_s is None and len(newest) > 1 and not newest.spikes[-1]:
            low, high = sorted(newest.voltage_mv.tolist())
            assert low - 1e-9 <= now.level_mv <= high + 1e-9
    assert gulps or start.speed == 1


@pytest.mark.parametrize("start", STATES.values(), ids=list(STATES))
def test_the_number_in_the_equation_is_that_in_the_water(start: Start) -> None:
    """Both come of one variable, which held time makes exact."""
    pilot = Pilot((1280, 720), start)
    pilot.game.obey([c.ShowScreen("lab")])
    pilot.wait(0.9)
    pilot.press("p")
    pilot.frame()
    pilot.frame()
    picture = picture_of(pilot)
    level_mv = max(shown(pilot.session.cell, pilot.session.clock).level_mv, 0.0)
    assert picture.level_mv == pytest.approx(level_mv)
    if not pilot.session.clock.showing.is_gulping:
        # Held time shows the newest tick itself, and no way to it.
        assert level_mv == max(pilot.session.cell.voltage_mv, 0.0)
    words = pilot.game.texts.quantity(level_mv, 1, "mV")
    assert picture.machine.moment.frame.number == words


def test_the_level_falls_once_through_the_whole_bucket_in_a_gulp() -> None:
    pilot = Pilot((800, 480), STATES["slow"])
    picture, levels = picture_of(pilot), []
    ticks = set()
    for _ in range(400):
        pilot.frame(elapsed_s=1 / 60)
        if picture.machine.moment.frame.gulp_s is not None:
            levels.append(picture.machine.moment.frame.level_mv)
            ticks.add(pilot.session.tick_count)
        elif levels:
            break
    assert levels == sorted(levels, reverse=True)
    assert levels[0] > 17.0
    assert levels[-1] < 5.0
    assert 12 <= len(levels) <= 16  # 0.26 s
    assert len(ticks) == 1  # the model's clock stands still


@pytest.mark.parametrize("speed", [Fraction(1, 100), Fraction(1, 50), Fraction(1, 20)])
@pytest.mark.parametrize("per_s", [60, pytest.param(20, marks=pytest.mark.slow)])
def test_the_lamps_number_never_falls(speed: Fraction, per_s: int) -> None:
    """A spike of the newest tick is seen a moment later: not shown, and taken back."""
    pilot = Pilot((800, 480), Start(speed=speed))
    picture, counts = picture_of(pilot), []
    for _ in range(8 * per_s):
        pilot.frame(elapsed_s=1 / per_s)
        counts.append(picture.machine.moment.shown_count)
    assert counts == sorted(counts)
    assert counts[-1] > 0


def test_no_mean_takes_the_place_of_the_level_where_spikes_are_dense() -> None:
    pilot = Pilot((800, 480), Start(speed=Fraction(1)))
    pilot.game.obey([c.SetParameter("current", 5.0)])
    pilot.wait(2.0)
    picture = picture_of(pilot)
    assert picture.machine.moment.frame.is_band
    seen = set()
    for _ in range(30):
        pilot.frame(elapsed_s=1 / 60)
        seen.add(round(picture.machine.moment.frame.level_mv, 1))
    assert len(seen) > 1
    assert max(seen) - min(seen) > 8.0


@pytest.mark.parametrize("name", ["slow", "noisy", "adapting"])
def test_another_window_shows_the_same_level_while_time_is_held(name: str) -> None:
    pilot = Pilot((1280, 720), STATES[name])
    pilot.game.obey([c.ShowScreen("lab")])
    pilot.wait(0.9)
    pilot.press("p")
    pilot.frame()
    pilot.frame()
    before = picture_of(pilot)
    told = before.level_mv, before.machine.moment.frame.number
    for size in ((800, 480), (1080, 1920), (1280, 720)):
        pilot.game.resize(pygame.Surface(size))
        pilot.frame()
        picture = picture_of(pilot)
        assert picture is not before
        seen = picture.level_mv, picture.machine.moment.frame.number
        assert seen == told, size

"""What is heard in which frame."""

import dataclasses
import math
from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pilot import Pilot
from sound_render import centre_hz, played, rendered
from sound_tools import FPS, QUIET, heard, names

from lifgame.app.sound import tones
from lifgame.app.sound.plan import LOOPS, SILENCE, Cue, Heard, SoundPlan
from lifgame.app.sound.tones import BOTTLES, RATTLES
from lifgame.app.sound.waves import SAMPLES_PER_S
from lifgame.session import commands as c
from lifgame.session.session import Session
from lifgame.session.shown import shown
from lifgame.session.start import Start
from lifgame.view.machine.places import FULL_MV


def of_session(session: Session) -> Heard:
    """What the game hands to the loudspeaker in a frame."""
    showing = session.clock.showing
    return heard(
        gulps=showing.shown,
        since_gulp_s=showing.since_flush_s,
        is_band=showing.is_band,
        rate_hz=session.cell.rate_hz,
        speed=float(session.clock.speed),
        inflow_na=session.cell.reading().current_na,
        level_share=shown(session.cell, session.clock).level_mv / FULL_MV,
        is_held=session.is_held,
    )


def lived(pilot: Pilot, plan: SoundPlan, seconds: float) -> Iterator[Cue]:
    for _ in range(round(seconds * FPS)):
        pilot.frame(elapsed_s=1 / FPS)
        yield plan.update(of_session(pilot.session))


def settled(**changes: object) -> Cue:
    """The cue after a second of the same."""
    plan = SoundPlan()
    for _ in range(FPS):
        cue = plan.update(heard(**changes))
    return cue


# --- gulp and click -----------------------------------------------------------------


def test_a_gulp_gulps_in_its_own_frame_and_clicks_as_the_lamp_counts() -> None:
    plan = SoundPlan()
    assert plan.update(QUIET) == Cue(loops=SILENCE.loops)
    assert names(plan.update(heard(gulps=1, since_gulp_s=0.0))) == ["gulp"]
    ages = [frame / FPS for frame in range(1, FPS)]
    said = [names(plan.update(heard(gulps=1, since_gulp_s=age))) for age in ages]
    clicks = [age for age, sounds in zip(ages, said, strict=True) if sounds]
    assert said.count(["click"]) == len(clicks) == 1
    assert clicks[0] == pytest.approx(0.48, abs=1 / FPS)


def test_every_flush_that_the_lamp_counts_clicks_once() -> None:
    pilot, plan = Pilot((320, 200), Start()), SoundPlan()
    cues = list(lived(pilot, plan, 13.0))
    clicks = sum(names(cue).count("click") for cue in cues)
    assert clicks == sum(names(cue).count("gulp") for cue in cues) >= 4
    assert clicks == pilot.session.cell.spike_count


def test_a_gulp_before_the_last_has_clicked_lets_it_click_first() -> None:
    plan = SoundPlan()
    plan.update(heard(gulps=1, since_gulp_s=0.0, elapsed_s=0.4))
    late = plan.update(heard(gulps=2, since_gulp_s=0.01, elapsed_s=0.4))
    assert names(late) == ["click", "gulp"]


def test_a_new_session_owes_no_click() -> None:
    plan = SoundPlan()
    plan.update(heard(gulps=4, since_gulp_s=0.0))
    assert plan.update(heard(gulps=0, since_gulp_s=60.0)).once == ()


def test_gulps_that_go_on_grow_softer_and_come_back_after_a_rest() -> None:
    plan, volumes = SoundPlan(), []
    for gulps in range(1, 40):
        cue = plan.update(heard(gulps=gulps, since_gulp_s=0.0, elapsed_s=1.0))
        volumes.append(dict(cue.once)["gulp"])
    assert volumes[-1] < 0.7 * volumes[0]
    cue = plan.update(heard(gulps=40, since_gulp_s=0.0, elapsed_s=30.0))
    assert dict(cue.once)["gulp"] == volumes[0]


# --- pouring --------------------------------------------------------------------------


def test_pouring_rises_in_pitch_as_the_bucket_fills() -> None:
    """Measured in what would be played, not in what was asked for."""
    pitches = []
    for level in np.linspace(0.0, 0.95, 12):
        sound = played([heard(inflow_na=2.0, level_share=float(level))] * 2 * FPS)
        pitches.append(centre_hz(sound[SAMPLES_PER_S : 2 * SAMPLES_PER_S]))
    assert pitches == sorted(pitches)
    assert pitches[-1] > 2.0 * pitches[0]


def test_a_bucket_that_fills_is_heard_to_fill() -> None:
    pilot, plan = Pilot((320, 200), Start()), SoundPlan()
    sound = rendered(lived(pilot, plan, 2.1))
    parts = np.array_split(sound[: 2 * SAMPLES_PER_S], 5)
    pitches = [centre_hz(part) for part in parts]
    assert pitches == sorted(pitches)


def test_water_follows_the_current() -> None:
    loud = [
        settled(inflow_na=inflow_na).loops
        for inflow_na in (-1.0, 0.0, 0.05, 0.5, 2.0, 5.0, 50.0)
    ]
    for name in ("pour", BOTTLES[0]):
        volumes = [loops[name] for loops in loud]
        assert volumes[:2] == [0.0, 0.0]
        assert volumes[1:6] == sorted(set(volumes[1:6]))
        assert volumes[5] == volumes[6] <= 1.0


def test_pouring_that_does_not_change_settles_and_a_change_is_heard() -> None:
    plan = SoundPlan()
    volumes = [plan.update(heard(inflow_na=2.0)).loops["pour"] for _ in range(60 * FPS)]
    assert volumes[-1] < 0.6 * max(volumes)
    for _ in range(FPS):
        cue = plan.update(heard(inflow_na=3.0))
    assert cue.loops["pour"] > 1.5 * volumes[-1]


def test_two_bottles_at_most_ring_and_always_with_the_same_power() -> None:
    powers = []
    for level in np.linspace(0.0, 1.0, 25):
        loops = settled(inflow_na=2.0, level_share=float(level)).loops
        ringing = [loops[name] for name in BOTTLES if loops[name] > 1e-9]
        assert 1 <= len(ringing) <= 2
        powers.append(math.hypot(*ringing))
    assert max(powers) == pytest.approx(min(powers))


# --- the calm picture ------------------------------------------------------------


def test_flushes_too_fast_to_be_shown_are_a_rattle_that_follows_the_rate() -> None:
    rates = (2.0, 5.0, 20.0, 60.0, 150.0, 400.0)
    loud = [settled(is_band=True, rate_hz=rate).loops for rate in rates]
    volumes = [math.hypot(*(loops[name] for name in RATTLES)) for loops in loud]
    assert volumes == sorted(set(volumes))
    assert loud[0][RATTLES[0]] > 0.0
    assert loud[-1][RATTLES[-1]] > 0.0
    assert max(volumes) <= 0.5


def test_the_rattle_counts_flushes_on_the_wall() -> None:
    fast = settled(is_band=True, rate_hz=200.0, speed=1.0).loops
    slow = settled(is_band=True, rate_hz=200.0, speed=0.05).loops
    assert fast[RATTLES[-1]] > slow[RATTLES[-1]]


def test_the_rattle_ends_with_the_calm_picture() -> None:
    plan = SoundPlan()
    for _ in range(FPS):
        plan.update(heard(is_band=True, rate_hz=60.0))
    for _ in range(FPS // 2):
        cue = plan.update(heard(rate_hz=60.0))
    assert not any(cue.loops.values())


# --- what is never heard --------------------------------------------------------


def test_loops_never_jump() -> None:
    plan, before = SoundPlan(), SILENCE.loops
    for frame in range(240):
        cue = plan.update(
            heard(
                inflow_na=5.0 * (frame % 2),
                level_share=frame % 7 / 7,
                is_band=frame % 30 > 20,
                rate_hz=60.0,
                is_held=frame % 50 > 40,
            )
        )
        assert max(abs(cue.loops[name] - before[name]) for name in before) <= 0.07
        before = cue.loops


@pytest.mark.slow
def test_ten_minutes_are_quiet_even_and_without_clipping() -> None:
    """Of ten minutes the first and the last ten seconds, and the loudest moment."""
    pilot, plan = Pilot((320, 200), Start()), SoundPlan()
    first = rendered(lived(pilot, plan, 10.0))
    for cue in lived(pilot, plan, 40.0):
        assert all(volume <= 0.7 for _, volume in cue.once)
    last = rendered(lived(pilot, plan, 10.0))
    levels = [float(np.sqrt(np.mean(part**2))) for part in (first, last)]
    assert levels[1] < 0.9 * levels[0] < 0.09
    assert max(np.abs(first).max(), np.abs(last).max()) < 0.8


def test_everything_at_once_does_not_clip() -> None:
    frames = [
        heard(
            gulps=1 + frame // 30,
            since_gulp_s=frame % 30 / FPS,
            presses=1,
            inflow_na=5.0,
            level_share=frame / 120,
        )
        for frame in range(2 * FPS)
    ]
    assert np.abs(played(frames)).max() < 1.0


def test_held_time_is_silent_but_steps_and_buttons_are_heard() -> None:
    plan = SoundPlan()
    held = heard(rate_hz=60.0, inflow_na=3.0, is_held=True)
    for _ in range(FPS):
        plan.update(dataclasses.replace(held, is_held=False))
    for _ in range(FPS):
        cue = plan.update(held)
    assert cue == Cue(loops=SILENCE.loops)
    step = dataclasses.replace(held, gulps=1, since_gulp_s=0.0)
    assert names(plan.update(step)) == ["gulp"]
    assert names(plan.update(dataclasses.replace(step, presses=2))) == ["tick"]


def test_a_paused_game_falls_silent() -> None:
    pilot, plan = Pilot((320, 200), Start()), SoundPlan()
    list(lived(pilot, plan, 3.0))
    pilot.game.obey([c.TogglePause()])
    cues = list(lived(pilot, plan, 1.0))
    assert not np.abs(rendered(cues[FPS // 2 :])).any()


FRAMES = st.lists(
    st.builds(
        Heard,
        gulps=st.integers(0, 4),
        since_gulp_s=st.sampled_from([0.0, 0.1, 0.47, 0.49, 60.0]),
        is_band=st.booleans(),
        rate_hz=st.sampled_from([0.0, 5.0, 19.0, 21.0, 300.0, float("nan")]),
        speed=st.sampled_from([0.01, 1.0]),
        inflow_na=st.sampled_from([-1.0, 0.0, 2.0, float("inf"), float("nan")]),
        level_share=st.sampled_from([-1.0, 0.0, 0.4, 1.0, 9.0, float("nan")]),
        presses=st.integers(0, 3),
        elapsed_s=st.sampled_from([0.0, 1 / 240, 1 / 60, 0.05, 0.5, float("nan")]),
        is_held=st.booleans(),
    ),
    max_size=250,
)


@given(FRAMES)
def test_limits_hold_for_any_frames(frames: list[Heard]) -> None:
    plan, now_s = SoundPlan(), 0.0
    most = {"click": 4, "gulp": 3, "tick": 15}
    started_s: dict[str, list[float]] = {name: [] for name in most}
    for frame in frames:
        now_s += frame.elapsed_s if frame.elapsed_s > 0.0 else 0.0
        cue = plan.update(frame)
        assert all(0.0 <= volume <= 1.0 for volume in cue.loops.values())
        assert set(cue.loops) == {t.id for t in tones.SOUNDS.values() if t.is_loop}
        assert set(LOOPS) == set(cue.loops)
        for name, volume in cue.once:
            assert 0.0 < volume <= 1.0
            started_s[name].append(now_s)
            recent = [at for at in started_s[name] if at >= now_s - 1.0]
            assert len(recent) <= most[name]

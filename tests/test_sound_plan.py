"""What is heard in which frame."""

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from lifgame.app.sound import tones
from lifgame.app.sound.plan import SILENCE, Cue, Heard, SoundPlan

FPS = 60
QUIET = Heard(0, 0.0, 1.0, 0.0, 0, 1 / FPS, is_held=False)


def heard(**changes: object) -> Heard:
    return dataclasses.replace(QUIET, **changes)  # type: ignore[arg-type]


def names(cue: Cue) -> list[str]:
    return [name for name, _ in cue.once]


def drive(plan: SoundPlan, per_s: float, seconds: float) -> list[Cue]:
    """The cues of a regular train."""
    cues: list[Cue] = []
    phase = 0.0
    for _ in range(round(seconds * FPS)):
        phase += per_s / FPS
        spikes, phase = int(phase), phase % 1.0
        cues.append(plan.update(heard(spikes=spikes, rate_hz=per_s)))
    return cues


def test_a_spike_clicks_in_its_own_frame() -> None:
    plan = SoundPlan()
    assert plan.update(QUIET) == Cue(loops=SILENCE.loops)
    assert names(plan.update(heard(spikes=1))) == ["click", "flush"]
    assert plan.update(QUIET).once == ()


def test_slow_spikes_click_one_by_one() -> None:
    clicks = [cue for cue in drive(SoundPlan(), 15.0, 4) if "click" in names(cue)]
    assert len(clicks) == 60
    assert all(cue.loops["density"] == 0.0 for cue in clicks)


def test_many_spikes_are_a_bed_and_not_clicks() -> None:
    plan = SoundPlan()
    drive(plan, 60.0, 1)
    cues = drive(plan, 60.0, 3)
    assert [cue for cue in cues if cue.once] == []
    assert cues[-1].loops["density"] > 0.2


def test_speed_counts() -> None:
    """The rate that is heard is that in real time."""
    plan = SoundPlan()
    for _ in range(FPS):
        cue = plan.update(heard(rate_hz=140.0, speed=0.1))
    assert cue.loops["density"] == 0.0
    assert not plan.is_dense


def test_the_bed_follows_the_rate() -> None:
    volumes = [
        drive(SoundPlan(), per_s, 3)[-1].loops["density"]
        for per_s in (25, 40, 70, 100, 140, 200, 300, 400)
    ]
    assert volumes == sorted(set(volumes))
    assert volumes[-1] <= 1.0


def test_hysteresis() -> None:
    plan = SoundPlan()
    forms = []
    for per_s in (18.5, 22.0, 18.5, 15.0):
        drive(plan, per_s, 4)
        forms.append(plan.is_dense)
    assert forms == [False, True, True, False]


def test_the_bed_ends_with_the_spikes() -> None:
    """Even where the reported rate is late, nothing hisses without spikes."""
    plan = SoundPlan()
    drive(plan, 100.0, 2)
    for _ in range(round(0.55 * FPS)):
        cue = plan.update(heard(rate_hz=100.0))
    assert cue.loops["density"] == 0.0


def test_flushes_at_most_two_a_second() -> None:
    slow = [cue for cue in drive(SoundPlan(), 1.5, 10) if "flush" in names(cue)]
    assert len(slow) == 15
    plan = SoundPlan()
    drive(plan, 5.0, 2)
    assert not [cue for cue in drive(plan, 5.0, 5) if "flush" in names(cue)]


def test_water_follows_the_current() -> None:
    volumes = []
    for inflow_na in (-1.0, 0.0, 0.05, 0.5, 2.0, 5.0, 50.0):
        plan = SoundPlan()
        for _ in range(FPS):
            cue = plan.update(heard(inflow_na=inflow_na))
        volumes.append(cue.loops["pour"])
    assert volumes[:2] == [0.0, 0.0]
    assert volumes[1:6] == sorted(set(volumes[1:6]))
    assert volumes[5] == volumes[6] <= 1.0


def test_loops_never_jump() -> None:
    plan, before = SoundPlan(), SILENCE.loops
    for frame in range(240):
        held = frame % 50 > 40
        cue = plan.update(
            heard(spikes=1, rate_hz=60.0, inflow_na=5.0 * (frame % 2), is_held=held)
        )
        steps = [abs(cue.loops[name] - before[name]) for name in before]
        assert max(steps) <= 0.1
        before = cue.loops


def test_held_time_is_silent_but_steps_and_buttons_are_heard() -> None:
    plan = SoundPlan()
    drive(plan, 60.0, 2)
    held = heard(rate_hz=60.0, inflow_na=3.0, is_held=True)
    for _ in range(FPS):
        cue = plan.update(held)
    assert cue == Cue(loops=SILENCE.loops)
    assert names(plan.update(dataclasses.replace(held, spikes=1))) == ["click"]
    assert names(plan.update(dataclasses.replace(held, presses=2))) == ["tick"]


FRAMES = st.lists(
    st.builds(
        Heard,
        spikes=st.sampled_from([0, 0, 1, 1, 2, 9]),
        rate_hz=st.sampled_from([0.0, 5.0, 19.0, 21.0, 300.0, float("nan")]),
        speed=st.sampled_from([0.01, 1.0]),
        inflow_na=st.sampled_from([-1.0, 0.0, 2.0, float("inf"), float("nan")]),
        presses=st.integers(0, 3),
        elapsed_s=st.sampled_from([0.0, 1 / 240, 1 / 60, 0.05, 0.5, float("nan")]),
        is_held=st.booleans(),
    ),
    max_size=250,
)


@given(FRAMES)
def test_limits_hold_for_any_frames(frames: list[Heard]) -> None:
    plan, now_s = SoundPlan(), 0.0
    most = {"click": 20, "flush": 2, "tick": 15}
    started_s: dict[str, list[float]] = {name: [] for name in most}
    for frame in frames:
        now_s += frame.elapsed_s if frame.elapsed_s > 0.0 else 0.0
        cue = plan.update(frame)
        assert all(0.0 <= volume <= 1.0 for volume in cue.loops.values())
        assert set(cue.loops) == {t.id for t in tones.SOUNDS.values() if t.is_loop}
        for name, volume in cue.once:
            assert 0.0 < volume <= 1.0
            started_s[name].append(now_s)
            recent = [at for at in started_s[name] if at >= now_s - 1.0]
            assert len(recent) <= most[name]


@given(st.integers(1, 5), st.integers(1, 120))
def test_every_frame_a_spike_and_a_press(spikes: int, fps: int) -> None:
    plan = SoundPlan()
    started: list[int] = []
    for frame in range(3 * fps):
        cue = plan.update(heard(spikes=spikes, presses=1, elapsed_s=1 / fps))
        started += [frame] if "click" in names(cue) else []
    for first in started:
        assert sum(first <= frame < first + fps for frame in started) <= 20

"""What comes out of a loudspeaker, whatever the sound server does."""

import signal
import subprocess
import time
from fractions import Fraction

import numpy as np
import pytest
from pilot import FRAME_S, Pilot
from window_tools import Screen, wait_for

from devices.machine import Processes, User, end, needs, needs_quiet
from devices.sound import Recorder, SoundServer, clicks, from_first_sound, gaps
from lifgame.app.sound.player import STUCK_S
from lifgame.app.sound.tones import FULL_SCALE
from lifgame.session.start import Start

HEARD_WITHIN_S = 10.0
RECORDED_S = 6.0
# What the program plays: spikes of one rhythm, at a tempo that stays.
PLAYED = Start(speed=Fraction(1, 20))
OPTIONS = ("--pattern", PLAYED.pattern, "--speed", str(PLAYED.speed))
# A busy machine may tear a recording, and is no fault of ours.
RECORDINGS = 3


class Concert:
    """The program, its sound server, and a recorder at its loudspeaker."""

    def __init__(self, screen: Screen, user: User, processes: Processes) -> None:
        self._screen = screen
        self._user = user
        self._processes = processes
        self.server = SoundServer(user.folder("sound"), user, processes)

    def play(self) -> subprocess.Popen[bytes]:
        """Start the program, and wait until it moves."""
        shown = ("DISPLAY", "SDL_VIDEODRIVER", "SDL_FRAMEBUFFER_ACCELERATION")
        environment = self.server.environment | {
            name: self._screen.environment[name] for name in shown
        }
        program = self._processes.start(
            "program",
            [self._user.python, "-m", "lifgame", *OPTIONS],
            env=environment,
            **self._user.options,
        )
        wait_for(self.is_moving, "the program")
        return program

    def is_moving(self) -> bool:
        before = self._screen.picture().copy()
        try:
            wait_for(lambda: self._differs(before), "a movement", 0.5)
        except AssertionError:
            return False
        return True

    def _differs(self, before: np.ndarray) -> bool:
        return bool((self._screen.picture() != before).any())


@pytest.fixture
def concert(screen: Screen, user: User, processes: Processes) -> Concert:
    needs("pulseaudio", "parec")
    return Concert(screen, user, processes)


def spike_interval_s() -> float:
    """Time on the wall from spike to spike of the neuron that the program plays."""
    pilot = Pilot((1280, 720), PLAYED)
    frames = [n for n in range(round(4.0 / FRAME_S)) if pilot.wait(FRAME_S)]
    return (frames[-1] - frames[-2]) * FRAME_S


def waits_until_heard(recorder: Recorder) -> None:
    wait_for(lambda: recorder.is_heard, "a sound", HEARD_WITHIN_S)


def waits_for_more(recorder: Recorder, seconds: float) -> None:
    end_s = recorder.length_s + seconds
    wait_for(lambda: recorder.length_s > end_s, "a recording")


def test_every_spike_is_one_click_and_nothing_clips(concert: Concert) -> None:
    needs_quiet()
    concert.server.start()
    recorder = concert.server.record("recording")
    concert.play()
    waits_until_heard(recorder)
    waits_for_more(recorder, RECORDED_S)
    recording = from_first_sound(recorder.samples())
    assert np.abs(recording.astype(np.int32)).max() < 0.9 * FULL_SCALE
    assert np.abs(recording.mean(axis=0)).max() < 0.001 * FULL_SCALE
    apart_s = np.diff(clicks(recording))
    # A spike without a click would make it twice, one more click a half or less.
    right_s = spike_interval_s()
    assert len(apart_s) >= RECORDED_S / right_s - 2
    assert apart_s.min() > 0.65 * right_s
    assert apart_s.max() < 1.5 * right_s


def test_the_water_pours_without_a_gap(concert: Concert) -> None:
    needs_quiet()
    concert.server.start()
    recorder = concert.server.record("recording")
    concert.play()
    waits_until_heard(recorder)
    found: list[list[float]] = []
    for _ in range(RECORDINGS):
        begin = len(recorder.samples())
        waits_for_more(recorder, 3.0)
        found.append(gaps(recorder.samples()[begin:]))
        if not found[-1]:
            return
    pytest.fail(f"gaps in every recording, at these seconds: {found}")


def test_a_server_that_starts_later_is_heard_within_ten_seconds(
    concert: Concert,
) -> None:
    concert.play()
    concert.server.start()
    waits_until_heard(concert.server.record("recording"))
    assert concert.is_moving()


def test_a_server_that_starts_anew_is_heard_again(concert: Concert) -> None:
    server = concert.server.start()
    first = concert.server.record("first")
    concert.play()
    waits_until_heard(first)
    end(server)
    assert concert.is_moving()
    concert.server.start()
    waits_until_heard(concert.server.record("second"))


def test_a_server_that_hangs_stops_neither_the_picture_nor_the_end(
    concert: Concert,
) -> None:
    server = concert.server.start()
    recorder = concert.server.record("recording")
    program = concert.play()
    waits_until_heard(recorder)
    server.send_signal(signal.SIGSTOP)
    until_s = time.monotonic() + STUCK_S + 2.0
    while time.monotonic() < until_s:
        assert concert.is_moving()
    server.send_signal(signal.SIGCONT)
    waits_for_more(recorder, 1.0)
    later = concert.server.record("later")
    waits_until_heard(later)
    server.send_signal(signal.SIGSTOP)
    program.send_signal(signal.SIGTERM)
    assert program.wait(5.0) == 0

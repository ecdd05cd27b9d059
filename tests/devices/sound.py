"""A sound server of our own, its recorded loudspeaker, and what is heard there."""

import subprocess
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from window_tools import wait_for

from devices.machine import Processes, User
from lifgame.app.sound import tones
from lifgame.app.sound.waves import SAMPLES_PER_S

RATE = SAMPLES_PER_S
STARTS_IN_S = 10.0
# Nothing that is made from formulas and noise stays at exactly zero for so long.
GAP_S = 0.004
Recording = NDArray[np.int16]


class SoundServer:
    """PulseAudio for one user, with a loudspeaker that nobody hears.

    Args:
        runtime: The user's folder for sockets; programs find the server by it.
    """

    def __init__(self, runtime: Path, user: User, processes: Processes) -> None:
        self._user = user
        self._processes = processes
        self._socket = runtime / "pulse" / "native"
        self.environment = user.environment(runtime, SDL_AUDIODRIVER="pulseaudio")

    def start(self) -> subprocess.Popen[bytes]:
        """Start it, and wait until it takes clients."""
        command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1"]
        modules = [
            f"module-native-protocol-unix socket={self._socket}",
            f"module-null-sink sink_name=null rate={RATE} channels=2",
            "module-always-sink",
        ]
        loads = [word for module in modules for word in ("-L", module)]
        server = self._start("pulseaudio", [*command, "--use-pid-file=no", *loads])
        wait_for(self._socket.exists, "the sound server", STARTS_IN_S)
        return server

    def record(self, name: str) -> "Recorder":
        """Record everything that is played from now on."""
        command = ["parec", "--device=null.monitor", "--raw", "--format=s16le"]
        rest = [f"--rate={RATE}", "--channels=2", "--latency-msec=50"]
        file = self._processes.log(f"{name}.raw")
        with file.open("wb") as target:
            self._start(name, [*command, *rest], stdout=target)
        return Recorder(file)

    def _start(
        self, name: str, command: list[str], **options: object
    ) -> subprocess.Popen[bytes]:
        chosen = self._user.options | options | {"env": self.environment}
        return self._processes.start(name, command, **chosen)


class Recorder:
    """A recording that grows."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def samples(self) -> Recording:
        """What was recorded so far, shape (samples, 2)."""
        data = np.fromfile(self._file, "<i2")
        return data[: len(data) // 2 * 2].reshape(-1, 2)

    @property
    def length_s(self) -> float:
        return self._file.stat().st_size / 4 / RATE

    @property
    def is_heard(self) -> bool:
        """Whether anything but silence was played."""
        return bool(self.samples().any())


def from_first_sound(recording: Recording) -> Recording:
    """The recording without the silence before anything was played."""
    sounding = np.flatnonzero(recording.any(axis=1))
    return recording[sounding[0] :] if len(sounding) else recording[:0]


def gaps(recording: Recording) -> list[float]:
    """When nothing at all came from the loudspeaker, in seconds from the start."""
    is_silent = np.concatenate([[False], ~recording.any(axis=1), [False]])
    edges = np.flatnonzero(np.diff(is_silent.astype(np.int8)))
    starts, ends = edges[::2], edges[1::2]
    return [
        start / RATE
        for start, end in zip(starts, ends, strict=True)
        if end - start > GAP_S * RATE
    ]


def clicks(recording: Recording) -> NDArray[np.float64]:
    """When clicks begin, in seconds from the start: peaks of the matched filter."""
    mono = recording.astype(np.float64).sum(axis=1)
    pattern = tones.samples("click")[:, 0].astype(np.float64)
    likeness = np.convolve(mono, pattern[::-1], mode="valid") / np.dot(pattern, pattern)
    found: list[int] = []
    strength = np.abs(likeness)
    threshold = 0.5 * strength.max()
    for place in np.flatnonzero(strength > threshold):
        if found and place - found[-1] < 0.05 * RATE:
            found[-1] = max(found[-1], int(place), key=lambda at: float(strength[at]))
        else:
            found.append(int(place))
    return np.array(found) / RATE

"""A touch screen of ten fingers: Xorg without a screen, its driver for input tests."""

import os
import select
import socket
import struct
import subprocess
import time
from pathlib import Path

from window_tools import Display, wait_for

from devices.machine import Processes
from devices.pictures import Picture, read

MODES = ((1280, 720), (1920, 1080), (800, 480))
FINGERS = 10
STARTS_IN_S = 20.0
# Each driver listens on a socket of its own.
_CONFIGURATION = """
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "AutoEnableDevices" "false"
  Option "AllowMouseOpenFail" "true"
EndSection
Section "Device"
  Identifier "card"
  Driver "dummy"
  VideoRam 256000
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5.0-1000.0
  VertRefresh 5.0-200.0
  ModeLine "1280x720" 74.50 1280 1344 1472 1664 720 723 728 748
  ModeLine "1920x1080" 173.00 1920 2048 2248 2576 1080 1083 1088 1120
  ModeLine "800x480" 29.50 800 824 896 992 480 483 493 500
EndSection
Section "Screen"
  Identifier "screen"
  Device "card"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Modes "1280x720" "1920x1080" "800x480"
    Virtual 1920 1080
  EndSubSection
EndSection
Section "InputDevice"
  Identifier "touch"
  Driver "inputtest"
  Option "SocketPath" "{folder}/touch"
  Option "DeviceType" "Touch"
  Option "TouchCount" "{fingers}"
  Option "PointerHasRawEvents" "false"
EndSection
Section "InputDevice"
  Identifier "pointer"
  Driver "inputtest"
  Option "SocketPath" "{folder}/pointer"
  Option "DeviceType" "PointerAbsolute"
EndSection
Section "InputDevice"
  Identifier "keyboard"
  Driver "inputtest"
  Option "SocketPath" "{folder}/keyboard"
  Option "DeviceType" "Keyboard"
EndSection
Section "ServerLayout"
  Identifier "layout"
  Screen "screen"
  InputDevice "pointer" "CorePointer"
  InputDevice "keyboard" "CoreKeyboard"
  InputDevice "touch" "SendCoreEvents"
EndSection
"""


class TouchScreen(Display):
    """An X server with a touch screen, whose resolution can be changed.

    One client of its fingers a server: the driver spins once that has gone.

    Attributes:
        size: The resolution at present.
    """

    size: tuple[int, int]

    def __init__(self, folder: Path, processes: Processes) -> None:
        self._folder = folder
        configuration = folder / "xorg.conf"
        configuration.write_text(_CONFIGURATION.format(folder=folder, fingers=FINGERS))
        reading, writing = os.pipe()
        command = ["Xorg", "-displayfd", str(writing), "-config", str(configuration)]
        options = ["-noreset", "-nolisten", "tcp", "-novtswitch", "-sharevts", "-ac"]
        log = ["-logfile", str(folder / "xorg-server.log")]
        processes.start("xorg", [*command, *options, *log], pass_fds=[writing])
        os.close(writing)
        is_ready = bool(select.select([reading], [], [], STARTS_IN_S)[0])
        with os.fdopen(reading) as answer:
            number = answer.readline().strip() if is_ready else ""
        assert number, processes.said("xorg")
        self.environment = {
            **os.environ,
            "DISPLAY": f":{number}",
            "SDL_VIDEODRIVER": "x11",
            "SDL_AUDIODRIVER": "dummy",
            "SDL_FRAMEBUFFER_ACCELERATION": "0",
            "XDG_CONFIG_HOME": str(folder / "config"),
        }
        # Until now it is as large as the largest mode.
        self.change_size(MODES[0])

    def change_size(self, size: tuple[int, int]) -> None:
        """Another resolution, as when a projector is plugged in."""
        mode = f"{size[0]}x{size[1]}"
        output = self._run("xrandr").split(" connected")[0].split()[-1]
        self._run("xrandr", "--output", output, "--mode", mode, "--fb", mode)
        self.size = size

    def picture(self) -> Picture:
        """What the whole screen shows."""
        file = self._folder / "shown.png"
        self._run("import", "-window", "root", str(file))
        width, height = self.size
        return read(file)[:height, :width]

    def fingers(self) -> "Fingers":
        return Fingers(self._folder / "touch", self.size)

    def _run(self, *words: str) -> str:
        done = subprocess.run(
            words,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=STARTS_IN_S,
            check=False,
        )
        assert done.returncode == 0, f"{' '.join(words)}: {done.stderr}"
        return done.stdout


class Fingers:
    """Ten fingers, through the protocol of Xorg's driver ``inputtest``.

    Every message is a C structure, as in xf86-input-inputtest-protocol.h: its length,
    its kind, and what belongs to it; doubles stand at multiples of 8 bytes.
    """

    _VERSION, _SYNC, _TOUCH = 0, 1, 6
    _BEGIN, _UPDATE, _END = 18, 19, 20  # as XI2 counts them
    _MESSAGE = struct.Struct("=IIII I8s4x 64d 64d")
    _FULL = 65_535.0

    def __init__(self, path: Path, size: tuple[int, int]) -> None:
        self._size = size
        self._at: dict[int, tuple[float, float]] = {}
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        wait_for(path.exists, "the touch driver's socket")
        self._socket.connect(str(path))
        self._socket.sendall(struct.pack("=IIHH", 12, self._VERSION, 1, 1))
        length, kind, major, _ = struct.unpack("=IIHH", self._take(12))
        assert (length, kind, major) == (12, self._VERSION, 1)

    def close(self) -> None:
        self._socket.close()

    def down(self, finger: int, point: tuple[float, float]) -> None:
        self._send(finger, self._BEGIN, point)

    def move(self, finger: int, point: tuple[float, float]) -> None:
        self._send(finger, self._UPDATE, point)

    def up(self, finger: int) -> None:
        self._send(finger, self._END, self._at.pop(finger))

    def tap(self, finger: int, point: tuple[float, float]) -> None:
        self.down(finger, point)
        # Longer than a frame, shorter than a thought.
        time.sleep(0.08)
        self.up(finger)

    def drag(
        self, finger: int, begin: tuple[float, float], end: tuple[float, float]
    ) -> None:
        """From one place to another, without letting go."""
        self.down(finger, begin)
        for step in range(1, 11):
            time.sleep(0.02)
            shares = (1 - step / 10, step / 10)
            x, y = (
                a * shares[0] + b * shares[1] for a, b in zip(begin, end, strict=True)
            )
            self.move(finger, (x, y))

    def _send(self, finger: int, kind: int, point: tuple[float, float]) -> None:
        places = [
            at / full * self._FULL for at, full in zip(point, self._size, strict=True)
        ]
        rest = [0.0] * 126
        mask = bytes([0b11]) + bytes(7)
        head = (self._MESSAGE.size, self._TOUCH, finger, kind, 0, mask)
        self._socket.sendall(self._MESSAGE.pack(*head, *places, *rest))
        self._socket.sendall(struct.pack("=II", 8, self._SYNC))
        self._take(8)
        if kind != self._END:
            self._at[finger] = point

    def _take(self, count: int) -> bytes:
        got = b""
        while len(got) < count:
            piece = self._socket.recv(count - len(got))
            assert piece, "the server has closed the socket"
            got += piece
        return got

"""How much the program flashes at its worst: ``python tests/flash_table.py``.

Prints, for each case, the most flashes in any second over a quarter of a field of 10
degrees and over 21 824 pixels; see ``flash_meter``. The criterion allows 3 of them.
"""

import os
import sys

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

import pygame
from flash_meter import FlashMeter
from pilot import FRAME_S, Pilot

from lifgame.content.actions import DEFAULT_KEYS
from lifgame.content.palettes import PALETTES
from lifgame.session import commands as c
from lifgame.session.start import Start

SIZE = (1920, 1080)
FPS = 60
CELL_PX = 16
MASHED_S = 4.0
RACING_S = 6.0
AREAS = (("general", "field"), ("general", "small"), ("red", "field"), ("red", "small"))
Hands = Callable[[Pilot, int], None]


@dataclass(frozen=True, slots=True)
class Case:
    """Something that flashes.

    Attributes:
        name: What it is.
        start: What the session begins with.
        hands: What is done before a frame, by its number.
        seconds: How long it is looked at.
    """

    name: str
    start: Start
    hands: Hands
    seconds: float = MASHED_S


def key(action: str) -> str:
    return DEFAULT_KEYS.keys(action)[0]


def nothing(pilot: Pilot, frame: int) -> None:
    del pilot, frame


def times(per_s: float, do: Callable[[Pilot, int], None]) -> Hands:
    """Do it so many times a second."""

    def hands(pilot: Pilot, frame: int) -> None:
        count = int(frame * per_s / FPS)
        if count > int((frame - 1) * per_s / FPS):
            do(pilot, count)

    return hands


def mash(action: str, per_s: float) -> Hands:
    """Press a key and let it go, again and again."""
    return times(per_s, lambda pilot, _: pilot.press(key(action)))


def hold(per_s: float) -> Hands:
    """Hold the button that injects for half of each period."""

    def half(pilot: Pilot, count: int) -> None:
        (pilot.key_down if count % 2 else pilot.key_up)(key("inject"))

    return times(2 * per_s, half)


def colours(per_s: float) -> Hands:
    """Choose the next colours, again and again."""
    names = list(PALETTES)

    def choose(pilot: Pilot, count: int) -> None:
        wish = c.SetSetting("palette", names[count % len(names)])
        # As a hand would: what changes the whole screen waits for its turn.
        pilot.game.obey(pilot.game.turns.take([wish]))

    return times(per_s, choose)


def racing(period_ms: float) -> Start:
    """Dense spikes in pulses, in real time."""
    dense = {"current": 5.0, "capacitance": 0.5, "pulse_period": period_ms}
    return Start(pattern="pulses", speed=Fraction(1), values=tuple(dense.items()))


# fmt: off
CASES = (
    Case("spikes race, pulses 250 ms", racing(250.0), nothing, RACING_S),
    Case("spikes race, pulses 100 ms", racing(100.0), nothing, RACING_S),
    Case("spikes race, pulses 500 ms", racing(500.0), nothing, RACING_S),
    Case("colours, 8 a second",        Start(), colours(8)),
    Case("Help, 10 a second",          Start(), mash("help", 10)),
    Case("Settings, 10 a second",      Start(), mash("settings", 10)),
    Case("HOLD, 8 a second",           Start(), hold(8)),
    Case("HOLD, 8 a second, by hand",  Start(pattern="by_hand"), hold(8)),
    Case("Pause, 8 a second",          Start(), mash("pause", 8)),
    Case("Reset, 8 a second",          Start(), mash("reset", 8)),
    Case("language, 8 a second",       Start(), mash("language", 8)),
    Case("left alone",                 Start(), nothing, RACING_S),
)
# fmt: on


def measure(
    case: Case, size: tuple[int, int] = SIZE, seconds: float | None = None
) -> FlashMeter:
    """Play a case, and look at every frame of it."""
    pilot = Pilot(size, case.start, is_patient=False)
    found = FlashMeter(size, FPS, CELL_PX)
    for frame in range(round((seconds or case.seconds) * FPS)):
        case.hands(pilot, frame)
        pilot.frame(elapsed_s=FRAME_S)
        surface = pilot.game.window_surface
        found.see(pygame.surfarray.pixels3d(surface).swapaxes(0, 1))
    return found


def rows(cases: tuple[Case, ...]) -> Iterator[str]:
    yield f"{'flashes in any second over':28}" + "".join(
        f"{words:>15}" for words in ("a field", "21 824 px", "red: field", "21 824 px")
    )
    for case in cases:
        found = measure(case)
        rates = "".join(f"{found.worst[area].per_s:15.1f}" for area in AREAS)
        worst = max(found.worst.values(), key=lambda worst: worst.per_s)
        at = tuple(int(CELL_PX * cell) for cell in worst.place)
        yield f"{case.name:28}{rates}   round {at} at {worst.at_s:.1f} s"


def main(words: list[str]) -> None:
    """Print the table, of those cases that hold one of the words."""
    pygame.display.init()
    pygame.font.init()
    chosen = tuple(
        case for case in CASES if not words or any(word in case.name for word in words)
    )
    for row in rows(chosen):
        print(row, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])

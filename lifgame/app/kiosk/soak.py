"""The soak: the real game under wild hands, checked all the time.

It runs as fast as it goes, headless. What it checks: nothing was contained, all values
are finite and in their range, nothing is held after an interruption, what was painted
in parts is what a full redraw paints, and going back gives the same game and the same
picture every time, and nobody gets out. On a failure it tells the seed and what was
done last.
"""

import hashlib
import math
import os
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pygame

from lifgame.app.game import Game
from lifgame.app.kiosk.host import Host
from lifgame.app.kiosk.monkey import Monkey, Turn
from lifgame.content.kiosk import KioskRules
from lifgame.content.parameters import PARAMETERS
from lifgame.content.screens import STILL_THERE
from lifgame.content.texts import Library
from lifgame.session.preferences import Preferences
from lifgame.session.session import Session
from lifgame.session.start import OPENING
from lifgame.session.visit import Visit

# Shorter than in a museum, so that it happens more often.
IDLE_S, STILL_THERE_S = 15.0, 20.0
CHECK_EVERY = 240
# Shades of a light behind a round corner, which nobody can see: of 255.
FAINT = 10
# Played after going back, until the old picture has faded and the game goes on as any
# fresh one does.
FRESH_FRAMES = 45
# The second half's peak of memory may be above the first's by this, in MiB: caches of
# words fill up, and windows of several sizes come and go.
MOST_GROWTH_MIB = 24.0
# In a shorter run the first half is all beginning.
LEAST_FOR_MEMORY_MIN = 20.0
_MIB = 1024 * 1024


class SoakError(AssertionError):
    """Something that must always hold did not."""


@dataclass(slots=True)
class Counts:
    """What a soak went through."""

    frames: int = 0
    spikes: int = 0
    checks: int = 0
    returns: int = 0
    visits: int = 0
    questions: int = 0


class Soak:
    """One run.

    Args:
        seed: What the hands do.
        size: The window's size at the start, in pixels.

    Attributes:
        game: The real game.
        counts: What it went through.
        now_s: Simulated play so far, in seconds of a visitor's time.
    """

    def __init__(self, seed: int, size: tuple[int, int]) -> None:
        self._seed = seed
        self._library = Library()
        self._monkey = Monkey(seed)
        self._fresh: dict[tuple[int, int], str] = {}
        self.game = self._new_game(size)
        self.counts = Counts()
        self.now_s = 0.0

    def _new_game(self, size: tuple[int, int]) -> Game:
        preferences = Preferences(languages=self._library.languages)
        host = Host(KioskRules(enabled=True))
        host.exhibit.visit = Visit(IDLE_S, STILL_THERE_S)
        return Game(
            pygame.Surface(size),
            OPENING,
            preferences=preferences,
            library=self._library,
            host=host,
        )

    def step(self) -> None:
        """One frame and what must hold after it.

        Raises:
            SoakError: If something does not hold.
        """
        game = self.game
        turn = self._monkey.turn(game.window_surface.get_size())
        try:
            self._play(turn)
        except SoakError:
            raise
        except Exception as error:
            raise self._failure(f"{type(error).__name__}: {error}") from error
        for fault in game.containment.faults.values():
            raise self._failure(f"{fault.part} had to be left out: {fault.error}")
        self._check_values(game.session)
        if self.counts.frames % CHECK_EVERY == 0:
            self.counts.checks += 1
            self._check_redraw()
            self._check_interruption()

    def _play(self, turn: Turn) -> None:
        game = self.game
        if turn.size is not None:
            game.resize(pygame.Surface(turn.size))
        was_asked = self._is_asked()
        result = game.frame(turn.events, turn.elapsed_s)
        if game.wants_quit or game.wants_fullscreen:
            raise self._failure("a visitor got out")
        self.counts.frames += 1
        self.counts.spikes += len(result.report.spike_times_ms)
        lived_s = turn.elapsed_s if math.isfinite(turn.elapsed_s) else 0.0
        lived_s = min(max(lived_s, 0.0), 1.0)
        self.now_s += lived_s
        host = game.host
        assert host is not None
        self.counts.visits += host.has_woken
        self.counts.questions += self._is_asked() and not was_asked
        if host.has_gone_back:
            self._check_going_back()

    def _is_asked(self) -> bool:
        return self.game.session.place.layer == STILL_THERE

    # --- what must hold -------------------------------------------------------

    def _check_values(self, session: Session) -> None:
        cell = session.cell
        if not math.isfinite(cell.voltage_mv) or not math.isfinite(cell.rate_hz):
            raise self._failure(f"V = {cell.voltage_mv}, rate = {cell.rate_hz}")
        for name, value in cell.values.items():
            spec = PARAMETERS[name]
            if not spec.minimum - 1e-9 <= value <= spec.maximum + 1e-9:
                raise self._failure(f"{name} = {value}")

    def _check_interruption(self) -> None:
        """Another window comes in front: nothing stays held."""
        game = self.game
        game.frame([pygame.event.Event(pygame.WINDOWFOCUSLOST)], 0.0)
        pushes = game.session.cell.pushes
        if not game.held.is_empty() or pushes:
            raise self._failure(f"still held after lost focus; pushes: {pushes}")

    def _check_redraw(self) -> None:
        """What was painted in parts is what is painted as a whole."""
        game = self.game
        # Where no time passes, numbers are brought up to date.
        game.frame([], 0.0)
        partial = pygame.surfarray.array3d(game.window_surface)
        game.window_surface.fill((255, 0, 255))
        game.invalidate()
        game.frame([], 0.0)
        full = pygame.surfarray.array3d(game.window_surface)
        apart = np.abs(partial.astype(int) - full.astype(int)).max(axis=2)
        wrong = np.argwhere(apart > FAINT)
        if len(wrong):
            low, high = wrong.min(axis=0).tolist(), wrong.max(axis=0).tolist()
            place = game.session.place
            raise self._failure(
                f"{len(wrong)} pixels from {low} to {high} of {partial.shape[:2]} "
                f"differ from a full redraw on {place.screen} {place.layer or ''}, "
                f"{game.session.preferences.values()}"
            )

    def _check_going_back(self) -> None:
        """After going back it is the game of every morning."""
        self.counts.returns += 1
        game = self.game
        assert game.host is not None
        # Once more, so that both begin with the very first frame.
        game.host.go_back(game)
        size = game.window_surface.get_size()
        if size not in self._fresh:
            self._fresh[size] = fingerprint(self._new_game(size))
        if fingerprint(game) != self._fresh[size]:
            raise self._failure("after going back it is not the game of the start")

    def _failure(self, what: str) -> SoakError:
        done = "\n  ".join(self._monkey.last)
        return SoakError(
            f"soak --seed {self._seed} failed after {self.now_s:.1f} s, frame "
            f"{self.counts.frames}: {what}\nlast events:\n  {done}"
        )


def fingerprint(game: Game) -> str:
    """A digest of a game that goes on for a moment: its state and its picture."""
    for _ in range(FRESH_FRAMES):
        game.frame([], 1 / 60)
    session = game.session
    cell, place = session.cell, session.place
    state = (
        sorted(cell.values.items()),
        cell.preset.id,
        cell.pattern.id,
        cell.voltage_mv,
        cell.spike_count,
        session.clock.speed,
        session.clock.is_paused,
        session.tick_count,
        (place.screen, place.layer, place.focus, place.drawer),
        (place.is_tuning, place.window_ms),
        session.preferences.values(),
        game.held.is_empty(),
    )
    digest = hashlib.sha256(repr(state).encode())
    digest.update(pygame.image.tobytes(game.window_surface, "RGB"))
    return digest.hexdigest()


def memory_mib() -> float | None:
    """What this process holds in memory now, in MiB; None where it is not told."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    except (OSError, ValueError, IndexError):
        return None
    return pages * os.sysconf("SC_PAGE_SIZE") / _MIB


def soak(minutes: float, seed: int, size: tuple[int, int] = (800, 480)) -> str:
    """Run a soak.

    Args:
        minutes: Of simulated play.
        seed: What the hands do.
        size: The window's size at the start, in pixels.

    Returns:
        What it went through, in a sentence.

    Raises:
        SoakError: If something does not hold, with the seed and the last events.
    """
    run = Soak(seed, size)
    peaks_mib = [0.0, 0.0]
    while run.now_s < minutes * 60:
        half = int(run.now_s >= minutes * 30)
        run.step()
        if run.counts.frames % CHECK_EVERY == 0:
            peaks_mib[half] = max(peaks_mib[half], memory_mib() or 0.0)
    grown_mib = peaks_mib[1] - peaks_mib[0]
    if minutes >= LEAST_FOR_MEMORY_MIN and grown_mib > MOST_GROWTH_MIB:
        raise SoakError(
            f"soak --seed {seed}: the second half took {grown_mib:.1f} MiB more "
            f"memory than the first ({peaks_mib[0]:.0f} MiB)"
        )
    counts = run.counts
    return (
        f"{run.now_s / 60:.1f} simulated minutes with seed {seed}: "
        f"{counts.frames} frames, {counts.spikes} spikes, {counts.visits} visits, "
        f"{counts.questions} times asked, "
        f"{counts.returns} times back to the start, {counts.checks} checks, "
        f"peak of memory {max(peaks_mib):.0f} MiB ({grown_mib:+.1f} in the second "
        f"half); all held\n"
    )

"""Wild hands on the real game: what always holds, and that a fault is found."""

import math

import numpy as np
import pygame
import pytest

from lifgame.__main__ import main
from lifgame.app import exits
from lifgame.app.kiosk.monkey import Monkey
from lifgame.app.kiosk.soak import CHECK_EVERY, Soak, SoakError, soak
from lifgame.content.parameters import PARAMETERS
from lifgame.session.cell import Cell
from lifgame.session.preferences import Preferences
from lifgame.session.session import Session
from lifgame.view.containment import Containment
from lifgame.view.machine.painter import MachinePainter
from lifgame.view.widgets.held import Held

SIZE = (640, 480)
Patch = pytest.MonkeyPatch


def play(run: Soak, seconds: float) -> None:
    while run.now_s < seconds:
        run.step()


def test_wild_hands_break_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["soak", "--minutes", "1", "--seed", "1"]) == exits.OK
    assert "all held" in capsys.readouterr().out


@pytest.mark.slow
@pytest.mark.parametrize("seed", [11, 12])
def test_wild_hands_break_nothing_for_an_hour(seed: int) -> None:
    assert "all held" in soak(60.0, seed)


def test_the_same_seed_does_the_same() -> None:
    def done(seed: int) -> list[str]:
        monkey = Monkey(seed)
        return [repr(monkey.turn(SIZE)) for _ in range(500)]

    assert done(3) == done(3)
    assert done(3) != done(4)


def test_the_hands_do_everything_that_they_are_for() -> None:
    monkey, kinds, sizes, odd = Monkey(0), set(), set(), []
    for _ in range(20_000):
        turn = monkey.turn(SIZE)
        kinds |= {event.type for event in turn.events}
        sizes |= {turn.size}
        odd += [] if 0 < turn.elapsed_s < 1 else [turn.elapsed_s]
    assert {
        pygame.KEYDOWN, pygame.KEYUP, pygame.FINGERDOWN, pygame.FINGERMOTION,
        pygame.FINGERUP, pygame.MOUSEBUTTONDOWN, pygame.MOUSEMOTION,
        pygame.MOUSEBUTTONUP, pygame.CONTROLLERBUTTONDOWN, pygame.JOYBUTTONDOWN,
        pygame.JOYAXISMOTION, pygame.JOYDEVICEREMOVED, pygame.WINDOWFOCUSLOST,
    } <= kinds  # fmt: skip
    assert len(sizes) > 5
    assert any(math.isnan(s) for s in odd)
    assert math.inf in odd


def test_it_plays_comes_and_goes(monkeypatch: Patch) -> None:
    monkeypatch.setattr("lifgame.app.kiosk.soak.IDLE_S", 2.0)
    monkeypatch.setattr("lifgame.app.kiosk.soak.STILL_THERE_S", 1.0)
    run = Soak(3, SIZE)
    play(run, 90)
    assert run.counts.visits >= 2
    assert run.counts.returns >= 1
    assert run.counts.questions >= 1
    assert run.counts.spikes > 20
    assert run.counts.checks == run.counts.frames // CHECK_EVERY


# --- what it must find --------------------------------------------------------------


def spoil_voltage(patch: Patch) -> None:
    patch.setattr(Cell, "voltage_mv", property(lambda self: math.nan))


def spoil_range(patch: Patch) -> None:
    run = Session.run

    def wrong(session: Session, ticks: int) -> object:
        session.cell.values["resistance"] = 1.5 * PARAMETERS["resistance"].maximum
        return run(session, ticks)

    patch.setattr(Session, "run", wrong)


def spoil_letting_go(patch: Patch) -> None:
    patch.setattr(Held, "let_go_all", lambda self: [])
    patch.setattr(Held, "update", lambda self, elapsed_s: [])


def spoil_redraw(patch: Patch) -> None:
    draw, calls = MachinePainter.draw, iter(range(10**9))

    def wrong(machine: MachinePainter, target: pygame.Surface) -> list[pygame.Rect]:
        painted = draw(machine, target)
        target.set_at((5, target.get_height() // 2), (next(calls) % 2 * 250, 1, 1))
        return painted

    patch.setattr(MachinePainter, "draw", wrong)


def spoil_going_back(patch: Patch) -> None:
    patch.setattr(Preferences, "to_defaults", lambda self: None)
    patch.setattr("lifgame.app.kiosk.soak.IDLE_S", 2.0)
    patch.setattr("lifgame.app.kiosk.soak.STILL_THERE_S", 1.0)


def spoil_a_painter(patch: Patch) -> None:
    def wrong(*_: object) -> None:
        raise RuntimeError("injected")

    patch.setattr(MachinePainter, "draw", wrong)


def spoil_a_frame(patch: Patch) -> None:
    def wrong(*_: object) -> None:
        raise RuntimeError("injected")

    patch.setattr(Containment, "update", wrong)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (spoil_voltage, "nan"),
        (spoil_range, "resistance = "),
        (spoil_letting_go, "still held after lost focus"),
        (spoil_redraw, "differ from a full redraw"),
        (spoil_going_back, "after going back it is not the game"),
        (spoil_a_painter, "had to be left out: RuntimeError: injected"),
        (spoil_a_frame, "RuntimeError: injected"),
    ],
)
def test_what_is_broken_is_found_with_the_seed_and_the_last_events(
    monkeypatch: Patch, spoil: object, said: str
) -> None:
    assert callable(spoil)
    run = Soak(5, SIZE)
    spoil(monkeypatch)
    if spoil is spoil_going_back:
        run = Soak(5, SIZE)
    with pytest.raises(SoakError) as found:
        play(run, 900)
    words = str(found.value)
    assert said in words
    assert "soak --seed 5" in words
    assert "last events:" in words


def test_growing_memory_is_found(monkeypatch: Patch) -> None:
    sizes = iter(np.linspace(100.0, 4100.0, 4000))
    monkeypatch.setattr("lifgame.app.kiosk.soak.memory_mib", lambda: float(next(sizes)))
    monkeypatch.setattr("lifgame.app.kiosk.soak.LEAST_FOR_MEMORY_MIN", 0.5)
    monkeypatch.setattr("lifgame.app.kiosk.soak.CHECK_EVERY", 10)
    monkeypatch.setattr(Soak, "_check_redraw", lambda self: None)
    with pytest.raises(SoakError, match="more memory"):
        soak(0.6, 1, SIZE)


def test_a_failure_ends_the_command_with_70(
    monkeypatch: Patch, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil_a_painter(monkeypatch)
    assert main(["soak", "--minutes", "1", "--seed", "9"]) == exits.INTERNAL
    assert "soak --seed 9 failed" in capsys.readouterr().err

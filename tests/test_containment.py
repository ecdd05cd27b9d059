"""What goes wrong in one part stays in that part, and the rest plays on."""

import numpy as np
import pygame
import pytest

from lifgame.app.game import Game
from lifgame.content.texts import shipped_texts
from lifgame.view.containment import LONGEST_REST_S, WITHIN_S, Containment

SIZE = (800, 480)
Patch = pytest.MonkeyPatch


def fail(*_: object, **__: object) -> None:
    raise RuntimeError("injected")


def picture(game: Game, area: pygame.Rect | None = None) -> np.ndarray:
    shown = game.window_surface
    return pygame.surfarray.array3d(shown.subsurface(area) if area else shown)


# --- the mechanism ----------------------------------------------------------------


def test_a_part_that_fails_is_left_out_and_tried_again_ever_more_seldom() -> None:
    contain, tries = Containment(), []

    def attempt() -> str:
        tries.append(contain._now_s)
        raise ValueError("no")

    for _ in range(2000):
        assert contain.run("painter", attempt, lambda: "instead") == "instead"
        contain.update(0.1)
    gaps = np.diff(tries)
    assert gaps[:4] == pytest.approx([1, 2, 4, 8], abs=0.11)
    assert max(gaps) == pytest.approx(LONGEST_REST_S, abs=0.11)
    assert contain.faults["painter"].count == len(tries)


def test_what_works_again_is_used_again() -> None:
    contain = Containment()
    contain.run("painter", fail, lambda: None)
    assert contain.is_out("painter")
    contain.update(1.0)
    assert contain.run("painter", lambda: "works", lambda: "out") == "works"
    assert not contain.left_out


def test_the_operator_is_told_what_is_left_out_and_how_often() -> None:
    contain = Containment()
    for _ in range(2):
        contain.run("painter scope", fail, lambda: None)
        contain.update(5.0)
    (fault,) = contain.faults.values()
    said = fault.words(shipped_texts("en"))
    assert said == "Left out: painter scope (RuntimeError: injected), 2×"


def test_a_guard_contains_a_block() -> None:
    contain = Containment()
    with contain.guard("sound") as is_in:
        assert is_in
        fail()
    with contain.guard("sound") as is_in:
        assert not is_in
    assert contain.faults["sound"].error == "RuntimeError: injected"


@pytest.mark.parametrize("end", [KeyboardInterrupt, SystemExit])
def test_who_wants_to_end_is_not_contained(end: type[BaseException]) -> None:
    def stop() -> None:
        raise end

    with pytest.raises(end):
        Containment().run("painter", stop, lambda: None)


def test_three_different_parts_within_a_minute_are_too_many() -> None:
    contain = Containment()
    for part in ("scope", "bucket"):
        for _ in range(50):
            contain.run(part, fail, lambda: None)
            contain.update(0.2)
    assert not contain.is_beyond
    contain.update(WITHIN_S)
    contain.run("ribbon", fail, lambda: None)
    assert not contain.is_beyond, "the others lie more than a minute back"
    contain.run("scope", fail, lambda: None)
    contain.run("bucket", fail, lambda: None)
    assert contain.is_beyond
    contain.update(WITHIN_S + 1)
    assert not contain.is_beyond


def test_the_stack_is_logged_once(caplog: pytest.LogCaptureFixture) -> None:
    contain = Containment()
    for _ in range(1000):
        contain.run("scope", fail, lambda: None)
        contain.update(0.1)
    stacks = [record for record in caplog.records if record.exc_info]
    assert len(stacks) == 1
    assert "scope is left out: RuntimeError: injected" in caplog.text

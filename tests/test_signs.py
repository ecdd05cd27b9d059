"""What counts as a visitor, and what is only a thing."""

from collections.abc import Callable, Iterable

import pygame
import pytest

from lifgame.app.kiosk.signs import RESTLESS_S, SOON_S, Signs, without_actions

SIZE = (1000, 500)
FRAME_S = 0.1
Event = pygame.event.Event


def key(kind: int, code: int = pygame.K_SPACE) -> Event:
    return Event(kind, key=code, mod=0)


def finger(kind: int, x: float, y: float = 0.5, id: int = 1) -> Event:
    return Event(kind, touch_id=1, finger_id=id, x=x, y=y)


def mouse(x: float, y: float = 100) -> Event:
    return Event(pygame.MOUSEMOTION, pos=(x, y), rel=(0, 0), buttons=(0, 0, 0))


def axis(value: float, kind: int = pygame.JOYAXISMOTION) -> Event:
    return Event(kind, instance_id=1, axis=0, value=value)


def button(kind: int, number: int = 0) -> Event:
    return Event(kind, instance_id=1, button=number)


def signs_of(frames: Iterable[list[Event]], signs: Signs | None = None) -> list[bool]:
    """Whether each frame held a sign of life."""
    signs = signs or Signs()
    return [signs.are_in(events, SIZE, FRAME_S) for events in frames]


SOMEBODY: dict[str, list[list[Event]]] = {
    "a key": [[key(pygame.KEYDOWN)]],
    "a touch": [[finger(pygame.FINGERDOWN, 0.5)]],
    "a drag": [
        [finger(pygame.FINGERDOWN, 0.5)],
        [],
        [finger(pygame.FINGERMOTION, 0.6)],
    ],
    "a moved mouse": [[mouse(100)], [mouse(102)], [mouse(104)]],
    "a click": [[Event(pygame.MOUSEBUTTONDOWN, pos=(1, 1), button=1)]],
    "the wheel": [[Event(pygame.MOUSEWHEEL, x=0, y=1)]],
    "a pad's button": [[button(pygame.CONTROLLERBUTTONDOWN)]],
    "a plain button": [[button(pygame.JOYBUTTONDOWN)]],
    "a pushed stick": [[axis(0.0)], [axis(0.5)]],
    "a pushed controller's stick": [
        [axis(0, pygame.CONTROLLERAXISMOTION)],
        [axis(20000, pygame.CONTROLLERAXISMOTION)],
    ],
    "a hat": [[Event(pygame.JOYHATMOTION, instance_id=1, hat=0, value=(0, 1))]],
    "a key that is let go": [[key(pygame.KEYDOWN)], [], [key(pygame.KEYUP)]],
}


@pytest.mark.parametrize("name", SOMEBODY)
def test_somebody_is_noticed_at_once(name: str) -> None:
    assert signs_of(SOMEBODY[name])[-1], name


def trembling(event: Callable[[float], Event], middle: float, by: float) -> object:
    return [[event(middle + by * (-1) ** n)] for n in range(200)]


THINGS: dict[str, list[list[Event]]] = {
    "a book on a key": [[key(pygame.KEYDOWN)] for _ in range(100)],
    "a palm": [[finger(pygame.FINGERDOWN, 0.5)] for _ in range(100)],
    "a palm that trembles": [
        [finger(pygame.FINGERDOWN, 0.5)],
        *[[finger(pygame.FINGERMOTION, 0.5 + 0.005 * (-1) ** n)] for n in range(100)],
    ],
    "a finger that was never down": [[finger(pygame.FINGERUP, 0.5)]] * 20,
    "a key that was never down": [[key(pygame.KEYUP)]] * 20,
    "a mouse that trembles": [[mouse(100 + n % 2)] for n in range(200)],
    "a mouse that drifts": [[mouse(100 + n / 10)] for n in range(600)],
    "a stick that trembles": [[axis(0.1 * (-1) ** n)] for n in range(200)],
    "a stick that rests off its centre": [
        [axis(0.8 + 0.05 * (n % 2))] for n in range(99)
    ],
    "a phantom pad at its end": [[axis(-1.0)]] * 50,
    "a stick that drifts": [[axis(n / 300)] for n in range(300)],
    "a window": [
        [Event(kind)]
        for kind in (
            pygame.WINDOWFOCUSLOST,
            pygame.WINDOWEXPOSED,
            pygame.WINDOWENTER,
            pygame.AUDIODEVICEADDED,
            pygame.JOYDEVICEADDED,
            pygame.QUIT,
        )
    ],
}


@pytest.mark.parametrize("name", THINGS)
def test_a_thing_is_nobody(name: str) -> None:
    later = signs_of(THINGS[name])[1:]
    assert not any(later), f"{name}: at frames {[n for n, s in enumerate(later) if s]}"


def test_others_are_noticed_while_a_palm_rests() -> None:
    signs = Signs()
    signs_of([[finger(pygame.FINGERDOWN, 0.5)]] * 50, signs)
    assert signs_of([[finger(pygame.FINGERDOWN, 0.2, id=2)]], signs) == [True]
    assert signs_of([[key(pygame.KEYDOWN)]], signs) == [True]


def test_a_button_that_chatters_for_minutes_is_broken_until_it_rests() -> None:
    signs = Signs()
    tap = [[button(pygame.JOYBUTTONDOWN)], [button(pygame.JOYBUTTONUP)]]
    turns = round(RESTLESS_S / FRAME_S)
    before = signs_of(tap * (turns // 2 + 2), signs)
    assert all(before[: turns - 2])
    assert not any(signs_of(tap * 20, signs))
    assert signs_of([[key(pygame.KEYDOWN)]], signs) == [True]
    signs_of([[]] * round(SOON_S / FRAME_S + 1), signs)
    assert signs_of(tap, signs) == [True, True]


def test_a_flood_of_strange_hands_is_not_remembered_for_ever() -> None:
    signs = Signs()
    for n in range(2000):
        signs.are_in([finger(pygame.FINGERDOWN, 0.5, id=n)], SIZE, FRAME_S)
        signs.are_in(
            [Event(pygame.JOYAXISMOTION, instance_id=n, axis=1, value=1.0)],
            SIZE,
            FRAME_S,
        )
    kept = [len(v) for v in vars(signs).values() if isinstance(v, dict | set)]
    assert max(kept) <= 400


def test_what_acts_can_be_left_out_and_letting_go_stays() -> None:
    up = [key(pygame.KEYUP), finger(pygame.FINGERUP, 0.1), Event(pygame.WINDOWEXPOSED)]
    acts = [key(pygame.KEYDOWN), finger(pygame.FINGERDOWN, 0.1), mouse(3), axis(1.0)]
    assert without_actions([*acts, *up]) == up


@pytest.mark.parametrize(
    "kind",
    [
        pygame.KEYDOWN,
        pygame.FINGERDOWN,
        pygame.MOUSEMOTION,
        pygame.JOYAXISMOTION,
        pygame.JOYBUTTONDOWN,
    ],
)
def test_an_event_without_its_attributes_is_survived(kind: int) -> None:
    signs_of([[Event(kind)], [Event(kind)]])

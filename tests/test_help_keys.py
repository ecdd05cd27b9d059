"""The page of keys: what is shown is what is in force."""

from itertools import combinations

from pilot import Pilot
from test_help import at_help

from lifgame.app.hands.hands import Hands
from lifgame.content.actions import ACTIONS, KeyMap
from lifgame.content.texts import shipped_texts
from lifgame.scenes.help.keyboard import Keyboard
from lifgame.scenes.layout import Rect
from lifgame.session import commands as c
from lifgame.view.look import Look


def keyboard(keys: KeyMap | None = None) -> Keyboard:
    look = Look(known_keys=keys or KeyMap())
    return Keyboard(look, Rect(0, 0, 1120, 460))


def does(board: Keyboard) -> dict[str, str]:
    return {key.name: key.action.id for key in board.keys if key.action}


def test_every_action_is_on_the_keyboard_or_beside_it() -> None:
    board = keyboard()
    shown = set(does(board).values()) | {action.id for _, action in board.elsewhere}
    assert shown == set(ACTIONS)
    texts = shipped_texts("en")
    for action in ACTIONS.values():
        if action.group in ("sliders", "patterns") and action.id != "tune":
            continue
        assert action.id == "language" or f"key_note.{action.id}" in texts


def test_a_changed_key_moves_and_one_without_turns_faint() -> None:
    board = keyboard(KeyMap({"reset": ("j",), "mute": ()}))
    assert does(board)["j"] == "reset"
    assert "backspace" not in does(board)
    assert "m" not in does(board)


def test_a_key_is_as_large_as_designed_and_none_overlap() -> None:
    board = keyboard()
    a = next(key for key in board.keys if key.name == "a")
    assert a.rect.size == (82, 82)
    for one, other in combinations(board.keys, 2):
        assert not one.rect.colliderect(other.rect), (one.name, other.name)
    assert all(board.rect.contains(key.rect) for key in board.keys)


def test_keys_are_light_before_anything_was_typed_unless_switched_off() -> None:
    """On the page of keys all are shown; elsewhere caps wait for a keyboard."""
    look = at_help(screen="keys").game.scene.look
    assert look.known_keys.keys("pause") == ("p",)
    assert look.keys.keys("pause") == ()
    off = at_help(screen="keys", hotkeys="off").game.scene.look
    assert off.known_keys.keys("pause") == ()


def test_the_keys_of_a_configuration_are_shown() -> None:
    hands = Hands(keys=KeyMap({"pause": ("j",)}))
    pilot = Pilot((1280, 720), hands=hands)
    pilot.game.obey([c.ShowScreen("keys")])
    pilot.frame()
    assert pilot.game.scene.look.known_keys.keys("pause") == ("j",)

"""Any window at all, and one whose corner is dragged while somebody plays."""

import pygame
import pytest
from pilot import Pilot
from sizes import name_of

from lifgame.content.screens import SCREENS
from lifgame.scenes.play.scene import PlayScene
from lifgame.session import commands as c


@pytest.mark.parametrize(
    "size", [(1, 1), (2, 900), (900, 2), (40, 30), (320, 200), (7680, 400)], ids=name_of
)
def test_any_window_is_alive(size: tuple[int, int]) -> None:
    pilot = Pilot(size)
    pilot.wait(0.1)
    for screen in SCREENS:
        pilot.game.obey([c.ShowScreen(screen)])
        pilot.wait(0.05)


def test_no_size_of_window_is_an_error() -> None:
    """A grid over all shapes, as somebody drags the corner of the window."""
    pilot = Pilot((800, 480))
    for width in (1, 200, 400, 480, 640, 899, 900, 1500):
        for height in (1, 200, 400, 480, 559, 560, 700, 1200):
            pilot.game.resize(pygame.Surface((width, height)))
            pilot.frame(elapsed_s=0.02)


def test_a_small_window_can_still_be_clicked() -> None:
    pilot = Pilot((320, 200))
    game = pilot.game
    center = game.board["preset_next"].rect.center
    scale = 320 / game.viewport.canvas.get_width()
    top = (200 - game.viewport.canvas.get_height() * scale) / 2
    point = (round(center[0] * scale), round(top + center[1] * scale))
    pilot.mouse(pygame.MOUSEBUTTONDOWN, point)
    pilot.mouse(pygame.MOUSEBUTTONUP, point)
    assert pilot.session.cell.preset.id == "fast_spiking"


def test_a_resize_keeps_the_session_and_lets_go_of_what_is_held() -> None:
    pilot = Pilot()
    pilot.wait(1.0)
    spikes = pilot.session.cell.spike_count
    pilot.mouse_down("inject")
    assert pilot.session.cell.injected_na == 2.0
    pilot.game.resize(pygame.Surface((800, 480)))
    pilot.frame()
    assert pilot.session.cell.injected_na == 0.0
    assert pilot.session.cell.spike_count == spikes
    assert isinstance(pilot.game.scene, PlayScene)
    assert pilot.game.scene.places.form == "compact"

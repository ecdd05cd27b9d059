"""The gauge of a challenge paints nothing beside the place that is wiped under it."""

import pygame
import pytest
from guide_tools import begin, visitor

from lifgame.scenes.guide.ring import Ring
from lifgame.session.guide.table import GUIDES
from lifgame.view.widgets.widget import WidgetState

BARE = (255, 0, 255)


@pytest.mark.parametrize("width", [60, 74, 100, 212])
def test_the_stars_of_a_ring_stay_within_its_place(width: int) -> None:
    pilot = visitor((800, 480))
    begin(pilot, GUIDES["ten"])
    place = pygame.Rect(40, 40, width, width)
    canvas = pygame.Surface((width + 80, width + 80))
    canvas.fill(BARE)
    look = pilot.game.scene.look
    Ring("ring", place).draw(canvas, look, pilot.session, WidgetState())
    assert canvas.get_at(place.center)[:3] != BARE
    canvas.fill(BARE, place)
    assert (pygame.surfarray.array3d(canvas) == BARE).all()

"""Small kept pictures of Help, as they were looked at and approved.

``pytest tests/test_help_looks.py --update-pictures`` renews them.
"""

import pygame
import pytest
from pygame import Rect
from test_help import at_help
from test_looks import compare

from lifgame.content.help_parts import HELP_PARTS
from lifgame.scenes.help.cases import paint_case
from lifgame.scenes.help.places import help_places
from lifgame.session import commands as c
from lifgame.view.look import Look


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-pictures"))


@pytest.mark.parametrize("palette", ["night", "projector", "contrast"])
def test_the_nerve_cell_looks_as_it_was_approved(palette: str, update: bool) -> None:
    pilot = at_help(motion="reduced", palette=palette)
    pilot.game.obey([c.Explain("line")])
    pilot.wait(0.3)
    crop = Rect(900, 360, 360, 190)
    compare(
        f"help_cell_{palette}",
        pilot.game.window_surface.subsurface(crop),
        update=update,
    )


def test_the_card_looks_as_it_was_approved(update: bool) -> None:
    pilot = at_help((800, 480), motion="reduced")
    pilot.wait(0.3)
    card = help_places((800, 480)).card
    compare("help_card", pilot.game.window_surface.subsurface(card), update=update)


def test_all_cases_look_as_they_were_approved(update: bool) -> None:
    look = Look()
    sheet = pygame.Surface((8 * 100, 160))
    sheet.fill(look.palette.panel)
    for column, part in enumerate(HELP_PARTS):
        for row in range(2):
            room = Rect(column * 100, row * 80, 100, 80)
            paint_case(sheet, look, part, room, is_second=bool(row))
    compare("help_cases", sheet, update=update)


def test_keys_and_pad_look_as_they_were_approved(update: bool) -> None:
    keys = at_help((1280, 720), "keys").game.window_surface
    compare("help_keys", keys.subsurface(Rect(40, 90, 420, 200)), update=update)
    compare("help_pad", keys.subsurface(Rect(840, 130, 390, 270)), update=update)

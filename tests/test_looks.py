"""Small kept pictures: what a designer has looked at stays as it was.

``pytest tests/test_looks.py --update-pictures`` renews them; look at the difference
before you commit it. On failure, expected, actual and difference lie side by side in
``tests/failed``.
"""

from fractions import Fraction
from pathlib import Path

import numpy as np
import pygame
import pytest
from pilot import Pilot

from lifgame.scenes.lab.scene import LabScene
from lifgame.scenes.play.scene import PlayScene
from lifgame.session import commands as c
from lifgame.session.start import OPENING, Start

KEPT = Path(__file__).parent / "pictures"
FAILED = Path(__file__).parent / "failed"
# One letter that is wrong changes more pixels than this.
CHANNEL_TOLERANCE = 2
MOST_WRONG_PIXELS = 4
VERSIONS = (
    f"pygame-ce {pygame.version.ver}, SDL_ttf {pygame.font.get_sdl_ttf_version()}"
)


def compare(name: str, picture: pygame.Surface, *, update: bool) -> None:
    path = KEPT / f"{name}.png"
    if update:
        KEPT.mkdir(exist_ok=True)
        pygame.image.save(picture, path)
        (KEPT / "versions.txt").write_text(VERSIONS + "\n")
        return
    assert path.exists(), f"no {path.name}; make it with --update-pictures"
    kept = pygame.image.load(path)
    expected = pygame.surfarray.array3d(kept).astype(int)
    actual = pygame.surfarray.array3d(picture).astype(int)
    assert expected.shape == actual.shape, f"{name} has another size"
    wrong = (np.abs(expected - actual) > CHANNEL_TOLERANCE).any(axis=2)
    if wrong.sum() > MOST_WRONG_PIXELS:
        save_failed(name, kept, picture, wrong)
        made_with = (KEPT / "versions.txt").read_text().strip()
        pytest.fail(
            f"{name}: {wrong.sum()} pixels differ, see tests/failed/{name}.png; "
            f"kept with {made_with}, now {VERSIONS}"
        )


def save_failed(
    name: str, kept: pygame.Surface, picture: pygame.Surface, wrong: np.ndarray
) -> None:
    FAILED.mkdir(exist_ok=True)
    width, height = picture.get_size()
    sheet = pygame.Surface((3 * width + 20, height))
    sheet.blit(kept, (0, 0))
    sheet.blit(picture, (width + 10, 0))
    difference = np.repeat(wrong[:, :, None], 3, axis=2).astype(np.uint8) * 255
    sheet.blit(pygame.surfarray.make_surface(difference), (2 * width + 20, 0))
    pygame.image.save(sheet, FAILED / f"{name}.png")


def crop(pilot: Pilot, rect: pygame.Rect) -> pygame.Surface:
    window = pilot.game.window_surface
    assert rect.width <= 420
    assert rect.height <= 420
    return window.subsurface(rect.clip(window.get_rect())).copy()


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-pictures"))


@pytest.mark.parametrize("id", ["inject", "preset_card", "slower", "lab"])
def test_a_control_of_play_looks_as_it_was_approved(id: str, update: bool) -> None:
    pilot = Pilot((800, 480), OPENING)
    rect = pilot.game.board[id].rect
    compare(f"play_{id}", crop(pilot, rect), update=update)


@pytest.mark.parametrize(
    "id",
    ["pattern:constant", "pattern:by_hand", "tune", "preset_card", "pause",
     "reading:tau", "reading:rheobase"],
)  # fmt: skip
def test_a_control_of_the_lab_looks_as_it_was_approved(id: str, update: bool) -> None:
    lab = Pilot((1920, 1080), Start(view="lab"))
    rect = lab.game.board[id].rect
    compare(f"lab_{id.replace(':', '_')}", crop(lab, rect), update=update)


def test_a_slider_looks_as_it_was_approved(update: bool) -> None:
    lab = Pilot((1920, 1080), Start(view="lab"))
    scene = lab.game.scene
    assert isinstance(scene, LabScene)
    place = scene.places.sliders[0]
    rect = place.header.union(place.minus).union(place.plus)
    compare("slider", crop(lab, rect), update=update)


def test_the_focus_ring_looks_as_it_was_approved(update: bool) -> None:
    lab = Pilot((1920, 1080), Start(view="lab"))
    lab.game.obey([c.Focus("pattern:pulses")])
    lab.frame()
    rect = lab.game.board["pattern:pulses"].rect.inflate(16, 16)
    compare("focus_ring", crop(lab, rect), update=update)


@pytest.mark.parametrize("palette", ["night", "projector", "contrast"])
def test_the_bucket_looks_as_it_was_approved(palette: str, update: bool) -> None:
    pilot = Pilot((1280, 720), Start(preset="subthreshold", speed=Fraction(1, 10)))
    pilot.game.obey(
        [c.SetSetting("palette", palette), c.SetSetting("motion", "reduced")]
    )
    pilot.wait(2.0)
    scene = pilot.game.scene
    assert isinstance(scene, PlayScene)
    places = scene.picture.machine.places
    rect = pygame.Rect(places.pen_x - 20, places.rim_y - 20, 400, 400)
    compare(f"bucket_{palette}", crop(pilot, rect), update=update)


def test_spikes_look_as_they_were_approved(update: bool) -> None:
    pilot = Pilot((1280, 720), Start(speed=Fraction(1, 50)))
    pilot.wait(6.0)
    scene = pilot.game.scene
    assert isinstance(scene, PlayScene)
    places = scene.picture.machine.places
    rect = pygame.Rect(places.pen_x - 390, places.rim_y - 10, 400, 400)
    compare("paper_spikes", crop(pilot, rect), update=update)

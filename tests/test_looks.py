"""Small kept pictures: what a designer has looked at stays as it was.

``pytest tests/test_looks.py --update-pictures`` renews them; look at the difference
before you commit it. On failure, expected, actual and difference lie side by side in
``tests/failed``.
"""

from pathlib import Path

import numpy as np
import pygame
import pytest
from pilot import Pilot

from lifgame.scenes.play import PlayScene
from lifgame.session import commands as c
from lifgame.session.start import Start

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


@pytest.mark.parametrize(
    "id",
    ["inject", "pattern:constant", "pattern:by_hand", "tune", "preset_card", "pause"],
)
def test_a_control_looks_as_it_was_approved(
    pilot: Pilot, id: str, update: bool
) -> None:
    rect = pilot.game.board[id].rect
    compare(id.replace(":", "_"), crop(pilot, rect), update=update)


def test_a_slider_looks_as_it_was_approved(pilot: Pilot, update: bool) -> None:
    scene = pilot.game.scene
    assert isinstance(scene, PlayScene)
    place = scene.layout.sliders[0]
    assert place.caps is not None
    rect = place.header.union(place.caps).union(place.minus).union(place.plus)
    compare("slider", crop(pilot, rect), update=update)


def test_the_focus_ring_looks_as_it_was_approved(pilot: Pilot, update: bool) -> None:
    pilot.press("tab", "tab", "tab")
    rect = pilot.game.board["pattern:pulses"].rect.inflate(16, 16)
    compare("focus_ring", crop(pilot, rect), update=update)


@pytest.mark.parametrize("palette", ["night", "projector", "contrast"])
def test_the_bucket_looks_as_it_was_approved(palette: str, update: bool) -> None:
    pilot = Pilot((1280, 720), Start(preset="subthreshold"))
    pilot.game.obey(
        [c.SetSetting("palette", palette), c.SetSetting("motion", "reduced")]
    )
    pilot.wait(2.0)
    scene = pilot.game.scene
    assert isinstance(scene, PlayScene)
    rect = scene.layout.bucket.inflate(-40, -4)
    compare(f"bucket_{palette}", crop(pilot, rect), update=update)


def test_spikes_look_as_they_were_approved(update: bool) -> None:
    pilot = Pilot((1280, 720))
    pilot.wait(1.5)
    scene = pilot.game.scene
    assert isinstance(scene, PlayScene)
    scope = scene.layout.scope
    rect = pygame.Rect(scope.right - 400, scope.top + 40, 400, 320)
    compare("scope_spikes", crop(pilot, rect), update=update)

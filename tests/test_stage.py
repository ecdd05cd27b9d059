"""Pictures of scenes that are dropped are freed, though they hold themselves."""

import gc
import weakref

from pilot import Pilot

from lifgame.app.stage import BYTES_PER_PIXEL, MOST_DROPPED_BYTES
from lifgame.scenes.guide.board import BoardScene
from lifgame.session import commands as c

SIZE = (1280, 720)


def test_what_is_dropped_is_freed_before_it_is_much() -> None:
    pilot = Pilot(SIZE)
    most = MOST_DROPPED_BYTES // (SIZE[0] * SIZE[1] * BYTES_PER_PIXEL) + 2
    pictures = []
    gc.disable()
    try:
        for screen in ("board", "settings") * (2 * most):
            pilot.game.obey([c.ShowScreen(screen)])
            pilot.frame()
            scene = pilot.game.scene
            if isinstance(scene, BoardScene):
                pictures.append(weakref.ref(scene.picture))
            del scene
        alive = sum(picture() is not None for picture in pictures)
    finally:
        gc.enable()
    assert len(pictures) == 2 * most
    assert alive <= most

"""How a frame is painted: the scene, what lies over it, and in which look."""

from collections.abc import Sequence
from typing import Protocol

import pygame

from lifgame.app.hands.hands import Hands
from lifgame.app.window.viewport import Viewport
from lifgame.content.levels import on_scale
from lifgame.content.palettes import PALETTES
from lifgame.content.texts import Library
from lifgame.model.simulation import StepReport
from lifgame.scenes.scene import Layer, Scene
from lifgame.session.exhibit import Exhibit
from lifgame.session.session import Session
from lifgame.view.containment import Containment
from lifgame.view.corner_ring import CornerRing
from lifgame.view.look import Look
from lifgame.view.over import Fade


class Painted(Protocol):
    """What of the game is painted."""

    session: Session
    exhibit: Exhibit
    containment: Containment
    viewport: Viewport
    fade: Fade

    @property
    def scene(self) -> Scene: ...

    @property
    def layer(self) -> Layer | None: ...


class Painting:
    """Paints one frame after the other; remembers what lies over the scene."""

    def __init__(self) -> None:
        self._corner = CornerRing()
        self._layer: Layer | None = None

    def paint(
        self, game: Painted, report: StepReport, lived_s: float
    ) -> list[pygame.Rect]:
        """Paint what has changed; answer with the window's changed areas."""
        scene, canvas = game.scene, game.viewport.canvas
        session, changed = game.session, list[pygame.Rect]()
        name = session.place.screen
        self._lift(game.fade, canvas)
        with game.containment.guard(f"motion of {name}") as is_in:
            if is_in:
                scene.update(session, report, lived_s)
        with game.containment.guard(f"picture of {name}"):
            changed = scene.draw(canvas, session)
        with game.containment.guard(f"layer {session.place.layer}"):
            self._layer = game.layer
            if self._layer:
                changed += self._layer.draw_over(canvas, session, changed)
        held_s = game.exhibit.corner_s
        changed += self._corner.lay(canvas, scene.look, held_s, changed)
        changed += game.fade.lay(canvas, lived_s)
        return self._present(game, changed)

    def _lift(self, fade: Fade, canvas: pygame.Surface) -> None:
        """What lies over the pictures is taken off, last laid first."""
        fade.lift(canvas)
        self._corner.lift(canvas)
        if self._layer:
            self._layer.lift(canvas)

    @staticmethod
    def _present(game: Painted, changed: Sequence[pygame.Rect]) -> list[pygame.Rect]:
        shown = list(changed)
        return game.containment.run(
            "presenting", lambda: game.viewport.present(shown), lambda: shown
        )


def look_for(
    kind: type[Scene],
    size: tuple[int, int],
    session: Session,
    library: Library,
    hands: Hands,
) -> Look:
    """The look of a scene: its own scale, and what the preferences say."""
    preferences = session.preferences
    bare = hands.keys.without_hotkeys()
    known = hands.keys if preferences.has_hotkeys else bare
    return Look(
        unit=kind.unit(size, session),
        palette=PALETTES[preferences["palette"]],
        texts=on_scale(library.texts(preferences["language"]), preferences.rest_mv),
        text_scale=preferences.text_scale,
        still=preferences.is_still,
        keys=known if hands.has_typed else bare,
        known_keys=known,
        of_language=library.texts,
    )

"""The screens and layers: built when first needed, kept, and left out if broken."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from lifgame.content.screens import SCREENS
from lifgame.scenes.missing import MissingScene
from lifgame.scenes.registry import LAYERS, SCENES
from lifgame.scenes.scene import Layer, Scene
from lifgame.view.containment import Containment

S = TypeVar("S", bound=Scene)
T = TypeVar("T")


class Builder(Protocol):
    """Makes a scene for the window, the words and the colours of now."""

    def __call__(self, kind: type[S]) -> S: ...


class Stage:
    """What has been built, by name."""

    def __init__(self, containment: Containment, build: Builder) -> None:
        self._containment = containment
        self._build = build
        self._scenes: dict[str, Scene] = {}
        self._layer: tuple[str, Layer] | None = None

    def scene(self, name: str) -> Scene:
        """The screen, or in its place what says that it is missing."""
        scene = self._scenes.get(name)
        is_better = isinstance(scene, MissingScene) and not self._containment.is_out(
            f"screen {name}"
        )
        if scene is None or is_better:
            self._scenes = {
                kept: scene
                for kept, scene in self._scenes.items()
                if SCREENS[kept].keeps_pictures
            }
            self._scenes[name] = self._built(name, SCENES[name], self._missing)
        return self._scenes[name]

    def layer(self, name: str | None) -> Layer | None:
        """The layer; nothing if none is meant, or if it cannot be built."""
        if name is None:
            self._layer = None
        elif self._layer is None or self._layer[0] != name:
            layer = self._built(name, LAYERS[name], lambda: None)
            self._layer = (name, layer) if layer else None
        return self._layer[1] if self._layer else None

    def forget(self) -> None:
        """Build everything anew when it is next needed."""
        self._scenes.clear()
        self._layer = None

    def _built(self, name: str, kind: type[S], otherwise: Callable[[], T]) -> S | T:
        """A scene, or something else if it cannot be built."""

        def build() -> S | T:
            scene = self._build(kind)
            scene.contain_with(self._containment)
            return scene

        return self._containment.run(f"screen {name}", build, otherwise)

    def _missing(self) -> Scene:
        return self._build(MissingScene)

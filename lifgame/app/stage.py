"""The screens and layers: built when first needed, kept, and left out if broken."""

import gc
from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

from lifgame.content.screens import SCREENS
from lifgame.scenes.missing import MissingScene
from lifgame.scenes.registry import LAYERS, SCENES
from lifgame.scenes.scene import Layer, Scene
from lifgame.view.containment import Containment

S = TypeVar("S", bound=Scene)
T = TypeVar("T")


# What is dropped holds pictures in circles, which Python frees by the number of objects
# and not by their size: after so many bytes of them it is asked to.
MOST_DROPPED_BYTES = 40 * 1024 * 1024
# A scene holds some three pictures of the whole screen, of four bytes a pixel.
BYTES_PER_PIXEL = 3 * 4


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
        self._dropped_bytes = 0

    def scene(self, name: str) -> Scene:
        """The screen, or in its place what says that it is missing."""
        scene = self._scenes.get(name)
        is_better = isinstance(scene, MissingScene) and not self._containment.is_out(
            f"screen {name}"
        )
        if scene is None or is_better:
            before = self._scenes
            self._scenes = {
                kept: scene
                for kept, scene in before.items()
                if SCREENS[kept].keeps_pictures
            }
            self._drop(before[gone] for gone in before if gone not in self._scenes)
            del before
            self._free()
            self._scenes[name] = self._built(name, SCENES[name], self._missing)
        return self._scenes[name]

    def layer(self, name: str | None) -> Layer | None:
        """The layer; nothing if none is meant, or if it cannot be built."""
        if self._layer is not None and self._layer[0] != name:
            self._drop([self._layer[1]])
            self._layer = None
            self._free()
        if name is not None and self._layer is None:
            layer = self._built(name, LAYERS[name], lambda: None)
            self._layer = (name, layer) if layer else None
        return self._layer[1] if self._layer else None

    def forget(self) -> None:
        """Build everything anew when it is next needed."""
        self._drop(self._scenes.values())
        self._scenes.clear()
        self._layer = None
        self._free()

    def _drop(self, scenes: Iterable[Scene]) -> None:
        """Count what is about to be dropped."""
        for scene in scenes:
            width, height = scene.size
            self._dropped_bytes += width * height * BYTES_PER_PIXEL

    def _free(self) -> None:
        """Free what was dropped, if it is much."""
        if self._dropped_bytes > MOST_DROPPED_BYTES:
            self._dropped_bytes = 0
            gc.collect()

    def _built(self, name: str, kind: type[S], otherwise: Callable[[], T]) -> S | T:
        """A scene, or something else if it cannot be built."""

        def build() -> S | T:
            scene = self._build(kind)
            scene.contain_with(self._containment)
            return scene

        return self._containment.run(f"screen {name}", build, otherwise)

    def _missing(self) -> Scene:
        return self._build(MissingScene)

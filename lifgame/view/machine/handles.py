"""The machine's handles as widgets: what is drawn can be taken, and says so.

A drag is relative, so nothing jumps when it is taken; the farther the finger leaves the
track across its direction, the finer it moves, so that every step can be reached.
"""

import math

from pygame import Rect

from lifgame.content.parameters import (
    CAPACITANCE,
    CURRENT,
    RESISTANCE,
    THRESHOLD,
    ParameterSpec,
)
from lifgame.session.commands import Command, Inject, NudgeParameter, SetParameter
from lifgame.session.session import Session
from lifgame.view.geometry import Pixel
from lifgame.view.machine.moment import Moment
from lifgame.view.machine.places import MachinePlaces
from lifgame.view.machine.tap import OPEN_DEG, SHUT_DEG
from lifgame.view.machine.touch_areas import touch_areas, water_area
from lifgame.view.widgets.drag import fineness
from lifgame.view.widgets.widget import PicturedWidget, Widget

# The wheel may be turned, or drawn sideways over this way.
SIDEWAYS = 520.0
# What is named on its picture as it is in the story: which parameter it sets.
PARAMETER_OF = {
    "tap": CURRENT.id,
    "line": THRESHOLD.id,
    "width": CAPACITANCE.id,
    "leak": RESISTANCE.id,
    "bend": THRESHOLD.id,
}
# Moving less round the hub than this share of the wheel is no turning.
HUB = 0.35


class Handle(PicturedWidget):
    """One parameter in the picture. The machine's painter draws it.

    Variables:
        spec: The parameter that it sets.
        places: Where the machine stands now; see ``place``.
    """

    takes_arrows = True

    def __init__(self, id: str, spec: ParameterSpec, places: MachinePlaces) -> None:
        super().__init__(id, Rect(0, 0, 0, 0))
        self.spec = spec
        self.places = places
        self._last: Pixel = (0, 0)
        self._start: Pixel = (0, 0)
        self._share = 0.0

    def on_press(self, session: Session, point: Pixel, source: str) -> list[Command]:
        self._last = self._start = point
        self._share = self.spec.share(session.cell.value(self.spec.id))
        return []

    def on_move(self, session: Session, point: Pixel) -> list[Command]:
        across = self.across(point) / self.places.unit
        moved = self.moved(self._last, point) * fineness(across)
        self._last = point
        self._share = min(max(self._share + moved, 0.0), 1.0)
        value = self.spec.at_share(self._share)
        if value == session.cell.value(self.spec.id):
            return []
        return [SetParameter(self.spec.id, value)]

    def on_nudge(self, session: Session, steps: int) -> list[Command]:
        return [NudgeParameter(self.spec.id, steps)]

    def moved(self, last: Pixel, point: Pixel) -> float:
        """How far along its range a finger's way goes, as a share."""
        raise NotImplementedError

    def across(self, point: Pixel) -> float:
        """How far the finger has left the track, in pixels."""
        raise NotImplementedError

    @property
    def _span(self) -> float:
        return self.spec.maximum - self.spec.minimum


class TapHandle(Handle):
    """The wheel: turned round its hub, or drawn sideways."""

    def moved(self, last: Pixel, point: Pixel) -> float:
        x, y = self.places.tap
        near = self.places.wheel * HUB
        far = 2.2 * self.places.wheel
        reaches = [max(abs(p[0] - x), abs(p[1] - y)) for p in (last, point)]
        if near <= min(reaches) and max(reaches) <= far:
            before = math.atan2(last[1] - y, last[0] - x)
            turned = math.degrees(math.atan2(point[1] - y, point[0] - x) - before)
            turned = (turned + 180.0) % 360.0 - 180.0
            return turned / (OPEN_DEG - SHUT_DEG)
        return (point[0] - last[0]) / (SIDEWAYS * self.places.unit)

    def across(self, point: Pixel) -> float:
        """Straight away from the wheel, upwards or downwards."""
        return max(0, abs(point[1] - self.places.tap[1]) - self.places.wheel)


class LineHandle(Handle):
    """The flush line's tag: it goes with the finger, on the one scale."""

    def moved(self, last: Pixel, point: Pixel) -> float:
        return (last[1] - point[1]) / self.places.scale.px_per_mv / self._span

    def across(self, point: Pixel) -> float:
        return abs(point[0] - self._start[0])


class BendHandle(LineHandle):
    """The siphon's bend, which is the same line; for the hand only."""

    takes_arrows = False
    takes_focus = False


class WidthHandle(Handle):
    """The right wall: it goes with the finger, and C with the square of the width."""

    def moved(self, last: Pixel, point: Pixel) -> float:
        width = self.places.row.width_1nf * self.places.zoom
        root = math.sqrt(self.spec.minimum + self._share * self._span)
        to = max(0.0, root + (point[0] - last[0]) / width)
        return (to * to - root * root) / self._span

    def across(self, point: Pixel) -> float:
        return abs(point[1] - self._start[1])


class LeakHandle(Handle):
    """The clamp's knob and the felt: up squeezes less."""

    # The felt's height is the root of the conductance, so equal ways are equal flows.
    TRACK = 190.0

    def moved(self, last: Pixel, point: Pixel) -> float:
        least, most = 1.0 / self.spec.maximum, 1.0 / self.spec.minimum
        value = self.spec.minimum + self._share * self._span
        root = math.sqrt(max(0.0, 1.0 / value - least))
        whole = math.sqrt(most - least)
        way = (last[1] - point[1]) / (self.TRACK * self.places.unit)
        root = min(max(root + way * whole, 0.0), whole)
        return self.spec.share(1.0 / (least + root * root)) - self._share

    def across(self, point: Pixel) -> float:
        return abs(point[0] - self._start[0])


class WaterHandle(PicturedWidget):
    """The water: poked, a pulse of current for as long as the finger is there."""

    def __init__(self, id: str) -> None:
        super().__init__(id, Rect(0, 0, 0, 0))

    def on_press(self, session: Session, point: Pixel, source: str) -> list[Command]:
        return [Inject(source, 1.0)]

    def on_release(
        self, session: Session, *, inside: bool, source: str
    ) -> list[Command]:
        return [Inject(source, 0.0)]

    def on_cancel(self, source: str) -> list[Command]:
        return [Inject(source, 0.0)]


def machine_handles(places: MachinePlaces) -> list[Widget]:
    """All handles, in the order of the keyboard; the last is the first to be taken."""
    return [
        TapHandle("tap", CURRENT, places),
        LineHandle("line", THRESHOLD, places),
        WidthHandle("width", CAPACITANCE, places),
        LeakHandle("leak", RESISTANCE, places),
        WaterHandle("water"),
        BendHandle("bend", THRESHOLD, places),
    ]


def place_handles(handles: list[Widget], moment: Moment) -> None:
    """Let the handles stand where they are drawn now."""
    areas = touch_areas(moment)
    for handle in handles:
        handle.rect = areas[handle.id]
        if isinstance(handle, Handle):
            handle.places = moment.places


def place_water(handles: list[Widget], moment: Moment) -> None:
    """Only the water, where nothing but its level has changed."""
    areas = {handle.id: handle.rect for handle in handles}
    for handle in handles:
        if handle.id == "water":
            handle.rect = water_area(moment, areas)

"""The machine's painter: it paints anew only what has changed since the last frame.

The picture is a still ground and some parts before it. A part whose face has changed
makes its old and its new area dirty; there the ground is put back and every part that
reaches into the area is painted, clipped to it. So the partial and the full redraw
give the same picture.
"""

from pygame import Rect, Surface

from lifgame.view.look import Look
from lifgame.view.machine import drops, glass, leak, tap
from lifgame.view.machine.axon import Axon, paint_axon
from lifgame.view.machine.cup import CupPart, paint_cup
from lifgame.view.machine.frame import MachineFrame
from lifgame.view.machine.grips import Grips
from lifgame.view.machine.labels import Labels
from lifgame.view.machine.lamp import Counter, Lamp
from lifgame.view.machine.leak import Felt, Jet
from lifgame.view.machine.lines import Lines
from lifgame.view.machine.moment import Moment, Part
from lifgame.view.machine.motion import Motion
from lifgame.view.machine.number import Number
from lifgame.view.machine.pen import Pen
from lifgame.view.machine.places import MachinePlaces
from lifgame.view.machine.silhouette import Silhouette
from lifgame.view.machine.siphon import Siphon
from lifgame.view.machine.spray import Bubbles, Spray
from lifgame.view.machine.tap import Stream, Tap
from lifgame.view.machine.water import Water

# Two dirty areas become one if that adds little.
JOIN = 1.15


class MachinePainter:
    """Paints the machine before a backdrop.

    Args:
        look: Colours, words and reduced motion.
        places: Where everything stands; the frame's C changes its width.
        backdrop: What is behind the machine, at least as large as the picture's
            right and bottom edge: the wall, the paper's roll and ruler. It is not
            changed.
    """

    def __init__(self, look: Look, places: MachinePlaces, backdrop: Surface) -> None:
        self.places = places
        self._look = look
        self._backdrop = backdrop
        self._motion: Motion | None = None
        self._still_key: object = None
        self._wall_key: object = None
        self._wall: Surface = backdrop
        self._ground: Surface = backdrop
        self._parts: list[Part] = []
        self._shown: list[tuple[object, list[Rect]]] = []

    @property
    def moment(self) -> Moment:
        """What is shown now.

        Raises:
            RuntimeError: Before the first ``update``.
        """
        if self._motion is None:
            raise RuntimeError("the machine has not been given a frame yet")
        return self._motion.moment

    @property
    def ground(self) -> Surface:
        """The picture without anything that moves: what lies under this painter."""
        return self._ground

    def update(self, frame: MachineFrame, elapsed_s: float) -> None:
        """Move on by one frame.

        Args:
            frame: The numbers to show.
            elapsed_s: Real time since the last frame.
        """
        if frame.capacitance_nf != self.places.capacitance_nf:
            self.places = self.places.with_capacitance(frame.capacitance_nf)
        if self._motion is None:
            self._motion = Motion(self.places, frame)
        self._motion.still = self._look.still
        self._motion.update(self.places, frame, elapsed_s)
        self._build(frame)

    def draw(self, canvas: Surface) -> list[Rect]:
        """Paint what has changed.

        Returns:
            The areas that were painted; none if nothing has changed.
        """
        moment = self.moment
        if not self._shown:
            return self.draw_all(canvas)
        dirty: list[Rect] = []
        for index, part in enumerate(self._parts):
            face = part.face(moment)
            if face == self._shown[index][0]:
                continue
            areas = part.areas(moment)
            dirty += self._shown[index][1]
            dirty += areas
            self._shown[index] = face, areas
        painted = _joined(dirty, self.places.picture)
        for area in painted:
            self._repaint(canvas, area)
        return painted

    def draw_all(self, canvas: Surface) -> list[Rect]:
        """Paint the whole picture, as after another screen."""
        moment, picture = self.moment, self.places.picture
        self._shown = [(part.face(moment), part.areas(moment)) for part in self._parts]
        self._repaint(canvas, picture)
        return [picture.copy()]

    def forget(self) -> None:
        """Take nothing on the screen for granted: the next draw paints all."""
        self._shown = []

    def _repaint(self, canvas: Surface, area: Rect) -> None:
        moment = self.moment
        before = canvas.get_clip()
        canvas.set_clip(area.clip(before))
        canvas.blit(self._ground, area, area)
        for part, (_, areas) in zip(self._parts, self._shown, strict=True):
            if area.collidelist(areas) >= 0:
                part.draw(canvas, moment)
        canvas.set_clip(before)

    # --- the ground and the parts ----------------------------------------------------

    def _build(self, frame: MachineFrame) -> None:
        """Everything that stays as long as width, neuron type and cup do."""
        key = frame.capacitance_nf, frame.cell, self._cup_key(frame)
        if key == self._still_key:
            return
        self._still_key = key
        self._ground = self._painted_ground(frame)
        self._parts = self._made_parts(frame)
        self._shown = []

    @staticmethod
    def _cup_key(frame: MachineFrame) -> object:
        return None if frame.adaptation is None else frame.rest_line_mv

    def _painted_ground(self, frame: MachineFrame) -> Surface:
        places, palette = self.places, self._look.palette
        ground = self._painted_wall(frame).copy()
        glass.paint_stand(ground, places, palette)
        paint_axon(ground, places, palette)
        leak.paint_gutter(ground, places, palette)
        glass.paint_air(ground, places, palette)
        glass.paint_rim(ground, places, palette)
        tap.paint_pipe(ground, places, palette)
        glass.paint_walls(ground, places, palette)
        if frame.adaptation is not None:
            paint_cup(ground, places, palette, frame)
        return ground

    def _painted_wall(self, frame: MachineFrame) -> Surface:
        """The backdrop with the cell, which is painted anew for another neuron only."""
        is_held = frame.held == "width" and self._wall_key is not None
        key = (frame.cell, frame.capacitance_nf)
        if key != self._wall_key and not is_held:
            self._wall_key = key
            self._wall = self._backdrop.copy()
            self._wall.set_clip(self.places.picture)
            Silhouette(frame.cell, self.places).paint(self._wall, self._look.palette)
            self._wall.set_clip(None)
        return self._wall

    def _made_parts(self, frame: MachineFrame) -> list[Part]:
        """From back to front."""
        places, look, palette = self.places, self._look, self._look.palette
        unit = places.detail
        light = drops.sprites(unit, palette.streak)
        parts: list[Part] = [
            Water(places, palette),
            Bubbles(drops.sprites(unit * 1.2, palette.streak, 90)),
            Siphon(places, palette),
            Stream(places, palette),
            Spray("splash", light),
            Jet(places, palette),
            Spray("spill", light),
            Felt(places, palette),
            Axon(places, palette),
            Lines(places, palette),
            Pen(places, palette),
            Number(places, look),
            Tap(places, palette),
            Lamp(places, palette),
            Counter(places, look),
        ]
        if frame.adaptation is not None:
            parts.append(CupPart(places, palette))
        return [*parts, Grips(places, look), Labels(places, look)]


def _joined(areas: list[Rect], picture: Rect) -> list[Rect]:
    """Fewer areas that cover the same, cut to the picture."""
    joined: list[Rect] = []
    for area in areas:
        rest = area.clip(picture)
        if rest.width <= 0 or rest.height <= 0:
            continue
        merged = True
        while merged:
            merged = False
            for other in joined:
                both = rest.union(other)
                if _size(both) <= JOIN * (_size(rest) + _size(other)):
                    joined.remove(other)
                    rest, merged = both, True
                    break
        joined.append(rest)
    return joined


def _size(area: Rect) -> int:
    return area.width * area.height

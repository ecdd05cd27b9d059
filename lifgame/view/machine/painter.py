"""The machine's painter: it paints anew only what has changed since the last frame.

The picture is a still ground and some parts before it. A part whose face has changed
makes its old and its new area dirty; there the ground is put back and every part that
reaches into the area is painted, clipped to it. So the partial and the full redraw
give the same picture.
"""

from collections.abc import Callable, Sequence

from pygame import Rect, Surface

from lifgame.view.look import Look
from lifgame.view.machine import drops, glass, leak, tap
from lifgame.view.machine.areas import around, both, joined
from lifgame.view.machine.axon import Axon, paint_axon
from lifgame.view.machine.beside import Beside
from lifgame.view.machine.cup import CupPart, has_room
from lifgame.view.machine.cup_stand import paint_cup
from lifgame.view.machine.curtain import Curtain
from lifgame.view.machine.frame import MachineFrame
from lifgame.view.machine.glide import Glide
from lifgame.view.machine.grips import Grips
from lifgame.view.machine.labels import Labels
from lifgame.view.machine.lamp import Counter, Lamp
from lifgame.view.machine.leak import Felt, Jet
from lifgame.view.machine.letter import Letter
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


class MachinePainter:
    """Paints the machine before a backdrop.

    Args:
        look: Colours, words and reduced motion.
        places: Where everything stands; the frame's C changes its width.
        room: The wall behind everything, as large as the screen; it is not changed.
        dress: Paints what stands before the cell and behind the machine: the paper's
            roll.
        behind: Parts that stand behind all of the machine's own.
        beside: A second bucket in the same picture; None: there is one.
        letters: What names the buckets, where there are two.
    """

    def __init__(
        self,
        look: Look,
        places: MachinePlaces,
        room: Surface,
        dress: Callable[[Surface], None] | None = None,
        behind: Sequence[Part] = (),
        beside: Beside | None = None,
        letters: Sequence[str] = (),
    ) -> None:
        self.places = places
        self._look = look
        self._room = room
        self._dress = dress
        self._behind = behind
        self.beside, self._letters = beside, letters
        self._motion: Motion | None = None
        self._glide = Glide(places.capacitance_nf)
        self._still_key: object = None
        self._wall_key: object = None
        self._wall: Surface = room
        self._ground: Surface = room
        self._parts: list[Part] = []
        # These look the same whatever the bucket's width.
        palette = look.palette
        self._steady = (
            Tap(places, palette),
            Lamp(places, palette),
            Counter(places, look),
        )
        self._grips, self._curtain = Grips(places, look), Curtain(places, look)
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
    def area(self) -> Rect:
        """All that this painter may touch: from the roll to the picture's edge."""
        picture = self.places.picture
        left = self.places.roll_x
        return Rect(left, picture.top, picture.right - left, picture.height)

    @property
    def wall(self) -> Surface:
        """Room, cell and dress without the machine: what lies under the paper.

        It is another surface when the neuron type has changed.
        """
        return self._wall

    def update(
        self,
        frame: MachineFrame,
        elapsed_s: float,
        second: MachineFrame | None = None,
    ) -> None:
        """Move on by one frame.

        Args:
            frame: The numbers to show.
            elapsed_s: Real time since the last frame.
            second: Those of the second bucket, if there is one.
        """
        if self.beside is not None and second is not None:
            self.beside.update(second, elapsed_s)
        cup = frame.adaptation is not None
        jumps = self._look.still or frame.held == "width" or self._motion is None
        self._glide.update(frame.capacitance_nf, elapsed_s, jumps=jumps)
        width_nf = self._glide.shown_nf
        if (width_nf, cup) != (self.places.capacitance_nf, self.places.has_cup):
            self.places = self.places.with_bucket(width_nf, cup=cup)
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
            old_face, before = self._shown[index]
            areas = part.areas(moment)
            self._shown[index] = face, areas
            changed = part.changed(old_face, face, moment)
            dirty += both(before, areas) if changed is None else changed
        painted = joined(dirty, self.area)
        for area in painted:
            self._repaint(canvas, area)
        return painted

    def draw_all(self, canvas: Surface) -> list[Rect]:
        """Paint all of ``area``, as after another screen."""
        moment, area = self.moment, self.area
        self._shown = [(part.face(moment), part.areas(moment)) for part in self._parts]
        self._repaint(canvas, area)
        return [area]

    def draw_tip(self, canvas: Surface) -> None:
        """The tip of the pen, which lies on the paper: after the paper was painted."""
        clip, places = canvas.get_clip(), self.places
        picture = places.picture
        lip = Rect(places.pen_x, picture.top, 0, picture.height)
        lip.width = places.roll_x - lip.left
        canvas.set_clip(lip.clip(clip))
        if self.beside is not None:
            self.beside.draw_tip(canvas)
        self._pen.draw(canvas, self.moment)
        canvas.set_clip(clip)

    def forget(self) -> None:
        """Take nothing on the screen for granted: the next draw paints all."""
        self._shown = []

    def _repaint(self, canvas: Surface, area: Rect) -> None:
        moment = self.moment
        before = canvas.get_clip()
        canvas.set_clip(area.clip(before))
        for rest in around(area, self._water.covers(moment)):
            canvas.blit(self._ground, rest, rest)
        for part, (_, areas) in zip(self._parts, self._shown, strict=True):
            if area.collidelist(areas) >= 0:
                part.draw(canvas, moment)
        canvas.set_clip(before)

    # --- the ground and the parts ----------------------------------------------------

    def _build(self, frame: MachineFrame) -> None:
        """Everything that stays as long as width, neuron type and cup do."""
        waits = self._cell_waits(frame)
        other = self.beside and self.beside.places.capacitance_nf
        widths = self.places.capacitance_nf, other
        key = widths, frame.cell, waits, self._cup_key(frame)
        if key == self._still_key:
            return
        self._still_key = key
        self._ground = self._painted_ground(frame)
        self._parts = self._made_parts(frame)
        self._shown = []

    def _cell_waits(self, frame: MachineFrame) -> bool:
        """Whether the cell stays as it is until the wall has come to rest."""
        moves = frame.held == "width" or self._glide.is_moving
        return moves and self._wall_key is not None

    @staticmethod
    def _cup_key(frame: MachineFrame) -> object:
        return None if frame.adaptation is None else frame.rest_line_mv

    def _painted_ground(self, frame: MachineFrame) -> Surface:
        places, palette = self.places, self._look.palette
        ground = self._painted_wall(frame).copy()
        if self.beside is not None:
            self.beside.paint_ground(ground)
        glass.paint_stand(ground, places, palette)
        paint_axon(ground, places, palette)
        leak.paint_gutter(ground, places, palette)
        glass.paint_air(ground, places, palette)
        glass.paint_rim(ground, places, palette)
        tap.paint_pipe(ground, places, palette)
        glass.paint_walls(ground, places, palette)
        if places.has_cup and has_room(places):
            paint_cup(ground, places, palette, frame)
        return ground

    def _painted_wall(self, frame: MachineFrame) -> Surface:
        """The room with the cell, which is painted anew when the wall rests."""
        key, palette = (frame.cell, frame.capacitance_nf), self._look.palette
        if key != self._wall_key and not self._cell_waits(frame):
            self._wall_key = key
            self._wall = self._room.copy()
            if self.beside is None and frame.cell:
                self._wall.set_clip(self.places.picture)
                Silhouette(frame.cell, self.places).paint(self._wall, palette)
                self._wall.set_clip(None)
            if self._dress is not None:
                self._dress(self._wall)
        return self._wall

    def _made_parts(self, frame: MachineFrame) -> list[Part]:
        """From back to front."""
        places, look, palette = self.places, self._look, self._look.palette
        unit = places.detail
        light = drops.sprites(unit, palette.drop)
        self._water = Water(places, palette)
        self._pen = Pen(places, palette)
        parts: list[Part] = [
            *self._behind,
            *(self.beside.parts(places) if self.beside else ()),
            self._water,
            Bubbles(drops.sprites(unit * 1.2, palette.streak, 90)),
            Siphon(places, palette),
            Stream(places, palette),
            Spray("splash", light),
            Jet(places, palette),
            Spray("spill", light),
            Felt(places, palette),
            Axon(places, palette),
            Lines(places, palette),
            self._pen,
            Number(places, look),
            *self._steady,
        ]
        if places.has_cup and has_room(places):
            parts.append(CupPart(places, palette))
        parts += self._named()
        return [*parts, self._grips, Labels(places, look), self._curtain]

    def _named(self) -> list[Part]:
        """The letters of two buckets."""
        if self.beside is None or not self._letters:
            return []
        first, second = self._letters
        other, places = self.beside.places, self.places
        end = other.inside.left - other.wall - places.px(12)
        own = Letter(places, self._look, (first, "voltage"), end)
        return [own, self.beside.named(second)]

"""A second bucket in the same picture: the same scale and floor, the same tap.

Its water and its pen have a colour of their own, its arm is dashed, and it runs level
behind the first glass to the one paper.
"""

from dataclasses import replace

from pygame import Rect, Surface

from lifgame.content.palette import Palette
from lifgame.view.colours import mix
from lifgame.view.look import Look
from lifgame.view.machine import drops, glass, leak, tap
from lifgame.view.machine.axon import Axon, paint_axon
from lifgame.view.machine.brush import Brush
from lifgame.view.machine.frame import MachineFrame
from lifgame.view.machine.glide import Glide
from lifgame.view.machine.lamp import Counter, Lamp
from lifgame.view.machine.leak import Felt, Jet
from lifgame.view.machine.letter import Letter
from lifgame.view.machine.lines import Lines
from lifgame.view.machine.moment import Moment, Part
from lifgame.view.machine.motion import Motion
from lifgame.view.machine.pen import Pen
from lifgame.view.machine.places import MachinePlaces
from lifgame.view.machine.siphon import Siphon
from lifgame.view.machine.spray import Bubbles, Spray
from lifgame.view.machine.tap import Stream
from lifgame.view.machine.water import Water
from lifgame.view.paper.frame import SECOND_DASH


def second_palette(palette: Palette) -> Palette:
    """The colours of what belongs to the second neuron: its water and its pen."""
    return replace(
        palette,
        voltage=palette.second,
        water_top=palette.second_top,
        water_bottom=palette.second_bottom,
        crest=mix(palette.crest, palette.second, 0.25),
    )


class Beside:
    """The second bucket and all that hangs on it.

    Args:
        look: Colours, words and reduced motion.
        places: Where it stands; the frame's C changes its width.
    """

    def __init__(self, look: Look, places: MachinePlaces) -> None:
        self.places = places
        self._look = look
        self._motion: Motion | None = None
        self._glide = Glide(places.capacitance_nf)

    @property
    def moment(self) -> Moment:
        """What is shown of it now.

        Raises:
            RuntimeError: Before the first ``update``.
        """
        if self._motion is None:
            raise RuntimeError("the second bucket has not been given a frame yet")
        return self._motion.moment

    def update(self, frame: MachineFrame, elapsed_s: float) -> None:
        """Move on by one frame."""
        jumps = self._look.still or self._motion is None
        self._glide.update(frame.capacitance_nf, elapsed_s, jumps=jumps)
        width_nf = self._glide.shown_nf
        if width_nf != self.places.capacitance_nf:
            self.places = self.places.with_bucket(width_nf, cup=False)
        if self._motion is None:
            self._motion = Motion(self.places, frame)
        self._motion.still = self._look.still
        self._motion.update(self.places, frame, elapsed_s)

    def paint_ground(self, ground: Surface) -> None:
        """All of it that stands still."""
        places, palette = self.places, self._look.palette
        glass.paint_stand(ground, places, palette)
        paint_axon(ground, places, palette)
        leak.paint_gutter(ground, places, palette)
        glass.paint_air(ground, places, palette)
        glass.paint_rim(ground, places, palette)
        tap.paint_pipe(ground, places, palette)
        glass.paint_walls(ground, places, palette)

    def parts(self, first: MachinePlaces) -> list[Part]:
        """Its parts, from back to front; its arm stands behind the first bucket."""
        places, look, palette = self.places, self._look, self._look.palette
        own, unit = second_palette(palette), places.detail
        light = drops.sprites(unit, palette.drop)
        self._pen = SecondPen(places, own, first)
        parts: list[Part] = [
            Water(places, own),
            Bubbles(drops.sprites(unit * 1.2, palette.streak, 90)),
            Siphon(places, own),
            Stream(places, palette),
            Spray("splash", light),
            Jet(places, palette),
            Spray("spill", light),
            Felt(places, palette),
            Axon(places, own),
            Lines(places, palette),
            self._pen,
            Lamp(places, palette),
            Counter(places, look),
        ]
        return [Bound(part, self) for part in parts]

    def named(self, letter: str) -> Part:
        """What names it: the letter in its glass, and the neuron's name beside it."""
        end = self.places.picture.right - self.places.px(40)
        return Bound(Letter(self.places, self._look, (letter, "second"), end), self)

    def draw_tip(self, canvas: Surface) -> None:
        """The tip of its pen, which lies on the paper, within the clip."""
        self._pen.draw(canvas, self.moment)


class Bound(Part):
    """A part that is painted from the second bucket's moment."""

    def __init__(self, part: Part, beside: Beside) -> None:
        self._part, self._beside = part, beside

    def face(self, moment: Moment) -> object:
        return self._part.face(self._beside.moment)

    def areas(self, moment: Moment) -> list[Rect]:
        return self._part.areas(self._beside.moment)

    def changed(
        self, before: object, face: object, moment: Moment
    ) -> list[Rect] | None:
        return self._part.changed(before, face, self._beside.moment)

    def draw(self, canvas: Surface, moment: Moment) -> None:
        self._part.draw(canvas, self._beside.moment)


class SecondPen(Pen):
    """Float and slider of the second bucket, and its long, dashed arm."""

    def __init__(
        self, places: MachinePlaces, palette: Palette, first: MachinePlaces
    ) -> None:
        self._first = first
        super().__init__(places, palette)

    def _arm(self, brush: Brush, left: int, end: int) -> None:
        """Dashed as its curve; the first one's walls hide it."""
        places, palette, px = self._places, self._palette, self._places.px
        arm = max(3.0, 8 * places.detail)
        bright = mix(palette.glass, palette.gloss, 0.6 * palette.glow)
        dash, gap = px(SECOND_DASH[0]), px(SECOND_DASH[1])
        brush.box((left + px(14), -arm / 2, end - left - px(14), arm), 0, bright)
        for x in range(left + px(14), end, dash + gap):
            brush.box((x, -arm / 2, min(dash, end - x), arm), 0, palette.voltage)
        inside, wall = self._first.inside, self._first.wall
        for x in (inside.left - wall, inside.right):
            brush.box((x, -arm, wall, 2 * arm), 0, None)

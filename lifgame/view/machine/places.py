"""Where the machine's parts stand, in whole pixels, for one picture and one width C.

The left wall and everything left of it stay for ever; the right wall, siphon, leak and
gutter go with the root of C, because the glass is round and seen from the side.
"""

from dataclasses import dataclass, replace
from functools import cached_property
from math import sqrt

from pygame import Rect

from lifgame.view.machine.forms import FORMS, Form
from lifgame.view.scale import Scale

FULL_MV = 32.0  # the rim
PAPER_LEAST = 0.3  # of the picture's width, before the machine gets smaller
PAPER_MOST = 2.0  # of the paper's height, before the picture is centred
TOUCH = 64.0  # in design units of the 1080-line screen
TOUCH_PX = 48
NARROW = 240.0  # a bucket under this width has smaller parts


@dataclass(frozen=True)
class MachinePlaces:
    """All places of one picture.

    Attributes:
        picture: The whole picture, bench excluded.
        form: Name of a row in ``forms.FORMS``.
        unit: Screen pixels per unit of the 1080-line design: ``Look.unit``.
        text_scale: Extra size of words: ``Look.text_scale``.
        capacitance_nf: C, which gives the width.
        has_cup: Whether an adaptive neuron's cup drips into the gutter too.
        buttons: What stands over the picture; no words go there.
    """

    picture: Rect
    form: str
    unit: float
    text_scale: float = 1.0
    capacitance_nf: float = 2.0
    has_cup: bool = False
    buttons: tuple[Rect, ...] = ()

    def __post_init__(self) -> None:
        if self.form not in FORMS:
            raise ValueError(f"no form {self.form!r}; there are {list(FORMS)}")
        if self.capacitance_nf <= 0:
            raise ValueError(f"no width for {self.capacitance_nf:g} nF")

    def with_bucket(self, capacitance_nf: float, *, cup: bool) -> "MachinePlaces":
        """The same picture with another bucket."""
        return replace(self, capacitance_nf=capacitance_nf, has_cup=cup)

    # --- sizes ----------------------------------------------------------------

    @cached_property
    def row(self) -> Form:
        return FORMS[self.form]

    @cached_property
    def zoom(self) -> float:
        """Pixels per unit of the form's own design."""
        width, height = self.row.size
        machine = width - self.row.pen_x
        room = self.picture.width * (1.0 - PAPER_LEAST)
        return max(0.05, min(self.picture.height / height, room / machine))

    @cached_property
    def detail(self) -> float:
        """Pixels per unit of the details, which are those of the large landscape."""
        return self.row.detail * self.zoom

    @cached_property
    def _lengths(self) -> dict[float, int]:
        return {}

    @cached_property
    def touch_px(self) -> int:
        """The least width and height of what a finger is to find."""
        return max(TOUCH_PX, round(TOUCH * self.unit))

    def px(self, design: float) -> int:
        """A detail's length in pixels, at least one; kept, as it is asked for often."""
        if design not in self._lengths:
            self._lengths[design] = max(1, round(design * self.detail))
        return self._lengths[design]

    @cached_property
    def _right(self) -> int:
        """Right edge of the machine: of the picture, or of its centred part."""
        width = self.paper_width + (self.row.size[0] - self.row.pen_x) * self.zoom
        spare = max(0.0, self.picture.width - width)
        return round(self.picture.right - spare / 2)

    @cached_property
    def paper_width(self) -> float:
        """How long the paper is, to the pen."""
        height = (FULL_MV + 8) * self.row.px_per_mv * self.zoom
        rest = self.picture.width - (self.row.size[0] - self.row.pen_x) * self.zoom
        return min(rest, max(PAPER_MOST * height, self.row.pen_x * self.zoom))

    def x(self, design: float) -> int:
        """A column of the form's design, measured from its right edge."""
        return round(self._right - (self.row.size[0] - design) * self.zoom)

    def y(self, design: float) -> int:
        """A row of the form's design, measured from the bench."""
        return round(self.picture.bottom - (self.row.size[1] - design) * self.zoom)

    # --- the scale and what hangs on it -------------------------------------------

    @cached_property
    def floor_y(self) -> int:
        return self.y(self.row.floor_y)

    @cached_property
    def scale(self) -> Scale:
        """The one scale of paper, ruler, bucket and lines."""
        top = self.floor_y - FULL_MV * self.row.px_per_mv * self.zoom
        return Scale(0.0, FULL_MV, top, float(self.floor_y))

    @cached_property
    def rim_y(self) -> int:
        return self.scale.row(FULL_MV)

    @cached_property
    def pen_x(self) -> int:
        return self.x(self.row.pen_x)

    @cached_property
    def roll_x(self) -> int:
        """Left edge of the paper's roll: between pen and roll the pen's tip is seen."""
        return self.pen_x + self.px(3)

    @cached_property
    def wall_x(self) -> int:
        """Inside of the left wall."""
        return self.x(self.row.wall_x)

    @cached_property
    def wall(self) -> int:
        """Thickness of the glass."""
        return max(3, self.px(10))

    @cached_property
    def inside(self) -> Rect:
        """The bucket's inside, from rim to floor."""
        width = self.row.width_1nf * sqrt(self.capacitance_nf) * self.zoom
        return Rect(self.wall_x, self.rim_y, round(width), self.floor_y - self.rim_y)

    @cached_property
    def is_narrow(self) -> bool:
        return self.inside.width < NARROW * self.detail

    # --- siphon -----------------------------------------------------------------

    @cached_property
    def bore(self) -> int:
        """Inside width of the siphon's tube, even, so that its middle is a pixel."""
        widest, least = 36 * self.detail, 22 * self.detail
        bore = min(widest, max(least, 0.105 * self.inside.width))
        return max(4, 2 * round(bore / 2))

    @cached_property
    def tube(self) -> int:
        """Thickness of the tube's glass."""
        return max(2, self.px(4.5))

    @cached_property
    def legs(self) -> tuple[int, int]:
        """Middle of the short and of the long leg."""
        long = self.inside.right - self.bore // 2 - self.tube - self.px(16)
        return long - 2 * self.bore, long

    @cached_property
    def mouth_y(self) -> int:
        """Where the short leg ends, above the floor."""
        return self.floor_y - self.px(16)

    # --- tap, float, leak -----------------------------------------------------------

    @cached_property
    def spout(self) -> int:
        """The column in which the stream falls."""
        reach = max(0.44 * self.inside.width, 60 * self.detail)
        return round(self.inside.left + reach)

    @cached_property
    def tap(self) -> tuple[int, int]:
        """Middle of the wheel: over the stream, or where one serves two buckets."""
        wheel_x = self.row.wheel_x
        x = self.spout if wheel_x is None else self.x(wheel_x)
        return x, self.y(self.row.tap[0])

    @cached_property
    def wheel(self) -> int:
        """Radius of the wheel."""
        return max(8, round(self.row.tap[1] * self.zoom))

    @cached_property
    def nozzle_y(self) -> int:
        """Where the stream leaves the tap."""
        return self.rim_y - round(self.row.nozzle * self.zoom) + self.px(10)

    @cached_property
    def lines_x(self) -> int:
        """Where level lines begin: at the pen, or before the second one's glass."""
        is_second = self.row.is_second
        return self.wall_x - self.wall - self.px(22) if is_second else self.pen_x

    @cached_property
    def float_x(self) -> int:
        return self.inside.left + self.px(34 if self.is_narrow else 52)

    def felt(self, resistance_mohm: float) -> Rect:
        """The plug: the harder it is squeezed, the lower it is."""
        loose = sqrt(max(0.0, 1.0 / resistance_mohm - 0.01))
        height = self.px(22 + 104 * loose)
        left, width = self.inside.right - self.px(12), self.px(68)
        return Rect(left, self.floor_y - height, width, height)

    def knob(self, resistance_mohm: float) -> Rect:
        """The clamp's knob over the felt."""
        felt = self.felt(resistance_mohm)
        width, height = (max(6, round(part * self.zoom)) for part in self.row.knob)
        middle = felt.right - self.px(25)
        top = felt.top - self.px(22) - height
        return Rect(middle - width // 2, top, width, height)

    def tag_tip(self, line_mv: float) -> tuple[int, int]:
        """Where the flush line's tag points."""
        return self.inside.right + self.px(34), self.scale.row(line_mv)

    def tag(
        self, line_mv: float, resistance_mohm: float, *, hangs: bool = False
    ) -> Rect:
        """The tag's body; it keeps clear of the knob, its tip stays on the line."""
        x, y = self.tag_tip(line_mv)
        width, height = (max(6, round(part * self.zoom)) for part in self.row.tag)
        if hangs:  # under its thin mark, where the cup's arm runs over it
            y += round(height * 0.78)
        lowest = self.knob(resistance_mohm).top - height // 2 - max(2, self.px(5))
        return Rect(x + self.px(24), min(y, lowest) - height // 2, width, height)

    def pill(self, line_mv: float, resistance_mohm: float) -> Rect:
        """The width's grip on the right wall; it goes out of the tag's way."""
        scale = self.scale
        y, tag = scale.row(self.row.grip_mv), self.tag(line_mv, resistance_mohm)
        if abs(tag.centery - y) < max(4.3 * scale.px_per_mv, self.touch_px - 6):
            apart = max(6.5 * scale.px_per_mv, self.touch_px + 4)
            y = round(tag.centery - apart)
        width, height = (max(6, round(part * self.zoom)) for part in self.row.pill)
        pill = Rect(0, 0, width, height)
        pill.center = self.inside.right + self.wall // 2, y
        return pill

    @cached_property
    def gutter(self) -> Rect:
        """The tray that catches what leaks."""
        drop = self.px(38 if self.row.is_small else 46)
        left = self.inside.right - self.px(40)
        length, end = self.row.gutter
        more = self.px(130) if self.has_cup else 0
        right = self.inside.right + round(length * self.zoom) + more
        right = min(right, self.x(end))
        return Rect(left, self.floor_y + drop, right - left, self.px(30))

    @cached_property
    def axon_y(self) -> int:
        return self.y(self.row.axon_y)

    @cached_property
    def lamp(self) -> tuple[int, int, int]:
        """Middle and radius of the lamp."""
        x, y, radius = self.row.lamp
        return self.x(x), self.y(y), max(6, round(radius * self.zoom))

    @cached_property
    def count(self) -> tuple[int, int, int]:
        """Middle of the number, and its type size in pixels."""
        x, y, size = self.row.count
        grown = 1.0 + (self.text_scale - 1.0) * 0.5
        return self.x(x), self.y(y), max(10, round(size * self.zoom * grown))

    def word_px(self, design: float) -> int:
        """Type size of a word of the form, in pixels."""
        return max(10, round(design * self.zoom * self.text_scale))

"""Where everything stands on the Play screen, in one of three forms.

The picture takes four fifths of the screen; under it lies the bench. On the bench HOLD
is first by area, whatever the size: one and a half times the next control at the least.
Lengths are design units of the form's own size, from the edge that they belong to.
"""

from dataclasses import dataclass, field

from lifgame.scenes.bench.grid import COMPACT_UNIT, Band, Grid, Part, form_of
from lifgame.scenes.layout import Rect


@dataclass(frozen=True, slots=True)
class PlayPlaces:
    """All rectangles of the Play screen, in pixels.

    Attributes:
        form: ``landscape``, ``portrait`` or ``compact``.
        size: The window's width and height.
        unit: Pixels per design unit of the 1080-line screen: ``Look.unit``.
        picture: The one picture; full bleed.
        bench: What lies under it.
        hold: The button to hold.
        buttons: Buttons by widget id.
        tempo: Where the tempo is written, between turtle and rabbit.
        title: Where the program's name is written, if there is room.
        sentence: Where the sentence stands over the paper.
        opening: Where it stands at the start, in the place of the paper to come.
        sentence_size: Its type size over the paper, in design units.
        opening_size: Its type size at the start.
    """

    form: str
    size: tuple[int, int]
    unit: float
    picture: Rect
    bench: Rect
    hold: Rect
    sentence: Rect
    opening: Rect
    tempo: Rect
    title: Rect | None = None
    buttons: dict[str, Rect] = field(default_factory=dict)
    sentence_size: float = 46.0
    opening_size: float = 80.0


def play_places(size: tuple[int, int]) -> PlayPlaces:
    """The places for a window of a size in pixels."""
    return _FORMS[form_of(size)](size)


TOP_RIGHT = ("help", "language", "mute", "reset")
NOT_BUTTONS = ("hold", "tempo", "space")


def _landscape(size: tuple[int, int]) -> PlayPlaces:
    grid = Grid(size, (1920, 1080), margin=48)
    bench = Rect(0, size[1] - grid.px(208), size[0], grid.px(208))
    row = grid.row(
        grid.band(180, 152),
        (
            Part("preset_previous", 88),
            Part("preset_card", 330),
            Part("preset_next", 88, gap=24),
            Part("hold", 1, gap=24, stretch=True),
            Part("slower", 88, gap=0),
            Part("tempo", 140, gap=0),
            Part("faster", 88, gap=24),
            Part("board", 144, gap=8),
            Part("lab", 144),
        ),
    )
    corner = grid.corner((80, 80, 80, 184), 32, 72)
    return PlayPlaces(
        form="landscape",
        size=size,
        unit=grid.scale,
        picture=Rect(0, 0, size[0], bench.top),
        bench=bench,
        hold=row["hold"],
        buttons=_buttons(row, corner),
        tempo=row["tempo"],
        title=grid.rect(48, 26, 660, 36),
        sentence=grid.rect(48, 66, 692, 102),
        opening=grid.rect(48, 300, 590, 330),
    )


def _portrait(size: tuple[int, int]) -> PlayPlaces:
    grid = Grid(size, (1080, 1920), margin=48)
    low, middle, hold = grid.stack((Band(114, 84), Band(236, 108), Band(410, 152)))
    top = min(size[1] - grid.px(434), hold.top - grid.px(24))
    bench = Rect(0, top, size[0], size[1] - top)
    row = grid.row(
        middle,
        (
            Part("preset_previous", 84),
            Part("preset_card", 380, stretch=True),
            Part("preset_next", 84, gap=24),
            Part("slower", 96, gap=0),
            Part("tempo", 160, gap=0, stretch=True),
            Part("faster", 96),
        ),
    )
    names = (Part("help", 1, gap=16, stretch=True),
             Part("board", 1.4, gap=16, stretch=True),
             Part("lab", 1, stretch=True))  # fmt: skip
    last = grid.row(low, names)
    corner = grid.corner((84, 84, 84), 24, 76)
    room = corner[0].left - grid.px(48 + 24)
    sentence = Rect(grid.px(48), grid.px(84), room, grid.px(150))
    return PlayPlaces(
        form="portrait",
        size=size,
        unit=grid.scale,
        picture=Rect(0, 0, size[0], bench.top),
        bench=bench,
        hold=hold,
        buttons={**_buttons(row, corner), **last},
        tempo=row["tempo"],
        title=Rect(grid.px(48), grid.px(30), room, grid.px(40)),
        sentence=sentence,
        opening=sentence,
        opening_size=58.0,
    )


def _compact(size: tuple[int, int]) -> PlayPlaces:
    grid = Grid(size, (800, 480), margin=8)
    bench = Rect(0, size[1] - grid.px(88), size[0], grid.px(88))
    # However wide the window is, HOLD comes first on it.
    hold = Rect(0, 0, max(grid.px(170), size[0] * 22 // 100), grid.px(196))
    hold.bottomright = size[0] - grid.px(8), size[1] - grid.px(10)
    band = grid.band(76, 64)
    band.width = hold.left - grid.px(10) - band.left
    row = grid.row(
        band,
        (
            Part("preset_previous", 60),
            Part("preset_card", 72, stretch=True),
            Part("preset_next", 60, gap=16),
            Part("slower", 60, gap=0),
            Part("tempo", 70, gap=0),
            Part("faster", 60, gap=12),
            Part("board", 60, gap=8),
            Part("lab", 80, stretch=True),
        ),
    )
    return PlayPlaces(
        form="compact",
        size=size,
        unit=grid.scale * COMPACT_UNIT,
        picture=Rect(0, 0, size[0], bench.top),
        bench=bench,
        hold=hold,
        buttons=_buttons(row, grid.corner((56, 56, 56, 56), 8, 50)),
        tempo=row["tempo"],
        sentence=grid.rect(10, 2, 288, 58),
        opening=grid.rect(10, 84, 236, 210),
        sentence_size=30.0 / COMPACT_UNIT,
        opening_size=34.0 / COMPACT_UNIT,
    )


def _buttons(row: dict[str, Rect], corner: list[Rect]) -> dict[str, Rect]:
    named = {name: rect for name, rect in row.items() if name not in NOT_BUTTONS}
    # Standing screens have room for Help beside the Lab.
    return {**named, **dict(zip(TOP_RIGHT[-len(corner) :], corner, strict=True))}


_FORMS = {"landscape": _landscape, "portrait": _portrait, "compact": _compact}

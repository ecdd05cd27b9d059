"""Where everything of the guide stands, in one of three forms.

The picture is that of the Play screen, whole; the guide is the bench under it. Lengths
are design units of the form's own size, from the edge that they belong to.
"""

from dataclasses import dataclass, field

from lifgame.scenes.bench.grid import COMPACT_UNIT, Grid, Part, form_of
from lifgame.scenes.layout import Rect, columns
from lifgame.session.guide.progress import Progress
from lifgame.session.guide.rows import Bar


@dataclass(frozen=True, slots=True)
class WordPlaces:
    """Where words stand, and the type sizes that are wanted, in design units.

    Attributes:
        kind: The small line over everything: what is guided.
        question: Where the question stands before the paper comes.
        sentence: Where the sentence stands over the paper.
        beads: The row of steps.
        text: What to do.
    """

    kind: Rect
    question: Rect
    question_size: float
    sentence: Rect
    sentence_size: float
    beads: Rect
    text: Rect
    text_size: float


@dataclass(frozen=True, slots=True)
class GuidePlaces:
    """All rectangles of a guided step, in pixels.

    Attributes:
        form: ``landscape``, ``portrait`` or ``compact``.
        unit: Pixels per design unit of the 1080-line screen: ``Look.unit``.
        picture: The picture of machine and paper; full bleed.
        words: Where words stand.
        bar: The scale of a guess.
        pin: The pin's width and height.
        button: The one button, or HOLD.
        goals: The list of goals.
        cards: Guess, found, theory.
        choices: Three pictures to choose from.
        stars: What was earned.
        ring: The gauge of a challenge.
        plot: Where steady rhythms land as points.
        buttons: The other buttons by id.
    """

    form: str
    size: tuple[int, int]
    unit: float
    picture: Rect
    words: WordPlaces
    bar: Rect
    pin: tuple[int, int]
    button: Rect
    goals: Rect
    cards: list[Rect]
    choices: list[Rect]
    stars: Rect
    ring: Rect
    plot: Rect
    buttons: dict[str, Rect] = field(default_factory=dict)
    hold: Rect | None = None


def guide_places(size: tuple[int, int]) -> GuidePlaces:
    """The places for a window of a size in pixels."""
    return _FORMS[form_of(size)](size)


CORNER = ("language", "mute", "reset")
ENDING = ("show", "leave")


def _landscape_words(grid: Grid, text: Rect, beads: Rect) -> WordPlaces:
    return WordPlaces(
        kind=grid.rect(48, 26, 660, 36),
        question=grid.rect(48, 240, 620, 360),
        question_size=80.0,
        sentence=grid.rect(48, 66, 692, 112),
        sentence_size=46.0,
        beads=beads,
        text=text,
        text_size=33.0,
    )


def _landscape(size: tuple[int, int]) -> GuidePlaces:
    grid = Grid(size, (1920, 1080), margin=48)
    bench = size[1] - grid.px(208)
    row = grid.row(
        grid.band(180, 152),
        (
            Part("words", 678, gap=24, stretch=True),
            Part("button", 420, gap=24),
            Part("goals", 316, gap=24),
            Part("show", 186, gap=8),
            Part("leave", 144),
        ),
    )
    words = row["words"]
    beads = Rect(words.left, bench + grid.px(26), words.width, grid.px(40))
    text = Rect(words.left, bench + grid.px(74), words.width, grid.px(126))
    corner = grid.corner((80, 80, 80), 32, 72)
    bar = Rect(0, grid.px(28), grid.px(440), grid.px(40))
    bar.right = corner[0].left - grid.px(64)
    return GuidePlaces(
        form="landscape",
        size=size,
        unit=grid.scale,
        picture=Rect(0, 0, size[0], bench),
        words=_landscape_words(grid, text, beads),
        bar=bar,
        pin=(grid.px(78), grid.px(96)),
        button=row["button"],
        goals=row["goals"],
        cards=columns(text.move(0, -grid.px(4)), 3, grid.px(12)),
        choices=columns(grid.rect(48, 620, 592, 176), 3, grid.px(16)),
        stars=row["goals"],
        ring=grid.rect(size[0] / grid.scale - 466, 128, 230, 230),
        plot=grid.rect(size[0] / grid.scale - 690, 124, 390, 220),
        buttons={**_named(CORNER, corner), **{k: row[k] for k in ENDING}},
    )


def _named(names: tuple[str, ...], rects: list[Rect]) -> dict[str, Rect]:
    return dict(zip(names, rects, strict=True))


def _portrait_words(grid: Grid, room: int) -> WordPlaces:
    kind = Rect(grid.px(48), grid.px(34), grid.px(250), grid.px(40))
    beads = Rect(kind.right, grid.px(34), room - kind.width, grid.px(40))
    sentence = Rect(grid.px(48), grid.px(84), room, grid.px(150))
    side = grid.rect(28, 440, 292, 620)
    return WordPlaces(
        kind=kind,
        question=sentence,
        question_size=58.0,
        sentence=sentence,
        sentence_size=46.0,
        beads=beads,
        text=side,
        text_size=42.0,
    )


def _portrait(size: tuple[int, int]) -> GuidePlaces:
    grid = Grid(size, (1080, 1920), margin=48)
    bench = size[1] - grid.px(434)
    button = grid.band(248, 116)
    corner = grid.corner((84, 84, 84), 24, 76)
    room = corner[0].left - grid.px(48 + 24)
    last = columns(grid.band(110, 84), 2, grid.px(16))
    upper = grid.band(414, 150)
    bar = Rect(grid.px(182), bench + grid.px(25), 0, grid.px(46))
    bar.width = size[0] - grid.px(82) - bar.left
    hold, goals = button.copy(), button.copy()
    hold.width = grid.px(600)
    goals.left, goals.width = hold.right + grid.px(24), button.right - hold.right
    goals.width -= grid.px(24)
    return GuidePlaces(
        form="portrait",
        size=size,
        unit=grid.scale,
        picture=Rect(0, 0, size[0], bench),
        words=_portrait_words(grid, room),
        bar=bar,
        pin=(grid.px(74), grid.px(98)),
        button=button,
        goals=goals,
        cards=columns(upper, 3, grid.px(16)),
        choices=columns(upper, 3, grid.px(16)),
        stars=Rect(corner[0].left, corner[0].bottom + grid.px(16),
                   corner[-1].right - corner[0].left, grid.px(120)),
        ring=grid.rect(890, 336, 176, 176),
        plot=grid.rect(784, 338, 278, 262),
        buttons={**_named(CORNER, corner), **_named(ENDING, last)},
        hold=hold,
    )  # fmt: skip


def _compact_words(grid: Grid) -> WordPlaces:
    return WordPlaces(
        kind=grid.rect(10, 6, 0, 0),
        question=grid.rect(12, 78, 218, 178),
        question_size=36.0 / COMPACT_UNIT,
        sentence=grid.rect(12, 6, 306, 62),
        sentence_size=26.0 / COMPACT_UNIT,
        beads=grid.rect(10, 16, 300, 26),
        text=grid.rect(12, 264, 218, 122),
        text_size=22.0 / COMPACT_UNIT,
    )


def _compact(size: tuple[int, int]) -> GuidePlaces:
    grid = Grid(size, (800, 480), margin=8)
    bench = size[1] - grid.px(88)
    button = Rect(0, 0, grid.px(184), grid.px(196))
    button.bottomright = size[0] - grid.px(8), size[1] - grid.px(10)
    corner = grid.corner((54, 54, 54, 54, 54), 8, 54)
    bar = Rect(grid.px(86), bench + grid.px(9), 0, grid.px(24))
    bar.width = button.left - grid.px(34) - bar.left
    band = grid.band(78, 68)
    band.width = button.left - grid.px(12) - band.left
    goals = band.copy()
    goals.left, goals.width = band.left + grid.px(94), band.width - grid.px(94)
    names = ("show", "language", "mute", "reset", "leave")
    return GuidePlaces(
        form="compact",
        size=size,
        unit=grid.scale * COMPACT_UNIT,
        picture=Rect(0, 0, size[0], bench),
        words=_compact_words(grid),
        bar=bar,
        pin=(grid.px(41), grid.px(54)),
        button=button,
        goals=goals,
        cards=columns(band, 4, grid.px(8))[:3],
        choices=columns(band, 3, grid.px(8)),
        stars=columns(band, 4, grid.px(8))[3],
        plot=grid.rect(460, 74, 166, 76),
        ring=Rect(band.left, bench + grid.px(4), grid.px(82), grid.px(82)),
        buttons=_named(names, corner),
    )


_FORMS = {"landscape": _landscape, "portrait": _portrait, "compact": _compact}


def beside_pin(places: GuidePlaces, progress: Progress) -> Rect:
    """The half of the bench in which the pin does not hang."""
    room = Rect(places.words.beads.left, places.bar.bottom, 0, 0)
    room.height = places.goals.bottom - room.top
    guess = progress.row.guess
    share = progress.guess / guess.high if isinstance(guess, Bar) else 0.0
    middle = places.bar.left + round(places.bar.width * share)
    if middle > places.goals.centerx:
        room.width = middle - places.pin[0] // 2 - 8 - room.left
    else:
        room.left = middle + places.pin[0] // 2 + 8
        room.width = places.goals.right - room.left
    return room

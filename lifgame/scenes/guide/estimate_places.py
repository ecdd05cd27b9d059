"""Where estimates stand while a curtain hides the truth: on the bench, in three forms.

All of it is cut out of the guide's own places.
"""

from dataclasses import dataclass, replace

from lifgame.scenes.guide.places import GuidePlaces, WordPlaces
from lifgame.scenes.layout import (
    SMALLEST_GAP_PX,
    SMALLEST_TOUCH_PX,
    Rect,
    columns,
    cut_left,
    cut_right,
    cut_top,
)
from lifgame.session.guide.progress import Progress

# Shares of the landscape bench's width; HOLD is the largest, for it is what one does.
SLIDERS, RULE, LIFT = 0.34, 0.2, 0.165
# HOLD's share of the height of the small screen's block, and of the upright one's row.
HOLD_SHARE, HOLD_WIDE = 0.62, 0.63


@dataclass(frozen=True, slots=True)
class EstimatePlaces:
    """Rectangles in pixels.

    Attributes:
        rows: One for each estimate: minus, slider and plus.
        hold: HOLD.
        lift: The white button that lifts the curtain.
        rule: How near one has to come for each star; None: no room.
    """

    rows: list[Rect]
    hold: Rect
    lift: Rect
    rule: Rect | None


def estimate_places(places: GuidePlaces) -> EstimatePlaces:
    """The places in a form."""
    return _FORMS[places.form](places)


def word_places(places: GuidePlaces, progress: Progress) -> WordPlaces:
    """Where the bench is wanted for estimates, question and step leave it."""
    is_wide = places.form == "landscape"
    return _over_the_paper(places.words) if progress.hides and is_wide else places.words


def _over_the_paper(words: WordPlaces) -> WordPlaces:
    kind, sentence = words.kind.copy(), words.sentence.copy()
    beads = cut_right(kind, kind.width * 3 // 5)
    gap = sentence.height // 28
    upper = cut_top(sentence, sentence.height * 4 // 9, gap)
    return replace(
        words,
        kind=kind,
        beads=beads,
        sentence=upper,
        sentence_size=40.0,
        text=sentence,
        text_size=30.0,
    )


def _rows(area: Rect, count: int = 2) -> list[Rect]:
    """One under the other where a finger has room, else side by side."""
    high = (area.height - SMALLEST_GAP_PX * (count - 1)) // count
    if high < SMALLEST_TOUCH_PX:
        return columns(area, count, SMALLEST_GAP_PX)
    step = high + SMALLEST_GAP_PX
    return [
        Rect(area.left, area.top + place * step, area.width, high)
        for place in range(count)
    ]


def _landscape(places: GuidePlaces) -> EstimatePlaces:
    band, bench = places.button, places.size[1] - places.picture.bottom
    left, right = places.words.text.left, places.buttons["show"].left
    gap = round(24 * places.unit)
    wide = right - gap - left
    area = Rect(left, 0, round(wide * SLIDERS), 0)
    area.height = max(round(bench * 0.94), 2 * SMALLEST_TOUCH_PX + SMALLEST_GAP_PX)
    area.bottom = places.size[1] - round(bench * 0.03)
    rule = Rect(area.right + gap, band.top, round(wide * RULE) - gap, band.height)
    lift = Rect(0, band.top, round(wide * LIFT), band.height)
    lift.right = right - gap
    hold = Rect(rule.right, band.top, 0, band.height)
    hold.left, hold.width = rule.right + gap, 0
    hold.width = lift.left - SMALLEST_GAP_PX * 2 - hold.left
    return EstimatePlaces(_rows(area), hold, lift, rule)


def _portrait(places: GuidePlaces) -> EstimatePlaces:
    area = places.cards[0].unionall(places.cards[1:])
    # The bar does not stand over them: they may be a little higher.
    area.top, area.height = places.bar.top, area.bottom - places.bar.top
    lift = places.button.copy()
    hold = cut_left(lift, round(lift.width * HOLD_WIDE), round(24 * places.unit))
    return EstimatePlaces(_rows(area), hold, lift, places.stars)


def _compact(places: GuidePlaces) -> EstimatePlaces:
    area = places.cards[0].unionall([*places.cards[1:], places.stars])
    block = places.button.copy()
    hold = cut_top(block, round(block.height * HOLD_SHARE), SMALLEST_GAP_PX)
    return EstimatePlaces(_rows(area), hold, block, None)


_FORMS = {"landscape": _landscape, "portrait": _portrait, "compact": _compact}

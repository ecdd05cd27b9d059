"""The places of the Lab, whatever its form, and those of a slider's parts."""

from dataclasses import dataclass, field

from lifgame.scenes.layout import (
    SMALLEST_GAP_PX,
    SMALLEST_TOUCH_PX,
    Rect,
    SliderPlace,
    cut_top,
)


@dataclass(slots=True)
class LabPlaces:
    """All rectangles of the Lab, in pixels.

    Attributes:
        form: ``lab_landscape``, ``lab_portrait`` or ``lab_compact``.
        size: The window's width and height.
        unit: Pixels per design unit of the 1080-line screen: ``Look.unit``.
        picture: The one picture.
        sentence: Where the sentence stands; nowhere where the equation takes it.
        equation: Where the equation stands, with its present numbers behind it.
        desk: What lies under the picture.
        hold: The button to hold.
        tempo: Where the tempo is written.
        span: Where the width of the paper's time is written.
        buttons: Buttons by widget id.
        readings: Columns of the ribbon by the reading's name.
        sliders: Places of the sliders that are shown, in order.
        has_drawers: Whether what is on the desk lies in drawers.
        sentence_size: Type size of the sentence, in design units.
    """

    form: str
    size: tuple[int, int]
    unit: float
    picture: Rect
    desk: Rect
    hold: Rect
    equation: Rect
    sentence: Rect | None = None
    tempo: Rect | None = None
    span: Rect | None = None
    buttons: dict[str, Rect] = field(default_factory=dict)
    readings: dict[str, Rect] = field(default_factory=dict)
    sliders: list[SliderPlace] = field(default_factory=list)
    has_drawers: bool = False
    sentence_size: float = 34.0

    def take(self, row: dict[str, Rect]) -> None:
        """Put the parts of a row where they belong."""
        for name, rect in row.items():
            if name == "tempo":
                self.tempo = rect
            elif name == "span":
                self.span = rect
            elif name != "space":
                self.buttons[name] = rect


def slider_place(area: Rect, header: int, side: int) -> SliderPlace:
    """Name and value above; minus, track and plus below them."""
    room = area.copy()
    head = cut_top(room, header)
    gap = max(SMALLEST_GAP_PX, side // 8)
    minus = Rect(room.left, room.top, side, room.height)
    plus = Rect(room.right - side, room.top, side, room.height)
    track = Rect(minus.right + gap, room.top, 0, room.height)
    track.width = max(SMALLEST_TOUCH_PX, plus.left - gap - track.left)
    return SliderPlace(head, minus, track, plus, None)

"""The test page: what fingers, keys and pads do, told as it comes.

Places are shares of the window, 0 to 1, so that nothing here depends on its size.
"""

from dataclasses import dataclass, field

# So long is a finger's trail, and so long until a still one is no visitor.
TRAIL_S = 0.5
STUCK_S = 20.0
MOST_FINGERS = 20
MOST_LINES = 4
# Eight places round the edge that a whole touch screen reaches.
MARKS = tuple((x / 2, y / 2) for y in range(3) for x in range(3) if (x, y) != (1, 1))
# So near must a finger come to one, in shares of the window's shorter side.
MARK_REACH = 0.09
BOXES = 15

Place = tuple[float, float]


@dataclass(slots=True)
class Finger:
    """One finger.

    Attributes:
        number: In the order in which they came down.
        place: Where it is, each 0 to 1 across the window.
        trail: Where it was, with how long ago.
        still_s: For how long it has not moved.
    """

    number: int
    place: Place
    trail: list[tuple[float, Place]] = field(default_factory=list)
    still_s: float = 0.0

    @property
    def is_stuck(self) -> bool:
        """Whether it counts as a visitor no longer."""
        return self.still_s > STUCK_S


@dataclass(slots=True)
class Line:
    """Something that came from a key or a pad.

    Attributes:
        name: What came, such as ``Q`` or ``button 3``.
        device: Where from: ``keyboard`` or ``pad 1``.
        does: Id of the action that it has; empty for none.
        held_s: For how long it has been down.
        is_down: Whether it is down now.
    """

    name: str
    device: str
    does: str = ""
    held_s: float = 0.0
    is_down: bool = True


class TouchCheck:
    """What was seen so far.

    Attributes:
        fingers: The fingers that are down, by name.
        most: The most that were down at once.
        marks: Which places round the edge were touched, by index.
        lines: The last keys and buttons, newest first.
        axes: The last value of every axis, by name.
        boxes: Which boxes the focus has been on, by index.
    """

    def __init__(self) -> None:
        self.fingers: dict[str, Finger] = {}
        self.most = 0
        self.marks: set[int] = set()
        self.lines: list[Line] = []
        self.axes: dict[str, float] = {}
        self.boxes: set[int] = set()

    def finger(self, name: str, place: Place, aspect: float) -> None:
        """A finger is down or moves.

        Args:
            name: Its own name.
            place: Where, each 0 to 1.
            aspect: The window's width over its height.
        """
        self._mark(place, aspect)
        finger = self.fingers.get(name)
        if finger is None:
            if len(self.fingers) >= MOST_FINGERS:
                return
            taken = {other.number for other in self.fingers.values()}
            number = next(n for n in range(1, MOST_FINGERS + 1) if n not in taken)
            self.fingers[name] = Finger(number, place)
            self.most = max(self.most, len(self.fingers))
            return
        if place != finger.place:
            finger.trail.append((0.0, finger.place))
            finger.place, finger.still_s = place, 0.0

    def lift(self, name: str) -> None:
        self.fingers.pop(name, None)

    def lift_all(self) -> None:
        """Nobody can tell any longer who touches: the window lost its focus."""
        self.fingers.clear()
        for line in self.lines:
            line.is_down = False

    def down(self, name: str, device: str, does: str) -> None:
        """A key or a button goes down."""
        self.lines = [Line(name, device, does), *self.lines][:MOST_LINES]

    def up(self, name: str, device: str) -> None:
        for line in self.lines:
            if (line.name, line.device) == (name, device):
                line.is_down = False

    def live(self, elapsed_s: float) -> None:
        """Let real time pass."""
        for finger in self.fingers.values():
            finger.still_s += elapsed_s
            aged = [(age_s + elapsed_s, place) for age_s, place in finger.trail]
            finger.trail = [one for one in aged if one[0] < TRAIL_S]
        for line in self.lines:
            line.held_s += elapsed_s if line.is_down else 0.0

    def _mark(self, place: Place, aspect: float) -> None:
        wide, tall = max(aspect, 1.0), max(1.0 / aspect, 1.0)
        for index, mark in enumerate(MARKS):
            across = (place[0] - mark[0]) * wide
            down = (place[1] - mark[1]) * tall
            if across * across + down * down <= MARK_REACH * MARK_REACH:
                self.marks.add(index)

"""Who holds what: one record for keys, fingers, mouse and pads, and one way to let go.

A hand (a key, a finger, the mouse, a part of a pad) holds one thing at a time; a thing
may be held by several hands, and lasts as long as any of them holds it. Whatever
interrupts - another screen, lost focus, a pulled-out pad, Reset - lets go here.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from lifgame.session.commands import Command
from lifgame.view.geometry import Pixel

REPEAT_DELAY_S = 0.4
REPEAT_INTERVAL_S = 0.08
# Held for long, a repeating button hurries, so that a wide range can be crossed.
REPEAT_HURRY_AFTER_S = 2.0
REPEAT_HURRIED_S = 0.03
# A palm or a drop of water that never lifts is let go after this long.
STUCK_S = 20.0
# A resting palm trembles; only a longer way than this is a sign of life, in pixels.
ALIVE_PX = 12

Do = Callable[[], list[Command]]


def nothing() -> list[Command]:
    """For things that need no farewell."""
    return []


class Repeat:
    """Counts how often something that is held is due again."""

    def __init__(self) -> None:
        self.held_s = 0.0
        self._next_s = REPEAT_DELAY_S

    def due(self, elapsed_s: float) -> int:
        """How many repeats fall into the next piece of real time."""
        self.held_s += elapsed_s
        count = 0
        while self.held_s + 1e-9 >= self._next_s:
            hurried = self._next_s >= REPEAT_HURRY_AFTER_S
            self._next_s += REPEAT_HURRIED_S if hurried else REPEAT_INTERVAL_S
            count += 1
        return count


@dataclass(slots=True)
class Hold:
    """Something in a hand.

    Attributes:
        thing: What it is, such as ``widget inject`` or ``action slower``.
        let_go: What has to be commanded when it slips out of the hand.
        again: What it does again and again while it is held, or None.
        can_stick: Whether the hand may never tell that it has let go.
        is_inside: Whether a pointer is still on what it holds.
    """

    thing: str
    let_go: Do = nothing
    again: Do | None = None
    can_stick: bool = False
    is_inside: bool = True
    still_s: float = 0.0
    anchor: Pixel | None = None
    repeat: Repeat = field(default_factory=Repeat)


class Held:
    """All that is held now.

    Attributes:
        presses: How many presses there were in this frame, for the loudspeaker.
    """

    def __init__(self) -> None:
        self._holds: dict[str, Hold] = {}
        self.presses = 0

    def take(self, hand: str, hold: Hold) -> list[Command]:
        """A hand takes something; what it held before, it lets go."""
        commands = self.let_go(hand)
        self._holds[hand] = hold
        return commands

    def of(self, hand: str) -> Hold | None:
        """What a hand holds."""
        return self._holds.get(hand)

    def hands_on(self, thing: str) -> list[str]:
        return [hand for hand, hold in self._holds.items() if hold.thing == thing]

    def is_empty(self) -> bool:
        return not self._holds

    def end(self, hand: str) -> Hold | None:
        """A hand lets go by itself: what follows is its owner's affair."""
        return self._holds.pop(hand, None)

    def let_go(self, hand: str) -> list[Command]:
        """It slips out of a hand: nothing is done, and nothing stays on."""
        hold = self._holds.pop(hand, None)
        return hold.let_go() if hold else []

    def let_go_where(self, is_meant: Callable[[str, Hold], bool]) -> list[Command]:
        """The same for some hands, such as all parts of a pad."""
        hands = [hand for hand, hold in self._holds.items() if is_meant(hand, hold)]
        return [command for hand in hands for command in self.let_go(hand)]

    def let_go_all(self) -> list[Command]:
        return self.let_go_where(lambda _hand, _hold: True)

    def moved(self, hand: str, point: Pixel) -> None:
        """A pointer moved: far enough, it is alive."""
        hold = self._holds.get(hand)
        if hold is None:
            return
        anchor = hold.anchor or point
        far = max(abs(point[0] - anchor[0]), abs(point[1] - anchor[1]))
        if hold.anchor is None or far > ALIVE_PX:
            hold.anchor = point
        if far > ALIVE_PX:
            hold.still_s = 0.0

    def update(self, elapsed_s: float) -> list[Command]:
        """Let time pass: repeat what repeats, let go what is stuck."""
        commands: list[Command] = []
        for hand, hold in list(self._holds.items()):
            hold.still_s += elapsed_s
            if hold.can_stick and hold.still_s > STUCK_S:
                commands += self.let_go(hand)
            elif hold.again and hold.is_inside:
                for _ in range(hold.repeat.due(elapsed_s)):
                    commands += hold.again()
        return commands

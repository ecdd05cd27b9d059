"""What every action does: the deed behind each row of ``content.actions``.

Keys, pads and buttons name an action; what it commands, and whether it is lit, stands
here alone.
"""

from collections.abc import Callable
from dataclasses import dataclass

from lifgame.content.actions import ACTIONS
from lifgame.content.patterns import PATTERNS
from lifgame.content.screens import HOME, VIEWS
from lifgame.session import commands as c
from lifgame.session import guide_commands as g
from lifgame.session import time_commands as t
from lifgame.session.compare_commands import ToggleCompare
from lifgame.session.looking import look_at, look_by, looked_at
from lifgame.session.marking import MARKS, marks, place_mark, spike_beside
from lifgame.session.session import Session

SLIDER_PLACES = (1, 2, 3, 4)
# What the hands do by themselves, because it concerns controls and no session.
HANDS_OWN = ("inject", "focus_next", "adjust", "press")
Give = Callable[[Session], c.Command | None]


def never(_session: Session) -> bool:
    """For actions that are never lit."""
    return False


@dataclass(frozen=True, slots=True)
class Deed:
    """What an action does.

    Attributes:
        give: The command that it gives now; None where it means nothing.
        is_lit: Whether what it chooses or switches on is so now.
    """

    give: Give
    is_lit: Callable[[Session], bool] = never


def always(command: c.Command, is_lit: Callable[[Session], bool] = never) -> Deed:
    """A deed that is always the same command."""
    return Deed(lambda _session: command, is_lit)


def _pattern(pattern: str) -> Deed:
    return always(
        c.SelectPattern(pattern), lambda session: session.cell.pattern.id == pattern
    )


def _slider(place: int, steps: int) -> Deed:
    def give(session: Session) -> c.Command | None:
        sliders = session.sliders
        if place > len(sliders):
            return None
        return c.NudgeParameter(sliders[place - 1].id, steps)

    return Deed(give)


def _other_view(session: Session) -> c.Command:
    """From Play to the Lab, and back."""
    here = VIEWS.index(session.place.screen)
    return c.ShowScreen(VIEWS[(here + 1) % len(VIEWS)])


def _browse_presets(by: int) -> Deed:
    """In the Lab the tap stays as it is: two neurons can be compared."""

    def give(session: Session) -> c.Command:
        chosen = session.comparison.chosen
        return c.BrowsePresets(by, cell=chosen, keeps_current=_is_lab(session))

    return Deed(give)


def _is_lab(session: Session) -> bool:
    return session.place.view != HOME


def _look(by: int) -> Deed:
    """A small way along the paper, while time is held."""
    return Deed(lambda session: look_by(session, by * session.place.window_ms / 50.0))


def _spike(by: int) -> Deed:
    """To the spike before or after: the mark that has the focus, else the paper."""

    def give(session: Session) -> c.Command | None:
        focus, ticks = session.place.focus, marks(session)
        if ticks is not None and focus in MARKS:
            here = ticks[MARKS.index(focus)]
            return place_mark(session, focus, spike_beside(session, here, by))
        return look_at(session, spike_beside(session, looked_at(session), by))

    return Deed(give)


def _reset(session: Session) -> c.Command:
    """In a guided step only that step begins again, and of Learn only the page."""
    if session.learn.page is not None:
        return g.ShowPage(session.learn.page.id)
    return g.RestartStep() if session.guide.is_running else c.Reset()


def _or_back(screen: str) -> Deed:
    """Open a screen; if something is open already, close it."""

    def give(session: Session) -> c.Command:
        is_home = session.place.top.id in VIEWS
        return c.ShowScreen(screen) if is_home else c.Back()

    return Deed(give)


DEEDS: dict[str, Deed] = {
    **{f"slider_{place}_up": _slider(place, 1) for place in SLIDER_PLACES},
    **{f"slider_{place}_down": _slider(place, -1) for place in SLIDER_PLACES},
    "tune": always(c.ToggleTuning(), lambda session: session.place.is_tuning),
    **{f"pattern_{n}": _pattern(name) for n, name in enumerate(PATTERNS, start=1)},
    "preset_previous": _browse_presets(-1),
    "preset_next": _browse_presets(1),
    "compare": always(ToggleCompare(), lambda session: session.comparison.is_on),
    "slower": always(c.BrowseSpeeds(-1)),
    "faster": always(c.BrowseSpeeds(1)),
    "pause": always(c.TogglePause(), lambda session: session.clock.is_paused),
    "step": always(c.StepOnce()),
    "spike_hold": always(
        t.ToggleSpikeHold(), lambda session: session.clock.holds_on_spike
    ),
    "look_back": _look(-1),
    "look_on": _look(1),
    "spike_before": _spike(-1),
    "spike_after": _spike(1),
    "window_narrower": always(c.BrowseWindows(-1)),
    "window_wider": always(c.BrowseWindows(1, around=True)),
    "language": always(c.BrowseSetting("language")),
    "mute": always(c.BrowseSetting("sound")),
    "lab": Deed(_other_view),
    "settings": _or_back("settings"),
    "board": _or_back("board"),
    "reset": Deed(_reset),
    "help": _or_back("help"),
    "fullscreen": always(c.ToggleFullscreen()),
    "back": always(c.Back()),
}


def _check() -> None:
    missing = set(ACTIONS) - set(DEEDS) - set(HANDS_OWN)
    unknown = set(DEEDS) - set(ACTIONS)
    if missing or unknown:
        raise ValueError(f"deeds missing {sorted(missing)}, unknown {sorted(unknown)}")


_check()


def command_of(action: str, session: Session) -> list[c.Command]:
    """The command that an action gives on the screen that is open; at most one."""
    if session.place.top.id not in ACTIONS[action].screens:
        return []
    command = DEEDS[action].give(session)
    return [] if command is None else [command]

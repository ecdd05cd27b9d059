"""What can stand on the screen: one row each, read by session, game and hands.

A screen fills the window. A layer stands above a screen, such as a question; whether
time runs on under it, its row says.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen or layer.

    Attributes:
        id: Name in ``ShowScreen``.
        is_layer: Whether it stands above the screen instead of taking its place.
        runs_time: Whether simulated time goes on while it is open.
        keeps_pictures: Whether its pictures are kept while another one is open.
        takes_pushes: Whether current can be injected while it is open.
        is_view: Whether the neuron is played with there at will.
        first_focus: The control that has the focus as it opens, if any.
    """

    id: str
    is_layer: bool = False
    runs_time: bool = False
    keeps_pictures: bool = False
    takes_pushes: bool = False
    is_view: bool = False
    first_focus: str | None = None


# fmt: off
_ROWS = (
    Screen("play", runs_time=True, keeps_pictures=True, takes_pushes=True,
           is_view=True),
    Screen("lab", runs_time=True, keeps_pictures=True, takes_pushes=True,
           is_view=True),
    Screen("guide", runs_time=True, takes_pushes=True),
    Screen("board", runs_time=True, takes_pushes=True),
    Screen("race", runs_time=True, takes_pushes=True),
    Screen("learn", runs_time=True, takes_pushes=True),
    Screen("pages"),
    Screen("presets"),
    Screen("help"),
    Screen("keys"),
    Screen("pad"),
    Screen("settings"),
    Screen("leave", is_layer=True, first_focus="stay"),
    # Of an unattended exhibit: what it shows while nobody is there, the question
    # whether somebody still is, and the places for staff.
    Screen("attract", runs_time=True),
    Screen("still_there", is_layer=True, runs_time=True),
    Screen("pin", is_layer=True),
    Screen("operator"),
    Screen("test"),
)
# fmt: on

SCREENS = {screen.id: screen for screen in _ROWS}
# Where a session begins.
HOME = _ROWS[0].id
# The screens on which the neuron is played with: every other one leads back there.
VIEWS = tuple(screen.id for screen in _ROWS if screen.is_view)
# Where it is measured, and its past can be looked at.
LAB = "lab"
# Where what is guided is shown, and where it is chosen.
GUIDED, BOARD = "guide", "board"
# Where two visitors race.
RACED = "race"
# A page of Learn, and where all of them are chosen.
LEARN, PAGES_SCREEN = "learn", "pages"
# The question that stands between Home and the way out.
WAY_OUT = "leave"
# The pages of Help; who looks at the settings from there comes back there.
HELP_SCREENS = ("help", "keys", "pad")
SETTINGS_SCREEN = "settings"
ATTRACT, STILL_THERE, PIN = "attract", "still_there", "pin"
# Where only staff may be.
OPERATOR, TEST = "operator", "test"
STAFF = (PIN, OPERATOR, TEST)

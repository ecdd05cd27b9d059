"""Two neurons at one tap, as a row of the guide brings them."""

from fractions import Fraction

from guide_tools import visitor
from pilot import Pilot

from lifgame.scenes.guide.scene import GuideScene
from lifgame.session import guide_commands as g
from lifgame.session.guide.moves import tap, wait
from lifgame.session.guide.rows import CHALLENGE, Check, Row
from lifgame.session.start import Start
from lifgame.view.machine.moment import Moment

# tau 7.5 ms and 40 ms.
QUICK_CELL = Start("fast_spiking", values=(("current", 0.0),))
SLOW_CELL = Start("motor", values=(("current", 4.0), ("threshold", 20.0)))
PAIR = Row(
    id="count",
    kind=CHALLENGE,
    icon="tap_guess",
    seconds=10,
    start=QUICK_CELL,
    second=SLOW_CELL,
    speed=Fraction(1, 20),
    live=("current", "resistance"),
    what_if="current",
    has_hold=True,
    goals=(Check("spikes", at_least=500.0),) * 3,
    gauge=("raised_mv", "", 500.0),
    solution=(tap(10, 2.0), wait(200)),
)


def at_the_pair(size: tuple[int, int] = (800, 480)) -> Pilot:
    pilot = visitor(size)
    pilot.game.obey([g.StartGuide(PAIR.id)])
    pilot.frame()
    assert len(pilot.session.cells) == 2
    return pilot


def moments(pilot: Pilot) -> tuple[Moment, Moment]:
    """What is shown of both buckets."""
    scene = pilot.game.scene
    assert isinstance(scene, GuideScene)
    machine = scene.picture.machine
    assert machine.beside is not None
    return machine.moment, machine.beside.moment

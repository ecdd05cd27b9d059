"""Parts of what the one picture shows, made from the session."""

from lifgame.content.parameters import ADAPTATION_STEP, ADAPTATION_TAU
from lifgame.session.session import Session
from lifgame.session.shown import shown
from lifgame.view.machine.frame import Cup
from lifgame.view.paper.frame import SecondCurve

# What names two neurons side by side, in every language.
LETTERS = ("A", "B")
# Theory is dashed shorter than a second neuron.
THEORY_DASH = (10.0, 9.0)


def second_curve(session: Session) -> SecondCurve | None:
    """The second cell's curve, where there is one."""
    for cell in session.cells[1:]:
        now = shown(cell, session.clock, gulps=False)
        if cell.is_exact:
            # The same neuron as theory has it: no letter, and theory's sign.
            return SecondCurve(
                cell.record, now.level_mv, role="spike", dash=THEORY_DASH
            )
        return SecondCurve(cell.record, now.level_mv, label=LETTERS[1])
    return None


def cup_of(session: Session) -> Cup | None:
    """What lifts the line, where the model has such a thing."""
    cell = session.cell
    if ADAPTATION_STEP not in cell.model.all_parameters:
        return None
    return Cup(
        lift_mv=session.reading.adaptation_mv,
        spoon_mv=cell.value(ADAPTATION_STEP.id),
        tau_ms=cell.value(ADAPTATION_TAU.id),
    )

"""Parts of what the one picture shows, made from the session."""

from dataclasses import replace

from lifgame.content.parameters import ADAPTATION_STEP, ADAPTATION_TAU
from lifgame.scenes.calm import Fall, Glide, Sample
from lifgame.session.cell import Cell
from lifgame.session.looking import spikes_shown, tap_shown_na
from lifgame.session.session import Session
from lifgame.session.shown import shown
from lifgame.view.machine.frame import Cup, MachineFrame
from lifgame.view.paper.frame import SecondCurve

# What names two neurons side by side, in every language.
LETTERS = ("A", "B")
# Theory is dashed shorter than a second neuron.
THEORY_DASH = (10.0, 9.0)
# What changes more often cannot be read; what changes less often trails the float.
SAMPLE_S = 0.1
# So long falls the last water of a tap that is shut.
FALL_S = 0.3
# In the calm picture spikes are counted up so often, and the lamp follows so slowly.
COUNT_S = 0.5
GLOW_S = 1.0
# There the lamp is at its brightest from this many flushes a second on.
BRIGHTEST_PER_S = 30.0


class Calmed:
    """A cell's numbers that would flicker if they were shown as fast as they happen.

    Variables:
        level: V in mV, never below 0.
        count: Spikes.
        stream: What flows in, in nA.
        jet: What leaks, in nA.
        rate_share: How bright the lamp glows where flushes are too fast, 0 to 1.
    """

    def __init__(self, cell: Cell) -> None:
        self.level = Sample(SAMPLE_S, cell.voltage_mv)
        self.count = Sample(COUNT_S, cell.spike_count)
        self.stream, self.jet = Fall(FALL_S), Fall(FALL_S)
        self.rate_share = Glide(GLOW_S)

    def update(self, session: Session, place: int, elapsed_s: float) -> None:
        """Let real time pass for the cell at a place."""
        cell, clock = session.cells[place], session.clock
        level_mv = max(shown(cell, clock, place).level_mv, 0.0)
        reading = cell.reading(clock.past_tick)
        self.level.update(level_mv, elapsed_s, at_once=session.is_held)
        at_once = session.is_held or not clock.showings[place].is_band
        count = spikes_shown(session, place)
        self.count.update(count, elapsed_s, at_once=at_once)
        self.stream.update(max(reading.current_na, 0.0), elapsed_s)
        self.jet.update(level_mv / reading.resistance_mohm, elapsed_s)
        shown_per_s = cell.rate_hz * float(clock.speed)
        self.rate_share.update(min(1.0, shown_per_s / BRIGHTEST_PER_S), elapsed_s)


def plain_frame(session: Session, place: int, calmed: Calmed) -> MachineFrame:
    """What every bucket shows, whoever plays at it."""
    cell, clock = session.cells[place], session.clock
    now, showing = shown(cell, clock, place), clock.showings[place]
    reading, is_now = cell.reading(clock.past_tick), clock.past_tick is None
    gulps = showing.is_gulping and is_now
    return MachineFrame(
        level_mv=now.level_mv,
        line_mv=now.line_mv,
        rest_line_mv=reading.rest_threshold_mv,
        inflow_na=calmed.stream.flow,
        leak_na=calmed.jet.flow,
        tap_na=tap_shown_na(session, place),
        capacitance_nf=reading.capacitance_nf,
        resistance_mohm=reading.resistance_mohm,
        spike_count=round(calmed.count.value),
        gulp_s=showing.since_flush_s if gulps else None,
        gulp_length_s=max(showing.gulp_length_s, 0.01),
        pulse_s=showing.since_flush_s if showing.shown else None,
        is_band=showing.is_band,
        rate_share=calmed.rate_share.value,
        is_refractory=reading.is_refractory,
        is_corked=not cell.fires,
        is_pushed=cell.is_pushed and is_now,
        is_time_held=session.is_held,
    )


def second_frame(session: Session, calmed: Calmed) -> MachineFrame:
    """The second bucket: it has nothing to take and no words of its own."""
    return replace(
        plain_frame(session, 1, calmed),
        cell=session.cells[1].preset.id,
        grips=(),
        shows_words=False,
    )


def second_curve(session: Session) -> SecondCurve | None:
    """The second cell's curve, where there is one."""
    for cell in session.cells[1:]:
        now = shown(cell, session.clock, 1)
        if cell.is_exact:
            # The same neuron as theory has it: no letter, and theory's sign.
            return SecondCurve(
                cell.record, now.level_mv, role="spike", dash=THEORY_DASH
            )
        if not is_pair(session):
            return SecondCurve(cell.record, now.level_mv, role="ink", label="?")
        return SecondCurve(cell.record, now.level_mv, label=LETTERS[1])
    return None


def is_pair(session: Session) -> bool:
    """Whether two neurons stand side by side: a guess of the first one is no second.

    Nor is what theory says of it: both are only curves.
    """
    progress = session.guide.progress
    is_guess = progress is not None and progress.row.secret is not None
    return not is_guess and any(not cell.is_exact for cell in session.cells[1:])


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

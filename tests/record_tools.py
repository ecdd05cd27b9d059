"""Records and readings made by hand, for what only shows them."""

import numpy as np

from lifgame.model.record import COMMON_CHANNELS, Reading, Record


def empty_record(capacity: int) -> Record:
    return Record(COMMON_CHANNELS, capacity)


def note(
    record: Record,
    voltage_mv: float,
    current_na: float,
    threshold_mv: float,
    settle_mv: float,
    spikes: int,
) -> None:
    """Append one tick; what is not given is 0."""
    row = dict.fromkeys(record.channels, 0.0)
    row |= {"voltage_mv": voltage_mv, "current_na": current_na, "spikes": spikes}
    row |= {"threshold_mv": threshold_mv, "settle_mv": settle_mv}
    record.append_block(np.array([list(row.values())]).T)


def bucket_reading(
    level_mv: float,
    flush_mv: float,
    settle_mv: float,
    inflow_na: float,
    leak_na: float,
    capacitance_nf: float,
    resistance_mohm: float,
) -> Reading:
    return Reading(
        tick=0,
        time_ms=0.5,
        voltage_mv=level_mv,
        threshold_mv=flush_mv,
        rest_threshold_mv=flush_mv,
        settle_mv=settle_mv,
        current_na=inflow_na,
        steady_na=inflow_na,
        leak_na=leak_na,
        capacitance_nf=capacitance_nf,
        resistance_mohm=resistance_mohm,
        flush_pc=capacitance_nf * flush_mv,
    )

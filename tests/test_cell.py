"""A cell: what it is made of comes from its model's row, and all of it can be kept."""

import pytest

from lifgame.content.models import MODELS
from lifgame.content.patterns import PATTERNS
from lifgame.content.presets import PRESETS
from lifgame.session import commands as c
from lifgame.session.cell import Cell
from lifgame.session.session import Session
from lifgame.session.start import Start


def cell_of(**start: object) -> Cell:
    return Cell(Start(**start), dt_ms=0.5, record_ms=2000.0)  # type: ignore[arg-type]


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("preset", ["pyramidal", "granule", "adapting_ca1"])
def test_a_snapshot_restores_to_the_same_future(pattern: str, preset: str) -> None:
    cell = cell_of(preset=preset, pattern=pattern, seed=9)
    cell.obey(c.SetParameter("refractory", 1.5))
    cell.obey(c.Inject("key", 0.7))
    cell.run(777)
    kept = cell.snapshot()
    first = cell.run(1500)
    after = (cell.voltage_mv, cell.rate_hz, cell.spike_count, cell.reading())
    past = cell.record.span(0, cell.tick_count).rows.copy()

    # Whatever happens in between is forgotten.
    cell.obey(c.SelectPreset("adapting_pyramidal"))
    cell.obey(c.SelectPattern("noisy"))
    cell.obey(c.Inject("mouse", 1.0))
    cell.run(300)
    cell.restore(kept)
    again = cell.run(1500)
    assert again.spike_times_ms == first.spike_times_ms
    assert (cell.voltage_mv, cell.rate_hz, cell.spike_count, cell.reading()) == after
    assert (cell.record.span(0, cell.tick_count).rows == past).all()


def test_a_snapshot_stays_good() -> None:
    cell = cell_of(pattern="noisy", seed=2)
    cell.run(100)
    kept = cell.snapshot()
    futures = set()
    for _ in range(3):
        cell.restore(kept)
        futures.add(cell.run(800).spike_times_ms)
    assert len(futures) == 1


@pytest.mark.parametrize("preset", PRESETS)
def test_a_cell_is_built_by_its_models_row(preset: str) -> None:
    cell = cell_of(preset=preset)
    assert cell.model is MODELS[PRESETS[preset].model]
    own = {channel.id for channel in cell.model.own_channels}
    assert own <= set(cell.record.channels)


def test_another_model_takes_over_with_the_water_as_it_stands() -> None:
    session = Session(Start(preset="pyramidal"))
    session.run(60)
    level_mv = session.cell.voltage_mv
    assert level_mv > 5.0
    session.obey(c.SelectPreset("adapting_pyramidal"))
    assert session.cell.model.id == "adaptive"
    assert session.cell.voltage_mv == level_mv
    session.run(2000)
    assert session.cell.threshold_mv > session.cell.value("threshold")
    session.obey(c.SelectPreset("pyramidal"))
    assert session.cell.threshold_mv == session.cell.value("threshold")


def test_the_rate_of_an_adapting_neuron_is_the_neurons_own() -> None:
    """Measured, theory and sentence speak of the same, and not of the slider's line."""
    session = Session(Start(preset="adapting_pyramidal", values=(("current", 2.0),)))
    session.run(20_000)
    theory_hz = session.cell.theory_hz
    assert theory_hz == pytest.approx(1000.0 / 63.1445, rel=1e-4)
    assert session.cell.rate_hz == pytest.approx(theory_hz, rel=0.01)


def test_by_hand_shuts_the_tap_and_turning_it_ends_by_hand() -> None:
    cell = cell_of(preset="pyramidal")
    cell.obey(c.SelectPattern("by_hand"))
    assert cell.value("current") == 0.0
    cell.obey(c.NudgeParameter("resistance", 1))
    assert cell.pattern.is_by_hand
    cell.obey(c.NudgeParameter("current", 3))
    assert cell.pattern.id == "constant"
    assert cell.value("current") == pytest.approx(0.15)


def test_what_is_read_is_the_neurons_own_line_not_the_sliders() -> None:
    session = Session(Start(preset="adapting_pyramidal"))
    session.run(400)
    assert session.cell.spike_count >= 2
    reading = session.cell.reading()
    assert reading.threshold_mv == session.cell.threshold_mv
    assert reading.threshold_mv > reading.rest_threshold_mv == 20.0
    tick = session.tick_count - 1
    past = session.cell.reading(tick)
    assert past.threshold_mv == pytest.approx(reading.threshold_mv)

"""The models' rows: each answers for itself, and a wrong one fails with its name."""

from dataclasses import replace

import pytest

from lifgame.content.models import DEFAULT_METHOD, DEFAULT_MODEL, MODELS, Channel
from lifgame.content.palettes import NIGHT
from lifgame.content.parameters import DEFAULT_VALUES, PARAMETERS
from lifgame.content.presets import PRESETS
from lifgame.model import inputs
from lifgame.model.record import COMMON_CHANNELS
from lifgame.model.simulation import Simulation

every_model = pytest.mark.parametrize("name", MODELS)


@every_model
def test_a_model_builds_what_it_promises(name: str) -> None:
    model = MODELS[name]
    for method in model.methods:
        running = Simulation(model.build(DEFAULT_VALUES, method))
        assert set(running.neuron.channels()) == {c.id for c in model.own_channels}
        recorded = {*COMMON_CHANNELS, *running.neuron.channels()}
        assert {channel.id for channel in model.channels} <= recorded
        assert running.neuron.voltage_mv == 0.0


@every_model
def test_every_role_is_a_colour_and_every_parameter_is_in_the_table(name: str) -> None:
    model = MODELS[name]
    for _, role in model.equation + model.line_equation:
        assert NIGHT.colour(role)
    for channel in model.channels:
        assert NIGHT.colour(channel.role)
    for spec in model.all_parameters:
        assert PARAMETERS[spec.id] is spec


@every_model
@pytest.mark.parametrize("preset", PRESETS)
def test_theory_is_what_the_neuron_does(name: str, preset: str) -> None:
    values = DEFAULT_VALUES | PRESETS[preset].values()
    model, current_na = MODELS[name], values["current"]
    theory = model.theory_at(values)
    assert theory is not None
    running = Simulation(model.build(values, "exact"), dt_ms=10.0)
    running.waveform = inputs.constant(current_na)
    times = running.advance(1200).spike_times_ms
    if current_na <= theory.rheobase_na:
        assert times == ()
        assert theory.rate_hz(current_na) == 0.0
        return
    assert times[0] == pytest.approx(theory.first_spike_ms(current_na), rel=1e-9)
    assert 1000 / (times[-1] - times[-2]) == pytest.approx(
        theory.rate_hz(current_na), rel=1e-5
    )
    euler = Simulation(model.build(values, DEFAULT_METHOD))
    euler.waveform = inputs.constant(current_na)
    late = euler.advance(24_000).spike_times_ms[-12:]
    assert (late[-1] - late[0]) / 11 == pytest.approx(
        theory.euler_interval_ms(current_na, 0.5), rel=5e-3
    )


def test_the_default_model_is_the_plain_neuron() -> None:
    assert MODELS[DEFAULT_MODEL].own_channels == ()


def test_a_wrong_row_fails_with_its_name() -> None:
    model = MODELS["adaptive"]
    with pytest.raises(ValueError, match=r"model adaptive: no channel \['adapt"):
        replace(model, channels=model.channels[:2])
    with pytest.raises(ValueError, match="model adaptive: has no method exact"):
        replace(model, methods={"euler": model.methods["euler"]})
    with pytest.raises(ValueError, match="channel w: needs"):
        Channel("w", "nA", 1.0, 1.0, "current")

import math

import numpy as np
import pytest
from numpy.typing import NDArray

from lifgame.model.noise import OrnsteinUhlenbeck


def noise(
    sigma_na: float = 0.7, seed: int = 3, correlation_ms: float = 5.0
) -> OrnsteinUhlenbeck:
    return OrnsteinUhlenbeck(sigma_na, correlation_ms, rng=np.random.default_rng(seed))


def samples(source: OrnsteinUhlenbeck, dt_ms: float, count: int) -> NDArray[np.float64]:
    return np.array([source.sample(dt_ms) for _ in range(count)])


@pytest.mark.parametrize("dt_ms", [0.1, 0.5, 5.0])
def test_spread_and_memory_do_not_depend_on_the_step(dt_ms: float) -> None:
    correlation_ms = 2.0
    values = samples(noise(correlation_ms=correlation_ms), dt_ms, 120_000)
    # About as many independent values as correlation times: 3 % is 3 sigma at 0.1 ms.
    assert np.std(values) == pytest.approx(0.7, rel=0.04)
    assert np.mean(values) == pytest.approx(0.0, abs=0.04)
    for lag_ms in (5.0, 2.0 * dt_ms):
        lag = round(lag_ms / dt_ms)
        correlation = np.corrcoef(values[:-lag], values[lag:])[0, 1]
        expected = math.exp(-lag_ms / correlation_ms)
        assert correlation == pytest.approx(expected, abs=0.04)


def test_it_starts_from_its_stationary_distribution() -> None:
    firsts = [noise(seed=seed).sample(0.1) for seed in range(2000)]
    assert np.std(firsts) == pytest.approx(0.7, rel=0.06)


def test_the_default_memory_is_5_ms() -> None:
    source = OrnsteinUhlenbeck(1.0, rng=np.random.default_rng(3))
    values = samples(source, 5.0, 20_000)
    correlation = np.corrcoef(values[:-1], values[1:])[0, 1]
    assert correlation == pytest.approx(math.exp(-1), abs=0.03)


def test_the_same_seed_gives_the_same_stream() -> None:
    assert np.array_equal(samples(noise(), 0.5, 50), samples(noise(), 0.5, 50))
    assert not np.array_equal(
        samples(noise(), 0.5, 50), samples(noise(seed=4), 0.5, 50)
    )


def test_a_new_sigma_acts_at_once_and_keeps_the_stream() -> None:
    plain, changed = noise(sigma_na=1.0), noise(sigma_na=1.0)
    samples(plain, 0.5, 10)
    samples(changed, 0.5, 10)
    changed.sigma_na = 2.0
    assert np.allclose(2 * samples(plain, 0.5, 20), samples(changed, 0.5, 20))


@pytest.mark.parametrize("value", [-0.1, math.nan, math.inf])
def test_a_wrong_sigma_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="sigma_na"):
        noise(sigma_na=value)


@pytest.mark.parametrize("value", [0.0, -1.0, math.nan, math.inf])
def test_a_wrong_correlation_time_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="correlation_ms"):
        noise(correlation_ms=value)

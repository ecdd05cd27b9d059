"""A short code that holds a whole setting, to be typed, printed and photographed.

A code such as ``1J5H-7`` is read in groups of four signs of Crockford's alphabet:
capital or small, O for 0 and I or L for 1 are understood. The first sign is the
version, the last two are check signs, and between them stands one number in a mixed
base: first what is changed most often, last what is hardly ever changed, so that a
setting near to a neuron type has a short code.

The codes on old posters must keep their meaning. So a new neuron type, pattern, speed
or parameter is appended to its list in the newest layout, where places are kept free;
another range of a parameter needs another version. The tests tell.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from lifgame.content.parameters import DEFAULT_VALUES, PARAMETERS
from lifgame.content.patterns import PATTERNS
from lifgame.content.presets import PRESETS
from lifgame.content.speeds import SPEEDS, WINDOWS_MS
from lifgame.session.check_signs import SIGNS, checked, with_checks
from lifgame.session.session import Session
from lifgame.session.start import Start

# Larger seeds would make a code longer than its two check signs can guard.
LARGEST_SEED = 2**30 - 1
GROUP = 4
AUTO = "auto"
# How many neuron types, patterns, speeds and windows there can ever be in a version.
PLACES = (32, 16, 8, 8)


class CodeError(ValueError):
    """A code that cannot be used.

    Attributes:
        key: The sentence about it in the texts, without placeholders.
    """

    def __init__(self, key: str, sentence: str) -> None:
        super().__init__(sentence)
        self.key = key


@dataclass(frozen=True, slots=True)
class Layout:
    """What the numbers of one version mean: ids by their places, for ever.

    Only the ends of its lists may grow.

    Attributes:
        presets: Ids of the neuron types; the first has the shortest code.
        patterns: Ids of the input patterns.
        speeds: Simulated seconds per real second, as texts; ``auto`` where the clock
            chooses.
        windows_ms: Widths of the scope's time axis.
        parameters: Ids with how many values each has; the last are changed least.
    """

    presets: tuple[str, ...]
    patterns: tuple[str, ...]
    speeds: tuple[str, ...]
    windows_ms: tuple[int, ...]
    parameters: tuple[tuple[str, int], ...]


# fmt: off
LAYOUTS = {
    1: Layout(
        presets=("pyramidal", "silent", "subthreshold", "fast_spiking", "stellate",
                 "purkinje", "granule", "thalamic", "ca1", "motor", "sensory",
                 "adapting_pyramidal", "adapting_ca1"),
        patterns=("constant", "pulses", "sine", "step", "ramp", "noisy", "by_hand"),
        speeds=("auto", "1/10", "1/100", "1/50", "1/20", "1/4", "1"),
        windows_ms=(300, 100, 200, 500, 1000, 2000),
        parameters=(("current", 101), ("resistance", 96), ("capacitance", 46),
                    ("threshold", 41), ("refractory", 21), ("injection", 50),
                    ("pulse_period", 100), ("pulse_duty", 19),
                    ("sine_frequency", 200), ("ramp_duration", 100),
                    ("noise_sigma", 41), ("adaptation_step", 21),
                    ("adaptation_tau", 50)),
    ),
}
# fmt: on
VERSION = max(LAYOUTS)


def encode(start: Start) -> str:
    """The code of a setting.

    Raises:
        ValueError: If a value lies between two steps, or the seed is too large.
    """
    if not 0 <= start.seed <= LARGEST_SEED:
        raise ValueError(f"a code holds seeds from 0 to {LARGEST_SEED} only")
    number = 0
    for digit, base in reversed(list(_digits(start, LAYOUTS[VERSION]))):
        number = number * base + digit
    signs = with_checks(SIGNS[VERSION] + _signs(number))
    groups = (signs[at : at + GROUP] for at in range(0, len(signs), GROUP))
    return "-".join(groups)


def decode(code: str) -> Start:
    """The setting of a code.

    Raises:
        CodeError: If it is mistyped, or made by a newer version.
    """
    signs = checked(code)
    if signs is None:
        raise CodeError(
            "code.broken", "this is no code, or a sign of it is wrong; read it again"
        )
    layout = LAYOUTS.get(SIGNS.index(signs[0]))
    if layout is None:
        raise CodeError("code.newer", "this code needs a newer version of the program")
    try:
        start = _start(_number(signs[1:]), layout)
    except (ValueError, KeyError, IndexError) as error:
        raise CodeError(
            "code.unknown", "this code asks for something that is not here"
        ) from error
    return start


def start_of(session: Session) -> Start:
    """What a session would have to begin with to be set as it is now."""
    cell = session.cell
    base = DEFAULT_VALUES | cell.preset.values()
    return Start(
        preset=cell.preset.id,
        pattern=cell.pattern.id,
        speed=None if session.clock.tempo.is_auto else session.clock.speed,
        seed=session.start.seed,
        values=tuple(
            (name, value) for name, value in cell.values.items() if value != base[name]
        ),
        window_ms=session.place.window_ms,
    )


# --- numbers ---------------------------------------------------------------------


def _digits(start: Start, layout: Layout) -> Iterator[tuple[int, int]]:
    """Each thing that is set as a digit and its base, the lowest first."""
    chosen = (
        layout.presets.index(start.preset),
        layout.patterns.index(start.pattern),
        layout.speeds.index(_speed_name(start.speed)),
        layout.windows_ms.index(start.window_ms),
    )
    yield from zip(chosen, PLACES, strict=True)
    yield int(start.seed > 0), 2
    if start.seed > 0:
        yield start.seed, LARGEST_SEED + 1
    base = DEFAULT_VALUES | PRESETS[start.preset].values()
    values = base | dict(start.values)
    for name, count in layout.parameters:
        spec = PARAMETERS[name]
        index = spec.index_of(values[name])
        if spec.value_at(index) != values[name]:
            raise ValueError(f"{name} {values[name]:g} is not a step of its slider")
        is_moved = values[name] != base[name]
        yield int(is_moved), 2
        if is_moved:
            yield index, count


def _start(number: int, layout: Layout) -> Start:
    """The setting of a number.

    Raises:
        ValueError: If it is not written as ``encode`` would.
        KeyError: If it names something that is no longer there.
    """

    def take(base: int) -> int:
        nonlocal number
        number, digit = divmod(number, base)
        return digit

    places = [take(count) for count in PLACES]
    preset = PRESETS[layout.presets[places[0]]]
    pattern = PATTERNS[layout.patterns[places[1]]]
    seed = take(LARGEST_SEED + 1) if take(2) else 0
    base = DEFAULT_VALUES | preset.values()
    values: dict[str, float] = {}
    for name, count in layout.parameters:
        if take(2):
            value = PARAMETERS[name].value_at(take(count))
            if value == base[name]:
                raise ValueError(f"{name} is written although it is not moved")
            values[name] = value
    if number:
        raise ValueError("more is written than there is to set")
    return Start(
        preset=preset.id,
        pattern=pattern.id,
        speed=_speed(layout.speeds[places[2]]),
        seed=seed,
        values=tuple((name, values[name]) for name in PARAMETERS if name in values),
        window_ms=WINDOWS_MS[WINDOWS_MS.index(layout.windows_ms[places[3]])],
    )


def _speed_name(speed: Fraction | None) -> str:
    return AUTO if speed is None else str(speed)


def _speed(name: str) -> Fraction | None:
    """The speed of a name; None where the clock chooses.

    Raises:
        KeyError: If there is no such speed here.
    """
    return None if name == AUTO else {str(speed): speed for speed in SPEEDS}[name]


def _signs(number: int) -> str:
    """A number in Crockford's base 32; nothing at all for 0."""
    signs = ""
    while number:
        number, digit = divmod(number, len(SIGNS))
        signs = SIGNS[digit] + signs
    return signs


def _number(signs: str) -> int:
    """The number of some signs.

    Raises:
        ValueError: If it begins with a 0, which ``_signs`` never writes.
    """
    if signs.startswith(SIGNS[0]):
        raise ValueError("a number begins with 0")
    number = 0
    for sign in signs:
        number = number * len(SIGNS) + SIGNS.index(sign)
    return number

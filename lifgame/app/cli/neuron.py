"""The options that say what a neuron is like, shared by commands without a session."""

import argparse

from lifgame.app.cli import values as kinds
from lifgame.app.cli.parser import Parser, add_name
from lifgame.app.cli.start import add_code, given_start
from lifgame.content.parameters import (
    DEFAULT_VALUES,
    NEURON_PARAMETERS,
    PATTERN_PARAMETERS,
    REFRACTORY,
)
from lifgame.content.patterns import DEFAULT_PATTERN, PATTERNS
from lifgame.content.presets import DEFAULT_PRESET, PRESETS
from lifgame.session.start import Start

SPECS = (*NEURON_PARAMETERS, *PATTERN_PARAMETERS)


def add_neuron(parser: Parser) -> None:
    """Neuron type and pattern, and an option for each of their values."""
    add_code(parser)
    add_name(parser, "--preset", PRESETS, DEFAULT_PRESET)
    for spec in SPECS:
        unit = spec.unit.replace("%", "%%")
        parser.add_argument(
            f"--{spec.id.replace('_', '-')}",
            dest=spec.id,
            type=kinds.inside(spec),
            metavar=spec.symbol,
            help=f"{spec.minimum:g} to {spec.maximum:g} {unit}",
        )
    add_name(parser, "--pattern", PATTERNS, DEFAULT_PATTERN)
    parser.add_argument(
        "--refractory-ms",
        dest=REFRACTORY.id,
        type=kinds.inside(REFRACTORY),
        metavar="MS",
        help=f"rest after a spike, {REFRACTORY.minimum:g} to {REFRACTORY.maximum:g}",
    )


def given_neuron(chosen: argparse.Namespace) -> tuple[Start, dict[str, float]]:
    """What the command line says of a neuron and its input.

    Returns:
        Neuron type, pattern and seed; and every parameter by id: the neuron type's,
        over it the code's, over that what was given by its own option.

    Raises:
        ExitError: If a code is given, and beside it what the code holds.
    """
    start = given_start(chosen)
    values = DEFAULT_VALUES | PRESETS[start.preset].values() | dict(start.values)
    for spec in (*SPECS, REFRACTORY):
        given: float | None = getattr(chosen, spec.id)
        if given is not None:
            values[spec.id] = given
    return start, values

"""The options that say what a neuron is like, shared by commands without a session."""

import argparse
from collections.abc import Iterable

from lifgame.app.cli import values as kinds
from lifgame.app.cli.parser import Parser, add_name
from lifgame.app.cli.start import add_code, given_start
from lifgame.content.models import MODELS
from lifgame.content.parameters import (
    ADAPTATION_PARAMETERS,
    DEFAULT_VALUES,
    NEURON_PARAMETERS,
    PATTERN_PARAMETERS,
    REFRACTORY,
    ParameterSpec,
)
from lifgame.content.patterns import DEFAULT_PATTERN, PATTERNS
from lifgame.content.presets import DEFAULT_PRESET, PRESETS
from lifgame.session.start import Start

SPECS = (*NEURON_PARAMETERS, *ADAPTATION_PARAMETERS, *PATTERN_PARAMETERS, REFRACTORY)


def add_neuron(parser: Parser) -> None:
    """Neuron type and model, and an option for each of their values."""
    add_code(parser)
    add_name(parser, "--preset", PRESETS, None, DEFAULT_PRESET)
    parser.add_argument(
        "--model",
        type=kinds.one_of("model", MODELS),
        metavar="ID",
        help=f"{', '.join(MODELS)} (without it: the preset's)",
    )
    add_values(parser, NEURON_PARAMETERS + ADAPTATION_PARAMETERS)
    parser.add_argument(
        "--refractory-ms",
        dest=REFRACTORY.id,
        type=kinds.inside(REFRACTORY),
        metavar="MS",
        help=f"rest after a spike, {REFRACTORY.minimum:g} to {REFRACTORY.maximum:g}",
    )


def add_pattern(parser: Parser) -> None:
    """The input pattern, and an option for each of the patterns' values."""
    add_name(parser, "--pattern", PATTERNS, None, DEFAULT_PATTERN)
    add_values(parser, PATTERN_PARAMETERS)


def add_values(parser: Parser, specs: Iterable[ParameterSpec]) -> None:
    """An option for each of some numbers."""
    for spec in specs:
        unit = spec.unit.replace("%", "%%")
        parser.add_argument(
            f"--{spec.id.replace('_', '-')}",
            dest=spec.id,
            type=kinds.inside(spec),
            metavar=spec.symbol,
            help=f"{spec.minimum:g} to {spec.maximum:g} {unit}",
        )


def given_neuron(chosen: argparse.Namespace) -> tuple[Start, dict[str, float]]:
    """What the command line says of a neuron and its input.

    Returns:
        Neuron type, pattern and seed; and every parameter by id: the neuron type's,
        over it the code's, over that what was given by its own option.

    Raises:
        ExitError: If a code is given, and beside it what the code holds.
    """
    if not hasattr(chosen, "pattern"):
        chosen.pattern = None
    start = given_start(chosen)
    values = DEFAULT_VALUES | PRESETS[start.preset].values() | dict(start.values)
    for spec in SPECS:
        given: float | None = getattr(chosen, spec.id, None)
        if given is not None:
            values[spec.id] = given
    return start, values


def given_model(chosen: argparse.Namespace, start: Start) -> str:
    """The id of the model that was named, or the neuron type's.

    Raises:
        ValueError: If a number was given that this model does not have.
    """
    model: str = chosen.model or PRESETS[start.preset].model
    for spec in ADAPTATION_PARAMETERS:
        is_given = getattr(chosen, spec.id) is not None
        if is_given and spec not in MODELS[model].all_parameters:
            owners = [row.id for row in MODELS.values() if spec in row.all_parameters]
            option = f"--{spec.id.replace('_', '-')}"
            raise ValueError(
                f"{option} means nothing to the model {model}; "
                f"use --model {' or '.join(owners)}"
            )
    return model

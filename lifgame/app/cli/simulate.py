"""``lifgame simulate``: its options, and what it does with them."""

import argparse
from collections.abc import Iterable
from pathlib import Path

from lifgame.app import exits
from lifgame.app.cli import values as kinds
from lifgame.app.cli.experiment import Experiment, Run, as_summary
from lifgame.app.cli.parser import Parser, add_name, add_number, add_seed
from lifgame.app.exits import ExitError
from lifgame.app.files.dialects import CSV_DIALECTS, DEFAULT_DIALECT
from lifgame.app.files.files import write_whole
from lifgame.app.output import write_out
from lifgame.content.models import DEFAULT_METHOD, MODELS
from lifgame.content.parameters import (
    ADAPTATION_PARAMETERS,
    DEFAULT_VALUES,
    NEURON_PARAMETERS,
    PARAMETERS,
    PATTERN_PARAMETERS,
    REFRACTORY,
    ParameterSpec,
)
from lifgame.content.patterns import DEFAULT_PATTERN, PATTERNS
from lifgame.content.presets import DEFAULT_PRESET, PRESETS
from lifgame.model.neurons.lif import METHODS
from lifgame.session.start import DEFAULT_DT_MS

LONGEST_STEP_MS = 1e6
LONGEST_MS = 1e7


def add_simulate(parser: Parser) -> None:
    """The options of ``lifgame simulate``."""
    add_neuron(parser)
    add_values(parser, PATTERN_PARAMETERS)
    add_name(parser, "--pattern", PATTERNS, DEFAULT_PATTERN)
    add_name(parser, "--method", METHODS, DEFAULT_METHOD)
    add_number(parser, "--dt-ms", (0, LONGEST_STEP_MS), DEFAULT_DT_MS, "of one step")
    add_number(
        parser, "--duration-ms", (0, LONGEST_MS), 1000.0, "rounded down to whole steps"
    )
    add_seed(parser)
    parser.add_argument(
        "--out", type=Path, metavar="FILE", help="CSV goes there, not to the screen"
    )
    add_name(parser, "--csv-for", CSV_DIALECTS, DEFAULT_DIALECT)
    parser.add_argument(
        "--summary", action="store_true", help="print JSON with spikes and theory"
    )
    parser.set_defaults(command=_simulate)


def add_neuron(parser: Parser) -> None:
    """The options that say which neuron it is, and its values."""
    add_name(parser, "--preset", PRESETS, DEFAULT_PRESET)
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
        default=REFRACTORY.default,
        metavar="MS",
        help=f"rest after a spike, {REFRACTORY.minimum:g} to {REFRACTORY.maximum:g}",
    )


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


def chosen_model(chosen: argparse.Namespace) -> str:
    """The id of the model that was named, or the preset's.

    Raises:
        ValueError: If a number was given that this model does not have.
    """
    model: str = chosen.model or PRESETS[chosen.preset].model
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


def chosen_values(chosen: argparse.Namespace) -> dict[str, float]:
    """Every parameter by id: the preset's, and what was given on the command line."""
    values = DEFAULT_VALUES | PRESETS[chosen.preset].values()
    for name in PARAMETERS:
        given: float | None = getattr(chosen, name, None)
        if given is not None:
            values[name] = given
    return values


def _simulate(chosen: argparse.Namespace) -> int:
    try:
        run = Run(_experiment(chosen))
        table = map(CSV_DIALECTS[chosen.csv_for].translated, run.csv())
        if chosen.out is not None:
            write_whole(chosen.out, (piece.encode("ascii") for piece in table))
        elif not chosen.summary:
            write_out(table)
        else:
            run.finish()
        if chosen.summary:
            write_out(as_summary(run))
    except ValueError as error:
        raise ExitError(exits.USAGE, str(error)) from error
    return exits.OK


def _experiment(chosen: argparse.Namespace) -> Experiment:
    return Experiment(
        values=chosen_values(chosen),
        pattern=chosen.pattern,
        method=chosen.method,
        dt_ms=chosen.dt_ms,
        duration_ms=chosen.duration_ms,
        seed=chosen.seed,
        model=chosen_model(chosen),
    )

"""``lifgame simulate``: its options, and what it does with them."""

import argparse
from pathlib import Path

from lifgame.app import exits
from lifgame.app.cli.experiment import Experiment, Run, as_summary
from lifgame.app.cli.neuron import (
    add_neuron,
    add_pattern,
    given_model,
    given_neuron,
)
from lifgame.app.cli.parser import Parser, add_name, add_number, add_seed
from lifgame.app.exits import ExitError
from lifgame.app.files.dialects import CSV_DIALECTS, DEFAULT_DIALECT
from lifgame.app.files.files import write_whole
from lifgame.app.output import write_out
from lifgame.content.models import DEFAULT_METHOD
from lifgame.model.neurons.lif import METHODS
from lifgame.session.start import DEFAULT_DT_MS

LONGEST_STEP_MS = 1e6
LONGEST_MS = 1e7


def add_simulate(parser: Parser) -> None:
    """The options of ``lifgame simulate``."""
    add_neuron(parser)
    add_pattern(parser)
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
    start, values = given_neuron(chosen)
    return Experiment(
        values=values,
        pattern=start.pattern,
        method=chosen.method,
        dt_ms=chosen.dt_ms,
        duration_ms=chosen.duration_ms,
        seed=start.seed,
        model=given_model(chosen, start),
    )

"""``lifgame export``: the neuron as a script for another simulator."""

import argparse
import math
from pathlib import Path

from lifgame.app import exits
from lifgame.app.cli.experiment import Experiment, Run
from lifgame.app.cli.neuron import (
    add_neuron,
    add_pattern,
    given_model,
    given_neuron,
)
from lifgame.app.cli.parser import Parser, add_number
from lifgame.app.cli.values import one_of
from lifgame.app.exits import ExitError
from lifgame.app.files.files import write_whole
from lifgame.content.export.script import (
    LONGEST_MS,
    Subject,
    export_script,
    method,
    refusal,
)
from lifgame.content.export.targets import TARGETS
from lifgame.session.start import DEFAULT_DT_MS


def add_export(parser: Parser) -> None:
    """The options of ``lifgame export``."""
    parser.description = "Write a script that gives the same spikes elsewhere."
    parser.add_argument(
        "--to",
        type=one_of("simulator", TARGETS),
        required=True,
        metavar="ID",
        help=", ".join(TARGETS),
    )
    add_neuron(parser)
    add_pattern(parser)
    add_number(
        parser, "--duration-ms", (0, LONGEST_MS), 1000.0, "rounded down to whole steps"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="FILE")
    parser.set_defaults(command=_export)


def _export(chosen: argparse.Namespace) -> int:
    try:
        script = written(_subject(chosen), chosen.to, chosen.out.name)
    except ValueError as error:
        raise ExitError(exits.USAGE, str(error)) from error
    write_whole(chosen.out, [script.encode("utf-8")])
    return exits.OK


def written(subject: Subject, target: str, file: str) -> str:
    """The script, with the spikes that the neuron makes here.

    Raises:
        ValueError: If the simulator cannot be given that, saying what is allowed.
    """
    problem = refusal(TARGETS[target], subject)
    if problem:
        raise ValueError(problem)
    run = Run(
        Experiment(
            values=subject.values,
            pattern=subject.pattern,
            method=method(target, subject),
            dt_ms=subject.dt_ms,
            duration_ms=subject.duration_ms,
            seed=0,
            model=subject.model,
        )
    )
    run.finish()
    return export_script(target, subject, run.spikes.listed_ms, file)


def _subject(chosen: argparse.Namespace) -> Subject:
    steps = math.floor(chosen.duration_ms / DEFAULT_DT_MS + 1e-6)
    start, values = given_neuron(chosen)
    return Subject(
        preset=start.preset,
        model=given_model(chosen, start),
        pattern=start.pattern,
        values=values,
        dt_ms=DEFAULT_DT_MS,
        duration_ms=steps * DEFAULT_DT_MS,
    )

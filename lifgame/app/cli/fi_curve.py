"""``lifgame fi-curve``: the firing rate against the current, as CSV or as a picture."""

import argparse
from pathlib import Path

from lifgame.app import exits
from lifgame.app.cli import values as kinds
from lifgame.app.cli.neuron import add_neuron, given_model, given_neuron
from lifgame.app.cli.parser import (
    Parser,
    add_name,
    add_number,
    add_seed,
    add_settings,
    given_settings,
)
from lifgame.app.cli.rates import RateRuns
from lifgame.app.cli.simulate import LONGEST_MS
from lifgame.app.cli.start import given_start
from lifgame.app.exits import ExitError
from lifgame.app.files.files import write_whole
from lifgame.content.models import DEFAULT_METHOD, MODELS
from lifgame.content.parameters import CURRENT, NOISE_SIGMA, REFRACTORY, ParameterSpec
from lifgame.content.texts import Library

MOST_POINTS = 2000
DEFAULT_POINTS = 51
DEFAULT_MS = 4000.0
KINDS = (".csv", ".png")
SETTINGS_OF_A_PICTURE = ("language", "palette")


def add_fi_curve(parser: Parser) -> None:
    """The options of ``lifgame fi-curve``."""
    add_neuron(parser)
    allowed = f"{CURRENT.minimum:g} to {CURRENT.maximum:g}"
    for option, default in (("from", CURRENT.minimum), ("to", CURRENT.maximum)):
        parser.add_argument(
            f"--{option}",
            dest=f"{option}_na",
            type=kinds.inside(CURRENT),
            default=default,
            metavar="NA",
            help=f"{allowed} (without it: {default:g})",
        )
    parser.add_argument(
        "--points",
        type=kinds.number(2, MOST_POINTS),
        default=DEFAULT_POINTS,
        metavar="N",
        help=f"currents, both ends counted (without it: {DEFAULT_POINTS})",
    )
    add_number(parser, "--duration-ms", (0, LONGEST_MS), DEFAULT_MS, "at each current")
    add_name(parser, "--method", MODELS[_ANY].methods, DEFAULT_METHOD)
    parser.add_argument(
        "--noise-sigma",
        type=kinds.inside(NOISE_SIGMA),
        default=0.0,
        metavar=NOISE_SIGMA.symbol,
        help=f"{NOISE_SIGMA.minimum:g} to {NOISE_SIGMA.maximum:g} {NOISE_SIGMA.unit}",
    )
    add_seed(parser)
    parser.add_argument(
        "--size", type=kinds.size, default=(1600, 900), metavar="WxH", help="of a PNG"
    )
    add_settings(parser, SETTINGS_OF_A_PICTURE)
    parser.add_argument(
        "--out", type=_out, required=True, metavar="FILE", help="FILE.csv or FILE.png"
    )
    parser.set_defaults(command=_fi_curve)


_ANY = next(iter(MODELS))


def _out(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() in KINDS:
        return path
    raise argparse.ArgumentTypeError(
        f"{text!r} is not allowed; allowed: a name that ends in {' or '.join(KINDS)}"
    )


def _fi_curve(chosen: argparse.Namespace) -> int:
    try:
        runs = _runs(chosen)
        if chosen.out.suffix.lower() == ".png":
            write_whole(chosen.out, [_picture(chosen, runs)])
        else:
            write_whole(chosen.out, (line.encode("ascii") for line in runs.csv()))
    except ValueError as error:
        raise ExitError(exits.USAGE, str(error)) from error
    return exits.OK


def _runs(chosen: argparse.Namespace) -> RateRuns:
    low_na, high_na, points = chosen.from_na, chosen.to_na, int(chosen.points)
    if not low_na < high_na:
        raise ValueError(f"--from {low_na:g} is not below --to {high_na:g}")
    step_na = (high_na - low_na) / (points - 1)
    start, values = given_neuron(chosen)
    return RateRuns(
        values=values,
        # Rounded, so that a file says 0.3 and not 0.30000000000000004.
        currents_na=tuple(round(low_na + k * step_na, 9) for k in range(points)),
        duration_ms=chosen.duration_ms,
        model=given_model(chosen, start),
        method=chosen.method,
        noise_sigma_na=chosen.noise_sigma,
        seed=chosen.seed or 0,
    )


def _picture(chosen: argparse.Namespace, runs: RateRuns) -> bytes:
    import pygame  # noqa: PLC0415

    from lifgame.app.cli.pictures import as_png  # noqa: PLC0415
    from lifgame.app.window.window import init_headless  # noqa: PLC0415
    from lifgame.content.palettes import PALETTES  # noqa: PLC0415
    from lifgame.session.preferences import Preferences  # noqa: PLC0415
    from lifgame.view.charts.fi_chart import (  # noqa: PLC0415
        FiChart,
        FiCurve,
        chart_unit,
    )
    from lifgame.view.look import Look  # noqa: PLC0415

    library = Library(chosen.texts)
    given = given_settings(chosen, library.languages)
    preferences = Preferences(given, library.languages)
    texts = library.texts(preferences["language"])
    palette = PALETTES[preferences["palette"]]
    init_headless()
    surface = pygame.Surface(chosen.size)
    look = Look(unit=chart_unit(chosen.size), palette=palette, texts=texts)
    curve = FiCurve(
        name=texts(f"preset.{given_start(chosen).preset}.name"),
        values=tuple(_told(runs)),
        currents_na=runs.currents_na,
        rates_hz=runs.measured_hz(),
        theory=runs.theory_line(),
        rheobase_na=runs.rheobase_na,
    )
    FiChart(look, chosen.size, curve).draw(surface)
    return as_png(surface)


def _told(runs: RateRuns) -> list[tuple[ParameterSpec, float]]:
    """The values that are worth telling."""
    specs = list(MODELS[runs.model].all_parameters)
    told = [(spec, runs.values[spec.id]) for spec in specs]
    told = [(spec, value) for spec, value in told if spec is not REFRACTORY or value]
    if runs.noise_sigma_na:
        told.append((NOISE_SIGMA, runs.noise_sigma_na))
    return told

"""The command line: play in a window, or simulate, picture and measure without one."""

import argparse
import math
import os
import sys
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from fractions import Fraction
from pathlib import Path
from typing import NoReturn

from lifgame.app import exits
from lifgame.app.exits import ExitError
from lifgame.app.files import write_whole
from lifgame.app.simulate import Experiment, as_csv, as_summary, simulate
from lifgame.content.parameters import (
    DEFAULT_VALUES,
    NEURON_PARAMETERS,
    PATTERN_PARAMETERS,
    REFRACTORY,
    ParameterSpec,
)
from lifgame.content.patterns import DEFAULT_PATTERN, PATTERNS
from lifgame.content.presets import DEFAULT_PRESET, PRESETS
from lifgame.content.speeds import DEFAULT_SPEED, SPEEDS
from lifgame.model.neuron import METHODS
from lifgame.session.session import DEFAULT_DT_MS, Start

LARGEST_SIDE_PX = 8192
LONGEST_MS = 1e7
MOST_STEPS = 50_000_000
LONGEST_PICTURE_S = 3600.0


class Parser(argparse.ArgumentParser):
    """Errors are one line that says what is allowed, and exit with 2."""

    def error(self, message: str) -> NoReturn:
        self.exit(exits.USAGE, f"{self.prog}: {message}\n")


def run(arguments: list[str]) -> int:
    """Run one command line.

    Returns:
        The exit code.
    """
    parser = make_parser()
    try:
        chosen = parser.parse_args(arguments)
        command: Callable[[argparse.Namespace], int] = chosen.command
        return command(chosen)
    except ExitError as error:
        sys.stderr.write(f"lifgame: {error}\n")
        return error.code
    except ValueError as error:
        sys.stderr.write(f"lifgame: {error}\n")
        return exits.USAGE
    except BrokenPipeError:
        # The reader, such as `head`, has seen enough; keep Python from complaining.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return exits.OK


# --- kinds of values ----------------------------------------------------------


def one_of(kind: str, known: Iterable[str]) -> Callable[[str], str]:
    """A name out of a table; a wrong one is answered with the nearest right one."""
    names = list(known)

    def check(text: str) -> str:
        if text in names:
            return text
        near = get_close_matches(text.lower(), names, n=1, cutoff=0.4)
        hint = f"did you mean {near[0]}? " if near else ""
        raise argparse.ArgumentTypeError(
            f"unknown {kind} {text!r}; {hint}allowed: {', '.join(names)}"
        )

    return check


def inside(spec: ParameterSpec) -> Callable[[str], float]:
    """A number inside a parameter's range."""

    def check(text: str) -> float:
        try:
            return spec.check(float(text))
        except ValueError as error:
            reason = f"{text!r} is not allowed; {spec.allowed()}"
            raise argparse.ArgumentTypeError(reason) from error

    return check


def number(
    low: float, high: float, *, open_below: bool = False
) -> Callable[[str], float]:
    """A finite number between two others."""

    def check(text: str) -> float:
        try:
            value = float(text)
        except ValueError:
            value = math.nan
        if (
            math.isfinite(value)
            and low <= value <= high
            and not (open_below and value == low)
        ):
            return value
        start = f"above {low:g}, up to" if open_below else f"{low:g} to"
        raise argparse.ArgumentTypeError(f"{text!r} is not allowed; {start} {high:g}")

    return check


def whole(text: str) -> int:
    """A whole number from 0 on."""
    try:
        value = int(text)
    except ValueError:
        value = -1
    if value < 0:
        raise argparse.ArgumentTypeError(f"{text!r} is not allowed; 0, 1, 2, ...")
    return value


def size(text: str) -> tuple[int, int]:
    """A width and a height in pixels, as in 1920x1080."""
    parts = text.lower().replace("×", "x").split("x")
    if len(parts) == 2 and all(part.isascii() and part.isdigit() for part in parts):
        width, height = int(parts[0]), int(parts[1])
        if 1 <= width <= LARGEST_SIDE_PX and 1 <= height <= LARGEST_SIDE_PX:
            return width, height
    raise argparse.ArgumentTypeError(
        f"{text!r} is not allowed; WIDTHxHEIGHT, each 1 to {LARGEST_SIDE_PX}"
    )


def speed(text: str) -> Fraction:
    """One of the speeds, as in 1/10, 0.1 or 1."""
    try:
        value = Fraction(text.rstrip("x×"))
    except (ValueError, ZeroDivisionError):
        value = Fraction(-1)
    if value in SPEEDS:
        return value
    allowed = ", ".join(str(choice) for choice in SPEEDS)
    raise argparse.ArgumentTypeError(f"{text!r} is not allowed; allowed: {allowed}")


def keys(text: str) -> list[int]:
    """Key names, separated by commas, as pygame calls them."""
    import pygame  # noqa: PLC0415

    from lifgame.app.window import init_headless  # noqa: PLC0415
    from lifgame.content.actions import ACTIONS_BY_KEY  # noqa: PLC0415

    init_headless()
    codes: list[int] = []
    # A comma is a key, too: "comma" stands for it; "period" for its neighbour.
    named = {"comma": ",", "period": ".", "point": "."}
    for part in text.split(","):
        name = part.strip().lower()
        name = named.get(name, name)
        one_of("key", [*ACTIONS_BY_KEY, *named])(name)
        codes.append(pygame.key.key_code(name))
    return codes


# --- the commands -------------------------------------------------------------


def make_parser() -> Parser:
    """The whole command line, derived from the tables."""
    parser = Parser(
        prog="lifgame",
        description="Meet a neuron as a leaky bucket. Without a command: play.",
    )
    parser.add_argument("--version", action="version", version=_version())
    _add_start(parser)
    parser.add_argument(
        "--windowed", action="store_true", help="play in a window, not fullscreen"
    )
    parser.add_argument("--size", type=size, metavar="WxH", help="of the window")
    parser.set_defaults(command=_play)
    commands = parser.add_subparsers(metavar="COMMAND", parser_class=Parser)
    _add_simulate(commands.add_parser("simulate", help="numbers as CSV or JSON"))
    _add_screenshot(commands.add_parser("screenshot", help="one picture as PNG"))
    _add_record(commands.add_parser("record", help="numbered pictures as PNG"))
    _add_bench(commands.add_parser("bench", help="measure the speed of this machine"))
    return parser


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

    try:
        return f"lifgame {version('lifgame')}"
    except PackageNotFoundError:
        return "lifgame (not installed)"


def _add_start(parser: Parser) -> None:
    parser.add_argument(
        "--preset",
        type=one_of("preset", PRESETS),
        default=DEFAULT_PRESET,
        metavar="ID",
        help=", ".join(PRESETS),
    )
    parser.add_argument(
        "--pattern",
        type=one_of("pattern", PATTERNS),
        default=DEFAULT_PATTERN,
        metavar="ID",
        help=", ".join(PATTERNS),
    )
    parser.add_argument(
        "--speed",
        type=speed,
        default=DEFAULT_SPEED,
        metavar="X",
        help=", ".join(str(choice) for choice in SPEEDS),
    )
    parser.add_argument("--seed", type=whole, default=0, metavar="N", help="of noise")


def _start(chosen: argparse.Namespace) -> Start:
    return Start(
        preset=chosen.preset,
        pattern=chosen.pattern,
        speed=chosen.speed,
        seed=chosen.seed,
    )


def _play(chosen: argparse.Namespace) -> int:
    from lifgame.app.loop import play  # noqa: PLC0415

    return play(_start(chosen), chosen.size, fullscreen=not chosen.windowed)


def _add_simulate(parser: Parser) -> None:
    parser.add_argument(
        "--preset", type=one_of("preset", PRESETS), metavar="ID", help="neuron type"
    )
    for spec in NEURON_PARAMETERS + PATTERN_PARAMETERS:
        unit = f" in {spec.unit.replace('%', '%%')}"
        parser.add_argument(
            f"--{spec.id.replace('_', '-')}",
            type=inside(spec),
            metavar=spec.symbol,
            help=f"{spec.minimum:g} to {spec.maximum:g}{unit}",
        )
    parser.add_argument(
        "--pattern",
        type=one_of("pattern", PATTERNS),
        default=DEFAULT_PATTERN,
        metavar="ID",
        help=", ".join(PATTERNS),
    )
    parser.add_argument(
        "--method",
        type=one_of("method", METHODS),
        default="euler",
        metavar="euler|exact",
    )
    parser.add_argument(
        "--dt-ms", type=number(0, 1e6, open_below=True), default=DEFAULT_DT_MS
    )
    parser.add_argument(
        "--refractory-ms", type=inside(REFRACTORY), default=REFRACTORY.default
    )
    parser.add_argument(
        "--duration-ms", type=number(0, LONGEST_MS, open_below=True), default=1000.0
    )
    parser.add_argument("--seed", type=whole, default=0, metavar="N", help="of noise")
    parser.add_argument(
        "--out", type=Path, metavar="FILE", help="instead of the screen"
    )
    parser.add_argument(
        "--summary", action="store_true", help="print JSON with spikes and theory"
    )
    parser.set_defaults(command=_simulate)


def _simulate(chosen: argparse.Namespace) -> int:
    values = DEFAULT_VALUES | PRESETS[chosen.preset or DEFAULT_PRESET].values()
    for spec in NEURON_PARAMETERS + PATTERN_PARAMETERS:
        given: float | None = getattr(chosen, spec.id)
        if given is not None:
            values[spec.id] = given
    values[REFRACTORY.id] = chosen.refractory_ms
    if chosen.duration_ms / chosen.dt_ms > MOST_STEPS:
        raise ValueError(f"more than {MOST_STEPS} steps; take a longer --dt-ms")
    experiment = Experiment(
        values,
        chosen.pattern,
        chosen.method,
        chosen.dt_ms,
        chosen.duration_ms,
        chosen.seed,
    )
    outcome = simulate(experiment)
    if chosen.out is not None:
        write_whole(chosen.out, as_csv(outcome).encode("ascii"))
    if chosen.summary:
        sys.stdout.write(as_summary(experiment, outcome))
    elif chosen.out is None:
        sys.stdout.write(as_csv(outcome))
    sys.stdout.flush()
    return exits.OK


def _add_picture(parser: Parser) -> None:
    _add_start(parser)
    parser.add_argument("--size", type=size, default=(1920, 1080), metavar="WxH")
    parser.add_argument(
        "--keys", type=keys, default=[], metavar="A,B", help="keys to press first"
    )


def _add_screenshot(parser: Parser) -> None:
    _add_picture(parser)
    parser.add_argument(
        "--after",
        type=number(0, LONGEST_PICTURE_S),
        default=2.0,
        metavar="SECONDS",
        help="real time that passes before",
    )
    parser.add_argument("--out", type=Path, required=True, metavar="FILE.png")
    parser.set_defaults(command=_screenshot)


def _screenshot(chosen: argparse.Namespace) -> int:
    from lifgame.app.pictures import screenshot  # noqa: PLC0415

    screenshot(_start(chosen), chosen.size, chosen.after, chosen.keys, chosen.out)
    return exits.OK


def _add_record(parser: Parser) -> None:
    _add_picture(parser)
    parser.add_argument(
        "--seconds",
        type=number(0, LONGEST_PICTURE_S, open_below=True),
        default=5.0,
        metavar="S",
    )
    parser.add_argument("--fps", type=number(1, 240), default=30.0, metavar="N")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.set_defaults(command=_record)


def _record(chosen: argparse.Namespace) -> int:
    from lifgame.app.pictures import record  # noqa: PLC0415

    record(
        _start(chosen), chosen.size, chosen.seconds, chosen.fps, chosen.keys, chosen.out
    )
    return exits.OK


def _add_bench(parser: Parser) -> None:
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(command=_bench)


def _bench(chosen: argparse.Namespace) -> int:
    from lifgame.app.bench import report  # noqa: PLC0415

    sys.stdout.write(report(as_json=chosen.json))
    return exits.OK

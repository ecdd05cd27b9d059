"""The record of a session as CSV, with all that is needed to draw every plot again.

Lines that begin with ``#`` say what was set: ``# name: value``. Then comes a table of
one row a step. Numbers are written so that the same numbers come back, with a decimal
point in every language.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lifgame.content.parameters import PARAMETERS
from lifgame.session.codes import encode, start_of
from lifgame.session.session import Session

FORMAT = "lifgame record 1"
_MARK = "# "


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a file.

    Attributes:
        settings: What was set, by name; parameters by id, in their own units.
        columns: One array of numbers a column, all of one length, by name.
    """

    settings: Mapping[str, str]
    columns: Mapping[str, NDArray[np.float64]]

    def value(self, parameter: str) -> float:
        """A parameter's value, in its own unit."""
        return float(self.settings[parameter].partition(" ")[0])


def settings_of(session: Session) -> dict[str, str]:
    """All that was set, as a file's header."""
    cell, start = session.cell, start_of(session)
    settings = {
        "format": FORMAT,
        "preset": cell.preset.id,
        "pattern": cell.pattern.id,
        "seed": str(start.seed),
        "dt": f"{session.dt_ms!r} ms",
        "speed": str(session.clock.speed),
        "model": cell.model.id,
        "window": f"{session.place.window_ms} ms",
        # However they are shown on the screen.
        "voltages": "mV above rest",
    }
    try:
        settings["code"] = encode(start)
    except ValueError:
        # Only a seed of the command line is too large for a code; it stands above.
        settings["code"] = ""
    for spec in PARAMETERS.values():
        settings[spec.id] = f"{cell.value(spec.id)!r} {spec.unit}".rstrip()
    return settings


def record_of(session: Session) -> Table:
    """The steps that the session still remembers, with all that was set."""
    part = session.cell.record.span(0, session.tick_count)
    ends = np.arange(part.first_tick + 1, part.end_tick + 1)
    columns: dict[str, NDArray[np.float64]] = {
        "time_ms": ends.astype(np.float64) * session.dt_ms,
        "current_na": part.current_na,
        "voltage_mv": part.voltage_mv,
        "threshold_mv": part.threshold_mv,
        "settle_mv": part.settle_mv,
        "spike": part.spikes.astype(np.float64),
    }
    for channel in session.cell.model.own_channels:
        columns[channel.id] = part.column(channel.id)
    return Table(settings_of(session), columns)


def to_csv(table: Table) -> Iterable[str]:
    """A table as the text of a CSV file, line by line."""
    for name, value in table.settings.items():
        yield f"{_MARK}{name}: {value}\n"
    yield ",".join(table.columns) + "\n"
    columns: Sequence[list[float]] = [c.tolist() for c in table.columns.values()]
    for row in zip(*columns, strict=True):
        yield ",".join(_number(value) for value in row) + "\n"


def read_table(path: Path) -> Table:
    """A table from a file that ``to_csv`` has made.

    Raises:
        OSError: If it cannot be read.
        ValueError: If it is no such file, naming it.
    """
    lines = path.read_text("utf-8").splitlines()
    head = [line for line in lines if line.startswith(_MARK)]
    body = lines[len(head) :]
    pairs = (line.removeprefix(_MARK).partition(": ") for line in head)
    settings = {name: value for name, _, value in pairs}
    if settings.get("format") != FORMAT or not body:
        raise ValueError(f"{path}: not a {FORMAT}")
    names = body[0].split(",")
    try:
        rows = [[float(field) for field in line.split(",")] for line in body[1:]]
        numbers = np.array(rows, np.float64).reshape(-1, len(names))
    except ValueError as error:
        raise ValueError(f"{path}: a row is not {len(names)} numbers") from error
    return Table(settings, dict(zip(names, numbers.T, strict=True)))


def _number(value: float) -> str:
    """A number in the shortest way that gives the same one back."""
    return str(int(value)) if value.is_integer() else repr(value)

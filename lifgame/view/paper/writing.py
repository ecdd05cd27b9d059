"""What is written on the paper at one moment, and how it lies on the sheet."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from lifgame.view.look import Look
from lifgame.view.paper.axis import PaperAxis
from lifgame.view.paper.frame import PaperFrame
from lifgame.view.paper.places import PaperPlaces
from lifgame.view.paper.record import Record, Ticks, read
from lifgame.view.paper.stroke import Floats
from lifgame.view.paper.swings import Bands

# Design units: half the widths of the strokes.
TRACE_RADIUS = 3.0
CURRENT_RADIUS = 2.5
LINE_RADIUS = 2.5
CASING_RADIUS = 4.0
# Radius and strength of each.
LIGHTS = ((5.5, 0.14), (9.0, 0.09))
# Marks of spikes end here; the rim is at 32 mV.
MARK_MV = 30.2
BULB_RADIUS = 10.0
# Ink lies no further than this from its own column.
REACH = 17.0
# Ticks read at each side beyond what is drawn: lines come from there.
MARGIN_TICKS = 3


@dataclass(frozen=True, slots=True)
class Writing:
    """All that a painter of columns needs to know.

    Attributes:
        frame: The moment.
        axis: Which column shows which tick.
        now: The column of the pen, with its fraction.
        volts: Where V swings too densely for single curves.
        spikes: Where marks are too dense for single marks.
        amps: Where I swings too densely.
        second: Where the second curve swings too densely.
    """

    frame: PaperFrame
    axis: PaperAxis
    now: float
    volts: Bands
    spikes: Bands
    amps: Bands
    second: Bands

    @property
    def bands(self) -> tuple[Bands, Bands, Bands, Bands]:
        return self.volts, self.spikes, self.amps, self.second

    def ticks(self, first: float, last: float, record: Record | None = None) -> Ticks:
        """The ticks between two columns, and a few beside them.

        Args:
            first: The one column.
            last: The other.
            record: Whose; None: the first curve's.
        """
        newest = int(np.ceil(self.frame.edge_tick))
        start = int(self.axis.tick(first)) - MARGIN_TICKS
        # The first one always: what is older than it looks at it too.
        end = max(1, int(self.axis.tick(last)) + MARGIN_TICKS)
        return read(record or self.frame.record, start, min(end, newest))

    def columns(self, ticks: Ticks, radius: float) -> Floats:
        """Where ticks end; spikes where the fall of such a pen is crisp."""
        x = self.axis.xs(ticks.ends)
        if ticks.has_spikes:
            x = np.where(ticks.spiked, snapped(x, radius), x)
            x = np.maximum.accumulate(x)
        return x


@dataclass(frozen=True)
class Rows:
    """Rows of the sheet, 0 at its top.

    Attributes:
        places: Of the recorder.
    """

    places: PaperPlaces

    @cached_property
    def height(self) -> int:
        return self.places.sheet.height

    def volt(self, voltage_mv: float) -> float:
        return self.places.scale.y(voltage_mv) - self.places.sheet.top

    def volts(self, voltages_mv: NDArray[np.float64]) -> Floats:
        """Rows of voltages; what is off the paper stays at its border."""
        rows = self.places.scale.rows(voltages_mv) - self.places.sheet.top
        np.minimum(rows, self.lowest, out=rows)
        return np.maximum(rows, self.highest, out=rows)

    @cached_property
    def highest(self) -> float:
        """Where a voltage far above the rim is drawn: just under the holes."""
        return float(self.places.px(14))

    @cached_property
    def lowest(self) -> float:
        """Where a voltage far below 0 mV is drawn: between 0 mV and the divide."""
        return max(self.volt(0.0), self.divide - self.places.px(4))

    @cached_property
    def divide(self) -> int:
        """The line between the strips."""
        floor = self.volt(0.0)
        return round(floor + 0.32 * (self.strip_top - floor))

    @cached_property
    def strip_top(self) -> int:
        return self.places.current.top - self.places.sheet.top

    @cached_property
    def strip_bottom(self) -> int:
        return self.places.current.bottom - self.places.sheet.top

    def amp(self, current_na: float, limit_na: float) -> float:
        """The row of a current, never outside its strip."""
        share = min(max(current_na / limit_na, 0.0), 1.0)
        return self.strip_bottom - share * self.places.current.height

    def amps(self, currents_na: NDArray[np.float64], limit_na: float) -> Floats:
        """Rows of many currents."""
        shares = np.minimum(np.maximum(currents_na / limit_na, 0.0), 1.0)
        return self.strip_bottom - shares * self.places.current.height


@dataclass(frozen=True, slots=True)
class Pens:
    """Half the widths of strokes, in pixels.

    Attributes:
        trace: Of V.
        current: Of I.
        line: Of the flush line.
        casing: Of the dark under it.
        lights: Radius and strength of the light round the trace, wherever there is any.
        reach: How far any ink lies from its own column.
    """

    trace: float
    current: float
    line: float
    casing: float
    lights: tuple[tuple[float, float], ...]
    reach: int

    @classmethod
    def of(cls, look: Look, unit: float) -> "Pens":
        """The pens for a look, never so thin that a line breaks up."""
        glow = look.palette.glow
        lights = LIGHTS if glow else ()
        return cls(
            _half(TRACE_RADIUS * unit, 1.0),
            _half(CURRENT_RADIUS * unit, 1.0),
            _half(LINE_RADIUS * unit, 1.0),
            _half(CASING_RADIUS * unit, 2.0),
            tuple(
                (_half(radius * unit, 2.0), glow * share) for radius, share in lights
            ),
            max(6, round(REACH * unit) + 2),
        )


def _half(radius: float, least: float) -> float:
    """A radius of whole halves: the pen's width is whole pixels."""
    return max(least, round(2.0 * radius) / 2.0)


def snapped(x: Floats, radius: float) -> Floats:
    """Columns at which an upright stroke has its sides between pixels."""
    part = radius % 1.0
    columns: Floats = np.floor(x - part + 0.5) + part
    return columns

"""A cell and its recorder, stepped by hand, for tests and for looking.

``python tests/paper_tools.py [folder]`` renders states and film strips to be looked at.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from math import exp
from pathlib import Path

import pygame
from record_tools import empty_record, note

from lifgame.content.palettes import PALETTES
from lifgame.model.record import Record
from lifgame.view.colours import mix
from lifgame.view.look import Look
from lifgame.view.paper.axis import TempoMark, with_tempo
from lifgame.view.paper.frame import PaperFrame
from lifgame.view.paper.painter import PaperPainter
from lifgame.view.paper.places import PaperPlaces
from lifgame.view.scale import Scale

Program = Callable[[float], float]

# Each form: size of the screen, unit, pen, floor, px per mV, strip, left, wall.
FORMS = {
    "play": ((1920, 1080), 1.0, 768, 728, 17.0, (766, 838), 0, 836),
    "lab": ((1920, 1080), 0.78, 1004, 562, 12.4, (596, 646), 48, 1076),
    "portrait": ((1080, 1920), 1.05, 374, 1116, 23.0, (1176, 1424), 0, 446),
    "compact": ((800, 480), 0.52, 258, 330, 8.0, (346, 374), 0, 299),
    "small": ((320, 240), 0.3, 110, 160, 4.0, (168, 184), 0, 134),
}


def places_of(form: str, zoom: float = 1.0) -> PaperPlaces:
    """The recorder's places in a form, at a multiple of its size."""
    _, unit, pen, floor, per_mv, strip, left, wall = FORMS[form]

    def z(value: float) -> int:
        return round(value * zoom)

    unit *= zoom
    rim = floor - 32.0 * per_mv
    top, bottom = z(rim - 4 * unit / zoom), z(strip[1]) + round(22 * unit)
    paper = pygame.Rect(z(left), top, z(pen) - z(left), bottom - top)
    roll_left = z(pen) + max(1, round(3 * unit))
    roll = pygame.Rect(roll_left, paper.top - round(14 * unit), round(20 * unit), 0)
    roll.height = paper.height + round(26 * unit)
    return PaperPlaces(
        paper=paper,
        current=pygame.Rect(
            paper.left, z(strip[0]), paper.width, z(strip[1] - strip[0])
        ),
        pen_x=z(pen),
        roll=roll,
        ruler=pygame.Rect(roll.right, z(rim), z(wall) - roll.right, z(floor) - z(rim)),
        scale=Scale(0.0, 32.0, rim * zoom, floor * zoom),
        unit=unit,
        px_per_s=88.0 * unit,
    )


@dataclass
class Cell:
    """A leaky integrator that is stepped by hand, exactly."""

    resistance_mohm: float = 12.0
    capacitance_nf: float = 2.0
    threshold_mv: float = 20.0
    lift_mv: float = 0.0
    spoon_mv: float = 0.0
    current_na: float = 2.0
    dt_ms: float = 0.5
    tempo: float = 1 / 50
    record: Record = field(default_factory=lambda: empty_record(1 << 16))
    voltage_mv: float = 0.0
    due: float = 0.0
    edge: float = 0.0
    tempos: tuple[TempoMark, ...] = ()

    def step(self, ticks: int) -> None:
        for _ in range(ticks):
            tau_ms = self.resistance_mohm * self.capacitance_nf
            settle = self.resistance_mohm * self.current_na
            self.voltage_mv = settle + (self.voltage_mv - settle) * exp(
                -self.dt_ms / tau_ms
            )
            self.lift_mv *= exp(-self.dt_ms / 70.0)
            spiked = self.voltage_mv >= self.threshold_mv + self.lift_mv
            if spiked:
                self.voltage_mv = 0.0
                self.lift_mv += self.spoon_mv
            line = self.threshold_mv + self.lift_mv
            note(
                self.record,
                self.voltage_mv,
                self.current_na,
                line,
                settle,
                int(spiked),
            )

    def run(self, real_s: float, program: Program | None = None) -> None:
        """Let real time pass at the cell's tempo; the picture lies between ticks."""
        self.tempos = with_tempo(self.tempos, self.edge, self.tempo, self.dt_ms)
        self.edge += real_s * self.tempo * 1000.0 / self.dt_ms
        while self.record.end_tick < self.edge:
            if program is not None:
                self.current_na = program(self.record.end_tick * self.dt_ms)
            self.step(1)

    def level_mv(self) -> float:
        first = int(self.edge)
        part: list[float] = self.record.span(
            max(0, first - 1), first + 1
        ).voltage_mv.tolist()
        if len(part) < 2:
            return part[0] if part else 0.0
        return part[0] + (part[1] - part[0]) * (self.edge - first)

    def frame(self, span_ms: float | None = None, **other: object) -> PaperFrame:
        tempos = with_tempo(self.tempos, self.edge, self.tempo, self.dt_ms)
        frame = PaperFrame(
            self.record,
            self.edge,
            tempos,
            self.dt_ms,
            self.level_mv(),
            self.threshold_mv + self.lift_mv,
            self.current_na,
            span_ms=span_ms,
        )
        return replace(frame, **other) if other else frame  # type: ignore[arg-type]


def pixels(surface: pygame.Surface) -> bytes:
    return pygame.image.tobytes(surface, "RGB")


def wall(canvas: pygame.Surface, area: pygame.Rect) -> None:
    """A ground that is different everywhere, as a room in lamplight."""
    clip = canvas.get_clip()
    canvas.set_clip(area.clip(clip))
    for y in range(area.top - area.top % 8, area.bottom, 8):
        canvas.fill(mix((9, 13, 28), (21, 34, 74), y % 1080 / 1080), (0, y, 9999, 8))
    canvas.set_clip(clip)


def hand(ms: float) -> float:
    """The design's first try: let go too early, then pour."""
    return 0.0 if ms < 6 or 36 <= ms < 68 else 2.0


def look_at(folder: Path) -> None:
    """Render what a designer wants to see."""
    folder.mkdir(exist_ok=True)
    for name in ("play", "portrait", "compact"):
        for palette in PALETTES:
            cell = Cell()
            cell.run(178 / 20, hand)
            _show(folder / f"{name}_{palette}.png", name, palette, cell, None)
    for palette in PALETTES:
        cell = Cell()
        cell.run(426 / 20)
        _show(folder / f"lab_{palette}.png", "lab", palette, cell, 300.0)
    start = Cell(current_na=0.0)
    _show(folder / "start.png", "play", "night", start, None)
    start.run(0.6)
    _show(folder / "begun.png", "play", "night", start, None)
    tired = Cell(current_na=2.6, spoon_mv=2.5)
    tired.run(129.5 / 20)
    _show(folder / "adaptive.png", "play", "night", tired, None)
    for tempo, real_s in ((1.0, 9.0), (0.1, 9.0)):
        for palette in ("night", "projector"):
            cell = Cell(tempo=1 / 50)
            cell.run(3.0, hand)
            cell.tempo, cell.current_na = tempo, 2.0
            cell.run(real_s - 3.0)
            name = f"tempo_{round(1 / tempo)}_{palette}.png"
            _show(folder / name, "play", palette, cell, None)
    _show(folder / "lab_dense.png", "lab", "night", cell, 2000.0)


def _show(
    path: Path, form: str, palette: str, cell: Cell, span_ms: float | None
) -> None:
    look = Look(unit=FORMS[form][1], palette=PALETTES[palette])
    canvas = pygame.Surface(FORMS[form][0])
    ground = wall if palette == "night" else None
    if ground is None:
        canvas.fill(look.colour("background"))
    else:
        wall(canvas, canvas.get_rect())
    painter = PaperPainter(look, places_of(form), ground)
    frame = cell.frame(span_ms)
    painter.update(frame, 0.0)
    painter.draw_all(canvas, frame)
    pygame.image.save(canvas, path)


if __name__ == "__main__":
    pygame.display.init()
    pygame.font.init()
    look_at(Path(sys.argv[1] if len(sys.argv) > 1 else "looks"))

"""The handles: each is large enough, moves with the finger, and reaches every step."""

from itertools import combinations, product

import pytest
from machine_tools import SCREENS, frame, places_of

from lifgame.content.parameters import PARAMETERS
from lifgame.session import commands as c
from lifgame.session.session import Session
from lifgame.view.geometry import Pixel
from lifgame.view.machine.handles import machine_handles, place_handles
from lifgame.view.machine.moment import Moment
from lifgame.view.machine.tap import wheel_deg
from lifgame.view.machine.touch_areas import touch_areas
from lifgame.view.widgets.board import Board
from lifgame.view.widgets.held import Held

OF = {
    "tap": "current",
    "line": "threshold",
    "width": "capacitance",
    "leak": "resistance",
}
# The way along the track in which each grows.
ALONG: dict[str, Pixel] = {
    "tap": (1, 0), "line": (0, -1), "bend": (0, -1), "width": (1, 0), "leak": (0, 1),
}  # fmt: skip


class Bench:
    """A session with the machine's handles on a board."""

    def __init__(self, screen: str = "1080p") -> None:
        self.session = Session()
        self.screen = screen
        self.handles = machine_handles(places_of(screen))
        self.held = Held()
        self.board = Board(list(self.handles), self.held)
        self.place()

    def place(self) -> None:
        values = self.session.cell.values
        place_handles(self.handles, Moment(
            places_of(self.screen, values["capacitance"]),
            frame(10.0, values["current"], values["resistance"],
                  values["capacitance"], values["threshold"]),
        ))  # fmt: skip

    def obey(self, commands: list[c.Command]) -> list[c.Command]:
        for command in commands:
            self.session.obey(command)  # type: ignore[arg-type]
        self.place()
        return commands

    def press(self, name: str, off: Pixel = (0, 0)) -> Pixel:
        x, y = self.board[name].rect.center
        point = x + off[0], y + off[1]
        self.obey(self.board.press(self.session, "mouse", point))
        return point

    def move(self, point: Pixel) -> list[c.Command]:
        return self.obey(self.board.move(self.session, "mouse", point))

    def release(self, point: Pixel) -> list[c.Command]:
        return self.obey(self.board.release(self.session, "mouse", point))


@pytest.mark.parametrize("name", ALONG)
@pytest.mark.parametrize("off", [(0, 0), (9, 6), (-8, -7)])
def test_taking_a_handle_changes_nothing(name: str, off: Pixel) -> None:
    bench = Bench()
    before = dict(bench.session.cell.values)
    point = bench.press(name, off)
    assert bench.release(point) == []
    assert bench.session.cell.values == before


@pytest.mark.parametrize("name", ALONG)
def test_a_drag_along_the_track_moves_the_value(name: str) -> None:
    bench = Bench()
    spec_id = OF.get(name, "threshold")
    before = bench.session.cell.value(spec_id)
    x, y = bench.press(name)
    dx, dy = ALONG[name]
    bench.move((x + 40 * dx, y + 40 * dy))
    assert bench.session.cell.value(spec_id) > before
    bench.move((x - 40 * dx, y - 40 * dy))
    assert bench.session.cell.value(spec_id) < before


@pytest.mark.parametrize("name", ["line", "bend"])
def test_the_line_goes_with_the_finger(name: str) -> None:
    bench = Bench()
    x, y = bench.press(name)
    scale = places_of("1080p").scale
    bench.move((x, y - round(4.0 * scale.px_per_mv)))
    assert bench.session.cell.value("threshold") == 24.0


def test_the_wall_goes_with_the_finger() -> None:
    bench = Bench()
    wall = places_of("1080p").inside.right
    x, y = bench.press("width")
    bench.move((x + 100, y))
    moved = places_of("1080p", bench.session.cell.value("capacitance")).inside.right
    assert moved - wall == pytest.approx(100, abs=4)


def test_the_wheel_turns_by_as_much_as_the_hand() -> None:
    bench = Bench()
    x, y = places_of("1080p").tap
    bench.obey(bench.board.press(bench.session, "mouse", (x + 50, y)))
    before = wheel_deg(bench.session.cell.value("current"))
    for point in ((x + 43, y + 25), (x + 25, y + 43), (x, y + 50)):
        bench.move(point)
    turned = wheel_deg(bench.session.cell.value("current")) - before
    assert turned == pytest.approx(90.0, abs=3.0)


@pytest.mark.parametrize("screen", ["1080p", "compact", "vga", "portrait"])
@pytest.mark.parametrize("name", list(OF))
def test_every_step_can_be_reached_by_a_finger(screen: str, name: str) -> None:
    """Far from the track, one pixel is less than a step, from one end to the other."""
    bench = Bench(screen)
    spec = PARAMETERS[OF[name]]
    bench.obey([c.SetParameter(spec.id, spec.minimum)])
    x, y = bench.press(name)
    dx, dy = ALONG[name]
    x, y = x + 700 * abs(dy), y + 700 * abs(dx)
    assert bench.move((x, y)) == []
    seen = {bench.session.cell.value(spec.id)}
    for _ in range(30000):
        x, y = x + dx, y + dy
        bench.move((x, y))
        seen.add(bench.session.cell.value(spec.id))
        if bench.session.cell.value(spec.id) >= spec.maximum:
            break
    missing = {spec.value_at(i) for i in range(spec.last_index + 1)} - seen
    assert missing == set()


def test_arrows_are_the_sliders_commands() -> None:
    bench = Bench()
    for name, spec_id in OF.items():
        handle = bench.board[name]
        assert handle.takes_arrows
        assert handle.on_nudge(bench.session, 2) == [c.NudgeParameter(spec_id, 2)]


def test_poking_the_water_is_a_pulse_of_current() -> None:
    bench = Bench()
    point = bench.press("water")
    assert bench.session.cell.pushes == {"mouse": 1.0}
    bench.release(point)
    assert bench.session.cell.pushes == {}
    bench.press("water")
    bench.obey(bench.held.let_go_all())
    assert bench.session.cell.pushes == {}


def test_the_keyboard_goes_from_the_wheel_down_and_not_to_the_bend() -> None:
    bench = Bench()
    order = []
    for _ in range(6):
        bench.obey(bench.board.neighbour(bench.session, 1))
        order.append(bench.session.place.focus)
    assert order == ["tap", "line", "width", "leak", "water", "tap"]


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("c_nf", [0.5, 2.0, 5.0])
def test_touch_areas_are_large_and_apart(screen: str, c_nf: float) -> None:
    places = places_of(screen, c_nf)
    for th, r in product((10.0, 15.5, 20.0, 30.0), (5.0, 100.0)):
        areas = touch_areas(Moment(places, frame(min(8.0, th), 2.0, r, c_nf, th)))
        names = ("tap", "line", "width", "leak", "water")
        over = [
            pair for pair in combinations(names, 2)
            if areas[pair[0]].colliderect(areas[pair[1]])
        ]  # fmt: skip
        assert over == [], (th, r)
        small = {name for name in names if min(areas[name].size) < 48}
        assert small == set(), (th, r)


def test_a_handle_can_be_pressed_where_it_is_drawn() -> None:
    bench = Bench()
    places = places_of("1080p")
    spots: dict[str, Pixel] = {
        "tap": places.tap,
        "line": places.tag(20.0, 12.0).center,
        "width": places.pill(20.0, 12.0).center,
        "leak": places.felt(12.0).center,
        "bend": (sum(places.legs) // 2, places.scale.row(20.0) - 20),
        "water": (places.inside.left + 60, places.floor_y - 20),
    }
    for name, spot in spots.items():
        widget = bench.board.at(spot)
        assert widget is not None
        assert widget.id == name

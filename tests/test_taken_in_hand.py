"""Everything in the picture can be taken in the hand, by whatever hand there is."""

from collections.abc import Callable

import pygame
import pytest
from pilot import Pilot
from sizes import at_sizes

from lifgame.content.palettes import NIGHT
from lifgame.content.parameters import PARAMETERS
from lifgame.session import commands as c
from lifgame.session.start import Start
from lifgame.view.geometry import Pixel

# Each handle with its parameter, and the way along its track on which it grows.
HANDLES: dict[str, tuple[str, Pixel]] = {
    "tap": ("current", (1, 0)),
    "line": ("threshold", (0, -1)),
    "width": ("capacitance", (1, 0)),
    "leak": ("resistance", (0, 1)),
}
ALL_HANDLES = HANDLES | {"bend": ("threshold", (0, -1))}
Drag = Callable[[Pilot, str, Pixel, int], None]
SIZES = [(1920, 1080), (800, 480), (1080, 1920), (640, 480)]
LEFT, RIGHT, DOWN, A = 13, 14, 12, 0

each_handle = pytest.mark.parametrize("handle", HANDLES)
each_size = pytest.mark.parametrize("size", SIZES, ids="{0[0]}x{0[1]}".format)


def commands(pilot: Pilot) -> list[c.SessionCommand]:
    """What has been commanded, besides where the focus is."""
    return [e.command for e in pilot.session.log if not isinstance(e.command, c.Focus)]


def pad_press(pilot: Pilot, button: int) -> None:
    for kind in (pygame.CONTROLLERBUTTONDOWN, pygame.CONTROLLERBUTTONUP):
        pilot.frame(pygame.event.Event(kind, instance_id=1, button=button))


def dragged(point: Pixel, way: Pixel, by: int) -> Pixel:
    return point[0] + by * way[0], point[1] + by * way[1]


def drag_by_mouse(pilot: Pilot, id: str, way: Pixel, by: int) -> None:
    begin = pilot.widget(id).rect.center
    end = dragged(begin, way, by)
    pilot.mouse(pygame.MOUSEBUTTONDOWN, begin)
    pilot.mouse(pygame.MOUSEMOTION, end)
    pilot.mouse(pygame.MOUSEBUTTONUP, end)


def drag_by_finger(pilot: Pilot, id: str, way: Pixel, by: int) -> None:
    begin = pilot.widget(id).rect.center
    end = dragged(begin, way, by)
    pilot.finger(pygame.FINGERDOWN, 3, begin)
    pilot.finger(pygame.FINGERMOTION, 3, end)
    pilot.finger(pygame.FINGERUP, 3, end)


@at_sizes(SIZES, ((800, 480),))
@pytest.mark.parametrize("drag", [drag_by_mouse, drag_by_finger])
@pytest.mark.parametrize("handle", ALL_HANDLES)
def test_a_drag_sets_the_parameter_up_and_down(
    size: tuple[int, int], handle: str, drag: Drag
) -> None:
    name, way = ALL_HANDLES[handle]
    pilot = Pilot(size)
    pilot.game.obey([c.SetParameter("capacitance", 2.0)])
    pilot.wait(0.1)
    before = pilot.session.cell.value(name)
    drag(pilot, handle, way, 25)
    up = pilot.session.cell.value(name)
    assert up > before
    given = commands(pilot)[1:]
    assert {type(command) for command in given} == {c.SetParameter}
    assert {command.id for command in given if isinstance(command, c.SetParameter)} == {
        name
    }
    pilot.wait(1.0)  # the wall glides there
    drag(pilot, handle, way, -25)
    assert pilot.session.cell.value(name) < up
    assert pilot.game.held.is_empty()


@each_handle
@pytest.mark.parametrize("view", ["play", "lab"])
def test_taking_and_letting_go_changes_nothing(handle: str, view: str) -> None:
    pilot = Pilot((1280, 720), Start(view=view))
    pilot.wait(0.1)
    before = dict(pilot.session.cell.values)
    pilot.click(handle)
    assert pilot.session.cell.values == before
    assert commands(pilot) == []


@each_handle
def test_tab_and_arrows_give_the_sliders_commands(handle: str) -> None:
    name, _ = HANDLES[handle]
    play, lab = Pilot((800, 480)), Pilot((1280, 720), Start(view="lab"))
    for _ in range(list(HANDLES).index(handle) + 1):
        play.press("tab")
    assert play.session.place.focus == handle
    lab.game.obey([c.Focus(name)])
    for pilot in (play, lab):
        pilot.press("up", "right", "right", "down", "left", "up")
    assert commands(play) == commands(lab)
    assert commands(play)[0] == c.NudgeParameter(name, 1)
    spec = PARAMETERS[name]
    expected = spec.value_at(spec.index_of(spec.default) + 2)
    assert play.session.cell.value(name) == lab.session.cell.value(name) == expected


@each_handle
def test_the_pad_gives_the_sliders_commands(handle: str) -> None:
    name, _ = HANDLES[handle]
    pilot = Pilot((800, 480))
    for _ in range(list(HANDLES).index(handle) + 1):
        pad_press(pilot, DOWN)
    assert pilot.session.place.focus == handle
    for button in (RIGHT, RIGHT, LEFT):
        pad_press(pilot, button)
    steps = [c.NudgeParameter(name, by) for by in (1, 1, -1)]
    assert commands(pilot) == steps


@each_handle
def test_hotkeys_work_without_any_slider_in_sight(pilot: Pilot, handle: str) -> None:
    name, _ = HANDLES[handle]
    order = ("current", "resistance", "capacitance", "threshold")
    key = "qwer"[order.index(name)]
    pilot.press(key)
    assert commands(pilot) == [c.NudgeParameter(name, 1)]


# --- the sliders follow -------------------------------------------------------------


@each_handle
def test_the_sliders_follow_the_handles(lab: Pilot, handle: str) -> None:
    name, way = HANDLES[handle]
    lab.wait(0.1)
    begin = lab.slider(name).knob_x(lab.session.cell.value(name))
    drag_by_mouse(lab, handle, way, 60)
    lab.frame()
    slider = lab.slider(name)
    place = slider.knob_x(lab.session.cell.value(name))
    assert place > begin
    seen = lab.game.window_surface.get_at((place, slider.rect.centery))
    assert seen[:3] == NIGHT.knob


@each_handle
def test_the_handles_follow_the_sliders(lab: Pilot, handle: str) -> None:
    name, _ = HANDLES[handle]
    lab.wait(0.1)
    before = lab.game.board[handle].rect.copy()
    picture = lab.game.window_surface.subsurface(before).copy()
    lab.game.obey([c.SetParameter(name, PARAMETERS[name].maximum)])
    lab.wait(1.5)
    after = lab.game.window_surface.subsurface(before)
    same = pygame.image.tobytes(picture, "RGB") == pygame.image.tobytes(after, "RGB")
    assert lab.game.board[handle].rect != before or not same


# --- every step ---------------------------------------------------------------------


@pytest.mark.parametrize("size", [(1920, 1080), (640, 480)])
@each_handle
def test_every_step_is_reached_by_a_finger_that_goes_slowly(
    size: tuple[int, int], handle: str
) -> None:
    """Pixel by pixel, far away from the track where a drag is finest."""
    name, way = HANDLES[handle]
    spec = PARAMETERS[name]
    pilot = Pilot(size, Start(values=((name, spec.minimum),)))
    board, session = pilot.game.board, pilot.session
    x, y = board[handle].rect.center
    pilot.finger(pygame.FINGERDOWN, 1, (x, y))
    x, y = x + 700 * abs(way[1]), y + 700 * abs(way[0])
    hand = next(iter(pilot.game.held.hands_on(f"widget {handle}")))
    pilot.game.obey(board.move(session, hand, (x, y)))
    seen = {session.cell.value(name)}
    for _ in range(30_000):
        x, y = x + way[0], y + way[1]
        pilot.game.obey(board.move(session, hand, (x, y)))
        seen.add(session.cell.value(name))
        if session.cell.value(name) >= spec.maximum:
            break
    assert {spec.value_at(i) for i in range(spec.last_index + 1)} - seen == set()


# --- the water ----------------------------------------------------------------------


def poke_by_mouse(pilot: Pilot) -> Callable[[], None]:
    pilot.mouse_down("water")
    return lambda: pilot.mouse_up((2, 2))


def poke_by_finger(pilot: Pilot) -> Callable[[], None]:
    pilot.touch("water", finger=2)
    return lambda: pilot.lift("water", finger=2)


def poke_by_key(pilot: Pilot) -> Callable[[], None]:
    pilot.game.obey([c.Focus("water")])
    pilot.key_down("return")
    return lambda: pilot.key_up("return")


def poke_by_pad(pilot: Pilot) -> Callable[[], None]:
    pilot.game.obey([c.Focus("water")])
    down, up = pygame.CONTROLLERBUTTONDOWN, pygame.CONTROLLERBUTTONUP
    pilot.frame(pygame.event.Event(down, instance_id=1, button=A))
    event = pygame.event.Event(up, instance_id=1, button=A)

    def let_go() -> None:
        pilot.frame(event)

    return let_go


@pytest.mark.parametrize(
    "poke", [poke_by_mouse, poke_by_finger, poke_by_key, poke_by_pad]
)
def test_poking_the_water_is_a_pulse_of_current(
    pilot: Pilot, poke: Callable[[Pilot], Callable[[], None]]
) -> None:
    let_go = poke(pilot)
    assert pilot.session.cell.injected_na == 2.0
    pilot.wait(1.0)
    assert pilot.session.cell.injected_na == 2.0
    let_go()
    assert pilot.session.cell.injected_na == 0.0
    assert pilot.game.held.is_empty()


def test_what_has_the_focus_has_a_ring_in_the_picture(pilot: Pilot) -> None:
    pilot.wait(0.2)
    for handle in (*HANDLES, "water"):
        pilot.game.obey([c.Focus(handle)])
        pilot.frame()
        around = pilot.game.board[handle].rect.inflate(40, 40)
        area = around.clip(pilot.game.window_surface.get_rect())
        seen = pygame.surfarray.array3d(pilot.game.window_surface.subsurface(area))
        ring = (seen == NIGHT.focus).all(axis=2).sum()
        pilot.game.obey([c.Focus(None)])
        pilot.frame()
        seen = pygame.surfarray.array3d(pilot.game.window_surface.subsurface(area))
        without = (seen == NIGHT.focus).all(axis=2).sum()
        assert ring > without + 60, handle

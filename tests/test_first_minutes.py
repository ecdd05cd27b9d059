"""The first minutes of a visitor, from the opening on, through ``Game.frame``."""

from collections.abc import Callable

import pygame
import pytest
from pilot import Pilot
from sizes import pairs

from lifgame.content.speeds import SPEEDS
from lifgame.scenes.lab.scene import LabScene
from lifgame.scenes.play.scene import PlayScene
from lifgame.session import commands as c
from lifgame.session.narrator import sentence
from lifgame.session.start import OPENING, Start
from lifgame.session.story import HOW_S, LEAK_S, SPIKE_S
from lifgame.view.machine.frame import MachineFrame

PAD_INJECTS = 2
TOLD = ("hold", "filling", "spike", "let_go", "leaking", "tap", "turn", "line")
SIZES = [(1280, 720), (800, 480), (720, 1280)]


def visitor(size: tuple[int, int] = (800, 480)) -> Pilot:
    return Pilot(size, OPENING)


def machine_frame(pilot: Pilot) -> MachineFrame:
    """What the machine has been told to show."""
    scene = pilot.game.scene
    assert isinstance(scene, PlayScene | LabScene)
    return scene.picture.machine.moment.frame


# --- one action, by each kind of hand -----------------------------------------------


def by_mouse(pilot: Pilot) -> None:
    pilot.mouse_down("inject")


def by_finger(pilot: Pilot) -> None:
    pilot.touch("inject", finger=1)


def by_key(pilot: Pilot) -> None:
    pilot.key_down("space")


def by_pad(pilot: Pilot) -> None:
    kind = pygame.CONTROLLERBUTTONDOWN
    pilot.frame(pygame.event.Event(kind, instance_id=1, button=PAD_INJECTS))


HANDS = (by_mouse, by_finger, by_key, by_pad)
each_hand = pytest.mark.parametrize("hold", HANDS)


def test_it_begins_by_hand_with_the_tap_shut_and_the_bucket_empty() -> None:
    pilot = visitor()
    assert pilot.session.cell.pattern.is_by_hand
    assert pilot.session.cell.value("current") == 0.0
    pilot.wait(20.0, frame_s=0.1)
    assert pilot.session.cell.voltage_mv == 0.0
    assert pilot.session.cell.spike_count == 0
    assert sentence(pilot.session).key == "story.hold"


@each_hand
def test_one_action_gives_the_first_spike_within_ten_seconds_of_the_start(
    hold: Callable[[Pilot], None],
) -> None:
    pilot = visitor()
    pilot.wait(6.0)  # a visitor looks for so long
    hold(pilot)
    assert len(pilot.wait(4.0)) >= 1


@pairs(("hold", "size"), HANDS, SIZES, lambda n, m: n == 1 or m == 0)
def test_within_three_seconds_of_holding_come_gulp_lamp_and_the_one(
    size: tuple[int, int], hold: Callable[[Pilot], None]
) -> None:
    pilot = visitor(size)
    pilot.wait(1.0)
    hold(pilot)
    showing = pilot.session.clock.showing
    for _ in range(round(3.0 * 60)):
        if showing.is_gulping:
            break
        pilot.frame(elapsed_s=1 / 60)
    assert showing.is_gulping
    pilot.frame()
    shown = machine_frame(pilot)
    assert shown.spike_count == 1
    assert shown.gulp_s is not None
    assert shown.pulse_s is not None
    assert shown.gulp_length_s >= 0.2  # long enough to be seen
    assert not shown.is_band


# --- what the sentences lead through ------------------------------------------------


def wait_for_step(pilot: Pilot, step: str, at_most_s: float) -> None:
    for _ in range(round(at_most_s * 30)):
        if pilot.session.story.step == step:
            return
        pilot.wait(1 / 30, frame_s=1 / 30)
    assert pilot.session.story.step == step


def test_the_story_goes_on_as_the_visitor_does() -> None:
    pilot = visitor()
    told = [sentence(pilot.session).key]
    pilot.mouse_down("inject")
    pilot.wait(0.2)
    told.append(sentence(pilot.session).key)
    wait_for_step(pilot, "spike", 3.0)
    told.append(sentence(pilot.session).key)
    wait_for_step(pilot, "let_go", SPIKE_S + 1.0)
    pilot.wait(LEAK_S + 2.0)
    assert pilot.session.story.step == "let_go"  # he still holds it
    told.append(sentence(pilot.session).key)
    pilot.mouse_up(pilot.game.board["inject"].rect.center)
    pilot.wait(0.2)
    told.append(sentence(pilot.session).key)
    wait_for_step(pilot, "tap", LEAK_S + 1.0)
    told.append(sentence(pilot.session).key)
    # Whoever pokes it, or waits, is told how to turn it.
    pilot.wait(HOW_S + 1.0)
    told.append(sentence(pilot.session).key)
    pilot.game.obey([c.NudgeParameter("current", 40)])
    wait_for_step(pilot, "line", 1.0)
    told.append(sentence(pilot.session).key)
    pilot.wait(5.0)
    assert pilot.session.story.step == "line"
    pilot.game.obey([c.NudgeParameter("threshold", 4)])
    wait_for_step(pilot, "free", 1.0)
    assert told == [f"story.{key}" for key in TOLD]
    assert sentence(pilot.session).key.startswith("situation.")


def test_who_chooses_a_neuron_or_the_lab_needs_no_story() -> None:
    for press in ("right", "v", "1"):
        pilot = visitor()
        pilot.press(press)
        pilot.frame(elapsed_s=0.02)
        assert pilot.session.story.step == "free", press


def test_reset_tells_it_anew() -> None:
    pilot = visitor()
    pilot.press("right", "backspace")
    pilot.frame()
    assert pilot.session.story.step == "hold"


def test_every_step_of_the_story_is_written_and_fits() -> None:
    pilot = visitor()
    for step in TOLD:
        for words in (f"story.{step}", f"short.story.{step}"):
            assert pilot.game.texts(words)


# --- tap and hand -------------------------------------------------------------------


def test_turning_the_tap_ends_by_hand() -> None:
    pilot = visitor()
    pilot.press("tab", "up")
    assert pilot.session.place.focus == "tap"
    assert pilot.session.cell.pattern.id == "constant"
    assert pilot.session.cell.value("current") == 0.05
    pilot.frame(elapsed_s=0.1)
    assert pilot.session.cell.set_current_na == 0.05


def test_choosing_by_hand_shuts_the_tap(lab: Pilot) -> None:
    assert lab.session.cell.value("current") == 2.0
    lab.click("pattern:by_hand")
    assert lab.session.cell.value("current") == 0.0
    lab.wait(0.3)
    assert lab.session.cell.reading().current_na == 0.0
    slider = lab.slider("current")
    assert slider.knob_x(0.0) == slider.track[0]
    lab.press("q")  # and who turns it up, turns it on
    assert lab.session.cell.pattern.id == "constant"


def test_hold_adds_to_whatever_the_tap_gives(pilot: Pilot) -> None:
    pilot.key_down("space")
    pilot.wait(0.1)
    assert pilot.session.cell.reading().current_na == 4.0


# --- two neurons --------------------------------------------------------------------


def test_the_counter_begins_anew_with_another_neuron() -> None:
    pilot = Pilot(start=Start(speed=None))
    pilot.wait(7.0)
    assert machine_frame(pilot).spike_count >= 2
    pilot.click("preset_next")
    assert pilot.session.cell.spike_count == 0
    pilot.frame()
    assert machine_frame(pilot).spike_count == 0


def test_the_lab_keeps_the_current_and_play_takes_the_neurons_own() -> None:
    play, lab = Pilot(), Pilot(start=Start(view="lab"))
    for pilot in (play, lab):
        pilot.game.obey([c.SetParameter("current", 3.3)])
        pilot.frame()
        pilot.click("preset_previous")
    assert play.session.cell.preset.id == lab.session.cell.preset.id == "subthreshold"
    assert play.session.cell.value("current") == 1.0
    assert lab.session.cell.value("current") == 3.3
    assert lab.session.cell.value("resistance") == play.session.cell.value("resistance")


# --- the Lab's own ------------------------------------------------------------------


def test_the_rheobase_is_covered_until_it_is_pressed(lab: Pilot) -> None:
    assert "rheobase" in lab.session.place.covered
    lab.wait(2.0)
    assert "rheobase" in lab.session.place.covered
    lab.click("reading:rheobase")
    assert "rheobase" not in lab.session.place.covered
    lab.click("reading:rheobase")
    assert "rheobase" in lab.session.place.covered


def test_the_rheobase_is_uncovered_by_who_finds_it() -> None:
    lab = Pilot((800, 480), Start(view="lab", speed=SPEEDS[-1]))
    lab.game.obey([c.SetParameter("current", 1.65)])  # the rheobase is 5/3 nA
    lab.wait(3.0)
    assert "rheobase" in lab.session.place.covered
    lab.game.obey([c.SetParameter("current", 1.70)])
    lab.wait(3.0)
    assert "rheobase" not in lab.session.place.covered


@pytest.mark.parametrize("size", [(1280, 720), (800, 480)])
def test_esc_closes_what_is_open_before_it_leaves(size: tuple[int, int]) -> None:
    lab = Pilot(size, Start(view="lab"))
    lab.press("t")
    assert lab.session.place.is_tuning
    lab.press("escape")
    assert not lab.session.place.is_tuning
    assert lab.session.place.screen == "lab"
    lab.game.obey([c.ShowDrawer("time")])
    lab.press("escape")
    assert lab.session.place.drawer == "none"
    assert lab.session.place.screen == "lab"
    lab.press("escape")
    assert lab.session.place.screen == "play"
    assert lab.session.place.layer is None
    lab.press("escape")
    assert lab.session.place.layer == "leave"


def test_v_and_the_buttons_go_to_the_lab_and_back(pilot: Pilot) -> None:
    pilot.click("lab")
    assert pilot.session.place.screen == "lab"
    pilot.frame()
    pilot.click("play")
    assert pilot.session.place.screen == "play"
    pilot.press("v")
    assert pilot.session.place.screen == "lab"
    tick = pilot.session.tick_count
    pilot.wait(0.5)
    assert pilot.session.tick_count > tick
    pilot.press("v")
    assert pilot.session.place.screen == "play"


def test_key_caps_are_shown_only_after_a_key_was_pressed(lab: Pilot) -> None:
    lab.wait(0.2)
    look = lab.game.scene.look
    assert look.keys.keys("pause") == ()
    lab.touch("pause")
    lab.lift("pause")
    lab.mouse(pygame.MOUSEBUTTONDOWN, lab.widget("pause").rect.center)
    lab.frame()
    assert lab.game.scene.look.keys.keys("pause") == ()
    lab.press("y")  # whatever key it is: there is a keyboard
    lab.frame()
    assert lab.game.scene.look.keys.keys("pause") == ("p",)


def test_what_is_held_stays_held_when_the_key_caps_appear() -> None:
    pilot = visitor()
    pilot.touch("inject", finger=1)
    pilot.press("y")
    pilot.wait(0.2)
    assert pilot.session.cell.injected_na == 2.0
    pilot.lift("inject", finger=1)
    assert pilot.session.cell.injected_na == 0.0

"""Settings act at once, outlive a Reset, and go back to default in one press."""

import pygame
import pytest
from pilot import Pilot

from lifgame.content.palettes import PALETTES
from lifgame.content.settings import DEFAULT_SETTINGS, SETTINGS, Setting, checked
from lifgame.session import commands as c
from lifgame.session.preferences import Preferences
from lifgame.session.start import Start


def bench(pilot: Pilot) -> tuple[int, int, int]:
    """The colour of the bench, in the window's corner."""
    width, height = pilot.game.window_surface.get_size()
    colour = pilot.game.window_surface.get_at((width - 2, height - 2))
    return colour.r, colour.g, colour.b


def test_every_setting_can_be_chosen_by_touch(lab: Pilot) -> None:
    pilot = lab
    pilot.click("settings")
    for setting in SETTINGS.values():
        for value in pilot.session.preferences.choices(setting.id):
            pilot.click(f"{setting.id}:{value}")
            assert pilot.session.preferences[setting.id] == value


@pytest.mark.parametrize("palette", PALETTES.values(), ids=list(PALETTES))
def test_another_palette_shows_at_once(pilot: Pilot, palette: object) -> None:
    pilot.wait(0.5)
    tick = pilot.session.tick_count
    pilot.game.obey([c.SetSetting("palette", palette.id)])  # type: ignore[attr-defined]
    pilot.frame()
    assert bench(pilot) == palette.panel  # type: ignore[attr-defined]
    assert pilot.session.tick_count == tick


def test_larger_text_is_larger() -> None:
    pilot = Pilot((1920, 1080))
    before = pilot.game.scene.look.text_px(20)
    pilot.game.obey([c.SetSetting("text_scale", "150")])
    pilot.frame()
    assert pilot.game.scene.look.text_px(20) == 1.5 * before == 30


def test_reduced_motion_has_no_waves_and_no_drops() -> None:
    """A level that stands still is a picture that stands still; spikes are still told.

    The current is below the rheobase, the tap runs, and nothing but waves and drops
    could move.
    """
    still, moving = (Pilot(start=Start(preset="subthreshold")) for _ in range(2))
    still.game.obey([c.SetSetting("motion", "reduced")])
    for pilot in (still, moving):
        pilot.wait(20.0, frame_s=0.1)
        pilot.wait(0.5)
    machine, waves = (p.game.scene.board["water"].rect for p in (still, moving))
    assert machine == waves
    for pilot, moves in ((still, False), (moving, True)):
        changed = pilot.frame(elapsed_s=1 / 60).changed
        assert any(machine.colliderect(area) for area in changed) is moves
    still.game.obey([c.SetParameter("current", 2.5)])
    still.wait(9.0)
    assert still.session.cell.spike_count > 3


def test_m_mutes_and_l_goes_to_the_next_language(pilot: Pilot) -> None:
    pilot.press("m")
    assert pilot.session.preferences["sound"] == "off"
    languages = list(pilot.session.preferences.languages)
    for expected in [*languages[1:], languages[0]]:
        pilot.press("l")
        assert pilot.session.preferences["language"] == expected


def test_hotkeys_can_be_switched_off_but_the_keyboard_still_reaches_all(
    pilot: Pilot,
) -> None:
    pilot.game.obey([c.SetSetting("hotkeys", "off")])
    pilot.press("2", "q", "p", "m", "backspace")
    assert pilot.session.cell.pattern.id == "constant"
    assert pilot.session.cell.value("current") == 2.0
    assert not pilot.session.clock.is_paused
    pilot.press("tab", "up")
    assert pilot.session.cell.value("current") == 2.05
    pilot.press(*("tab",) * 8, "return")
    assert pilot.session.cell.preset.id == "fast_spiking"
    pilot.press("escape", "escape")  # the first takes the focus ring away
    assert pilot.session.place.layer == "leave"


def test_settings_outlive_a_reset(pilot: Pilot) -> None:
    pilot.game.obey([c.SetSetting("palette", "projector"), c.Reset()])
    pilot.frame()
    assert pilot.session.preferences["palette"] == "projector"


def test_one_press_brings_all_settings_back_to_default(pilot: Pilot) -> None:
    for setting in SETTINGS.values():
        pilot.game.obey([c.BrowseSetting(setting.id)])
    assert pilot.session.preferences.values() != DEFAULT_SETTINGS
    pilot.game.obey([c.ShowScreen("settings")])
    pilot.frame()
    pilot.click("defaults")
    assert pilot.session.preferences.values() == DEFAULT_SETTINGS


def test_the_focus_stays_where_it_was_when_the_words_change(pilot: Pilot) -> None:
    pilot.session.place.focus = "language"
    pilot.press("return")
    assert pilot.session.preferences["language"] != "en"
    assert pilot.session.place.focus == "language"


def test_wrong_values_are_refused_and_named() -> None:
    preferences = Preferences()
    with pytest.raises(ValueError, match="night, projector, contrast"):
        preferences.set("palette", "pink")
    values, complaints = checked({"palette": True, "volume": 50}, ("en",))
    assert values == DEFAULT_SETTINGS
    assert len(complaints) == 2
    with pytest.raises(ValueError, match="setting odd"):
        Setting("odd", ("a", "b"), "c", "help")


def test_what_is_held_is_let_go_when_a_setting_rebuilds_the_screen(
    pilot: Pilot,
) -> None:
    pilot.touch("inject", finger=4)
    pilot.game.obey([c.BrowseSetting("palette")])
    pilot.frame()
    assert pilot.session.cell.injected_na == 0.0
    pilot.finger(pygame.FINGERUP, 4, (10, 10))

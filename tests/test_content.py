"""The tables: every row is right, complete, and used."""

import re
from dataclasses import fields, replace

import hypothesis.strategies as st
import pygame
import pytest
from hypothesis import given
from learn_tools import learn_texts

from lifgame.content.actions import ACTIONS, DEFAULT_KEYS, KeyMap
from lifgame.content.assets import asset
from lifgame.content.help_parts import HELP_PARTS
from lifgame.content.parameters import (
    CAPACITANCE,
    CURRENT,
    NOISE_SIGMA,
    PARAMETERS,
    PULSE_DUTY,
    PULSE_PERIOD,
    RAMP_DURATION,
    RESISTANCE,
    SINE_FREQUENCY,
    THRESHOLD,
    ParameterSpec,
)
from lifgame.content.patterns import PATTERNS
from lifgame.content.presets import PRESETS
from lifgame.content.settings import SETTINGS
from lifgame.content.speeds import SPEEDS, speed_label
from lifgame.content.texts import Texts, plural_base, shipped_texts
from lifgame.scenes.lab.widgets import reading_values
from lifgame.session.start import DRAWERS
from lifgame.session.story import STEPS
from lifgame.view.icons.icons import ICON_NAMES
from lifgame.view.look import BOLD, MEDIUM, SEMIBOLD, font

EN = shipped_texts("en")


def test_the_ranges_are_those_of_the_specification() -> None:
    rows = [
        (CURRENT, 0, 5, 0.05),
        (RESISTANCE, 5, 100, 1),
        (CAPACITANCE, 0.5, 5, 0.1),
        (THRESHOLD, 10, 30, 0.5),
    ]
    for spec, low, high, step in rows:
        assert (spec.minimum, spec.maximum, spec.step) == (low, high, step)
    assert CURRENT.typical == (0, 2)
    assert (PULSE_PERIOD.minimum, PULSE_PERIOD.maximum) == (10, 1000)
    assert (PULSE_DUTY.minimum, PULSE_DUTY.maximum) == (5, 95)
    assert (SINE_FREQUENCY.minimum, SINE_FREQUENCY.maximum) == (0.5, 100)
    assert (RAMP_DURATION.minimum, RAMP_DURATION.maximum) == (100, 10000)
    assert (NOISE_SIGMA.minimum, NOISE_SIGMA.maximum) == (0, 2)


every_spec = st.sampled_from(list(PARAMETERS.values()))


@given(spec=every_spec, value=st.floats(-1e6, 1e6))
def test_snapping_stays_inside_and_is_idempotent(
    spec: ParameterSpec, value: float
) -> None:
    snapped = spec.snap(value)
    assert spec.minimum <= snapped <= spec.maximum
    assert spec.snap(snapped) == snapped


@given(spec=every_spec, steps=st.integers(0, 300))
def test_steps_never_drift(spec: ParameterSpec, steps: int) -> None:
    """Up and down again by single steps is exactly where it began."""
    value = spec.default
    for _ in range(steps):
        value = spec.value_at(spec.index_of(value) + 1)
    up = min(spec.index_of(spec.default) + steps, spec.last_index)
    assert spec.index_of(value) == up
    # What is shown has no more digits than the step: 0.1 + 0.2 is 0.3.
    assert value == round(value, spec.decimals)


@pytest.mark.parametrize(
    "change",
    [{"maximum": 0.0}, {"step": 0.0}, {"step": 0.07}, {"default": 2.01}],
    ids=str,
)
def test_a_wrong_row_fails_with_its_name(change: dict[str, float]) -> None:
    row = {f.name: getattr(CURRENT, f.name) for f in fields(CURRENT) if f.init}
    with pytest.raises((ValueError, ZeroDivisionError), match=r"current|division"):
        ParameterSpec(**(row | change))


CELL = (("current", 1.0), ("resistance", 12.5), ("capacitance", 2.0))


def test_a_wrong_preset_fails_with_its_name() -> None:
    with pytest.raises(ValueError, match=r"preset odd: resistance 12\.5"):
        replace(PRESETS["motor"], id="odd", numbers=(*CELL, ("threshold", 20.0)))
    with pytest.raises(ValueError, match=r"preset odd: missing .* threshold"):
        replace(PRESETS["motor"], id="odd", numbers=CELL)
    with pytest.raises(ValueError, match=r"preset odd: .*adaptation_step"):
        replace(PRESETS["adapting_ca1"], id="odd", model="lif")


def test_the_presets_are_the_tutorials_eleven() -> None:
    rows = {
        "silent": (0, 12, 2),
        "subthreshold": (1, 15, 2),
        "pyramidal": (2, 12, 2),
        "fast_spiking": (2, 15, 0.5),
        "stellate": (1.5, 20, 1.5),
        "purkinje": (0.8, 30, 4),
        "granule": (1.5, 50, 0.5),
        "thalamic": (1.8, 15, 1.5),
        "ca1": (1.5, 18, 1.5),
        "motor": (2, 8, 5),
        "sensory": (2, 20, 0.5),
    }
    plain = {p.id: p.values() for p in PRESETS.values() if p.model == "lif"}
    got = {
        name: (values["current"], values["resistance"], values["capacitance"])
        for name, values in plain.items()
    }
    assert got == rows
    thresholds = {name: values["threshold"] for name, values in plain.items()}
    assert thresholds.pop("motor") == 14.0
    assert set(thresholds.values()) == {20.0}


def test_the_speeds() -> None:
    labels = [speed_label(speed) for speed in SPEEDS]
    assert labels == ["1/100", "1/50", "1/20", "1/10", "1/4", "1×"]


def test_no_key_has_two_actions() -> None:
    count = sum(len(action.keys) for action in ACTIONS.values())
    assert len(DEFAULT_KEYS.actions()) == count


def test_two_actions_on_one_key_are_an_error_that_names_both() -> None:
    with pytest.raises(ValueError, match=r"'p' is on both pause and mute"):
        KeyMap({"mute": ("p",)})


def test_an_unknown_action_is_an_error_that_names_it() -> None:
    with pytest.raises(ValueError, match="unknown action 'dance'"):
        KeyMap({"dance": ("p",)})


def test_keys_can_be_moved_and_switched_off() -> None:
    keys = KeyMap({"pause": ("k",), "mute": ()})
    assert keys.actions()["k"].id == "pause"
    assert "p" not in keys.actions()
    assert "m" not in keys.actions()
    assert set(keys.without_hotkeys().actions()) == {
        "tab",
        "return",
        "enter",
        "escape",
        "up",
        "down",
    }


def test_every_key_name_is_one_that_pygame_knows() -> None:
    for name in DEFAULT_KEYS.actions():
        assert pygame.key.key_code(name)


def needed_texts() -> set[str]:
    """Every key that the tables ask for."""
    keys = {f"action.{name}" for name in ACTIONS}
    keys |= {f"parameter.{name}" for name in PARAMETERS}
    keys |= {f"pattern.{name}" for name in PATTERNS}
    keys |= {f"preset.{name}.{part}" for name in PRESETS for part in ("name", "short")}
    keys |= {f"preset_note.{name}" for name in PRESETS}
    keys |= {f"group.{preset.group}" for preset in PRESETS.values()} | learn_texts()
    words = ("name", "cell", "meaning", "in_cell", "first", "second")
    keys |= {f"help.part.{part}.{word}" for part in HELP_PARTS for word in words}
    keys |= {
        f"key_note.{name}"
        for name, action in ACTIONS.items()
        if action.group not in ("sliders", "patterns") or name == "tune"
    } - {"key_note.language"}
    keys |= {f"ribbon.{name}" for name in reading_values()}
    keys |= {f"drawer.{name}" for name in DRAWERS}
    keys |= {f"setting.{name}.title" for name in SETTINGS}
    keys |= {f"story.{step}" for step in STEPS if step != "free"} | {
        f"story.{key}" for key in ("filling", "leaking", "turn")
    }
    # In large letters and on small screens every sentence has a shorter form.
    said = keys | {key for key in EN.entries() if key.startswith("situation.")}
    return keys | {
        f"short.{plural_base(key)}"
        for key in said
        if key.startswith(("situation.", "story."))
    }


# Sentences that name a number, and so have another form where none is shown.
NUMBERED = ("firing", "rising", "sinking", "at_line")
WAYS = ("silent", "firing", "waiting")
BY_HAND = (*WAYS, "leaking", "pushing")
# What is put together in the code out of a fixed beginning and an end.
MADE_OF = (
    r"guide\..+",
    r"language\.\w+",
    r"key\.\w+",
    r"ribbon\.(filling|emptying|steady|resting)",
    r"code\.(broken|newer|unknown)",
    r"machine\.(tap|width|leak|settle|far_above|line|line_(short|rest|now))",
    rf"situation\.({'|'.join(PATTERNS)}|pushing)\.({'|'.join(WAYS)})",
    rf"situation\.by_hand\.({'|'.join(BY_HAND)})",
    r"situation\.(empty|draining)",
    rf"unnumbered\.situation\.({'|'.join(NUMBERED)})",
    r"help\.keys\.(patterns|presets|sliders|time)",
    r"help\.pad\.(back|cross|cross_note|press|shoulders|trigger)",
    r"help\.page\.(help|keys|pad)",
    r"help\.part\.(leak|line|siphon|tap|water|width)\.note",
    r"operator\.((ask_)?(quit|restart|clear)|no_clear|program|tests|today|total|yes|no)",
    r"operator\.check\.(crash|disk|frames|pads|screen|sound|touch)",
    r"test\.(left|both|right|colours|focus|keys|sound)",
    r"handle\.(tap|line|bend|width|leak|water)",
    r"worksheet\.(sheet|predict|observe|explain)",
    r"worksheet\.(rheobase|rhythm|memory|change|further|key)\.\w+",
    *(rf"setting\.{row.id}\.({'|'.join(row.choices)})" for row in SETTINGS.values()),
)


def test_every_row_has_its_words() -> None:
    missing = {key for key in needed_texts() if not is_there(key)}
    assert not missing


def is_there(key: str) -> bool:
    return key in EN or f"{key}.other" in EN


def test_every_text_is_used_somewhere() -> None:
    """A word that nothing shows is a word that somebody translates in vain."""
    code = "".join(
        path.read_text("utf-8")
        for path in asset("texts").parent.parent.joinpath("lifgame").rglob("*.py")
    )
    named = needed_texts() | set(re.findall(r'"([a-z_]+(?:\.[a-z_]+)+)"', code))
    made_of = re.compile("|".join(f"(?:{pattern})" for pattern in MADE_OF))
    for key in sorted(EN.entries()):
        base = plural_base(key).removeprefix("absolute.")
        used = {key, base} & named or made_of.fullmatch(base)
        assert used, f"text {key} is shown nowhere"


def test_every_character_has_a_glyph() -> None:
    """A missing glyph is drawn as an empty box, which must not reach a visitor."""
    characters = set(
        "".join(
            EN(key, **dict.fromkeys(EN.placeholders(key), "0"))
            for key in sorted(EN.entries())
        )
    )
    characters |= set("".join(spec.symbol + spec.unit for spec in PARAMETERS.values()))
    characters |= set("0123456789.,+−–×·/←→↑↓ΩµτσVthRIC₀₁₂ áéíóúñüßçœàèùâêîôûëïÿ")
    characters |= set(
        "АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯабвгґдеєжзиіїйклмнопрстуфхцчшщьюя"
    )
    for name in (MEDIUM, SEMIBOLD, BOLD):
        tested = font(name, 24)
        box = pygame.image.tobytes(tested.render("\uffff", True, "white"), "RGBA")
        for character in sorted(characters - {" ", "\n"}):
            picture = tested.render(character, True, "white")
            assert pygame.image.tobytes(picture, "RGBA") != box, repr(character)


def test_numbers_are_written_as_people_write_them() -> None:
    comma = Texts(
        "xx", {"language.decimal_mark": ",", "language.plural_rule": "slavic"}
    )
    assert EN.number(1.25, 2) == "1.25"
    assert comma.number(-1.25, 2) == "−1,25"
    assert EN.number(-0.001, 2) == "0.00"
    assert EN.number(0.5, 1, sign=True) == "+0.5"
    assert EN.quantity(12, 0, "MΩ") == "12 MΩ"


def test_a_missing_placeholder_is_an_error() -> None:
    with pytest.raises(KeyError):
        EN("span.ms")


def test_every_pattern_and_control_has_a_drawing() -> None:
    assert set(PATTERNS) <= ICON_NAMES
    assert set(PRESETS) <= ICON_NAMES


def test_the_tables_rows_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        CURRENT.maximum = 9.0  # type: ignore[misc]
    with pytest.raises(AttributeError):
        PRESETS["motor"].model = "adaptive"  # type: ignore[misc]

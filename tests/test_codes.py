"""The codes of settings: lossless, short, and no mistake goes unnoticed."""

from contextlib import suppress
from fractions import Fraction
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from lifgame.__main__ import main
from lifgame.app import exits
from lifgame.content.parameters import DEFAULT_VALUES, PARAMETERS
from lifgame.content.patterns import PATTERNS
from lifgame.content.presets import PRESETS
from lifgame.content.speeds import SPEEDS, WINDOWS_MS
from lifgame.content.texts import shipped_texts
from lifgame.session import commands as c
from lifgame.session.check_signs import LONGEST, SIGNS, checked, with_checks
from lifgame.session.codes import (
    LARGEST_SEED,
    LAYOUTS,
    PLACES,
    VERSION,
    CodeError,
    decode,
    encode,
    start_of,
)
from lifgame.session.session import Session
from lifgame.session.start import Start


def moved(preset: str, indices: dict[str, int]) -> tuple[tuple[str, float], ...]:
    """Slider positions as the values of a start: those that the preset has not."""
    base = DEFAULT_VALUES | PRESETS[preset].values()
    values = {name: PARAMETERS[name].value_at(at) for name, at in indices.items()}
    return tuple(
        (n, values[n]) for n in PARAMETERS if values.get(n, base[n]) != base[n]
    )


every_index = st.fixed_dictionaries(
    {name: st.integers(0, spec.last_index) for name, spec in PARAMETERS.items()}
)
starts = st.builds(
    lambda preset, pattern, speed, seed, indices, kept, window_ms: Start(
        preset,
        pattern,
        speed,
        seed,
        moved(preset, {n: at for n, at in indices.items() if n in kept}),
        window_ms,
    ),
    st.sampled_from(list(PRESETS)),
    st.sampled_from(list(PATTERNS)),
    st.sampled_from((None, *SPEEDS)),
    st.integers(0, LARGEST_SEED),
    every_index,
    st.sets(st.sampled_from(list(PARAMETERS))),
    st.sampled_from(WINDOWS_MS),
)


@settings(max_examples=400)
@given(start=starts)
def test_a_code_gives_back_what_it_was_made_of(start: Start) -> None:
    assert decode(encode(start)) == start


@pytest.mark.parametrize("name", list(PARAMETERS))
def test_every_step_of_every_slider_comes_back(name: str) -> None:
    spec = PARAMETERS[name]
    for preset in PRESETS:
        for index in range(spec.last_index + 1):
            start = Start(preset, values=moved(preset, {name: index}))
            assert decode(encode(start)) == start


def test_the_newest_layout_knows_every_row_of_the_tables() -> None:
    """A new row is appended to it; a new range needs a new version."""
    layout = LAYOUTS[VERSION]
    rows = (layout.presets, layout.patterns, layout.speeds, layout.windows_ms)
    for known, places in zip(rows, PLACES, strict=True):
        assert len(set(known)) == len(known) <= places
    assert set(PRESETS) <= set(layout.presets)
    assert set(PATTERNS) <= set(layout.patterns)
    assert {str(speed) for speed in SPEEDS} <= set(layout.speeds)
    assert set(WINDOWS_MS) <= set(layout.windows_ms)
    counts = {name: spec.last_index + 1 for name, spec in PARAMETERS.items()}
    assert counts.items() <= dict(layout.parameters).items()


def test_what_a_code_names_but_is_not_here_is_said() -> None:
    """As in a code of a later program that has one more neuron type."""
    free = len(LAYOUTS[VERSION].presets)
    with pytest.raises(CodeError, match="not here") as raised:
        decode(with_checks(SIGNS[VERSION] + SIGNS[free]))
    assert raised.value.key == "code.unknown"


SLOW = Fraction(1, 10)
# Written on paper once: these must mean the same for ever.
KNOWN = [
    ("132", Start()),
    ("1G0G-1", Start(speed=SLOW)),
    ("125E-8", Start("purkinje", "sine")),
    ("1J5H-7", Start("purkinje", "sine", SLOW)),
    (
        "1WMJ-018E-W",
        Start("ca1", "pulses", values=(("current", 3.0), ("refractory", 2.0))),
    ),
    (
        "1WMJ-0H8H-K",
        Start("ca1", "pulses", SLOW, 0, (("current", 3.0), ("refractory", 2.0))),
    ),
]


@pytest.mark.parametrize(("code", "start"), KNOWN)
def test_codes_that_were_given_away_keep_their_meaning(code: str, start: Start) -> None:
    assert encode(start) == code
    assert decode(code) == start


def test_codes_are_short() -> None:
    assert len(encode(Start())) <= 6
    for preset in PRESETS:
        for pattern in PATTERNS:
            assert len(encode(Start(preset, pattern)).replace("-", "")) <= 7
    longest = Start(
        "sensory",
        "by_hand",
        SPEEDS[-1],
        LARGEST_SEED,
        moved("sensory", {n: spec.last_index for n, spec in PARAMETERS.items()}),
        WINDOWS_MS[-1],
    )
    assert len(longest.values) == len(PARAMETERS)
    assert len(encode(longest).replace("-", "")) <= LONGEST


@given(start=starts)
def test_every_wrong_sign_and_every_swap_is_found(start: Start) -> None:
    code = encode(start).replace("-", "")
    for at, right in enumerate(code):
        for sign in set(SIGNS) - {right}:
            assert checked(code[:at] + sign + code[at + 1 :]) is None
        for other in range(at):
            if code[other] != right:
                signs = list(code)
                signs[at], signs[other] = signs[other], signs[at]
                assert checked("".join(signs)) is None


@given(start=starts, data=st.data())
def test_two_wrong_signs_are_found(start: Start, data: st.DataObject) -> None:
    signs = list(encode(start).replace("-", ""))
    places = data.draw(
        st.lists(st.integers(0, len(signs) - 1), min_size=2, max_size=2, unique=True)
    )
    for at in places:
        signs[at] = data.draw(st.sampled_from([s for s in SIGNS if s != signs[at]]))
    with pytest.raises(CodeError, match="read it again"):
        decode("".join(signs))


@given(start=starts)
def test_a_code_is_read_as_people_write(start: Start) -> None:
    code = encode(start)
    assert all(len(group) == 4 for group in code.split("-")[:-1])
    sloppy = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert decode(f"  {sloppy} ") == start
    assert decode(code.replace("1", "I")) == start


@pytest.mark.parametrize(
    "code",
    ["", "0", "-", "1", "HELLO", "U" * 8, "1" * 40, "12ß4", "１23", "\n", "../../etc"],
)
def test_what_is_no_code_is_refused_with_a_sentence(code: str) -> None:
    with pytest.raises(CodeError, match="no code") as raised:
        decode(code)
    assert raised.value.key == "code.broken"


@given(text=st.text(max_size=40))
def test_no_text_does_any_harm(text: str) -> None:
    with suppress(CodeError):
        start = decode(text)
        assert decode(encode(start)) == start


def test_there_is_a_sentence_for_every_refusal() -> None:
    for key in ("code.broken", "code.newer", "code.unknown"):
        assert key in shipped_texts()


def test_a_code_of_the_future_says_that_it_is_one() -> None:
    with pytest.raises(CodeError, match="newer version") as raised:
        decode(with_checks(f"{SIGNS[VERSION + 1]}ABC"))
    assert raised.value.key == "code.newer"
    with pytest.raises(CodeError, match="newer"):
        decode(with_checks("0"))


@pytest.mark.parametrize("number", ["0", "01", "Z" * 28, "1" + "0" * 27])
def test_a_number_that_no_setting_has_is_refused(number: str) -> None:
    code = with_checks((SIGNS[VERSION] + number)[: LONGEST - 2])
    with pytest.raises(CodeError, match="not here") as raised:
        decode(code)
    assert raised.value.key == "code.unknown"


def test_what_no_code_can_hold_is_refused() -> None:
    with pytest.raises(ValueError, match="seeds"):
        encode(Start(seed=LARGEST_SEED + 1))
    with pytest.raises(ValueError, match="not a step"):
        encode(Start(values=(("current", 1.01),)))
    with pytest.raises(ValueError, match="too many"):
        with_checks("1" * LONGEST)


def test_a_running_session_is_written_down_and_begun_again() -> None:
    session = Session(Start(seed=5))
    for command in (
        c.SelectPreset("granule"),
        c.SelectPattern("noisy"),
        c.SetParameter("noise_sigma", 1.0),
        c.SetParameter("threshold", 25.0),
        c.SetSpeed(SPEEDS[0]),
        c.BrowseWindows(1),
    ):
        session.obey(command)
    code = encode(start_of(session))
    again = Session(decode(code))
    assert again.cell.values == session.cell.values
    assert again.cell.pattern == session.cell.pattern
    assert again.cell.preset == session.cell.preset
    assert again.clock.speed == session.clock.speed
    assert again.place.window_ms == session.place.window_ms
    assert start_of(again) == start_of(session)
    fresh = Session(Start(seed=5))
    assert again.run(2000) != fresh.run(2000)


def test_a_picture_can_begin_with_a_code(tmp_path: Path) -> None:
    by_name, by_code = tmp_path / "name.png", tmp_path / "code.png"
    words = ["screenshot", "--size", "640x480", "--after", "0.5", "--out"]
    named = ["--preset", "purkinje", "--pattern", "sine"]
    assert main([*words, str(by_name), *named]) == 0
    assert main([*words, str(by_code), "--code", "125e 8"]) == 0
    assert by_name.read_bytes() == by_code.read_bytes()


def test_a_code_and_what_it_holds_are_not_both_given(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["simulate", "--code", "1J5H-7", "--seed", "3"]) == exits.USAGE
    assert "leave out --seed" in capsys.readouterr().err
    assert main(["--code", "1J5H-8"]) == exits.USAGE
    assert "read it again" in capsys.readouterr().err

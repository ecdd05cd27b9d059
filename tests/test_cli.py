"""The command line from outside: what it prints, what it refuses, how it ends."""

import errno
import os
import re
import sys

import pygame
import pytest
from processes import process
from readme_tables import made_help

from lifgame.__main__ import main
from lifgame.app import exits
from lifgame.app.cli.kiosk import KIOSK_COMMANDS
from lifgame.app.cli.main import COMMANDS
from lifgame.content.parameters import (
    NEURON_PARAMETERS,
    PATTERN_PARAMETERS,
    ParameterSpec,
)
from lifgame.content.patterns import PATTERNS
from lifgame.content.presets import PRESETS


def refusal(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """The one line with which a command line is refused."""
    assert main(list(words)) == exits.USAGE
    out, said = capsys.readouterr()
    assert out == ""
    assert said.count("\n") == 1
    assert said.startswith("lifgame")
    return said


# --- wrong words ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["--preset", "pyramid"], "did you mean pyramidal?"),
        (["--preset", "PURKINJE"], "did you mean purkinje?"),
        (["--preset", "fast-spiking"], "did you mean fast_spiking?"),
        (["--pattern", "pulse"], "did you mean pulses?"),
        (["simulate", "--method", "exakt"], "did you mean exact?"),
        (["simulate", "--preset", "ca2"], "did you mean ca1?"),
        (["simulat"], "did you mean simulate?"),
        (["--prest", "ca1"], "did you mean --preset?"),
        (["simulate", "--dt", "1"], "did you mean --dt-ms?"),
        (["screenshot", "--keys", "spce", "--out", "x.png"], "did you mean space?"),
    ],
)
def test_a_wrong_name_is_answered_with_the_nearest(
    capsys: pytest.CaptureFixture[str], words: list[str], hint: str
) -> None:
    said = refusal(capsys, *words)
    assert hint in said
    assert "allowed: " in said


def test_a_name_that_is_near_to_none_is_answered_with_all(
    capsys: pytest.CaptureFixture[str],
) -> None:
    said = refusal(capsys, "--preset", "wwww")
    assert "did you mean" not in said
    assert ", ".join(PRESETS) in said


def test_a_command_stands_first(capsys: pytest.CaptureFixture[str]) -> None:
    said = refusal(capsys, "--preset", "ca1", "screenshot", "--out", "x.png")
    assert "a command stands first" in said


@pytest.mark.parametrize("spec", NEURON_PARAMETERS + PATTERN_PARAMETERS)
def test_numbers_are_finite_and_inside_their_range(
    capsys: pytest.CaptureFixture[str], spec: ParameterSpec
) -> None:
    option = f"--{spec.id.replace('_', '-')}"
    wrong = ["nan", "inf", "-inf", "-nan", "1e999", "1_0", "", "zwölf", "-1e3"]
    for text in [*wrong, str(spec.maximum + spec.step), str(spec.minimum - spec.step)]:
        said = refusal(capsys, "simulate", option, text)
        assert spec.allowed() in said
    for value in (spec.minimum, spec.maximum):
        words = [option, f"{value:g}", "--duration-ms", "1"]
        assert main(["simulate", *words]) == exits.OK
        capsys.readouterr()


@pytest.mark.parametrize(
    "words",
    [
        ["simulate", "--dt-ms", "0"],
        ["simulate", "--dt-ms", "nan"],
        ["simulate", "--dt-ms", "-0.5"],
        ["simulate", "--dt-ms", "24"],
        ["simulate", "--dt-ms", "1e-9"],
        ["simulate", "--duration-ms", "0"],
        ["simulate", "--duration-ms", "inf"],
        ["simulate", "--duration-ms", "0.4"],
        ["simulate", "--refractory-ms", "10.5"],
        ["simulate", "--seed", "-1"],
        ["simulate", "--seed", "1.5"],
        ["simulate", "--seed", "9" * 5000],
        ["simulate", "--current"],
        ["simulate", "--method", "exact", "--dt-ms", "1e6", "--duration-ms", "1e6"],
        ["--size", "0x10"],
        ["--size", "1920"],
        ["--size", "-1x5"],
        ["--size", "99999x99999"],
        ["--speed", "0"],
        ["--speed", "2"],
        ["--speed", "1/0"],
        ["--speed", "nan"],
        ["--speed", "1e99999999"],
        ["screenshot"],
        ["screenshot", "--after", "nan", "--out", "x.png"],
        ["screenshot", "--after", "-1", "--out", "x.png"],
        ["screenshot", "--keys", "", "--out", "x.png"],
        ["screenshot", "--keys", "a,,b", "--out", "x.png"],
        ["record", "--fps", "0", "--out", "x"],
        ["record", "--fps", "inf", "--out", "x"],
        ["record", "--seconds", "0", "--out", "x"],
        ["bench", "--jsn"],
        [""],
        ["play"],
    ],
)
def test_other_nonsense_is_refused_in_one_line(
    capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    refusal(capsys, *words)


@pytest.mark.parametrize("command", ["", *(name for name in COMMANDS if name)])
def test_help_names_every_option(
    capsys: pytest.CaptureFixture[str], command: str
) -> None:
    assert main([word for word in (command, "--help") if word]) == exits.OK
    out, said = capsys.readouterr()
    assert said == ""
    # The kept help is that of the tables; other Pythons break its lines elsewhere.
    assert set(made_help(command).split()) == set(out.split())
    if command == "":
        assert all(name in out for name in COMMANDS)
        assert all(name in out for name in (*PRESETS, *PATTERNS))


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == exits.OK
    assert re.fullmatch(r"lifgame \S.*\n", capsys.readouterr().out)


# --- where it cannot run --------------------------------------------------------


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a display is at hand")
def test_without_a_display_it_says_so_and_names_what_works() -> None:
    for words in ([], ["--windowed"]):
        ended = process(*words)
        said = ended.stderr.decode()
        assert ended.returncode == exits.NO_DISPLAY
        assert ended.stdout == b""
        assert "no display" in said
        # Those for operators show no neuron, and would only make the line longer.
        unshown = ("", "check", *KIOSK_COMMANDS)
        shown = [name for name in COMMANDS if name not in unshown]
        assert all(f"lifgame {name}" in said for name in shown)


def test_it_refuses_classic_pygame(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(pygame, "IS_CE")
    assert main(["--windowed"]) == exits.NO_DISPLAY
    said = capsys.readouterr().err
    assert "pip uninstall -y pygame" in said
    assert said.count("\n") == 1


def test_it_says_so_when_pygame_is_not_there(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pygame", None)
    assert main(["bench"]) == exits.NO_DISPLAY
    assert "pip install pygame-ce" in capsys.readouterr().err


@pytest.mark.parametrize("number", [errno.EMFILE, errno.ENFILE, errno.ENOMEM])
def test_what_the_system_has_run_out_of_is_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def scarce(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("lifgame.app.cli.simulate.write_out", scarce)
    assert main(["simulate"]) == exits.INTERNAL
    assert os.strerror(number) in capsys.readouterr().err


def test_ctrl_c_is_no_accident(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("lifgame.app.cli.simulate.write_out", interrupt)
    assert main(["simulate"]) == exits.INTERRUPTED

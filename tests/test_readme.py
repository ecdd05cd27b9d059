"""The README says what is so: its tables, commands, pictures and links."""

import argparse
import os
import re
import shlex
from pathlib import Path

import pytest
from readme_tables import README, ROOT, TABLES, renewed

from lifgame.app.cli import main as cli
from lifgame.app.cli.parser import Parser
from lifgame.model.neurons.lif_parameters import LifParameters
from lifgame.model.theory import firing_rate_hz

TEXT = README.read_text("utf-8")
CI = ROOT / ".ci" / "run"


def block(name: str) -> list[str]:
    """The lines of the command block under a marker."""
    found = re.search(rf"<!-- {name} -->\n```sh\n(.*?)```\n<!-- end -->", TEXT, re.S)
    assert found, f"no block {name}"
    return found[1].splitlines()


def commands() -> list[list[str]]:
    """Every ``lifgame ...`` line of every block of commands."""
    blocks = re.findall(r"```sh\n(.*?)```", TEXT, re.S)
    lines = [line for text in blocks for line in text.splitlines()]
    return [shlex.split(line)[1:] for line in lines if line.startswith("lifgame ")]


def read(words: list[str]) -> argparse.Namespace:
    """A command line as the program reads it, without obeying."""
    name = words[0] if words[0] in cli.COMMANDS else cli.PLAY
    parser = Parser(prog="lifgame", allow_abbrev=False)
    cli.COMMANDS[name](parser)
    return parser.read(words[1:] if name else words)


def test_the_tables_are_those_of_the_program() -> None:
    assert set(re.findall(r"<!-- table: (\w+) -->", TEXT)) == set(TABLES)
    assert renewed(TEXT) == TEXT, "run: python tests/readme_tables.py"


def test_an_unknown_table_is_an_error() -> None:
    with pytest.raises(KeyError, match="cats"):
        renewed("<!-- table: cats -->\n<!-- end -->")


@pytest.mark.parametrize("words", commands(), ids=" ".join)
def test_every_command_is_understood(words: list[str]) -> None:
    assert callable(read(words).command)


def test_the_pictures_are_made_by_the_commands_given() -> None:
    shown = re.findall(r"!\[[^]]*\]\(([^)]+)\)", TEXT)
    made = [str(read(shlex.split(line)[1:]).out) for line in block("pictures")]
    assert sorted(shown) == sorted(made)
    for name in shown:
        assert (ROOT / name).read_bytes().startswith(b"\x89PNG")
    in_folder = {path.name for path in (ROOT / "assets" / "pictures").iterdir()}
    assert in_folder == {Path(name).name for name in shown}


def test_ci_runs_exactly_the_test_command() -> None:
    (line,) = block("test")
    for tool in ("ruff format --check .", "ruff check .", "mypy", "pytest"):
        assert f" && .venv/bin/{tool}" in line
    assert line.endswith("pytest -n auto")
    (devices,) = block("devices")
    assert devices == ".venv/bin/pytest -m devices tests/devices"
    script = CI.read_text("utf-8")
    assert "for name in test devices; do" in script
    assert ".venv/bin" not in script, "the command stands in the README alone"
    assert os.access(CI, os.X_OK)


def test_places_that_are_named_exist() -> None:
    for name in re.findall(r"`((?:lifgame|assets|tests)/[\w./-]+)`", TEXT):
        assert (ROOT / name).exists(), name
    for name in re.findall(r"`((?:content|view|model|session)/[\w./]+)`", TEXT):
        assert (ROOT / "lifgame" / name).exists(), name
    doors = re.findall(r"\]\(#(\w+)\)", TEXT)
    assert doors == ["play", "teach", "change"]
    assert all(f"\n## {door.title()}\n" in TEXT for door in doors)


def test_the_numbers_of_the_suggestions_are_right() -> None:
    def rate(current_na: float, resistance_mohm: float) -> int:
        return round(firing_rate_hz(LifParameters(resistance_mohm), current_na))

    assert [rate(3, 12), rate(5, 12)] == [51, 103]
    assert [rate(1.5, r) for r in (5, 15, 30)] == [0, 15, 28]
    for words in ("51 Hz, 103 Hz", "15 times a second, 30 MΩ 28 times"):
        assert words in " ".join(TEXT.split())

"""Files of configuration that are none: each kind is called what it is, soon."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from test_config import said_about, write

from lifgame.__main__ import main
from lifgame.app import exits

BRACKETS = 100_000


def socket_at(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as opened:
        opened.bind(path.name)  # a socket's name must be short


def endless_at(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(1 << 30)


MAKERS: dict[str, Callable[[Path], object]] = {
    "missing": lambda path: None,
    "dangling": lambda path: path.symlink_to(path.parent / "gone"),
    "looping": lambda path: path.symlink_to(path),
    "folder": lambda path: path.mkdir(),
    "pipe": os.mkfifo,
    "device": lambda path: path.symlink_to("/dev/zero"),
    "socket": socket_at,
    "too large": lambda path: write(path, b"#\n" * 200_000),
    "endless": endless_at,
    "nested": lambda path: write(path, "a = " + "[" * BRACKETS),
    "nested to the end": lambda path: write(path, "a = " + "[\n" * BRACKETS),
    "nested in a line": lambda path: write(path, "a = " + "[" * 150 + "]" * 150),
    "dotted": lambda path: write(path, f"[{'a.' * 490}a]\n{'b.' * 490}b = 1\n"),
    "UTF-16": lambda path: write(path, "[keys]\n".encode("utf-16")),
    "binary": lambda path: write(path, bytes(range(256))),
}


def special(folder: Path, kind: str) -> Path:
    """A path that is no file of TOML, or none that can be used."""
    path = folder / f"{kind}.toml"
    MAKERS[kind](path)
    return path


SPECIAL = {
    "missing": "there is no such file",
    "dangling": "a link to ",
    "looping": "cannot be followed: Too many levels of symbolic links",
    "folder": "this is a folder",
    "pipe": "this is a pipe",
    "device": "this is a device",
    "socket": "this is a socket",
    "too large": "too large: 391 KiB; allowed: up to 256 KiB",
    "endless": "too large: 1048576 KiB",
    "nested": ":1: more than 1000 characters in a line",
    "nested to the end": "nested too deeply",
    "nested in a line": "unknown section [a]",
    "dotted": "unknown section [a]",
    "UTF-16": "1: not text in UTF-8",
    "binary": "not text in UTF-8",
}


@pytest.mark.skipif(os.name == "nt", reason="links and pipes are those of Unix")
@pytest.mark.parametrize(("kind", "message"), SPECIAL.items())
def test_each_kind_of_no_file_is_called_what_it_is(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    kind: str,
    message: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    path = special(tmp_path, kind)
    (said,) = said_about(path, capsys)
    assert said.startswith(f"lifgame: {path}:")
    assert message in said
    assert main(["--config", str(path)]) == exits.USAGE
    assert capsys.readouterr().err == said + "\n"


@pytest.mark.parametrize("kind", ["dangling", "looping", "folder"])
def test_at_its_usual_place_it_is_not_passed_over(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    kind: str,
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    place = tmp_path / "home" / "lifgame"
    place.mkdir(parents=True)
    special(place, kind).rename(place / "config.toml")
    assert main(["--windowed"]) == exits.USAGE
    assert f"{place / 'config.toml'}: " in capsys.readouterr().err

"""The wheel, installed where nothing else is, works as the checkout does."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pygame
import pytest

from lifgame.__main__ import main

ROOT = Path(__file__).resolve().parent.parent
PATIENCE_S = 600
BIN = "Scripts" if os.name == "nt" else "bin"
WHERE = "from lifgame.content.assets import asset; print(asset('fonts'))"


def run(*words: str | Path, folder: Path) -> str:
    """Run a command somewhere else than in the checkout; what it printed."""
    ended = subprocess.run(
        [str(word) for word in words],
        cwd=folder,
        env={key: v for key, v in os.environ.items() if key != "PYTHONPATH"},
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    words = ("-m", "build", "--wheel", "--outdir", folder, ROOT)
    run(sys.executable, *words, folder=folder)
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of commands of a new environment that has the wheel alone."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False)
    # The tests' own pip installs into it, which spares the making of another.
    python = folder / BIN / Path(sys.executable).name
    pip = ("-m", "pip", "--python", python, "--disable-pip-version-check")
    run(sys.executable, *pip, "install", "--quiet", wheel, folder=folder)
    return folder / BIN


def test_it_holds_what_is_needed_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.partition("/")[0] for name in names}
    assert {top.partition("-")[0] for top in tops} == {"lifgame"}
    assert "lifgame/assets/texts/en.toml" in names
    assert "lifgame/assets/fonts/LICENSE.txt" in names
    assert "lifgame/app/cli/help/simulate.txt" in names
    assert any(name.endswith("dist-info/licenses/LICENSE") for name in names)
    assert not [name for name in names if "test" in name or name.endswith(".png")]
    in_checkout = {
        str(path.relative_to(ROOT)) for path in (ROOT / "lifgame").rglob("*.py")
    }
    assert {name for name in names if name.endswith(".py")} == {
        name.replace(os.sep, "/") for name in in_checkout
    }


def test_it_works_far_from_the_checkout(installed: Path, tmp_path: Path) -> None:
    program = installed / "lifgame"
    assert run(program, "--version", folder=tmp_path) == "lifgame 0.1.0\n"
    words = ("screenshot", "--size", "640x480", "--after", "0.5", "--out")
    run(program, *words, "far.png", folder=tmp_path)
    assert pygame.image.load(tmp_path / "far.png").get_size() == (640, 480)
    # The same picture as from here: the same assets, and all of them.
    assert main([*words, str(tmp_path / "near.png")]) == 0
    assert (tmp_path / "far.png").read_bytes() == (tmp_path / "near.png").read_bytes()


def test_its_assets_come_from_where_it_is_installed(
    installed: Path, tmp_path: Path
) -> None:
    python = installed / Path(sys.executable).name
    found = Path(run(python, "-c", WHERE, folder=tmp_path).strip())
    assert "site-packages" in found.parts
    assert found.is_relative_to(installed.parent)
    run(python, "-m", "lifgame", "simulate", "--summary", folder=tmp_path)

"""How a system starts the exhibit, checked by the systems' own tools."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from lifgame.__main__ import main
from lifgame.app import exits
from lifgame.app.kiosk.patience import Patience
from lifgame.app.kiosk.service import HANG_S, START_S, autostart, program_path, unit

AWKWARD = ["/opt/the museum/life & 100% $HOME/lif'game", '/opt/a"b`c\\d/lifgame']


def needs(tool: str) -> pytest.MarkDecorator:
    missing = shutil.which(tool) is None
    return pytest.mark.skipif(missing, reason=f"needs {tool}")


def runnable(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return path


def checked(tool: str, *words: str) -> str:
    """What a tool complains of."""
    done = subprocess.run(
        [tool, *words], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@needs("systemd-analyze")
@pytest.mark.parametrize("name", ["lifgame", "the museum's/100% $HOME/lifgame"])
def test_systemd_takes_the_unit(tmp_path: Path, name: str) -> None:
    program = runnable(tmp_path / name)
    cage = runnable(tmp_path / "cage")
    file = tmp_path / "lifgame.service"
    file.write_text(unit("kiosk", program, cage, ("--config", "/etc/x y.toml")))
    said = checked("systemd-analyze", "verify", "--man=no", str(file))
    assert [line for line in said.splitlines() if "lifgame.service" in line] == []


@needs("systemd-analyze")
def test_systemd_would_find_a_mistake(tmp_path: Path) -> None:
    text = unit("kiosk", runnable(tmp_path / "lifgame"), tmp_path / "no cage")
    file = tmp_path / "lifgame.service"
    file.write_text(text.replace("Restart=always", "Restart=sometimes"))
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(file)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "sometimes" in done.stderr
    assert "no cage" in done.stderr


@needs("desktop-file-validate")
@pytest.mark.parametrize("program", ["/usr/bin/lifgame", *AWKWARD])
def test_desktops_take_the_entry(tmp_path: Path, program: str) -> None:
    file = tmp_path / "lifgame.desktop"
    file.write_text(autostart(Path(program), ("--config", "/etc/x y.toml")))
    assert checked("desktop-file-validate", str(file)) == ""


def test_the_unit_waits_as_long_as_the_supervisor() -> None:
    assert (Patience().hang_s, Patience().start_s) == (HANG_S, START_S)


def test_what_is_final_is_final_for_systemd_too() -> None:
    lines = unit("museum", Path("/opt/lifgame"), Path("/usr/bin/cage")).splitlines()
    final = " ".join(map(str, exits.FINAL))
    assert f"RestartPreventExitStatus={final}" in lines
    assert "ExecStart=/usr/bin/cage -d -- /opt/lifgame --supervise --kiosk" in lines
    assert "User=museum" in lines
    assert "StartLimitIntervalSec=0" in lines


def test_the_commands_print_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        main(["service", "--user", "museum", "--program", "/opt/lifgame"]) == exits.OK
    )
    assert "/opt/lifgame --supervise --kiosk" in capsys.readouterr().out
    assert main(["desktop", "--program", "/opt/lifgame"]) == exits.OK
    assert "Exec=/opt/lifgame --supervise --kiosk\n" in capsys.readouterr().out


@pytest.mark.parametrize("user", ["root", "", "a b", "kiosk\nExecStart=/bin/sh", "Ü"])
def test_a_user_that_is_none_is_refused(
    user: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["service", "--user", user]) == exits.USAGE
    assert "not root" in capsys.readouterr().err


def test_the_program_is_found_where_it_lies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", [str(runnable(tmp_path / "lifgame"))])
    assert program_path() == tmp_path / "lifgame"
    monkeypatch.setattr(sys, "argv", ["-c"])
    assert program_path().is_absolute()

"""How it ends when it is asked to: soon, with the right code, without half files."""

import os
import shlex
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from processes import ROOT, hidden, process

from lifgame.__main__ import main
from lifgame.app import exits
from lifgame.app.stops import STOPS, Stopped, stoppable

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals of Unix")
PATIENCE_S = 60
# It is to end within 2 s; a busy machine is no fault.
SOON_S = 20.0
CODES = {
    signal.SIGTERM: 128 + 15,
    signal.SIGHUP: 128 + 1,
    signal.SIGINT: exits.INTERRUPTED,
}


def start(*words: str, code: str = "") -> subprocess.Popen[bytes]:
    """The program, or a script that starts it."""
    return subprocess.Popen(
        [sys.executable, *(["-c", code] if code else ["-m", "lifgame"]), *words],
        cwd=ROOT,
        env=hidden(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


# Sends itself a signal when a file of ours is half written, or a module is loaded.
AT_A_WRITE = """
import os, signal, sys, threading
from lifgame.app.files import files
fill = files._fill
def half(file, pieces):
    def first():
        for piece in pieces:
            file.write(piece[: len(piece) // 2])
            file.flush()
            os.kill(os.getpid(), {number})
            threading.Event().wait(0.3)
            yield piece[len(piece) // 2 :]
    fill(file, first())
files._fill = half
from lifgame.__main__ import main
sys.argv = ["lifgame", *sys.argv[1:]]
sys.exit(main())
"""
AT_AN_IMPORT = """
import os, signal, sys
class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Finder())
from lifgame.__main__ import main
sys.argv = ["lifgame", *sys.argv[1:]]
sys.exit(main())
"""
LONG = {
    "simulate": ["simulate", "--duration-ms", "1e7", "--out"],
    "screenshot": ["screenshot", "--size", "640x480", "--after", "3600", "--out"],
    "record": ["record", "--size", "640x480", "--seconds", "3600", "--out"],
}


@pytest.mark.parametrize("number", CODES)
@pytest.mark.parametrize("command", LONG)
def test_a_signal_in_the_middle_of_a_file_leaves_no_half_file(
    tmp_path: Path, command: str, number: signal.Signals
) -> None:
    words = [word.replace("3600", "0.1") for word in LONG[command]]
    words = [word.replace("1e7", "1e4") for word in words]
    out = tmp_path / "out"
    program = start(*words, str(out), code=AT_A_WRITE.format(number=int(number)))
    said = program.communicate(timeout=PATIENCE_S)[1]
    assert (program.returncode, said) == (CODES[number], b"")
    left = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert all(path.suffix == ".png" and path.name[:6] == "frame_" for path in left)
    assert all(path.read_bytes().endswith(b"IEND\xaeB`\x82") for path in left)


def until_it_listens(program: subprocess.Popen[bytes]) -> None:
    """Wait until the process has a handler of its own for SIGTERM."""
    pause = threading.Event()
    for _ in range(PATIENCE_S * 100):
        status = Path(f"/proc/{program.pid}/status").read_text()
        caught = next(line for line in status.splitlines() if "SigCgt" in line)
        if int(caught.split()[1], 16) >> (signal.SIGTERM - 1) & 1:
            return
        pause.wait(0.01)
    raise AssertionError("it never listened")


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs Linux")
@pytest.mark.parametrize("command", LONG)
def test_sigterm_ends_a_long_run_soon(tmp_path: Path, command: str) -> None:
    out = tmp_path / "out"
    program = start(*LONG[command], str(out))
    until_it_listens(program)
    program.terminate()
    assert program.wait(SOON_S) == 128 + signal.SIGTERM
    assert program.communicate()[1] == b""
    assert not list(tmp_path.rglob("*.part"))


def test_sigterm_ends_what_waits_for_a_reader() -> None:
    program = start("simulate", "--duration-ms", "1e7")
    assert program.stdout is not None
    assert program.stdout.read(7) == b"time_ms"
    program.terminate()
    assert program.wait(SOON_S) == 128 + signal.SIGTERM
    program.communicate()


@pytest.mark.parametrize("module", ["lifgame.app.cli.main", "numpy", "pygame"])
def test_ctrl_c_while_it_starts_is_130_without_a_traceback(
    tmp_path: Path, module: str
) -> None:
    out = str(tmp_path / "x.png")
    code = AT_AN_IMPORT.format(module=module)
    program = start("screenshot", "--size", "64x48", "--out", out, code=code)
    said = program.communicate(timeout=PATIENCE_S)
    assert (program.returncode, *said) == (exits.INTERRUPTED, b"", b"")
    assert not list(tmp_path.iterdir())


def stop_thrice() -> None:
    with stoppable():
        try:
            signal.raise_signal(signal.SIGTERM)
        finally:
            # A second one must not disturb the tidying up.
            signal.raise_signal(signal.SIGTERM)
            signal.raise_signal(signal.SIGINT)


def test_a_signal_is_taken_once_and_given_back() -> None:
    before = [signal.getsignal(number) for number in STOPS]
    with pytest.raises(Stopped) as caught:
        stop_thrice()
    assert caught.value.code == 128 + signal.SIGTERM
    assert [signal.getsignal(number) for number in STOPS] == before


def test_what_nohup_ignores_stays_ignored() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with stoppable():
            signal.raise_signal(signal.SIGHUP)
    finally:
        signal.signal(signal.SIGHUP, before)


# --- closed streams -----------------------------------------------------------------


def through_a_shell(
    line: str, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        ["sh", "-c", f"exec '{sys.executable}' -m lifgame {line}"],
        cwd=ROOT,
        env=hidden() | environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=PATIENCE_S,
        check=False,
    )


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("simulat 2>&-", exits.USAGE),
        ("--preset nobody 2>&-", exits.USAGE),
        ("simulate --current 99 2>&-", exits.USAGE),
        ("screenshot 2>&-", exits.USAGE),
        ("--config /nowhere 2>&-", exits.USAGE),
        ("check --config /nowhere 2>&-", exits.WRONG_CONFIG),
        ("--windowed 2>&-", exits.NO_DISPLAY),
        ("simulate --out /nowhere/x 2>&-", exits.CANNOT_WRITE),
        ("simulate --duration-ms 1 2>&-", exits.OK),
        ("simulate --duration-ms 1 >&-", exits.CANNOT_WRITE),
        ("--help >&-", exits.CANNOT_WRITE),
        ("simulat >&- 2>&- <&-", exits.USAGE),
        ("simulat 2>/dev/full", exits.USAGE),
        ("check --help >&- 2>&-", exits.CANNOT_WRITE),
    ],
)
def test_the_code_is_right_where_nobody_listens(line: str, code: int) -> None:
    ended = through_a_shell(line)
    assert ended.returncode == code


def test_a_closed_stream_does_not_become_a_file(tmp_path: Path) -> None:
    """The first file that is opened would get its number, and a warning's text."""
    out = tmp_path / "x.csv"
    ended = through_a_shell(f"simulate --duration-ms 1 --out '{out}' >&- 2>&- <&-")
    assert ended.returncode == exits.OK
    assert out.read_text().count("\n") == 3


# --- poor surroundings --------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    ["simulate --current 1,5", "simulate --dt-ms 0,25",
     "screenshot --after 1,5 --out x",
     "simulate --current '1,5 '", "simulate --threshold 15,5", "--speed 0,1",
     "simulate --duration-ms 1.000,5"],
)  # fmt: skip
def test_a_decimal_comma_is_answered_with_the_point(
    line: str, capsys: pytest.CaptureFixture[str]
) -> None:

    words = shlex.split(line)
    comma = next(word for word in words if "," in word).strip()
    assert main(words) == exits.USAGE
    whole, _, part = comma.rpartition(",")
    said = capsys.readouterr().err
    assert f"did you mean {whole.replace('.', '')}.{part}? " in said


def test_without_home_and_passwd_entry_a_picture_is_made(tmp_path: Path) -> None:
    """A container's user has a number and nothing else."""
    out = tmp_path / "x.png"
    line = f"screenshot --size 64x48 --after 0 --out '{out}'"
    ended = through_a_shell(line, HOME="")
    assert (ended.returncode, ended.stderr) == (exits.OK, b"")


def test_a_check_without_any_configuration(tmp_path: Path) -> None:
    ended = process("check", XDG_CONFIG_HOME=str(tmp_path), XDG_CONFIG_DIRS="/nowhere")
    assert ended.returncode == exits.OK
    assert ended.stdout == b"there is no configuration: in order\n"

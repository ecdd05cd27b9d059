"""Files are whole or not there at all: through links, over mounts, after a kill."""

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from processes import ROOT

from lifgame.__main__ import main
from lifgame.app import exits
from lifgame.app.files.files import PREFIX, SUFFIX, clear_leftovers, write_whole

needs_unix = pytest.mark.skipif(os.name == "nt", reason="links and rights of Unix")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def write(path: Path, text: str) -> list[str]:
    """Write a file; what was said about it."""
    said: list[str] = []
    write_whole(path, [text.encode()], tell=said.append)
    return said


# --- links and rights ---------------------------------------------------------------


@needs_unix
@pytest.mark.parametrize("kind", ["a link", "a chain", "relative", "into nowhere"])
def test_a_link_is_written_through(tmp_path: Path, kind: str) -> None:
    (tmp_path / "far").mkdir()
    target, link = tmp_path / "far" / "target", tmp_path / "link"
    if kind != "into nowhere":
        target.write_text("old")
        target.chmod(0o640)
    if kind == "a chain":
        (tmp_path / "between").symlink_to(target)
        link.symlink_to(tmp_path / "between")
    else:
        link.symlink_to("far/target" if kind == "relative" else target)
    assert write(link, "new") == []
    assert link.is_symlink()
    assert target.read_text() == "new"
    if kind != "into nowhere":
        assert target.stat().st_mode & 0o777 == 0o640
    assert names(tmp_path / "far") == ["target"]


@needs_unix
def test_links_in_a_circle_are_an_error_and_stay(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    words = ["simulate", "--duration-ms", "1", "--out", str(tmp_path / "a")]
    assert main(words) == exits.CANNOT_WRITE
    assert names(tmp_path) == ["a", "b"]
    assert (tmp_path / "a").is_symlink()


@needs_unix
def test_both_names_of_a_file_show_what_is_new(tmp_path: Path) -> None:
    (tmp_path / "one").write_text("old and longer")
    (tmp_path / "two").hardlink_to(tmp_path / "one")
    write(tmp_path / "two", "new")
    assert (tmp_path / "one").read_text() == (tmp_path / "two").read_text() == "new"
    assert names(tmp_path) == ["one", "two"]


@needs_unix
@pytest.mark.parametrize("mode", [0o600, 0o644, 0o444, 0o777])
def test_rights_are_kept(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "x"
    path.write_text("old")
    path.chmod(mode)
    write(path, "new")
    assert (path.stat().st_mode & 0o777, path.read_text()) == (mode, "new")


@needs_unix
def test_a_new_file_has_the_usual_rights(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write(tmp_path / "x", "new")
    finally:
        os.umask(before)
    assert (tmp_path / "x").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("number", [errno.EBUSY, errno.EXDEV, errno.EPERM])
def test_where_a_rename_is_impossible_it_is_written_in_place_and_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def replace(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    path = tmp_path / "x"
    path.write_text("old and longer")
    inode = path.stat().st_ino
    monkeypatch.setattr(Path, "replace", replace)
    (said,) = write(path, "new")
    assert "written in place" in said
    assert os.strerror(number) in said
    assert (path.read_text(), path.stat().st_ino) == ("new", inode)
    assert names(tmp_path) == ["x"]


def test_a_folder_that_takes_no_file_still_lets_its_files_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(_: Path) -> None:
        raise OSError(errno.EACCES, os.strerror(errno.EACCES))

    path = tmp_path / "x"
    path.write_text("old and longer")
    monkeypatch.setattr("lifgame.app.files.files._temporary", closed)
    (said,) = write(path, "new")
    assert "written in place" in said
    assert path.read_text() == "new"


def lent(folder: Path) -> list[str]:
    """A command that runs another with a file bound on its own into ``folder``."""
    (folder / "lent").write_text("old")
    (folder / "x.csv").write_text("")
    bind = f"mount --bind '{folder}/lent' '{folder}/x.csv' && exec \"$@\""
    return ["unshare", "--mount", "sh", "-c", bind, "sh"]


@needs_unix
def test_a_file_lent_to_a_container_is_written_in_place(tmp_path: Path) -> None:
    ahead = lent(tmp_path)
    try:
        able = subprocess.run([*ahead, "true"], capture_output=True, check=False)
    except FileNotFoundError:
        pytest.skip("needs unshare")
    if able.returncode != 0:
        pytest.skip("needs the right to mount")
    words = ["simulate", "--duration-ms", "1", "--out", str(tmp_path / "x.csv")]
    ended = subprocess.run(
        [*ahead, sys.executable, "-m", "lifgame", *words],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert ended.returncode == exits.OK
    assert b"written in place" in ended.stderr
    assert (tmp_path / "lent").read_text().startswith("time_ms,")
    assert names(tmp_path) == ["lent", "x.csv"]


# --- what the killed leave behind ---------------------------------------------------


def failing() -> Iterator[bytes]:
    yield b"half"
    raise KeyboardInterrupt


@pytest.mark.parametrize("is_there", [False, True])
def test_nothing_is_left_of_what_was_not_finished(
    tmp_path: Path, *, is_there: bool
) -> None:
    path = tmp_path / "x"
    if is_there:
        path.write_text("old")
    with pytest.raises(KeyboardInterrupt):
        write_whole(path, failing())
    assert names(tmp_path) == (["x"] if is_there else [])


KILLED = """
import os, signal, sys
from pathlib import Path
from lifgame.app.files.files import write_whole
def pieces():
    yield b"half"
    sys.stdout.write("here")
    sys.stdout.flush()
    {end}
write_whole(Path(sys.argv[1]), pieces())
"""


def writer(path: Path, end: str) -> subprocess.Popen[bytes]:
    """Another process that has come half way through a file."""
    words = [sys.executable, "-c", KILLED.format(end=end), str(path)]
    process = subprocess.Popen(
        words, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stdout.read(4) == b"here"
    return process


@needs_unix
def test_what_the_killed_left_behind_is_cleared_at_the_next_save(
    tmp_path: Path,
) -> None:
    path = tmp_path / "x"
    (tmp_path / f"{PREFIX}notes.txt").write_text("somebody else's")
    for _ in range(3):
        with writer(path, "os.kill(os.getpid(), signal.SIGKILL)"):
            pass
        # The next one clears what the last one left.
        assert len(names(tmp_path)) == 2
    write(path, "new")
    assert names(tmp_path) == [f"{PREFIX}notes.txt", "x"]


@needs_unix
def test_what_is_still_being_written_is_not_cleared(tmp_path: Path) -> None:
    with writer(tmp_path / "x", "sys.stdin.read()") as process:
        clear_leftovers(tmp_path)
        write(tmp_path / "y", "mine")
        (busy,) = (name for name in names(tmp_path) if name.endswith(SUFFIX))
        assert busy.startswith(PREFIX)
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(30) == 0
    assert names(tmp_path) == ["x", "y"]
    assert (tmp_path / "x").read_text() == "half"

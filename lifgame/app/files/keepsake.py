"""What a visitor takes along: a picture of the screen, and the record as numbers."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from pathlib import Path

import pygame

from lifgame.app.cli.pictures import as_png
from lifgame.app.exits import ExitError
from lifgame.app.files.files import make_folder, write_whole
from lifgame.app.files.record_file import Table, record_of, to_csv
from lifgame.content.texts import Texts
from lifgame.session.session import Session

FOLDER = "lifgame"
# Nobody saves so often within one second.
MOST_NAMES = 1000


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of the wish to save.

    Attributes:
        key: The sentence in the texts that says it.
        values: What its placeholders stand for.
        files: What was written; empty if nothing was.
    """

    key: str
    values: Mapping[str, str] = field(default_factory=dict)
    files: tuple[Path, ...] = ()

    def words(self, texts: Texts) -> str:
        """The sentence for the visitor."""
        return texts(self.key, **self.values)


def keepsake_folder() -> Path:
    """Where keepsakes are saved; it need not exist."""
    return Path.home() / FOLDER


def stamp_now() -> str:
    """The time of day as it stands in the names of files."""
    return datetime.now().astimezone().strftime("%Y-%m-%d-%H%M%S")


def keep(
    screen: pygame.Surface,
    session: Session,
    folder: Path,
    *,
    stamp: str,
    points: Table | None = None,
    may_write: bool = True,
) -> Kept:
    """Save a picture of the screen, the record, and an experiment's points if any.

    Nothing is ever overwritten, and no half file is left behind.

    Args:
        screen: What is on the screen.
        session: Whose record is saved.
        folder: Where; it is made if it is not there.
        stamp: The middle of the names.
        points: The points that an experiment has measured.
        may_write: Whether anything may be written here; not so in a kiosk.

    Returns:
        What became of it; it never raises for what a disk can do.
    """
    if not may_write:
        return Kept("keepsake.refused")
    contents = {".png": [as_png(screen)], ".csv": _lines(record_of(session))}
    if points is not None:
        contents["-points.csv"] = _lines(points)
    files = _write_new(folder, stamp, contents)
    if not files:
        return Kept("keepsake.failed", {"folder": str(folder)})
    names = {"picture": str(files[0]), "record": files[1].name}
    return Kept("keepsake.saved", names, files)


def _write_new(
    folder: Path, stamp: str, contents: Mapping[str, Sequence[bytes]]
) -> tuple[Path, ...]:
    """Write files by their endings under one new name; none if one cannot be."""
    try:
        make_folder(folder)
        files = _reserve(folder, stamp, tuple(contents))
    except (OSError, ExitError):
        return ()
    try:
        for path, pieces in zip(files, contents.values(), strict=True):
            write_whole(path, pieces)
    except ExitError:
        # The names were ours, so what stands under them is ours to take back.
        _remove(files)
        return ()
    return files


def _lines(table: Table) -> list[bytes]:
    return [line.encode("utf-8") for line in to_csv(table)]


def _reserve(folder: Path, stamp: str, endings: tuple[str, ...]) -> tuple[Path, ...]:
    """Empty files under one new name, so that nobody else can take it.

    Raises:
        OSError: If they cannot be made.
    """
    for number in count(1):
        stem = f"lifgame-{stamp}" + (f"-{number}" if number > 1 else "")
        files = tuple(folder / f"{stem}{ending}" for ending in endings)
        made: list[Path] = []
        try:
            for path in files:
                os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
                made.append(path)
        except OSError as error:
            _remove(tuple(made))
            if isinstance(error, FileExistsError) and number < MOST_NAMES:
                continue
            raise
        return files
    raise AssertionError("unreachable")


def _remove(files: tuple[Path, ...]) -> None:
    for path in files:
        path.unlink(missing_ok=True)

"""A folder of somebody's own experiments and challenges, one TOML file each."""

from dataclasses import dataclass, field
from pathlib import Path

from lifgame.app.own.form import read_form
from lifgame.app.own.words import Words
from lifgame.content.small_files import FileError, read_toml, reason
from lifgame.content.texts import Library
from lifgame.session.guide.rows import Row
from lifgame.session.guide.table import GUIDES
from lifgame.session.guide.trial import unsolved

# Four full pages of the board.
MOST_ROWS = 24


@dataclass(slots=True)
class OwnRows:
    """What a folder holds.

    Attributes:
        rows: The experiments and challenges that are in order, by the files' names.
        words: Their words, by language and key of the texts.
        problems: What is wrong with the others, each with file and line.
    """

    rows: list[Row] = field(default_factory=list)
    words: Words = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def read_own(folder: Path | None, library: Library) -> tuple[Row, ...]:
    """Read a folder, and teach a library its words and what is wrong with it."""
    if folder is None:
        return ()
    own = _read(folder, tuple(library.languages))
    library.teach(own.words, own.problems)
    return tuple(own.rows)


def _read(folder: Path, languages: tuple[str, ...]) -> OwnRows:
    own = OwnRows()
    try:
        paths = sorted(p for p in folder.iterdir() if p.suffix == ".toml")
    except OSError as error:
        own.problems.append(str(FileError(folder, reason(folder, error))))
        return own
    except ValueError:
        what = "a folder's name cannot hold a null byte"
        own.problems.append(str(FileError(folder, what)))
        return own
    for path in paths:
        if len(own.rows) >= MOST_ROWS:
            what = f"more than {MOST_ROWS} experiments and challenges; this is left out"
            own.problems.append(str(FileError(path, what)))
        else:
            _take(own, path, languages)
    return own


def _take(own: OwnRows, path: Path, languages: tuple[str, ...]) -> None:
    """One file; with anything wrong in it all of it is left out."""
    try:
        file = read_toml(path)
    except FileError as error:
        own.problems.append(str(error))
        return
    found = read_form(file, languages)
    own.problems += found.problems
    row = found.row
    if row is None:
        return
    if row.id in GUIDES or any(row.id == other.id for other in own.rows):
        what = f"id = {row.id!r} is taken; allowed: one that no other has"
        own.problems.append(file.problem(what, "id"))
        return
    if lack := unsolved(row):
        what = f"the solution does not solve it: {lack}"
        own.problems.append(file.problem(what, "solution"))
        return
    own.rows.append(row)
    for language, texts in found.words.items():
        own.words.setdefault(language, {}).update(texts)

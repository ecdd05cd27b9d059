"""Small files that somebody else has written: they may hold anything.

Whatever is wrong is told as ``file:line: what, and what is allowed``.
"""

import stat
import tomllib
from collections.abc import Iterator
from pathlib import Path

LARGEST_FILE_BYTES = 256 * 1024
# A hostile line of a thousand dotted names would keep the TOML parser busy for long.
LONGEST_LINE = 1000
# Lines of one value, such as a list: beyond that nobody needs its place.
LONGEST_STATEMENT = 200
_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


class FileError(ValueError):
    """What is wrong with a file; reads ``file:line: what``."""

    def __init__(self, path: Path, what: str, line: int | None = None) -> None:
        place = f"{path}:{line}" if line else f"{path}"
        super().__init__(f"{_printable(place)}: {what}")


def _printable(text: str) -> str:
    """A path may hold bytes that are no text, and signs that break a line."""
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)


class TomlFile:
    """A TOML file as a table that knows where its keys stand.

    Attributes:
        path: The file.
        table: What it says.
    """

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self._text = text
        self._lines: dict[tuple[str, ...], int] | None = None
        self.table = _parsed(path, text)

    def line_of(self, *key: str) -> int | None:
        """The line on which a key or a section begins; None if that is not known."""
        if self._lines is None:
            try:
                self._lines = dict(reversed(list(_lines(self._text))))
            except RecursionError:
                self._lines = {}
        while key and key not in self._lines:
            key = key[:-1]
        return self._lines.get(key)

    def problem(self, what: str, *key: str) -> str:
        """A sentence about a key, with file and line."""
        return str(FileError(self.path, what, self.line_of(*key)))


def read_toml(path: Path) -> TomlFile:
    """Read a TOML file of reasonable size.

    Raises:
        FileError: If it cannot be read, or is no TOML.
    """
    return TomlFile(path, read_small(path))


def read_small(path: Path) -> str:
    """Read a text file of reasonable size.

    Raises:
        FileError: If it cannot be read, is no file, too large, or no text in UTF-8.
    """
    data = _read_bytes(path)
    try:
        # Some editors begin a file with a mark that is no text.
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise FileError(path, "not text in UTF-8", line) from error
    for number, line_text in enumerate(text.split("\n"), start=1):
        if len(line_text) > LONGEST_LINE:
            what = f"more than {LONGEST_LINE} characters in a line"
            raise FileError(path, what, number)
    return text


def _read_bytes(path: Path) -> bytes:
    try:
        # Devices and pipes never end; opening a pipe may wait for ever.
        mode = path.stat().st_mode
        data = b""
        if stat.S_ISREG(mode):
            with path.open("rb") as file:
                data = file.read(LARGEST_FILE_BYTES + 1)
    except OSError as error:
        raise FileError(path, reason(path, error)) from error
    except ValueError as error:
        raise FileError(path, "a file's name cannot hold a null byte") from error
    if not stat.S_ISREG(mode):
        kind = next((words for is_kind, words in _KINDS if is_kind(mode)), "special")
        raise FileError(path, f"this is {kind}, not a file")
    if len(data) > LARGEST_FILE_BYTES:
        limit, size = LARGEST_FILE_BYTES // 1024, path.stat().st_size / 1024
        raise FileError(path, f"too large: {size:.0f} KiB; allowed: up to {limit} KiB")
    return data


def reason(path: Path, error: OSError) -> str:
    """Why a file cannot be read, in words for somebody who did not write programs."""
    if isinstance(error, PermissionError):
        return "this may not be read: permission denied"
    if not path.is_symlink():
        if isinstance(error, FileNotFoundError):
            return "there is no such file or folder"
        return error.strerror or str(error)
    target = _printable(str(path.readlink()))
    if isinstance(error, FileNotFoundError):
        return f"a link to {target}, which is not there"
    return f"a link to {target} that cannot be followed: {error.strerror}"


def _parsed(path: Path, text: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise FileError(path, "nested too deeply") from error
    except tomllib.TOMLDecodeError as error:
        what, _, place = str(error).rpartition(" (at ")
        words = place.strip(")").split()
        if what and words[:1] == ["line"]:
            raise FileError(path, what, int(words[1].strip(","))) from error
        last = text.rstrip("\n").count("\n") + 1
        raise FileError(path, what or str(error), last) from error


def _lines(text: str) -> Iterator[tuple[tuple[str, ...], int]]:
    """Every key of valid TOML with its line.

    tomllib tells no places; so each statement is handed to it alone.
    """
    section: tuple[str, ...] = ()
    lines = text.split("\n")
    begin = 0
    while begin < len(lines):
        statement, end = _statement(lines, begin)
        if statement is None:
            return
        keys = list(_paths(statement))
        if lines[begin].lstrip().startswith("["):
            section = keys[0] if keys else ()
            yield from ((key, begin + 1) for key in keys)
        else:
            yield from ((section + key, begin + 1) for key in keys)
        begin = end


def _statement(lines: list[str], begin: int) -> tuple[dict[str, object] | None, int]:
    """The shortest run of lines that is TOML by itself, and the line behind it."""
    for end in range(begin + 1, min(len(lines), begin + LONGEST_STATEMENT) + 1):
        try:
            return tomllib.loads("\n".join(lines[begin:end])), end
        except tomllib.TOMLDecodeError:
            continue
    return None, begin


def _paths(table: object) -> Iterator[tuple[str, ...]]:
    """The keys of a statement, from the outermost to the innermost."""
    if isinstance(table, list) and len(table) == 1:
        table = table[0]
    if isinstance(table, dict):
        for name, inner in table.items():
            below = list(_paths(inner))
            yield from ((name, *key) for key in below)
            yield (name,)

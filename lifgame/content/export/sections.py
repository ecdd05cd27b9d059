"""Templates of scripts: text files of named sections, put together by name.

They are files and not Python, because they are read as what they become: a script is
there line by line, without quoting and indenting it anew. ``==== name`` begins a
section, ``@name`` alone on a line is a section's place, ``$name`` is a value's.
"""

import re
from collections.abc import Mapping
from functools import cache
from string import Template

from lifgame.content.assets import asset

_HEAD = re.compile(r"^==== (\S+)\n", re.M)
_PLACE = re.compile(r"^([ ]*)@([a-z]+)$", re.M)
_GAP = re.compile(r"\n{4,}")


@cache
def sections(name: str) -> Mapping[str, str]:
    """The sections of a template by name, without blank lines around them.

    What stands before the first one is for the reader of the file alone.
    """
    text = asset("export", f"{name}.txt").read_text("utf-8")
    _, *parts = _HEAD.split(text)
    return {
        head: body.strip("\n")
        for head, body in zip(parts[::2], parts[1::2], strict=True)
    }


def assemble(
    parts: Mapping[str, str], chosen: Mapping[str, str], values: Mapping[str, str]
) -> str:
    """A script out of its sections.

    Args:
        parts: The sections by name; ``script`` is the whole.
        chosen: Which section stands at a place, where there is more than one.
        values: What stands for the names behind a ``$``.

    Raises:
        KeyError: If a section or a value is missing.
    """

    def fill(place: re.Match[str]) -> str:
        body = parts[chosen.get(place[2], place[2])]
        # Sections hold places themselves; each brings its own indent.
        body = _PLACE.sub(fill, body)
        return "\n".join(f"{place[1]}{line}".rstrip() for line in body.split("\n"))

    whole = Template(_PLACE.sub(fill, parts["script"])).substitute(values)
    # An empty section leaves its line behind.
    return _GAP.sub("\n\n\n", whole) + "\n"

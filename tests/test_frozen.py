"""A program frozen into one file: ``sys.executable`` is the program, not a Python."""

import ast
import sys
from pathlib import Path

import pytest

from lifgame.app.frozen import is_frozen, own_program

ROOT = Path(__file__).resolve().parent.parent


def test_it_starts_itself_and_no_python(monkeypatch: pytest.MonkeyPatch) -> None:
    assert own_program() == [sys.executable, "-m", "lifgame"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/lifgame/lifgame")
    assert is_frozen()
    assert own_program() == ["/opt/lifgame/lifgame"]


@pytest.mark.parametrize(
    "path", sorted((ROOT / "lifgame").rglob("*.py")), ids=lambda path: path.name
)
def test_nobody_else_takes_the_executable_for_a_python(path: Path) -> None:
    names = [
        f"{node.value.id}.{node.attr}"
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
    ]
    # The benchmark times an empty Python beside the program, where there is one.
    may = ("frozen.py", "bench.py", "service.py")
    assert path.name in may or "sys.executable" not in names

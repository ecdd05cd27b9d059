"""The rules of the house, read from the source: floors, clocks, chance, sizes."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FLOORS = ("model", "content", "session", "view", "scenes", "app")
FIRST_WITH_PYGAME = FLOORS.index("view")
LONGEST_MODULE = 300
LONGEST_FUNCTION = 40

CLOCKS = ("time", "datetime", "sched", "timeit", "pygame.time")
CHANCE = ("random", "secrets", "uuid", "numpy.random", "os.urandom")
# Not chance itself: the type, and what is seeded by its first argument.
SEEDED = ("numpy.random.default_rng", "numpy.random.Generator")
POLLED = (
    "pygame.key.get_pressed",
    "pygame.key.get_mods",
    "pygame.key.get_focused",
    "pygame.key.get_just_pressed",
    "pygame.key.get_just_released",
    "pygame.mouse.get_pos",
    "pygame.mouse.get_rel",
    "pygame.mouse.get_pressed",
    "pygame.mouse.get_just_pressed",
    "pygame.mouse.get_just_released",
    "pygame.mouse.get_focused",
)

PROGRAM = sorted((ROOT / "lifgame").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def each(paths: list[Path]) -> pytest.MarkDecorator:
    names = [str(path.relative_to(ROOT)) for path in paths]
    return pytest.mark.parametrize("path", paths, ids=names)


def parse(source: str) -> ast.Module:
    return ast.parse(source)


def floor_of(name: str) -> int | None:
    """The floor of a module by its dotted name; None for the package itself."""
    parts = name.split(".")
    if parts[0] != "lifgame" or len(parts) < 2:
        return None
    return FLOORS.index("app" if parts[1] == "__main__" else parts[1])


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def imports(tree: ast.Module) -> Iterator[str]:
    """Dotted names of all that is imported, wherever the import stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: a relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def meanings(tree: ast.Module) -> dict[str, str]:
    """What the names that a module imports stand for, such as np for numpy."""
    known: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                first = alias.name.partition(".")[0]
                known[alias.asname or first] = alias.name if alias.asname else first
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                known[alias.asname or alias.name] = f"{node.module}.{alias.name}"
    return known


def full_name(node: ast.expr, known: dict[str, str]) -> str:
    """The dotted name behind an expression such as ``np.random.rand``."""
    if isinstance(node, ast.Name):
        return known.get(node.id, "")
    if isinstance(node, ast.Attribute):
        owner = full_name(node.value, known)
        return f"{owner}.{node.attr}" if owner else ""
    return ""


def belongs(name: str, families: tuple[str, ...]) -> bool:
    return any(name == one or name.startswith(one + ".") for one in families)


def upward_imports(tree: ast.Module, floor: int) -> list[str]:
    floors = {name: floor_of(name) for name in imports(tree)}
    return [name for name, other in floors.items() if other and other > floor]


def uses(tree: ast.Module, families: tuple[str, ...]) -> list[str]:
    """Imports and uses of names out of some families."""
    known = meanings(tree)
    expressions = [n for n in ast.walk(tree) if isinstance(n, ast.Attribute)]
    names = [full_name(node, known) for node in expressions] + list(imports(tree))
    return [name for name in names if belongs(name, families)]


def unseeded(tree: ast.Module) -> list[str]:
    """Uses of chance that nobody can repeat."""
    known = meanings(tree)
    found = [name for name in uses(tree, CHANCE) if name not in SEEDED]
    # `numpy.random` alone is only the way to what stands behind it.
    found = [name for name in found if name != "numpy.random"]
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and not node.args and not node.keywords:
            name = full_name(node.func, known)
            found += [f"{name}()"] if name == SEEDED[0] else []
    return found


@each(PROGRAM)
def test_imports_only_go_down(path: Path) -> None:
    tree = parse(path.read_text("utf-8"))
    floor = floor_of(module_name(path))
    if floor is None:
        # The package itself holds nothing.
        assert not list(imports(tree))
        return
    assert upward_imports(tree, floor) == []
    if floor < FIRST_WITH_PYGAME:
        assert uses(tree, ("pygame",)) == []


@each(PROGRAM)
def test_only_the_app_has_a_clock_or_chance_and_nobody_polls(path: Path) -> None:
    tree = parse(path.read_text("utf-8"))
    assert uses(tree, POLLED) == []
    if floor_of(module_name(path)) != FLOORS.index("app"):
        assert uses(tree, CLOCKS) == []
        assert unseeded(tree) == []


@each(PROGRAM + TESTS)
def test_modules_are_short(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_MODULE


@each(PROGRAM)
def test_functions_are_short(path: Path) -> None:
    tree = parse(path.read_text("utf-8"))
    lengths = {
        node.name: (node.end_lineno or 0) - node.lineno + 1
        for node in ast.walk(tree)
        if isinstance(node, FUNCTIONS)
    }
    too_long = {name: n for name, n in lengths.items() if n > LONGEST_FUNCTION}
    assert too_long == {}


def test_every_folder_is_a_floor() -> None:
    folders = [path.parent.name for path in (ROOT / "lifgame").glob("*/__init__.py")]
    assert sorted(folders) == sorted(FLOORS)


# --- the rules themselves find what they look for -------------------------------


@pytest.mark.parametrize(
    "source",
    [
        "import lifgame.view.look",
        "from lifgame.session import session",
        "def f():\n    from lifgame.app.game import Game",
    ],
)
def test_an_upward_import_is_found(source: str) -> None:
    assert upward_imports(parse(source), FLOORS.index("content"))
    assert not upward_imports(parse(source), FLOORS.index("app"))


def test_a_relative_import_is_found() -> None:
    with pytest.raises(AssertionError, match="relative"):
        list(imports(parse("from . import look")))


@pytest.mark.parametrize(
    "source",
    ["import time", "from time import perf_counter", "import datetime as d",
     "import pygame as pg\npg.time.get_ticks()", "from pygame import time"],
)  # fmt: skip
def test_a_clock_is_found(source: str) -> None:
    assert uses(parse(source), CLOCKS)


@pytest.mark.parametrize(
    ("source", "is_chance"),
    [
        ("import random", True),
        ("import numpy as np\nnp.random.rand(3)", True),
        ("import numpy as np\nnp.random.default_rng()", True),
        ("from numpy.random import default_rng as d\nd()", True),
        ("import numpy as np\nnp.random.default_rng(7)", False),
        ("import numpy as np\ndef f(rng: np.random.Generator): ...", False),
    ],
)
def test_chance_is_found(source: str, *, is_chance: bool) -> None:
    assert bool(unseeded(parse(source))) == is_chance


def test_polling_is_found() -> None:
    source = "import pygame as pg\nkeys = pg.key.get_pressed()"
    assert uses(parse(source), POLLED)
    assert uses(parse("from pygame.mouse import get_pos"), POLLED)

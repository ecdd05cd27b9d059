"""Experiments and challenges of somebody's own: files, read, tried and shown."""

import re
from dataclasses import replace
from pathlib import Path

import pygame
import pytest
from guide_tools import begin, play, progress_of
from pilot import Pilot
from readme_tables import README
from test_layout import faults

from lifgame.app import exits
from lifgame.app.cli import configuration
from lifgame.app.cli.main import COMMANDS, run
from lifgame.app.cli.parser import Parser
from lifgame.app.own.folder import MOST_ROWS, read_own
from lifgame.app.own.form import read_form
from lifgame.app.own.written import written
from lifgame.content.kiosk import KioskRules
from lifgame.content.small_files import TomlFile
from lifgame.content.texts import Library, shipped_texts
from lifgame.session import commands as c
from lifgame.session import guide_commands as g
from lifgame.session.guide.offer import next_of, offered
from lifgame.session.guide.rows import Row
from lifgame.session.guide.table import GUIDES
from lifgame.session.guide.trial import unsolved
from lifgame.session.preferences import Preferences
from lifgame.session.start import OPENING

TEXT = README.read_text("utf-8")
EN = shipped_texts("en")
# Rows that hold all there is to say between them.
BUILT_IN = ("rheobase", "rule", "favourite", "count", "noise")
LANGUAGES = ("en", "de")


def text_of(row: str, id: str = "mine") -> str:
    return written(GUIDES[row], id, [EN])


def put(folder: Path, name: str, text: str) -> Path:
    path = folder / f"{name}.toml"
    path.write_text(text, "utf-8")
    return path


def read(text: str) -> tuple[Row | None, tuple[str, ...]]:
    found = read_form(TomlFile(Path("mine.toml"), text), LANGUAGES)
    return found.row, found.problems


def somebody(
    folder: Path, size: tuple[int, int] = (1280, 720), language: str = "en"
) -> Pilot:
    """A visitor where such a folder is used."""
    library = Library()
    rows = read_own(folder, library)
    assert library.complaints == []
    preferences = Preferences({"language": language}, languages=library.languages)
    pilot = Pilot(size, OPENING, preferences=preferences, library=library)
    pilot.game.exhibit.own_rows = rows
    pilot.game.obey([c.Reset()])
    pilot.frame()
    return pilot


@pytest.mark.parametrize("name", BUILT_IN)
def test_a_built_in_row_that_is_written_is_read_as_the_same(name: str) -> None:
    text = written(GUIDES[name], "mine", [EN, shipped_texts("de")])
    row, problems = read(text)
    assert problems == ()
    assert row == replace(GUIDES[name], id="mine", is_own=True)
    assert row is not None
    assert unsolved(row) == ""


def test_the_readmes_example_can_be_used(tmp_path: Path) -> None:
    found = re.search(r"<!-- table: example -->\n\n```toml\n(.*?)```", TEXT, re.S)
    assert found
    put(tmp_path, "smallest", found[1])
    library = Library()
    (row,) = read_own(tmp_path, library)
    assert library.complaints == []
    assert row.id == "my_smallest"


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ('id = "mine"', 'id = "My own"', 1, "allowed: a small letter"),
        ('kind = "experiment"', 'kind = "test"', 2, "allowed: experiment, challenge"),
        ('icon = "tap_guess"', 'icon = "dog"', 3, "allowed: tap_guess"),
        ("seconds = 30", "seconds = true", 4, "a whole number from 5 to 600"),
        ('speed = "1/20"', 'speed = "1/3"', 5, "1/20"),
        ('live = ["current"]', 'live = ["tap"]', 6, "current, threshold"),
        ("hold = true", 'hold = "yes"', 8, "true or false"),
        ("says_way = true", "say_way = true", 9, "did you mean says_way?"),
        ('measure = "smallest_na"', 'measure = "smell"', 10, "smallest_na"),
        ('[240, "current", 1.7]', '[240, "current", 99]', 11, "move 2"),
        ('[240, "current", 1.7]', '[240, "leak", 2]', 11, "touched (current, hold)"),
        ('[240, "current", 1.7]', '["now"]', 11, "ticks = 'now'"),
        ("[260]", "[2600]", 11, "allowed: 8 s"),
        ('preset = "pyramidal"', 'preset = "cat"', 18, "purkinje"),
        ("current = 0", "current = -1", 20, "from 0 to 5"),
        ("current = 0", "courant = 0", 20, "unknown key 'courant'"),
        ('form = "bar"', 'form = "list"', 23, "bar, choice"),
        ("step = 0.1", "step = 0", 26, "from 0.001"),
        ('reading = "bracket_na"', 'reading = "bracket"', 36, "smallest_na"),
        ("at_most = 0.1001", "", 36, "at_least or at_most"),
        ('what_if = "What if', 'what_iff = "What if', 43, "en.what_if is missing"),
        ('third = "third', 'third = "[dog|third]', 53, "no coloured word"),
        ('hint = "Find', 'hint = "' + "so " * 60 + "find", 47, "allowed: 50"),
    ],
)  # fmt: skip
def test_each_mistake_is_named_with_its_line_and_what_is_allowed(
    old: str, new: str, line: int, says: str
) -> None:
    text = text_of("rheobase")
    assert old in text
    row, problems = read(text.replace(old, new, 1))
    assert row is None
    assert any(
        problem.startswith(f"mine.toml:{line}: ") and says in problem
        for problem in problems
    ), problems


def test_all_mistakes_of_a_file_are_named_at_once() -> None:
    text = text_of("rheobase").replace('"1/20"', '"1/3"').replace('"bar"', '"list"')
    _, problems = read(text.replace("mark = 1", ""))
    assert len(problems) == 3


def test_an_empty_file_says_what_is_needed() -> None:
    row, problems = read("")
    assert row is None
    for name in ("id", "kind", "speed", "solution", "[start]", "guess", "[words.en]"):
        assert any(name in problem for problem in problems), name


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('[240, "current", 1.7]', '[240, "current", 1.6]', "goal_1 is not reached"),
        ("at_most = 0.1001", "at_most = 0.01", "bracket_na is 0.05"),
        ("at_most = 1.7\n", "at_most = 1.68\n", "close is not reached"),
        ('measure = "smallest_na"', 'measure = "stopped_mv"', "theory says"),
    ],
)
def test_what_cannot_be_solved_is_told(
    old: str, new: str, says: str, tmp_path: Path
) -> None:
    text = text_of("rheobase")
    assert old in text
    put(tmp_path, "one", text.replace(old, new, 1))
    library = Library()
    assert read_own(tmp_path, library) == ()
    (problem,) = library.complaints
    assert re.search(r"one\.toml:11: the solution does not solve it: ", problem)
    assert says in problem


def test_ids_are_taken_once_and_a_folder_has_its_limit(tmp_path: Path) -> None:
    put(tmp_path, "a", text_of("tap", "rheobase"))
    put(tmp_path, "b", text_of("tap", "twice"))
    put(tmp_path, "c", text_of("tap", "twice"))
    put(tmp_path, "d", "no = TOML = at all")
    (tmp_path / "e.toml").mkdir()
    put(tmp_path, "notes", "").rename(tmp_path / "notes.txt")
    for number in range(MOST_ROWS):
        put(tmp_path, f"z{number}", text_of("tap", f"z_{number}"))
    library = Library()
    rows = read_own(tmp_path, library)
    assert len(rows) == MOST_ROWS
    places = [Path(p.split(": ")[0]).name for p in library.complaints]
    assert places[:4] == ["a.toml:1", "c.toml:1", "d.toml:1", "e.toml"]
    assert len(places) == 5
    assert "more than" in library.complaints[-1]


def test_check_names_them_and_ends_with_78(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(tmp_path, "good", text_of("line"))
    config = tmp_path / "config.toml"
    config.write_text("")
    words = ["check", "--config", str(config), "--experiments", str(tmp_path)]
    # The configuration itself is no experiment: it lies elsewhere.
    folder = tmp_path / "own"
    folder.mkdir()
    (tmp_path / "good.toml").rename(folder / "good.toml")
    words[-1] = str(folder)
    assert run(words) == exits.OK
    put(folder, "bad", text_of("line", "bad").replace('"choice"', '"list"'))
    assert run(words) == exits.WRONG_CONFIG
    assert re.search(r"bad\.toml:\d+: guess.form", capsys.readouterr().err)
    config.write_text('[content]\nfolder = "own"\n')
    assert run(words[:3]) == exits.WRONG_CONFIG, "from the configuration's own folder"


def test_a_kiosk_leaves_bad_files_out_and_tells_its_operator(tmp_path: Path) -> None:
    folder = tmp_path / "own"
    folder.mkdir()
    put(folder, "good", text_of("line"))
    put(
        folder,
        "bad",
        text_of("tap", "bad").replace('"injection"', "1").replace("injection", "x"),
    )
    config = tmp_path / "config.toml"
    config.write_text('[kiosk]\nenabled = true\n[content]\nfolder = "own"\n')
    parser = Parser(prog="lifgame", allow_abbrev=False)
    COMMANDS[""](parser)
    chosen = parser.read(["--config", str(config)])
    read_config, library = configuration.for_play(chosen)
    rows = configuration.own_rows(chosen, read_config, library)
    rules, problems = configuration.rules_of(chosen, read_config, library)
    assert [row.id for row in rows] == ["mine"]
    assert len(problems) == 1
    assert "bad.toml:" in problems[0]
    assert rows[0] in offered(rules, None, rows)
    few = KioskRules(enabled=True, experiments=(), challenges=(), controls=("current",))
    assert offered(few, None, rows) == (), "it needs the line, which is not offered"


def cards(pilot: Pilot, window: pygame.Rect) -> list[str]:
    """The cards of the page; what turns it has its room."""
    widgets = [w for w in pilot.game.board.widgets if w.takes_focus]
    assert all(window.contains(widget.rect) for widget in widgets)
    assert [f for f in faults(widgets, window) if "more" in f] == []
    return [w.id for w in widgets if w.id.startswith("guide_")]


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720), (1080, 1920), (800, 480)])
@pytest.mark.parametrize("language", ["de", pytest.param("uk", marks=pytest.mark.slow)])
def test_they_stand_on_the_boards_next_pages(
    tmp_path: Path, size: tuple[int, int], language: str
) -> None:
    for number in range(7):
        put(tmp_path, f"n{number}", text_of("tap", f"own_{number}"))
    pilot = somebody(tmp_path, size, language)
    pilot.game.obey([c.ShowScreen("board")])
    pilot.frame()
    seen: list[str] = []
    for _ in range(3):
        tabs = [w.id for w in pilot.game.board.widgets if w.id.startswith("tab_")]
        for tab in tabs or [""]:
            if tab:
                pilot.click(tab)
            seen += cards(pilot, pygame.Rect(0, 0, *size))
        pilot.click("more")
    assert seen == [
        f"guide_{row}" for row in [*GUIDES, *(f"own_{n}" for n in range(7))]
    ]
    assert pilot.session.place.board_page == 0, "after the last page the first"
    assert pilot.game.containment.faults == {}


def test_without_any_the_board_has_one_page() -> None:
    pilot = Pilot((1280, 720), OPENING)
    pilot.game.obey([c.ShowScreen("board")])
    pilot.frame()
    assert pilot.game.board.find("more") is None


@pytest.mark.parametrize(
    "name", ["rheobase", pytest.param("noise", marks=pytest.mark.slow)]
)
def test_one_is_begun_from_its_card_and_done(tmp_path: Path, name: str) -> None:
    text = text_of(name).replace(EN(f"guide.{name}.question"), "May it rain?")
    put(tmp_path, "mine", text)
    pilot = somebody(tmp_path, language="fr")
    pilot.game.obey([c.ShowScreen("board"), g.TurnBoard(1)])
    pilot.frame()
    pilot.click("guide_mine")
    pilot.frame()
    row = progress_of(pilot).row
    assert pilot.game.scene.look.texts("guide.mine.question") == "May it rain?"
    begin(pilot, row)
    play(pilot, row.solution)
    pilot.frame()
    assert pilot.session.guide.stars.of("mine") == 3
    assert pilot.game.containment.faults == {}
    following = next_of(row, KioskRules(), (row,))
    assert following is next(iter(GUIDES.values()))

"""A museum's own languages: a folder may hold anything, and harms nothing."""

import json
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings

from lifgame.content.text_files import LONGEST_TEXT
from lifgame.content.texts import (
    MOST_COMPLAINTS,
    MOST_LANGUAGES,
    Library,
    shipped_texts,
)
from lifgame.view.lettering import lettering

SHIPPED = ("en", "de", "es", "fr", "uk")
EN = shipped_texts()
ENDLESS = "word \\\n" * LONGEST_TEXT


def whole_language(**changes: str) -> str:
    """A complete language file: English with some other words."""
    entries = EN.entries() | {
        "language.name": "Italiano",
        "language.short": "IT",
        "language.decimal_mark": ",",
        "pattern.sine": "Seno",
    }
    entries |= {key.replace("__", "."): text for key, text in changes.items()}
    return "".join(f"{k} = {json.dumps(v)}\n" for k, v in entries.items())


def write(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_a_good_file_adds_a_language(tmp_path: Path) -> None:
    write(tmp_path, "it.toml", whole_language())
    write(tmp_path, "notes.txt", "not a language")
    library = Library(tmp_path)
    assert library.complaints == []
    assert library.languages["it"] == "Italiano"
    italian = library.texts("it")
    assert italian("pattern.sine") == "Seno"
    assert italian.number(1.5, 1) == "1,5"
    assert "it" not in Library().languages


def test_a_file_lays_its_words_over_a_shipped_language(tmp_path: Path) -> None:
    write(tmp_path, "de.toml", '[reset]\ntitle = "Nochmal"\n')
    library = Library(tmp_path)
    assert library.complaints == []
    assert library.texts("de")("reset.title") == "Nochmal"
    assert library.texts("de")("step.title") == "Schritt"
    assert shipped_texts("de")("reset.title") == "Neustart"


def test_what_a_new_language_leaves_out_stays_english(tmp_path: Path) -> None:
    path = write(tmp_path, "it.toml", '[reset]\ntitle = "Da capo"\n')
    library = Library(tmp_path)
    assert library.languages["it"] == "it"
    italian = library.texts("it")
    assert (italian("reset.title"), italian("step.title")) == ("Da capo", "Step")
    assert italian("language.short") == "IT"
    (complaint,) = library.complaints
    assert complaint.startswith(f"{path}: {len(EN.keys()) - 1} texts are missing")


def test_windows_editors_may_write_files(tmp_path: Path) -> None:
    """A byte order mark and carriage returns are no mistake of the museum's."""
    text = "\ufeff" + whole_language().replace("\n", "\r\n")
    write(tmp_path, "it.toml", text)
    library = Library(tmp_path)
    assert library.complaints == []
    assert library.texts("it")("pattern.sine") == "Seno"


BROKEN: dict[str, tuple[str | bytes, str]] = {
    "broken toml": ('[reset]\ntitle = "Neu\n', ":2: "),
    "twice": ('[reset]\ntitle = "A"\ntitle = "B"\n', ":3: "),
    "empty": ("", "holds no texts"),
    "comment": ("# later\n", "holds no texts"),
    "binary": (b"\x89PNG\r\n\x1a\n\x00\xff", "not text in UTF-8"),
    "latin-1": ('[a]\nb = "\xe9"\n'.encode("latin-1"), ":2: not text in UTF-8"),
    "number": ("[reset]\ntitle = 3\n", "text reset.title is not a string"),
    "list": ('reset = ["a"]\n', "text reset is not a string"),
    "deep": ("a = " + "[" * 900 + "]" * 900 + "\n", ""),
    "dots": (("a." * 400 + "b = 'x'\n") * 2, "toml"),
    "long line": ("# " + "x" * 2000, ":1: more than 1000"),
    "large": ("#\n" * 200_000, "too large: 391 KiB; allowed: up to 256 KiB"),
}


@pytest.mark.parametrize(("content", "word"), BROKEN.values(), ids=list(BROKEN))
@pytest.mark.parametrize("name", ["de.toml", "it.toml"])
def test_a_broken_file_is_named_and_changes_nothing(
    tmp_path: Path, name: str, content: str | bytes, word: str
) -> None:
    path = write(tmp_path, name, content)
    write(tmp_path, "pl.toml", whole_language(language__name="Polski"))
    library = Library(tmp_path)
    (complaint,) = library.complaints
    assert complaint.startswith(f"{path}:")
    assert word in complaint
    assert list(library.languages) == [*SHIPPED, "pl"]
    assert library.texts("de").entries() == shipped_texts("de").entries()


WRONG = {
    "unknown key": (
        'reset.titel = "x"',
        ":2: unknown text reset.titel; did you mean reset.title?",
    ),
    "unknown placeholder": ('code.open = "C {size}"', "placeholders"),
    "missing placeholder": ('code.open = "C"', "{code}"),
    "open brace": ('code.open = "C {code"', "wrong braces"),
    "empty braces": ('code.open = "C {} {code}"', "wrong braces"),
    "number": ('code.open = "C {0} {code}"', "wrong braces"),
    "attribute": ('code.open = "C{code.real}"', "wrong braces"),
    "format": ('code.open = "C{code:999999999}"', "wrong braces"),
    "conversion": ('code.open = "C{code!x}"', "wrong braces"),
    "plural rule": (
        'language.plural_rule = "dual"',
        "one_other, single, french, slavic",
    ),
    "decimal mark": ('language.decimal_mark = "comma"', "allowed: . ,"),
    "long name": (f'language.name = "{"x" * 99}"', "24 characters"),
    "empty text": ('reset.title = "  "', "is empty"),
    "no character": (r'reset.title = "a\u0000"', "U+0000"),
    "invisible": (r'reset.title = "\u200b"', "U+200B"),
    "new line": (r'reset.title = "a\nb"', "U+000A"),
    "endless": (f'reset.title = """{ENDLESS}"""', "characters"),
}


@pytest.mark.parametrize(("line", "word"), WRONG.values(), ids=list(WRONG))
def test_a_wrong_text_is_named_and_the_others_are_used(
    tmp_path: Path, line: str, word: str
) -> None:
    path = write(tmp_path, "es.toml", f'step.title = "Otro"\n{line}\n')
    library = Library(tmp_path)
    (complaint,) = library.complaints
    assert complaint.startswith(f"{path}:")
    assert word in complaint
    changed = shipped_texts("es").entries() | {"step.title": "Otro"}
    assert library.texts("es").entries() == changed


def test_one_spike_needs_no_number(tmp_path: Path) -> None:
    write(tmp_path, "en.toml", 'situation.firing.one = "One spike a second"')
    library = Library(tmp_path)
    assert library.complaints == []
    assert library.texts("en").plural("situation.firing", 1) == "One spike a second"


def test_things_that_are_no_files_are_named_and_not_read(tmp_path: Path) -> None:
    (tmp_path / "aa.toml").symlink_to("/dev/zero")
    (tmp_path / "bb.toml").symlink_to(tmp_path / "bb.toml")
    (tmp_path / "cc.toml").symlink_to(tmp_path / "nowhere")
    (tmp_path / "dd.toml").mkdir()
    with (tmp_path / "ee.toml").open("wb") as huge:
        huge.truncate(1 << 30)
    write(tmp_path, "../ff.toml", "")
    write(tmp_path, "Not A Language.toml", whole_language())
    library = Library(tmp_path)
    named = sorted(
        Path(line.partition(": ")[0].partition(".toml:")[0]).name
        for line in library.complaints
    )
    expected = ["Not A Language", "aa", "bb", "cc", "dd", "ee"]
    assert named == [f"{name}.toml" for name in expected]
    assert tuple(library.languages) == SHIPPED


@pytest.mark.parametrize("kind", ["missing", "file"])
def test_a_folder_that_is_none_is_named(tmp_path: Path, kind: str) -> None:
    folder = tmp_path / "texts"
    if kind == "file":
        folder.write_text("not a folder")
    library = Library(folder)
    (complaint,) = library.complaints
    assert complaint.startswith(f"{folder}: ")
    assert tuple(library.languages) == SHIPPED


def test_a_flood_of_languages_or_mistakes_stays_readable(tmp_path: Path) -> None:
    for number in range(MOST_LANGUAGES + 3):
        write(tmp_path, f"q{chr(97 + number)}.toml", whole_language())
    wrong = "".join(f'nonsense.n{number} = "x"\n' for number in range(500))
    write(tmp_path, "de.toml", wrong)
    library = Library(tmp_path)
    assert len(library.languages) == MOST_LANGUAGES
    about_german = [line for line in library.complaints if "de.toml" in line]
    assert len(about_german) == MOST_COMPLAINTS + 1
    assert about_german[-1].endswith(f"and {500 - MOST_COMPLAINTS} more")


keys = st.sampled_from([*sorted(EN.keys()), "situation.firing.few", "nonsense"])
pieces = st.sampled_from(["{count}", "{value}", "{", "}", "{{", "V_th", "_", "x" * 300])
words = st.lists(st.one_of(pieces, st.text(max_size=20)), max_size=8).map("".join)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(entries=st.dictionaries(keys, words, max_size=5))
def test_whatever_a_file_says_every_text_can_be_shown(
    tmp_path: Path, entries: dict[str, str]
) -> None:
    """Nothing may fail later, when somebody presses a button."""
    lines = [
        f"{json.dumps(key)} = {json.dumps(text)}\n" for key, text in entries.items()
    ]
    write(tmp_path, "de.toml", "".join(lines))
    library = Library(tmp_path)
    german = library.texts("de")
    for key in entries.keys() & german.keys():
        names = german.placeholders(key)
        text = german(key, **dict.fromkeys(names, "7"))
        picture = lettering.render([(text, (255, 255, 255))], 12, lettering.BOLD)
        assert picture.get_width() > 0
    for count in (0, 1, 2, 5, 1.5):
        assert german.plural("situation.firing", count, 1)
    assert german.number(1.5, 1) in ("1.5", "1,5")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    content=st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode))
)
def test_any_bytes_are_a_complaint_at_the_most(tmp_path: Path, content: bytes) -> None:
    write(tmp_path, "de.toml", content)
    library = Library(tmp_path)
    assert library.complaints
    assert library.texts("de").entries() == shipped_texts("de").entries()

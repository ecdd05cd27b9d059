"""The configuration: every wrong thing is named with file and line, what is allowed,
and the nearest name; nothing that is right is lost.
"""

import tomllib
from pathlib import Path

import pygame
import pytest
from processes import process

from lifgame.__main__ import main
from lifgame.app import exits
from lifgame.app.files.config import Config, read_config
from lifgame.app.files.options import OPTIONS, SECTIONS, command_words, written
from lifgame.app.files.places import user_folder
from lifgame.content.key_names import KEY_CODES, canonical, key_code
from lifgame.content.settings import DEFAULT_SETTINGS

LANGUAGES = ("en", "de", "es", "fr", "uk")


@pytest.fixture(autouse=True)
def no_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody's own configuration has a say here."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "system"))


def write(path: Path, text: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def said_about(path: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What ``lifgame check`` finds."""
    code = main(["check", "--config", str(path)])
    lines = capsys.readouterr().err.splitlines()
    assert code == (exits.WRONG_CONFIG if lines else exits.OK)
    return lines


def test_a_missing_configuration_is_no_error(tmp_path: Path) -> None:
    assert read_config(None) == Config()
    with pytest.raises(ValueError, match=r"nowhere\.toml: there is no such file"):
        read_config(tmp_path / "nowhere.toml")


@pytest.mark.parametrize("text", ["", "# later\n", "\ufeff", "[settings]\r\n"])
def test_an_empty_configuration_is_in_order(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    path = write(tmp_path / "c.toml", text)
    assert said_about(path, capsys) == []
    assert read_config(path).keys.actions() == Config().keys.actions()


def test_the_users_file_comes_before_the_systems(tmp_path: Path) -> None:
    write(tmp_path / "system" / "lifgame" / "config.toml", '[keys]\nmute = ["k"]\n')
    assert read_config(None).keys.keys("mute") == ("k",)
    write(tmp_path / "home" / "lifgame" / "config.toml", '[keys]\nmute = ["j"]\n')
    assert read_config(None).keys.keys("mute") == ("j",)


def test_keys_are_moved_and_switched_off(tmp_path: Path) -> None:
    text = '[keys]\npause = ["k"]\nmute = []\n[speech]\ncommand = "say"\n'
    config = read_config(write(tmp_path / "c.toml", text))
    assert config.problems == ()
    assert config.keys.keys("pause") == ("k",)
    assert config.keys.keys("mute") == ()
    assert config.speak == ("say",)


WRONG = [
    ('[keys]\npause = ["esc"]\n', 2, "unknown key 'esc'; did you mean 'escape'?"),
    ('[keys]\n\npause = ["Ctrl+P"]\n', 3, "without Ctrl, Alt or Shift; did you mean"),
    ('[keys]\npause = ["spacebar"]', 2, "did you mean 'space'?"),
    ('[keys]\npause = [\n"k",\n"pgup"]', 2, "did you mean 'pageup'?"),
    ('[keys]\npause = [""]', 2, "unknown key ''; allowed: one letter"),
    ('[keys]\npause = ["keypad enter"]', 2, "is on both pause and press"),
    ('[keys]\npause = ["Keypad 1"]', 2, "is on both pattern_1 and pause"),
    ('[keys]\npause = ["CapsLock"]\nmute = ["caps lock"]', 3, "both pause and mute"),
    ('[keys]\nmute = ["p"]\n', 2, "'p' is on both pause and mute"),
    ('[keys]\ndance = ["p"]\n', 2, "unknown action 'dance'"),
    ('[keys]\npuase = ["k"]\n', 2, "unknown action 'puase'; did you mean pause?"),
    ('[keys]\nmute = "p"\n', 2, "allowed: a list such as [\"p\"]"),
    ("[keys]\nmute = [true]\n", 2, "allowed: a list of texts"),
    ("# x\n[keyz]\n", 2, "unknown section [keyz]; did you mean keys?"),
    ('[texts]\nfile = "x"\n', 2, "known: folder"),
    ('[texts]\nfolder = "a\\u0000b"\n', 2, "null byte"),
    ("[speech]\ncommand = 3\n", 2, "allowed: a text in quotes, or a list"),
    ("[speech]\ncommand = 'say \"x'\n", 2, "allowed: closed quotation marks"),
    ('speech.command = ["say", 1]\n', 1, "allowed: a text in quotes, or a list"),
    ("keys = 3\n", 1, "must be a section"),
    ("[keys\n", 1, "Expected ']'"),
    ('[keys]\nmute = []\nmute = ["k"]', 3, "Cannot overwrite a value"),
    ("[keys]\r\nmute = [\r\n", 2, "Invalid value"),
    ("\ufeff[keyz]\r\n", 1, "unknown section [keyz]"),
    ('[settings]\nlangauge = "de"\n', 2, "did you mean language?"),
    ('[settings]\ntext_scale = 130\n', 2, "allowed: 100, 125, 150"),
    ("[settings]\ntext_scale = nan\n", 2, "allowed: 100, 125, 150"),
    ("[settings]\nvolume = true\n", 2, "allowed: 20, 40"),
    ("[settings]\nvolume = -inf\n", 2, "allowed: 20, 40"),
    ('[settings]\npalette = "nigth"\n', 2, "did you mean night?"),
    ('[settings]\nlanguage = "xx-YY"\n', 2, "allowed: en, de"),
    ("[settings]\nsound = [1]\n", 2, "allowed: on, off"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "message"), WRONG)
def test_what_is_wrong_is_named_with_file_line_and_what_is_allowed(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    text: str,
    line: int,
    message: str,
) -> None:
    path = write(tmp_path / "c.toml", text)
    (said,) = said_about(path, capsys)
    assert said.startswith(f"lifgame: {path}:{line}: ")
    assert message in said


@pytest.mark.parametrize("text", [text for text, _, _ in WRONG if "[set" not in text])
def test_the_start_ends_with_one_line_and_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    path = write(tmp_path / "c.toml", text)
    assert main(["--windowed", "--config", str(path)]) == exits.USAGE
    out, said = capsys.readouterr()
    assert (out, said.count("\n")) == ("", 1)
    assert said.startswith(f"lifgame: {path}:")


def test_all_that_is_wrong_is_named_and_what_is_right_is_used(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (
        '[settings]\nvolume = 100\nmotion = "none"\n[keys]\nmute = ["k"]\n'
        'pause = ["esc"]\nhelp = ["p"]\n[speech]\ncomand = "say"\n'
    )
    path = write(tmp_path / "c.toml", text)
    places = [line.split(": ")[1] for line in said_about(path, capsys)]
    assert sorted(places) == [f"{path}:{line}" for line in (3, 6, 9)]
    config = read_config(path)
    assert config.keys.keys("mute") == ("k",)
    assert config.keys.keys("pause") == ("p",)
    assert config.checked_settings(LANGUAGES)[0]["volume"] == "100"


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("text_scale = 125", "text_scale", "125"),
        ("text_scale = 125.0", "text_scale", "125"),
        ('text_scale = "150 %"', "text_scale", "150"),
        ('language = "de-DE"', "language", "de"),
        ('language = "uk_UA.UTF-8"', "language", "uk"),
        ('language = "FR"', "language", "fr"),
        ("sound = false", "sound", "off"),
        ('palette = "Contrast"', "palette", "contrast"),
    ],
)
def test_settings_are_taken_as_they_are_meant(
    tmp_path: Path, line: str, name: str, value: str
) -> None:
    config = read_config(write(tmp_path / "c.toml", f"[settings]\n{line}\n"))
    values, wrong = config.checked_settings(LANGUAGES)
    assert wrong == []
    assert values == DEFAULT_SETTINGS | {name: value}


def test_de_at_on_the_command_line_is_german(tmp_path: Path) -> None:
    out = str(tmp_path / "x.png")
    words = ["screenshot", "--size", "320x240", "--after", "0", "--out", out]
    assert main([*words, "--lang", "de-AT"]) == exits.OK
    assert main([*words, "--lang", "it-IT"]) == exits.USAGE


def test_a_relative_xdg_folder_is_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", "relative")
    monkeypatch.setenv("HOME", "/somewhere")
    assert user_folder() == Path("/somewhere/.config/lifgame")


# --- the printed configuration ------------------------------------------------------


def test_the_printed_file_is_in_order_and_names_every_key(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--print-config"]) == exits.OK
    printed = capsys.readouterr().out
    assert printed == written({})
    assert tomllib.loads(printed) == {section: {} for section in SECTIONS}
    bare = [line.removeprefix("# ") for line in printed.splitlines() if " = " in line]
    sections = [line for line in printed.splitlines() if line.startswith("[")]
    assert len(bare) == len(OPTIONS)
    assert len(sections) == len(SECTIONS)
    uncommented = "\n".join(
        line.removeprefix("# ") if " = " in line else line
        for line in printed.splitlines()
    )
    path = write(tmp_path / "all.toml", uncommented)
    assert said_about(path, capsys) == []
    config = read_config(path)
    assert config.keys.actions() == Config().keys.actions()
    assert config.checked_settings(LANGUAGES) == (DEFAULT_SETTINGS, [])


def test_what_is_in_force_is_printed_and_reads_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = '[settings]\nvolume = 20\n[keys]\nmute = ["Keypad +"]\nstep = []\n'
    text += "[speech]\ncommand = \"say -v 'a b'\"\n"
    text += "[kiosk]\nidle_s = 90\n[display]\nrotation = 90\n"
    text += '[content]\npresets = ["purkinje"]\n[statistics]\nenabled = true\n'
    path = write(tmp_path / "c.toml", text)
    assert main(["--print-config", "--config", str(path)]) == exits.OK
    printed = capsys.readouterr().out
    assert tomllib.loads(printed) == {
        "settings": {"volume": "20"},
        "keys": {"mute": ["[+]"], "step": []},
        "texts": {},
        "speech": {"command": ["say", "-v", "a b"]},
        "kiosk": {"idle_s": 90},
        "content": {"presets": ["purkinje"]},
        "display": {"rotation": 90},
        "statistics": {"enabled": True},
    }


# --- keys and commands --------------------------------------------------------------


def test_every_name_of_a_key_is_pygames() -> None:
    for name, code in KEY_CODES.items():
        assert pygame.key.key_code(name) == code, name
    constants = {getattr(pygame, n) for n in dir(pygame) if n.startswith("K_")} - {0}
    for code in constants:
        for name in (pygame.key.name(code), pygame.key.name(code, use_compat=False)):
            assert key_code(name.lower()) == code, name
    for letter in "aü/жß中+":
        assert key_code(letter) == pygame.key.key_code(letter)


def test_a_key_with_two_names_is_one_key() -> None:
    assert canonical("keypad enter") == canonical("enter") == "enter"
    assert canonical("pageup") == "page up"
    assert canonical("q") == "q"


@pytest.mark.parametrize(
    ("command", "windows", "words"),
    [
        (r"C:\Tools\say.exe -v de", True, [r"C:\Tools\say.exe", "-v", "de"]),
        (r'"C:\Program Files\say.exe" -v', True, [r"C:\Program Files\say.exe", "-v"]),
        (r"\\server\say.exe it's", True, [r"\\server\say.exe", "it's"]),
        (r"say a\ b 'c d' # e", False, ["say", "a b", "c d", "#", "e"]),
        (r"say \\", False, ["say", "\\"]),
        ("", False, []),
    ],
)  # fmt: skip
def test_a_command_is_split_as_its_system_does(
    command: str, windows: bool, words: list[str]
) -> None:
    assert command_words(command, windows=windows) == tuple(words)


def test_a_command_may_be_a_list_of_words(tmp_path: Path) -> None:
    words = [r"C:\Tools\espeak-ng.exe", "-v", "de"]
    text = f"[speech]\ncommand = ['{words[0]}', '-v', 'de']\n"
    assert read_config(write(tmp_path / "c.toml", text)).speak == tuple(words)


def test_a_wrong_command_on_the_command_line_is_refused() -> None:
    ended = process("--speak", "say 'x")
    assert ended.returncode == exits.USAGE
    assert b"closed quotation marks" in ended.stderr

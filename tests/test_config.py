"""Configuration and settings: every wrong file is named, and nothing is lost."""

import json
from pathlib import Path

import pytest

from lifgame.app.files.config import Config, read_config
from lifgame.app.files.places import user_folder
from lifgame.app.files.settings import SettingsFile
from lifgame.content.settings import DEFAULT_SETTINGS

LANGUAGES = ("en", "de")


def write(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path


def test_a_missing_configuration_is_no_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert read_config(None) == Config()
    with pytest.raises(ValueError, match=r"nowhere\.toml"):
        read_config(tmp_path / "nowhere.toml")


def test_keys_are_moved_and_switched_off(tmp_path: Path) -> None:
    text = '[keys]\npause = ["k"]\nmute = []\n[speech]\ncommand = "say"\n'
    config = read_config(write(tmp_path / "c.toml", text))
    assert config.keys.keys("pause") == ("k",)
    assert config.keys.keys("mute") == ()
    assert config.speak == ("say",)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[keys]\nmute = ["p"]\n', "'p' is on both pause and mute"),
        ('[keys]\ndance = ["p"]\n', "unknown action 'dance'"),
        ('[keys]\nmute = "p"\n', r"mute must be a list such as \[\"p\"\]"),
        ("[keyz]\n", r"unknown section \[keyz\]; did you mean \[keys\]"),
        ('[texts]\nfile = "x"\n', "it has 'folder'"),
        ("[speech]\ncommand = 3\n", "must be a text"),
        ("[keys\n", "line 1"),
        ("keys = 3\n", "must be a section"),
    ],
)
def test_what_is_wrong_is_named_with_the_file(
    tmp_path: Path, text: str, message: str
) -> None:
    path = write(tmp_path / "c.toml", text)
    with pytest.raises(ValueError, match=message) as caught:
        read_config(path)
    assert str(path) in str(caught.value)


def test_devices_folders_and_binary_files_are_refused(tmp_path: Path) -> None:
    (tmp_path / "zero").symlink_to("/dev/zero")
    (tmp_path / "binary").write_bytes(bytes(range(256)))
    for name in ("zero", "binary", "."):
        with pytest.raises(ValueError, match=r"."):
            read_config(tmp_path / name)


def test_a_relative_xdg_folder_is_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", "relative")
    monkeypatch.setenv("HOME", "/somewhere")
    assert user_folder() == Path("/somewhere/.config/lifgame")


def test_settings_come_back(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.json"
    SettingsFile(path).save(DEFAULT_SETTINGS | {"language": "de", "volume": "20"})
    loaded = SettingsFile(path).load(LANGUAGES)
    assert loaded["language"] == "de"
    assert loaded["volume"] == "20"
    assert list(path.parent.iterdir()) == [path]


def test_a_wrong_value_costs_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    table = {"language": "xx", "volume": 20, "sound": "off", "colour": "red"}
    path.write_text(json.dumps(table))
    file = SettingsFile(path)
    values = DEFAULT_SETTINGS | file.load(LANGUAGES)
    assert values == DEFAULT_SETTINGS | {"sound": "off"}
    assert len(file.complaints) == 3
    assert "unknown setting 'colour'" in file.complaints[2]


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe\x00", b"null"])
def test_a_broken_file_is_set_aside_and_the_program_goes_on(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    file = SettingsFile(path)
    assert file.load(LANGUAGES) == {}
    assert path.with_suffix(".broken").read_bytes() == content
    file.save(DEFAULT_SETTINGS)
    assert json.loads(path.read_text()) == DEFAULT_SETTINGS


def test_a_folder_that_cannot_be_written_is_said_once(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    file = SettingsFile(blocked / "settings.json")
    file.save(DEFAULT_SETTINGS)
    file.save(DEFAULT_SETTINGS | {"sound": "off"})
    assert len(file.complaints) == 1

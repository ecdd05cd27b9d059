"""Settings between two starts: nothing is lost, whoever else writes."""

import errno
import json
import os
from pathlib import Path

import pytest

from lifgame.app.files.config import Config
from lifgame.app.files.settings import KeptSettings, SettingsFile
from lifgame.content.settings import DEFAULT_SETTINGS
from lifgame.content.texts import Library

LANGUAGES = ("en", "de")


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
    path.write_text(json.dumps(table, indent=1))
    file = SettingsFile(path)
    values = DEFAULT_SETTINGS | file.load(LANGUAGES)
    assert values == DEFAULT_SETTINGS | {"sound": "off", "volume": "20"}
    assert len(file.complaints) == 2
    assert file.complaints[0].startswith(f"{path}:2: language = 'xx' is not allowed")
    assert file.complaints[1].startswith(f"{path}:5: unknown setting 'colour'")


NESTED = b"[" * 100_000 + b"]" * 100_000
BROKEN = [b"", b"{", b"[1]", b"\xff\xfe\x00", b"null", b"[\n" * 100_000, b"1" * 900]


@pytest.mark.parametrize("content", [*BROKEN, NESTED], ids=lambda b: repr(b[:9]))
def test_a_broken_file_is_set_aside_and_the_program_goes_on(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    file = SettingsFile(path)
    assert file.load(LANGUAGES) == {}
    assert path.with_suffix(".broken").read_bytes() == content
    (sentence,) = file.complaints
    assert sentence.startswith(f"{path}:")
    assert sentence.endswith("it is kept as settings.broken")
    file.save(DEFAULT_SETTINGS)
    assert json.loads(path.read_text()) == DEFAULT_SETTINGS


def test_a_folder_that_cannot_be_written_is_said_once(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    file = SettingsFile(blocked / "settings.json")
    file.save(DEFAULT_SETTINGS)
    file.save(DEFAULT_SETTINGS | {"sound": "off"})
    assert len(file.complaints) == 1


def test_a_file_that_cannot_be_read_now_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No more open files, say: that is no reason to set good settings aside."""
    path = tmp_path / "settings.json"
    path.write_text('{"sound": "off"}')

    def too_many(*_: object, **__: object) -> None:
        raise OSError(24, "Too many open files")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", too_many)
        file = SettingsFile(path)
        assert file.load(LANGUAGES) == {}
    file.save({"volume": "20"})
    assert path.read_text() == '{"sound": "off"}'
    assert len(file.complaints) == 1


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EIO])
def test_a_full_disk_costs_one_sentence_and_no_old_setting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def full(_: int) -> None:
        raise OSError(number, os.strerror(number))

    path = tmp_path / "settings.json"
    path.write_text('{"sound": "off"}')
    file = SettingsFile(path)
    monkeypatch.setattr(os, "fsync", full)
    for volume in ("20", "40", "60"):
        file.save({"volume": volume})
    assert path.read_text() == '{"sound": "off"}'
    assert list(tmp_path.iterdir()) == [path]
    (sentence,) = file.complaints
    assert os.strerror(number) in sentence


# --- two windows --------------------------------------------------------------------


@pytest.fixture
def window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> type[KeptSettings]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    return KeptSettings


def change(kept: KeptSettings, name: str, value: str) -> None:
    kept.preferences.set(name, value)
    kept.save_changes()


def on_disk(tmp_path: Path) -> dict[str, object]:
    table: dict[str, object] = json.loads(
        (tmp_path / "lifgame" / "settings.json").read_text()
    )
    return table


def test_two_windows_keep_each_others_settings(
    tmp_path: Path, window: type[KeptSettings]
) -> None:
    first, second = (window(Config(), Library(), {}) for _ in range(2))
    change(first, "language", "de")
    change(second, "volume", "20")
    assert on_disk(tmp_path) == {"language": "de", "volume": "20"}


def test_the_later_of_two_changes_of_one_setting_wins(
    tmp_path: Path, window: type[KeptSettings]
) -> None:
    first, second = (window(Config(), Library(), {}) for _ in range(2))
    change(first, "volume", "20")
    change(second, "volume", "80")
    change(first, "sound", "off")
    assert on_disk(tmp_path) == {"volume": "80", "sound": "off"}


def test_what_a_newer_version_has_kept_stays(
    tmp_path: Path, window: type[KeptSettings]
) -> None:
    (tmp_path / "lifgame").mkdir()
    path = tmp_path / "lifgame" / "settings.json"
    path.write_text('{"contrast": {"level": 3}, "volume": "40"}')
    change(window(Config(), Library(), {}), "volume", "100")
    assert on_disk(tmp_path) == {"contrast": {"level": 3}, "volume": "100"}


def test_the_operators_defaults_are_not_written_down_as_choices(
    tmp_path: Path, window: type[KeptSettings]
) -> None:
    config = Config(settings={"palette": "projector"})
    change(window(config, Library(), {"sound": "off"}), "volume", "20")
    assert on_disk(tmp_path) == {"volume": "20"}


def test_without_a_home_it_plays_on_with_one_warning(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def nowhere() -> Path:
        raise RuntimeError("Could not determine home directory.")

    for name in ("HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", nowhere)
    kept = KeptSettings(Config(), Library(), {})
    change(kept, "sound", "off")
    (record,) = caplog.records
    assert "settings are not kept: there is no home folder" in record.getMessage()


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="rights are those of Unix")
@pytest.mark.parametrize("shut", [".", "lifgame"])
def test_a_folder_that_may_not_be_entered_is_one_warning(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    shut: str,
) -> None:
    home = tmp_path / "home"
    (home / "lifgame").mkdir(parents=True)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home))
    library = Library()
    (home / shut).chmod(0)
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(65534)  # root may enter everything
    try:
        kept = KeptSettings(Config(), library, {})
        change(kept, "sound", "off")
    finally:
        if is_root:
            os.seteuid(0)
        (home / shut).chmod(0o700)
    (record,) = caplog.records
    assert "Permission denied" in record.getMessage()

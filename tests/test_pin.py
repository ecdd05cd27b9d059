"""The operator's PIN: a hash that tells nothing, and tries that grow slower."""

import base64
import hashlib
import io
import json
import sys
from pathlib import Path

import pytest

from lifgame.__main__ import main
from lifgame.app import exits
from lifgame.app.kiosk.pin import DELAYS_S, PinGuard, hashed, is_hash, matches

PIN = "2468"
LINE = hashed(PIN)
STRANGE = [
    "",
    "123",
    "1" * 13,
    "12a4",
    " 2468",
    "2468\n",
    "２４６８",
    "-2468",
    "2468\0",
]


def test_a_pin_fits_its_own_line_and_no_other_does() -> None:
    assert is_hash(LINE)
    assert matches(PIN, LINE)
    assert not any(matches(other, LINE) for other in ("2469", "0000", "24680"))
    assert hashed(PIN) != LINE, "the salt is another one each time"
    assert PIN not in LINE


def test_the_line_is_scrypt_as_anybody_can_check() -> None:
    name, cost, block, lanes, salt, key = LINE.split("$")
    expected = hashlib.scrypt(
        b"2468",
        salt=base64.b64decode(salt),
        n=int(cost),
        r=int(block),
        p=int(lanes),
        dklen=32,
        maxmem=64 * 1024 * 1024,
    )
    assert (name, base64.b64decode(key)) == ("scrypt", expected)
    assert int(cost) * int(block) >= 2**17, "16 MiB for each try"


@pytest.mark.parametrize("pin", STRANGE)
def test_what_is_no_pin_is_refused(pin: str) -> None:
    with pytest.raises(ValueError, match="4 to 12 digits"):
        hashed(pin)
    assert not matches(pin, LINE)


@pytest.mark.parametrize(
    "line",
    ["", "2468", LINE[:-9], LINE.replace("scrypt", "md5"), LINE.replace("$8$", "$99$"),
     LINE.replace("16384", "999999"), LINE.replace("16384", "16383"), LINE + "\n",
     LINE.replace("16384", "0"), "scrypt$16384$8$1$$", "scrypt$16384$8$1$====$===="],
    ids=range(11),
)  # fmt: skip
def test_a_line_that_is_none_lets_nobody_in(line: str, tmp_path: Path) -> None:
    assert not is_hash(line)
    assert not matches(PIN, line)
    guard = PinGuard(line, tmp_path / "pin.json")
    assert not guard.has_pin
    assert not guard.is_right(PIN)


def test_wrong_tries_grow_slower_and_a_right_one_ends_that(tmp_path: Path) -> None:
    guard = PinGuard(LINE, tmp_path / "pin.json")
    waits = []
    for _ in range(len(DELAYS_S) + 1):
        assert not guard.is_right("1111")
        waits.append(guard.wait_s)
        assert not guard.is_right(PIN), "while there is a wait nothing is right"
        guard.update(guard.wait_s - 0.01)
        assert not guard.is_right(PIN)
        guard.update(0.02)
    assert waits == [2, 4, 8, 16, 32, 60, 60]
    assert guard.is_right(PIN)
    assert not guard.is_right("1111")
    assert guard.wait_s == 2


def test_pulling_the_plug_does_not_shorten_the_wait(tmp_path: Path) -> None:
    path = tmp_path / "state" / "pin.json"
    guard = PinGuard(LINE, path)
    for _ in range(3):
        guard.is_right("1111")
        guard.update(60.0)
    again = PinGuard(LINE, path)
    assert again.wait_s == 8
    assert not again.is_right(PIN)
    again.update(8.0)
    assert not again.is_right("1111")
    assert again.wait_s == 16
    again.update(16.0)
    assert again.is_right(PIN)
    assert PinGuard(LINE, path).wait_s == 0


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b'{"wrong": "x"}', b"\0\xff", b"[" * 9999]
)
def test_a_broken_count_is_the_longest_wait(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "pin.json"
    path.write_bytes(data)
    assert PinGuard(LINE, path).wait_s == DELAYS_S[-1]


def test_where_nothing_can_be_written_it_still_waits(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    guard = PinGuard(LINE, tmp_path / "file" / "pin.json")
    assert not guard.is_right("1111")
    assert guard.wait_s == 2
    guard.update(2.0)
    assert guard.is_right(PIN)


def test_neither_the_pin_nor_a_try_is_written_anywhere(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "pin.json"
    guard = PinGuard(LINE, path)
    guard.is_right("975310")
    assert json.loads(path.read_text()) == {"wrong": 1}
    assert "975310" not in caplog.text


def test_the_command_asks_and_prints_the_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("987654\n"))
    assert main(["pin"]) == exits.OK
    name, _, line = capsys.readouterr().out.strip().partition(" = ")
    assert name == "pin_hash"
    assert matches("987654", line.strip('"'))
    monkeypatch.setattr(sys, "stdin", io.StringIO("12\n"))
    assert main(["pin"]) == exits.USAGE
    assert "4 to 12 digits" in capsys.readouterr().err

"""The operator's PIN: kept as a scrypt hash, and guarded by growing delays."""

import base64
import binascii
import hashlib
import hmac
import json
import logging
import os
import re
from pathlib import Path

from lifgame.app.exits import ExitError
from lifgame.app.files.files import make_folder, write_whole
from lifgame.app.kiosk.folders import state_folder
from lifgame.content.small_files import read_small

PIN_FILE = "pin.json"
FORM = "4 to 12 digits"
# After the first, second, ... wrong try; the last for all that follow.
DELAYS_S = (2.0, 4.0, 8.0, 16.0, 32.0, 60.0)
# Some 50 ms and 16 MiB for each try.
COST, BLOCK, LANES = 2**14, 8, 1
# Who writes more into a configuration would only make the exhibit stutter.
GREATEST_COST, GREATEST_BLOCK, GREATEST_LANES = 2**16, 16, 4
_MEMORY_BYTES = 256 * 1024 * 1024
_SALT_BYTES, _KEY_BYTES = 16, 32
_PIN = re.compile(r"[0-9]{4,12}")
_LINE = re.compile(r"scrypt\$(\d{1,6})\$(\d{1,2})\$(\d)\$([\w+/=]+)\$([\w+/=]+)")
_LOG = logging.getLogger(__name__)


def hashed(pin: str, salt: bytes | None = None) -> str:
    """The line for the configuration that stands for a PIN.

    Raises:
        ValueError: If it is no PIN.
    """
    if not _PIN.fullmatch(pin):
        raise ValueError(f"a PIN is {FORM}")
    salt = os.urandom(_SALT_BYTES) if salt is None else salt
    key = _key(pin, salt, COST, BLOCK, LANES)
    parts = (base64.b64encode(part).decode("ascii") for part in (salt, key))
    return "$".join(["scrypt", str(COST), str(BLOCK), str(LANES), *parts])


def is_hash(line: str) -> bool:
    """Whether a line of the configuration can stand for a PIN."""
    return _parts(line) is not None


def matches(pin: str, line: str) -> bool:
    """Whether it is the PIN for which the line stands; a wrong line fits none."""
    parts = _parts(line)
    if parts is None or not _PIN.fullmatch(pin):
        return False
    (cost, block, lanes), salt, key = parts
    return hmac.compare_digest(_key(pin, salt, cost, block, lanes), key)


def _parts(line: str) -> tuple[tuple[int, int, int], bytes, bytes] | None:
    found = _LINE.fullmatch(line)
    if not found:
        return None
    cost, block, lanes = (int(found[n]) for n in (1, 2, 3))
    is_cost = 2 <= cost <= GREATEST_COST and cost & (cost - 1) == 0
    if not is_cost or not 1 <= block <= GREATEST_BLOCK:
        return None
    if not 1 <= lanes <= GREATEST_LANES:
        return None
    try:
        salt, key = (base64.b64decode(found[n], validate=True) for n in (4, 5))
    except (binascii.Error, ValueError):
        return None
    return ((cost, block, lanes), salt, key) if len(key) == _KEY_BYTES else None


def _key(pin: str, salt: bytes, cost: int, block: int, lanes: int) -> bytes:
    return hashlib.scrypt(
        pin.encode("ascii"),
        salt=salt,
        n=cost,
        r=block,
        p=lanes,
        maxmem=_MEMORY_BYTES,
        dklen=_KEY_BYTES,
    )


class PinGuard:
    """Lets tries through, ever more slowly while they are wrong.

    How many were wrong is kept on disk: pulling the plug does not shorten the delay.
    The delay itself is counted by the frames and not by the clock on the wall.

    Attributes:
        wait_s: Seconds until the next try counts; 0 if one may be made now.
    """

    def __init__(self, line: str, path: Path | None = None) -> None:
        self._line = line
        self._path = path or state_folder() / PIN_FILE
        self._wrong = self._read()
        self.wait_s = self._delay_s()

    @property
    def has_pin(self) -> bool:
        """Whether there is a PIN at all; without one nobody gets in."""
        return is_hash(self._line)

    def update(self, elapsed_s: float) -> None:
        """Let real time pass."""
        self.wait_s = max(self.wait_s - max(elapsed_s, 0.0), 0.0)

    def is_right(self, pin: str) -> bool:
        """Try a PIN; while there is a wait even the right one is refused."""
        if self.wait_s > 0.0:
            return False
        # Counted before it is known: who pulls the plug meanwhile has tried, too.
        self._wrong += 1
        self._write()
        if not matches(pin, self._line):
            self.wait_s = self._delay_s()
            _LOG.warning("a wrong PIN")
            return False
        self._wrong = 0
        self._write()
        return True

    def _delay_s(self) -> float:
        if self._wrong == 0:
            return 0.0
        return DELAYS_S[min(self._wrong, len(DELAYS_S)) - 1]

    def _read(self) -> int:
        if not self._path.exists():
            return 0
        try:
            return max(int(json.loads(read_small(self._path))["wrong"]), 0)
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            # Whoever can break this file could delete it as well.
            return len(DELAYS_S)

    def _write(self) -> None:
        try:
            make_folder(self._path.parent)
            write_whole(self._path, [json.dumps({"wrong": self._wrong}).encode()])
        except ExitError as error:
            _LOG.warning("wrong tries are forgotten at a restart: %s", error)

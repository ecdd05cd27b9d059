"""What the tests of ``lifgame simulate`` share: its output, read again."""

import csv
import io
import json
from collections.abc import Callable
from typing import Any

Rows = list[dict[str, float]]
Run = Callable[..., str]


def rows(text: str) -> Rows:
    lines = csv.DictReader(io.StringIO(text))
    assert lines.fieldnames == ["time_ms", "current_na", "voltage_mv", "spike"]
    return [{name: float(value) for name, value in line.items()} for line in lines]


def summary(text: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(text)
    return read

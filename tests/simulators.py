"""Other simulators, for the slow tests: installed on demand, never into this project.

They go into a virtual environment of their own in the folder of ``LIFGAME_SIMULATORS``,
or in the user's cache. Without a package index the tests that need them are skipped.
"""

import os
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

WHEELS = {
    "brian2": ("numpy<2.4", "brian2==2.9.0"),
    "nest": ("numpy<2.4", "nest-simulator==3.10.0"),
    "pynn": ("numpy<2.4", "nest-simulator==3.10.0", "PyNN==0.13.0"),
    "nengo": ("numpy<2.4", "nengo==4.1.0"),
    "neuroml": ("pyNeuroML==1.3.22",),
}
INSTALL_S = 900
RUN_S = 300


def _folder() -> Path:
    given = os.environ.get("LIFGAME_SIMULATORS")
    return Path(given) if given else Path.home() / ".cache" / "lifgame-simulators"


@cache
def python_with(target: str) -> Path:
    """The Python that has a simulator; skips the test if there is no way to get it."""
    place = _folder() / target
    python = place / "bin" / "python"
    ready = place / "ready"
    if ready.exists():
        return python
    subprocess.run([sys.executable, "-m", "venv", "--clear", str(place)], check=True)
    # jNeuroML alone is needed of pyNeuroML, not what else it brings.
    extra = ["--no-deps"] if target == "neuroml" else []
    command = [str(python), "-m", "pip", "install", "-q", *extra, *WHEELS[target]]
    installed = subprocess.run(
        command, capture_output=True, timeout=INSTALL_S, check=False
    )
    if installed.returncode:
        last = installed.stderr.decode(errors="replace").strip().splitlines()[-1:]
        pytest.skip(f"{target} cannot be installed here: {last}")
    ready.touch()
    return python


def spikes_elsewhere(target: str, script: Path) -> list[float]:
    """The spikes in ms that a script gives in its simulator, by its own account."""
    python = python_with(target)
    if target == "neuroml":
        return _by_java(python, script)
    ended = subprocess.run(
        [str(python), script.name],
        cwd=script.parent,
        capture_output=True,
        text=True,
        timeout=RUN_S,
        check=False,
    )
    found = re.search(r"^spikes in ms: \[(.*)\]$", ended.stdout, re.M)
    assert found, ended.stdout[-2000:] + ended.stderr[-2000:]
    # What the script says of itself is part of what is promised.
    assert ended.returncode == 0, ended.stdout[-2000:]
    assert " spikes, the same as in lifgame" in ended.stdout
    return [float(word) for word in found[1].split(",") if word.strip()]


def _by_java(python: Path, script: Path) -> list[float]:
    if not shutil.which("java"):
        pytest.skip("neuroml needs Java, which is not here")
    (jar,) = python.parent.parent.glob("lib/*/site-packages/pyneuroml/lib/*.jar")
    ended = subprocess.run(
        ["java", "-jar", str(jar), script.name, "-nogui"],
        cwd=script.parent,
        capture_output=True,
        text=True,
        timeout=RUN_S,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout[-2000:] + ended.stderr[-2000:]
    lines = script.with_suffix(".spikes").read_text().splitlines()
    return [round(1000.0 * float(line.split()[0]), 6) for line in lines]

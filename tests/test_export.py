"""The scripts for other simulators as texts: whole, well-formed, with their reasons."""

import ast
import builtins
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from lifgame.__main__ import main
from lifgame.app import exits
from lifgame.content.assets import asset
from lifgame.content.export.script import LONGEST_MS, Subject, export_script
from lifgame.content.export.sections import assemble, sections
from lifgame.content.export.targets import ADAPTIVE, LIF, TARGETS, Target
from lifgame.content.parameters import DEFAULT_VALUES
from lifgame.content.presets import PRESETS

SPIKES_MS = [43.0, 86.0, 129.0]
ADAPTATION = {"adaptation_step": 2.0, "adaptation_tau": 100.0}
EVERY = [
    (target.id, model, pattern, rest_ms)
    for target in TARGETS.values()
    for model in target.models
    for pattern in target.patterns
    for rest_ms in (0.0, 2.0)
]


def subject(
    model: str = LIF, pattern: str = "constant", ms: float = 1000.0, **values: float
) -> Subject:
    every = DEFAULT_VALUES | PRESETS["pyramidal"].values() | ADAPTATION | values
    return Subject("pyramidal", model, pattern, every, 0.5, ms)


def written(target: str, what: Subject, spikes_ms: list[float] = SPIKES_MS) -> str:
    return export_script(target, what, spikes_ms, f"n{TARGETS[target].ending}")


def assigned(script: str) -> dict[str, object]:
    """The plain values that a Python script gives names to."""
    found: dict[str, object] = {}
    for node in ast.parse(script).body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            try:
                found[node.targets[0].id] = ast.literal_eval(node.value)
            except ValueError:
                continue
    return found


@pytest.mark.parametrize(("target", "model", "pattern", "rest_ms"), EVERY)
def test_every_script_is_whole(
    target: str, model: str, pattern: str, rest_ms: float
) -> None:
    script = written(target, subject(model, pattern, refractory=rest_ms))
    assert "$" not in script
    assert not re.search(r"^ *@", script, re.M)
    assert "\n\n\n\n" not in script
    assert script.endswith("\n")
    assert all(line == line.rstrip() for line in script.splitlines())
    assert max(map(len, script.splitlines())) <= 90
    assert "CORRECTION" in script
    if TARGETS[target].ending == ".py":
        compile(script, target, "exec", dont_inherit=True)
        values = assigned(script)
        assert values["CURRENT_NA"] == 2
        assert values["RESISTANCE_MOHM"] == 12
        assert values["REST_MS"] == rest_ms
        assert values["LIFGAME_SPIKES_MS"] == SPIKES_MS
        assert ("ADAPTATION_STEP_MV" in values) == (model == ADAPTIVE)
    else:
        assert ElementTree.fromstring(script).tag == "Lems"
        assert "43, 86, 129" in script


@pytest.mark.parametrize("target", list(TARGETS))
def test_every_name_that_a_script_uses_is_made_in_it(target: str) -> None:
    """A section that is missing would leave a name behind that nothing makes."""
    row = TARGETS[target]
    if row.ending != ".py":
        return
    for model in row.models:
        for pattern in row.patterns:
            tree = ast.parse(written(target, subject(model, pattern)))
            names = [n for n in ast.walk(tree) if isinstance(n, ast.Name)]
            made = {n.id for n in names if isinstance(n.ctx, ast.Store)}
            for node in ast.walk(tree):
                if isinstance(node, ast.Import | ast.ImportFrom):
                    made |= {(a.asname or a.name).split(".")[0] for a in node.names}
                elif isinstance(node, ast.FunctionDef):
                    made |= {node.name}
                if isinstance(node, ast.FunctionDef | ast.Lambda):
                    made |= {a.arg for a in node.args.args}
            used = {n.id for n in names if isinstance(n.ctx, ast.Load)}
            assert used - made - set(dir(builtins)) == set()


def numbers_in(xml: str, tag: str, attribute: str) -> list[float]:
    found = ElementTree.fromstring(xml).iter(tag)
    return [float(node.attrib[attribute].split()[0]) for node in found]


def test_neuroml_has_the_cell_that_its_rest_needs() -> None:
    without = written("neuroml", subject())
    assert numbers_in(without, "iafCell", "leakConductance") == [1 / 12]
    assert numbers_in(without, "iafRefCell", "C") == []
    with_rest = written("neuroml", subject(refractory=2.0))
    # Half a step less: jNeuroML rests longer.
    assert numbers_in(with_rest, "iafRefCell", "refract") == [1.75]


def test_neuroml_has_a_generator_for_every_pulse() -> None:
    xml = written("neuroml", subject(pattern="pulses", ms=250.0))
    assert numbers_in(xml, "pulseGenerator", "delay") == [0.0, 100.25, 200.25]
    assert numbers_in(xml, "pulseGenerator", "duration") == [50.25, 50.0, 50.0]
    named = {node.attrib["input"] for node in ElementTree.fromstring(xml).iter()
             if node.tag == "explicitInput"}  # fmt: skip
    assert named == {"pulse1", "pulse2", "pulse3"}
    silent = written("neuroml", subject(pattern="step", ms=100.0))
    assert numbers_in(silent, "pulseGenerator", "delay") == []


def test_a_rest_is_written_in_whole_steps() -> None:
    assert assigned(written("nest", subject(refractory=0.6)))["REST_MS"] == 1
    assert assigned(written("nengo", subject(refractory=0.6)))["REST_MS"] == 0.6


def test_rounding_cannot_make_a_spike_at_the_line() -> None:
    at_line = subject(resistance=10.0)
    assert "20 + 1e-9" in written("brian2", at_line)
    assert numbers_in(written("neuroml", at_line), "iafCell", "thresh") == [20 + 1e-9]
    assert "1e-9\n" not in written("brian2", subject())


@pytest.mark.parametrize(
    ("target", "what", "allowed"),
    [
        ("nest", subject(pattern="noisy"), "constant, pulses, sine, step, ramp"),
        ("nest", subject(pattern="by_hand"), "constant, pulses, sine, step, ramp"),
        ("neuroml", subject(pattern="sine"), "allowed: constant, pulses, step"),
        ("pynn", subject(ADAPTIVE), "allowed: lif"),
        ("brian2", subject("hodgkin"), "allowed: lif, adaptive"),
        ("brian2", subject(ms=LONGEST_MS + 1), "one step to 20000 ms"),
        ("nengo", subject(refractory=0.3), "0, or 0.5 ms and more"),
    ],
)
def test_what_a_simulator_cannot_be_given_is_refused(
    target: str, what: Subject, allowed: str
) -> None:
    with pytest.raises(ValueError, match=re.escape(allowed)):
        written(target, what)


def test_a_name_cannot_break_out_of_the_script() -> None:
    name = 'a"""--><b>\\ü-- &.py'
    script = export_script("brian2", subject(), [], name)
    assert assigned(script)["LIFGAME_SPIKES_MS"] == []
    ElementTree.fromstring(export_script("neuroml", subject(), [], name))


def test_every_section_of_every_template_is_used() -> None:
    used: set[str] = {"script"}
    for target, model, pattern, rest_ms in EVERY:
        for values in ({}, {"resistance": 10.0}):
            script = written(
                target, subject(model, pattern, refractory=rest_ms, **values)
            )
            for name in (target, "common"):
                for head, body in sections(name).items():
                    lines = [
                        line.strip()
                        for line in body.split("\n")
                        if "$" not in line and "@" not in line and line.strip()
                    ]
                    if all(line in script for line in lines):
                        used.add(f"{name} {head}")
    known = {
        f"{path.stem} {head}"
        for path in asset("export").glob("*.txt")
        for head in sections(path.stem)
    }
    assert known - used == set()


def test_a_place_without_a_section_is_an_error() -> None:
    with pytest.raises(KeyError):
        assemble({"script": "@missing"}, {}, {})
    with pytest.raises(KeyError):
        assemble({"script": "$missing"}, {}, {})
    with pytest.raises(ValueError, match="no such patterns"):
        Target("x", "X", patterns=("cats",))


# --- the command line -----------------------------------------------------------


@pytest.mark.parametrize("target", list(TARGETS))
def test_the_command_writes_the_spikes_of_this_program(
    target: str, tmp_path: Path
) -> None:
    out = tmp_path / f"neuron{TARGETS[target].ending}"
    words = ["export", "--to", target, "--preset", "fast_spiking", "--out", str(out)]
    assert main(words) == exits.OK
    assert "8, 16, 24, 32" in out.read_text("utf-8")
    assert f"python {out.name}" in out.read_text("utf-8") or target == "neuroml"
    assert main([*words, "--refractory-ms", "2"]) == exits.OK
    first = "8.5, 18.5, 29" if target == "nengo" else "8, 18, 28"
    assert first in out.read_text("utf-8")


def test_the_command_takes_values_and_codes(tmp_path: Path) -> None:
    out = tmp_path / "n.py"
    words = ["export", "--to", "nest", "--out", str(out)]
    assert main([*words, "--current", "3", "--duration-ms", "100.2"]) == exits.OK
    values = assigned(out.read_text("utf-8"))
    assert (values["CURRENT_NA"], values["DURATION_MS"]) == (3, 100)
    # CA1 with pulses, 3 nA and a rest of 2 ms.
    assert main([*words, "--code", "1WMJ-0H8H-K", "--threshold", "15"]) == exits.OK
    values = assigned(out.read_text("utf-8"))
    assert values["CURRENT_NA"] == 3
    assert values["RESISTANCE_MOHM"] == PRESETS["ca1"].values()["resistance"]
    assert (values["REST_MS"], values["THRESHOLD_MV"]) == (2, 15)
    assert values["PULSE_PERIOD_MS"] == 100


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--to", "brian", "--out", "x"], "did you mean brian2?"),
        (["--to", "nest", "--pattern", "noisy", "--out", "x"], "allowed: constant"),
        (["--to", "nest", "--duration-ms", "1e6", "--out", "x"], "up to 20000"),
        (["--to", "nest", "--duration-ms", "0.2", "--out", "x"], "one step"),
        (["--to", "nest", "--code", "1WMJ-0H8H-M", "--out", "x"], "read it again"),
        (
            ["--to", "nest", "--code", "1G0G-1", "--preset", "ca1", "--out", "x"],
            "leave",
        ),
        (["--to", "nest"], "--out"),
    ],
)
def test_the_command_refuses_in_one_line(
    capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    assert main(["export", *words]) == exits.USAGE
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1
    assert not Path("x").exists()

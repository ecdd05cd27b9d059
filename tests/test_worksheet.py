"""The worksheet: whole in every language, its answers out of the closed forms."""

import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest

from lifgame.__main__ import main
from lifgame.app import exits
from lifgame.app.worksheet.axes import Axis, Plot
from lifgame.app.worksheet.numbers import Numbers
from lifgame.app.worksheet.sheet import worksheet
from lifgame.content.parameters import CURRENT
from lifgame.content.presets import PLAIN, PRESETS
from lifgame.content.texts import Library, shipped_texts
from lifgame.session.codes import decode

LANGUAGES = tuple(Library().languages)
VOID = {"meta", "br"}
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
EN = shipped_texts()

each_preset = pytest.mark.parametrize("preset", PLAIN)
each_language = pytest.mark.parametrize("language", LANGUAGES)


class Reader(HTMLParser):
    """Reads a page strictly: every element is closed in its turn."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words: list[str] = []
        self.addresses: list[str] = []
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = ("src", "href", "srcset", "data", "action")
        self.addresses += [value or "" for name, value in attrs if name in names]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(
        self, tag: str, attrs: list[tuple[str, str | None]]
    ) -> None: ...

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.words.append(data)


def text_of(page: str) -> str:
    return " ".join("".join(Reader(page).words).split())


def pages_of(page: str) -> tuple[str, str]:
    """The questions and the answers."""
    parts = re.findall(r"<main.*?</main>", page, re.S)
    assert len(parts) == 2
    return text_of(parts[0]), text_of(parts[1])


@each_preset
@each_language
def test_the_page_is_whole_and_needs_nothing_else(preset: str, language: str) -> None:
    texts = shipped_texts(language)
    page = worksheet(preset, texts)
    read = Reader(page)
    assert read.addresses == []
    assert "http" not in page
    assert "url(" not in page
    assert "@import" not in page
    assert f'<html lang="{language}">' in page
    text = text_of(page)
    assert texts(f"preset.{preset}.name") in text
    assert not re.search(r"[{}\ue000]", text)
    assert "worksheet." not in text
    assert page.count("<svg") == 4


@each_language
def test_every_task_is_asked_and_answered(language: str) -> None:
    texts = shipped_texts(language)
    asked, answered = pages_of(worksheet("pyramidal", texts))
    for name in ("rheobase", "rhythm", "memory", "change", "further"):
        title = " ".join(texts(f"worksheet.{name}.title").split())
        assert title in asked
        assert title in answered
    for name in ("predict", "observe", "explain"):
        assert asked.count(texts(f"worksheet.{name}")) >= 3


@each_preset
def test_the_answers_are_not_among_the_questions(preset: str) -> None:
    numbers = Numbers(preset)
    page = worksheet(preset, EN)
    asked, answered = pages_of(page)
    for answer in (
        EN.quantity(numbers.rheobase_na, 2, "nA"),
        EN.quantity(numbers.memory_settle_mv, 1, "mV"),
        EN.quantity(numbers.high.theory_hz, 1, "Hz"),
    ):
        assert answer not in asked
        assert answer in answered
    questions = page.partition('class="page key"')[0]
    assert "<polyline" not in questions
    assert "<circle" not in questions


def test_the_answers_are_those_of_the_independent_table() -> None:
    """Pyramidal cell: R 12, C 2; numbers from the table of oracles."""
    numbers = Numbers("pyramidal")
    assert numbers.rheobase_na == pytest.approx(1.6667, abs=1e-4)
    assert numbers.first_na == 1.7
    assert numbers.point(3.0).theory_hz == pytest.approx(51.3813, abs=1e-4)
    assert numbers.point(3.0, threshold=25.0).theory_hz == pytest.approx(35.1432, 1e-5)
    assert numbers.point(2.0).screen_hz == pytest.approx(23.256, abs=1e-3)
    assert numbers.point(1.6).theory_hz == numbers.point(1.6).screen_hz == 0.0
    assert numbers.tau_ms == 24.0
    _, answered = pages_of(worksheet("pyramidal", EN))
    assert "= 1.67 nA" in answered
    assert "1.70 nA" in answered
    # 63 % of 15 mV.
    assert "15.0 mV. 63 % of that is 9.5 mV, reached after τ = R · C = 24.0 ms" in (
        answered
    )
    assert "<th>screen</th><td>0.0</td><td>18.2</td>" in worksheet("pyramidal", EN)


@each_preset
def test_a_class_can_set_what_it_is_told_to(preset: str) -> None:
    numbers = Numbers(preset)
    currents = [point.current_na for point in numbers.table]
    assert currents == sorted(set(currents))
    assert len(currents) == 6
    for current_na in [*currents, numbers.memory_na, numbers.change_na]:
        assert CURRENT.snap(current_na) == current_na
    rates_hz = [point.theory_hz for point in numbers.table]
    assert rates_hz[0] == 0.0 < rates_hz[1]
    assert rates_hz == sorted(rates_hz)
    # The last current below the first that fires is silent, and so is memory's.
    below = CURRENT.value_at(CURRENT.index_of(numbers.first_na) - 1)
    assert (
        numbers.point(below).theory_hz
        == 0.0
        < numbers.point(numbers.first_na).theory_hz
    )
    assert numbers.point(numbers.memory_na).theory_hz == 0.0
    # Twice the current, and more than twice the rate: what the answer says.
    assert numbers.high.current_na == 2 * numbers.low.current_na
    assert numbers.high.theory_hz > 2 * numbers.low.theory_hz > 0
    assert decode(numbers.code).preset == preset


@each_preset
def test_every_change_has_the_outcome_that_theory_gives(preset: str) -> None:
    numbers = Numbers(preset)
    first, *moved = numbers.changes
    assert first.spec is None
    assert len({(c.spec, c.value) for c in moved}) == 4
    for change in moved:
        assert change.spec is not None
        assert change.spec.snap(change.value) == change.value
        assert change.value != numbers.values[change.spec.id]
        now, before = change.point.theory_hz, first.point.theory_hz
        expected = "silent" if not now else "faster" if now > before else "slower"
        assert change.outcome == expected
        assert change.reason in EN
        says_silent = change.reason.endswith("_silent")
        assert says_silent == (change.outcome == "silent")


@pytest.mark.parametrize("top", [0.7, 1.0, 3.3, 5.0, 22.0, 120.0, 329.0, 600.0])
def test_an_axis_has_a_few_round_ticks(top: float) -> None:
    axis = Axis("x", top, str)
    assert 4 <= len(axis.ticks) <= 10
    assert axis.ticks[0] == 0.0
    assert axis.end >= top > axis.ticks[-2]


def test_a_curve_ends_at_its_points() -> None:
    axis = Axis("<x>", 4.0, str)
    svg = Plot(axis, axis, curve=lambda x: x, points=[(4.0, 4.0)]).svg()
    assert "&lt;x&gt;" in svg
    points = re.findall(r'points="([^"]+)"', svg)[0].split()
    centre = re.findall(r'cx="([^"]+)" cy="([^"]+)"', svg)[0]
    assert points[-1] == ",".join(centre)


@pytest.mark.parametrize("preset", sorted(set(PRESETS) - set(PLAIN)))
def test_a_neuron_that_adapts_gets_no_wrong_answers(preset: str) -> None:
    with pytest.raises(ValueError, match="adapts"):
        worksheet(preset, EN)


# --- the command line -----------------------------------------------------------


def test_the_command_writes_the_page(tmp_path: Path) -> None:
    out = tmp_path / "sheet.html"
    words = ["worksheet", "--preset", "purkinje", "--lang", "uk", "--out", str(out)]
    assert main(words) == exits.OK
    assert out.read_text("utf-8") == worksheet("purkinje", shipped_texts("uk"))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--lang", "xx", "--out", "x"], "allowed: en"),
        (["--preset", "purkinj", "--out", "x"], "did you mean purkinje?"),
        (["--preset", "ca1"], "--out"),
        (["--preset", "adapting_ca1", "--out", "x"], "'adapting_ca1' adapts, and"),
    ],
)
def test_the_command_refuses_in_one_line(
    capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    assert main(["worksheet", *words]) == exits.USAGE
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here to print with")
@each_language
@pytest.mark.parametrize("preset", ["motor", "subthreshold", "fast_spiking"])
def test_it_prints_on_two_pages(preset: str, language: str, tmp_path: Path) -> None:
    """Whatever is too long for its page begins another one."""
    page, pdf = tmp_path / "sheet.html", tmp_path / "sheet.pdf"
    page.write_text(worksheet(preset, shipped_texts(language)), "utf-8")
    subprocess.run(
        [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu",
         "--no-pdf-header-footer", f"--print-to-pdf={pdf}", str(page)],
        capture_output=True,
        timeout=120,
        check=True,
    )  # fmt: skip
    assert len(re.findall(rb"/Type\s*/Page\b", pdf.read_bytes())) == 2

"""A log of (tick, command) replays to the same spikes and the same voltage."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from lifgame.content.guides import KINDS
from lifgame.content.help_parts import HELP_PARTS
from lifgame.content.learn import PAGES
from lifgame.content.parameters import PARAMETERS
from lifgame.content.patterns import PATTERNS
from lifgame.content.presets import PRESETS
from lifgame.content.screens import SCREENS
from lifgame.content.settings import SETTINGS
from lifgame.content.speeds import SPEEDS
from lifgame.session import commands as c
from lifgame.session import guide_commands as g
from lifgame.session import time_commands as t
from lifgame.session.compare_commands import ToggleCompare
from lifgame.session.exhibit import CARDS, STEPS
from lifgame.session.guide.table import GUIDES
from lifgame.session.log import CommandLog, Entry, from_lines, to_lines
from lifgame.session.session import Session, replay
from lifgame.session.start import DRAWERS, Start

COMMANDS = 10_000
Rng = np.random.Generator


def pick(rng: Rng, choices: Any) -> Any:
    rows = list(choices)
    return rows[int(rng.integers(len(rows)))]


def by(rng: Rng) -> int:
    return int(rng.integers(-3, 4))


GUIDED: dict[type, Callable[[Rng], c.SessionCommand]] = {
    g.StartGuide: lambda rng: g.StartGuide(pick(rng, GUIDES)),
    g.ShowKind: lambda rng: g.ShowKind(pick(rng, KINDS)),
    g.LeaveGuide: lambda _: g.LeaveGuide(),
    g.PlaceGuess: lambda rng: g.PlaceGuess(float(rng.uniform(-1, 50))),
    g.ConfirmGuess: lambda _: g.ConfirmGuess(),
    g.NextStep: lambda _: g.NextStep(),
    g.SkipGoal: lambda _: g.SkipGoal(),
    g.ShowMe: lambda _: g.ShowMe(),
    g.EndShow: lambda _: g.EndShow(),
    g.RestartStep: lambda _: g.RestartStep(),
    g.UndoRestart: lambda _: g.UndoRestart(),
    g.StartRace: lambda rng: g.StartRace(holds=by(rng) > 0),
    ToggleCompare: lambda _: ToggleCompare(),
    g.TurnBoard: lambda rng: g.TurnBoard(by(rng)),
    g.SetStep: lambda rng: g.SetStep(rng.choice((0.1, 0.5, 2.0))),
    g.SendPulse: lambda _: g.SendPulse(),
    g.ShowPage: lambda rng: g.ShowPage(pick(rng, PAGES)),
    g.SetRule: lambda rng: g.SetRule(fires=by(rng) > 0),
}
MAKERS: dict[type, Callable[[Rng], c.SessionCommand]] = {
    c.SetParameter: lambda rng: c.SetParameter(
        pick(rng, PARAMETERS), float(rng.uniform(0, 60))
    ),
    c.NudgeParameter: lambda rng: c.NudgeParameter(pick(rng, PARAMETERS), by(rng)),
    c.SelectPattern: lambda rng: c.SelectPattern(pick(rng, PATTERNS)),
    c.SelectPreset: lambda rng: c.SelectPreset(
        pick(rng, PRESETS), keeps_current=by(rng) > 0
    ),
    c.BrowsePresets: lambda rng: c.BrowsePresets(by(rng)),
    c.SetSpeed: lambda rng: c.SetSpeed(pick(rng, (None, *SPEEDS))),
    c.BrowseSpeeds: lambda rng: c.BrowseSpeeds(by(rng)),
    c.BrowseWindows: lambda rng: c.BrowseWindows(by(rng), around=by(rng) > 0),
    c.TogglePause: lambda _: c.TogglePause(),
    c.StepOnce: lambda _: c.StepOnce(),
    t.LookAt: lambda rng: t.LookAt(pick(rng, (None, -5, 40, 4000, 10**9))),
    t.PlaceMarks: lambda rng: t.PlaceMarks(by(rng), pick(rng, (-5, 40, 10**9))),
    t.ToggleSpikeHold: lambda _: t.ToggleSpikeHold(),
    c.Inject: lambda rng: c.Inject(
        pick(rng, ("key 32", "finger 1", "mouse")),
        float(rng.uniform(-0.5, 1.2)),
        cell=int(by(rng) > 1),
    ),
    **GUIDED,
    c.ToggleTuning: lambda _: c.ToggleTuning(),
    c.ChooseSlider: lambda rng: c.ChooseSlider(by(rng)),
    c.ToggleReading: lambda rng: c.ToggleReading(pick(rng, ("tau", "rheobase"))),
    c.ShowDrawer: lambda rng: c.ShowDrawer(pick(rng, DRAWERS)),
    c.ShowScreen: lambda rng: c.ShowScreen(pick(rng, SCREENS)),
    c.Explain: lambda rng: c.Explain(pick(rng, HELP_PARTS)),
    c.Back: lambda _: c.Back(),
    c.Focus: lambda rng: c.Focus(pick(rng, (None, "inject"))),
    c.SetSetting: lambda rng: c.SetSetting("volume", pick(rng, ("20", "40"))),
    c.BrowseSetting: lambda rng: c.BrowseSetting(pick(rng, SETTINGS)),
    c.DefaultSettings: lambda _: c.DefaultSettings(),
    c.CloseLayer: lambda _: c.CloseLayer(),
    c.AllowSetting: lambda rng: c.AllowSetting(
        pick(rng, SETTINGS), is_allowed=by(rng) > 0
    ),
    c.AdjustRule: lambda rng: c.AdjustRule(pick(rng, STEPS), by(rng)),
    c.TypeDigit: lambda rng: c.TypeDigit(str(rng.integers(10))),
    c.EraseDigit: lambda _: c.EraseDigit(),
    c.TryPin: lambda _: c.TryPin(),
    c.AskOnceMore: lambda rng: c.AskOnceMore(
        pick(rng, ("", "quit", "restart", "clear"))
    ),
    g.ClearBest: lambda _: g.ClearBest(),
    c.ShowCard: lambda rng: c.ShowCard(pick(rng, CARDS)),
    c.NextProblem: lambda _: c.NextProblem(),
    c.TestTone: lambda rng: c.TestTone(pick(rng, ("left", "both", "right"))),
}


def test_every_kind_of_command_is_tried() -> None:
    assert set(MAKERS) == set(c.SESSION_COMMANDS)


def test_ten_thousand_commands_replay_bit_for_bit() -> None:
    rng = np.random.default_rng(11)
    start = Start(seed=3)
    session = Session(start)
    spikes, ticks = 0, 0
    for _ in range(COMMANDS):
        session.obey(pick(rng, MAKERS.values())(rng))
        elapsed_s = float(rng.exponential(0.02))
        # Most of the time another screen is open: time is made to pass all the same.
        for report in (session.tick(elapsed_s), session.run(int(rng.integers(0, 12)))):
            spikes += len(report.spike_times_ms)
            ticks += report.ticks
    assert spikes > 500
    assert ticks > 10_000

    # Written down and read again, and played without any frame.
    log = CommandLog()
    for entry in from_lines(to_lines(session.log)):
        log.note(entry.tick, entry.command)
    again = replay(log, session.tick_count, start)
    assert again.cell.voltage_mv == session.cell.voltage_mv
    # The counter begins anew with another neuron; the record knows all of late.
    assert again.cell.spike_count == session.cell.spike_count
    past, same = (one.cell.record for one in (session, again))
    assert past.first_tick == same.first_tick < past.end_tick == same.end_tick
    rows, others = (
        record.span(record.first_tick, record.end_tick).rows for record in (past, same)
    )
    assert np.array_equal(rows, others)
    assert again.cell.rate_hz == session.cell.rate_hz
    assert again.cell.reading() == session.cell.reading()
    assert again.cell.values == session.cell.values
    assert again.place.stack == session.place.stack


def test_a_command_that_is_refused_is_not_logged() -> None:
    session = Session()
    with pytest.raises(KeyError):
        session.obey(c.SelectPreset("nobody"))
    with pytest.raises(ValueError, match="speed"):
        session.obey(c.SetSpeed(Fraction(7)))
    assert len(session.log) == 0


def test_running_by_ticks_is_the_same_as_by_time() -> None:
    by_time, by_ticks = Session(), Session()
    spikes = [by_time.tick(1 / 60).spike_times_ms for _ in range(240)]
    report = by_ticks.run(by_time.tick_count)
    assert report.spike_times_ms == tuple(t for times in spikes for t in times)
    assert by_ticks.cell.voltage_mv == by_time.cell.voltage_mv


@pytest.mark.parametrize("line", ["", "{}", '{"tick": 1, "do": "Nothing"}', "[1]"])
def test_a_line_that_is_no_entry_is_named(line: str) -> None:
    good = to_lines([Entry(5, c.TogglePause())])
    with pytest.raises(ValueError, match="line 2"):
        from_lines([*good, line])


def test_a_log_that_forgot_its_beginning_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("lifgame.session.log.MOST_ENTRIES", 2)
    log = CommandLog()
    for tick in range(3):
        log.note(tick, c.TogglePause())
    with pytest.raises(ValueError, match="beginning"):
        replay(log, 10)

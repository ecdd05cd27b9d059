"""Opening hours: what an operator may write, and the clock on the wall."""

import time
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from lifgame.app.kiosk.hours import Hours
from lifgame.content.kiosk import KioskRules
from lifgame.content.opening_hours import ALWAYS, DAYS, opening_hours

BERLIN = ZoneInfo("Europe/Berlin")


def minute(words: str) -> int:
    hour, minutes = words.split(":")
    return int(hour) * 60 + int(minutes)


@pytest.mark.parametrize(
    ("line", "is_open", "is_closed"),
    [
        (
            "tue-sun 10:00-18:00",
            "tue 10:00, sun 17:59",
            "mon 12:00, tue 9:59, sun 18:00",
        ),
        ("sat,sun 9:30-12:00", "sat 9:30, sun 11:59", "fri 10:00, sat 12:00"),
        ("daily 00:00-24:00", "mon 0:00, sun 23:59", ""),
        (
            "fri-mon 10:00-11:00",
            "fri 10:30, sun 10:30, mon 10:30",
            "thu 10:30, tue 10:30",
        ),
        ("Thu 18:00-02:00", "thu 18:00, fri 1:59", "fri 2:00, thu 1:00, sat 1:00"),
        ("sun 22:00-1:00", "sun 23:00, mon 0:59", "mon 1:00, sat 23:00"),
        ("mon 10:00–12:00", "mon 11:00", "mon 12:00"),
    ],
)
def test_a_line_says_when_it_is_open(line: str, is_open: str, is_closed: str) -> None:
    hours = opening_hours([line])
    for words, expected in ((is_open, True), (is_closed, False)):
        for moment in filter(None, words.split(", ")):
            day, at = moment.split(" ")
            assert hours.is_open(DAYS.index(day), minute(at)) == expected, moment


def test_several_lines_add_up_and_none_means_always() -> None:
    hours = opening_hours(["mon 9:00-10:00", "mon 14:00-15:00"])
    assert [hours.is_open(0, minute(at)) for at in ("9:30", "12:00", "14:30")] == [
        True, False, True]  # fmt: skip
    assert all(ALWAYS.is_open(day, at) for day in range(7) for at in (0, 700, 1439))


@pytest.mark.parametrize(
    "line",
    ["", "mon", "mon 9-17", "mon 9:00", "funday 9:00-17:00", "mon 9:00-25:00",
     "mon 9:60-10:00", "mon 9:00-9:00", "mon-tue-wed 9:00-10:00", "mon 24:01-25:00",
     "mon,, 9:00-10:00", "mon 9:00-10:00 tue", "ⅯON 9:00-10:00", "mon ٩:٠٠-١٠:٠٠x"],
)  # fmt: skip
def test_a_line_that_is_none_is_named(line: str) -> None:
    with pytest.raises(ValueError, match="opening hours"):
        opening_hours([line])
    with pytest.raises(ValueError, match="opening hours"):
        KioskRules(opening_hours=(line,))


class Wall:
    """A clock on the wall that can be set."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> time.struct_time:
        return self.now.timetuple()

    def run(self, hours: Hours, seconds: float) -> bool:
        self.now += timedelta(seconds=seconds)
        return hours.is_open(seconds)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def test_a_clock_that_is_set_is_right_from_then_on() -> None:
    wall = Wall(at("2026-11-24T09:59:58"))  # a Tuesday
    hours = Hours(opening_hours(["tue-sun 10:00-18:00"]), wall)
    assert not hours.is_open(0.0)
    assert [wall.run(hours, 1.0) for _ in range(3)] == [False, True, True]
    wall.now = at("1970-01-01T00:00:00")
    assert not wall.run(hours, 1.0)
    wall.now = at("2038-01-20T12:00:00")
    assert wall.run(hours, 1.0)
    wall.now -= timedelta(hours=3)
    assert not wall.run(hours, 1.0)


def test_the_wall_is_asked_once_a_second_however_many_frames_there_are() -> None:
    asked = []

    def wall() -> time.struct_time:
        asked.append(1)
        return at("2026-11-24T12:00:00").timetuple()

    hours = Hours(opening_hours(["daily 10:00-18:00"]), wall)
    for _ in range(600):
        assert hours.is_open(1 / 60)
    assert 9 <= len(asked) <= 12


@pytest.mark.parametrize("day", ["2026-03-29", "2026-10-25"])
def test_summer_time_opens_and_closes_by_the_wall(day: str) -> None:
    """Every real minute of the night in which the clocks change."""
    hours = opening_hours(["sun 1:30-3:15"])
    real = datetime.fromisoformat(f"{day}T00:00:00+00:00") - timedelta(hours=2)
    seen = set()
    for _ in range(6 * 60):
        wall = Wall(real.astimezone(BERLIN))
        shown = wall.now.strftime("%a %H:%M")
        is_open = Hours(hours, wall).is_open(0.0)
        assert is_open == ("Sun 01:30" <= shown < "Sun 03:15"), shown
        seen.add((is_open, wall.now.utcoffset()))
        real += timedelta(minutes=1)
    assert len(seen) == 4

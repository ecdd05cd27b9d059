"""What the operator is told: numbers and names, gathered by whoever knows them."""

from dataclasses import dataclass

# Upper ends of the histogram's classes, in seconds; the last class is open.
LENGTHS_S = (10, 30, 60, 120, 180, 300, 600, 1200, 1800)
GOAL_S = 120.0


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at.

    Attributes:
        id: What, such as ``screen``; its words stand under ``operator.check``.
        found: What was found, in words that need no translation.
        is_good: Whether it is as it should be.
    """

    id: str
    found: str
    is_good: bool = True


@dataclass(frozen=True, slots=True)
class Visits:
    """What was counted.

    Attributes:
        median_s: The median length in seconds; None if nobody came.
        today: Visits today.
        total: All visits.
        lengths: Visits by class of length, one more than ``LENGTHS_S``.
        spikes: All spikes.
        tried: Experiments begun.
        finished: Experiments finished.
        crashes: Ends that nobody wanted.
        since: The first day with counts, as YYYY-MM-DD; empty if none.
    """

    median_s: float | None = None
    today: int = 0
    total: int = 0
    lengths: tuple[int, ...] = (0,) * (len(LENGTHS_S) + 1)
    spikes: int = 0
    tried: int = 0
    finished: int = 0
    crashes: int = 0
    since: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """All of it.

    Attributes:
        problems: What is wrong, a sentence each, the configuration's first.
        checks: What was looked at.
        visits: What was counted; None where counting is off.
        version: Of the program.
    """

    problems: tuple[str, ...] = ()
    checks: tuple[Check, ...] = ()
    visits: Visits | None = None
    version: str = ""

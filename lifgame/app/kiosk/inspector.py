"""Gathers what the operator is told: what is wrong, what there is, what was counted."""

import shutil
from collections.abc import Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version

import pygame
from pygame._sdl2 import touch

from lifgame.app.kiosk.folders import state_folder
from lifgame.app.kiosk.statistics import (
    LENGTH_CLASSES,
    VISITS,
    Hours,
    median_length_s,
    totals,
)
from lifgame.session.report import Check, Report, Visits
from lifgame.view.containment import Containment

TRIED, FINISHED = "experiment tried ", "experiment finished "
LEAST_FREE_BYTES = 100 * 1024 * 1024
LEAST_FRAMES_PER_S = 30.0
_MIB = 1024 * 1024


def report_of(
    problems: Sequence[str],
    containment: Containment,
    hours: Hours | None,
    today: str,
    *,
    size: tuple[int, int],
    frames_per_s: float,
    is_heard: bool,
) -> Report:
    """What the operator is told now.

    Args:
        problems: What is wrong with the configuration, a sentence each.
        containment: What went wrong in which part.
        hours: What was counted; None where counting is off.
        today: The day, as it begins the names of its hours.
        size: The window's, in pixels.
        frames_per_s: How many frames are shown in a second.
        is_heard: Whether there is a sound device that plays.
    """
    left_out = containment.left_out
    broken = "; ".join(f"{fault.part}: {fault.count}×" for fault in left_out)
    checks = (
        Check("screen", f"{size[0]} × {size[1]}"),
        _touch(),
        Check("sound", "ok" if is_heard else "—", is_heard),
        Check("pads", str(pygame.joystick.get_count() if _has_pads() else 0)),
        Check("frames", f"{frames_per_s:.0f} / s", frames_per_s >= LEAST_FRAMES_PER_S),
        Check("crash", broken or "0", not left_out),
        _disk(),
    )
    return Report(
        tuple(problems),
        checks,
        None if hours is None else visits_of(hours, today),
        f"lifgame {_version()}",
    )


def visits_of(hours: Hours, today: str) -> Visits:
    """What was counted, for the card."""
    sums = totals(hours)
    days = {hour: counts for hour, counts in hours.items() if hour.startswith(today)}
    return Visits(
        median_s=median_length_s(sums),
        today=totals(days).get(VISITS, 0),
        total=sums.get(VISITS, 0),
        lengths=tuple(sums.get(name, 0) for name in LENGTH_CLASSES),
        spikes=sums.get("spikes", 0),
        tried=_sum(sums, TRIED),
        finished=_sum(sums, FINISHED),
        crashes=sums.get("crashes", 0),
        since=min(hours, default="").partition("T")[0],
    )


def _sum(sums: Mapping[str, int], prefix: str) -> int:
    return sum(count for name, count in sums.items() if name.startswith(prefix))


def _touch() -> Check:
    try:
        count = touch.get_num_devices() if pygame.display.get_init() else 0
    except pygame.error:
        count = 0
    return Check("touch", str(count))


def _has_pads() -> bool:
    return bool(pygame.joystick.get_init())


def _disk() -> Check:
    folder = state_folder()
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    try:
        free = shutil.disk_usage(folder).free
    except OSError:
        return Check("disk", "—", is_good=False)
    return Check("disk", f"{free // _MIB} MB", free >= LEAST_FREE_BYTES)


def _version() -> str:
    try:
        return version("lifgame")
    except PackageNotFoundError:
        return ""

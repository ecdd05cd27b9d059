"""The card that tells how many came and how long they stayed."""

import pygame

from lifgame.scenes.layout import Rect, columns, cut_bottom, cut_left, cut_top
from lifgame.session.report import GOAL_S, LENGTHS_S, Visits
from lifgame.session.session import Session
from lifgame.view.look import BOLD, MEDIUM, Look

FILE = "config.toml"


def paint_visits(
    target: pygame.Surface, look: Look, rect: Rect, session: Session
) -> None:
    """The median first, then the histogram, then the rest."""
    room = rect.inflate(-look.px(64), -look.px(40))
    head = cut_top(room, max(20, look.px(52)), look.px(6))
    texts, visits = look.texts, session.exhibit.report.visits
    look.write(target, texts("operator.visits"), head, 34, weight=BOLD)
    if visits is None:
        words = texts("operator.not_counted", file=FILE)
        look.write_block(target, words, room, 30, "muted")
        return
    if visits.since:
        since = texts("operator.since", day=visits.since)
        look.write(target, since, head, 24, "muted", MEDIUM, "right")
    _paint_numbers(target, look, cut_top(room, round(room.height * 0.24)), visits)
    _paint_rest(target, look, cut_bottom(room, round(room.height * 0.17)), visits)
    _paint_histogram(target, look, room, visits)


def _paint_numbers(
    target: pygame.Surface, look: Look, room: Rect, visits: Visits
) -> None:
    texts = look.texts
    large = cut_left(room, round(room.width * 0.42))
    median = "—" if visits.median_s is None else _minutes(visits.median_s)
    _number(target, look, large, median, "operator.median", 84)
    places = columns(room, 2, look.px(8))
    for place, count, key in zip(
        places, (visits.today, visits.total), ("today", "total"), strict=True
    ):
        _number(target, look, place, texts.number(count, 0), f"operator.{key}", 44)


def _paint_rest(target: pygame.Surface, look: Look, room: Rect, visits: Visits) -> None:
    texts = look.texts
    done = texts(
        "operator.done_of",
        done=texts.number(visits.finished, 0),
        tried=texts.number(visits.tried, 0),
    )
    rest = (
        (_short(visits.spikes, look), "operator.spikes"),
        (done, "operator.experiments"),
        (texts.number(visits.crashes, 0), "operator.crashes"),
    )
    for place, (number, key) in zip(columns(room, 3, look.px(8)), rest, strict=True):
        _number(target, look, place, number, key, 34)


def _number(
    target: pygame.Surface, look: Look, room: Rect, number: str, key: str, size: float
) -> None:
    upper = Rect(room.left, room.top, room.width, round(room.height * 0.64))
    lower = Rect(room.left, upper.bottom, room.width, room.bottom - upper.bottom)
    look.write(target, number, upper, size, weight=BOLD)
    look.write(target, look.texts(key), lower, 24, "muted", MEDIUM)


def _paint_histogram(
    target: pygame.Surface, look: Look, room: Rect, visits: Visits
) -> None:
    """One bar a class of length; the one that holds the median is white."""
    caption = cut_bottom(room, max(14, look.px(34)))
    marks = cut_bottom(room, max(14, look.px(34)))
    look.write(
        target, look.texts("operator.stayed"), caption, 24, "muted", MEDIUM, "right"
    )
    palette, counts = look.palette, visits.lengths
    counted = max(14, look.px(32))
    high, most = room.height - counted, max(*counts, 1)
    median = _class_of(visits.median_s)
    places = columns(room, len(counts), max(2, look.px(6)))
    names = [*(_minutes_short(end_s) for end_s in LENGTHS_S), f"{LENGTHS_S[-1] // 60}+"]
    for index, (place, count) in enumerate(zip(places, counts, strict=True)):
        tall = round(high * count / most)
        bar = Rect(place.left, room.bottom - tall, place.width, tall)
        colour = palette.ink if index == median else palette.edge
        pygame.draw.rect(target, colour, bar, border_radius=look.px(4))
        over = Rect(place.left, bar.top - counted, place.width, counted)
        if count:
            look.write(target, look.texts.number(count, 0), over, 20, align="center")
        under = Rect(place.left, marks.top, place.width, marks.height)
        look.write(target, names[index], under, 22, align="center")
    target.fill(palette.edge, (room.left, room.bottom - 1, room.width, 2))
    _paint_goal(target, look, room, places)


def _paint_goal(
    target: pygame.Surface, look: Look, room: Rect, places: list[Rect]
) -> None:
    """The goal is an edge between two classes."""
    index = LENGTHS_S.index(int(GOAL_S))
    x = (places[index].right + places[index + 1].left) // 2
    dash = max(2, look.px(6))
    for y in range(room.top, room.bottom, 2 * dash):
        target.fill(look.palette.ink, (x, y, max(1, look.px(2)), dash))
    words = look.texts("operator.goal", time=_minutes(GOAL_S))
    place = Rect(x + look.px(10), room.top, room.right - x, max(14, look.px(30)))
    look.write(target, words, place, 24)


def _class_of(length_s: float | None) -> int | None:
    if length_s is None:
        return None
    return sum(length_s >= end_s for end_s in LENGTHS_S)


def _minutes(seconds: float) -> str:
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02d}"


def _minutes_short(seconds: int) -> str:
    return _minutes(seconds) if seconds < 60 else str(seconds // 60)


def _short(count: int, look: Look) -> str:
    """A large count in thousands."""
    number = look.texts.number
    return number(count, 0) if count < 10_000 else f"{number(count / 1000, 0)} k"

"""The card that tells what is wrong, and what was found in order."""

import pygame

from lifgame.scenes.kiosk.info import paint_card
from lifgame.scenes.layout import Rect, cut_bottom, cut_top
from lifgame.session.session import Session
from lifgame.view.icons.icons import icon
from lifgame.view.look import BOLD, MEDIUM, Look

# The room of what is wrong, of the whole card's.
SHARE = 0.46


def problem_place(rect: Rect, look: Look) -> Rect:
    """Where the problems stand on the card: there a touch goes on to the next."""
    room = rect.inflate(-look.px(40), -look.px(40))
    cut_top(room, max(20, look.px(52)), look.px(6))
    return cut_top(room, max(56, round(room.height * SHARE)))


def paint_diagnosis(
    target: pygame.Surface, look: Look, rect: Rect, session: Session
) -> None:
    """The first problem on top, then one line for everything that was looked at."""
    head = rect.inflate(-look.px(64), -look.px(40))
    head = cut_top(head, max(20, look.px(52)))
    report = session.exhibit.report
    look.write(target, look.texts("operator.diagnosis"), head, 34, weight=BOLD)
    look.write(target, report.version, head, 24, "muted", MEDIUM, "right")
    place = problem_place(rect, look)
    if not report.problems:
        place.height = max(24, look.px(50))
        inside = place.inflate(-look.px(24), 0)
        look.write(target, look.texts("operator.in_order"), inside, 28)
    room = rect.inflate(-look.px(64), -look.px(32))
    room.height, room.top = room.bottom - place.bottom, place.bottom + look.px(8)
    room.height -= look.px(8)
    lines = len(report.checks)
    high = min(room.height // max(lines, 1), max(20, look.px(54)))
    for check in report.checks:
        line = cut_top(room, high)
        side = max(8, min(look.px(26), high * 2 // 3))
        name, role = ("check", "muted") if check.is_good else ("warning", "threshold")
        sign = icon(name, side, look.colour(role))
        target.blit(sign, sign.get_rect(midleft=line.midleft))
        left = line.left + round(side * 1.6)
        middle = left + round((line.right - left) * 0.36)
        words = Rect(left, line.top, middle - left - look.px(8), line.height)
        found = Rect(middle, line.top, line.right - middle, line.height)
        key = f"operator.check.{check.id}"
        look.write(target, look.texts(key), words, 26, "muted", MEDIUM)
        look.write(target, check.found, found, 26)


def paint_problem(
    target: pygame.Surface, look: Look, rect: Rect, session: Session
) -> None:
    """One thing that is wrong, in its own words, and how many there are."""
    exhibit = session.exhibit
    problems = exhibit.report.problems
    if not problems:
        return
    paint_card(target, look, rect, warns=True)
    room = rect.inflate(-look.px(32), -look.px(20))
    head = cut_top(room, max(16, look.px(40)), look.px(4))
    texts, count = look.texts, texts_number(look, len(problems))
    side = head.height
    sign = icon("warning", side, look.palette.threshold)
    target.blit(sign, head)
    head.left, head.width = head.left + side + look.px(10), head.width - side
    look.write(target, texts("operator.problems", count=count), head, 28, weight=BOLD)
    if len(problems) > 1:
        place = texts_number(look, exhibit.problem % len(problems) + 1)
        foot = cut_bottom(room, max(14, look.px(30)))
        words = texts("operator.next", place=place, count=count)
        look.write(target, words, foot, 22, "muted", MEDIUM)
    problem = problems[exhibit.problem % len(problems)]
    # An underscore would lower what follows it, as in V_th.
    problem = problem.replace("_", "_\u2009")
    look.write_wrapped(target, [problem], room, 24)


def texts_number(look: Look, count: int) -> str:
    """A count as people of the language write it."""
    return look.texts.number(count, 0)

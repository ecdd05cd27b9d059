"""The equation, and the same with its present numbers and where the water goes."""

import pygame

from lifgame.content.levels import level_number
from lifgame.content.models import Model
from lifgame.content.parameters import CURRENT
from lifgame.content.texts import Texts
from lifgame.scenes.frames import LETTERS
from lifgame.session.session import Session
from lifgame.view.look import MEDIUM, SEMIBOLD, Look, Runs

# Below this much current the level is called steady, in nA.
STEADY_NA = 0.005
# Part of the width that the equation itself takes.
EQUATION_SHARE = 0.36


class EquationLine:
    """Painted anew when a number changes, some ten times a second at the most."""

    def __init__(self, look: Look, place: pygame.Rect) -> None:
        self._look = look
        self.place = place
        self._shown: object = None
        self._seen: object = None
        self._read: tuple[tuple[str, str], ...] = ()

    def forget(self) -> None:
        """Paint it at the next draw, with the numbers that were read last."""
        self._shown = None

    def draw(
        self,
        target: pygame.Surface,
        ground: pygame.Surface,
        session: Session,
        level_mv: float,
    ) -> list[pygame.Rect]:
        """Paint it if it is new.

        Args:
            target: Where to paint.
            ground: What stands behind it.
            session: Whose numbers they are.
            level_mv: V, the same as is written in the water.
        """
        # The current may change with every tick: it is read when V is.
        seen = level_mv, session.cell.changed_ms, session.reading.is_refractory
        if seen != self._seen or session.is_held:
            self._seen = seen
            self._read = tuple(self._now(session, level_mv))
        now, equation = self._read, _equation(session.cell.model, self._look.texts)
        if session.comparison.is_on:
            # The numbers of the Lab are those of the first neuron.
            equation = ((f"{LETTERS[0]}:  ", "voltage"), *equation)
        if (now, equation) == self._shown:
            return []
        self._shown = now, equation
        self._paint(target, ground, list(equation), list(now))
        return [self.place]

    def _paint(
        self, target: pygame.Surface, ground: pygame.Surface, equation: Runs, now: Runs
    ) -> None:
        look, place = self._look, self.place
        target.blit(ground, place, place)
        left, right = place.copy(), place.copy()
        if place.height > 0.16 * place.width:
            # One above the other.
            left.height = right.height = place.height // 2
            right.top = left.bottom
        else:
            left.width = round(place.width * EQUATION_SHARE)
            right.left = left.right + look.px(12)
            right.width = place.right - right.left
        look.write(target, equation, left, 34, weight=SEMIBOLD)
        words = "".join(text for text, _ in now)
        size_px = look.text_px(27)
        if look.text(words, size_px, weight=MEDIUM).get_width() > right.width:
            # The arrow says it without its word.
            now[-1] = (now[-1][0].split(" ")[0], "ink")
        look.write(target, now, right, 27, weight=MEDIUM)

    def _now(self, session: Session, level_mv: float) -> Runs:
        texts, reading = self._look.texts, session.reading
        leak_na = level_mv / reading.resistance_mohm
        net_na = reading.current_na - leak_na
        way = "filling" if net_na > 0 else "emptying"
        if abs(net_na) < STEADY_NA:
            way = "steady"
        if reading.is_refractory:
            net_na, way = 0.0, "resting"
        arrow = {"filling": "↑", "emptying": "↓"}.get(way, "→")
        return [
            (texts.number(reading.current_na, CURRENT.decimals), "current"),
            (" − ", "ink"),
            *_height(texts, level_mv),
            (" / ", "ink"),
            (texts.number(reading.resistance_mohm, 0), "resistance"),
            (f" = {texts.number(net_na, 2, sign=True)} nA  ", "ink"),
            (f"{arrow} {texts(f'ribbon.{way}')}", "ink"),
        ]


def _equation(model: Model, texts: Texts) -> tuple[tuple[str, str], ...]:
    """The model's; where V is absolute, its height above rest takes its place."""
    found: list[tuple[str, str]] = []
    for run in model.equation:
        is_height = run[0] == "V" and texts.rest_mv
        found += _sum(run, " − ", "V_rest") if is_height else [run]
    return tuple(found)


def _height(texts: Texts, level_mv: float) -> Runs:
    """What stands over R, in numbers."""
    now = level_number(texts, level_mv), "voltage"
    if not texts.rest_mv:
        return [now]
    sign = " + " if texts.rest_mv < 0 else " − "
    return _sum(now, sign, texts.number(abs(texts.rest_mv), 0))


def _sum(voltage: tuple[str, str], sign: str, rest: str) -> Runs:
    return [("(", "ink"), voltage, (sign, "ink"), (rest, "voltage"), (")", "ink")]

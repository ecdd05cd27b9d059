"""What stands in the two halves of the race, and the clock that belongs to both."""

import math
from collections.abc import Hashable

import pygame

from lifgame.content.race import KEYS
from lifgame.scenes.frames import LETTERS
from lifgame.scenes.race.half import ROLES
from lifgame.scenes.race.words import goal_words, lane_words, pump_words, result_words
from lifgame.session import commands as c
from lifgame.session.race.race import COUNT, COUNT_S, LONGEST_S, OVER, READY, Race
from lifgame.session.session import Session
from lifgame.view import shapes
from lifgame.view.countdown import STEPS, countdown
from lifgame.view.geometry import Pixel
from lifgame.view.icons.icons import icon
from lifgame.view.lettering.sentence import sentence_picture
from lifgame.view.look import BOLD, SEMIBOLD, Look
from lifgame.view.widgets.keycaps import cap, key_label
from lifgame.view.widgets.widget import Widget, WidgetState

# While it asks to be pressed, the ring round a button breathes this slowly, in steps.
BREATH_S, BREATHS = 3.0, 12
RING = 10.0
# Dashes of the second visitor's ring.
DASHES = 10


class Sign(Widget):
    """Something that is read and not pressed, of one visitor."""

    takes_focus = False

    def __init__(self, name: str, rect: pygame.Rect, lane: int) -> None:
        super().__init__(f"{name}_{LETTERS[lane].lower()}", rect)
        self.lane = lane

    def areas(self) -> list[pygame.Rect]:
        return [self.rect]


class Letter(Sign):
    """Who plays here: a letter on a disc, in a whole ring or a dashed one."""

    def face(self, session: Session) -> Hashable:
        return None

    def draw(
        self, target: pygame.Surface, look: Look, session: Session, state: WidgetState
    ) -> None:
        draw_letter(target, look, self.rect, self.lane)


def draw_letter(
    target: pygame.Surface, look: Look, rect: pygame.Rect, lane: int
) -> None:
    """A visitor's sign, as large as a square allows."""
    colour, half = look.colour(ROLES[lane]), min(rect.size) // 2
    width = max(2, half // 10)
    inner = shapes.disc(half - 2 * width, colour)
    target.blit(inner, inner.get_rect(center=rect.center))
    if lane == 0:
        ring = shapes.ring(half, width, colour)
        target.blit(ring, ring.get_rect(center=rect.center))
    else:
        _dashes(target, rect.center, half - width / 2, width, colour)
    letter = look.text(LETTERS[lane], round(half * 0.95), "background", BOLD)
    target.blit(letter, letter.get_rect(center=rect.center))


def _dashes(
    target: pygame.Surface,
    centre: tuple[int, int],
    radius: float,
    width: int,
    colour: tuple[int, int, int],
) -> None:
    for dash in range(DASHES):
        start = math.tau * dash / DASHES
        angles = [start + math.tau / DASHES * 0.6 * part / 4 for part in range(5)]
        points = [
            (centre[0] + radius * math.cos(a), centre[1] + radius * math.sin(a))
            for a in angles
        ]
        pygame.draw.lines(target, colour, False, points, width)


class Saying(Sign):
    """What this visitor has to do now."""

    def face(self, session: Session) -> Hashable:
        return lane_words(session, self.lane)

    def draw(
        self, target: pygame.Surface, look: Look, session: Session, state: WidgetState
    ) -> None:
        words = look.texts(lane_words(session, self.lane))
        picture = sentence_picture(look, words, self.rect.size, 40, BOLD)
        target.blit(picture, picture.get_rect(midleft=self.rect.midleft))


class Goal(Sign):
    """Of how many."""

    def face(self, session: Session) -> Hashable:
        return None

    def draw(
        self, target: pygame.Surface, look: Look, session: Session, state: WidgetState
    ) -> None:
        words = goal_words(look.texts)
        look.write(target, words, self.rect, 32, "spike", SEMIBOLD, "center")


class Result(Sign):
    """At the end: who has won, by his letter, by a star, and in words."""

    def face(self, session: Session) -> Hashable:
        return session.race.winner

    def draw(
        self, target: pygame.Surface, look: Look, session: Session, state: WidgetState
    ) -> None:
        winner, palette = session.race.winner, look.palette
        has_won = winner in (None, self.lane)
        edge = palette.spike if has_won else palette.edge
        width = max(2, look.px(6 if has_won else 2))
        plate = shapes.rounded(
            self.rect.size, look.px(34), palette.panel, edge, round(width)
        )
        target.blit(plate, self.rect)
        room = self.rect.inflate(-look.px(48), -look.px(40))
        side = min(room.height, room.width // 4, look.px(110))
        sign = pygame.Rect(room.left, 0, side, side)
        sign.centery = room.centery
        draw_letter(target, look, sign, self.lane)
        room.width -= side + look.px(24)
        room.left = sign.right + look.px(24)
        if has_won:
            star = icon("star", side, palette.spike)
            target.blit(star, star.get_rect(midright=(room.right, room.centery)))
            room.width -= side + look.px(12)
        words = result_words(session, self.lane, look.texts)
        size = 64 if has_won else 44
        look.write(target, words, room, size, "ink", BOLD)


class PumpButton(Widget):
    """One press lets in one splash, or water flows as long as it is held."""

    is_shared = True

    def __init__(self, rect: pygame.Rect, lane: int, look: Look) -> None:
        super().__init__(f"pump_{LETTERS[lane].lower()}", rect)
        self.lane = lane
        self._reach = look.px(RING)
        self._is_still = look.still

    def areas(self) -> list[pygame.Rect]:
        reach = 2 * max(self._reach + 2, 8)
        return [self.rect.inflate(reach, reach)]

    def face(self, session: Session) -> Hashable:
        race = session.race
        lane = race.lanes[self.lane]
        return race.state, lane.is_ready, lane.is_lit, self._ring(race)

    def _ring(self, race: Race) -> int:
        """How wide the ring is that asks for a press, 0 to ``BREATHS``."""
        if race.state != READY or race.lanes[self.lane].is_ready:
            return 0
        if self._is_still:
            return BREATHS
        share = race.age_s / BREATH_S
        return round(BREATHS * (0.5 - 0.5 * math.cos(math.tau * share)))

    def on_press(self, session: Session, point: Pixel, source: str) -> list[c.Command]:
        return [c.Inject(source, 1.0, self.lane)]

    def on_release(
        self, session: Session, *, inside: bool, source: str
    ) -> list[c.Command]:
        return [c.Inject(source, 0.0, self.lane)]

    def on_cancel(self, source: str) -> list[c.Command]:
        return [c.Inject(source, 0.0, self.lane)]

    def draw(
        self, target: pygame.Surface, look: Look, session: Session, state: WidgetState
    ) -> None:
        race, palette = session.race, look.palette
        lane = race.lanes[self.lane]
        self._draw_ring(target, look, self._ring(race))
        is_lit = lane.is_lit
        rim = max(3, round(self.rect.height * 0.035 * palette.edge_scale))
        face = palette.current if is_lit else palette.inject_face
        edge = palette.ink if is_lit else palette.current
        radius = round(self.rect.height * 0.22)
        plate = shapes.rounded(self.rect.size, radius, face, edge, rim)
        target.blit(plate, self.rect)
        ink = "background" if is_lit else "ink"
        if palette.id == "projector":
            ink = "ink"
        room = self.rect.inflate(-4 * rim, -4 * rim)
        # In use, what stands on it sinks; at each press it would tremble.
        room.top += 2 * rim if is_lit else 0
        is_done = race.state in (READY, COUNT) and lane.is_ready
        self._draw_face(target, look, session, room, ink, is_done=is_done)

    def _draw_ring(self, target: pygame.Surface, look: Look, step: int) -> None:
        wide = round(self._reach * step / BREATHS)
        if not wide:
            return
        rect = self.rect.inflate(2 * wide, 2 * wide)
        radius = round(self.rect.height * 0.22) + wide
        plate = shapes.rounded(rect.size, radius, look.palette.current)
        target.blit(plate, rect)

    def _draw_face(
        self,
        target: pygame.Surface,
        look: Look,
        session: Session,
        room: pygame.Rect,
        ink: str,
        *,
        is_done: bool,
    ) -> None:
        """A drop, or a tick; the word over its note; the key."""
        key = cap(look, key_label(KEYS[self.lane], look.texts), room.height // 2)
        side = round(room.height * 0.7)
        picture = icon("check" if is_done else "drop", side, look.colour(ink))
        words = room.copy()
        if key is not None and room.width > 4 * side:
            target.blit(key, key.get_rect(midright=(room.right - 8, room.centery)))
            words.width -= key.get_width() + 16
        title, note = pump_words(session, look.texts)
        gap = look.px(20)
        width = words.width - side - gap
        size_px = round(min(room.height * 0.42, 1.3 * look.text_px(70)))
        name = look.fitted([(title, ink)], width, size_px, BOLD)
        below = look.fitted([(note, ink)], width, round(size_px * 0.5), SEMIBOLD)
        wide = max(name.get_width(), below.get_width())
        left = words.centerx - (side + gap + wide) // 2
        target.blit(picture, picture.get_rect(midleft=(left, words.centery)))
        left += side + gap
        top = words.centery - (name.get_height() + below.get_height()) // 2
        target.blit(name, (left, top))
        target.blit(below, (left + 2, top + name.get_height()))


class Clock(Widget):
    """The one thing that both share: first it counts down, then it runs out."""

    takes_focus = False

    def areas(self) -> list[pygame.Rect]:
        return [self.rect]

    def _share(self, session: Session) -> float:
        race = session.race
        whole = COUNT_S if race.state == COUNT else LONGEST_S
        return race.seconds_left / whole

    def face(self, session: Session) -> Hashable:
        number = session.race.number
        return number, math.ceil(self._share(session) * STEPS), session.race.state

    def draw(
        self, target: pygame.Surface, look: Look, session: Session, state: WidgetState
    ) -> None:
        race, palette, half = session.race, look.palette, self.rect.width // 2
        plate = shapes.disc(half, palette.well)
        target.blit(plate, plate.get_rect(center=self.rect.center))
        edge = shapes.ring(half, max(1, half // 40), palette.edge)
        target.blit(edge, edge.get_rect(center=self.rect.center))
        radius = round(half * 0.86)
        size = half * (0.95 if race.state == COUNT else 0.72)
        number = "" if race.state == OVER and not race.number else str(race.number)
        ring = countdown(
            look, radius, half // 6, self._share(session), number, round(size)
        )
        target.blit(ring, ring.get_rect(center=self.rect.center))

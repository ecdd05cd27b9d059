"""The guide's buttons: the one that goes on, three guesses, show me and leave."""

from collections.abc import Hashable
from dataclasses import replace

import pygame

from lifgame.content.texts import Texts
from lifgame.scenes.bench.faces import FACES, no_text
from lifgame.scenes.guide.figures import FIGURES
from lifgame.scenes.guide.places import GuidePlaces
from lifgame.scenes.parts import drawing, words
from lifgame.session import commands as c
from lifgame.session import guide_commands as g
from lifgame.session.actions import DEEDS, Deed, always
from lifgame.session.guide import script
from lifgame.session.guide.offer import next_of
from lifgame.session.guide.progress import EXPLAINED, MEASURED
from lifgame.session.guide.rows import Choice
from lifgame.session.session import Session
from lifgame.view import shapes
from lifgame.view.icons.icons import icon
from lifgame.view.look import BOLD, SEMIBOLD, Look
from lifgame.view.widgets.controls import Button, Face, draw_plate
from lifgame.view.widgets.widget import Widget, WidgetState

# Two edges stand round it, in design units: it looks pressable, and is the first.
OUTER, INNER = 6.0, 5.0


class WhiteButton(Widget):
    """The one button that goes on; white belongs to the visitor."""

    def face(self, session: Session) -> Hashable:
        guide = session.guide
        if guide.progress is None:
            return None
        progress, fires = guide.progress, session.cell.fires
        return progress.state, progress.is_placed, fires, progress.sending.is_on

    def _command(self, session: Session) -> c.Command:
        progress = session.guide.progress
        if progress is not None and progress.can_confirm:
            return g.ConfirmGuess()
        if progress is not None and progress.is_over:
            return g.NextStep()
        if progress is not None and progress.row.pulse is not None:
            return g.SendPulse()
        return g.SetRule(fires=not session.cell.fires)

    def _words(self, session: Session, texts: Texts) -> str:
        progress = session.guide.progress
        if progress is None:
            return ""
        if progress.can_confirm:
            return texts(f"guide.button.{'lift' if progress.hides else 'guess'}")
        if progress.state == MEASURED:
            return texts("guide.button.why")
        if progress.state == EXPLAINED:
            return texts(script.what_if(progress.row))
        if progress.row.pulse is not None:
            is_on = progress.sending.is_on
            return texts("guide.button.pulsing" if is_on else "guide.button.pulse")
        return texts("guide.button.cork" if session.cell.fires else "guide.button.pull")

    def on_release(
        self, session: Session, *, inside: bool, source: str
    ) -> list[c.Command]:
        return [self._command(session)] if inside else []

    def draw(
        self, target: pygame.Surface, look: Look, session: Session, state: WidgetState
    ) -> None:
        palette, rect = look.palette, self.rect
        radius = look.px(34)
        outer = shapes.rounded(
            rect.size, radius, palette.background, palette.ink, max(2, look.px(4))
        )
        target.blit(outer, rect)
        grow = look.px(OUTER + INNER) * (2 if state.pressed else 1)
        face = rect.inflate(-2 * grow, -2 * grow)
        target.blit(shapes.rounded(face.size, radius - grow // 2, palette.ink), face)
        room = face.inflate(-look.px(36), -look.px(16))
        plain = self._words(session, look.texts)
        size = 46 if rect.height >= look.px(110) else 38
        look.write(target, plain, room, size, "background", BOLD, "center")


class ChoiceButton(Widget):
    """One of three guesses."""

    def __init__(self, place: int, rect: pygame.Rect, row: str, guess: Choice) -> None:
        super().__init__(f"choice_{place + 1}", rect)
        self._place, self._row = place, row
        self._figure = FIGURES[guess.figures]

    def face(self, session: Session) -> Hashable:
        progress = session.guide.progress
        return progress and progress.guess

    def on_release(
        self, session: Session, *, inside: bool, source: str
    ) -> list[c.Command]:
        return [g.PlaceGuess(float(self._place))] if inside else []

    def draw(
        self, target: pygame.Surface, look: Look, session: Session, state: WidgetState
    ) -> None:
        progress = session.guide.progress
        is_chosen = progress is not None and progress.guess == self._place
        draw_plate(target, look, self.rect, selected=is_chosen, pressed=state.pressed)
        room = self.rect.inflate(-look.px(24), -look.px(16))
        upper = room.copy()
        upper.height = room.height // 2
        self._figure(target, look, upper, self._place)
        lower = room.copy()
        lower.top, lower.height = upper.bottom, room.height - upper.height
        words = look.texts(f"guide.{self._row}.choice_{self._place + 1}")
        look.write(target, words, lower, 28, "ink", BOLD, "center")


def corner_buttons(places: GuidePlaces, session: Session) -> list[Widget]:
    """Language, sound, and the beginning again or its way back."""
    progress = session.guide.progress
    is_over = progress is not None and progress.is_over
    found: list[Widget] = []
    for name in ("language", "mute"):
        face, kind = FACES[name]
        found.append(kind(name, places.buttons[name], face, DEEDS[name]))
    can_undo = session.guide.undo_s > 0.0
    rect = places.buttons["reset"]
    if can_undo:
        face = Face(icon=drawing("back"), is_hinted=lambda _: True)
        found.append(Button("undo", rect, face, always(g.UndoRestart())))
    elif is_over and places.form == "compact":
        found.append(_next_button(rect, has_words=False))
    elif is_over:
        face = Face(icon=drawing("close"))
        found.append(Button("leave", rect, face, always(g.LeaveGuide())))
    else:
        face = replace(FACES["reset"][0], title=no_text, across=False, icon_share=1.0)
        found.append(Button("reset", rect, face, DEEDS["reset"]))
    return found


def ending_buttons(places: GuidePlaces, session: Session) -> list[Widget]:
    """Show me and Leave; at the end once more and the next."""
    progress = session.guide.progress
    is_over = progress is not None and progress.is_over
    has_words = places.form != "compact"
    show, leave = places.buttons["show"], places.buttons["leave"]
    if is_over:
        first = _button("again", show, "reset", g.RestartStep(), has_words=has_words)
        if places.form == "compact":
            close = _button("leave", leave, "close", g.LeaveGuide(), has_words=False)
            return [first, close]
        return [first, _next_button(leave, has_words=has_words)]
    shown = _button("show", show, "show", g.ShowMe(), has_words=has_words)
    shown.shows = replace(shown.shows, is_hinted=lambda session: session.guide.can_skip)
    return [
        shown,
        _button("leave", leave, "close", g.LeaveGuide(), has_words=has_words),
    ]


def _next_button(rect: pygame.Rect, *, has_words: bool) -> Button:
    def give(session: Session) -> c.Command | None:
        progress = session.guide.progress
        if progress is None:
            return None
        rules, own = session.exhibit.rules, session.exhibit.own_rows
        return g.StartGuide((next_of(progress.row, rules, own) or progress.row).id)

    title = words("guide.button.next") if has_words else no_text
    face = Face(icon=drawing("next"), title=title, title_size=26)
    return Button("next", rect, _wide(face, rect), Deed(give))


def _button(
    name: str, rect: pygame.Rect, image: str, command: c.Command, *, has_words: bool
) -> Button:
    title = words(f"guide.button.{name}") if has_words else no_text
    face = Face(icon=drawing(image), title=title, title_size=26)
    return Button(name, rect, _wide(face, rect), always(command))


def _wide(face: Face, rect: pygame.Rect) -> Face:
    """In a wide and low button the drawing stands beside the words."""
    is_wide = rect.width > 2.2 * rect.height
    return replace(face, across=True, icon_share=0.8) if is_wide else face


class HandSign(Widget):
    """While the guide shows it: a ghost of a hand at what it moves."""

    takes_focus = False

    def areas(self) -> list[pygame.Rect]:
        return [self.rect]

    def face(self, session: Session) -> Hashable:
        return session.guide.show is not None

    def draw(
        self, target: pygame.Surface, look: Look, session: Session, state: WidgetState
    ) -> None:
        if session.guide.show is None:
            return
        hand = icon("show", self.rect.height, look.palette.ink)
        target.blit(hand, hand.get_rect(midleft=self.rect.midleft))
        room = self.rect.copy()
        room.left += self.rect.height
        room.width -= self.rect.height
        look.write(target, look.texts("guide.showing"), room, 30, "ink", SEMIBOLD)

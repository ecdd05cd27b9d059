"""The settings: one row each, all choices in sight, saved as they are chosen."""

from dataclasses import replace

import pygame

from lifgame.content.settings import SETTINGS, Setting
from lifgame.content.texts import Texts
from lifgame.scenes.layout import SMALLEST_TOUCH_PX, Rect, columns, cut_left, cut_top
from lifgame.scenes.parts import closing_button, drawing, header, words
from lifgame.scenes.scene import Scene
from lifgame.session import commands as c
from lifgame.session.actions import always
from lifgame.session.session import Session
from lifgame.view.icons.icons import icon
from lifgame.view.look import BOLD, Look
from lifgame.view.widgets.controls import Button, Face
from lifgame.view.widgets.widget import Widget, WidgetState

# So many choices leave room for another setting beside them.
FEW = 2


class SettingsScene(Scene):
    """For operators and teachers."""

    def widgets(self, session: Session) -> list[Widget]:
        _, close, room = header(self.size, self.look)
        rows = self._rows(room)
        widgets: list[Widget] = []
        for setting, (_, area) in zip(SETTINGS.values(), rows, strict=True):
            allowed = session.preferences.choices(setting.id)
            places = columns(area, len(allowed), max(8, self.look.px(12)))
            widgets += [
                _choice(setting, value, place, self.look)
                for value, place in zip(allowed, places, strict=True)
            ]
        face = Face(
            icon=drawing("reset"), title=words("settings.defaults"), across=True
        )
        face = replace(face, icon_share=0.7, title_size=16)
        place = self._defaults_place(close)
        defaults = Button("defaults", place, face, always(c.DefaultSettings()))
        return [*widgets, defaults, closing_button(close)]

    def _defaults_place(self, close: Rect) -> Rect:
        """The button that undoes everything, in the title bar."""
        width = min(max(190, self.look.text_px(300)), self.size[0] * 45 // 100)
        gap = max(8, self.look.px(16))
        return Rect(close.left - gap - width, close.top, width, close.height)

    def _rows(self, room: Rect) -> list[tuple[Rect, Rect]]:
        """A name and room for the choices of each setting."""
        look, area = self.look, room.copy()
        gap = max(8, look.px(14))
        lines = [[setting] for setting in SETTINGS.values()]
        if len(lines) * (SMALLEST_TOUCH_PX + gap) - gap > room.height:
            lines = _shared(lines)
        tall = (room.height + gap) // len(lines) - gap
        tall = max(SMALLEST_TOUCH_PX, min(look.px(96), tall))
        rows: list[tuple[Rect, Rect]] = []
        for line in lines:
            for row in columns(cut_top(area, tall, gap), len(line), gap):
                wide = min(look.text_px(280), row.width * 28 // 100)
                rows.append((cut_left(row, wide, gap), row))
        return rows

    def paint_backdrop(self, session: Session) -> None:
        look = self.look
        title, close, room = header(self.size, look)
        title.width = self._defaults_place(close).left - title.left
        look.write(self.backdrop, look.texts("settings.title"), title, 34, weight=BOLD)
        rows = self._rows(room)
        for setting, (name, _) in zip(SETTINGS.values(), rows, strict=True):
            text = look.texts(f"setting.{setting.id}.title")
            look.write(self.backdrop, text, name, 26)


def _shared(lines: list[list[Setting]]) -> list[list[Setting]]:
    """Neighbours of two choices each, side by side."""
    shared: list[list[Setting]] = []
    for (setting,) in lines:
        is_short = len(setting.choices) == FEW
        if is_short and shared and len(shared[-1][0].choices) == FEW > len(shared[-1]):
            shared[-1].append(setting)
        else:
            shared.append([setting])
    return shared


class ChoiceButton(Button):
    """One of several values; the chosen one has a tick, not only another colour."""

    def draw(
        self, target: pygame.Surface, look: Look, session: Session, state: WidgetState
    ) -> None:
        super().draw(target, look, session, state)
        side = min(self.rect.height // 3, self.rect.width // 5)
        if self.deed.is_lit(session) and side >= 8:
            tick = icon("check", side, look.palette.ink)
            spot = tick.get_rect(
                midleft=(self.rect.left + look.px(6), self.rect.centery)
            )
            target.blit(tick, spot)


def choice_words(setting: Setting, value: str, session: Session, texts: Texts) -> str:
    """What is written on the button of a choice."""
    if setting.unit:
        return texts.quantity(float(value), 0, setting.unit)
    if not setting.choices:
        # A language is named in itself, for those who read no other.
        return session.preferences.languages[value]
    return texts(f"setting.{setting.id}.{value}")


def _choice(setting: Setting, value: str, place: Rect, look: Look) -> Button:
    def title(session: Session, texts: Texts) -> str:
        words = choice_words(setting, value, session, texts)
        fits = look.text(words, 12).get_width() <= place.width - look.px(16)
        # Where a language's name does not fit, its short form has to do.
        return words if fits or setting.choices else value.upper()

    face = Face(
        title=title,
        title_size=24,
    )
    chosen = always(
        c.SetSetting(setting.id, value),
        lambda session: session.preferences[setting.id] == value,
    )
    return ChoiceButton(f"{setting.id}:{value}", place, face, chosen)

"""The list of neuron types: every cell with its drawing, to be chosen with one tap."""

import pygame

from lifgame.content.presets import PRESETS, Preset
from lifgame.scenes.choose import play_layout
from lifgame.scenes.layout import Rect, columns, cut_right, cut_top
from lifgame.scenes.play_widgets import always, drawing, words
from lifgame.scenes.scene import Scene
from lifgame.session import commands as c
from lifgame.session.session import Session
from lifgame.view.controls import Button, Face
from lifgame.view.look import BOLD, Look
from lifgame.view.widget import Widget

GROUPS = tuple(dict.fromkeys(preset.group for preset in PRESETS.values()))


def header(size: tuple[int, int], look: Look) -> tuple[Rect, Rect, Rect]:
    """A screen's title, its closing button, and the room below them."""
    side = max(48, look.px(64))
    margin = look.px(24)
    room = Rect(0, 0, *size).inflate(-2 * margin, -2 * margin)
    bar = cut_top(room, side, look.px(14))
    close = cut_right(bar, side, look.px(24))
    return bar, close, room


def closing_button(rect: Rect) -> Button:
    """The cross that leads back to the Play screen."""
    face = Face(icon=drawing("close"))
    return Button("close", rect, face, always(c.ShowScreen("play")))


class PresetsScene(Scene):
    """Every neuron type, in its groups."""

    def __init__(self, look: Look, size: tuple[int, int], session: Session) -> None:
        look.unit = play_layout(size).unit
        super().__init__(look, size, session)

    def widgets(self, session: Session) -> list[Widget]:
        _, close, room = header(self.size, self.look)
        buttons: list[Widget] = [closing_button(close)]
        for presets, (_, area) in zip(_groups(), self._rows(room), strict=True):
            longest = max(len(group) for group in _groups())
            places = columns(area, longest, max(8, self.look.px(16)))
            buttons += [
                _card(preset, place)
                for preset, place in zip(presets, places, strict=False)
            ]
        return buttons

    def _rows(self, room: Rect) -> list[tuple[Rect, Rect]]:
        """A heading and a row of cards for every group."""
        heading = self.look.text_px(20) + 6
        gap = self.look.px(10)
        height = (room.height + gap) // len(GROUPS) - gap
        area = room.copy()
        rows: list[tuple[Rect, Rect]] = []
        for _ in GROUPS:
            row = cut_top(area, height, gap)
            rows.append((cut_top(row, heading), row))
        return rows

    def paint_backdrop(self, session: Session) -> None:
        look = self.look
        title, _, room = header(self.size, look)
        look.write(self.backdrop, look.texts("presets.title"), title, 34, weight=BOLD)
        for group, (heading, _) in zip(GROUPS, self._rows(room), strict=True):
            key = f"group.{group}"
            look.write(self.backdrop, look.texts(key), heading, 20, "muted")

    def act(self, action: str, session: Session) -> list[c.Command]:
        if action == "preset_previous":
            self.board.move_focus(-1)
        elif action == "preset_next":
            self.board.move_focus(1)
        return [c.ShowScreen("play")] if action == "back" else []


def _groups() -> list[list[Preset]]:
    return [[p for p in PRESETS.values() if p.group == group] for group in GROUPS]


def _card(preset: Preset, place: pygame.Rect) -> Button:
    face = Face(
        icon=drawing(preset.id),
        title=words(f"preset.{preset.id}.name"),
        note=words(f"preset.{preset.id}.short"),
        role="capacitance",
        accent="voltage",
        is_selected=lambda session: session.preset.id == preset.id,
        across=True,
    )
    return Button(f"preset:{preset.id}", place, face, always(c.SelectPreset(preset.id)))

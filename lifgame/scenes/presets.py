"""The list of neuron types: every cell with its drawing, to be chosen with one tap."""

import pygame

from lifgame.content.presets import PRESETS, Preset
from lifgame.scenes.bench.faces import chosen_cell
from lifgame.scenes.layout import Rect, columns, cut_top
from lifgame.scenes.parts import closing_button, drawing, header, words
from lifgame.scenes.scene import Scene
from lifgame.session import commands as c
from lifgame.session.actions import Deed
from lifgame.session.session import Session
from lifgame.view.look import BOLD
from lifgame.view.widgets.controls import Button, Face
from lifgame.view.widgets.widget import Widget

# The least width of a card with its words, in units of type.
CARD_WIDTH = 300
GROUPS = tuple(dict.fromkeys(preset.group for preset in PRESETS.values()))


class PresetsScene(Scene):
    """Every neuron type, in its groups."""

    def widgets(self, session: Session) -> list[Widget]:
        _, close, room = header(self.size, self.look)
        places = self._in_groups(room) or self._in_a_grid(room)
        cards = [
            _card(preset, place)
            for preset, place in zip(PRESETS.values(), places, strict=False)
        ]
        return [closing_button(close), *cards]

    def _in_groups(self, room: Rect) -> list[Rect]:
        """A row for every group; nothing where the cards would be too narrow."""
        groups = [[p for p in PRESETS.values() if p.group == group] for group in GROUPS]
        longest = max(len(group) for group in groups)
        gap = max(8, self.look.px(16))
        if room.width // longest < max(160, self.look.text_px(CARD_WIDTH)):
            return []
        return [
            place
            for group, (_, area) in zip(groups, self._rows(room), strict=True)
            for place in columns(area, longest, gap)[: len(group)]
        ]

    def _in_a_grid(self, room: Rect) -> list[Rect]:
        """As many columns as fit, two at the least, without headings."""
        count = max(2, min(4, room.width // max(200, self.look.text_px(CARD_WIDTH))))
        rows = -(-len(PRESETS) // count)
        gap = max(8, self.look.px(12))
        height = (room.height + gap) // rows - gap
        area = room.copy()
        return [
            place
            for _ in range(rows)
            for place in columns(cut_top(area, height, gap), count, gap)
        ]

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
        if not self._in_groups(room):
            return
        for group, (heading, _) in zip(GROUPS, self._rows(room), strict=True):
            key = f"group.{group}"
            look.write(self.backdrop, look.texts(key), heading, 20, "muted")


def _card(preset: Preset, place: pygame.Rect) -> Button:
    face = Face(
        icon=drawing(preset.id),
        title=words(f"preset.{preset.id}.name"),
        note=words(f"preset.{preset.id}.short"),
        role="capacitance",
        accent="voltage",
        across=True,
        title_size=20,
    )
    chosen = Deed(
        lambda session: c.SelectPreset(preset.id, session.comparison.chosen),
        lambda session: chosen_cell(session).preset.id == preset.id,
    )
    return Button(f"preset:{preset.id}", place, face, chosen)

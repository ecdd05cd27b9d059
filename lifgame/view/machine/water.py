"""The water: a body that is darker the deeper, its crest, and the band of many flushes.

Body and crest are painted once for a bucket and then only copied, so that a moving
surface costs two blits.
"""

from functools import lru_cache

import numpy as np
import pygame
from pygame import Rect, Surface

from lifgame.content.palette import Colour, Palette
from lifgame.view.colours import mix
from lifgame.view.machine.moment import Moment, Part
from lifgame.view.machine.places import MachinePlaces

# Two waves of 1.1 and 1.65 s come round together.
WAVES_S = 3.3
PHASES = 96
SWELLS = 3  # steps of the waves' height
AMPLITUDE = 4.0
# The depth at which the water is darkest, in millivolt.
DEEPEST_MV = 16.0
# The bright edge in the band: so thin that its way up and down is no flash.
EDGE = 2.5
SHADE = 0.42  # how much darker the glass is at its sides
# Across the glass: dark at the sides, a faint light left of the middle.
_ACROSS = (0.0, 0.05, 0.12, 0.2, 0.3, 0.45, 0.7, 0.85, 0.94, 1.0)
_SHADES = (1.0, 0.62, 0.15, -0.12, -0.16, 0.0, 0.03, 0.18, 0.55, 1.0)
EMPTY_MV = 0.05
# Out of line with 16 bytes: see ``areas.aside``.
MARGIN = 1


class Water(Part):
    """Everything of the water but its siphon."""

    def __init__(self, places: MachinePlaces, palette: Palette) -> None:
        self._places = places
        self._palette = palette
        middle = mix(palette.water_top, palette.water_bottom, 0.55)
        tones = palette.water_top, middle, palette.water_bottom
        self._body = _body(places, palette, tones)
        self._reach = round(places.px(AMPLITUDE)) + places.px(4)
        self._crests = lru_cache(maxsize=PHASES * 2)(self._crest)
        self._band: Surface | None = None

    def face(self, moment: Moment) -> object:
        frame = moment.frame
        if frame.is_band:
            return moment.level_y, moment.line_y
        share = frame.gulp_share if moment.still_gulp else None
        # The last drop is gone while the level is still in the same row of pixels.
        wet = _is_wet(moment)
        return moment.level_y, wet, moment.wave, moment.swell, share

    def areas(self, moment: Moment) -> list[Rect]:
        inside, reach = self._places.inside, self._reach
        top = moment.level_y - reach
        if moment.frame.is_band or moment.still_gulp:
            top = min(top, moment.line_y)
        return [Rect(inside.left, top, inside.width, inside.bottom - top)]

    def changed(
        self, before: object, face: object, moment: Moment
    ) -> list[Rect] | None:
        """Only the crest, as long as the waves alone have moved."""
        assert isinstance(before, tuple)
        assert isinstance(face, tuple)
        if len(before) != len(face):
            return None
        if (*before[:2], before[-1]) != (*face[:2], face[-1]):
            return None
        inside, y, reach = self._places.inside, moment.level_y, self._reach
        bottom = min(y + reach, inside.bottom)
        return [Rect(inside.left, y - reach, inside.width, bottom - y + reach)]

    def draw(self, canvas: Surface, moment: Moment) -> None:
        frame = moment.frame
        if frame.is_band:
            self._draw_band(canvas, moment)
            return
        if moment.still_gulp and frame.gulp_share is not None:
            self._draw_fading(canvas, moment.line_y, 1.0 - frame.gulp_share)
        if _is_wet(moment):
            self._draw_at(canvas, moment.level_y, moment.wave, moment.swell)

    def covers(self, moment: Moment) -> Rect:
        """Where it hides everything behind it."""
        inside, top = self._places.inside, moment.level_y + self._reach
        if moment.frame.is_band or not _is_wet(moment):
            return Rect(inside.bottomleft, (0, 0))
        return Rect(inside.left, top, inside.width, max(0, inside.bottom - top))

    def _draw_at(self, canvas: Surface, y: int, wave: int, swell: int) -> None:
        inside = self._places.inside
        depth = inside.bottom - y
        canvas.blit(self._body, (inside.left, y), (MARGIN, 0, inside.width, depth))
        crest = self._crests(wave if swell else 0, swell)
        height = min(crest.get_height(), self._reach + depth)
        place = (inside.left, y - self._reach)
        canvas.blit(crest, place, (0, 0, inside.width, height))

    def _draw_fading(self, canvas: Surface, y: int, share: float) -> None:
        inside = self._places.inside
        self._body.set_alpha(round(255 * share))
        depth = inside.bottom - y
        canvas.blit(self._body, (inside.left, y), (MARGIN, 0, inside.width, depth))
        self._body.set_alpha(None)

    def _draw_band(self, canvas: Surface, moment: Moment) -> None:
        """All levels at once, pale, and the true one as a bright edge."""
        inside, y = self._places.inside, moment.line_y
        depth = inside.bottom - y
        if self._band is None:
            self._band = _band(self._places, self._palette)
        canvas.blit(self._band, (inside.left, y), (MARGIN, 0, inside.width, depth))
        thick = max(1, self._places.px(EDGE))
        edge = Rect(inside.left, moment.level_y - thick // 2, inside.width, thick)
        canvas.fill(self._palette.crest, edge.clip(inside))

    def _crest(self, wave: int, swell: int) -> Surface:
        """The line between water and air; below it water, above it nothing."""
        places, palette = self._places, self._palette
        width, reach = places.inside.width, self._reach
        xs = np.arange(width)[:, None]
        turn = 2.0 * np.pi * wave / PHASES
        unit = places.detail
        high = AMPLITUDE * unit * swell / SWELLS * 0.5
        line = high * (
            np.sin(xs / (34.0 * unit) + 3 * turn)
            + np.sin(xs / (59.0 * unit) - 2 * turn)
        )
        down = np.arange(2 * reach)[None, :] + 0.5 - reach - line
        thick = max(2.0, 4.0 * unit)
        crest = Surface((width, 2 * reach), pygame.SRCALPHA)
        is_water = np.clip(down - thick / 2 + 0.5, 0.0, 1.0)[..., None]
        surface = self._body.subsurface((MARGIN, 0, width, 1))
        water = pygame.surfarray.array3d(surface).astype(float)
        colour = np.array(palette.crest) * (1.0 - is_water) + water * is_water
        pygame.surfarray.pixels3d(crest)[...] = colour.astype(np.uint8)
        opacity = np.clip(down + thick / 2 + 0.5, 0.0, 1.0)
        pygame.surfarray.pixels_alpha(crest)[...] = (255 * opacity).astype(np.uint8)
        return crest


def _is_wet(moment: Moment) -> bool:
    """Whether there is any water to be seen."""
    return moment.frame.level_mv > EMPTY_MV


def _body(
    places: MachinePlaces, palette: Palette, tones: tuple[Colour, Colour, Colour]
) -> Surface:
    """The full depth of water, from three tones, dark at the glass's sides."""
    inside = places.inside
    deepest = DEEPEST_MV * places.scale.px_per_mv
    depth = np.clip(np.arange(inside.height) / deepest, 0.0, 1.0)
    column = np.stack(
        [
            np.interp(depth, (0.0, 0.5, 1.0), channel)
            for channel in zip(*tones, strict=True)
        ],
        axis=-1,
    )
    line = Surface((1, inside.height))
    pygame.surfarray.blit_array(line, column[None].astype(np.uint8))
    body = pygame.transform.scale(line, (inside.width + MARGIN, inside.height))
    body.blit(_shade(inside.size, palette), (MARGIN, 0))
    return body


def _shade(size: tuple[int, int], palette: Palette) -> Surface:
    """The glass's roundness as a veil: dark at the sides, light left of the middle."""
    across = (np.arange(size[0]) + 0.5) / max(1, size[0])
    shade = np.interp(across, _ACROSS, _SHADES) * SHADE * _roundness(palette)
    row = Surface((size[0], 1), pygame.SRCALPHA)
    dark, light = np.array(palette.outline), np.array(palette.gloss)
    tone = np.where(shade[:, None] > 0, dark, light)
    pygame.surfarray.pixels3d(row)[...] = tone[:, None].astype(np.uint8)
    alpha = np.round(255 * np.abs(shade)).astype(np.uint8)
    pygame.surfarray.pixels_alpha(row)[...] = alpha[:, None]
    return pygame.transform.scale(row, size)


def _roundness(palette: Palette) -> float:
    """How strongly glass is shaded: not where faces are flat, faintly if bright."""
    if palette.water_top == palette.water_bottom:
        return 0.0
    return 1.0 if palette.glow else 0.4


def _band(places: MachinePlaces, palette: Palette) -> Surface:
    """Pale water, alike at every depth: it has been at every height."""
    pale = mix(palette.water_top, palette.air, 0.42)
    return _body(places, palette, (pale, pale, pale))


def flat(palette: Palette) -> Colour:
    """Water in a tube."""
    return mix(palette.water_top, palette.water_bottom, 0.3)

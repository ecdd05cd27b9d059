"""Colours by meaning: every painter asks for a role, never for a colour."""

from dataclasses import dataclass

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Palette:
    """One row of colours (red, green, blue, 0 to 255), named after what they mean.

    The six meanings are the same everywhere: word, slider, curve and bucket.
    """

    id: str
    # surfaces, from back to front
    background: Colour
    panel: Colour
    raised: Colour
    pressed: Colour
    selected: Colour
    well: Colour  # sunken places: slider tracks, key caps, the scope's inside
    line: Colour  # hairlines that only decorate
    edge: Colour  # edges that a visitor must see: buttons, bucket, 3:1 contrast
    grid: Colour
    # words
    ink: Colour
    muted: Colour
    # the six meanings
    voltage: Colour
    current: Colour
    threshold: Colour
    spike: Colour
    resistance: Colour
    capacitance: Colour
    # things
    settle: Colour  # the dotted line where V would settle
    water_top: Colour
    water_bottom: Colour
    stream: Colour
    metal_dark: Colour
    metal_light: Colour
    knob: Colour
    inject_face: Colour
    focus: Colour

    def colour(self, role: str) -> Colour:
        """The colour of a role, by name.

        Raises:
            AttributeError: If no such role exists.
        """
        value: Colour = getattr(self, role)
        return value


NIGHT = Palette(
    id="night",
    background=(10, 15, 30),
    panel=(17, 26, 48),
    raised=(26, 38, 66),
    pressed=(38, 56, 96),
    selected=(18, 59, 87),
    well=(10, 15, 30),
    line=(38, 53, 86),
    edge=(104, 122, 166),
    grid=(30, 43, 76),
    ink=(234, 240, 255),
    muted=(168, 184, 216),
    voltage=(86, 180, 233),
    current=(47, 211, 162),
    threshold=(255, 166, 43),
    spike=(255, 228, 92),
    resistance=(229, 139, 192),
    capacitance=(185, 196, 230),
    settle=(138, 154, 198),
    water_top=(108, 198, 245),
    water_bottom=(20, 99, 155),
    stream=(108, 198, 245),
    metal_dark=(56, 72, 110),
    metal_light=(143, 162, 204),
    knob=(255, 255, 255),
    inject_face=(23, 58, 47),
    focus=(255, 255, 255),
)

# The six meanings that must stay apart, in every palette and for every eye.
MEANINGS = (
    "voltage",
    "current",
    "threshold",
    "spike",
    "resistance",
    "capacitance",
)
PALETTES = {palette.id: palette for palette in (NIGHT,)}

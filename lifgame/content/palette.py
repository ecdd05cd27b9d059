"""Colours by meaning: every painter asks for a role, never for a colour."""

from dataclasses import dataclass, fields

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Palette:
    """One row of colours (red, green, blue, 0 to 255), named after what they mean.

    The six meanings are the same everywhere: word, slider, curve and bucket.

    Raises:
        ValueError: If a channel is not from 0 to 255, naming palette and role.
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
    crest: Colour  # the line between water and air
    stream: Colour
    streak: Colour  # light and foam that move with the water
    drop: Colour
    gloss: Colour  # the faint reflection on the bucket's glass
    metal_dark: Colour
    metal_light: Colour
    wall: Colour  # the bucket's walls and the pipe's flanges
    fixture: Colour  # what moves: tap wheel and trap door
    lamp_face: Colour  # the lamp while it is lit, and its halo
    lamp_rim: Colour
    lamp_bolt: Colour
    knob: Colour
    inject_face: Colour
    focus: Colour
    # the machine: glass, what is in it, what can be taken in the hand
    room_light: Colour  # the wall behind everything, in its light
    room_dark: Colour
    cell_face: Colour  # the nerve cell behind the machine, a faint decoration
    cell_edge: Colour
    glass: Colour  # walls, siphon and the float's arm
    air: Colour  # inside glass and pipe where there is no water
    outline: Colour  # edges and marks on bright faces: tags, float, lit lamp
    gauge: Colour  # the track round the tap's wheel
    hub: Colour
    lamp_glass: Colour  # the lamp while it is dark
    pulse_core: Colour
    sleeve: Colour  # the fat round the axon
    threshold_face: Colour
    resistance_face: Colour  # felt and knob
    felt_pore: Colour
    capacitance_face: Colour
    # the chart recorder
    paper: Colour
    paper_line: Colour  # its grid: decoration
    paper_hole: Colour  # holes, seam of the strips, casing of the flush line
    rail: Colour
    shade: Colour  # where the paper turns away from the light
    glow: float = 1.0  # how far light spreads around lit things, 0 (crisp) to 1
    edge_scale: float = 1.0  # how much thicker than usual edges are

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, tuple) and not all(0 <= part <= 255 for part in value):
                raise ValueError(
                    f"palette {self.id}: {field.name} {value} not 0 to 255"
                )

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
    settle=(159, 176, 216),
    water_top=(99, 189, 240),
    water_bottom=(18, 90, 148),
    crest=(213, 240, 255),
    stream=(108, 198, 245),
    streak=(199, 228, 252),
    drop=(158, 215, 249),
    gloss=(255, 255, 255),
    metal_dark=(56, 72, 110),
    metal_light=(143, 162, 204),
    wall=(143, 162, 204),
    fixture=(185, 196, 230),
    lamp_face=(255, 228, 92),
    lamp_rim=(234, 240, 255),
    lamp_bolt=(10, 15, 30),
    knob=(255, 255, 255),
    inject_face=(23, 58, 47),
    focus=(255, 255, 255),
    room_light=(16, 26, 58),
    room_dark=(9, 13, 28),
    cell_face=(17, 26, 58),
    cell_edge=(53, 73, 138),
    glass=(195, 211, 245),
    air=(10, 18, 40),
    outline=(13, 20, 40),
    gauge=(86, 106, 160),
    hub=(15, 125, 92),
    lamp_glass=(20, 29, 60),
    pulse_core=(255, 251, 224),
    sleeve=(34, 48, 86),
    felt_pore=(136, 50, 104),
    threshold_face=(255, 166, 43),
    resistance_face=(229, 139, 192),
    capacitance_face=(185, 196, 230),
    paper=(31, 47, 88),
    paper_line=(47, 67, 120),
    paper_hole=(10, 16, 36),
    rail=(51, 68, 111),
    shade=(6, 10, 26),
)

# For a lit room: a projector adds grey to everything, so meanings are dark and full.
PROJECTOR = Palette(
    id="projector",
    background=(236, 240, 247),
    panel=(250, 251, 254),
    raised=(255, 255, 255),
    pressed=(178, 201, 232),
    selected=(212, 231, 250),
    well=(255, 255, 255),
    line=(124, 134, 160),
    edge=(84, 96, 124),
    grid=(164, 174, 196),
    ink=(14, 20, 36),
    muted=(54, 64, 88),
    voltage=(0, 79, 151),
    current=(0, 84, 46),
    threshold=(99, 33, 0),
    spike=(99, 77, 0),
    resistance=(155, 8, 97),
    capacitance=(32, 35, 76),
    settle=(76, 84, 116),
    water_top=(98, 178, 234),
    water_bottom=(58, 144, 210),
    crest=(0, 62, 122),
    stream=(24, 120, 196),
    streak=(164, 214, 248),
    drop=(24, 120, 196),
    gloss=(255, 255, 255),
    metal_dark=(108, 120, 148),
    metal_light=(206, 214, 228),
    wall=(78, 90, 120),
    fixture=(52, 60, 96),
    lamp_face=(255, 208, 0),
    lamp_rim=(99, 77, 0),
    lamp_bolt=(14, 20, 36),
    knob=(255, 255, 255),
    inject_face=(214, 242, 226),
    focus=(0, 0, 0),
    room_light=(246, 248, 252),
    room_dark=(236, 240, 247),
    cell_face=(247, 249, 253),
    cell_edge=(152, 165, 192),
    glass=(38, 49, 79),
    air=(247, 249, 253),
    outline=(32, 35, 76),
    gauge=(127, 138, 164),
    hub=(44, 196, 146),
    lamp_glass=(255, 255, 255),
    pulse_core=(255, 255, 255),
    sleeve=(201, 211, 230),
    felt_pore=(155, 8, 97),
    threshold_face=(255, 166, 43),
    resistance_face=(238, 154, 203),
    capacitance_face=(195, 205, 238),
    paper=(251, 252, 254),
    paper_line=(186, 195, 214),
    paper_hole=(150, 161, 186),
    rail=(152, 165, 192),
    shade=(84, 96, 124),
    glow=0.0,
    edge_scale=1.4,
)

CONTRAST = Palette(
    id="contrast",
    background=(0, 0, 0),
    panel=(0, 0, 0),
    raised=(0, 0, 0),
    pressed=(72, 72, 80),
    selected=(0, 48, 92),
    well=(0, 0, 0),
    line=(120, 128, 144),
    edge=(198, 206, 222),
    grid=(84, 92, 108),
    ink=(255, 255, 255),
    muted=(218, 224, 236),
    voltage=(96, 184, 255),
    current=(40, 240, 160),
    threshold=(255, 138, 20),
    spike=(255, 240, 60),
    resistance=(240, 140, 205),
    capacitance=(212, 222, 250),
    settle=(198, 206, 222),
    water_top=(0, 96, 184),
    water_bottom=(0, 96, 184),
    crest=(255, 255, 255),
    stream=(96, 184, 255),
    streak=(255, 255, 255),
    drop=(190, 226, 255),
    gloss=(0, 0, 0),
    metal_dark=(120, 128, 144),
    metal_light=(120, 128, 144),
    wall=(255, 255, 255),
    fixture=(212, 222, 250),
    lamp_face=(255, 240, 60),
    lamp_rim=(255, 255, 255),
    lamp_bolt=(0, 0, 0),
    knob=(255, 255, 255),
    inject_face=(0, 40, 26),
    focus=(255, 255, 255),
    room_light=(0, 0, 0),
    room_dark=(0, 0, 0),
    cell_face=(0, 0, 0),
    cell_edge=(84, 92, 108),
    glass=(255, 255, 255),
    air=(0, 0, 0),
    outline=(0, 0, 0),
    gauge=(120, 128, 144),
    hub=(0, 0, 0),
    lamp_glass=(0, 0, 0),
    pulse_core=(255, 255, 255),
    sleeve=(0, 0, 0),
    felt_pore=(0, 0, 0),
    threshold_face=(255, 138, 20),
    resistance_face=(240, 140, 205),
    capacitance_face=(212, 222, 250),
    paper=(0, 0, 0),
    paper_line=(84, 92, 108),
    paper_hole=(120, 128, 144),
    rail=(198, 206, 222),
    shade=(0, 0, 0),
    glow=0.0,
    edge_scale=1.6,
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
# How things that share a panel are told apart without any colour, as in greyscale.
SECOND_CUES: dict[str, str] = {
    "voltage": "solid curve",
    "current": "strip of its own, filled to zero",
    "threshold": "dashed line",
    "spike": "mark with a disc on its head",
    "resistance": "ring about the hole",
    "capacitance": "dimension line between two ends",
    "settle": "dotted line",
}
PALETTES = {palette.id: palette for palette in (NIGHT, PROJECTOR, CONTRAST)}

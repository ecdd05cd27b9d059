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
    second: Colour  # a second neuron's V, dashed, and its water
    second_top: Colour
    second_bottom: Colour
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
    "second": "dashed curve with a letter",
}

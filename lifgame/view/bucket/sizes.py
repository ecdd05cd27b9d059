"""The lengths that the bucket scene's layout is made of, for one panel."""

from dataclasses import dataclass

from pygame import Rect


@dataclass(frozen=True, slots=True)
class PanelSizes:
    """Lengths that hold for the whole panel, before the neuron is known."""

    scale: float
    compact: bool
    pad: int
    wall: int
    caption: int  # height of a line of small words
    value: int  # height of a line of large words
    left: int  # width of the left column
    right: int
    title: int
    pipe_top: int
    rim: int
    below: int  # from the bucket's inner bottom to the panel's

    def px(self, design: float) -> int:
        return max(1, round(design * self.scale))


def panel_sizes(rect: Rect, unit: float, text_scale: float) -> PanelSizes:
    """The lengths of a panel; a small one drops words and pulls things together."""
    roomy = min(rect.width / 600, rect.height / 500)
    compact = roomy < 0.8 * unit or rect.height < 260
    small = min(rect.width / 440, rect.height / 330)
    scale = min(unit, small if compact else roomy)
    words = min(text_scale, 1.0 if compact else 1.25)
    caption = max(13, round(25 * scale * words))
    title = max(15, round(38 * scale * words))
    top = round(8 * scale) + title
    return PanelSizes(
        scale=scale,
        compact=compact,
        pad=max(6, round(18 * scale)),
        wall=max(3, round(9 * scale)),
        caption=caption,
        value=caption if compact else round(32 * scale * words),
        left=max(46, round(112 * scale * words)),
        right=max(66, round(126 * scale * words)),
        title=title,
        pipe_top=top + round((4 if compact else 22) * scale),
        rim=top + round((74 if compact else 56 + 40 * words) * scale),
        below=max(round(108 * scale), caption + 24),
    )

"""How the marks of the paper look: each picture is painted once and kept."""

from pygame import SRCALPHA, Rect, Surface

from lifgame.session.marking import MARKS
from lifgame.view import shapes
from lifgame.view.kept import PICTURES
from lifgame.view.look import BOLD, Look
from lifgame.view.machine.brush import Brush
from lifgame.view.over import Laid
from lifgame.view.paper.places import PaperPlaces
from lifgame.view.widgets.widget import FOCUS_RING_PX, WidgetState

LINE, DASH, SPACE = 4.0, 14.0, 9.0
DISC = 10.0
ARROW = 13.0
NUMBER, DIGIT = 26.0, 34.0
# The time between marks is written in the colour of spikes where it is a rate.
ROLES = ("ink", "voltage", "spike")


class MarkPictures:
    """Pictures for one look and one place of the paper."""

    def __init__(self, look: Look, places: PaperPlaces, grip: tuple[int, int]) -> None:
        self._look, self._places, self._grip = look, places, grip

    def _key(self, *parts: object) -> tuple[object, ...]:
        look = self._look
        return ("mark", look.palette.id, look.unit, look.text_scale, *parts)

    def grip(self, mark: str, side: int, state: WidgetState) -> Surface:
        """A mark's number between two arrows; one that is out of sight has one."""
        key = self._key("grip", mark, side, state, self._grip)
        return PICTURES.get(key, lambda: self._paint_grip(mark, side, state))

    def _paint_grip(self, mark: str, side: int, state: WidgetState) -> Surface:
        look, palette = self._look, self._look.palette
        width, height = self._grip
        fill = palette.muted if side else palette.ink
        edge = palette.focus if state.focused or state.pressed else palette.background
        canvas = shapes.rounded(
            self._grip, look.px(14), fill, edge, FOCUS_RING_PX
        ).copy()
        digit = look.text(
            str(MARKS.index(mark) + 1),
            min(look.text_px(DIGIT), round(height * 0.62)),
            "background",
            BOLD,
        )
        canvas.blit(digit, digit.get_rect(center=canvas.get_rect().center))
        half = max(4.0, min(ARROW * look.unit, height / 5))
        brush = Brush(canvas.get_rect())
        for way in (-1, 1):
            if side in (0, way):
                tip = width / 2 + way * (width / 2 - FOCUS_RING_PX - 2)
                base = tip - way * half
                points = [(tip, height / 2)]
                points += [(base, height / 2 + d * half) for d in (-1, 1)]
                brush.area(points, palette.background)
        canvas.blit(brush.finished(), (0, 0))
        return canvas

    def line(self, mark: str, x: int, grip: Rect) -> list[Laid]:
        """The upright line at a tick: whole for the first mark, dashed for the other.

        A grip that had to give way is joined to it.
        """
        sheet = self._places.sheet
        top, bottom = min(grip.bottom, sheet.top), sheet.bottom
        if grip.top > sheet.top:
            top, bottom = sheet.top, grip.top
        thick = self._thick
        size = thick, bottom - top
        is_whole = mark == MARKS[0]
        key = self._key("line", size, is_whole)
        picture = PICTURES.get(key, lambda: self._paint_line(size, is_whole))
        laid: list[Laid] = []
        away = x - grip.centerx
        if abs(away) > grip.width // 2:
            start, end = sorted((x, grip.centerx))
            y = top if grip.bottom <= sheet.top else bottom - thick
            joint = self._plain((end - start, thick))
            laid.append((joint, joint.get_rect(topleft=(start, y))))
        laid.append((picture, picture.get_rect(topleft=(x - thick // 2, top))))
        return laid

    @property
    def _thick(self) -> int:
        return max(2, self._look.px(LINE))

    def _plain(self, size: tuple[int, int]) -> Surface:
        return PICTURES.get(
            self._key("line", size, True), lambda: self._paint_line(size, True)
        )

    def _paint_line(self, size: tuple[int, int], is_whole: bool) -> Surface:
        ink = self._look.palette.ink
        picture = Surface(size, SRCALPHA)
        if is_whole:
            picture.fill(ink)
            return picture
        dash, step = self._look.px(DASH), self._look.px(DASH + SPACE)
        for y in range(0, size[1], step):
            picture.fill(ink, (0, y, size[0], dash))
        return picture

    def disc(self, x: int, voltage_mv: float) -> Laid:
        """Where the curve is at a mark."""
        radius = max(5, self._look.px(DISC))
        key = self._key("disc", radius)
        picture = PICTURES.get(key, lambda: self._paint_disc(radius))
        y = self._places.scale.row(voltage_mv)
        return picture, picture.get_rect(center=(x, y))

    def _paint_disc(self, radius: int) -> Surface:
        palette = self._look.palette
        picture = shapes.disc(radius, palette.ink).copy()
        inner = shapes.disc(max(2, round(radius * 0.62)), palette.background)
        picture.blit(inner, inner.get_rect(center=picture.get_rect().center))
        return picture

    def span(self, one_x: int, other_x: int, plate: Rect) -> list[Laid]:
        """A thin line from mark to mark and on to the plate, at its height."""
        start = min(one_x, other_x, plate.left)
        end = max(one_x, other_x, plate.right)
        thick = max(1, self._thick // 2)
        line = self._plain((end - start, thick))
        return [(line, line.get_rect(midleft=(start, plate.centery)))]

    def plate(self, lines: tuple[str, ...]) -> Surface:
        """The numbers one under the other."""
        key = self._key("plate", lines, self._places.sheet.width)
        return PICTURES.get(key, lambda: self._paint_plate(lines))

    def _paint_plate(self, lines: tuple[str, ...]) -> Surface:
        look, palette = self._look, self._look.palette
        size_px = look.text_px(NUMBER)
        most = (self._places.pen_x - self._places.sheet.left) * 9 // 10
        words = [
            look.fitted([(line, role)], most, size_px, BOLD)
            for line, role in zip(lines, ROLES, strict=True)
        ]
        margin = look.px(12)
        step = max(word.get_height() for word in words)
        size = (
            max(word.get_width() for word in words) + 2 * margin,
            step * len(words) + margin,
        )
        plate = shapes.rounded(
            size, look.px(12), palette.panel, palette.edge, max(1, look.px(2))
        ).copy()
        for row, word in enumerate(words):
            plate.blit(word, (margin, margin // 2 + row * step))
        return plate

"""Where the paper stands beside the machine."""

from pygame import Rect

from lifgame.view.machine.places import MachinePlaces
from lifgame.view.paper.places import PaperPlaces


def paper_places(places: MachinePlaces) -> PaperPlaces:
    """What the paper needs to know."""
    top, bottom = (places.y(part) for part in places.row.current)
    left = round(places.pen_x - places.paper_width)
    paper_top = places.rim_y - places.px(4)
    paper = Rect(left, paper_top, places.pen_x - left, bottom + places.px(22))
    paper.height -= paper_top
    roll = Rect(places.roll_x, paper.top - places.px(14), places.px(20), paper.height)
    roll.height += places.px(26)
    ruler = Rect(roll.right, places.rim_y, 0, places.floor_y - places.rim_y)
    ruler.width = places.wall_x - places.wall - roll.right
    return PaperPlaces(
        paper=paper,
        current=Rect(left, top, paper.width, bottom - top),
        pen_x=places.pen_x,
        roll=roll,
        ruler=ruler,
        scale=places.scale,
        unit=places.detail,
        px_per_s=places.row.paper_speed * places.zoom,
        has_times=not places.form.endswith("lab_compact"),
    )

"""The recorder's axis, its places, and its colours."""

from dataclasses import replace

import numpy as np
import pytest
from paper_tools import places_of

from lifgame.content.palette import Palette
from lifgame.content.palettes import PALETTES
from lifgame.content.vision import contrast
from lifgame.view.colours import mix
from lifgame.view.paper.axis import PaperAxis, TempoMark, with_tempo
from lifgame.view.paper.curves import BAND, FILL
from lifgame.view.paper.places import PaperPlaces

# --- the axis -------------------------------------------------------------------------


def test_columns_and_ticks_are_each_other_turned_round() -> None:
    marks: tuple[TempoMark, ...] = ()
    for tick, tempo in ((0.0, 0.02), (40.5, 1.0), (940.5, 0.1), (950.0, 0.02)):
        marks = with_tempo(marks, tick, tempo, 0.5)
    axis = PaperAxis.running(marks, 0.5, 88.0)
    ticks = np.linspace(0.0, 1200.0, 997)
    columns = axis.xs(ticks)
    assert (np.diff(columns) > 0.0).all()
    assert columns.tolist() == [axis.x(float(tick)) for tick in ticks]
    assert [axis.tick(float(x)) for x in columns] == pytest.approx(ticks.tolist())
    # 40.5 ticks of 0.5 ms at 1/50 last 1.0125 s.
    assert axis.x(40.5) == pytest.approx(88.0 * 1.0125)


def test_the_same_tempo_is_no_change() -> None:
    marks = with_tempo((), 0.0, 0.1, 0.5)
    assert with_tempo(marks, 70.0, 0.1, 0.5) is marks
    changed = with_tempo(with_tempo(marks, 70.0, 1.0, 0.5), 70.0, 0.25, 0.5)
    assert [mark.tempo for mark in changed] == [0.1, 0.25]


@pytest.mark.parametrize("tempo", [0.0, -1.0])
def test_a_tempo_that_stands_is_refused(tempo: float) -> None:
    with pytest.raises(ValueError, match="above 0"):
        TempoMark(0.0, tempo, 0.0)


def test_impossible_places_are_refused() -> None:
    places = places_of("play")
    with pytest.raises(ValueError, match="pen"):
        replace(places, pen_x=places.roll.right)
    with pytest.raises(ValueError, match="strip"):
        replace(places, current=places.current.move(0, -200))
    with pytest.raises(ValueError, match="above 0"):
        replace(places, unit=0.0)
    assert isinstance(places, PaperPlaces)


# --- colours --------------------------------------------------------------------------


@pytest.mark.parametrize("palette", PALETTES.values(), ids=list(PALETTES))
def test_all_that_is_written_is_seen_on_paper(palette: Palette) -> None:
    paper = palette.paper
    for role in ("voltage", "current", "threshold", "spike", "settle"):
        assert contrast(palette.colour(role), paper) >= 3.0, role
    water = mix(paper, palette.voltage, FILL[1])
    for role in ("voltage", "threshold"):
        assert contrast(palette.colour(role), water) >= 2.2, role
    assert contrast(palette.current, mix(paper, palette.current, FILL[1])) >= 2.2
    band = mix(paper, palette.voltage, BAND)
    assert contrast(band, paper) >= 1.5

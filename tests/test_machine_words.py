"""The words in the machine's picture: inside it, off each other, and who stays."""

from dataclasses import replace
from itertools import combinations, product

import pytest
from machine_tools import SCREENS, frame, places_of
from pilot import Pilot
from pygame import Rect
from sizes import at_sizes

from lifgame.content.screens import VIEWS
from lifgame.content.texts import Library, shipped_texts
from lifgame.scenes.lab.scene import LabScene
from lifgame.scenes.play.scene import PlayScene
from lifgame.session.preferences import Preferences
from lifgame.session.start import Start
from lifgame.view.look import Look
from lifgame.view.machine.frame import Cup, MachineFrame
from lifgame.view.machine.labels import Labels
from lifgame.view.machine.lamp import Counter
from lifgame.view.machine.moment import Moment

LANGUAGES = ("en", "de", "es", "fr", "uk")


class Words:
    """The words of one state."""

    def __init__(
        self, screen: str, now: MachineFrame, text_scale: float = 1.0,
        language: str = "en",
    ) -> None:  # fmt: skip
        self.places = places_of(screen, now.capacitance_nf, text_scale)
        if now.adaptation is not None:
            self.places = self.places.with_bucket(now.capacitance_nf, cup=True)
        self.look = Look(
            unit=self.places.unit, text_scale=text_scale, texts=shipped_texts(language)
        )
        moment = Moment(self.places, now, shown_count=now.spike_count)
        self.labels = Labels(self.places, self.look).areas(moment)
        self.counter = Counter(self.places, self.look).areas(moment)


def letters(spot: Rect) -> Rect:
    """Lines of words have air above and below their letters."""
    return spot.inflate(-2, -round(0.4 * spot.height))


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("text_scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("language", LANGUAGES)
def test_words_stand_in_the_picture_and_not_on_each_other(
    screen: str, text_scale: float, language: str
) -> None:
    states = product(((0.5, 30.0), (2.0, 20.0), (5.0, 10.0)), (False, True))
    for (c_nf, th), values in states:
        now = frame(8.0, c=c_nf, th=th)
        now = replace(now, spike_count=1234, shows_values=values)
        words = Words(screen, now, text_scale, language)
        picture = words.places.picture
        spots = [*words.labels, *words.counter]
        assert [spot for spot in spots if not picture.contains(spot)] == []
        x, y, radius = words.places.lamp
        bulb = Rect(0, 0, radius, radius)
        bulb.center = x, y
        met = [
            (one, other)
            for one, other in combinations([*spots, bulb], 2)
            if letters(one).colliderect(letters(other))
        ]
        assert met == [], (c_nf, th, values)
        assert len(words.labels) >= 1, (c_nf, th, values)
        assert words.look.overflows == []


@pytest.mark.parametrize("screen", ["1080p", "portrait", "lab"])
def test_at_its_own_size_every_part_of_a_usual_bucket_is_named(screen: str) -> None:
    assert len(Words(screen, frame()).labels) == 5


def test_at_large_text_would_stop_here_goes_first_and_the_flush_line_never() -> None:
    count = [len(Words("1080p", frame(), scale).labels) for scale in (1.0, 1.25, 2.0)]
    assert count == [5, 4, 3]


def test_far_above_the_rim_there_is_an_arrow_in_the_place_of_the_line() -> None:
    far = Words("1080p", frame(i=4.0))
    rim = far.places.rim_y
    below = [spot for spot in far.labels if rim <= spot.top <= rim + 40]
    assert len(below) == 2


def test_without_words_there_are_none() -> None:
    words = Words("1080p", replace(frame(), shows_words=False))
    assert words.labels == []
    assert len(words.counter) == 1


def test_line_and_rest_are_named_apart_only_when_they_are() -> None:
    cup = Cup(0.1, 2.5, 70.0)
    together = replace(frame(), adaptation=cup, settle_mv=None)
    lifted = replace(together, adaptation=replace(cup, lift_mv=4.0), line_mv=24.0)
    assert (
        len(Words("1080p", lifted).labels) == len(Words("1080p", together).labels) + 1
    )


def test_a_held_handles_value_takes_the_place_of_its_word() -> None:
    free, held = frame(), replace(frame(), held="width", held_value="2.0 nF")
    assert len(Words("1080p", held).labels) == len(Words("1080p", free).labels) - 1


@at_sizes(quick=((800, 480), (900, 560), (1280, 720)))
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_lies_under_a_button(size: tuple[int, int], language: str) -> None:
    """However wide the bucket is, and however large the words are."""
    library = Library()
    for view, scale in product(VIEWS, ("100", "150")):
        start = Start(view=view, values=(("capacitance", 5.0), ("threshold", 30.0)))
        chosen = {"language": language, "text_scale": scale}
        preferences = Preferences(chosen, library.languages)
        pilot = Pilot(size, start, preferences=preferences, library=library)
        scene = pilot.game.scene
        assert isinstance(scene, PlayScene | LabScene)
        machine = scene.picture.machine
        words = Labels(machine.places, scene.look).areas(machine.moment)
        for button in scene.places.buttons.values():
            assert button.collidelist(words) == -1, (view, scale, button)

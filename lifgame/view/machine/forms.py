"""The machine's forms: one row of design lengths for each shape of screen.

All lengths are design units of the form's own design size, from the picture's top
left corner; ``places`` turns them into pixels.
"""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Form:
    """One arrangement of the machine.

    Attributes:
        size: Width and height of the picture.
        detail: Size of the details, as a share of the large landscape's.
        pen_x: Where the paper ends: the tip of the pen.
        wall_x: Inside of the left wall, which never moves.
        floor_y: The bucket's floor, 0 mV.
        px_per_mv: Height of one millivolt.
        width_1nf: Inside width at 1 nF; it goes with the root of C.
        current: Top and bottom of the current's strip.
        axon_y: Middle of the axon's level run.
        tap: Height of the wheel's middle, and its radius.
        nozzle: How far the nozzle's mouth stands above the rim.
        lamp: Middle and radius.
        count: Where the number stands (middle), and its type size.
        count_word: The same for its word.
        gutter: Length beyond the right wall, and where it ends at the latest.
        jet: How far one nA of leak reaches.
        grip_mv: Height of the width's handle, if the line leaves it there.
        tag, pill, knob: Size of the three handles.
        word_size: Type size of the labels.
        word_step: Least distance of two labels.
        comes_from_side: Whether the pipe enters from the right.
        hangs: Whether the lamp hangs from the axon.
        climb: Where the axon climbs and at which height it goes on; None: at the lamp.
        words_end: No label goes beyond this.
        paper_speed: How fast the paper runs in Play, design units a second.
        leg_x: The stand's second leg stands no farther right.
        sheath: Where the sleeves may stand, if not up to the lamp.
        wheel_x: Where the wheel stands, if not over the bucket's stream.
        is_second: Whether it is the second bucket of a picture with two.
        is_small: Whether the gutter hangs close under the floor.
    """

    size: tuple[float, float]
    detail: float
    pen_x: float
    wall_x: float
    floor_y: float
    px_per_mv: float
    width_1nf: float
    current: tuple[float, float]
    axon_y: float
    tap: tuple[float, float]
    nozzle: float
    lamp: tuple[float, float, float]
    count: tuple[float, float, float]
    count_word: tuple[float, float, float]
    gutter: tuple[float, float]
    jet: float
    grip_mv: float
    tag: tuple[float, float]
    pill: tuple[float, float]
    knob: tuple[float, float]
    word_size: float
    word_step: float
    words_end: float
    paper_speed: float
    comes_from_side: bool = False
    hangs: bool = False
    climb: tuple[float, float] | None = None
    leg_x: float | None = None
    sheath: float | None = None
    wheel_x: float | None = None
    is_second: bool = False
    is_small: bool = False


# fmt: off
LANDSCAPE = Form(
    size=(1920, 872), detail=1.0, pen_x=768, wall_x=846, floor_y=728, px_per_mv=17.0,
    width_1nf=232, current=(766, 838), axon_y=834, tap=(92, 58), nozzle=20,
    lamp=(1758, 548, 94), count=(1758, 312, 112), count_word=(1758, 386, 28),
    gutter=(226, 1700), jet=64, grip_mv=11.2,
    tag=(58, 64), pill=(44, 76), knob=(72, 42),
    word_size=30, word_step=46, words_end=1640, paper_speed=88)
LEARN = Form(
    size=(1304, 872), detail=0.92, pen_x=424, wall_x=496, floor_y=728, px_per_mv=16.0,
    width_1nf=190, current=(766, 838), axon_y=834, tap=(96, 54), nozzle=20,
    lamp=(1186, 560, 78), count=(1186, 356, 96), count_word=(1186, 420, 28),
    gutter=(190, 1150), jet=56, grip_mv=11.2,
    tag=(58, 64), pill=(44, 76), knob=(72, 42),
    word_size=28, word_step=44, words_end=1090, paper_speed=72)
LAB_LANDSCAPE = Form(
    size=(1920, 704), detail=0.78, pen_x=1004, wall_x=1084, floor_y=562,
    px_per_mv=12.4, width_1nf=185, current=(596, 646), axon_y=652, tap=(78, 42),
    nozzle=16, lamp=(1772, 452, 66), count=(1772, 308, 72),
    count_word=(1772, 352, 24), gutter=(184, 1690), jet=62, grip_mv=11.6,
    tag=(56, 64), pill=(40, 66), knob=(64, 36),
    word_size=24, word_step=40, words_end=1702, paper_speed=88)
PORTRAIT = Form(
    size=(1080, 1488), detail=1.05, pen_x=374, wall_x=456, floor_y=1116,
    px_per_mv=23.0, width_1nf=205, current=(1176, 1424), axon_y=1240, tap=(290, 58),
    nozzle=20, lamp=(962, 1374, 82), count=(790, 1358, 120),
    count_word=(790, 1434, 32), gutter=(170, 1060), jet=46, grip_mv=12.6,
    tag=(58, 72), pill=(44, 76), knob=(80, 48),
    word_size=32, word_step=50, words_end=1056, paper_speed=84,
    comes_from_side=True, hangs=True, leg_x=606)
LAB_PORTRAIT = Form(
    size=(1080, 1010), detail=0.82, pen_x=452, wall_x=534, floor_y=800,
    px_per_mv=15.0, width_1nf=170, current=(842, 906), axon_y=962, tap=(262, 44),
    nozzle=16, lamp=(1000, 872, 42), count=(1000, 756, 60),
    count_word=(1000, 800, 24), gutter=(150, 940), jet=44, grip_mv=11.8,
    tag=(56, 64), pill=(42, 66), knob=(68, 40),
    word_size=25, word_step=40, words_end=1056, comes_from_side=True, paper_speed=63)
COMPACT = Form(
    size=(800, 392), detail=0.52, pen_x=258, wall_x=304, floor_y=330, px_per_mv=8.0,
    width_1nf=100, current=(346, 374), axon_y=377, tap=(35, 20), nozzle=12,
    lamp=(668, 150, 34), count=(746, 141, 56), count_word=(746, 179, 20),
    gutter=(109, 592), jet=56, grip_mv=14.2,
    tag=(40, 48), pill=(30, 48), knob=(48, 26),
    word_size=20, word_step=26, words_end=612, paper_speed=38,
    climb=(604, 250), sheath=580, is_small=True)

# Two buckets on one scale, each as wide as its C at the same width of one nF; every C
# has room. The first brings the paper; the second's arm reaches as far.
TWO_LANDSCAPE = replace(
    LANDSCAPE, pen_x=600, wall_x=676, width_1nf=166, lamp=(1184, 470, 50),
    count=(1184, 372, 60), gutter=(96, 1150), jet=30, wheel_x=1002)
SECOND_LANDSCAPE = replace(
    TWO_LANDSCAPE, wall_x=1270, lamp=(1826, 470, 50), count=(1826, 372, 60),
    gutter=(96, 1760), is_second=True)
TWO_PORTRAIT = replace(
    PORTRAIT, detail=0.82, pen_x=262, wall_x=330, width_1nf=125, tap=(290, 52),
    lamp=(500, 1360, 56), count=(500, 1452, 56), gutter=(62, 690), jet=18,
    wheel_x=640, leg_x=400)
SECOND_PORTRAIT = replace(
    TWO_PORTRAIT, wall_x=712, lamp=(960, 1360, 56), count=(960, 1452, 56),
    gutter=(62, 1068), leg_x=850, is_second=True)
TWO_COMPACT = replace(
    COMPACT, detail=0.4, pen_x=196, wall_x=232, width_1nf=54, tap=(50, 20),
    lamp=(382, 238, 15), count=(382, 210, 24), gutter=(42, 402), jet=14,
    wheel_x=382, climb=None, sheath=None)
SECOND_COMPACT = replace(
    TWO_COMPACT, wall_x=412, lamp=(640, 190, 15), count=(640, 156, 24),
    gutter=(42, 592), climb=(600, 250), sheath=580, is_second=True)
RACE = Form(
    size=(960, 836), detail=0.8, pen_x=300, wall_x=368, floor_y=696, px_per_mv=14.4,
    width_1nf=186, current=(728, 790), axon_y=800, tap=(146, 46), nozzle=16,
    lamp=(842, 536, 66), count=(792, 250, 210), count_word=(792, 366, 32),
    gutter=(150, 790), jet=40, grip_mv=11.2,
    tag=(56, 64), pill=(40, 66), knob=(64, 36),
    word_size=24, word_step=40, words_end=950, paper_speed=78)
TWO_LAB_LANDSCAPE = replace(
    LAB_LANDSCAPE, pen_x=716, wall_x=790, width_1nf=135, lamp=(1180, 500, 30),
    count=(1180, 444, 40), gutter=(92, 1150), jet=30, wheel_x=1174)
SECOND_LAB_LANDSCAPE = replace(
    TWO_LAB_LANDSCAPE, wall_x=1256, lamp=(1770, 500, 30), count=(1770, 444, 40),
    gutter=(92, 1700), is_second=True)
TWO_LAB_PORTRAIT = replace(
    LAB_PORTRAIT, detail=0.7, pen_x=300, wall_x=376, width_1nf=100,
    lamp=(692, 890, 30), count=(648, 896, 40), gutter=(56, 668), jet=18,
    wheel_x=680)
SECOND_LAB_PORTRAIT = replace(
    TWO_LAB_PORTRAIT, wall_x=746, lamp=(1044, 890, 26), count=(1000, 896, 40),
    gutter=(56, 1040), is_second=True)
# fmt: on

FORMS = {
    "landscape": LANDSCAPE,
    "portrait": PORTRAIT,
    "compact": COMPACT,
    "lab_landscape": LAB_LANDSCAPE,
    "lab_portrait": LAB_PORTRAIT,
    "lab_compact": COMPACT,
    "learn": LEARN,
    "two_landscape": TWO_LANDSCAPE,
    "second_landscape": SECOND_LANDSCAPE,
    "two_portrait": TWO_PORTRAIT,
    "second_portrait": SECOND_PORTRAIT,
    "two_compact": TWO_COMPACT,
    "second_compact": SECOND_COMPACT,
    "race": RACE,
    "two_lab_landscape": TWO_LAB_LANDSCAPE,
    "second_lab_landscape": SECOND_LAB_LANDSCAPE,
    "two_lab_portrait": TWO_LAB_PORTRAIT,
    "second_lab_portrait": SECOND_LAB_PORTRAIT,
    "two_lab_compact": TWO_COMPACT,
    "second_lab_compact": SECOND_COMPACT,
}

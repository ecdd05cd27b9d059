"""Which scene draws which screen or layer."""

from lifgame.content.screens import SCREENS
from lifgame.scenes.guide.board import BoardScene
from lifgame.scenes.guide.scene import GuideScene
from lifgame.scenes.help.keys_page import KeysPage, PadPage
from lifgame.scenes.help.machine_page import MachinePage
from lifgame.scenes.kiosk.attract import AttractScene
from lifgame.scenes.kiosk.operator import OperatorScene
from lifgame.scenes.kiosk.pin import PinScene
from lifgame.scenes.kiosk.still_there import StillThereScene
from lifgame.scenes.kiosk.touch_page import TouchTestScene
from lifgame.scenes.lab.scene import LabScene
from lifgame.scenes.learn.contents import ContentsScene
from lifgame.scenes.learn.scene import LearnScene
from lifgame.scenes.leave import LeaveScene
from lifgame.scenes.play.scene import PlayScene
from lifgame.scenes.presets import PresetsScene
from lifgame.scenes.race.scene import RaceScene
from lifgame.scenes.scene import Layer, Scene
from lifgame.scenes.settings import SettingsScene

SCENES: dict[str, type[Scene]] = {
    "play": PlayScene,
    "lab": LabScene,
    "guide": GuideScene,
    "board": BoardScene,
    "race": RaceScene,
    "learn": LearnScene,
    "pages": ContentsScene,
    "presets": PresetsScene,
    "help": MachinePage,
    "keys": KeysPage,
    "pad": PadPage,
    "settings": SettingsScene,
    "attract": AttractScene,
    "operator": OperatorScene,
    "test": TouchTestScene,
}
LAYERS: dict[str, type[Layer]] = {
    "leave": LeaveScene,
    "still_there": StillThereScene,
    "pin": PinScene,
}

if {*SCENES, *LAYERS} != set(SCREENS):
    raise ValueError("every screen needs its scene, and every scene its screen")

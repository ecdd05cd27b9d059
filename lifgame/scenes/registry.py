"""Which scene draws which screen or layer."""

from lifgame.content.screens import SCREENS
from lifgame.scenes.guide.board import BoardScene
from lifgame.scenes.guide.scene import GuideScene
from lifgame.scenes.help import HelpScene
from lifgame.scenes.lab.scene import LabScene
from lifgame.scenes.leave import LeaveScene
from lifgame.scenes.play.scene import PlayScene
from lifgame.scenes.presets import PresetsScene
from lifgame.scenes.scene import Layer, Scene
from lifgame.scenes.settings import SettingsScene

SCENES: dict[str, type[Scene]] = {
    "play": PlayScene,
    "lab": LabScene,
    "guide": GuideScene,
    "board": BoardScene,
    "presets": PresetsScene,
    "help": HelpScene,
    "keys": HelpScene,
    "settings": SettingsScene,
}
LAYERS: dict[str, type[Layer]] = {"leave": LeaveScene}

if {*SCENES, *LAYERS} != set(SCREENS):
    raise ValueError("every screen needs its scene, and every scene its screen")

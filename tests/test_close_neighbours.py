"""Where controls stand closely, none wipes away the other's focus ring."""

from guide_tools import visitor
from test_redraw import differences

from lifgame.session import commands as c
from lifgame.session import guide_commands as g


def test_a_button_that_is_pressed_leaves_its_neighbours_ring_whole() -> None:
    pilot = visitor((480, 800), language="es", text_scale="125")
    pilot.game.obey([g.StartGuide("line")])
    pilot.wait(0.3)
    pilot.touch("go", finger=1)
    pilot.game.obey([c.Focus("choice_1")])
    pilot.frame()
    assert differences(pilot) == []
    pilot.lift("go", finger=1)
    pilot.game.obey([c.Focus("choice_1")])
    pilot.frame()
    assert differences(pilot) == []

"""What hands reach of the game: four things, and no game."""

from typing import Protocol

from lifgame.app.window.viewport import Viewport
from lifgame.session.session import Session
from lifgame.view.widgets.board import Board
from lifgame.view.widgets.held import Held


class Reach(Protocol):
    """The session, the controls that can be reached, what is held, and where."""

    @property
    def session(self) -> Session: ...

    @property
    def board(self) -> Board: ...

    @property
    def held(self) -> Held: ...

    @property
    def viewport(self) -> Viewport: ...

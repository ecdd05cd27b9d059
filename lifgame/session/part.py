"""What the session is made of, as far as commands are concerned."""

from collections.abc import Container
from typing import Protocol

from lifgame.session import commands as c


class Part(Protocol):
    """What has commands of its own to obey."""

    @property
    def OBEYS(self) -> Container[type]: ...  # noqa: N802 - a constant of each part

    def obey(self, command: c.SessionCommand) -> None: ...

"""What the machine has that nobody in the session can change."""

from dataclasses import dataclass


@dataclass(slots=True)
class Devices:
    """What was found on the machine; the loop tells, and a Reset changes nothing.

    Attributes:
        is_audible: Whether sounds reach a loudspeaker.
    """

    is_audible: bool = True

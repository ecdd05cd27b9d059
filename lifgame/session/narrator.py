"""The sentence of the moment: the story's until it is told, then what is going on.

Whoever comes from the guide is asked its last question first.
"""

from lifgame.session.guide.script import now, what_if
from lifgame.session.session import Session
from lifgame.session.situation import Situation, situation


def sentence(session: Session) -> Situation:
    """What to say now."""
    progress = session.guide.progress
    if progress is not None:
        # What is going on would tell more than is shown, such as where it stops.
        return Situation(now(session.guide, progress))
    if session.guide.left is not None and not session.clock.is_paused:
        return Situation(what_if(session.guide.left))
    if session.clock.is_paused or session.story.step == "free":
        return situation(session)
    key = session.story.key(is_pushed=bool(session.cell.pushes))
    return Situation(f"story.{key}")

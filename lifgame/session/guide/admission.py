"""What may pass in a guided step: only one or two controls are live."""

from lifgame.session import commands as c
from lifgame.session import guide_commands as g
from lifgame.session.compare_commands import ToggleCompare
from lifgame.session.guide.progress import DO, EXPLAINED, MEASURED, PREDICT, Progress

# What would change more than the few controls that are live.
NOT_GUIDED = (
    c.SelectPattern,
    c.SelectPreset,
    c.BrowsePresets,
    c.SetSpeed,
    c.BrowseSpeeds,
    c.TogglePause,
    c.StepOnce,
    g.ShowPage,
    ToggleCompare,
)


def live(progress: Progress | None) -> tuple[str, ...]:
    """The parameters that can be set now.

    While the truth is told nothing moves, or the words would be true no longer; at the
    end it is the parameter of the last question, after a challenge also its own.
    """
    if progress is None or progress.state in (PREDICT, MEASURED):
        return ()
    row = progress.row
    if progress.state == EXPLAINED:
        own = () if row.is_experiment else row.live
        return tuple(dict.fromkeys((*own, row.what_if)))
    return row.live


def estimated(progress: Progress | None) -> tuple[str, ...]:
    """The parameters of the second neuron that can be set now."""
    if progress is None or progress.is_over:
        return ()
    return progress.row.estimated


def takes_pushes(progress: Progress | None) -> bool:
    """Whether water can be let in by hand now."""
    if progress is None:
        return True
    return progress.row.has_hold and progress.state not in (PREDICT, MEASURED)


def admits(
    progress: Progress | None, command: c.SessionCommand, *, is_showing: bool
) -> bool:
    """Whether a command may pass; letting go always does."""
    if progress is None:
        # Only a row can put the rule aside, take other steps, or send a pulse.
        return not isinstance(command, g.SetRule | g.SetStep | g.SendPulse)
    match command:
        case c.Inject(_, share):
            return share <= 0.0 or (takes_pushes(progress) and not is_showing)
        case c.SetParameter(name, _, place) | c.NudgeParameter(name, _, place):
            is_estimate = place == 1 and name in estimated(progress)
            return (is_estimate or name in live(progress)) and not is_showing
        case g.SendPulse() | g.SetStep():
            row, is_pulse = progress.row, isinstance(command, g.SendPulse)
            has_it = row.pulse is not None if is_pulse else row.start.step_ms > 0.0
            return has_it and progress.state == DO and not is_showing
        case g.SetRule():
            has_rule = progress.row.has_rule and progress.state != PREDICT
            return has_rule and not is_showing
    return not isinstance(command, (*NOT_GUIDED, g.StartRace))

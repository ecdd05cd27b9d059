"""What the guide says now: keys of the texts, for whoever writes or speaks them."""

from lifgame.session.guide.guide import Guide
from lifgame.session.guide.progress import DO, EXPLAINED, MEASURED, PREDICT, Progress
from lifgame.session.guide.rows import Bar, Row
from lifgame.session.guide.table import of_kind

# The steps as beads, and which of them each state is.
_BEADS = {
    True: ("guess", "try", "compare", "why", "free"),
    False: ("try", "why", "free"),
}
_BEAD_OF = {PREDICT: "guess", DO: "try", MEASURED: "compare", EXPLAINED: "why"}


def question(row: Row) -> str:
    """What is asked first."""
    return f"guide.{row.id}.question"


def number_of(row: Row) -> int:
    """Its number among those of its kind, from 1."""
    return of_kind(row.kind).index(row) + 1


def beads(progress: Progress) -> tuple[tuple[str, ...], int]:
    """The steps, and which of them is now."""
    names = _BEADS[progress.row.is_experiment]
    return names, names.index(_BEAD_OF[progress.state])


def goals(row: Row) -> tuple[str, ...]:
    """The goals' sentences; an experiment's first is the guess."""
    own = tuple(f"guide.{row.id}.goal_{n}" for n in range(1, len(row.goals) + 1))
    return ("guide.goal.guess", *own) if row.is_experiment else own


def goals_done(progress: Progress) -> tuple[bool, ...]:
    """Which of them are reached."""
    own = tuple(progress.done)
    if not progress.row.is_experiment:
        return own
    return (progress.state != PREDICT, *own)


def sentence(guide: Guide, progress: Progress) -> str:
    """The sentence over the paper."""
    row = progress.row
    if guide.is_nodding:
        kind = "pin" if isinstance(row.guess, Bar) else "choice"
        return f"guide.nothing.{kind}"
    if guide.gives_hint:
        return f"guide.{row.id}.hint"
    if progress.is_over:
        return f"guide.{row.id}.compare"
    return question(row)


def step(progress: Progress) -> str:
    """What to do, or why it is so."""
    if progress.state == DO and progress.row.says_way and progress.done[0]:
        return f"guide.{progress.row.id}.hint"
    says = {PREDICT: "guess", DO: "try", MEASURED: "compare", EXPLAINED: "why"}
    return f"guide.{progress.row.id}.{says[progress.state]}"


def what_if(row: Row) -> str:
    """What is asked last."""
    return f"guide.{row.id}.what_if"

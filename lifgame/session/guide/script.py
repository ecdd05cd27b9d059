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
# Who is asked for an estimate at the end is not asked for a guess before.
_BEADS_OF_SECRET = ("try", "compare", "why", "free")
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
    if progress.row.secret is not None:
        names = _BEADS_OF_SECRET
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
    if progress.is_over:
        return f"guide.{progress.row.id}.compare"
    # Where a curtain hangs the question stays: what to do has a line of its own.
    return (not progress.hides and _first(guide, progress)) or question(progress.row)


def _first(guide: Guide, progress: Progress) -> str | None:
    """What has to be said before all else, if anything."""
    row = progress.row
    if guide.is_nodding:
        kind = "pin" if isinstance(row.guess, Bar) else "choice"
        return f"guide.nothing.{'estimate' if row.secret else kind}"
    return f"guide.{row.id}.hint" if guide.gives_hint else None


def step(progress: Progress) -> str:
    """What to do, or why it is so."""
    if progress.state == DO and progress.row.says_way and progress.done[0]:
        return f"guide.{progress.row.id}.hint"
    says = {PREDICT: "guess", DO: "try", MEASURED: "compare", EXPLAINED: "why"}
    return f"guide.{progress.row.id}.{says[progress.state]}"


def now(guide: Guide, progress: Progress) -> str:
    """Where there is one place for words: what to do, or what comes of it."""
    return _first(guide, progress) or step(progress)


def what_if(row: Row) -> str:
    """What is asked last."""
    return f"guide.{row.id}.what_if"

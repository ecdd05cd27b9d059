"""The experiments and challenges by id, in the order of the board."""

from collections.abc import Iterable

from lifgame.content.guides import CHALLENGES, EXPERIMENTS
from lifgame.session.guide.challenges import CHALLENGE_ROWS
from lifgame.session.guide.experiments import EXPERIMENT_ROWS
from lifgame.session.guide.mystery import MYSTERY
from lifgame.session.guide.rows import Row

_ROWS = (*EXPERIMENT_ROWS, MYSTERY, *CHALLENGE_ROWS)
GUIDES = {row.id: row for row in _ROWS}
if tuple(row.id for row in _ROWS) != (*EXPERIMENTS, *CHALLENGES):
    raise ValueError("the guides are not those that are named, in their order")


def of_kind(kind: str) -> tuple[Row, ...]:
    """The rows of a page of the board."""
    return tuple(row for row in GUIDES.values() if row.kind == kind)


def row_of(id: str, own: Iterable[Row] = ()) -> Row:
    """A row by its id, of the program's or of somebody's own.

    Raises:
        KeyError: If there is no such row.
    """
    return {row.id: row for row in (*own, *GUIDES.values())}[id]

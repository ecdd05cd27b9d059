"""What a visitor has found out by himself."""

from lifgame.session.cell import Cell

# So near above the rheobase it is found, in nA.
FOUND_WITHIN_NA = 0.05


def has_found_rheobase(cell: Cell) -> bool:
    """Whether somebody has made it fire with hardly more than the rheobase."""
    theory, current_na = cell.theory, cell.set_current_na
    if theory is None or not cell.pattern.is_steady or not cell.rate_hz:
        return False
    return current_na < theory.rheobase_na + FOUND_WITHIN_NA

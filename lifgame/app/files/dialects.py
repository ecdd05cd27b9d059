"""How tables of numbers are written for programs that read them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CsvDialect:
    """One way to write a table of numbers.

    Attributes:
        id: Name on the command line.
        separator: Between two columns.
        decimal_mark: In every number.
        help: Who reads it.
    """

    id: str
    separator: str
    decimal_mark: str
    help: str

    def __post_init__(self) -> None:
        if self.separator == self.decimal_mark:
            raise ValueError(f"dialect {self.id}: columns look like decimals")

    def translated(self, text: str) -> str:
        """Rows of numbers with commas between and points in them, in this dialect."""
        # In this order: what has been a comma must not be taken for a decimal mark.
        return text.replace(",", self.separator).replace(".", self.decimal_mark)


_ROWS = (
    CsvDialect("plain", ",", ".", "programs, and spreadsheets with decimal points"),
    CsvDialect("excel-de", ";", ",", "spreadsheets where decimals have a comma"),
)
CSV_DIALECTS = {row.id: row for row in _ROWS}
DEFAULT_DIALECT = _ROWS[0].id

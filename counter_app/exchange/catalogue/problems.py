"""What a catalogue file held, and what was wrong with it, line by line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from counter_app.domain.procedure import Gap, Procedure
from counter_app.errors import CounterError


@dataclass(eq=False)
class CatalogueUnreadable(CounterError):
    """the catalogue {path} cannot be read: {reason}"""

    path: str
    reason: str


@dataclass(eq=False)
class CatalogueTooLarge(CounterError):
    """the catalogue {path} is refused: {what} is {found}, the limit is {limit}"""

    path: str
    what: str
    found: int
    limit: int


class RowFault(StrEnum):
    """What is wrong with a line or a value of it."""

    BROKEN_JSON = "broken_json"
    NOT_AN_OBJECT = "not_an_object"
    LINE_TOO_LONG = "line_too_long"
    TEXT_TOO_LONG = "text_too_long"
    NO_CODE = "no_code"
    BAD_CODE = "bad_code"
    CODE_TWICE = "code_twice"
    NO_SUCH_PROCEDURE = "no_such_procedure"
    NO_CHANNEL_ABOVE = "no_channel_above"
    UNKNOWN_CHANNEL = "unknown_channel"
    NO_PAPER_NAME = "no_paper_name"
    UNKNOWN_FIELD = "unknown_field"
    NOT_TEXT = "not_text"
    NOT_A_LIST = "not_a_list"
    BAD_TERM = "bad_term"
    BAD_UNIT = "bad_unit"
    BAD_TIME = "bad_time"
    BAD_DATE = "bad_date"
    BAD_FLAG = "bad_flag"
    BAD_COUNT = "bad_count"
    BAD_FEE = "bad_fee"
    UNKNOWN_FEE_KIND = "unknown_fee_kind"
    UNKNOWN_AGENCY_CODE = "unknown_agency_code"
    DOUBTFUL_COUNT = "doubtful_count"
    DOUBTFUL_FEE = "doubtful_fee"
    FREE_WITH_FEES = "free_with_fees"


_LINE_LOST = frozenset(
    {
        RowFault.BROKEN_JSON,
        RowFault.NOT_AN_OBJECT,
        RowFault.LINE_TOO_LONG,
        RowFault.TEXT_TOO_LONG,
        RowFault.NO_CODE,
        RowFault.BAD_CODE,
        RowFault.CODE_TWICE,
        RowFault.NO_SUCH_PROCEDURE,
        RowFault.NO_CHANNEL_ABOVE,
        RowFault.UNKNOWN_CHANNEL,
        RowFault.NO_PAPER_NAME,
    }
)

_SENTENCES: Mapping[RowFault, str] = {
    RowFault.BROKEN_JSON: "is not JSON",
    RowFault.NOT_AN_OBJECT: "is not a JSON object",
    RowFault.LINE_TOO_LONG: "is too long",
    RowFault.TEXT_TOO_LONG: "holds a text that is too long",
    RowFault.NO_CODE: "has no procedure code",
    RowFault.BAD_CODE: "has a code that is not of the form N.NNNNNN",
    RowFault.CODE_TWICE: "repeats the code of line",
    RowFault.NO_SUCH_PROCEDURE: "belongs to a procedure that the file does not define",
    RowFault.NO_CHANNEL_ABOVE: "is a fee without a channel above it",
    RowFault.UNKNOWN_CHANNEL: "names an unknown channel",
    RowFault.NO_PAPER_NAME: "is a paper without a name",
    RowFault.UNKNOWN_FIELD: "has a field that this program does not know",
    RowFault.NOT_TEXT: "has something else where a text belongs",
    RowFault.NOT_A_LIST: "has something else where a list belongs",
    RowFault.BAD_TERM: "has a term that is not a number",
    RowFault.BAD_UNIT: "has an unknown unit of the term",
    RowFault.BAD_TIME: "has a cut-off that is not a time such as 15:00",
    RowFault.BAD_DATE: "has a date that is not of the form 2025-07-01 or 01/07/2025",
    RowFault.BAD_FLAG: "has something else where yes or no belongs",
    RowFault.BAD_COUNT: "has a number of copies that is not a whole number",
    RowFault.BAD_FEE: "has an amount that is not a whole number of đồng",
    RowFault.UNKNOWN_FEE_KIND: "has a fee that is neither phí nor lệ phí",
    RowFault.UNKNOWN_AGENCY_CODE: "names an agency code that the centre does not have",
    RowFault.DOUBTFUL_COUNT: "asks for an unlikely number of copies",
    RowFault.DOUBTFUL_FEE: "has an unlikely small amount",
    RowFault.FREE_WITH_FEES: "is called free and has fees",
}


@dataclass(frozen=True, slots=True)
class RowProblem:
    """One finding; `line` counts from 1, `sheet` is empty for a text file."""

    line: int
    code: str
    field: str
    fault: RowFault
    found: str = ""
    sheet: str = ""

    @property
    def taken(self) -> bool:
        """Whether the line it concerns was taken all the same, the doubtful value kept or open."""
        return self.fault not in _LINE_LOST

    def __str__(self) -> str:
        """Return the technician's English sentence."""
        place = f"{self.sheet}, line {self.line}" if self.sheet else f"line {self.line}"
        about = " ".join(part for part in (self.code, self.field) if part)
        found = f": {self.found}" if self.found else ""
        return f"{place}{f' ({about})' if about else ''} {_SENTENCES[self.fault]}{found}"


@dataclass(frozen=True, slots=True)
class CatalogueFile:
    """All procedures of a file in their order, and every finding."""

    procedures: tuple[Procedure, ...] = ()
    problems: tuple[RowProblem, ...] = ()

    def incomplete(self) -> tuple[Procedure, ...]:
        """Return the procedures that cannot be used for intake until somebody completes them."""
        return tuple(procedure for procedure in self.procedures if procedure.gaps())

    def gap_counts(self) -> dict[Gap, int]:
        """Return how many procedures have each gap, in the order of `Gap`."""
        found = Counter(gap for procedure in self.procedures for gap in procedure.gaps())
        return {gap: found[gap] for gap in Gap if found[gap]}

    def lost(self) -> tuple[RowProblem, ...]:
        """Return the findings whose lines were not taken."""
        return tuple(problem for problem in self.problems if not problem.taken)

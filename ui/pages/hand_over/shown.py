"""All that the hand-over page shows, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from counter_app.clock import VIETNAM, local
from counter_app.store.dossiers import DossierRow
from counter_app.store.hand_over_lists import BatchRow
from counter_app.text import folded
from counter_app.usecases.acts import NOW, When
from ui.due_words import DueWords, dossier_due_words
from ui.moments import short_day, short_moment
from ui.notice import Notice
from ui.pages.hand_over.questions import Way
from ui.typed_moments import clock_time


class Asking(StrEnum):
    """What the line below the lists asks for."""

    NOTHING = ""
    RECEIVER = "receiver"
    REASON = "reason"


@dataclass(frozen=True, slots=True)
class Line:
    """A dossier that waits, in the words of one moment; `fault` is why it could not go along."""

    row: DossierRow
    agency_name: str
    due: DueWords
    due_day: str
    handed_over: str
    ticked: bool = False
    fault: str = ""


@dataclass(frozen=True, slots=True)
class AgencyCount:
    """How many dossiers of an agency wait, and how many of them are ticked."""

    code: str
    name: str
    waiting: int
    ticked: int


@dataclass(frozen=True, slots=True)
class ListLine:
    """A list that was made."""

    row: BatchRow
    agency_name: str
    made: str


@dataclass(frozen=True, slots=True)
class Arrived:
    """What is typed about results: where they lie, and when they really came."""

    place: str = ""
    day: date | None = None
    day_wrong: bool = False
    time: str = ""
    because: str = ""

    def when(self, now_ms: int) -> When | None:
        """Return the moment that is meant; None where what is typed is none.

        Nothing typed means now, a time alone means today, a day alone the present time of day.
        """
        if self.day_wrong:
            return None
        if self.day is None and not self.time.strip():
            return NOW
        now = local(now_ms)
        at = clock_time(self.time) if self.time.strip() else now.time().replace(microsecond=0)
        if at is None:
            return None
        return When(datetime.combine(self.day or now.date(), at, VIETNAM), self.because)


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows; `ready` is False until the file has answered."""

    way: Way = Way.OUT
    ready: bool = False
    typed: str = ""
    agency_code: str = ""
    """Whose dossiers are listed; "" for all."""
    lines: tuple[Line, ...] = ()
    agencies: tuple[AgencyCount, ...] = ()
    lists: tuple[ListLine, ...] = ()
    cut: bool = False
    pointed: UUID | None = None
    """The dossier scanned last: the list shows it."""
    arrived: Arrived = Arrived()
    faults: Mapping[str, str] = field(default_factory=dict)
    """By field of `Arrived`: what is wrong there."""
    asking: Asking = Asking.NOTHING
    chosen_list: UUID | None = None
    notice: Notice | None = None
    busy: bool = False

    @property
    def waiting(self) -> int:
        """How many wait, at all agencies."""
        return sum(agency.waiting for agency in self.agencies)

    @property
    def ticked(self) -> int:
        """How many are ticked, at all agencies, listed just now or not."""
        return sum(agency.ticked for agency in self.agencies)

    @property
    def ticked_agencies(self) -> int:
        """At how many agencies something is ticked: as many lists will be made."""
        return sum(1 for agency in self.agencies if agency.ticked)

    @property
    def can_act(self) -> bool:
        """Whether F9 does something."""
        return bool(self.ticked) and not self.busy

    @property
    def list_line(self) -> ListLine | None:
        """The chosen list."""
        return next((one for one in self.lists if one.row.batch == self.chosen_list), None)

    @property
    def open_list(self) -> bool:
        """Whether the chosen list went out and nobody signed for it yet."""
        line = self.list_line
        return (
            self.way is Way.OUT
            and line is not None
            and line.row.accepted_at is None
            and line.row.dossiers > 0
        )


def told(row: DossierRow, now_ms: int, agencies: Mapping[str, str]) -> Line:
    """Return a row in words."""
    return Line(
        row,
        agencies.get(row.agency_code, row.agency_code),
        dossier_due_words(row.state, now_ms, row.due_at),
        "" if row.due_at is None else short_day(row.due_at, now_ms),
        "" if row.handed_over_at is None else short_moment(row.handed_over_at, now_ms),
    )


def list_lines(
    rows: Sequence[BatchRow], now_ms: int, agencies: Mapping[str, str]
) -> tuple[ListLine, ...]:
    """Return lists in words."""
    return tuple(
        ListLine(
            row,
            agencies.get(row.agency_code, row.agency_code),
            short_moment(row.handed_at, now_ms),
        )
        for row in rows
    )


def counted(lines: Sequence[Line]) -> tuple[AgencyCount, ...]:
    """Return the agencies of the lines with their counts, by name."""
    names = {line.row.agency_code: line.agency_name for line in lines}
    return tuple(
        AgencyCount(
            code,
            name,
            sum(1 for line in lines if line.row.agency_code == code),
            sum(1 for line in lines if line.row.agency_code == code and line.ticked),
        )
        for code, name in sorted(names.items(), key=lambda item: folded(item[1]))
    )


def matching(lines: Sequence[Line], agency_code: str, typed: str) -> tuple[Line, ...]:
    """Return the lines of an agency ("" for all) in which every word typed begins a word."""
    words = folded(typed).split()
    return tuple(
        line
        for line in lines
        if agency_code in ("", line.row.agency_code) and _matches(line, words)
    )


def _matches(line: Line, words: Sequence[str]) -> bool:
    known = f" {folded(line.row.owner_name)} {folded(line.row.number)}"
    return all(f" {word}" in known for word in words)

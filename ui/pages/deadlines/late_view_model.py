"""The work list of the day: what falls due, what is overdue without a letter, and the letters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.clock import local, local_day
from counter_app.desk import Desk
from counter_app.domain.roles import Duty, may
from counter_app.errors import CounterError
from counter_app.progress import Progress
from counter_app.store.dossiers import DossierRow
from counter_app.store.late import LateList
from counter_app.usecases.printing import Form, PaperSize
from ui.apology import Sorry
from ui.due_words import DueWords, dossier_due_words
from ui.errors import describe
from ui.notice import Kind, Notice
from ui.pages.deadlines import late_questions as questions
from ui.pages.deadlines.late_questions import Listed, Told, Wrote
from ui.tasks import Lane, Task, Tasks

PrintLetter = Callable[[UUID, Form, PaperSize], None]
"""Prints a letter of a dossier; runs off the GUI thread."""

_MINUTE_MS = 60_000
_END_OF_DAY = "16:30"
_FIELD_OF: Mapping[str, str] = {
    "ReasonMissing": "reason",
    "PromisePast": "day",
    "ExtensionNotLater": "day",
}
"""Errors that are about what was typed; whatever else is wrong is about one dossier."""


class Group(StrEnum):
    """The parts of the work list, the most urgent first."""

    UNANSWERED = "unanswered"
    """Overdue without a letter, or past the day a letter promised."""
    TODAY = "today"
    TOMORROW = "tomorrow"
    """The next working day, and the days off before it."""
    APOLOGISED = "apologised"
    """Overdue, with a promise that can still be kept."""


@dataclass(frozen=True, slots=True)
class LateLine:
    """A dossier in the words of one moment; `fault` is why no letter could be written."""

    row: DossierRow
    agency_name: str
    due: DueWords
    ticked: bool = False
    fault: str = ""


@dataclass(frozen=True, slots=True)
class ShownLate:
    """All that the work list shows; `tomorrow` is None until the file has answered."""

    tomorrow: date | None = None
    group: Group = Group.UNANSWERED
    counts: Mapping[Group, int] = field(default_factory=dict)
    lines: tuple[LateLine, ...] = ()
    codes: tuple[tuple[object, str], ...] = ()
    """The reasons that a letter may name."""
    sheet: Sorry | None = None
    """The letter that is being written, for `wanted`."""
    wanted: tuple[UUID, ...] = ()
    faults: Mapping[str, str] = field(default_factory=dict)
    told: Told | None = None
    """How one lateness came about."""
    notice: Notice | None = None
    busy: bool = False

    @property
    def ticked(self) -> int:
        """How many lines are ticked."""
        return sum(line.ticked for line in self.lines)


class LateViewModel(QObject):
    """Letters for one dossier or for many; the first due date stays the yardstick."""

    changed = Signal()
    acted = Signal()
    """Letters were written or printed."""
    progressed = Signal(int, int)

    def __init__(
        self, desk: Desk, tasks: Tasks, print_letter: PrintLetter, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.shown = ShownLate()
        self._desk, self._tasks, self._print = desk, tasks, print_letter
        self._question: Task[Listed] | None = None
        self._story: Task[Told] | None = None
        self._found: Listed | None = None
        self._ticked: frozenset[UUID] = frozenset()
        self._refused: Mapping[UUID, CounterError] = {}
        self._sheet = Sorry(clock=_END_OF_DAY)
        self._chosen = False
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._minute.timeout.connect(self.refresh)
        self._minute.start()

    @property
    def may_write(self) -> bool:
        """Whether who sits here may promise a new date; the letter itself checks it again."""
        officer = self._desk.officer
        return officer is not None and may(officer.roles, Duty.DECIDE)

    def refresh(self) -> None:
        """Read the list again."""
        if self._question is not None:
            self._question.abandon()
        desk, today = self._desk, local_day(self._desk.clock.now_ms())
        self._question = self._tasks.start(
            self, lambda _: questions.listed(desk, today), self._listed, self._failed
        )

    def choose(self, group: Group) -> None:
        """Show another part of the list."""
        self._chosen = True
        if group is not self.shown.group:
            self._ticked, self._refused = frozenset(), {}
            self._tell(replace(self.shown, group=group))

    def tick(self, place: int) -> None:
        """Turn the tick of a line."""
        if 0 <= place < len(self.shown.lines):
            self._ticked = self._ticked ^ {self.shown.lines[place].row.subject}
            self._tell(self.shown)

    def tick_all(self) -> None:
        """Tick every line; where all are ticked, none."""
        every = frozenset(line.row.subject for line in self.shown.lines)
        self._ticked = frozenset() if self._ticked >= every else every
        self._tell(self.shown)

    def begin_letter(self, place: int) -> None:
        """Begin a letter for all ticked dossiers; where none is, for the one of the line."""
        lines = self.shown.lines
        wanted = tuple(line.row.subject for line in lines if line.ticked)
        if not wanted and 0 <= place < len(lines):
            wanted = (lines[place].row.subject,)
        if wanted and self.may_write and not self.shown.busy:
            self._show(
                replace(self.shown, sheet=self._sheet, wanted=wanted, faults={}, notice=None)
            )

    def edit(self, name: str, value: object) -> None:
        """Take what was typed in the letter; it waits there for the next one too."""
        shown = self.shown
        if shown.sheet is None or shown.busy:
            self.changed.emit()
            return
        self._sheet = shown.sheet.typed(name, value)
        faults = {place: said for place, said in shown.faults.items() if place != name}
        self._show(replace(shown, sheet=self._sheet, faults=faults))

    def leave_letter(self) -> None:
        """Write no letter now."""
        if not self.shown.busy:
            self._show(replace(self.shown, sheet=None, wanted=(), faults={}))

    def write(self) -> None:
        """Write the letters and print them."""
        shown, desk = self.shown, self._desk
        if shown.sheet is None or shown.busy:
            return
        faults = shown.sheet.faults(local(desk.clock.now_ms()))
        if not shown.sheet.reason.strip():
            faults.setdefault("reason", self.tr("Say why."))
        if faults:
            self._show(replace(shown, faults=faults))
            return
        rows = tuple(line.row for line in shown.lines if line.row.subject in set(shown.wanted))
        apology = shown.sheet.apology(desk)
        self._show(replace(shown, busy=True, faults={}, notice=None))
        self._tasks.start(
            self,
            lambda progress: questions.write(desk, rows, apology, progress),
            self._written,
            self._failed,
            lambda done, total, _: self.progressed.emit(done, total),
        )

    def tell(self, place: int) -> None:
        """Show how the lateness of a line came about."""
        if not 0 <= place < len(self.shown.lines):
            return
        if self._story is not None:
            self._story.abandon()
        desk, subject = self._desk, self.shown.lines[place].row.subject
        self._story = self._tasks.start(
            self,
            lambda _: questions.told(desk, subject),
            lambda told: self._show(replace(self.shown, told=told)),
            self._failed,
        )

    def close_story(self) -> None:
        """Show the list again."""
        if self._story is not None:
            self._story.abandon()
        self._show(replace(self.shown, told=None))

    def close_notice(self) -> None:
        """The officer has read it."""
        self._show(replace(self.shown, notice=None))

    def _listed(self, found: Listed) -> None:
        self._found = found
        counts = {group: len(_rows(found.late, group)) for group in Group}
        group = self.shown.group
        if not self._chosen:  # begin where there is something to do
            group = next((one for one in Group if counts[one]), group)
        self._tell(
            replace(
                self.shown,
                tomorrow=found.tomorrow,
                counts=counts,
                group=group,
                codes=found.codes,
            )
        )

    def _tell(self, shown: ShownLate) -> None:
        """Put the lines of the group into the words of this moment."""
        found = self._found
        if found is None:
            self._show(shown)
            return
        now = self._desk.clock.now_ms()
        rows = _rows(found.late, shown.group)
        self._ticked &= {row.subject for row in rows}
        lines = tuple(
            LateLine(
                row,
                found.agencies.get(row.agency_code, row.agency_code),
                dossier_due_words(row.state, now, row.due_at),
                row.subject in self._ticked,
                describe(self._refused[row.subject]) if row.subject in self._refused else "",
            )
            for row in rows
        )
        self._show(replace(shown, lines=lines))

    def _written(self, wrote: Wrote) -> None:
        typed = {
            _FIELD_OF[type(error).__name__]: describe(error)
            for error in wrote.refused.values()
            if type(error).__name__ in _FIELD_OF
        }
        self._refused = wrote.refused
        self._ticked = frozenset(wrote.refused)
        shown = replace(self.shown, busy=False)
        if not wrote.written:
            words = self.tr("No letter was written; see the marked fields and lines.")
            self._tell(replace(shown, faults=typed, notice=Notice(Kind.BAD, words)))
            return
        count, left = len(wrote.written), len(wrote.refused)
        words = self.tr("%n letter(s) written.", "", count)
        if left:
            others = self.tr("%n could not be written; see the marked lines.", "", left)
            words = f"{words} {others}"
        kind = Kind.WARN if left else Kind.GOOD
        self._sheet = Sorry(clock=_END_OF_DAY)
        self._show(replace(shown, sheet=None, wanted=(), notice=Notice(kind, words)))
        self.refresh()
        self.acted.emit()
        self._print_all(wrote, words)

    def _print_all(self, wrote: Wrote, words: str) -> None:
        work, written = self._print, wrote.written

        def print_each(progress: Progress) -> None:
            for count, one in enumerate(written, start=1):
                work(one.subject, Form.APOLOGY, PaperSize.A4)
                progress.step(count, len(written))

        self._tasks.start(
            self,
            print_each,
            lambda _: self.acted.emit(),
            lambda error: self._not_printed(words, error),
            lane=Lane.PAPER,
        )

    def _not_printed(self, words: str, error: CounterError) -> None:
        said = self.tr("Not all were printed: {why} Print them from their dossiers.")
        notice = Notice(Kind.WARN, f"{words} {said.format(why=describe(error))}")
        self._show(replace(self.shown, notice=notice))

    def _failed(self, error: CounterError) -> None:
        notice = Notice(Kind.BAD, describe(error))
        self._show(replace(self.shown, busy=False, notice=notice))

    def _show(self, shown: ShownLate) -> None:
        if shown != self.shown:
            self.shown = shown
            self.changed.emit()


def _rows(late: LateList, group: Group) -> tuple[DossierRow, ...]:
    return {
        Group.UNANSWERED: late.unanswered,
        Group.TODAY: late.today,
        Group.TOMORROW: late.tomorrow,
        Group.APOLOGISED: late.apologised,
    }[group]

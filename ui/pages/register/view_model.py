"""The register: which lines are shown, written, printed, and taken over from an earlier one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from counter_app.clock import local_day
from counter_app.desk import Desk, Officer
from counter_app.domain.register import RegisterOrder
from counter_app.domain.roles import Duty, may
from counter_app.errors import CounterError
from counter_app.exchange.register import known_at, read_register
from counter_app.progress import Cancelled, Progress
from counter_app.store import reference
from counter_app.store.engine import Session
from counter_app.store.register import Place, RegisterPage, RegisterQuery, count, page
from counter_app.usecases.audit import exported
from counter_app.usecases.register_import import RegisterOutcome, foreseen, take_register
from ui.approval import Approval
from ui.errors import describe
from ui.notice import Kind, Notice
from ui.pages.register.shown import Busy, Incoming, Shown, Span, days_of
from ui.tasks import Lane, Task, Tasks

Write = Callable[[RegisterQuery, Path, Progress], int]
"""Writes the lines as PDF, workbook or CSV by the suffix; runs off the GUI thread."""
Print = Callable[[RegisterQuery, Progress], None]
"""Prints the register in the form of its last day; runs off the GUI thread."""

PAGE = 100


@dataclass(frozen=True, slots=True)
class _Answer:
    page: RegisterPage
    total: int
    agencies: dict[str, str]
    seats: dict[int, str]
    form: str
    columns: tuple[tuple[str, str], ...]


class RegisterViewModel(QObject):
    """The register of the whole centre as far as this counter knows it."""

    changed = Signal()
    advanced = Signal(int, int, str)
    taken_over = Signal()
    """Lines of an earlier register came in: others may look anew."""

    def __init__(
        self, desk: Desk, tasks: Tasks, write: Write, send: Print, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self._write, self._print = write, send
        self.approval = Approval(desk, tasks, parent=self)
        today = self.today
        self.shown = Shown(RegisterQuery(today, today))
        self._after: Place | None = None
        self._question: Task[_Answer] | None = None
        self._work: Task[object] | None = None

    @property
    def today(self) -> date:
        """The day at this counter."""
        return local_day(self._desk.clock.now_ms())

    def refresh(self) -> None:
        """Ask for the first page of the lines."""
        shown = self.shown
        if shown.span is not Span.OWN:
            first, last = days_of(shown.span, self.today)
            self._show(replace(shown, query=replace(shown.query, first=first, last=last)))
        self._ask(None, self._answered)

    def ask_more(self) -> None:
        """Add the next page."""
        if self.shown.more and self._after is not None:
            self._ask(self._after, self._appended)

    def choose_span(self, span: Span) -> None:
        """Show another period."""
        self._show(replace(self.shown, span=span))
        self.refresh()

    def set_days(self, first: date | None, last: date | None) -> None:
        """Show the lines of these days; a day that is missing or too early is not taken."""
        if first is None or last is None or last < first:
            return
        query = replace(self.shown.query, first=first, last=last)
        if query != self.shown.query:
            self._show(replace(self.shown, span=Span.OWN, query=query))
            self.refresh()

    def choose_agency(self, code: str) -> None:
        """Show the lines of one agency, or of all."""
        self._show(replace(self.shown, query=replace(self.shown.query, agency_code=code)))
        self.refresh()

    def choose_seat(self, number: int | None) -> None:
        """Show the lines of one seat, or of all."""
        self._show(replace(self.shown, query=replace(self.shown.query, seat_number=number)))
        self.refresh()

    def sort(self, order: RegisterOrder, descending: bool) -> None:
        """Show the lines in another order; paper and files follow it."""
        query = replace(self.shown.query, order=order, descending=descending)
        if query != self.shown.query:
            self._show(replace(self.shown, query=query))
            self.refresh()

    def turn_round(self) -> None:
        """Show the lines the other way round."""
        query = self.shown.query
        self.sort(query.order, not query.descending)

    def write(self, path: Path) -> None:
        """Write all lines of the period to a file."""
        desk, query = self._desk, self.shown.query

        def work(progress: Progress) -> int:
            exported(desk, path.name)
            return self._write(query, path, progress)

        self._begin(Busy.WRITE, work, partial(self._written, path), Lane.OUTSIDE)

    def print(self) -> None:
        """Print the register of the period."""
        query = self.shown.query
        words = self.tr("The register was handed to the printer.")
        self._begin(
            Busy.PRINT,
            lambda progress: self._print(query, progress),
            lambda _: self._end(Notice(Kind.GOOD, words)),
            Lane.PAPER,
        )

    def read(self, path: Path) -> None:
        """Read an earlier register and tell what would be taken; nothing is written yet."""
        desk = self._desk

        def work(progress: Progress) -> Incoming:
            file = read_register(path, known_at(desk), progress)
            return Incoming(path, file, foreseen(desk, file.lines, len(file.lines), progress))

        self._begin(Busy.READ, work, self._read, Lane.OUTSIDE)

    def take(self) -> None:
        """Take over what can be taken; a supervisor does it, or agrees beside who sits here."""
        if may(self._desk.acting.roles, Duty.SUPERVISE):
            self._take(self._desk.acting)
        else:
            self.approval.begin()
            self._show(replace(self.shown, asking_second=True))

    def agree(self) -> None:
        """Let the supervisor's password decide, and take the lines over."""
        self.approval.agree(self._take)

    def leave(self) -> None:
        """Put the earlier register away."""
        self._show(replace(self.shown, incoming=None, asking_second=False))

    def cancel(self) -> None:
        """Stop what runs at its next step; lines that were taken stay."""
        if self._work is not None:
            self._work.cancel()

    def close_notice(self) -> None:
        """The officer has read it."""
        self._show(replace(self.shown, notice=None))

    def _take(self, supervisor: Officer) -> None:
        incoming = self.shown.incoming
        if incoming is None:
            return
        desk, lines = self._desk.served_by(supervisor), incoming.file.lines
        self._begin(
            Busy.TAKE,
            lambda progress: take_register(desk, lines, len(lines), progress),
            self._taken,
            Lane.OUTSIDE,
        )

    def _taken(self, outcome: RegisterOutcome) -> None:
        incoming = self.shown.incoming
        if incoming is not None:
            told = replace(incoming, outcome=replace(outcome, taken=0))
            left = told.problems
            self._show(replace(self.shown, incoming=told if left else None, asking_second=False))
        words = self.tr("%n dossier(s) taken over.", "", outcome.taken)
        self._end(Notice(Kind.GOOD, words))
        self.taken_over.emit()
        self.refresh()

    def _read(self, incoming: Incoming) -> None:
        self._show(replace(self.shown, incoming=incoming))
        self._end(None)

    def _written(self, path: Path, lines: int) -> None:
        words = self.tr("%n line(s) written to {file}.", "", lines).format(file=path)
        self._end(Notice(Kind.GOOD, words))

    def _begin(
        self,
        busy: Busy,
        work: Callable[..., object],
        done: Callable[..., None],
        lane: Lane,
    ) -> None:
        if self.shown.busy:
            return
        self._show(replace(self.shown, busy=busy, notice=None))
        self._work = self._tasks.start(self, work, done, self._failed, self.advanced.emit, lane)

    def _end(self, notice: Notice | None) -> None:
        self._work = None
        self._show(replace(self.shown, busy=Busy.NOTHING, notice=notice))

    def _failed(self, error: CounterError) -> None:
        taking = self.shown.busy is Busy.TAKE
        kind = Kind.INFO if isinstance(error, Cancelled) else Kind.BAD
        self._end(Notice(kind, describe(error)))
        if taking:
            self.refresh()

    def _ask(self, after: Place | None, done: Callable[[_Answer], None]) -> None:
        if self._question is not None:
            self._question.abandon()
        desk, query = self._desk, self.shown.query
        self._question = self._tasks.start(
            self,
            lambda _: desk.ask(_answer, query, after),
            done,
            lambda error: self._show(replace(self.shown, notice=Notice(Kind.BAD, describe(error)))),
        )

    def _answered(self, answer: _Answer) -> None:
        self._after = answer.page.after
        self._show(
            replace(
                self.shown,
                rows=answer.page.rows,
                total=answer.total,
                more=self._after is not None,
                agencies=answer.agencies,
                seats=answer.seats,
                form=answer.form,
                columns=answer.columns,
                ready=True,
            )
        )

    def _appended(self, answer: _Answer) -> None:
        self._after = answer.page.after
        rows = (*self.shown.rows, *answer.page.rows)
        self._show(replace(self.shown, rows=rows, more=self._after is not None))

    def _show(self, shown: Shown) -> None:
        if shown != self.shown:
            self.shown = shown
            self.changed.emit()


def _answer(session: Session, query: RegisterQuery, after: Place | None) -> _Answer:
    return _Answer(
        page(session, query, after, PAGE),
        count(session, query),
        reference.agency_names(session),
        reference.seat_names(session),
        *_form(query.last),
    )


def _form(day: date) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return the name and the columns of the form in force; of the first one before it."""
    from counter_app.documents.forms import NoFormSet  # draws, so it is loaded off the GUI thread
    from counter_app.documents.register import register_form, register_forms

    try:
        form = register_form(day)
        name = f"{form.form} · {form.name}"
    except NoFormSet:
        form, name = register_forms()[-1], ""
    return name, tuple((column.key, column.title) for column in form.columns)

"""What the page of reports shows: a report of a period, and the dossiers behind its figures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from counter_app.clock import local_day
from counter_app.desk import Desk
from counter_app.domain.register import Rating
from counter_app.domain.reporting import Period
from counter_app.domain.roles import Duty, may
from counter_app.errors import CounterError
from counter_app.progress import Cancelled, Progress
from counter_app.reports.monthly import MonthlyReport
from counter_app.reports.tables import ReportTable
from counter_app.store.report_figures import AgencyRow, Behind
from counter_app.usecases.audit import exported
from counter_app.usecases.periods import close_period
from counter_app.usecases.ratings import Slips, enter_slips, rate
from counter_app.usecases.scores import Score, enter_score
from ui.errors import describe
from ui.notice import Kind, Notice
from ui.pages.reports import questions
from ui.pages.reports.questions import MONTHLY, MOST, SCORINGS, Asked, Cell, Found, Span
from ui.tasks import Lane, Task, Tasks

_OF_PEOPLE = {"late", "unsatisfied", "waiting"}
"""Reports that name citizens: who takes one out is noted."""


@dataclass(frozen=True, slots=True)
class Shown:
    """All that the page shows. `found_for` is what the report on show was asked for."""

    asked: Asked
    found_for: Asked | None = None
    monthly: MonthlyReport | None = None
    table: ReportTable | None = None
    behind: tuple[Behind, ...] = ()
    cut: bool = False
    agencies: tuple[AgencyRow, ...] = ()
    busy: bool = False
    saving: bool = False
    officers: tuple[tuple[str, str], ...] = ()
    slips_entered: int = 0
    scores_entered: int = 0
    notice: Notice | None = None

    may_close: bool = False
    """Whether this officer may close periods and give points."""
    closing: bool = False
    """Whether the officer was asked to confirm."""

    @property
    def can_close(self) -> bool:
        report = self.monthly
        return self.may_close and not self.busy and report is not None and report.closing is None

    @property
    def can_export(self) -> bool:
        return self.found_for is not None and not self.busy and not self.saving


class ReportsViewModel(QObject):
    """One report at a time; a new question takes the place of the one before."""

    changed = Signal()
    progressed = Signal(int, int)
    acted = Signal()
    """Slips or points were entered."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        asked = Asked(MONTHLY, questions.usual(self.today), Cell())
        may_close = desk.officer is not None and may(desk.officer.roles, Duty.SUPERVISE)
        self.shown = Shown(asked, may_close=may_close)
        self._question: Task[Found] | None = None
        self._list: Task[tuple[Behind, ...]] | None = None
        self._export: Task[Path] | None = None

    @property
    def today(self) -> date:
        """The day at this counter."""
        return local_day(self._desk.clock.now_ms())

    def refresh(self) -> None:
        """Count again."""
        for question in (self._question, self._list):
            if question is not None:
                question.abandon()
        asked = self.shown.asked
        self._show(replace(self.shown, busy=True))
        self._question = self._tasks.start(
            self,
            lambda progress: self._desk.ask(questions.find, asked, progress),
            self._found,
            self._failed,
            lambda done, total, _: self.progressed.emit(done, total),
            lane=Lane.PAPER,
        )

    def set_report(self, name: str) -> None:
        """Show another report of the same period; scores are those of a quarter."""
        period = self.shown.asked.period
        if name in SCORINGS and not period.is_quarter:
            period = questions.span_of(Span.LAST_QUARTER, self.today)
        self._ask(replace(self.shown.asked, name=name, period=period, cell=Cell()))

    def set_span(self, span: Span) -> None:
        """Show the running quarter or year."""
        if span is not Span.FREE:
            self.set_period(questions.span_of(span, self.today))

    def set_period(self, period: Period) -> None:
        """Show another period."""
        self._ask(replace(self.shown.asked, period=period))

    def set_days(self, first: date | None, last: date | None) -> None:
        """Show the period from one day to another, once both are days in their order."""
        if first is not None and last is not None and first <= last:
            self.set_period(Period(first, last))

    def choose(self, cell: Cell) -> None:
        """List the dossiers behind a figure."""
        if cell == self.shown.asked.cell:
            return
        asked = replace(self.shown.asked, cell=cell)
        self._show(replace(self.shown, asked=asked))
        report = self.shown.monthly
        if report is None or self.shown.busy:
            return
        if self._list is not None:
            self._list.abandon()
        self._list = self._tasks.start(
            self,
            lambda _: self._desk.ask(questions.find_behind, asked, report),
            lambda rows: self._listed(asked, rows),
            self._failed,
        )

    def export(self, kind: str, path: Path) -> None:
        """Write the report on show as a file: xlsx, docx, pdf or csv."""
        if not self.shown.can_export:
            return
        self._show(replace(self.shown, saving=True))
        self._export = self._tasks.start(
            self,
            self._writing(kind, path),
            self._exported,
            self._failed,
            lambda done, total, _: self.progressed.emit(done, total),
            lane=Lane.PAPER,
        )

    def cancel(self) -> None:
        """Stop what is under way."""
        for task in (self._question, self._export):
            if task is not None:
                task.cancel()

    def enter_slips(self, slips: Slips, on: date | None) -> None:
        """Record slips that name no dossier."""
        self._record(lambda: enter_slips(self._desk, slips, on), slips.count)

    def rate(self, number: str, category: Rating, on: date | None) -> None:
        """Record the slip of a dossier."""
        self._record(lambda: rate(self._desk, number.strip(), category, on), 1)

    def enter_score(self, score: Score) -> None:
        """Record the points of an index."""
        self._tasks.start(
            self,
            lambda _: enter_score(self._desk, score),
            lambda _: self._scored(score),
            self._failed,
        )

    def _scored(self, score: Score) -> None:
        words = self.tr("Points of index {index} entered.").format(index=score.index)
        entered = self.shown.scores_entered + 1
        self._show(replace(self.shown, notice=Notice(Kind.GOOD, words), scores_entered=entered))
        self.acted.emit()
        self.refresh()

    def ask_to_close(self) -> None:
        """Say what closing the period means, and offer it."""
        if self.shown.can_close:
            words = self.tr(
                "What is handed in stands: figures that change afterwards are shown as changes."
            )
            notice = Notice(Kind.WARN, words, self.tr("Close the period now"))
            self._show(replace(self.shown, notice=notice, closing=True))

    def close_period(self) -> None:
        """Close the period on show, after it was confirmed."""
        if not self.shown.closing:
            return
        period = self.shown.asked.period
        self._show(replace(self.shown, closing=False, notice=None))
        self._tasks.start(
            self,
            lambda _: close_period(self._desk, period),
            lambda _: self._closed(),
            self._failed,
        )

    def _closed(self) -> None:
        notice = Notice(Kind.GOOD, self.tr("The period is closed."))
        self._show(replace(self.shown, notice=notice))
        self.acted.emit()
        self.refresh()

    def close_notice(self) -> None:
        """The officer has read it."""
        self._show(replace(self.shown, notice=None, closing=False))

    def _ask(self, asked: Asked) -> None:
        if asked != self.shown.asked:
            notice = None if self.shown.closing else self.shown.notice
            self._show(replace(self.shown, asked=asked, closing=False, notice=notice))
            self.refresh()

    def _writing(self, kind: str, path: Path) -> Callable[[Progress], Path]:
        report, table, desk, today = self.shown.monthly, self.shown.table, self._desk, self.today

        def work(progress: Progress) -> Path:
            from counter_app.exchange import whole_file
            from counter_app.reports import monthly_files, table_files

            progress.step(0, 0)
            if table is not None:
                if table.name in _OF_PEOPLE:
                    exported(desk, path.name)
                table_files.WRITERS[kind](path, table)
            elif report is not None and kind == "csv":
                monthly_files.write_csv(path, report)
            elif report is not None:
                made = desk.ask(monthly_files.made, report, kind, today)
                progress.step(1, 1)
                whole_file.write(path, made)
            return path

        return work

    def _record(self, act: Callable[[], object], count: int) -> None:
        self._tasks.start(self, lambda _: act(), lambda _: self._recorded(count), self._failed)

    def _recorded(self, count: int) -> None:
        words = self.tr("%n slip(s) entered.", "", count)
        entered = self.shown.slips_entered + 1
        self._show(replace(self.shown, notice=Notice(Kind.GOOD, words), slips_entered=entered))
        self.acted.emit()
        self.refresh()

    def _found(self, found: Found) -> None:
        self._show(
            replace(
                self.shown,
                found_for=found.asked,
                monthly=found.monthly,
                table=found.table,
                behind=found.behind[:MOST],
                cut=len(found.behind) > MOST,
                agencies=found.agencies,
                officers=found.officers,
                busy=False,
            )
        )
        if found.asked.cell != self.shown.asked.cell:  # one went on while it was counted
            cell = self.shown.asked.cell
            self.shown = replace(self.shown, asked=found.asked)
            self.choose(cell)

    def _listed(self, asked: Asked, rows: tuple[Behind, ...]) -> None:
        self._show(replace(self.shown, found_for=asked, behind=rows[:MOST], cut=len(rows) > MOST))

    def _exported(self, path: Path) -> None:
        words = self.tr("The report was written to {file}.").format(file=path)
        self._show(replace(self.shown, saving=False, notice=Notice(Kind.GOOD, words)))

    def _failed(self, error: CounterError) -> None:
        kind = Kind.QUIET if isinstance(error, Cancelled) else Kind.BAD
        notice = Notice(kind, describe(error))
        self._show(replace(self.shown, busy=False, saving=False, notice=notice))

    def _show(self, shown: Shown) -> None:
        if shown != self.shown:
            self.shown = shown
            self.changed.emit()

"""What the board of due days shows, and which cell of it the list stands for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.clock import local_day
from counter_app.desk import Desk
from counter_app.errors import CounterError
from counter_app.exchange import csv_file
from counter_app.progress import Progress
from counter_app.store import reference
from counter_app.store.dossiers import AgencyDue, DossierRow, due_between
from counter_app.store.due_board import Board, board
from counter_app.store.engine import Session
from counter_app.store.outbox import Reach, reach
from counter_app.usecases.audit import exported
from ui.errors import describe
from ui.models.dossier_rows import DossierLine, Surroundings, file_cells, file_header, told
from ui.notice import Kind, Notice
from ui.tasks import Lane, Task, Tasks

MINUTE_MS = 60_000
MOST = 500
_EVERY = 1_000_000
_ONE_DAY = timedelta(days=1)


class When(StrEnum):
    """The columns of the board."""

    OVERDUE = "overdue"
    TODAY = "today"
    TOMORROW = "tomorrow"
    """The next working day, and the days off before it."""
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Cell:
    """One number of the board; `agency_code` "" stands for all agencies."""

    when: When
    agency_code: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """All that the board shows; `board` is None until the file has answered."""

    board: Board | None = None
    cell: Cell = Cell(When.OVERDUE)
    listed: Cell = Cell(When.OVERDUE)
    """The cell that `lines` stand for: the chosen one, as soon as the file has answered."""
    lines: tuple[DossierLine, ...] = ()
    cut: bool = False
    """Whether the cell holds more dossiers than the list shows."""
    notice: Notice | None = None

    @property
    def total(self) -> AgencyDue:
        """The sum over all agencies."""
        agencies = self.board.agencies if self.board else ()
        return AgencyDue(
            "",
            "",
            sum(agency.overdue for agency in agencies),
            sum(agency.today for agency in agencies),
            sum(agency.tomorrow for agency in agencies),
            sum(agency.later for agency in agencies),
        )

    @property
    def load(self) -> tuple[tuple[date, int], ...]:
        """How much falls due on each working day ahead, at the agency of the chosen cell.

        What falls due on a day off stands on its own day, so that nothing is hidden.
        """
        if self.board is None:
            return ()
        wanted = self.cell.agency_code
        counts = dict.fromkeys(self.board.days, 0)
        for part in self.board.load:
            if wanted in ("", part.agency_code):
                counts[part.day] = counts.get(part.day, 0) + part.count
        return tuple(sorted(counts.items()))


@dataclass(frozen=True, slots=True)
class _Answer:
    board: Board
    cell: Cell
    rows: tuple[DossierRow, ...]
    reach: Reach
    agencies: Mapping[str, str]


class DeadlinesViewModel(QObject):
    """The board, told anew every minute and whenever something was received or came in."""

    changed = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown = Shown()
        self._desk, self._tasks = desk, tasks
        self._question: Task[_Answer] | None = None
        self._minute = QTimer(self, interval=MINUTE_MS)
        self._minute.timeout.connect(self.refresh)
        self._minute.start()

    @property
    def today(self) -> date:
        """The day at this counter."""
        return local_day(self._desk.clock.now_ms())

    def refresh(self) -> None:
        """Ask for the board and the chosen list again, both from one moment of the file."""
        if self._question is not None:
            self._question.abandon()
        cell = self.shown.cell if self.shown.board is not None else None
        self._question = self._tasks.start(
            self,
            lambda _: self._desk.ask(_answer, self.today, cell, self._desk.seat.stream_id),
            self._answer,
            self._failed,
        )

    def choose(self, cell: Cell) -> None:
        """Show the dossiers behind a number."""
        if cell != self.shown.cell:
            self._show(replace(self.shown, cell=cell))
            self.refresh()

    def export(self, path: Path) -> None:
        """Write all dossiers of the list's cell to a CSV file."""
        if self.shown.board is None:
            return
        board_now, cell, header = self.shown.board, self.shown.listed, file_header()

        def work(_progress: Progress) -> int:
            answer = self._desk.ask(_listed, board_now, cell, self._desk.seat.stream_id, None)
            exported(self._desk, path.name)
            return csv_file.write(path, header, map(file_cells, self._told(answer)))

        self._tasks.start(
            self, work, lambda count: self._exported(count, path), self._failed, lane=Lane.OUTSIDE
        )

    def close_notice(self) -> None:
        """The officer has read it."""
        self._show(replace(self.shown, notice=None))

    def _exported(self, count: int, path: Path) -> None:
        words = self.tr("%n dossier(s) written to {file}.", "", count).format(file=path)
        self._show(replace(self.shown, notice=Notice(Kind.GOOD, words)))

    def _told(self, answer: _Answer) -> tuple[DossierLine, ...]:
        now = self._desk.clock.now_ms()
        return told(answer.rows, Surroundings(now, answer.reach, answer.agencies))

    def _answer(self, answer: _Answer) -> None:
        notice = self.shown.notice
        if not answer.board.calendar_known:
            notice = Notice(
                Kind.WARN,
                self.tr(
                    "The centre's working calendar does not reach this far: the next working day "
                    "is taken from Monday to Friday."
                ),
            )
        self._show(
            replace(
                self.shown,
                board=answer.board,
                cell=answer.cell,
                listed=answer.cell,
                lines=self._told(answer)[:MOST],
                cut=len(answer.rows) > MOST,
                notice=notice,
            )
        )

    def _failed(self, error: CounterError) -> None:
        self._show(replace(self.shown, notice=Notice(Kind.BAD, describe(error))))

    def _show(self, shown: Shown) -> None:
        if shown != self.shown:
            self.shown = shown
            self.changed.emit()


def _answer(session: Session, today: date, cell: Cell | None, stream: UUID) -> _Answer:
    now = board(session, today)
    return _listed(session, now, cell or _first(now), stream, MOST + 1)


def _listed(session: Session, now: Board, cell: Cell, stream: UUID, limit: int | None) -> _Answer:
    first, last = _days(now, cell.when)
    rows = due_between(session, first, last, cell.agency_code, limit or _EVERY)
    return _Answer(now, cell, tuple(rows), reach(session, stream), reference.agency_names(session))


def _first(now: Board) -> Cell:
    """Return the most urgent column that is not empty."""
    total = Shown(now).total
    for when in When:
        if getattr(total, when):
            return Cell(when)
    return Cell(When.OVERDUE)


def _days(now: Board, when: When) -> tuple[date | None, date]:
    return {
        When.OVERDUE: (None, now.today - _ONE_DAY),
        When.TODAY: (now.today, now.today),
        When.TOMORROW: (now.today + _ONE_DAY, now.tomorrow),
        When.LATER: (now.tomorrow + _ONE_DAY, date.max),
    }[when]

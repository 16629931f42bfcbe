"""What the catalogue shows: procedures found as one types, and one of them in full."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.clock import local_day
from counter_app.desk import Desk
from counter_app.domain import catalogue_search
from counter_app.domain.catalogue_search import ProcedureIndex
from counter_app.domain.procedure import Gap, Procedure
from counter_app.errors import CounterError
from counter_app.store.catalogue import Catalogue, catalogue, procedure
from counter_app.store.reference import ProcedureRow
from ui.errors import describe
from ui.notice import Kind, Notice
from ui.tasks import Task, Tasks

REST_MS = 60


class Which(StrEnum):
    """Which procedures are listed."""

    ALL = "all"
    COMPLETE = "complete"
    INCOMPLETE = "incomplete"


@dataclass(frozen=True, slots=True)
class ProcedureLine:
    """A procedure of the list; `gaps` is what keeps it from being used for intake."""

    row: ProcedureRow
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """All that the catalogue shows; `complete` and `incomplete` count the whole catalogue."""

    typed: str = ""
    which: Which = Which.ALL
    lines: tuple[ProcedureLine, ...] = ()
    complete: int = 0
    incomplete: int = 0
    read: bool = False
    procedure: Procedure | None = None
    gaps: tuple[Gap, ...] = ()
    notice: Notice | None = None


class CatalogueViewModel(QObject):
    """Reads the catalogue once, and again when it is entered; searching needs no file."""

    changed = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown = Shown()
        self._desk, self._tasks = desk, tasks
        self._rows: Mapping[str, ProcedureRow] = {}
        self._gaps: Mapping[str, tuple[Gap, ...]] = {}
        self._index = ProcedureIndex(())
        self._question: Task[Procedure | None] | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.find)

    def refresh(self) -> None:
        """Read the catalogue of today."""
        today = local_day(self._desk.clock.now_ms())
        self._tasks.start(
            self, lambda _: _read(self._desk.ask(catalogue, today)), self._take, self._failed
        )

    def set_typed(self, text: str) -> None:
        """Look for `text` as soon as typing rests."""
        if text != self.shown.typed:
            self._show(replace(self.shown, typed=text))
            self._rest.start()

    def set_which(self, which: Which) -> None:
        """List all procedures, or only complete or incomplete ones."""
        self._show(replace(self.shown, which=which))
        self.find()

    def find(self) -> None:
        """List what was typed now: the likeliest first, without text all by code."""
        self._rest.stop()
        found = self._index.find(self.shown.typed, limit=max(len(self._rows), 1))
        lines = (ProcedureLine(self._rows[row.code], self._gaps.get(row.code, ())) for row in found)
        wanted = {Which.ALL: None, Which.COMPLETE: True, Which.INCOMPLETE: False}[self.shown.which]
        listed = tuple(line for line in lines if wanted in (None, line.row.complete))
        self._show(replace(self.shown, lines=listed))

    def point(self, place: int) -> None:
        """Show a procedure of the list in full."""
        if not 0 <= place < len(self.shown.lines):
            return
        if self._question is not None:
            self._question.abandon()
        line = self.shown.lines[place]
        today = local_day(self._desk.clock.now_ms())
        self._question = self._tasks.start(
            self,
            lambda _: self._desk.ask(procedure, line.row.code, today),
            lambda found: self._show(replace(self.shown, procedure=found, gaps=line.gaps)),
            self._failed,
        )

    def close_notice(self) -> None:
        """The officer has read it."""
        self._show(replace(self.shown, notice=None))

    def _take(self, read: tuple[Catalogue, ProcedureIndex]) -> None:
        held, self._index = read
        self._rows = {row.code: row for row in held.rows}
        self._gaps = held.gaps
        complete = sum(row.complete for row in held.rows)
        self._show(
            replace(self.shown, read=True, complete=complete, incomplete=len(held.rows) - complete)
        )
        self.find()

    def _failed(self, error: CounterError) -> None:
        self._show(replace(self.shown, notice=Notice(Kind.BAD, describe(error))))

    def _show(self, shown: Shown) -> None:
        if shown != self.shown:
            self.shown = shown
            self.changed.emit()


def _read(held: Catalogue) -> tuple[Catalogue, ProcedureIndex]:
    rows = (
        catalogue_search.ProcedureRow(row.code, row.name, row.sector, row.agency_name)
        for row in held.rows
    )
    return held, ProcedureIndex(rows)

"""What the catalogue shows: procedures found as one types, and one of them in full."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.clock import local_day
from counter_app.desk import Desk
from counter_app.domain import catalogue_search
from counter_app.domain.catalogue_search import ProcedureIndex
from counter_app.domain.procedure import Gap, Procedure
from counter_app.errors import CounterError
from counter_app.store.catalogue import Catalogue, News, catalogue, news, procedure
from counter_app.store.engine import Session
from counter_app.store.reference import ProcedureRow
from counter_app.text import folded
from ui.errors import describe
from ui.notice import Kind, Notice
from ui.tasks import Lane, Task, Tasks

REST_MS = 60
_MONTH = timedelta(days=30)
PrintPosting = Callable[[str], None]
"""Prints the sheet of a procedure, or the list of all for ""; runs off the GUI thread."""


class Which(StrEnum):
    """Which procedures are listed."""

    ALL = "all"
    COMPLETE = "complete"
    INCOMPLETE = "incomplete"
    NEWS = "news"
    """What began to hold since a month, or will within one."""


_COMPLETE: Final = {Which.ALL: None, Which.COMPLETE: True, Which.INCOMPLETE: False}


@dataclass(frozen=True, slots=True)
class ProcedureLine:
    """A procedure of the list; `gaps` is what keeps it from being used for intake.

    `news` is the change for which it is listed.
    """

    row: ProcedureRow
    gaps: tuple[Gap, ...]
    news: News | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """All that the catalogue shows; `complete` and `incomplete` count the whole catalogue."""

    typed: str = ""
    which: Which = Which.ALL
    lines: tuple[ProcedureLine, ...] = ()
    complete: int = 0
    incomplete: int = 0
    news: int = 0
    read: bool = False
    procedure: Procedure | None = None
    gaps: tuple[Gap, ...] = ()
    notice: Notice | None = None


@dataclass(frozen=True)
class _Read:
    held: Catalogue
    index: ProcedureIndex
    news: tuple[News, ...]


class CatalogueViewModel(QObject):
    """Reads the catalogue once, and again when it is entered; searching needs no file."""

    changed = Signal()

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        print_posting: PrintPosting | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.shown = Shown()
        self._desk, self._tasks, self._print = desk, tasks, print_posting
        self._news: tuple[News, ...] = ()
        self._rows: Mapping[str, ProcedureRow] = {}
        self._gaps: Mapping[str, tuple[Gap, ...]] = {}
        self._index = ProcedureIndex(())
        self._question: Task[Procedure | None] | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.find)

    def refresh(self) -> None:
        """Read the catalogue of today."""
        today = local_day(self._desk.clock.now_ms())
        self._tasks.start(self, lambda _: self._desk.ask(_read, today), self._take, self._failed)

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
        if self.shown.which is Which.NEWS:
            self._show(replace(self.shown, lines=tuple(self._news_lines())))
            return
        found = self._index.find(self.shown.typed, limit=max(len(self._rows), 1))
        lines = (ProcedureLine(self._rows[row.code], self._gaps.get(row.code, ())) for row in found)
        wanted = _COMPLETE[self.shown.which]
        listed = tuple(line for line in lines if wanted in (None, line.row.complete))
        self._show(replace(self.shown, lines=listed))

    def _news_lines(self) -> Iterator[ProcedureLine]:
        """Return what changed, the latest first; what was abolished has no line any more."""
        words = folded(self.shown.typed).split()
        for one in reversed(self._news):
            if all(word in folded(f"{one.code} {one.name}") for word in words):
                row = self._rows.get(one.code) or ProcedureRow(
                    one.code, one.name, "", one.agency_code, "", complete=False
                )
                yield ProcedureLine(row, self._gaps.get(one.code, ()), one)

    @property
    def can_print(self) -> bool:
        """Whether there is a printer to post with."""
        return self._print is not None

    def post(self) -> None:
        """Print what is posted of the procedure on show."""
        if self.shown.procedure is not None:
            self._post(self.shown.procedure.code)

    def post_all(self) -> None:
        """Print the list of all procedures with their terms and fees."""
        self._post("")

    def _post(self, code: str) -> None:
        work = self._print
        if work is None:
            return
        said = Notice(Kind.GOOD, self.tr("Sent to the printer."))
        self._tasks.start(
            self,
            lambda _: work(code),
            lambda _: self._show(replace(self.shown, notice=said)),
            self._failed,
            lane=Lane.PAPER,
        )

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

    def _take(self, read: _Read) -> None:
        held, self._index, self._news = read.held, read.index, read.news
        self._rows = {row.code: row for row in held.rows}
        self._gaps = held.gaps
        complete = sum(row.complete for row in held.rows)
        self._show(
            replace(
                self.shown,
                read=True,
                complete=complete,
                incomplete=len(held.rows) - complete,
                news=len(self._news),
            )
        )
        self.find()

    def _failed(self, error: CounterError) -> None:
        self._show(replace(self.shown, notice=Notice(Kind.BAD, describe(error))))

    def _show(self, shown: Shown) -> None:
        if shown != self.shown:
            self.shown = shown
            self.changed.emit()


def _read(session: Session, today: date) -> _Read:
    held = catalogue(session, today)
    rows = (
        catalogue_search.ProcedureRow(row.code, row.name, row.sector, row.agency_name)
        for row in held.rows
    )
    changed = news(session, today - _MONTH, today + _MONTH)
    return _Read(held, ProcedureIndex(rows), tuple(changed))

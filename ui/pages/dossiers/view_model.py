"""What the list of dossiers shows, and what it does with what is typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.clock import local_day
from counter_app.desk import Desk
from counter_app.domain.numbers import NotANumber
from counter_app.errors import CounterError
from counter_app.exchange import csv_file
from counter_app.progress import Cancelled, Progress
from counter_app.store.dossiers import DossierRow, NoSuchDossier
from counter_app.store.outbox import Reach
from counter_app.usecases.audit import exported
from ui.errors import describe
from ui.models.dossier_rows import DossierLine, Surroundings, file_cells, file_header, told
from ui.notice import Kind, Notice
from ui.pages.dossiers import questions
from ui.pages.dossiers.questions import PAGE, Found, Only, Wanted
from ui.tasks import Lane, Task, Tasks

REST_MS = 60
"""How long typing must rest before the file is asked."""
RETOLD_MS = 60_000
"""How often "2 days left" is put into words anew."""


@dataclass(frozen=True, slots=True)
class Shown:
    """All that the list shows. `answered` is the text that `lines` answer."""

    typed: str = ""
    answered: str | None = None
    lines: tuple[DossierLine, ...] = ()
    more: bool = False
    newest_first: bool = True
    waiting: Mapping[Only, int] = field(default_factory=dict)
    """How many dossiers wait for somebody, by what they wait for."""
    let_go_before: date | None = None
    """Dossiers that ended before this day are at the centre alone."""
    only: Only = Only.ALL
    notice: Notice | None = None
    exporting: bool = False

    @property
    def cut(self) -> bool:
        """Whether more dossiers match than a list of results shows."""
        return bool(self.answered) and self.more


class DossiersViewModel(QObject):
    """Finds dossiers as one types; the newest ones while nothing is typed."""

    changed = Signal()
    opened = Signal(object)
    """The subject (UUID) of a dossier whose page is wanted."""
    sync_wanted = Signal()
    """The officer wants to ask the centre for what this counter does not have."""
    export_advanced = Signal(int, int)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown = Shown()
        self._desk, self._tasks = desk, tasks
        self._question: Task[Found] | None = None
        self._export: Task[int] | None = None
        self._rows: tuple[DossierRow, ...] = ()
        self._found = Found((), False, Reach(desk.seat.stream_id, 0, {}), {})
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.ask)
        self._minute = QTimer(self, interval=RETOLD_MS)
        self._minute.timeout.connect(self.retell)
        self._minute.start()

    @property
    def today(self) -> date:
        """The day at this counter."""
        return local_day(self._desk.clock.now_ms())

    def set_typed(self, text: str) -> None:
        """Look for `text` as soon as typing rests."""
        if text != self.shown.typed:
            self._show(replace(self.shown, typed=text, only=Only.ALL, notice=None))
            self._forget_question()
            self._rest.start()

    def ask(self) -> None:
        """Look now."""
        self._rest.stop()
        self._ask(self._wanted(), self._answer)

    def refresh(self) -> None:
        """Look again, for as many rows as are shown: something was received or came in."""
        if self._question is None or not self._question.running:
            limit = min(max(len(self._rows), PAGE), 10 * PAGE)
            self._ask(replace(self._wanted(), limit=limit), self._answer)

    def show_only(self, only: Only) -> None:
        """Show the dossiers that wait for somebody alone, or all again."""
        if only is not self.shown.only:
            self._show(replace(self.shown, typed="", only=only, notice=None))
            self.ask()

    def ask_more(self) -> None:
        """Add the next page."""
        if self.shown.more and not self.shown.typed and self._rows:
            self._ask(replace(self._wanted(), after=self._rows[-1].subject), self._append)

    def sort(self, newest_first: bool) -> None:
        """Show the list the other way round."""
        self._show(replace(self.shown, newest_first=newest_first))
        self.ask()

    def open_line(self, place: int) -> None:
        """Want the page of a row."""
        if 0 <= place < len(self._rows):
            self.opened.emit(self._rows[place].subject)

    def open_typed(self) -> None:
        """Want the page of what was typed: a whole number, or the only dossier found."""
        if questions.is_number(self.shown.typed):
            self.open_number(self.shown.typed)
        elif self.shown.answered == self.shown.typed and len(self._rows) == 1:
            self.open_line(0)

    def open_number(self, text: str) -> None:
        """Want the page of the dossier whose number was typed or scanned."""
        self._show(replace(self.shown, notice=None))
        self._tasks.start(
            self,
            lambda _: questions.subject_of_number(self._desk, text),
            self.opened.emit,
            self._unopened,
        )

    def export(self, path: Path) -> None:
        """Write the whole list, as it is looked for and ordered now, to a CSV file."""
        if self.shown.exporting:
            return
        self._show(replace(self.shown, exporting=True, notice=None))
        wanted, tell = replace(self._wanted(), after=None), self._teller()
        header = file_header()

        def work(progress: Progress) -> int:
            rows = questions.everything(self._desk, wanted, progress)
            exported(self._desk, path.name)
            return csv_file.write(path, header, (file_cells(tell(row)) for row in rows))

        self._export = self._tasks.start(
            self,
            work,
            lambda count: self._exported(count, path),
            self._export_failed,
            lambda done, total, _: self.export_advanced.emit(done, total),
            Lane.OUTSIDE,
        )

    def cancel_export(self) -> None:
        """Stop writing the file."""
        if self._export is not None:
            self._export.cancel()

    def act_on_notice(self) -> None:
        """Do what the notice offers: ask the centre."""
        self._show(replace(self.shown, notice=None))
        self.sync_wanted.emit()

    def close_notice(self) -> None:
        """The officer has read it."""
        self._show(replace(self.shown, notice=None))

    def retell(self) -> None:
        """Put the rows into the words of this moment."""
        if self._rows:
            self._show(replace(self.shown, lines=told(self._rows, self._around())))

    def _wanted(self) -> Wanted:
        shown = self.shown
        return Wanted(shown.typed.strip(), shown.only, shown.newest_first)

    def _ask(self, wanted: Wanted, done: Callable[[Found], None]) -> None:
        self._forget_question()
        self._question = self._tasks.start(
            self, lambda _: questions.found(self._desk, wanted), done, self._failed
        )

    def _forget_question(self) -> None:
        if self._question is not None:
            self._question.abandon()
            self._question = None

    def _answer(self, found: Found) -> None:
        self._rows, self._found = found.rows, found
        self._show(
            replace(
                self.shown,
                answered=self.shown.typed,
                lines=told(self._rows, self._around()),
                more=found.more,
                waiting=self.shown.waiting if found.waiting is None else found.waiting,
                let_go_before=found.let_go_before,
            )
        )

    def _append(self, found: Found) -> None:
        self._rows, self._found = (*self._rows, *found.rows), found
        lines = (*self.shown.lines, *told(found.rows, self._around()))
        self._show(replace(self.shown, lines=lines, more=found.more))

    def _around(self) -> Surroundings:
        return Surroundings(
            self._desk.clock.now_ms(),
            self._found.reach,
            self._found.agencies,
        )

    def _teller(self) -> Callable[[DossierRow], DossierLine]:
        around = self._around()
        return lambda row: told((row,), around)[0]

    def _exported(self, count: int, path: Path) -> None:
        if count < questions.MOST_IN_A_FILE:
            words = self.tr("%n dossier(s) written to {file}.", "", count)
            kind = Kind.GOOD
        else:
            words = self.tr("Only the first %n dossiers were written to {file}.", "", count)
            kind = Kind.WARN
        notice = Notice(kind, words.format(file=path))
        self._show(replace(self.shown, exporting=False, notice=notice))

    def _export_failed(self, error: CounterError) -> None:
        kind = Kind.INFO if isinstance(error, Cancelled) else Kind.BAD
        notice = Notice(kind, describe(error))
        self._show(replace(self.shown, exporting=False, notice=notice))

    def _unopened(self, error: CounterError) -> None:
        if isinstance(error, NoSuchDossier):
            words = self.tr(
                "{number} is not at this counter. It may be from another counter "
                "and not have come in yet."
            ).format(number=error.what)
            notice = Notice(Kind.WARN, words, self.tr("Sync now"))
        elif isinstance(error, NotANumber):
            notice = Notice(
                Kind.WARN, self.tr("“{text}” is not a dossier number.").format(text=error.text)
            )
        else:
            notice = Notice(Kind.BAD, describe(error))
        self._show(replace(self.shown, notice=notice))

    def _failed(self, error: CounterError) -> None:
        self._show(replace(self.shown, notice=Notice(Kind.BAD, describe(error))))

    def _show(self, shown: Shown) -> None:
        if shown != self.shown:
            self.shown = shown
            self.changed.emit()

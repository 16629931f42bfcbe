"""The business desk: what is recorded of people without a dossier, and who stands in for whom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from counter_app.clock import local_day
from counter_app.desk import Desk, Officer
from counter_app.domain.dossier import Intake, Paper, Party
from counter_app.errors import CounterError
from counter_app.exchange import whole_file
from counter_app.exchange.people import people_template, read_people
from counter_app.progress import Cancelled, Progress
from counter_app.store import reference
from counter_app.store.engine import Session
from counter_app.usecases.acts import SecondPersonMissing
from counter_app.usecases.alike import Alike, receive_alike
from counter_app.usecases.callers import (
    Feedback,
    Visit,
    answer_feedback,
    record_feedback,
    record_visit,
)
from counter_app.usecases.corrections import TakenOver, take_over
from ui.approval import Approval
from ui.errors import describe
from ui.notice import Kind, Notice
from ui.pages.callers.dossier_link import DossierLink
from ui.pages.callers.questions import Found, look, procedure_name
from ui.pages.callers.shown import Listed, Shown
from ui.tasks import Lane, Task, Tasks


class CallersViewModel(QObject):
    """Visits, opinions, a stand-in, and many dossiers at once."""

    changed = Signal()
    advanced = Signal(int, int, str)
    acted = Signal()
    """Something was written: others may look anew."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self.approval = Approval(desk, tasks, parent=self)
        self.link = DossierLink(desk, tasks, self)
        self.shown = Shown(local_day(desk.clock.now_ms()))
        self._question: Task[Found] | None = None
        self._naming: Task[str] | None = None
        self._work: Task[object] | None = None
        self._standing_in: tuple[str, str, int | None] = ("", "", None)

    def refresh(self) -> None:
        """Ask the file."""
        if self._question is not None:
            self._question.abandon()
        desk, today = self._desk, local_day(self._desk.clock.now_ms())
        self._show(replace(self.shown, today=today))
        self._question = self._tasks.start(
            self, lambda _: desk.ask(look, today, desk.acting.login), self._found, self._tell
        )

    def record_visit(self, visit: Visit) -> None:
        """Record a visit without dossier."""
        desk = self._desk
        self._write(lambda: record_visit(desk, visit), self.tr("The visit is recorded."))

    def record_opinion(self, opinion: Feedback) -> None:
        """Record what somebody has to say, about the dossier that is held."""
        desk, about = self._desk, self.link.shown.row
        told = opinion if about is None else replace(opinion, dossier=about.subject)
        self._write(lambda: record_feedback(desk, told), self.tr("The opinion is recorded."))

    def point(self, subject: UUID | None) -> None:
        """Point at an opinion."""
        self._show(replace(self.shown, chosen=subject))

    def answer(self, words: str) -> None:
        """Record what was answered to the opinion pointed at."""
        desk, subject = self._desk, self.shown.chosen
        if subject is not None:
            self._write(
                lambda: answer_feedback(desk, subject, words), self.tr("The answer is recorded.")
            )

    def stand_in(self, absent: str, because: str, counted: int | None) -> None:
        """Take over the dossiers of an absent officer; a supervisor does it or agrees."""
        self._standing_in = (absent, because, counted)
        self._stand_in(None)

    def agree(self) -> None:
        """Let the supervisor's password decide."""
        self.approval.agree(self._stand_in)

    def name_procedure(self, code: str) -> None:
        """Take the code of the campaign's procedure."""
        wanted = code.strip()
        self._show(replace(self.shown, procedure_code=wanted, procedure_name="", done=None))
        if self._naming is not None:
            self._naming.abandon()
        desk, today = self._desk, self.shown.today
        self._naming = self._tasks.start(
            self, lambda _: desk.ask(procedure_name, wanted, today), self._named, self._tell
        )

    def read(self, path: Path) -> None:
        """Read a list of people; nothing is taken in yet."""
        self._begin(
            lambda _: Listed(path, read_people(path)),
            lambda listed: self._end(None, listed=listed, done=None),
        )

    def save_template(self, path: Path) -> None:
        """Write an empty list to fill in."""
        words = self.tr("The empty list was written to {file}.").format(file=path)
        self._begin(
            lambda _: whole_file.write(path, people_template()),
            lambda _: self._end(Notice(Kind.GOOD, words)),
        )

    def take_in(self) -> None:
        """Take in a dossier for each line; what was taken in before is passed over."""
        listed, code, today = self.shown.listed, self.shown.procedure_code, self.shown.today
        if listed is None or not self.shown.procedure_name:
            return
        desk = self._desk

        def work(progress: Progress) -> Alike:
            pattern = desk.ask(_pattern, code, today)
            return receive_alike(desk, pattern, listed.file.lines, progress)

        self._begin(work, self._taken_in)

    def cancel(self) -> None:
        """Stop at the next line; what was taken in stays."""
        if self._work is not None:
            self._work.cancel()

    def close_notice(self) -> None:
        """The officer has read it."""
        self._show(replace(self.shown, notice=None))

    def _stand_in(self, second: Officer | None) -> None:
        desk, (absent, because, counted) = self._desk, self._standing_in
        self._begin(lambda _: take_over(desk, absent, because, counted, second), self._taken_over)

    def _taken_over(self, done: TakenOver) -> None:
        words = self.tr("%n dossier(s) taken over.", "", done.on_record)
        kind = Kind.GOOD
        if done.counted is not None and done.counted != done.on_record:
            kind = Kind.WARN
            count = done.counted
            words += " " + self.tr("%n paper(s) counted: the difference is on record.", "", count)
        self._saved(Notice(kind, words), asking_second=False)

    def _taken_in(self, done: Alike) -> None:
        words = self.tr("%n dossier(s) taken in.", "", len(done.taken_in))
        self._saved(Notice(Kind.GOOD, words), done=done)

    def _write(self, work: Callable[[], object], words: str) -> None:
        self._begin(lambda _: work(), lambda _: self._saved(Notice(Kind.GOOD, words)))

    def _begin(
        self, work: Callable[..., object], done: Callable[..., None], lane: Lane = Lane.STORE
    ) -> None:
        if self.shown.busy:
            return
        self._show(replace(self.shown, busy=True, notice=None))
        self._work = self._tasks.start(self, work, done, self._failed, self.advanced.emit, lane)

    def _saved(self, notice: Notice, **changes: object) -> None:
        self._end(notice, saved=self.shown.saved + 1, **changes)
        self.acted.emit()
        self.refresh()

    def _end(self, notice: Notice | None, **changes: object) -> None:
        self._work = None
        self._show(replace(self.shown, busy=False, notice=notice, **changes))  # type: ignore[arg-type]

    def _failed(self, error: CounterError) -> None:
        if isinstance(error, SecondPersonMissing) and not self.shown.asking_second:
            self.approval.begin()
            self._end(None, asking_second=True)
            return
        kind = Kind.INFO if isinstance(error, Cancelled) else Kind.BAD
        self._end(Notice(kind, describe(error)))
        self.refresh()

    def _named(self, name: str) -> None:
        self._show(replace(self.shown, procedure_name=name))

    def _found(self, found: Found) -> None:
        subjects = [one.subject for one in found.opinions]
        chosen = self.shown.chosen if self.shown.chosen in subjects else None
        self._show(
            replace(
                self.shown,
                visits=found.visits,
                visits_of_month=found.visits_of_month,
                opinions=found.opinions,
                dossiers=found.dossiers,
                chosen=chosen or (subjects[0] if subjects else None),
                agencies=found.agencies,
                officers=found.officers,
                absent=found.absent,
            )
        )

    def _tell(self, error: CounterError) -> None:
        self._show(replace(self.shown, notice=Notice(Kind.BAD, describe(error))))

    def _show(self, shown: Shown) -> None:
        if shown != self.shown:
            self.shown = shown
            self.changed.emit()


def _pattern(session: Session, code: str, today: date) -> Intake:
    """Return an intake of the procedure with every paper it requires."""
    found = reference.current_procedure(session, code, today)
    assert found is not None
    papers = tuple(
        Paper(
            line.name,
            line.originals,
            line.certified_copies,
            line.photocopies,
            line.required,
            line.required,
        )
        for line in found.procedure.checklist
    )
    return Intake(code, Party(), papers=papers)

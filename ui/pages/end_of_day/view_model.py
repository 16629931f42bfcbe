"""Closing a day at the counter: what stands against it, the count, the steps, and the proof."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.clock import local_day
from counter_app.closing import Step
from counter_app.desk import Desk, Officer
from counter_app.domain.closing import Against, Explained, Fix, Notes, Reason, Weight
from counter_app.domain.roles import Duty, may
from counter_app.errors import CounterError
from counter_app.progress import Cancelled
from counter_app.store.tills import CountRow
from counter_app.usecases import closing_plans, tills
from counter_app.usecases.acts import SecondPersonMissing
from counter_app.usecases.closing import DayNotReady
from ui.approval import Approval
from ui.day_end import Closed, DayEnd
from ui.errors import describe
from ui.notice import Kind, Notice
from ui.pages.end_of_day.questions import Found, look
from ui.pages.end_of_day.shown import Busy, ClosingShown, Second
from ui.pages.end_of_day.words import dong
from ui.sync_watch import SyncWatch
from ui.tasks import Lane, Task, Tasks

REST_MS = 600
"""How long after a keystroke the plan is written."""
_PAGES: Mapping[Fix, str] = {
    Fix.DRAFTS: "intake",
    Fix.HAND_OVER: "hand_over",
    Fix.FEE_RECEIPTS: "fees",
    Fix.CONFLICTS: "dossiers",
    Fix.PAYMENTS: "fees",
    Fix.REFUNDS: "fees",
}
"""The page on which a reason is mended; the others are mended here."""


class ClosingViewModel(QObject):
    """The close of a day. What is typed lies on disk; what is done is read from there."""

    changed = Signal()
    advanced = Signal(int, int, str)
    """(done, total, doing) of the work that runs."""
    wanted = Signal(str, object)
    """(page key, item): the reason is mended on another page."""
    acted = Signal()
    """Something was written: others may look anew."""

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        watch: SyncWatch,
        acts: DayEnd,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._watch, self._acts = desk, tasks, watch, acts
        self.approval = Approval(desk, tasks, parent=self)
        today = local_day(desk.clock.now_ms())
        self.shown = ClosingShown(today, today)
        self._question: Task[Found] | None = None
        self._work: Task[object] | None = None
        self._typed = False
        self._close_then = False
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.keep_now)
        watch.changed.connect(self._watched)
        watch.arrived.connect(self.refresh)

    def refresh(self) -> None:
        """Ask the file how the day stands."""
        today = local_day(self._desk.clock.now_ms())
        if self.shown.day == self.shown.today != today:
            self._show(replace(self.shown, day=today))
        if self._question is not None:
            self._question.abandon()
        desk, day = self._desk, self.shown.day
        self._question = self._tasks.start(
            self, lambda _: look(desk, day, today), partial(self._found, today), self._tell
        )

    def choose_day(self, day: date) -> None:
        """Turn to a day: one that was left open, or today."""
        self.keep_now()
        self._typed = False
        self._show(replace(self.shown, day=day, notice=None))
        self.refresh()

    def point(self, against: Against | None) -> None:
        """Point at a reason."""
        self._show(replace(self.shown, chosen=against))

    def explain(self, words: str) -> None:
        """Say why the day is closed although the reason pointed at stands against it."""
        if self.shown.chosen is None:
            return
        told = dict(self.shown.explained) | {self.shown.chosen: words}
        self._plan(replace(self.shown, explained=told))

    def set_count(self, notes: Mapping[int, int], reason: str) -> None:
        """Take the notes that were typed, and why they differ."""
        self._plan(replace(self.shown, notes=dict(notes), reason=reason))

    def keep_now(self) -> None:
        """Write at once what was typed."""
        if not self._rest.isActive():
            return
        self._rest.stop()
        desk, day, shown = self._desk, self.shown.day, self.shown
        plan = closing_plans.ClosingPlan(
            notes=tuple(Notes(value, count) for value, count in shown.notes.items()),
            reason=shown.reason,
            explained=tuple(
                Explained(against, 0, words) for against, words in shown.explained.items() if words
            ),
        )
        self._tasks.start(self, lambda _: closing_plans.keep(desk, day, plan), failed=self._tell)

    def open_count(self) -> None:
        """Show the count of the till."""
        self._show(replace(self.shown, counting=True, second=Second.NOTHING))

    def leave_count(self) -> None:
        """Put the count away; what was typed stays."""
        self._show(replace(self.shown, counting=False, second=Second.NOTHING))

    def fix(self, against: Against) -> None:
        """Do what mends a reason: here, or on the page where it is done."""
        reason = next((one for one in self.shown.reasons if one.against is against), None)
        if reason is None:
            return
        match reason.fix:
            case Fix.COUNT_CASH:
                self.open_count()
            case Fix.PRINTS:
                self.print_open(reason)
            case Fix.SYNC:
                self._watch.sync_now()
            case Fix.HAND_OVER:
                self.wanted.emit(_PAGES[reason.fix], None)
            case _:
                item = reason.subjects[0] if reason.subjects else None
                page = _PAGES[reason.fix]
                collects = may(self._desk.acting.roles, Duty.COLLECT)
                self.wanted.emit(page if collects or page != "fees" else "dossiers", item)

    def record_count(self) -> None:
        """Record the count that was typed."""
        self._record_count(None)

    def close_day(self) -> None:
        """Do every step that is still open; ask for what is missing first."""
        self._close_day(None)

    def agree(self) -> None:
        """Let the second person's password decide, and go on."""
        acts = {Second.COUNT: self._record_count, Second.CLOSE: self._close_day}
        act = acts.get(self.shown.second)
        if act is not None:
            self.approval.agree(act)

    def leave_second(self) -> None:
        """Ask nobody any more."""
        self._show(replace(self.shown, second=Second.NOTHING))

    def cancel(self) -> None:
        """Stop what runs at its next step; what is done stays done."""
        if self._work is not None:
            self._work.cancel()

    def print_open(self, reason: Reason) -> None:
        """Print what a reason says is not printed."""
        self._begin(
            Busy.PRINTS,
            lambda progress: self._acts.print_open(reason, progress),
            lambda count: self._done(self.tr("%n paper(s) handed to the printer.", "", count)),
            Lane.PAPER,
        )

    def make_interim(self) -> None:
        """Make an interim sheet and print it."""
        words = self.tr("The interim sheet was handed to the printer.")
        self._on_paper(self._acts.make_interim, words)

    def print_sheet(self, sheet: UUID) -> None:
        """Print a sheet again."""
        words = self.tr("The sheet was handed to the printer.")
        self._on_paper(lambda: self._acts.print_sheet(sheet), words)

    def print_list(self, batch: UUID) -> None:
        """Print a hand-over list."""
        words = self.tr("The list was handed to the printer.")
        self._on_paper(lambda: self._acts.print_list(batch), words)

    def print_proof(self) -> None:
        """Print the proof of the day again."""
        subject = self._proof_subject()
        if subject is not None:
            words = self.tr("The proof was handed to the printer.")
            self._on_paper(lambda: self._acts.print_proof(subject), words)

    def export_proof(self, path: Path) -> None:
        """Write the proof of the day as a PDF file."""
        subject = self._proof_subject()
        if subject is not None:
            words = self.tr("The proof was written to {file}.").format(file=path)
            self._on_paper(lambda: self._acts.export_proof(subject, path), words)

    def copied(self) -> None:
        """Say that something is in the clipboard."""
        self._show(replace(self.shown, notice=Notice(Kind.INFO, self.tr("Copied."))))

    def close_notice(self) -> None:
        """The officer has read it."""
        self._show(replace(self.shown, notice=None))

    def _record_count(self, second: Officer | None) -> None:
        if self.shown.busy:
            return
        desk, notes, because = self._desk, dict(self.shown.notes), self.shown.reason
        self._begin(
            Busy.COUNT,
            lambda _: tills.count(desk, notes, because, second),
            self._counted,
            Lane.STORE,
        )

    def _close_day(self, second: Officer | None) -> None:
        shown = self.shown
        if shown.busy or shown.standing is None or shown.is_closed:
            return
        if self._question is not None and self._question.running:
            self._close_then = True  # what is shown is older than what was done last
        elif shown.left:
            self._point_at(shown.left)
        elif shown.approval and shown.standing.sheet is None and second is None:
            self._ask_second(Second.CLOSE)
        else:
            self.keep_now()
            day = shown.day
            self._begin(
                Busy.CLOSE,
                lambda progress: self._acts.close(day, second, progress),
                self._closed,
                Lane.OUTSIDE,
            )

    def _proof_subject(self) -> UUID | None:
        now = self.shown.standing
        return None if now is None or now.proof_paper is None else now.proof_paper.subject

    def _plan(self, shown: ClosingShown) -> None:
        self._typed = True
        self._show(shown)
        if not self._rest.isActive():
            self._rest.start()

    def _begin(
        self,
        busy: Busy,
        work: Callable[..., object],
        done: Callable[..., None],
        lane: Lane,
    ) -> None:
        self._show(replace(self.shown, busy=busy, notice=None))
        self._work = self._tasks.start(
            self, work, done, partial(self._failed, busy), self.advanced.emit, lane
        )

    def _on_paper(self, work: Callable[[], None], words: str) -> None:
        if not self.shown.busy:
            self._begin(Busy.PAPER, lambda _: work(), lambda _: self._done(words), Lane.PAPER)

    def _done(self, words: str) -> None:
        self._end(Notice(Kind.GOOD, words))
        self.acted.emit()

    def _counted(self, count: CountRow) -> None:
        self._rest.stop()
        self._show(replace(self.shown, notes={}, reason="", counting=False, second=Second.NOTHING))
        self._plan(self.shown)
        self.keep_now()
        words = self.tr("The count of {amount} is recorded.")
        self._done(words.format(amount=dong(count.counted)))

    def _closed(self, closed: Closed) -> None:
        self._typed = False
        self._show(replace(self.shown, second=Second.NOTHING, explained={}, notes={}, reason=""))
        self._end(self._outcome_words(closed))
        seat = closed.outcome.standing.seat
        self.acted.emit()
        if seat != self._desk.seat:
            self._watch.renewed.emit(seat)

    def _outcome_words(self, closed: Closed) -> Notice:
        now = closed.outcome.standing
        if closed.unprinted is not None:
            words = self.tr("{why} The day is closed; its papers can be printed later.")
            return Notice(Kind.WARN, words.format(why=describe(closed.unprinted)))
        if now.proof is None:
            return Notice(Kind.WARN, self.tr("The proof of the centre is still missing."))
        words = self.tr("{day} is closed. Receipt code {code}.")
        return Notice(Kind.GOOD, words.format(day=f"{now.day:%d/%m/%Y}", code=now.proof.code))

    def _failed(self, busy: Busy, error: CounterError) -> None:
        if isinstance(error, SecondPersonMissing) and busy in {Busy.CLOSE, Busy.COUNT}:
            self._end(None)
            self._ask_second(Second.CLOSE if busy is Busy.CLOSE else Second.COUNT)
        elif isinstance(error, DayNotReady):
            self._end(None)
            self._point_at(error.reasons)
        elif isinstance(error, Cancelled):
            self._end(Notice(Kind.INFO, describe(error)))
        elif busy is Busy.CLOSE:
            words = self.tr("{why} What is done stays done; F9 goes on from there.")
            self._end(Notice(Kind.WARN, words.format(why=describe(error))))
        else:
            self._end(Notice(Kind.BAD, describe(error)))

    def _end(self, notice: Notice | None) -> None:
        self._work = None
        self._show(replace(self.shown, busy=Busy.NOTHING, notice=notice))
        self.refresh()

    def _ask_second(self, second: Second) -> None:
        self.approval.begin()
        self._show(replace(self.shown, second=second))

    def _point_at(self, left: tuple[Reason, ...]) -> None:
        first = next((one for one in left if one.weight is Weight.MEND), left[0])
        words = self.tr("%n reason(s) stand against closing: mend or explain.", "", len(left))
        self._show(
            replace(
                self.shown,
                chosen=first.against,
                counting=first.against is Against.CASH_UNCOUNTED,
                notice=Notice(Kind.WARN, words),
            )
        )

    def _found(self, today: date, found: Found) -> None:
        shown = replace(
            self.shown,
            today=today,
            now_ms=self._desk.clock.now_ms(),
            standing=found.standing,
            lists=found.lists,
            sheets=found.sheets,
            approval=found.approval,
            unclosed=found.unclosed if found.unclosed != self.shown.day else None,
        )
        if not self._typed:  # what was typed since is newer than what lies on disk
            plan = found.standing.plan
            shown = replace(
                shown, notes=plan.by_value, reason=plan.reason, explained=dict(plan.words)
            )
        against = [one.against for one in shown.reasons]
        if shown.chosen not in against:
            shown = replace(shown, chosen=against[0] if against else None)
        if shown.counting and shown.next not in {Step.COUNT, Step.SHEET, None}:
            shown = replace(shown, counting=False)
        self._question = None
        self._show(shown)
        if self._close_then:
            self._close_then = False
            self.close_day()

    def _watched(self) -> None:
        error = self._watch.known.error
        self._show(replace(self.shown, off_line="" if error is None else describe(error)))

    def _tell(self, error: CounterError) -> None:
        self._close_then = False
        self._show(replace(self.shown, notice=Notice(Kind.BAD, describe(error))))

    def _show(self, shown: ClosingShown) -> None:
        if shown != self.shown:
            self.shown = shown
            self.changed.emit()

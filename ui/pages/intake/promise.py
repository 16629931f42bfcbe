"""What the counter would promise now: term, money, due moment, and the receipt that says so."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.desk import Desk
from counter_app.domain.dossier import Intake
from counter_app.domain.procedure import Channel
from counter_app.domain.receipt import Receipt
from counter_app.errors import CounterError
from counter_app.progress import Cancelled
from counter_app.usecases.intake import draft_receipt
from ui.intake_form import questions
from ui.intake_form.questions import Outlook
from ui.tasks import Task, Tasks

REST_MS = 250
"""How long typing must rest before the receipt is drafted anew."""
MINUTE_MS = 60_000


class Promise(QObject):
    """Looks up what is promised; an answer to an earlier question is never shown."""

    changed = Signal()
    failed = Signal(object)
    """The procedure cannot be taken in, or the local file did not answer: a CounterError."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self._asked: tuple[str, Channel] | None = None
        self._look_up: Task[Outlook] | None = None
        self._draft: Task[Receipt] | None = None
        self._intake: Intake | None = None
        self.outlook: Outlook | None = None
        self.receipt: Receipt | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.draw_now)
        self._minute = QTimer(self, interval=MINUTE_MS)
        self._minute.timeout.connect(self.refresh)
        self._minute.start()

    def ask(self, code: str, channel: Channel) -> None:
        """Look up a procedure for a way of handing in."""
        if self._asked is None or self._asked[0] != code:
            self.outlook = None
        self._asked = (code, channel)
        self.refresh()

    def refresh(self) -> None:
        """Look again: time passes, and the catalogue may have changed."""
        if self._asked is None:
            return
        if self._look_up is not None:
            self._look_up.abandon()
        desk, (code, channel) = self._desk, self._asked
        self._look_up = self._tasks.start(
            self, lambda _: questions.outlook(desk, code, channel), self._answered, self._unanswered
        )

    def forget(self) -> None:
        """No procedure is chosen any more."""
        for task in (self._look_up, self._draft):
            if task is not None:
                task.abandon()
        self._asked = self._look_up = self._draft = self._intake = None
        self.outlook = self.receipt = None
        self._rest.stop()
        self.changed.emit()

    def begin_anew(self) -> None:
        """The next dossier asks for the same; what was drafted belongs to the one before."""
        if self._draft is not None:
            self._draft.abandon()
        self._intake = self.receipt = None
        self._rest.stop()
        self.refresh()

    def draw(self, intake: Intake) -> None:
        """Draft the receipt of this as soon as typing rests."""
        self._intake = intake
        if self._asked is not None:
            self._rest.start()

    def draw_now(self) -> None:
        """Draft the receipt now."""
        self._rest.stop()
        if self._intake is None or self.outlook is None or self.outlook.appointment is None:
            return
        if self._draft is not None:
            self._draft.abandon()
        desk, intake = self._desk, self._intake
        self._draft = self._tasks.start(
            self, lambda _: draft_receipt(desk, intake), self._drafted, self._undrafted
        )

    def _answered(self, outlook: Outlook) -> None:
        self.outlook = outlook
        if outlook.appointment is None:
            self.receipt = None
        else:
            self._rest.start()
        self.changed.emit()

    def _unanswered(self, error: CounterError) -> None:
        if not isinstance(error, Cancelled):
            self.failed.emit(error)

    def _drafted(self, receipt: Receipt) -> None:
        if receipt != self.receipt:
            self.receipt = receipt
            self.changed.emit()

    def _undrafted(self, error: CounterError) -> None:
        if not isinstance(error, Cancelled):
            self.receipt = None
            self.changed.emit()

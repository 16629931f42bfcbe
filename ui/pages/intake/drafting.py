"""Keeping what is typed on disk while it is typed, and bringing it back."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.clock import local
from counter_app.desk import Desk
from counter_app.errors import CounterError
from counter_app.usecases import drafts
from ui.intake_form.form import Form
from ui.moments import short_moment
from ui.pages.intake.shown import DraftLine, Kept
from ui.tasks import Tasks

REST_MS = 600
"""How long after a keystroke the draft is written; typing on does not put it off."""
AGAIN_MS = 5000
"""How long to wait before writing again when the disk refused."""


class DraftKeeper(QObject):
    """One draft is being typed, others lie parked."""

    changed = Signal()
    failed = Signal(object)
    """A draft could not be written or read: a CounterError."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self._id = drafts.new_draft(desk)
        self._form = Form()
        self._dirty = False
        self._writing = False
        self._paused = False
        self._drafts: tuple[drafts.Draft, ...] = ()
        self.kept = Kept.NOTHING
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.keep_now)

    @property
    def id(self) -> UUID | None:
        """The draft on disk that is being typed; None while there is none."""
        return None if self.kept is Kept.NOTHING else self._id

    @property
    def lines(self) -> tuple[DraftLine, ...]:
        """The other drafts, the last typed first."""
        now = self._desk.clock.now_ms()
        return tuple(
            DraftLine(
                draft.id,
                draft.title or f"{local(draft.typed_at):%H:%M}",
                short_moment(draft.typed_at, now),
            )
            for draft in self._drafts
            if draft.id != self._id
        )

    def typed(self, form: Form) -> None:
        """Keep this soon."""
        self._form, self._dirty = form, True
        if not self._rest.isActive() and not self._paused:
            self._rest.start(REST_MS)
        self._tell(Kept.TYPING)

    def keep_now(self) -> None:
        """Keep at once what is not yet kept."""
        self._rest.stop()
        if not self._dirty or self._writing or self._paused:
            return
        self._dirty, self._writing = False, True
        desk, draft, form = self._desk, self._id, self._form
        title, record = form.title(), form.record()
        self._tasks.start(
            self,
            lambda _: drafts.keep(desk, draft, title, record),
            lambda _: self._written(draft),
            lambda error: self._refused(draft, error),
        )

    def pause(self) -> None:
        """Write nothing while the dossier is being received: its draft goes with it."""
        self._paused = True
        self._rest.stop()

    def go_on(self) -> None:
        """The dossier was not received: the draft stays."""
        self._paused = False
        if self._dirty:
            self._rest.start(REST_MS)

    def begin(self) -> None:
        """Begin another draft; the former one is gone, or parked."""
        self._rest.stop()
        self._id = drafts.new_draft(self._desk)
        self._form = Form()
        self._dirty = self._paused = False
        self._tell(Kept.NOTHING)
        self.reload()

    def discard(self) -> None:
        """Forget what is being typed, also on disk."""
        desk, draft, known = self._desk, self._id, self.id
        self.begin()
        if known is not None:
            self._tasks.start(
                self,
                lambda _: drafts.discard(desk, draft),
                lambda _: self.reload(),
                self.failed.emit,
            )

    def park(
        self, form: Form, done: Callable[[], None], failed: Callable[[CounterError], None]
    ) -> None:
        """Put the form aside; `done` when it lies on disk, `failed` when it could not."""
        self._rest.stop()
        self._paused = True
        desk, draft = self._desk, self._id
        title, record = form.title(), form.record()

        def parked(_: None) -> None:
            self.begin()
            done()

        def refused(error: CounterError) -> None:
            self.go_on()
            failed(error)

        self._tasks.start(
            self, lambda _: drafts.keep(desk, draft, title, record, parked=True), parked, refused
        )

    def take_up(self, wanted: UUID) -> drafts.Draft | None:
        """Go on with a draft of the list; what is typed from now on belongs to it."""
        found = next((draft for draft in self._drafts if draft.id == wanted), None)
        if found is None:
            return None
        self._rest.stop()
        self._id, self._dirty, self._paused = found.id, False, False
        self._tell(Kept.ON_DISK)
        if found.parked:
            desk = self._desk
            self._tasks.start(
                self,
                lambda _: drafts.keep(desk, found.id, found.title, found.record),
                lambda _: self.reload(),
                self.failed.emit,
            )
        return found

    def reload(self, done: Callable[[tuple[drafts.Draft, ...]], None] | None = None) -> None:
        """Read the list of drafts."""
        desk = self._desk

        def read(found: tuple[drafts.Draft, ...]) -> None:
            self._drafts = found
            self.changed.emit()
            if done is not None:
                done(found)

        self._tasks.start(self, lambda _: drafts.drafts(desk), read, self.failed.emit)

    def _written(self, draft: UUID) -> None:
        self._writing = False
        if draft == self._id and not self._dirty:
            self._tell(Kept.ON_DISK)
        elif self._dirty and not self._paused:
            self._rest.start(REST_MS)

    def _refused(self, draft: UUID, error: CounterError) -> None:
        self._writing = False
        if draft == self._id:
            self._dirty = True
            self._tell(Kept.FAILED)
            self._rest.start(AGAIN_MS)
            self.failed.emit(error)

    def _tell(self, kept: Kept) -> None:
        if kept is not self.kept:
            self.kept = kept
            self.changed.emit()

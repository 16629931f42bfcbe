"""The panel of one act: what is typed in it, what is wrong with it, and doing it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from counter_app.clock import local
from counter_app.desk import Desk, Officer
from counter_app.errors import CounterError
from counter_app.store.dossiers import DossierRow
from counter_app.usecases.acts import DossierChanged
from counter_app.usecases.intake import IntakeIncomplete
from ui.approval import Approval
from ui.errors import describe
from ui.fault_words import fault_words
from ui.notice import Kind, Notice
from ui.pages.dossiers.acts import ELSEWHERE, Deed, needs_second
from ui.pages.dossiers.pausing import Ask
from ui.pages.dossiers.preparing import Around, Prepared, prepared
from ui.pages.dossiers.questions import Opened
from ui.sheets import Done, Sheet
from ui.tasks import Task, Tasks
from ui.widgets.page import Like

_FIELD_OF: Mapping[str, str] = {
    "ReasonMissing": "reason",
    "BackdatingUnexplained": "because",
    "NotYet": "day",
    "TooEarly": "day",
    "NothingAskedFor": "reason",
    "AnswerDayPast": "answer_by",
    "PromisePast": "day",
    "ExtensionNotLater": "day",
    "PlaceMissing": "place",
    "NoSuchOfficer": "login",
    "NothingCorrected": "reason",
    "CannotLink": "number",
    "NoSuchDossier": "number",
    "NotANumber": "number",
}
"""Where in the panel an error is said; the others stand above its fields."""


@dataclass(frozen=True, slots=True)
class ShownAct:
    """All that the panel shows; `sheet` is None while no act was begun."""

    deed: Deed | None = None
    sheet: Sheet | None = None
    around: Around = field(default_factory=Around)
    faults: Mapping[str, str] = field(default_factory=dict)
    notice: Notice | None = None
    second: bool = False
    """Whether another person must agree."""
    busy: bool = False


class ActViewModel(QObject):
    """One act at a time. What was typed stays until the act is done, dossier by dossier."""

    changed = Signal()
    begun = Signal()
    """Another panel is on show."""
    done = Signal(object, object, object)
    """(DossierRow as it was, Deed, Done): the act lies on disk."""
    look_again = Signal()
    """The dossier changed meanwhile: what is shown of it is old."""
    help_wanted = Signal(str, object)
    """(page key, item): the act has a page of its own."""
    failed = Signal(object)
    """The panel could not be opened: a CounterError."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown = ShownAct()
        self.approval = Approval(desk, tasks, parent=self)
        self._desk, self._tasks = desk, tasks
        self._opened: Opened | None = None
        self._kept: dict[tuple[UUID, Deed], Sheet] = {}
        self._opening: Task[Prepared] | None = None

    @property
    def deeds(self) -> tuple[Deed, ...]:
        """What may be done to the dossier now."""
        return () if self._opened is None else self._opened.deeds

    @property
    def opened(self) -> Opened | None:
        """The dossier on show."""
        return self._opened

    def show(self, opened: Opened | None) -> None:
        """Act on this dossier from now on; a panel that still fits it stays open."""
        before, self._opened = self._opened, opened
        same = before is not None and opened is not None and _subject(before) == _subject(opened)
        deed = self.shown.deed
        fits = same and opened is not None and deed in opened.deeds
        if deed is not None and not fits:
            self.close()
        self.changed.emit()

    def begin(self, deed: Deed) -> None:
        """Open the panel of an act, as it was left or with what is known filled in."""
        opened = self._opened
        if opened is None or deed not in opened.deeds or self.shown.busy:
            return
        if deed in ELSEWHERE:
            subject = _subject(opened)
            self.help_wanted.emit(ELSEWHERE[deed], Like(subject) if deed is Deed.COPY else subject)
            return
        if self._opening is not None:
            self._opening.abandon()
        desk = self._desk
        self._opening = self._tasks.start(
            self,
            lambda _: prepared(desk, opened, deed),
            lambda found: self._prepared(opened, deed, found),
            self.failed.emit,
        )

    def close(self) -> None:
        """Put the panel away; what was typed is there again when it is opened next."""
        if self.shown.busy:
            return
        if self._opening is not None:
            self._opening.abandon()
        self._show(ShownAct())

    def edit(self, name: str, value: object) -> None:
        """Take what was typed, ticked or chosen."""
        if self.shown.sheet is not None:
            self._put(self.shown.sheet.typed(name, value), name)

    def edit_paper(
        self, place: int, *, asked: bool | None = None, reason: str | None = None
    ) -> None:
        """Take a tick or a wording of the checklist."""
        sheet = self.shown.sheet
        if isinstance(sheet, Ask):
            changes = {"asked": asked, "reason": reason}
            told = {name: value for name, value in changes.items() if value is not None}
            self._put(sheet.with_paper(place, **told), "reason")

    def ask_for_failed(self) -> None:
        """Ask for every line of the checklist that is not there."""
        sheet = self.shown.sheet
        if isinstance(sheet, Ask):
            self._put(sheet.with_failed(), "reason")

    def act(self) -> None:
        """Do it, once a second person has agreed where one is needed."""
        shown, opened = self.shown, self._opened
        if shown.sheet is None or opened is None or shown.busy:
            return
        faults = shown.sheet.faults(local(self._desk.clock.now_ms()))
        if faults:
            self._refuse(faults)
        elif shown.second:
            self._show(replace(shown, faults={}, notice=None))
            self.approval.agree(lambda second: self._do(opened, second))
        else:
            self._do(opened, None)

    def close_notice(self) -> None:
        """The officer has read it."""
        self._show(replace(self.shown, notice=None))

    def _prepared(self, opened: Opened, deed: Deed, found: Prepared) -> None:
        row = opened.story.row
        second = needs_second(deed, row, opened.actor)
        sheet = self._kept.get((row.subject, deed), found.sheet)
        self._show(ShownAct(deed, sheet, found.around, second=second))
        if second:
            self.approval.begin()
        self.begun.emit()

    def _put(self, sheet: Sheet, name: str) -> None:
        shown, opened = self.shown, self._opened
        if shown.busy or opened is None or shown.deed is None:
            self.changed.emit()  # the panel shows again what stays
            return
        self._kept[_subject(opened), shown.deed] = sheet
        faults = {place: said for place, said in shown.faults.items() if place != name}
        self._show(replace(shown, sheet=sheet, faults=faults))

    def _do(self, opened: Opened, second: Officer | None) -> None:
        shown, desk = self.shown, self._desk
        sheet, deed = shown.sheet, shown.deed
        if sheet is None or deed is None:
            return
        # The panel may have waited while the dossier was read again: what was seen is the newest.
        row = (self._opened or opened).story.row
        self._show(replace(shown, busy=True, faults={}, notice=None))
        self._tasks.start(
            self,
            lambda _: sheet.do(desk, row, second),
            lambda done: self._done(row, deed, done),
            self._refused,
        )

    def _done(self, row: DossierRow, deed: Deed, done: Done) -> None:
        self._kept.pop((row.subject, deed), None)
        self._show(ShownAct())
        self.done.emit(row, deed, done)

    def _refused(self, error: CounterError) -> None:
        self._show(replace(self.shown, busy=False))
        if isinstance(error, IntakeIncomplete):
            self._refuse({one.field: fault_words(one) for one in reversed(error.problems)})
            return
        kinds = (kind.__name__ for kind in type(error).__mro__)
        place = next((_FIELD_OF[name] for name in kinds if name in _FIELD_OF), "")
        self._refuse({place: describe(error)})
        if isinstance(error, DossierChanged):
            self.look_again.emit()

    def _refuse(self, faults: Mapping[str, str]) -> None:
        """Say what is wrong in its field; above the fields where the panel has none for it."""
        sheet = self.shown.sheet
        known = {} if sheet is None else sheet.values
        above = [said for place, said in faults.items() if place not in known]
        notice = Notice(Kind.BAD, " ".join(above)) if above else None
        below = {place: said for place, said in faults.items() if place in known}
        self._show(replace(self.shown, faults=below, notice=notice))

    def _show(self, shown: ShownAct) -> None:
        if shown != self.shown:
            self.shown = shown
            self.changed.emit()


def _subject(opened: Opened) -> UUID:
    return opened.story.row.subject

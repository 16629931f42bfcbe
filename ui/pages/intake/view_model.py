"""What the intake page decides: what is offered, what is promised, and what becomes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.clock import local
from counter_app.desk import Desk
from counter_app.domain.intake_check import Field
from counter_app.domain.receipt import Receipt
from counter_app.errors import CounterError
from counter_app.usecases.drafts import Draft
from counter_app.usecases.intake import IntakeIncomplete
from ui.errors import describe
from ui.intake_form import checks, papers
from ui.intake_form.filling import Filling
from ui.intake_form.form import Form, Side, form_from
from ui.intake_form.words import place
from ui.notice import Kind
from ui.pages.intake.alike_list import AlikeList
from ui.pages.intake.composed import composed
from ui.pages.intake.drafting import DraftKeeper
from ui.pages.intake.likeness import Earlier, earlier, form_like
from ui.pages.intake.online_import import OnlineImport
from ui.pages.intake.promise import Promise
from ui.pages.intake.receiving import PrintReceipt, Receiving
from ui.pages.intake.shown import Shown
from ui.pages.intake.turning_away import PrintLetter, TurningAway
from ui.tasks import Lane, Tasks

_WARM_UP_MS = 1_500
"""By then the page stands and the first letters are typed: nothing competes with them."""
_WORTH_ANOTHER_TRY = frozenset({"StoreLocked", "DiskFull", "StoreReadOnly", "NumberTaken"})


class IntakeViewModel(Filling):
    """Takes in dossiers, one after the other.

    What is to become of the paper goes to `receiving`.
    """

    shown: Shown
    received = Signal(object)
    """The Receipt of a dossier that now lies on disk."""
    noted = Signal()
    """A refusal or a guidance lies on disk, or a list of people was taken in."""
    open_wanted = Signal(object)
    """The subject (UUID) of a dossier whose page is wanted."""

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        print_receipt: PrintReceipt | None = None,
        print_letter: PrintLetter | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(desk, tasks, parent)
        self._papers_of = ""
        self._alike = False
        self._promise = Promise(desk, tasks, self)
        self._keeper = DraftKeeper(desk, tasks, self)
        self.receiving = Receiving(desk, tasks, print_receipt, self)
        self.away = TurningAway(desk, tasks, print_letter, self.sheet, self)
        self.online = OnlineImport(desk, tasks, self.notices, self)
        self.alike = AlikeList(desk, tasks, print_receipt, self.sheet, self)
        self.shown = Shown()
        self._wire()

    def open(self) -> None:
        """Read the catalogue, and take up again what was being typed when the program ended."""
        self.load()
        self._keeper.reload(self._take_up_unfinished)
        QTimer.singleShot(_WARM_UP_MS, self, self._warm_up)

    def _warm_up(self) -> None:
        self._tasks.start(self, lambda _: warm_up(), lane=Lane.PAPER)

    def refresh(self) -> None:
        """Read the catalogue again: something came in from the centre."""
        self.load()
        self._promise.refresh()

    def keep_now(self) -> None:
        """Keep what is typed at once."""
        self._keeper.keep_now()

    def receive(self, *, alike: bool = False) -> None:
        """Receive and print; with `alike` the next dossier begins with the same procedure."""
        if not self.shown.can_receive:
            return
        if first := self.sheet.flag():
            self._point_at(first)
        else:
            self._alike = alike
            self._start(also_twice=False)

    def receive_all_the_same(self) -> None:
        """Receive although the same seems to be here already."""
        if self.receiving.duplicates:
            self._start(also_twice=True)

    def open_duplicate(self, row: int) -> None:
        """Want the page of the dossier that is here already; what is typed is kept."""
        subject = self.receiving.duplicates[row].subject
        self.receiving.dismiss()
        self._keeper.keep_now()
        self.open_wanted.emit(subject)

    def open_received(self) -> None:
        """Want the page of the dossier received last."""
        if self.receiving.received is not None:
            self.open_wanted.emit(self.receiving.received.receipt.subject)

    def park(self) -> None:
        """Put what is typed aside and begin another."""
        if not (self.sheet.locked or self.sheet.idle):
            words = self.tr("Put aside: {title}").format(title=self.sheet.form.title())
            self._put_aside(lambda: self.notices.say(Kind.GOOD, words))

    def clear(self) -> None:
        """Begin anew; a press on undo brings everything back."""
        if self.sheet.locked or self.sheet.blank:
            return
        before = self.sheet.form
        self._keeper.discard()
        self._begin(Form())
        self._offer_undo(self.tr("The form was cleared."), before)

    def take_up(self, draft: UUID) -> None:
        """Go on with another draft; what is typed now is put aside."""
        if draft == self._keeper.id:
            return
        if self.sheet.idle:
            self._take_up(draft)
        elif not self.sheet.locked:
            self._put_aside(lambda: self._take_up(draft))

    def copy(self, subject: UUID) -> None:
        """Begin an intake like an earlier one; what is typed now is put aside."""
        desk = self._desk
        self._tasks.start(self, lambda _: earlier(desk, subject), self._copy, self._tell)

    def _copy(self, found: Earlier) -> None:
        if self.finder.usable(found.intake.procedure_code) is None:
            words = self.tr("Procedure {code} cannot be taken in any more.")
            self.notices.say(Kind.WARN, words.format(code=found.intake.procedure_code))
        elif self.sheet.idle:
            self._put_copy(found)
        elif not self.sheet.locked:
            self._put_aside(lambda: self._put_copy(found))

    def _put_copy(self, found: Earlier) -> None:
        self._put(form_like(found))
        words = self.tr("Copied from {number}: look at the people and tick the papers.")
        self.notices.say(Kind.INFO, words.format(number=found.number))
        self.focus_wanted.emit(place(Side.SUBMITTER, "name"))

    def _wire(self) -> None:
        self.sheet.edited.connect(self._edited)
        parts = (
            self.finder,
            self.applicants,
            self._keeper,
            self.receiving,
            self.notices,
            self.away,
            self.alike,
        )
        for part in (self.sheet, *parts):
            part.changed.connect(self._refresh)
        self._promise.changed.connect(self._promised)
        for source in (self._promise, self._keeper):
            source.failed.connect(self._tell)
        self.receiving.done.connect(self._done)
        self.receiving.held.connect(self._unlock)
        self.receiving.failed.connect(self._refused)
        self.away.done.connect(self._turned_away)
        self.away.unprinted.connect(self._slip_not_printed)
        self.away.wrong.connect(self.focus_wanted)
        self.alike.wrong.connect(self.focus_wanted)
        self.alike.received.connect(self.noted)
        self.online.imported.connect(self.noted)
        self.away.failed.connect(self._tell)

    def _look_up(self, *, other: bool = False) -> None:
        if other:
            self._papers_of = ""
        self._promise.ask(self.sheet.form.procedure_code, self.sheet.form.channel)

    def _keep(self) -> None:
        self._keeper.keep_now()

    def _edited(self) -> None:
        intake = self.sheet.intake()
        self.receiving.compare(intake)
        if self.sheet.blank:
            self._keeper.discard()
        else:
            self._keeper.typed(self.sheet.form)
        self._promise.draw(intake)
        self._refresh()

    def _promised(self) -> None:
        outlook, form = self._promise.outlook, self.sheet.form
        if outlook is None or outlook.procedure.code != form.procedure_code:
            self._refresh()
            return
        if outlook.channels and form.channel not in outlook.channels:
            self.set_channel(outlook.channels[0])
            return
        if self._papers_of != form.procedure_code:
            self._papers_of = form.procedure_code
            self.sheet.edit_papers(lambda before: papers.of_procedure(outlook.procedure, before))
        self._refresh()

    def _start(self, *, also_twice: bool) -> None:
        self.sheet.locked = True
        self.notices.close()
        self._keeper.pause()
        intake = self.sheet.intake()
        self.receiving.start(intake, self._keeper.id, also_twice=also_twice)

    def _done(self, receipt: Receipt) -> None:
        former, outlook = self.sheet.form, self._promise.outlook
        form = Form()
        if self._alike and outlook is not None:
            form = replace(
                form,
                procedure_code=former.procedure_code,
                procedure_name=former.procedure_name,
                channel=former.channel,
                papers=papers.of_procedure(outlook.procedure),
            )
        self._keeper.begin()
        self._begin(form)
        self.received.emit(receipt)

    def _slip_not_printed(self, words: str) -> None:
        again = self.tr("Print again")
        self.notices.say(Kind.WARN, words, again, self.away.print_again)

    def _turned_away(self, words: str) -> None:
        before = self.sheet.form
        self._keeper.discard()
        self._begin(Form())
        self._offer_undo(words, before)
        self.noted.emit()

    def _unlock(self) -> None:
        self.sheet.locked = False
        self._keeper.go_on()
        self._refresh()

    def _refused(self, error: CounterError) -> None:
        self._unlock()
        if isinstance(error, IntakeIncomplete):
            self._point_at(self.sheet.flag(checks.worded(error.problems)))
            return
        self._tell(error)
        if type(error).__name__ in _WORTH_ANOTHER_TRY:
            self.notices.say(Kind.BAD, describe(error), self.tr("Try again"), self.receive)

    def _point_at(self, first: str) -> None:
        words = self.tr(
            "%n field(s) need a look before the dossier can be received.",
            "",
            len(self.sheet.faults),
        )
        self.notices.say(Kind.WARN, words)
        self.focus_wanted.emit(first)

    def _begin(self, form: Form) -> None:
        self.sheet.locked = False
        self._papers_of = form.procedure_code
        if form.procedure_code:
            self._promise.begin_anew()
        else:
            self._promise.forget()
        self.sheet.begin(form)
        begins_at = place(Side.SUBMITTER, "name") if form.procedure_code else Field.PROCEDURE
        self.focus_wanted.emit(begins_at)

    def _put(self, form: Form) -> None:
        """Show a form that was typed before, with its own checklist if it has one."""
        self._papers_of = form.procedure_code if form.papers else ""
        self.sheet.put(form)
        if form.procedure_code:
            self._promise.ask(form.procedure_code, form.channel)
        else:
            self._promise.forget()

    def _put_aside(self, then: Callable[[], None]) -> None:
        self.sheet.locked = True

        def lies_on_disk() -> None:
            self._begin(Form())
            then()

        def still_here(error: CounterError) -> None:
            self._unlock()
            self._tell(error)

        self._keeper.park(self.sheet.form, lies_on_disk, still_here)

    def _take_up_unfinished(self, drafts: tuple[Draft, ...]) -> None:
        unfinished = next((draft for draft in drafts if not draft.parked), None)
        if unfinished is not None and self.sheet.idle and not self.sheet.locked:
            self._take_up(unfinished.id)
            moment = local(unfinished.typed_at)
            words = self.tr("What was being typed at {time} is back.")
            told = words.format(time=f"{moment:%H:%M}")
            self.notices.say(Kind.INFO, told, self.tr("Begin anew"), self.clear)

    def _take_up(self, wanted: UUID) -> None:
        draft = self._keeper.take_up(wanted)
        if draft is None:
            return
        try:
            form = form_from(draft.record)
        except (KeyError, TypeError, ValueError):
            self._keeper.begin()
            words = self.tr("This draft was kept by another version; it stays on disk.")
            self.notices.say(Kind.BAD, words)
            return
        self._put(form)
        self.focus_wanted.emit(Field.PROCEDURE if not form.procedure_code else "")

    def _refresh(self) -> None:
        self.shown = composed(
            self.sheet,
            self.finder,
            self.applicants,
            self._promise,
            self._keeper,
            self.receiving,
            self.away,
            self.alike,
            self.notices.notice,
        )
        self.changed.emit()


def warm_up() -> None:
    """Load what checks and papers need before the officer needs it."""
    from counter_app.documents import preview, receipt  # noqa: F401
    from counter_app.domain.identity import check_tax_code, phone_e164

    phone_e164("0912345678")
    check_tax_code("0100233488")

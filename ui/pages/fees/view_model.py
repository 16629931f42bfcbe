"""What the desk of money decides: who owes what, how it is paid, and what a person confirms."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from counter_app.desk import Desk, Officer
from counter_app.domain.fees import FeeChoice, Method
from counter_app.domain.procedure import FeeKind
from counter_app.errors import CounterError
from counter_app.usecases.acts import DossierChanged, ReasonMissing
from counter_app.usecases.fees import ExemptionTooHigh, ExemptionUnproved
from counter_app.usecases.printing import Form
from counter_app.usecases.refunds import RefundTooHigh
from ui.approval import Approval
from ui.errors import describe
from ui.money_words import dong
from ui.notice import Kind, Notice
from ui.pages.fees import acts, questions
from ui.pages.fees.acts import Done
from ui.pages.fees.decisions import decision_of, done_words, request_of, with_share
from ui.pages.fees.questions import Listed, Listing, Opened
from ui.pages.fees.shown import Code, Deciding, Decision, Shown
from ui.pages.fees.words import few_left_words
from ui.tasks import Lane, Task, Tasks

PrintPaper = Callable[[UUID, Form], None]
"""Prints a receipt, slip, count or sheet; runs off the GUI thread."""

_FIELD_OF: Mapping[type[CounterError], str] = {
    ReasonMissing: "reason",
    ExemptionUnproved: "document",
    ExemptionTooHigh: "fee",
    RefundTooHigh: "fee",
}


class FeesViewModel(QObject):
    """One payer after the other."""

    changed = Signal()
    opened = Signal()
    """Another dossier is on show."""
    acted = Signal()
    """An act was added to the journal."""
    collected = Signal()
    """Money came in: the next payer may come."""

    def __init__(
        self, desk: Desk, tasks: Tasks, print_paper: PrintPaper, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.shown = Shown()
        self.approval = Approval(desk, tasks, parent=self)
        self._desk, self._tasks, self._print = desk, tasks, print_paper
        self._question: Task[Listed] | None = None
        self._opening: Task[Opened] | None = None

    def refresh(self) -> None:
        """Read the list again."""
        if self._question is not None:
            self._question.abandon()
        desk, listing = self._desk, self.shown.listing
        typed = "" if questions.is_number(self.shown.typed) else self.shown.typed.strip()
        self._question = self._tasks.start(
            self, lambda _: questions.listed(desk, listing, typed), self._listed, self._failed
        )

    def look_again(self) -> None:
        """Read the dossier on show again; what is typed stays."""
        if self.shown.opened is None or self.shown.busy:
            return
        subject = self.shown.opened.row.subject
        self._ask(lambda: questions.opened(self._desk, subject), self._seen_again)

    def choose_listing(self, listing: Listing) -> None:
        """List something else."""
        if listing is not self.shown.listing:
            self._show(replace(self.shown, listing=listing, typed="", listed=None, lines=()))
            self.refresh()

    def set_typed(self, text: str) -> None:
        """Look for what is typed; a whole number waits for Enter."""
        self._show(replace(self.shown, typed=text))
        self.refresh()

    def take_typed(self) -> bool:
        """Open what is typed: a whole number, or the only line found. Tell whether it was one."""
        shown = self.shown
        if questions.is_number(shown.typed):
            self.scan(shown.typed)
            return True
        if shown.typed.strip() and shown.listed == shown.typed.strip() and len(shown.lines) == 1:
            self.open(shown.lines[0].subject)
            return True
        return False

    def scan(self, text: str) -> None:
        """Open the dossier of a scanned receipt."""
        self._ask(lambda: questions.of_number(self._desk, text), self._opened)

    def open(self, subject: UUID, pointed: UUID | None = None) -> None:
        """Open a dossier, at a payment or refund of it."""
        self._ask(
            lambda: questions.opened(self._desk, subject),
            lambda opened: self._opened(opened, pointed),
        )

    def close(self) -> None:
        """Show no dossier: the next payer. While money is being taken its dossier stays on show."""
        if self.shown.busy:
            return
        if self._opening is not None:
            self._opening.abandon()
        self._show(self._without_dossier())
        self.refresh()

    def set_quantity(self, line: int, quantity: int | None) -> None:
        """Say how often a line of the fee table applies; nothing is 0."""
        self._choose(line, quantity=quantity or 0)

    def set_kind(self, line: int, kind: FeeKind) -> None:
        """Say whether a line is phí or lệ phí, where the publication does not."""
        self._choose(line, kind=kind)

    def choose_method(self, method: Method) -> None:
        """The money comes this way."""
        self._show(replace(self.shown, method=method, given=None, faults={}))

    def set_payer(self, payer: str) -> None:
        """Take whose name the receipt bears."""
        self._show(replace(self.shown, payer=payer))

    def set_given(self, given: int | None) -> None:
        """Take what lies on the desk in cash; the change follows."""
        self._show(replace(self.shown, given=given, faults={}))

    def point(self, key: UUID | None) -> None:
        """The acts are about this payment."""
        self._show(replace(self.shown, pointed=key))

    def act(self) -> None:
        """Do what F9 does now: carry out a decision, or collect.

        A transfer is confirmed by a key of its own: F9 pressed twice would confirm what nobody saw.
        """
        if self.shown.deciding is not None:
            self._decide(self.shown.deciding)
        elif self.shown.code is None:
            self._collect()

    def set_seen(self, text: str) -> None:
        """Take what the cashier saw of the transfer, such as the bank's own number."""
        self._show(replace(self.shown, seen=text))

    def confirm(self) -> None:
        """Record that somebody saw the transfer on show arrive."""
        shown, opened, desk = self.shown, self.shown.opened, self._desk
        if opened is None or shown.code is None or shown.deciding is not None or shown.busy:
            return
        payment, seen = shown.code.transfer.payment, shown.seen
        self._start(lambda: acts.confirm(desk, opened, payment, seen), self._confirmed)

    def show_code(self) -> None:
        """Show the code of the awaited transfer that the line is."""
        opened, line = self.shown.opened, self.shown.line
        if opened is None or line is None or not line.awaited or self.shown.busy:
            return
        subject, payment, desk = opened.row.subject, line.payment.id, self._desk
        self._show(replace(self.shown, busy=True, notice=None))
        self._tasks.start(
            self, lambda _: acts.code_of(desk, subject, payment), self._coded, self._failed
        )

    def begin(self, what: Decision) -> None:
        """Open the panel of a decision about the line pointed at."""
        deciding = decision_of(what, self.shown, self._desk.acting)
        if deciding is not None and not self.shown.busy:
            self._show(replace(self.shown, deciding=deciding, faults={}, notice=None))
            if deciding.second:
                self.approval.begin()

    def edit(self, name: str, value: object) -> None:
        """Take what was typed in the panel, a field of `Deciding`."""
        if self.shown.deciding is not None:
            told: dict[str, object] = {name: value}
            deciding = replace(self.shown.deciding, **told)  # type: ignore[arg-type]
            if name == "why":
                deciding = with_share(deciding, self.shown)
            faults = {place: said for place, said in self.shown.faults.items() if place != name}
            self._show(replace(self.shown, deciding=deciding, faults=faults))

    @property
    def request(self) -> Decision | None:
        """Whether the agency's request for money may be noted now, or is met."""
        return request_of(self.shown, self._desk.acting)

    def back(self) -> bool:
        """Leave the panel or the code; tell whether there was one."""
        if self.shown.deciding is None and self.shown.code is None:
            return False
        code = self.shown.code if self.shown.deciding is not None else None
        self._show(replace(self.shown, deciding=None, code=code, faults={}))
        return True

    def print(self) -> None:
        """Print the slip of the code on show, or the receipt or slip of the line once more."""
        shown = self.shown
        if shown.code is not None:
            self._print_paper(shown.code.transfer.payment, Form.TRANSFER, "")
        elif shown.line is not None and shown.line.paper is not None:
            self._print_paper(*shown.line.paper, "")

    def close_notice(self) -> None:
        """The cashier has read it."""
        self._show(replace(self.shown, notice=None))

    def _collect(self) -> None:
        shown, opened, desk = self.shown, self.shown.opened, self._desk
        if opened is None or not shown.can_collect:
            return
        if shown.method is Method.CASH and shown.given is not None and shown.change is None:
            words = self.tr("{amount} are missing.")
            missing = dong(shown.due.total - shown.given)
            self._show(replace(shown, faults={"given": words.format(amount=missing)}))
            return
        method, choices, payer = shown.method, shown.changed_choices, shown.payer
        self._start(
            lambda: acts.collect(desk, opened, method, choices, payer),
            partial(self._collected, shown.change),
        )

    def _decide(self, deciding: Deciding) -> None:
        if self.shown.busy:
            return
        if deciding.second:
            self.approval.agree(lambda second: self._carry_out(deciding, second))
        else:
            self._carry_out(deciding, None)

    def _carry_out(self, deciding: Deciding, second: Officer | None) -> None:
        opened, desk = self.shown.opened, self._desk
        if opened is not None:
            self._start(
                lambda: acts.decide(desk, opened, deciding, second),
                lambda done: self._decided(deciding, done),
            )

    def _choose(self, line: int, quantity: int | None = None, kind: FeeKind | None = None) -> None:
        choices = self.shown.choices
        if not 0 <= line < len(choices):
            return
        one = choices[line]
        told = FeeChoice(
            line,
            one.quantity if quantity is None else quantity,
            one.kind if kind is None else kind,
        )
        changed = (*choices[:line], told, *choices[line + 1 :])
        self._show(replace(self.shown, choices=changed))

    def _start(self, work: Callable[[], Done], done: Callable[[Done], None]) -> None:
        self._show(replace(self.shown, busy=True, notice=None, faults={}))
        self._tasks.start(self, lambda _: work(), done, self._refused)

    def _ask(self, ask: Callable[[], Opened], done: Callable[[Opened], None]) -> None:
        if self.shown.busy:
            return
        if self._opening is not None:
            self._opening.abandon()
        self._opening = self._tasks.start(self, lambda _: ask(), done, self._failed)

    def _opened(self, opened: Opened, pointed: UUID | None = None) -> None:
        self._show(
            replace(
                self._without_dossier(),
                opened=opened,
                choices=opened.choices or (),
                payer=opened.row.submitter_name,
                pointed=pointed,
            )
        )
        self.opened.emit()
        if self.shown.listed:
            self.refresh()

    def _seen_again(self, opened: Opened) -> None:
        before = self.shown.opened
        same = before is not None and before.sheet == opened.sheet
        choices = self.shown.choices if same else opened.choices or ()
        shown = replace(self.shown, opened=opened, choices=choices)
        if shown.code is not None:
            payment = shown.code.transfer.payment
            awaited = any(line.awaited and line.key == payment for line in shown.money_lines)
            if not awaited:
                words = self.tr("The transfer on show was settled at another counter.")
                shown = replace(shown, code=None, notice=Notice(Kind.INFO, words))
        self._show(shown)

    def _collected(self, change: int | None, done: Done) -> None:
        if done.code is not None:
            self._after(done, None, code=done.code)
            return
        words = self.tr("{amount} taken, receipt {number}.")
        told = words.format(amount=dong(done.money.total), number=done.number)
        if change:
            back = self.tr("Give back {amount}.").format(amount=dong(change))
            told = f"{told} {back}"
        self._after(done, Notice(Kind.GOOD, told))
        self.collected.emit()

    def _confirmed(self, done: Done) -> None:
        words = self.tr("{amount} confirmed, receipt {number}.")
        told = words.format(amount=dong(done.money.total), number=done.number)
        self._after(done, Notice(Kind.GOOD, told))
        self.collected.emit()

    def _decided(self, deciding: Deciding, done: Done) -> None:
        told = done_words(deciding, done.money, done.number)
        self._after(done, Notice(Kind.GOOD, told))

    def _after(self, done: Done, notice: Notice | None, code: Code | None = None) -> None:
        self._show(
            replace(
                self.shown,
                opened=done.opened,
                choices=done.opened.choices or (),
                given=None,
                code=code,
                seen="",
                deciding=None,
                pointed=None if code is None else code.transfer.payment,
                notice=notice,
                busy=False,
            )
        )
        self.refresh()
        self.acted.emit()
        if done.paper is not None:
            self._print_paper(done.paper, done.form, "" if notice is None else notice.text)

    def _print_paper(self, subject: UUID, form: Form, words: str) -> None:
        work = self._print
        printed = words or self.tr("The paper was handed to the printer.")
        self._tasks.start(
            self,
            lambda _: work(subject, form),
            lambda _: self._show(replace(self.shown, notice=Notice(Kind.GOOD, printed))),
            lambda error: self._not_printed(words, error),
            lane=Lane.PAPER,
        )

    def _not_printed(self, words: str, error: CounterError) -> None:
        said = self.tr("The paper was not printed: {why}").format(why=describe(error))
        notice = Notice(Kind.WARN, f"{words} {said}".strip())
        self._show(replace(self.shown, notice=notice))

    def _coded(self, code: Code) -> None:
        self._show(replace(self.shown, code=code, seen="", deciding=None, busy=False))

    def _refused(self, error: CounterError) -> None:
        place = _FIELD_OF.get(type(error), "") if self.shown.deciding is not None else ""
        faults = {place: describe(error)} if place else {}
        notice = None if place else Notice(Kind.BAD, describe(error))
        self._show(replace(self.shown, busy=False, faults=faults, notice=notice))
        if isinstance(error, DossierChanged):
            self.look_again()

    def _listed(self, found: Listed) -> None:
        self._show(
            replace(
                self.shown,
                listed=found.typed,
                lines=found.lines,
                cut=found.cut,
                few_left=few_left_words(found.books),
            )
        )

    def _failed(self, error: CounterError) -> None:
        self._show(replace(self.shown, busy=False, notice=Notice(Kind.BAD, describe(error))))

    def _without_dossier(self) -> Shown:
        shown = self.shown
        return Shown(
            listing=shown.listing,
            listed=shown.listed,
            lines=shown.lines,
            cut=shown.cut,
            few_left=shown.few_left,
        )

    def _show(self, shown: Shown) -> None:
        if shown != self.shown:
            self.shown = shown
            self.changed.emit()

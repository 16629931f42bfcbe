"""What the till shows: what should be in it, how cash moved for no dossier, how it was counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from counter_app.desk import Desk
from counter_app.domain.fees import BadAmount
from counter_app.domain.till import MovementKind
from counter_app.errors import CounterError
from counter_app.store.engine import Session
from counter_app.store.money import RefundRow, given_back
from counter_app.store.tills import CountRow, MovementRow, Till, counts, movements, till
from counter_app.usecases.acts import ReasonMissing
from counter_app.usecases.printing import Form
from counter_app.usecases.tills import move
from ui.errors import describe
from ui.notice import Kind, Notice
from ui.pages.fees.view_model import PrintPaper
from ui.tasks import Lane, Task, Tasks

MOST = 100

_FIELD_OF: Mapping[type[CounterError], str] = {BadAmount: "amount", ReasonMissing: "reason"}


class Way(StrEnum):
    """Why and which way cash moves."""

    FLOAT = "float"
    DEPOSIT = "deposit"
    OTHER_IN = "other_in"
    OTHER_OUT = "other_out"

    @property
    def kind(self) -> MovementKind:
        """How the journal calls it."""
        return _KINDS[self]

    @property
    def out(self) -> bool:
        """Whether cash leaves the till."""
        return self in {Way.DEPOSIT, Way.OTHER_OUT}


_KINDS: Mapping[Way, MovementKind] = {
    Way.FLOAT: MovementKind.FLOAT,
    Way.DEPOSIT: MovementKind.DEPOSIT,
    Way.OTHER_IN: MovementKind.OTHER,
    Way.OTHER_OUT: MovementKind.OTHER,
}


@dataclass(frozen=True, slots=True)
class TillLine:
    """A movement, a count, or money given back; `at` is ms UTC.

    `amount` is what moved, what was counted, or what was given back.
    """

    id: UUID
    at: int
    amount: int
    officer: str
    movement: MovementRow | None = None
    count: CountRow | None = None
    refund: RefundRow | None = None

    @property
    def form(self) -> Form | None:
        """What can be printed of it again."""
        if self.refund is not None:
            return Form.REFUND_SLIP
        return None if self.count is None else Form.CASH_COUNT


@dataclass(frozen=True, slots=True)
class Shown:
    """All that the part shows; `till` is None until the file has answered."""

    till: Till | None = None
    lines: tuple[TillLine, ...] = ()
    way: Way = Way.FLOAT
    amount: int | None = None
    reason: str = ""
    faults: Mapping[str, str] = field(default_factory=dict)
    notice: Notice | None = None
    busy: bool = False

    @property
    def asks_why(self) -> bool:
        """Whether the movement needs words."""
        return self.way.kind is MovementKind.OTHER


class TillViewModel(QObject):
    """The till of this seat; it is counted where the day is closed."""

    changed = Signal()
    acted = Signal()
    """An act was added to the journal."""

    def __init__(
        self, desk: Desk, tasks: Tasks, print_paper: PrintPaper, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.shown = Shown()
        self._desk, self._tasks, self._print = desk, tasks, print_paper
        self._question: Task[tuple[Till, tuple[TillLine, ...]]] | None = None

    def refresh(self) -> None:
        """Read the till again; what is typed stays."""
        if self._question is not None:
            self._question.abandon()
        desk = self._desk
        self._question = self._tasks.start(
            self, lambda _: desk.ask(_read, desk.seat.number), self._found, self._failed
        )

    def choose(self, way: Way) -> None:
        """Cash moves for this reason."""
        self._show(replace(self.shown, way=way, faults={}))

    def set_amount(self, amount: int | None) -> None:
        """Take how much."""
        self._show(replace(self.shown, amount=amount, faults=self._without("amount")))

    def set_reason(self, reason: str) -> None:
        """Take why."""
        self._show(replace(self.shown, reason=reason, faults=self._without("reason")))

    def act(self) -> None:
        """Record that the cash moved."""
        shown, desk = self.shown, self._desk
        if shown.busy:
            return
        amount = -(shown.amount or 0) if shown.way.out else shown.amount or 0
        kind, reason = shown.way.kind, shown.reason
        self._show(replace(shown, busy=True, notice=None, faults={}))
        self._tasks.start(
            self, lambda _: move(desk, kind, amount, reason), lambda _: self._moved(), self._refused
        )

    def print(self, line: TillLine) -> None:
        """Print a count, or the slip of money given back, once more."""
        form = line.form
        if form is None:
            return
        words, work = self.tr("The paper was handed to the printer."), self._print
        self._tasks.start(
            self,
            lambda _: work(line.id, form),
            lambda _: self._show(replace(self.shown, notice=Notice(Kind.GOOD, words))),
            self._failed,
            lane=Lane.PAPER,
        )

    def close_notice(self) -> None:
        """The cashier has read it."""
        self._show(replace(self.shown, notice=None))

    def _moved(self) -> None:
        words = self.tr("Recorded: the till was changed.")
        notice = Notice(Kind.GOOD, words)
        self._show(replace(self.shown, amount=None, reason="", notice=notice, busy=False))
        self.refresh()
        self.acted.emit()

    def _refused(self, error: CounterError) -> None:
        place = _FIELD_OF.get(type(error), "")
        faults = {place: describe(error)} if place else {}
        notice = None if place else Notice(Kind.BAD, describe(error))
        self._show(replace(self.shown, busy=False, faults=faults, notice=notice))

    def _found(self, found: tuple[Till, tuple[TillLine, ...]]) -> None:
        self._show(replace(self.shown, till=found[0], lines=found[1]))

    def _failed(self, error: CounterError) -> None:
        self._show(replace(self.shown, notice=Notice(Kind.BAD, describe(error))))

    def _without(self, place: str) -> Mapping[str, str]:
        return {other: said for other, said in self.shown.faults.items() if other != place}

    def _show(self, shown: Shown) -> None:
        if shown != self.shown:
            self.shown = shown
            self.changed.emit()


def _read(session: Session, seat: int) -> tuple[Till, tuple[TillLine, ...]]:
    moved = [
        TillLine(row.id, row.moved_at, row.amount, row.officer, movement=row)
        for row in movements(session, seat)
    ]
    counted = [
        TillLine(row.id, row.counted_at, row.counted, row.officer, count=row)
        for row in counts(session, seat)
    ]
    given = [
        TillLine(row.id, row.decided_at or row.asked_at, row.money.total, row.officer, refund=row)
        for row in given_back(session, seat, MOST)
    ]
    lines = sorted((*moved, *counted, *given), key=lambda line: line.at, reverse=True)
    return till(session, seat), tuple(lines[:MOST])

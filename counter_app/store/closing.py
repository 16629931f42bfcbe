"""What stands against closing the day of a seat, asked of the file and not of the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, func, or_, select

from counter_app.domain.closing import Against, Reason
from counter_app.domain.fees import PaymentState
from counter_app.domain.processing import Direction
from counter_app.domain.states import State
from counter_app.schema.acts import hand_over
from counter_app.schema.local import draft, print_job
from counter_app.schema.money import fee_receipt, payment, refund
from counter_app.schema.tables import dossier, head
from counter_app.store.day_sheets import Span, span
from counter_app.store.engine import Session
from counter_app.store.outbox import reach
from counter_app.store.tills import till

MOST_NAMED: Final = 200
"""So many dossiers of a reason are named; all are counted."""


@dataclass(frozen=True, slots=True)
class _Asking:
    """One look at the file: for which seat, and what its next sheet covers."""

    session: Session
    day: date
    own_stream: UUID
    of: Span

    @property
    def seat(self) -> int:
        return self.of.seat_number

    def named(self, subject: ColumnElement[Any], *conditions: Any) -> tuple[int, tuple[UUID, ...]]:
        """Return how many different subjects meet the conditions, and the first of them."""
        count = self.session.execute(
            select(func.count(subject.distinct())).where(*conditions)
        ).scalar_one()
        if not count:
            return 0, ()
        rows = self.session.execute(
            select(subject).where(*conditions).distinct().order_by(subject).limit(MOST_NAMED)
        )
        return count, tuple(rows.scalars())


def reasons(session: Session, seat_number: int, own_stream: UUID, day: date) -> tuple[Reason, ...]:
    """Return everything that stands against closing the day of a seat, in the order of mending."""
    asking = _Asking(session, day, own_stream, span(session, seat_number, own_stream))
    return tuple(_found(asking))


def _found(asking: _Asking) -> Iterator[Reason]:
    for against, look in _LOOKS.items():
        count, subjects = look(asking)
        if count:
            yield Reason(against, count, subjects)


def _cash(asking: _Asking) -> tuple[int, tuple[UUID, ...]]:
    return int(till(asking.session, asking.seat).changed), ()


def _drafts(asking: _Asking) -> tuple[int, tuple[UUID, ...]]:
    return asking.named(draft.c.id, ~draft.c.parked)


def _parked(asking: _Asking) -> tuple[int, tuple[UUID, ...]]:
    return asking.named(draft.c.id, draft.c.parked)


def _unprinted(asking: _Asking) -> tuple[int, tuple[UUID, ...]]:
    """Receipts of this span never printed; a result handed out on the spot needs none."""
    return asking.named(
        dossier.c.subject,
        dossier.c.seat_number == asking.seat,
        dossier.c.receipt_prints == 0,
        dossier.c.state.not_in((State.RETURNED, State.WITHDRAWN, State.ANNOUNCED, State.REFUSED)),
        _in_span(asking.of),
    )


def _failed(asking: _Asking) -> tuple[int, tuple[UUID, ...]]:
    later = print_job.alias("later")
    return asking.named(
        print_job.c.subject,
        print_job.c.state == "failed",
        ~exists().where(
            later.c.subject == print_job.c.subject,
            later.c.form == print_job.c.form,
            later.c.queued_at > print_job.c.queued_at,
        ),
    )


def _printing(asking: _Asking) -> tuple[int, tuple[UUID, ...]]:
    return asking.named(print_job.c.subject, print_job.c.state.in_(("queued", "sent")))


def _without_receipt(asking: _Asking) -> tuple[int, tuple[UUID, ...]]:
    return asking.named(
        payment.c.subject,
        payment.c.seat_number == asking.seat,
        payment.c.state == PaymentState.PAID.value,
        ~exists().where(
            fee_receipt.c.payment == payment.c.entry_id, fee_receipt.c.void_at.is_(None)
        ),
    )


def _still_here(asking: _Asking) -> ColumnElement[bool]:
    return and_(
        dossier.c.seat_number == asking.seat,
        dossier.c.state == int(State.RECEIVED),
        dossier.c.holder == "counter",
    )


def _not_handed_over(asking: _Asking) -> tuple[int, tuple[UUID, ...]]:
    return asking.named(dossier.c.subject, _still_here(asking), dossier.c.received_on >= asking.day)


def _overdue(asking: _Asking) -> tuple[int, tuple[UUID, ...]]:
    return asking.named(dossier.c.subject, _still_here(asking), dossier.c.received_on < asking.day)


def _unsigned(asking: _Asking) -> tuple[int, tuple[UUID, ...]]:
    return asking.named(
        hand_over.c.batch,
        hand_over.c.seat_number == asking.seat,
        hand_over.c.direction == Direction.OUT.value,
        hand_over.c.handed_on < asking.day,
        hand_over.c.accepted_at.is_(None),
        hand_over.c.undone_at.is_(None),
    )


def _conflicts(asking: _Asking) -> tuple[int, tuple[UUID, ...]]:
    return asking.named(dossier.c.subject, dossier.c.conflict, dossier.c.seat_number == asking.seat)


def _overpaid(asking: _Asking) -> tuple[int, tuple[UUID, ...]]:
    paid = dossier.c.fee_paid + dossier.c.charge_paid
    owed = dossier.c.fee_owed + dossier.c.charge_owed
    exempt = dossier.c.fee_exempt + dossier.c.charge_exempt
    here = exists().where(
        payment.c.subject == dossier.c.subject, payment.c.seat_number == asking.seat
    )
    return asking.named(dossier.c.subject, paid > 0, paid > owed - exempt, here)


def _awaited(asking: _Asking) -> tuple[int, tuple[UUID, ...]]:
    return asking.named(
        payment.c.subject,
        payment.c.seat_number == asking.seat,
        payment.c.state == PaymentState.AWAITING.value,
    )


def _refunds(asking: _Asking) -> tuple[int, tuple[UUID, ...]]:
    return asking.named(
        refund.c.subject, refund.c.seat_number == asking.seat, refund.c.state == "asked"
    )


def _unsent(asking: _Asking) -> tuple[int, tuple[UUID, ...]]:
    now = reach(asking.session, asking.own_stream)
    last = asking.session.execute(
        select(head.c.seq).where(head.c.stream_id == now.own_stream)
    ).scalar()
    return max(0, (last or 0) - now.acked_seq), ()


def _in_span(of: Span) -> ColumnElement[bool]:
    """The condition that the entry which received a dossier lies in the span."""
    return or_(
        *(
            and_(dossier.c.stream_id == stream, dossier.c.seq > seq)
            for stream, seq in of.heads.items()
        )
    )


_LOOKS: Final[dict[Against, Callable[[_Asking], tuple[int, tuple[UUID, ...]]]]] = {
    Against.CASH_UNCOUNTED: _cash,
    Against.DRAFTS: _drafts,
    Against.PARKED_DRAFTS: _parked,
    Against.RECEIPTS_UNPRINTED: _unprinted,
    Against.PRINTS_FAILED: _failed,
    Against.PRINTS_UNDER_WAY: _printing,
    Against.FEE_RECEIPTS_MISSING: _without_receipt,
    Against.NOT_HANDED_OVER: _not_handed_over,
    Against.HAND_OVER_OVERDUE: _overdue,
    Against.HAND_OVER_UNSIGNED: _unsigned,
    Against.CONFLICTS: _conflicts,
    Against.OVERPAID: _overpaid,
    Against.TRANSFERS_AWAITED: _awaited,
    Against.REFUNDS_OPEN: _refunds,
    Against.UNSENT: _unsent,
}

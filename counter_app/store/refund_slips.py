"""What the record of a refund says, from the journal: the same when it is printed again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select

from counter_app.clock import local
from counter_app.domain.dossier import Party
from counter_app.domain.fee_receipt import receipt_number
from counter_app.domain.fees import Method, Money
from counter_app.domain.refund_slip import ReceiptUndone, RefundSlip
from counter_app.journal.dossiers import Life, life_of
from counter_app.journal.dossiers.letters import number_of
from counter_app.journal.dossiers.life import Row
from counter_app.journal.dossiers.money import REFUND_APPROVED
from counter_app.journal.entries import Entry
from counter_app.journal.readable import record_of
from counter_app.records import from_record
from counter_app.schema.money import fee_receipt, payment, refund
from counter_app.store import reference
from counter_app.store.dossiers import history
from counter_app.store.engine import Session
from counter_app.store.officers import names_of
from counter_app.store.papers import NoSuchPaper


def refund_slip(session: Session, refund_id: UUID) -> RefundSlip:
    """Return the slip of a refund. Raises NoSuchPaper: it was not approved."""
    row = session.execute(
        select(refund).where(refund.c.entry_id == refund_id, refund.c.state == "approved")
    ).one_or_none()
    if row is None:
        raise NoSuchPaper
    entries = history(session, row.subject)
    approval = _approval(entries, refund_id)
    life = life_of(entries[: entries.index(approval) + 1])
    assert life is not None
    paid = next(one for one in life.rows(payment) if one["entry_id"] == row.payment)
    receipt = _receipt(life, row.payment)
    printed = _issued(entries, receipt)
    names = names_of(session, (row.officer, row.decided_by, approval.officer))
    given_at = local(approval.occurred_at)
    letterhead = reference.settings(session, given_at.date()).letterhead()
    return RefundSlip(
        letterhead=letterhead,
        unit=printed.get("unit", letterhead.office),
        tax_code=printed.get("tax_code", ""),
        letter=number_of(record_of(approval)),
        dossier_number=life.row["number"],
        procedure_name=life.row["procedure_name"],
        agency_name=life.record.get("agency_name")
        or reference.agency_name(session, life.row["agency_code"]),
        receiver=paid["payer"] if receipt is None else receipt["payer"],
        receiver_address=printed.get("payer_address", _submitter(life).address),
        receipt=None if receipt is None else _undone(receipt),
        money=Money(row.fee, row.charge),
        method=Method(row.method),
        reason=row.reason,
        asked_by=names[row.officer],
        asked_at=local(row.asked_at),
        approved_by=names[row.decided_by],
        given_at=given_at,
        officer_name=names[approval.officer],
        seat_number=row.given_seat,
    )


def _approval(entries: Sequence[Entry], refund_id: UUID) -> Entry:
    """Return the act that gave the money back: the first one, if two seats approved apart."""
    for entry in entries:
        if entry.kind == REFUND_APPROVED and record_of(entry).get("refund") == refund_id.hex:
            return entry
    raise NoSuchPaper


def _receipt(life: Life, payment_id: UUID) -> Row | None:
    """Return the receipt that held when the money went back."""
    held = [
        one
        for one in life.rows(fee_receipt)
        if one["payment"] == payment_id and one["void_at"] is None
    ]
    return held[-1] if held else None


def _issued(entries: Sequence[Entry], receipt: Row | None) -> Mapping[str, Any]:
    """Return what the receipt was printed with; nothing without one."""
    if receipt is None:
        return {}
    return next(record_of(one) for one in entries if one.entry_id == receipt["entry_id"])


def _undone(receipt: Row) -> ReceiptUndone:
    return ReceiptUndone(
        receipt["template"],
        receipt["symbol"],
        receipt_number(receipt["running"]),
        local(receipt["issued_at"]),
        Money(receipt["fee"], receipt["charge"]),
    )


def _submitter(life: Life) -> Party:
    return from_record(Party, life.record["submitter"])

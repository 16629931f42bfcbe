"""The acts of the desk of money, each with how the dossier stands after it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from counter_app.desk import Desk, Officer
from counter_app.domain.fees import NOTHING, FeeChoice, Method, Money, OwedLine
from counter_app.domain.procedure import FeeKind
from counter_app.usecases import fee_receipts, fees, payment_requests, payments, refunds
from counter_app.usecases.printing import Form
from ui.pages.fees import questions
from ui.pages.fees.questions import Opened
from ui.pages.fees.shown import Code, Deciding, Decision


@dataclass(frozen=True, slots=True)
class Done:
    """What an act did: the dossier after it, the paper to print, the code to show."""

    opened: Opened
    money: Money = NOTHING
    number: str = ""
    paper: UUID | None = None
    form: Form = Form.FEE_RECEIPT
    code: Code | None = None


def collect(
    desk: Desk,
    opened: Opened,
    method: Method,
    choices: tuple[FeeChoice, ...] | None,
    payer: str,
) -> Done:
    """Take what is open. Raises as `usecases.payments.collect`."""
    row = opened.row
    done = payments.collect(desk, row.subject, method, choices, payer, seen=row.last_act)
    after = questions.opened(desk, row.subject)
    if done.transfer is not None:
        return Done(after, done.money, code=_code(done.transfer))
    assert done.receipt is not None
    number = f"{done.receipt.symbol} {done.receipt.number}"
    return Done(after, done.money, number, done.receipt.id)


def code_of(desk: Desk, subject: UUID, payment: UUID) -> Code:
    """Return the code of an awaited transfer. Raises as `usecases.payments.transfer_of`."""
    return _code(payments.transfer_of(desk, subject, payment))


def confirm(desk: Desk, opened: Opened, payment: UUID, seen: str) -> Done:
    """Record that a transfer was seen, and what of it. Raises as `usecases.payments.confirm`."""
    receipt = payments.confirm(desk, opened.row.subject, payment, seen)
    after = questions.opened(desk, opened.row.subject)
    return Done(after, receipt.money, f"{receipt.symbol} {receipt.number}", receipt.id)


def decide(desk: Desk, opened: Opened, deciding: Deciding, second: Officer | None) -> Done:
    """Carry out a decision. Raises as the use case it names."""
    subject, target = opened.row.subject, deciding.target
    paper, form, number, money = None, Form.FEE_RECEIPT, "", deciding.amount
    match deciding.what:
        case Decision.EXEMPT:
            account = fees.exempt(
                desk, subject, deciding.why, deciding.document, deciding.amount, deciding.reason
            )
            money = account.exempt
        case Decision.VOID | Decision.UNDO:
            again = deciding.what is Decision.VOID
            made = fee_receipts.void(
                desk, subject, _named(target), deciding.reason, second, again=again
            )
            if made is not None:
                paper, number = made.id, f"{made.symbol} {made.number}"
        case Decision.REFUND:
            refunds.request(desk, subject, _named(target), deciding.reason, deciding.amount)
        case Decision.APPROVE:
            money = refunds.approve(desk, subject, _named(target), deciding.method, second)
            paper, form = target, Form.REFUND_SLIP
        case Decision.REFUSE:
            refunds.refuse(desk, subject, _named(target), deciding.reason, second)
        case Decision.CANCEL:
            payments.cancel(desk, subject, _named(target), deciding.reason)
        case Decision.REQUIRE:
            seen = opened.row.last_act
            payment_requests.require(desk, subject, deciding.reason, _lines(money), seen=seen)
        case Decision.SETTLE:
            seen = opened.row.last_act
            payment_requests.settle(desk, subject, deciding.document, seen=seen)
    return Done(questions.opened(desk, subject), money, number, paper, form)


def _lines(money: Money) -> tuple[OwedLine, ...]:
    lines = (OwedLine(FeeKind.FEE, money.fee), OwedLine(FeeKind.CHARGE, money.charge))
    return tuple(line for line in lines if line.amount)


def _named(target: UUID | None) -> UUID:
    assert target is not None
    return target


def _code(transfer: payments.Transfer) -> Code:
    from counter_app.documents.codes import qr

    return Code(transfer, qr(transfer.qr))

"""What the page of money asks the local file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from counter_app.clock import local_day
from counter_app.desk import Desk
from counter_app.domain.fees import FeeChoice, Money, OwedLine, chosen
from counter_app.domain.numbers import NotANumber, parse
from counter_app.domain.procedure import FeeKind, FeeLine
from counter_app.domain.reasons import Reasons
from counter_app.store import dossiers, money, receipt_books, reference
from counter_app.store.dossiers import DossierRow
from counter_app.store.engine import Session
from counter_app.store.money import FeeSheet, PaymentRow, RefundRow, UnpaidRow
from counter_app.store.receipt_books import BookRow

MOST = 200
MOST_FOUND = 50


class Listing(StrEnum):
    """What is listed beside the dossier on show."""

    AWAITING = "awaiting"
    """Transfers that were asked for and that nobody has seen arrive."""
    OWING = "owing"
    REFUNDS = "refunds"
    """What waits for a second person."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A dossier with all about its money; `reasons` are those that hold on `day`."""

    row: DossierRow
    agency_name: str
    sheet: FeeSheet
    reasons: Reasons
    day: date

    @property
    def choices(self) -> tuple[FeeChoice, ...] | None:
        """How often each line of the fee table applies; None where more than that is owed."""
        return _choices(self.sheet.table, self.sheet.owed)

    @property
    def choosable(self) -> bool:
        """Whether the cashier still says which lines apply: nothing is paid or asked for yet."""
        account = self.sheet.account
        settled = account.paid or account.awaited
        return bool(self.sheet.table) and not settled and self.choices is not None


@dataclass(frozen=True, slots=True)
class ListLine:
    """A line of the list: the dossier, the money, and since when (ms UTC)."""

    key: UUID
    subject: UUID
    number: str
    name: str
    money: Money
    at: int


@dataclass(frozen=True, slots=True)
class Listed:
    """The lines of a listing; with `typed` the dossiers that match it, whatever they owe."""

    listing: Listing
    typed: str
    lines: tuple[ListLine, ...]
    cut: bool
    books: tuple[BookRow, ...]


def is_number(text: str) -> bool:
    """Tell whether `text` is a whole dossier number, or the QR code of one of its papers."""
    try:
        parse(_first_part(text))
    except NotANumber:
        return False
    return True


def opened(desk: Desk, subject: UUID) -> Opened:
    """Return the dossier. Raises NoSuchDossier."""
    return desk.ask(_opened, subject, _today(desk))


def of_number(desk: Desk, text: str) -> Opened:
    """Return the dossier of a scanned or typed number. Raises NotANumber, NoSuchDossier."""
    number = str(parse(_first_part(text)))
    today = _today(desk)
    return desk.ask(
        lambda session: _opened(session, dossiers.by_number(session, number).subject, today)
    )


def listed(desk: Desk, listing: Listing, typed: str) -> Listed:
    """Return a listing, or what was looked for, and the books this seat writes."""
    return desk.ask(_listed, desk.seat.stream_id, desk.seat.number, listing, typed)


def _today(desk: Desk) -> date:
    return local_day(desk.clock.now_ms())


def _opened(session: Session, subject: UUID, today: date) -> Opened:
    row = dossiers.by_subject(session, subject)
    name = reference.agency_name(session, row.agency_code)
    reasons = reference.settings(session, today).reasons()
    return Opened(row, name, money.fee_sheet(session, subject), reasons, today)


def _listed(session: Session, stream: UUID, seat: int, listing: Listing, typed: str) -> Listed:
    most = MOST_FOUND if typed else MOST
    if typed:
        lines = [_of_dossier(session, row) for row in dossiers.search(session, typed, most + 1)]
    elif listing is Listing.AWAITING:
        lines = [_of_payment(row) for row in money.awaiting(session, most + 1)]
    elif listing is Listing.OWING:
        lines = [_of_unpaid(row) for row in money.unpaid(session, most + 1)]
    else:
        lines = [_of_refund(row) for row in money.open_refunds(session)]
    mine = [book for book in receipt_books.books(session, stream, seat) if book.mine]
    return Listed(listing, typed, tuple(lines[:most]), len(lines) > most, tuple(mine))


def _of_dossier(session: Session, row: DossierRow) -> ListLine:
    left = money.account(session, row.subject)
    return ListLine(
        row.subject,
        row.subject,
        row.number,
        row.owner_name,
        left.open + left.awaited,
        row.received_at,
    )


def _of_payment(row: PaymentRow) -> ListLine:
    return ListLine(row.id, row.subject, row.number, row.owner_name, row.money, row.asked_at)


def _of_unpaid(row: UnpaidRow) -> ListLine:
    return ListLine(
        row.subject, row.subject, row.number, row.owner_name, row.account.open, row.received_at
    )


def _of_refund(row: RefundRow) -> ListLine:
    return ListLine(row.id, row.subject, row.number, row.owner_name, row.money, row.asked_at)


def _choices(
    table: tuple[FeeLine, ...], owed: tuple[OwedLine, ...]
) -> tuple[FeeChoice, ...] | None:
    left = list(owed)
    choices = []
    for place, line in enumerate(table):
        found = next((one for one in left if _is(one, line)), None)
        if found is None:
            choices.append(FeeChoice(place, 0))
        else:
            left.remove(found)
            kind = found.kind if line.kind is FeeKind.UNKNOWN else FeeKind.UNKNOWN
            choices.append(FeeChoice(place, found.quantity, kind))
    told = tuple(choices)
    return told if not left and chosen(table, told) == owed else None


def _is(owed: OwedLine, line: FeeLine) -> bool:
    same = owed.amount == line.amount and owed.note == line.note
    return same and line.kind in {owed.kind, FeeKind.UNKNOWN}


def _first_part(text: str) -> str:
    # The QR code of a paper goes on with the look-up code and the hash; bar codes do not.
    return text.split("|", 1)[0].strip()

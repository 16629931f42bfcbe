"""What the papers after the receipt say: the frozen records behind letters and lists.

Moments are aware, in +07:00. `letter` is the number of a letter ("Số: 07-012/PXL"), `number` that
of the dossier.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from counter_app.domain.dossier import Party, ReturnWay
from counter_app.domain.processing import (
    Relation,
    ResultKind,
    SupplementLine,
    TakenBack,
)
from counter_app.domain.receipt import Letterhead


@dataclass(frozen=True, slots=True, kw_only=True)
class OfAct:
    """A paper that an act on a dossier brought; `void` where the act was taken back."""

    act: UUID | None = None
    void: bool = False


@dataclass(frozen=True, slots=True)
class SupplementSlip(OfAct):
    """Mẫu số 02. `number` is empty where the dossier is not taken in yet."""

    letterhead: Letterhead
    letter: str
    made_at: datetime
    number: str
    seat_number: int
    submitter: Party
    asked: str
    lines: tuple[SupplementLine, ...]
    reason: str
    answer_by: date | None
    officer_name: str


@dataclass(frozen=True, slots=True)
class RefusalSlip(OfAct):
    """Mẫu số 03. `number` is empty but for a dossier of the portal."""

    letterhead: Letterhead
    letter: str
    made_at: datetime
    number: str
    seat_number: int
    centre_name: str
    agency_name: str
    submitter: Party
    asked: str
    reason: str
    officer_name: str


@dataclass(frozen=True, slots=True)
class ApologyLetter(OfAct):
    """Mẫu số 04. `due_at` is what the citizen was promised last; the head of the agency signs."""

    letterhead: Letterhead
    letter: str
    made_at: datetime
    number: str
    centre_name: str
    agency_name: str
    sector: str
    procedure_name: str
    owner: Party
    received_at: datetime
    due_at: datetime
    reason_code: str
    reason: str
    new_due_at: datetime
    signer: str
    signer_title: str
    reason_words: str = ""


@dataclass(frozen=True, slots=True)
class StopNotice(OfAct):
    """Mẫu số 05 of the set of 2025. `waits_for` names the other agency, where it waits for one."""

    letterhead: Letterhead
    letter: str
    made_at: datetime
    number: str
    agency_name: str
    owner: Party
    asked: str
    received_at: datetime
    due_at: datetime | None
    stage: str
    reason_code: str
    reason: str
    waits_for: str
    money: str
    officer_name: str
    reason_words: str = ""


@dataclass(frozen=True, slots=True)
class ListLine:
    """A dossier on a list; what a kind of list does not print is left empty."""

    position: int
    subject: UUID
    number: str
    owner: Party
    procedure_name: str
    received_at: datetime
    due_at: datetime | None
    result: str = ""
    has_fee: bool = False
    return_way: ReturnWay = ReturnWay.COUNTER
    address: str = ""
    waybill: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class HandOverList:
    """A numbered list of dossiers: to an agency, back with results, or to the post.

    `agency_name` is empty where the list mixes agencies.
    """

    letterhead: Letterhead
    batch: UUID
    number: str
    made_at: datetime
    seat_number: int
    agency_name: str
    giver: str
    receiver: str
    lines: tuple[ListLine, ...]


@dataclass(frozen=True, slots=True)
class ReturnSlip(OfAct):
    """The receipt for a result (giấy biên nhận trả kết quả)."""

    letterhead: Letterhead
    number: str
    procedure_name: str
    owner: Party
    collector: Party
    relation: Relation
    authorisation: str
    result_kind: ResultKind
    result_number: str
    summary: str
    signed_on: date | None
    originals: tuple[TakenBack, ...]
    way: ReturnWay
    address: str
    waybill: str
    returned_at: datetime
    officer_name: str
    seat_number: int


Paper = SupplementSlip | RefusalSlip | ApologyLetter | StopNotice | HandOverList | ReturnSlip

"""What a receipt says: the frozen record behind form 01, the control slip and the label."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from counter_app.domain.dossier import Consents, Paper, Party, ReturnWay
from counter_app.domain.procedure import Channel, FeeLine, Term


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The left half of the common header and where the paper is dated.

    `superior` e.g. "UBND TỈNH LAI CHÂU", `office` e.g. "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG",
    `place` the địa danh before the date.
    """

    superior: str
    office: str
    place: str
    phone: str = ""
    website: str = ""


@dataclass(frozen=True, slots=True)
class Receipt:
    """Everything the papers of one intake say. Moments are aware, in +07:00.

    `lookup_code` is the 4-digit secret printed for the citizen; `book` and `book_number` name the
    line of the register (Quyển số, Số thứ tự). `entry_hash` is the hex hash of the journal entry.
    `due_at` is None for a procedure without appointment. `reissue` counts the corrections: from 1
    on the receipt replaces an earlier one.
    """

    subject: UUID
    number: str
    lookup_code: str
    letterhead: Letterhead
    agency_code: str
    agency_name: str
    procedure_code: str
    procedure_name: str
    sector: str
    submitter: Party
    owner: Party
    authorisation: str
    papers: tuple[Paper, ...]
    sets: int
    channel: Channel
    term: Term | None
    received_at: datetime
    due_at: datetime | None
    return_way: ReturnWay
    return_address: str
    consents: Consents
    summary: str
    note: str
    fees: tuple[FeeLine, ...]
    free: bool | None
    book: str
    book_number: int
    officer_name: str
    seat_number: int
    entry_hash: str = ""
    reissue: int = 0

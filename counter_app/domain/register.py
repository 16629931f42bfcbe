"""Sổ theo dõi hồ sơ: a line of the register, and a line of an earlier one to be taken over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from counter_app.domain.dossier import ReturnWay
from counter_app.domain.procedure import Channel
from counter_app.domain.states import State


class Rating(StrEnum):
    """What a citizen pressed or ticked: the columns of Phụ lục II.

    `VERY_SATISFIED` is the best of a scale of three; Phụ lục II counts it as satisfied with the
    service.
    """

    VERY_SATISFIED = "very_satisfied"
    SATISFIED_SERVICE = "satisfied_service"
    SATISFIED_ATTITUDE = "satisfied_attitude"
    UNSATISFIED_SKILL = "unsatisfied_skill"
    UNSATISFIED_TIME = "unsatisfied_time"
    COMMENT = "comment"


class RegisterOrder(StrEnum):
    """What the lines are sorted by; where that is alike, by the moment of receipt."""

    RECEIVED = "received"
    NUMBER = "number"
    OWNER = "owner"
    """By given name, as Vietnamese lists of people are."""
    AGENCY = "agency"
    DUE = "due"
    RESULT = "result"
    RETURNED = "returned"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One line of the register. Moments are aware, in +07:00.

    `giver` and `receiver` are who handed the result out and who got it; `place` where the matter
    arises (địa bàn phát sinh).
    """

    subject: UUID
    book: str
    book_number: int
    number: str
    procedure_code: str
    procedure_name: str
    summary: str
    agency_code: str
    agency_name: str
    channel: Channel
    service_level: int
    sets: int
    owner_name: str
    submitter_name: str
    identity_number: str
    address: str
    phone: str
    received_at: datetime
    due_at: datetime | None
    result_at: datetime | None
    returned_at: datetime | None
    return_way: ReturnWay
    giver: str
    receiver: str
    officer_name: str
    place: str
    state: State
    rating: str
    note: str


@dataclass(frozen=True, slots=True)
class ImportedDossier:
    """A line of an earlier register: `row` in its file, and what it says.

    `rating` is one of `Rating` or "". `service_level` is 0 where the register does not say.
    """

    row: int
    number: str
    agency_code: str
    procedure_code: str
    procedure_name: str
    channel: Channel
    received_at: datetime
    state: State
    owner_name: str
    agency_name: str = ""
    service_level: int = 0
    submitter_name: str = ""
    identity_number: str = ""
    address: str = ""
    phone: str = ""
    sets: int = 1
    summary: str = ""
    due_at: datetime | None = None
    result_at: datetime | None = None
    returned_at: datetime | None = None
    return_way: ReturnWay = ReturnWay.COUNTER
    giver: str = ""
    receiver: str = ""
    officer_name: str = ""
    place: str = ""
    book: str = ""
    book_number: int = 0
    rating: str = ""
    note: str = ""

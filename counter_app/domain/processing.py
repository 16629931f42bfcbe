"""What officers say when a dossier waits, moves on, comes back or is late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from counter_app.domain.dossier import Party, ReturnWay


class PauseKind(StrEnum):
    """Why the term stands still: states 5, 6 and 8."""

    SUPPLEMENT = "supplement"
    PAYMENT = "payment"
    STOP = "stop"


class Holder(StrEnum):
    """Where the paper is."""

    COUNTER = "counter"
    AGENCY = "agency"
    SHELF = "shelf"
    CITIZEN = "citizen"


class Direction(StrEnum):
    """Which way a hand-over list goes."""

    OUT = "out"
    BACK = "back"
    POST = "post"


class StopReason(StrEnum):
    """Why processing stops: the codes that the program brings (`domain.reasons`)."""

    OTHER_AGENCY = "other_agency"
    DUTY_NOT_PAID = "duty_not_paid"
    NO_SUPPLEMENT = "no_supplement"
    ASKED_BY_CITIZEN = "asked_by_citizen"
    DISPUTE = "dispute"
    OTHER = "other"


class LateReason(StrEnum):
    """Why a result is late, as apology letters and the reports of centres name it.

    These codes the program brings; a centre may have others (`domain.reasons`).
    """

    OTHER_AGENCY = "other_agency"
    NETWORK = "network"
    SOFTWARE = "software"
    SITE_INSPECTION = "site_inspection"
    COMPLEX = "complex"
    WORKLOAD = "workload"
    STAFF_ABSENT = "staff_absent"
    RULES_UNCLEAR = "rules_unclear"
    FORCE_MAJEURE = "force_majeure"
    OTHER = "other"


class ResultKind(StrEnum):
    """What the agency decided; a refusal document is a result as well."""

    GRANTED = "granted"
    DECLINED = "declined"


class Relation(StrEnum):
    """Who fetches a result."""

    OWNER = "owner"
    SUBMITTER = "submitter"
    AUTHORISED = "authorised"
    STAFF = "staff"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class SupplementLine:
    """One paper to be handed in, put right or completed, and what is wrong with it."""

    name: str
    reason: str = ""
    originals: int = 0
    certified_copies: int = 0
    photocopies: int = 0


@dataclass(frozen=True, slots=True)
class Supplement:
    """What the citizen is asked for. `answer_by` is the last day for it, where there is one."""

    lines: tuple[SupplementLine, ...]
    reason: str = ""
    answer_by: date | None = None


@dataclass(frozen=True, slots=True)
class Stop:
    """Why processing stops.

    `agency` names whom it waits for, `stage` how far it had come, `money` what was paid or is due.
    `reason_words` is what the code said that day, "" where the words of the program hold.
    """

    reason_code: str
    reason: str
    agency: str = ""
    stage: str = ""
    money: str = ""
    reason_words: str = ""


@dataclass(frozen=True, slots=True)
class Apology:
    """What an apology letter says. The head of the agency that is late signs it.

    `reason_words` is what the code said that day, "" where the words of the program hold.
    """

    reason_code: str
    reason: str
    new_due_at: datetime
    signer: str = ""
    signer_title: str = ""
    reason_words: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """The document that ends a dossier."""

    kind: ResultKind = ResultKind.GRANTED
    number: str = ""
    summary: str = ""
    signed_on: date | None = None
    signer: str = ""


PLAIN_RESULT: Final = Result()
"""A result of which nothing is said but that it was granted."""


@dataclass(frozen=True, slots=True)
class TakenBack:
    """An old original that the citizen gives back when the new result is handed out."""

    name: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class Collection:
    """Who got a result, how, and against what.

    `collector` is the person at the counter, or the addressee where it goes by post or mail.
    `waybill` is the number of the postal item.
    """

    collector: Party
    relation: Relation = Relation.OWNER
    authorisation: str = ""
    originals: tuple[TakenBack, ...] = ()
    way: ReturnWay = ReturnWay.COUNTER
    address: str = ""
    waybill: str = ""
    signed_on_paper: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Who takes a dossier back, why, and which papers were given back."""

    by: Party
    reason: str
    papers_given_back: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Phase:
    """A part of a linked procedure with an agency and a due moment of its own."""

    number: int
    name: str
    agency_code: str
    due_at: datetime | None = None

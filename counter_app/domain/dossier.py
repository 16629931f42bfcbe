"""A dossier (hồ sơ) as the officer takes it in: parties, papers, ways, consents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from counter_app.domain.procedure import Channel


class PartyKind(StrEnum):
    """What an applicant is."""

    PERSON = "person"
    ORGANISATION = "organisation"


class Sex(StrEnum):
    """As the identity card says."""

    MALE = "male"
    FEMALE = "female"


@dataclass(frozen=True, slots=True)
class Party:
    """A submitter (người nộp) or an owner (chủ hồ sơ).

    `identity_number` is the 12-digit personal number, a 9-digit CMND, or a passport number of a
    person, the tax code (MST) of an organisation. `phone` is E.164 or empty.
    """

    kind: PartyKind = PartyKind.PERSON
    name: str = ""
    identity_number: str = ""
    old_identity_number: str = ""
    born_on: date | None = None
    sex: Sex | None = None
    address: str = ""
    phone: str = ""
    email: str = ""
    identity_issued_on: date | None = None
    representative: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """One line of the checklist as handed in."""

    name: str
    originals: int = 0
    certified_copies: int = 0
    photocopies: int = 0
    required: bool = True
    present: bool = False
    note: str = ""


class ReturnWay(StrEnum):
    """How the citizen wants the result."""

    COUNTER = "counter"
    POST = "post"
    ELECTRONIC = "electronic"


@dataclass(frozen=True, slots=True)
class Consents:
    """Which notices the citizen agreed to."""

    sms: bool = False
    email: bool = False
    zalo: bool = False


@dataclass(frozen=True, slots=True)
class Intake:
    """All an officer gathers before pressing Receive.

    `owner` None means the submitter is the owner. `authorisation` names the authorisation paper
    when somebody hands in for another.
    """

    procedure_code: str
    submitter: Party
    owner: Party | None = None
    authorisation: str = ""
    papers: tuple[Paper, ...] = ()
    channel: Channel = Channel.COUNTER
    sets: int = 1
    return_way: ReturnWay = ReturnWay.COUNTER
    return_address: str = ""
    consents: Consents = Consents()
    summary: str = ""
    note: str = ""

    @property
    def holder(self) -> Party:
        """The owner of the dossier."""
        return self.owner or self.submitter

"""What the officer has typed, raw, and how it becomes an intake."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any

from counter_app.domain.dossier import (
    Consents,
    Intake,
    Paper,
    Party,
    PartyKind,
    ReturnWay,
    Sex,
)
from counter_app.domain.procedure import Channel, ChecklistLine
from counter_app.records import from_record, to_record
from counter_app.text import composed
from ui.widgets.dates import parse_day, shown_day


class Side(StrEnum):
    """Of whom a field speaks."""

    SUBMITTER = "submitter"
    OWNER = "owner"


@dataclass(frozen=True, slots=True)
class PartyForm:
    """A submitter or an owner as typed. `born` is the text of the date field.

    `filled` names the fields that the program filled in and nobody has confirmed; `scanned` tells
    that they came from a card.
    """

    kind: PartyKind = PartyKind.PERSON
    name: str = ""
    number: str = ""
    old_number: str = ""
    born: str = ""
    sex: Sex | None = None
    address: str = ""
    phone: str = ""
    email: str = ""
    issued_on: date | None = None
    representative: str = ""
    filled: tuple[str, ...] = ()
    scanned: bool = False

    def typed(self, **changes: Any) -> PartyForm:
        """Return the form after an officer's edit, which also confirms the fields it touches."""
        left = tuple(name for name in self.filled if name not in changes)
        return replace(self, filled=left, **changes)

    def confirmed(self, name: str) -> PartyForm:
        """Return the form after the officer has passed over a field and left it as it is."""
        return replace(self, filled=tuple(other for other in self.filled if other != name))

    def day_of_birth(self, this_year: int) -> date | None:
        """Return the typed day; None when it is empty, or no day."""
        return parse_day(self.born, this_year)

    def born_wrong(self, this_year: int) -> bool:
        """Tell whether something stands in the date field that is no day."""
        return bool(self.born.strip()) and self.day_of_birth(this_year) is None

    def party(self, this_year: int) -> Party:
        """Return the party; what belongs to another kind of party is left out."""
        both = Party(
            kind=self.kind,
            name=composed(self.name),
            identity_number=composed(self.number),
            address=composed(self.address),
            phone=composed(self.phone),
            email=composed(self.email),
        )
        if self.kind is PartyKind.ORGANISATION:
            return replace(both, representative=composed(self.representative))
        return replace(
            both,
            old_identity_number=composed(self.old_number),
            born_on=self.day_of_birth(this_year),
            sex=self.sex,
            identity_issued_on=self.issued_on,
        )


def filled_in(party: Party, phone: str, *, scanned: bool = False) -> PartyForm:
    """Return a form that the program filled in, each field marked.

    Args:
        phone: the party's number as it is shown.
        scanned: it comes from a card.
    """
    form = PartyForm(
        kind=party.kind,
        name=party.name,
        number=party.identity_number,
        old_number=party.old_identity_number,
        born=shown_day(party.born_on),
        sex=party.sex,
        address=party.address,
        phone=phone,
        email=party.email,
        issued_on=party.identity_issued_on,
        representative=party.representative,
        scanned=scanned,
    )
    held = ("name", "number", "born", "sex", "address", "phone", "email", "representative")
    return replace(form, filled=tuple(name for name in held if getattr(form, name)))


@dataclass(frozen=True, slots=True)
class PaperForm:
    """One row of the checklist. `free` marks a paper the procedure does not ask for."""

    name: str = ""
    originals: int = 0
    certified_copies: int = 0
    photocopies: int = 0
    required: bool = True
    present: bool = False
    note: str = ""
    free: bool = False

    def paper(self) -> Paper:
        """Return the paper; what is not there has no copies."""
        counted = (self.originals, self.certified_copies, self.photocopies)
        counts = counted if self.present else (0, 0, 0)
        return Paper(composed(self.name), *counts, self.required, self.present, composed(self.note))


def asked_for(line: ChecklistLine) -> PaperForm:
    """Return the row of a checklist line, with the copies asked for; one photocopy if none are."""
    counts = (line.originals, line.certified_copies, line.photocopies)
    return PaperForm(line.name, *(counts if any(counts) else (0, 0, 1)), required=line.required)


def free_paper() -> PaperForm:
    """Return an empty row for a paper the procedure does not ask for."""
    return PaperForm(originals=1, required=False, present=True, free=True)


@dataclass(frozen=True, slots=True)
class Form:
    """Everything on the page that an officer can change. `sets` is None while it is empty."""

    procedure_code: str = ""
    procedure_name: str = ""
    channel: Channel = Channel.COUNTER
    summary: str = ""
    submitter: PartyForm = PartyForm()
    owner_differs: bool = False
    owner: PartyForm = PartyForm()
    authorisation: str = ""
    papers: tuple[PaperForm, ...] = ()
    return_way: ReturnWay = ReturnWay.COUNTER
    return_address: str = ""
    address_filled: bool = False
    consents: Consents = field(default=Consents())
    sets: int | None = 1
    note: str = ""

    @property
    def holder(self) -> PartyForm:
        """The owner of the dossier as typed."""
        return self.owner if self.owner_differs else self.submitter

    def party(self, side: Side) -> PartyForm:
        """Return one of the two parties."""
        return self.owner if side is Side.OWNER else self.submitter

    def with_party(self, side: Side, party: PartyForm) -> Form:
        """Return the form with another party at one side."""
        return replace(self, owner=party) if side is Side.OWNER else replace(self, submitter=party)

    def intake(self, this_year: int) -> Intake:
        """Return the intake; texts are composed, numbers still as typed."""
        posted = self.return_way is ReturnWay.POST
        return Intake(
            procedure_code=self.procedure_code,
            submitter=self.submitter.party(this_year),
            owner=self.owner.party(this_year) if self.owner_differs else None,
            authorisation=composed(self.authorisation) if self.owner_differs else "",
            papers=tuple(paper.paper() for paper in self.papers if paper != free_paper()),
            channel=self.channel,
            sets=self.sets or 0,
            return_way=self.return_way,
            return_address=composed(self.return_address) if posted else "",
            consents=self.consents,
            summary=composed(self.summary),
            note=composed(self.note),
        )

    def title(self) -> str:
        """Return what tells this form from others in a list."""
        parts = (composed(self.holder.name), self.procedure_name)
        return " · ".join(part for part in parts if part)

    def record(self) -> dict[str, Any]:
        """Return the form as JSON-able data."""
        record: dict[str, Any] = to_record(self)
        return record


def form_from(record: Mapping[str, Any]) -> Form:
    """Return the form a record describes; fields of another version are passed over.

    Raises:
        KeyError, ValueError, TypeError: it is not the record of a form.
    """
    return from_record(Form, record)

"""A new intake like an earlier one: the same people and ways, papers still to be ticked."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from counter_app.desk import Desk
from counter_app.domain.dossier import Intake, Party
from counter_app.domain.identity import phone_shown
from counter_app.store.dossiers import by_subject, intake_of
from ui.intake_form.form import Form, PartyForm, filled_in


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier dossier to copy from."""

    number: str
    procedure_name: str
    intake: Intake


def earlier(desk: Desk, subject: UUID) -> Earlier:
    """Return what is copied. Raises NoSuchDossier, DossierUnreadable."""
    with desk.store.reading() as session:
        row = by_subject(session, subject)
        return Earlier(row.number, row.procedure_name, intake_of(session, subject))


def form_like(found: Earlier) -> Form:
    """Return the form; everything filled in is marked until the officer has passed over it.

    The checklist comes anew from the procedure: what was handed in then is not here now.
    """
    intake = found.intake
    return Form(
        procedure_code=intake.procedure_code,
        procedure_name=found.procedure_name,
        channel=intake.channel,
        summary=intake.summary,
        submitter=_party(intake.submitter),
        owner_differs=intake.owner is not None,
        owner=PartyForm() if intake.owner is None else _party(intake.owner),
        authorisation=intake.authorisation,
        return_way=intake.return_way,
        return_address=intake.return_address,
        address_filled=bool(intake.return_address),
        consents=intake.consents,
        sets=intake.sets,
        note=intake.note,
    )


def _party(party: Party) -> PartyForm:
    return filled_in(party, phone_shown(party.phone) if party.phone else "")

"""What stands between a result and the citizen who came for it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from counter_app.domain.dossier import Party, ReturnWay
from counter_app.domain.processing import Holder, Relation
from counter_app.domain.states import State
from counter_app.journal.dossiers import life_of
from counter_app.records import from_record
from counter_app.store.dossiers import DossierRow, NoSuchDossier, by_subject, history
from counter_app.store.engine import Session


class Hindrance(StrEnum):
    """Why a result cannot be handed out now."""

    NOT_RESOLVED = "not_resolved"
    AT_AGENCY = "at_agency"
    RETURNED_ALREADY = "returned_already"
    WITHDRAWN = "withdrawn"
    REFUSED = "refused"
    CONFLICT = "conflict"
    """Two acts made apart wait for a supervisor. It can be handed out, but look first."""


@dataclass(frozen=True, slots=True)
class MayCollect:
    """Somebody who may fetch the result without an authorisation."""

    party: Party
    relation: Relation


@dataclass(frozen=True, slots=True)
class Collecting:
    """The dossier, where its result lies, who may fetch it, and what hinders."""

    dossier: DossierRow
    may_collect: tuple[MayCollect, ...]
    authorisation: str
    return_way: ReturnWay
    return_address: str
    hindrances: tuple[Hindrance, ...]
    on_the_spot: bool
    """The result may be made and handed out in one act: the term is 0, the paper is here."""

    def relation_of(self, identity_number: str) -> Relation | None:
        """Return who a scanned card is to the dossier; None for somebody else."""
        for one in self.may_collect:
            numbers = {one.party.identity_number, one.party.old_identity_number} - {""}
            if identity_number in numbers:
                return one.relation
        return None


def collecting(session: Session, subject: UUID) -> Collecting:
    """Return what the counter must know before handing a result out. Raises NoSuchDossier."""
    row = by_subject(session, subject)
    life = life_of(history(session, subject))
    if life is None:
        raise NoSuchDossier(str(subject))
    intake = life.record
    submitter = from_record(Party, intake["submitter"])
    owner = from_record(Party, intake["owner"]) if intake.get("owner") else submitter
    persons = [MayCollect(owner, Relation.OWNER)]
    if submitter != owner:
        persons.append(MayCollect(submitter, Relation.SUBMITTER))
    term = intake.get("term")
    return Collecting(
        row,
        tuple(persons),
        intake.get("authorisation", ""),
        ReturnWay(intake.get("return_way", ReturnWay.COUNTER)),
        intake.get("return_address", ""),
        tuple(_hindrances(row)),
        row.state == State.RECEIVED and (term is None or float(term["amount"]) == 0),
    )


def _hindrances(row: DossierRow) -> list[Hindrance]:
    found = []
    if row.state == State.RETURNED:
        found.append(Hindrance.RETURNED_ALREADY)
    elif row.state == State.WITHDRAWN:
        found.append(Hindrance.WITHDRAWN)
    elif row.state == State.REFUSED:
        found.append(Hindrance.REFUSED)
    elif row.state != State.RESOLVED:
        found.append(Hindrance.NOT_RESOLVED)
    elif row.holder == Holder.AGENCY:
        found.append(Hindrance.AT_AGENCY)
    if row.conflict:
        found.append(Hindrance.CONFLICT)
    return found

"""What the business desk asks of the file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from counter_app.domain.reporting import current_month
from counter_app.store import callers, reference
from counter_app.store.callers import FeedbackRow, VisitRow
from counter_app.store.dossiers import DossierRow, NoSuchDossier, by_subject
from counter_app.store.engine import Session
from counter_app.store.officers import active_names
from counter_app.store.worklists import unfinished_by_officer
from ui.pages.callers.shown import AbsentLine


@dataclass(frozen=True, slots=True)
class Found:
    """The lists of the page at one moment."""

    visits: tuple[VisitRow, ...]
    visits_of_month: int
    opinions: tuple[FeedbackRow, ...]
    dossiers: Mapping[UUID, DossierRow]
    agencies: Mapping[str, str]
    officers: Mapping[str, str]
    absent: tuple[AbsentLine, ...]


def look(session: Session, today: date, login: str) -> Found:
    """Return everything the page tells; `login` is who sits here."""
    month = current_month(today)
    waiting = callers.unanswered_feedback(session)
    answered = [
        one
        for one in callers.feedback_between(session, month.first, today)
        if one.answered_at is not None or one.kind == "praise"
    ]
    names = active_names(session)
    return Found(
        tuple(callers.visits_between(session, today, today)),
        len(callers.visits_between(session, month.first, today)),
        (*waiting, *answered),
        _concerned(session, (*waiting, *answered)),
        reference.agency_names(session),
        names,
        tuple(
            AbsentLine(who, names.get(who, who), count)
            for who, count in unfinished_by_officer(session).items()
            if who != login
        ),
    )


def _concerned(session: Session, opinions: Iterable[FeedbackRow]) -> dict[UUID, DossierRow]:
    """Return the dossiers that opinions are about; one may not have arrived here yet."""
    found = {}
    for subject in {one.dossier for one in opinions if one.dossier is not None}:
        with suppress(NoSuchDossier):
            found[subject] = by_subject(session, subject)
    return found


def procedure_name(session: Session, code: str, today: date) -> str:
    """Return the name of the procedure that holds today; "" where there is none."""
    found = reference.current_procedure(session, code, today)
    return "" if found is None else found.procedure.name

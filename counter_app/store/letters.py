"""The register of letters, and the words that earlier ones used."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from counter_app.domain.processing import SupplementLine
from counter_app.journal.callers import GUIDED
from counter_app.journal.dossiers.processing import SUPPLEMENT_REQUESTED
from counter_app.journal.entries import Entry
from counter_app.records import from_record
from counter_app.schema.acts import letter
from counter_app.schema.callers import turned_away
from counter_app.schema.tables import dossier, journal
from counter_app.store.engine import Session
from counter_app.text import folded

_LOOKED_THROUGH = 300


@dataclass(frozen=True, slots=True)
class LetterRow:
    """One letter. `void` where the act behind it was taken back; `name` is whom it was for."""

    subject: UUID
    entry_id: UUID
    form: str
    number: str
    made_at: int
    officer: str
    void: bool
    dossier_number: str
    name: str


def letters(session: Session, first: date, last: date, form: str = "") -> list[LetterRow]:
    """Return the letters made from `first` to `last`, in the order of their numbers."""
    found = (
        select(
            letter.c.subject,
            letter.c.entry_id,
            letter.c.form,
            letter.c.number,
            letter.c.made_at,
            letter.c.officer,
            letter.c.void,
            dossier.c.number,
            dossier.c.owner_name,
            turned_away.c.name,
        )
        .join_from(letter, dossier, letter.c.subject == dossier.c.subject, isouter=True)
        .join(turned_away, letter.c.subject == turned_away.c.subject, isouter=True)
        .where(letter.c.made_on.between(first, last))
        .order_by(letter.c.form, letter.c.series, letter.c.running)
    )
    if form:
        found = found.where(letter.c.form == form)
    return [
        LetterRow(*row[:7], row[7] or "", row[8] or row[9] or "") for row in session.execute(found)
    ]


@dataclass(frozen=True, slots=True)
class Wording:
    """What was asked for before, and how often."""

    line: SupplementLine
    times: int


def earlier_wordings(
    session: Session, procedure_code: str, paper: str = "", limit: int = 8
) -> list[Wording]:
    """Return what supplements of the procedure asked for before, the most frequent first.

    Args:
        paper: only lines about this paper; "" for all.
    """
    asked: Counter[SupplementLine] = Counter()
    wanted = folded(paper)
    for entry in _asked(session, procedure_code):
        for told in entry.record().get("lines", ()):
            line = from_record(SupplementLine, told)
            if line.reason and (not wanted or folded(line.name) == wanted):
                asked[SupplementLine(line.name, line.reason)] += 1
    return [Wording(line, times) for line, times in asked.most_common(limit)]


def earlier_reasons(session: Session, procedure_code: str, limit: int = 8) -> list[str]:
    """Return the general reasons that supplements gave, the most frequent first."""
    told = Counter(
        reason
        for entry in _asked(session, procedure_code)
        if (reason := entry.record().get("reason", ""))
    )
    return [reason for reason, _ in told.most_common(limit)]


def _asked(session: Session, procedure_code: str) -> list[Entry]:
    of_dossiers = (
        select(journal)
        .join_from(dossier, journal, journal.c.subject == dossier.c.subject)
        .where(
            dossier.c.procedure_code == procedure_code,
            dossier.c.supplement_count > 0,
            journal.c.kind == SUPPLEMENT_REQUESTED,
        )
        .order_by(dossier.c.id.desc())
        .limit(_LOOKED_THROUGH)
    )
    of_callers = (
        select(journal)
        .join_from(turned_away, journal, journal.c.subject == turned_away.c.subject)
        .where(turned_away.c.procedure_code == procedure_code, journal.c.kind == GUIDED)
        .order_by(turned_away.c.told_at.desc())
        .limit(_LOOKED_THROUGH)
    )
    rows = [*session.execute(of_dossiers), *session.execute(of_callers)]
    return [Entry._make(row) for row in rows]

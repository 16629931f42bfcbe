"""The local index of earlier applicants: who handed in before, found as one types."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select, text

from counter_app.domain.dossier import Party
from counter_app.journal.dossiers import RECEIVED
from counter_app.journal.entries import Entry
from counter_app.journal.readable import UNREADABLE
from counter_app.records import from_record
from counter_app.schema.tables import dossier, journal
from counter_app.store.engine import Session
from counter_app.text import folded

_LOOKED_THROUGH = 60


@dataclass(frozen=True, slots=True)
class EarlierApplicant:
    """A person or organisation of an earlier dossier, as last recorded."""

    party: Party
    last_number: str
    last_received_at: int


def earlier_applicants(session: Session, typed: str, limit: int = 8) -> list[EarlierApplicant]:
    """Return earlier submitters and owners that match every word typed, the latest first.

    Each is returned once, as last recorded, by identity number, or by name without one.
    """
    words = folded(typed).split()
    if not words:
        return []
    match = " ".join(f'"{word}"*' for word in words)
    rows = session.execute(
        select(journal, dossier.c.number)
        .join_from(dossier, journal, journal.c.subject == dossier.c.subject)
        .where(
            journal.c.kind == RECEIVED,
            text(
                "dossier.id IN (SELECT rowid FROM dossier_words WHERE dossier_words MATCH :words"
                " ORDER BY rowid DESC LIMIT :most)"
            ),
        )
        .order_by(dossier.c.id.desc()),
        {"words": match, "most": _LOOKED_THROUGH},
    )
    found: dict[str, EarlierApplicant] = {}
    for row in rows:
        entry = Entry._make(row[:-1])
        for party in _parties(entry):
            if _matches(party, words):
                found.setdefault(
                    party.identity_number or folded(party.name),
                    EarlierApplicant(party, row[-1], entry.occurred_at),
                )
        if len(found) >= limit:
            break
    return list(found.values())[:limit]


def _parties(entry: Entry) -> list[Party]:
    """Return owner and submitter of an intake; none of one that makes no sense."""
    try:
        record = entry.record()
        told = [record[side] for side in ("owner", "submitter") if record.get(side)]
        return [from_record(Party, party) for party in told]
    except UNREADABLE:
        return []


def _matches(party: Party, words: list[str]) -> bool:
    national = "0" + party.phone[3:] if party.phone.startswith("+84") else party.phone
    held = folded(
        f"{party.name} {party.identity_number} {party.old_identity_number} {national}"
    ).split()
    return all(any(part.startswith(word) for part in held) for word in words)

"""Pointing out, before saving, that the same dossier may already be here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from counter_app.desk import Desk
from counter_app.domain.dossier import Intake
from counter_app.store.dossiers import DossierRow, same_still_open
from counter_app.text import folded


class Match(StrEnum):
    """What two dossiers have in common."""

    IDENTITY_NUMBER = "identity_number"
    OLD_NUMBER = "old_number"
    NAME = "name"
    PROCEDURE = "procedure"


@dataclass(frozen=True, slots=True)
class Duplicate:
    """An open dossier of the same person and procedure, and what matched."""

    dossier: DossierRow
    matched: tuple[Match, ...]


def duplicates(desk: Desk, intake: Intake) -> tuple[Duplicate, ...]:
    """Return open dossiers of the same owner and procedure, also under the old CMND number."""
    holder = intake.holder
    rows = desk.ask(
        same_still_open,
        (holder.identity_number, holder.old_identity_number),
        intake.procedure_code,
    )
    return tuple(Duplicate(row, _matched(row, intake)) for row in rows)


def _matched(row: DossierRow, intake: Intake) -> tuple[Match, ...]:
    holder = intake.holder
    same = row.identity_number == holder.identity_number
    matched = [Match.PROCEDURE, Match.IDENTITY_NUMBER if same else Match.OLD_NUMBER]
    if folded(row.owner_name) == folded(holder.name):
        matched.append(Match.NAME)
    return tuple(matched)

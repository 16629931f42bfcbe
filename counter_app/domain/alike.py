"""Dossiers that differ in their people only: campaigns, schools, companies, notaries."""

from __future__ import annotations

from dataclasses import dataclass, replace

from counter_app.domain.dossier import Intake, Party


@dataclass(frozen=True, slots=True)
class AlikeLine:
    """What differs from dossier to dossier. `row` counts from 1 in the list it comes from."""

    row: int
    submitter: Party
    owner: Party | None = None
    summary: str = ""
    note: str = ""


def intake_like(pattern: Intake, line: AlikeLine) -> Intake:
    """Return the pattern's intake for the people of a line; what they left empty stays."""
    return replace(
        pattern,
        submitter=line.submitter,
        owner=line.owner,
        summary=line.summary or pattern.summary,
        note=line.note or pattern.note,
    )

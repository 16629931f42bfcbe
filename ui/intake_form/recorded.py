"""The fields of an intake that was recorded, and what an officer made of them since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from counter_app.domain.dossier import Intake, Paper, Party
from counter_app.domain.identity import phone_shown
from counter_app.domain.procedure import ChecklistLine
from counter_app.usecases.intake import tidy
from ui.intake_form.form import Form, PaperForm, PartyForm, asked_for, filled_in

_BLANK = Intake("", Party())


def form_of(intake: Intake, procedure_name: str, asked: Sequence[ChecklistLine]) -> Form:
    """Return the fields as they were recorded, nothing marked.

    Args:
        asked: the checklist of the procedure; lines that the record does not have follow its own.
    """
    return Form(
        procedure_code=intake.procedure_code,
        procedure_name=procedure_name,
        channel=intake.channel,
        summary=intake.summary,
        submitter=_party(intake.submitter),
        owner_differs=intake.owner is not None,
        owner=PartyForm() if intake.owner is None else _party(intake.owner),
        authorisation=intake.authorisation,
        papers=_papers(intake.papers, asked),
        return_way=intake.return_way,
        return_address=intake.return_address,
        consents=intake.consents,
        sets=intake.sets,
        note=intake.note,
    )


def put_right(recorded: Form, form: Form, this_year: int) -> dict[str, Any]:
    """Return the fields of the intake that differ, in their one form.

    What nobody touched is left out: it stays letter for letter, also in an older way of writing.

    Raises:
        CounterError: a number is none; see `domain.identity`.
    """
    was, now = recorded.intake(this_year), form.intake(this_year)
    names = [f.name for f in fields(Intake) if getattr(was, f.name) != getattr(now, f.name)]
    touched: dict[str, Any] = {name: getattr(now, name) for name in names}
    tidied = tidy(replace(_BLANK, **touched))
    return {name: getattr(tidied, name) for name in names}


def _party(party: Party) -> PartyForm:
    shown = filled_in(party, phone_shown(party.phone) if party.phone else "")
    return replace(shown, filled=())


def _papers(papers: Sequence[Paper], asked: Sequence[ChecklistLine]) -> tuple[PaperForm, ...]:
    lines = {line.name: line for line in asked}
    recorded = {paper.name for paper in papers}
    missing = (line for name, line in lines.items() if name not in recorded)
    return (
        *(_paper(paper, lines.get(paper.name)) for paper in papers),
        *(asked_for(line) for line in missing),
    )


def _paper(paper: Paper, line: ChecklistLine | None) -> PaperForm:
    counts = (paper.originals, paper.certified_copies, paper.photocopies)
    shown = PaperForm(
        paper.name, *counts, paper.required, paper.present, paper.note, free=line is None
    )
    if paper.present or any(counts):
        return shown
    # What is not there has no copies; ticked, it has those that are asked for.
    if line is None:
        return replace(shown, originals=1)
    asked = asked_for(line)
    return replace(
        shown,
        originals=asked.originals,
        certified_copies=asked.certified_copies,
        photocopies=asked.photocopies,
    )

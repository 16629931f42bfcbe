"""What happens to the checklist: pure steps from rows to rows."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from counter_app.domain.intake_check import MOST_COPIES
from counter_app.domain.procedure import Procedure
from ui.intake_form.form import PaperForm, asked_for, free_paper

Papers = tuple[PaperForm, ...]

COUNTS = ("originals", "certified_copies", "photocopies")


def of_procedure(procedure: Procedure, before: Papers = ()) -> Papers:
    """Return the rows of a checklist; free rows of the one before stay."""
    asked = tuple(asked_for(line) for line in procedure.checklist)
    return asked + tuple(paper for paper in before if paper.free)


def carried_over(procedure: Procedure, before: Papers) -> Papers:
    """Return the rows of another checklist; what was handed in stays handed in."""
    held = {paper.name: paper for paper in before if paper.present or paper.free}
    asked = {line.name: asked_for(line) for line in procedure.checklist}
    rows = [
        replace(held[name], required=row.required, free=False) if name in held else row
        for name, row in asked.items()
    ]
    others = (paper for paper in held.values() if paper.name not in asked)
    return (*rows, *(replace(paper, required=False, free=True) for paper in others))


def ticked(papers: Papers, row: int) -> Papers:
    """Return the rows with one of them there, or not there any more."""
    return _changed(papers, row, present=not papers[row].present)


def all_there(papers: Papers) -> Papers:
    """Return the rows with every paper there."""
    return tuple(replace(paper, present=True) for paper in papers)


def counted(papers: Papers, row: int, count: str, copies: int) -> Papers:
    """Return the rows with so many copies of one kind; whoever counts a paper has it."""
    copies = min(max(copies, 0), MOST_COPIES)
    return _changed(papers, row, present=True, **{count: copies})


def written(papers: Papers, row: int, **texts: str) -> Papers:
    """Return the rows with another name (of a free row) or note."""
    if not papers[row].free:
        texts.pop("name", None)
    return _changed(papers, row, **texts)


def added(papers: Papers) -> Papers:
    """Return the rows with an empty free one at the end."""
    return (*papers, free_paper())


def removed(papers: Papers, row: int) -> Papers:
    """Return the rows without a free one; what the procedure asks for stays."""
    return papers if not papers[row].free else papers[:row] + papers[row + 1 :]


def _changed(papers: Papers, row: int, **changes: Any) -> Papers:
    return (*papers[:row], replace(papers[row], **changes), *papers[row + 1 :])

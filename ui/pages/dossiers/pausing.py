"""Asking for papers and stopping, and going on after: what is typed, and the act."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from counter_app.clock import local
from counter_app.desk import Desk, Officer
from counter_app.domain.dossier import Paper
from counter_app.domain.processing import (
    Stop,
    StopReason,
    Supplement,
    SupplementLine,
)
from counter_app.store.dossiers import DossierRow
from counter_app.text import composed
from counter_app.usecases import (
    stops,
    supplements,
)
from counter_app.usecases.printing import Form
from ui.sheets import Dated, Done, choose, no_day
from ui.typed_moments import coming_day


@dataclass(frozen=True, slots=True)
class AskedPaper:
    """A line of the checklist: whether it is asked for, and what is wrong with it."""

    paper: Paper
    asked: bool = False
    reason: str = ""

    def line(self) -> SupplementLine:
        """Return what the form says of it."""
        paper = self.paper
        return SupplementLine(
            paper.name,
            composed(self.reason),
            paper.originals,
            paper.certified_copies,
            paper.photocopies,
        )


@dataclass(frozen=True)
class Ask(Dated):
    """Papers that are asked for, with a form."""

    papers: tuple[AskedPaper, ...] = ()
    other: str = ""
    other_reason: str = ""
    reason: str = ""
    answer_by: str = ""

    def with_paper(self, place: int, **changes: Any) -> Ask:
        """Return the same with one line ticked, unticked or worded; wording it ticks it."""
        papers = list(self.papers)
        if changes.get("reason"):
            changes["asked"] = True
        papers[place] = replace(papers[place], **changes)
        return replace(self, papers=tuple(papers))

    def with_failed(self) -> Ask:
        """Return the same with every line of the checklist that is not there."""
        papers = tuple(
            replace(one, asked=one.asked or not one.paper.present) for one in self.papers
        )
        return replace(self, papers=papers)

    def faults(self, now: datetime) -> dict[str, str]:
        """Return what is no day."""
        found = super().faults(now)
        if self.answer_by.strip() and coming_day(self.answer_by, now.date()) is None:
            found["answer_by"] = no_day()
        return found

    def supplement(self, today: date) -> Supplement:
        """Return what the citizen is asked for."""
        lines = [one.line() for one in self.papers if one.asked]
        if composed(self.other):
            lines.append(SupplementLine(composed(self.other), composed(self.other_reason)))
        return Supplement(tuple(lines), composed(self.reason), coming_day(self.answer_by, today))

    def do(self, desk: Desk, row: DossierRow, second: Officer | None) -> Done:
        """Ask, and print Mẫu số 02."""
        today = local(desk.clock.now_ms()).date()
        asked = self.supplement(today)
        done = supplements.request(desk, row.subject, asked, self.when(desk), row.last_act)
        return Done(Form.SUPPLEMENT, done.letter)


@dataclass(frozen=True)
class PapersIn(Dated):
    """The papers have come."""

    note: str = ""
    back_to_counter: bool = False
    asked: tuple[SupplementLine, ...] = ()

    def do(self, desk: Desk, row: DossierRow, second: Officer | None) -> Done:
        """Take them in: the term runs on."""
        papers = tuple(
            Paper(
                line.name,
                line.originals,
                line.certified_copies,
                line.photocopies,
                present=True,
            )
            for line in self.asked
        )
        on = supplements.receive(
            desk,
            row.subject,
            papers,
            composed(self.note),
            self.back_to_counter,
            self.when(desk),
            row.last_act,
        )
        return Done(due_at=on.due_after)


@dataclass(frozen=True)
class StopIt(Dated):
    """Processing stops, with a notice."""

    reason_code: str | None = None
    reason: str = ""
    agency: str = ""
    stage: str = ""
    money: str = ""

    def faults(self, now: datetime) -> dict[str, str]:
        """Return what must be chosen."""
        found = super().faults(now)
        if self.reason_code is None:
            found["reason_code"] = choose()
        return found

    def do(self, desk: Desk, row: DossierRow, second: Officer | None) -> Done:
        """Stop, and print the notice."""
        why = Stop(
            self.reason_code or StopReason.OTHER,
            self.reason,
            composed(self.agency),
            composed(self.stage),
            composed(self.money),
        )
        done = stops.stop(desk, row.subject, why, self.when(desk), row.last_act)
        return Done(Form.STOP, done.letter)


@dataclass(frozen=True)
class Resume(Dated):
    """A stopped dossier goes on."""

    note: str = ""
    back_to_counter: bool = False

    def do(self, desk: Desk, row: DossierRow, second: Officer | None) -> Done:
        """Let it go on: the term runs again."""
        on = stops.resume(
            desk,
            row.subject,
            composed(self.note),
            self.back_to_counter,
            self.when(desk),
            row.last_act,
        )
        return Done(due_at=on.due_after)

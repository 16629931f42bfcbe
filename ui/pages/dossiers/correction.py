"""A wrong intake, put right field by field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final, Self

from counter_app.desk import Desk, Officer
from counter_app.domain.dossier import Intake, Party, ReturnWay
from counter_app.domain.identity import phone_shown
from counter_app.domain.intake_check import MOST_SETS, Fault, Field, FieldProblem, problems
from counter_app.domain.procedure import Procedure
from counter_app.store.dossiers import DossierRow
from counter_app.usecases import corrections
from counter_app.usecases.intake import tidy
from counter_app.usecases.printing import Form
from ui.fault_words import fault_words
from ui.sheets import Done, Sheet

_ANY = Procedure("", "", "", "")
NO_INTAKE: Final = Intake("", Party())
_PARTY = ("name", "identity_number", "address", "phone", "email")
PAPERS_ARE_KEPT = frozenset({Field.PAPERS})
"""The checklist stays as it was handed in; papers that come later are a supplement."""


@dataclass(frozen=True)
class Correct(Sheet):
    """The intake as it should have been. Party fields are named like "submitter.name"."""

    intake: Intake = NO_INTAKE
    reason: str = ""
    sets: str = "1"
    was: Intake = NO_INTAKE

    @classmethod
    def of(cls, intake: Intake) -> Correct:
        """Return the fields of an intake as it was received."""
        shown = replace(
            intake,
            submitter=_shown(intake.submitter),
            owner=None if intake.owner is None else _shown(intake.owner),
        )
        return cls(shown, "", str(intake.sets), intake)

    @property
    def values(self) -> Mapping[str, object]:
        """What stands in the editors."""
        intake = self.intake
        parties = {"submitter": intake.submitter, "owner": intake.owner}
        return {
            **{
                f"{side}.{name}": getattr(party, name)
                for side, party in parties.items()
                if party is not None
                for name in _PARTY
            },
            "procedure": intake.procedure_code,
            "sets": self.sets,
            "return_way": intake.return_way,
            "return_address": intake.return_address,
            "summary": intake.summary,
            "note": intake.note,
            "reason": self.reason,
        }

    def typed(self, name: str, value: object) -> Self:
        """Return the same with what was typed."""
        changes: dict[str, Any] = {name: value}
        if name in ("reason", "sets"):
            return replace(self, **changes)
        side, dot, field = name.partition(".")
        if dot:
            changes = {side: replace(getattr(self.intake, side), **{field: value})}
        else:
            changes = {"procedure_code" if name == "procedure" else name: value}
        return replace(self, intake=replace(self.intake, **changes))

    def faults(self, now: datetime) -> dict[str, str]:
        """Return what keeps the intake from being received, by field."""
        found: dict[str, str] = {}
        for problem in problems(self._intake(), _ANY):
            if problem.field not in PAPERS_ARE_KEPT:
                found.setdefault(problem.field, fault_words(problem))
        if not self.sets.strip().isdecimal():
            problem = FieldProblem(Field.SETS, Fault.OUT_OF_RANGE, f"1-{MOST_SETS}")
            found["sets"] = fault_words(problem)
        return found

    def do(self, desk: Desk, row: DossierRow, second: Officer | None) -> Done:
        """Put it right; the receipt is issued anew under the same number."""
        typed, was, tidied = self.intake, self.was, tidy(self._intake())
        # Who was not touched stays letter for letter, also in an older way of writing a number.
        intake = replace(
            tidied,
            submitter=_kept(typed.submitter, was.submitter) or tidied.submitter,
            owner=_kept(typed.owner, was.owner) or tidied.owner,
        )
        corrections.correct(desk, row.subject, intake, self.reason, second, row.last_act)
        return Done(Form.RECEIPT)

    def _intake(self) -> Intake:
        sets = int(self.sets) if self.sets.strip().isdecimal() else 1
        way = ReturnWay(self.intake.return_way)
        return replace(self.intake, sets=sets, return_way=way)


def _kept(typed: Party | None, was: Party | None) -> Party | None:
    return was if was is not None and typed == _shown(was) else None


def _shown(party: Party) -> Party:
    return replace(party, phone=phone_shown(party.phone) if party.phone else "")

"""Promises, results, and what else is decided about a dossier: what is typed, and the act."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from counter_app.clock import local
from counter_app.desk import Desk, Officer
from counter_app.domain.dossier import Party
from counter_app.domain.processing import (
    Result,
    ResultKind,
    Withdrawal,
)
from counter_app.store.dossiers import DossierRow
from counter_app.text import composed
from counter_app.usecases import (
    conflicts,
    corrections,
    online,
    promises,
    results,
    withdrawals,
)
from counter_app.usecases.printing import Form
from ui.apology import Sorry
from ui.sheets import Dated, Done, Promise, Sheet, choose, no_day
from ui.typed_moments import past_day

NOBODY: Final = Party()


@dataclass(frozen=True)
class Extend(Sorry):
    """A later promise for one dossier."""

    def do(self, desk: Desk, row: DossierRow, second: Officer | None) -> Done:
        """Promise anew, and print the letter."""
        done = promises.apologise(desk, row.subject, self.apology(desk), row.last_act)
        return Done(Form.APOLOGY, done.letter)


@dataclass(frozen=True)
class ChangeDue(Promise):
    """The due date itself is set anew; two persons answer for it."""

    def do(self, desk: Desk, row: DossierRow, second: Officer | None) -> Done:
        """Change it."""
        at = self.at(desk)
        promises.change_due(desk, row.subject, at, self.reason, second, row.last_act)
        return Done()


@dataclass(frozen=True)
class Withdraw(Dated):
    """The citizen takes the dossier back."""

    name: str = ""
    reason: str = ""
    papers: str = ""
    by: Party = NOBODY

    def do(self, desk: Desk, row: DossierRow, second: Officer | None) -> Done:
        """Record the withdrawal."""
        name = composed(self.name)
        by = self.by if name == self.by.name else Party(name=name)
        given = tuple(composed(part) for part in self.papers.split(";") if composed(part))
        told = Withdrawal(by, self.reason, given)
        withdrawals.withdraw(desk, row.subject, told, self.when(desk), row.last_act)
        return Done()


@dataclass(frozen=True)
class ResultThere(Dated):
    """There is a result; its paper may still be at the agency."""

    kind: ResultKind = ResultKind.GRANTED
    number: str = ""
    summary: str = ""
    signed_on: str = ""
    signer: str = ""
    late_reason: str | None = None

    def faults(self, now: datetime) -> dict[str, str]:
        """Return what is no day."""
        found = super().faults(now)
        if self.signed_on.strip() and past_day(self.signed_on, now.date()) is None:
            found["signed_on"] = no_day()
        return found

    def do(self, desk: Desk, row: DossierRow, second: Officer | None) -> Done:
        """Note the result: the term stops."""
        today = local(desk.clock.now_ms()).date()
        result = Result(
            self.kind,
            composed(self.number),
            composed(self.summary),
            past_day(self.signed_on, today),
            composed(self.signer),
        )
        when, late = self.when(desk), self.late_reason
        results.resolve(desk, row.subject, result, late, when, row.last_act)
        return Done()


@dataclass(frozen=True)
class Shelve(Sheet):
    """Where the result lies."""

    place: str = ""

    def do(self, desk: Desk, row: DossierRow, second: Officer | None) -> Done:
        """Note the place."""
        results.shelve(desk, row.subject, self.place, row.last_act)
        return Done()


@dataclass(frozen=True)
class Reassign(Sheet):
    """Another officer cares for it."""

    login: str | None = None
    reason: str = ""

    def faults(self, now: datetime) -> dict[str, str]:
        """Return what must be chosen."""
        return {} if self.login else {"login": choose()}

    def do(self, desk: Desk, row: DossierRow, second: Officer | None) -> Done:
        """Give it away."""
        corrections.reassign(desk, row.subject, self.login or "", self.reason, row.last_act)
        return Done()


@dataclass(frozen=True)
class TakeBack(Sheet):
    """The last act is taken back."""

    reason: str = ""

    def do(self, desk: Desk, row: DossierRow, second: Officer | None) -> Done:
        """Take it back; the history keeps it."""
        conflicts.take_back(desk, row.subject, self.reason, second, row.last_act)
        return Done()


@dataclass(frozen=True)
class Settle(Sheet):
    """Which of two acts made apart holds."""

    entry_id: UUID | None = None
    decision: conflicts.Decision = conflicts.Decision.STANDS
    note: str = ""

    def faults(self, now: datetime) -> dict[str, str]:
        """Return what must be chosen."""
        return {} if self.entry_id else {"entry_id": choose()}

    def do(self, desk: Desk, row: DossierRow, second: Officer | None) -> Done:
        """Decide."""
        entry_id = self.entry_id or row.last_act
        conflicts.settle(desk, row.subject, entry_id, self.decision, self.note, second)
        return Done()


@dataclass(frozen=True)
class TakeOnline(Sheet):
    """A dossier of the portal is taken in."""

    def do(self, desk: Desk, row: DossierRow, second: Officer | None) -> Done:
        """Take it in: its term begins now."""
        online.take_in(desk, row.subject, row.last_act)
        return Done(Form.RECEIPT)


@dataclass(frozen=True)
class RefuseOnline(Sheet):
    """A dossier of the portal is refused."""

    reason: str = ""

    def do(self, desk: Desk, row: DossierRow, second: Officer | None) -> Done:
        """Refuse it, and print Mẫu số 03."""
        letter = online.refuse(desk, row.subject, self.reason, row.last_act)
        return Done(Form.REFUSAL, letter)

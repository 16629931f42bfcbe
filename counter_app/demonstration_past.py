"""Two weeks of a counter's work, so that no page of the demonstration is empty.

People are fictitious. Moments lie in the past, and are told by a clock that is set to them.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from counter_app.clock import VIETNAM, SetClock, SystemClock, local_day
from counter_app.desk import Desk, Officer
from counter_app.devices.printers import JobState, JobStatus
from counter_app.domain.dossier import Intake, Paper, Party, PartyKind, Sex
from counter_app.domain.procedure import Procedure, TermUnit
from counter_app.domain.processing import Collection
from counter_app.store.dossiers import by_subject
from counter_app.store.engine import Store
from counter_app.sync.standing import seat
from counter_app.usecases.hand_overs import accept, hand_over
from counter_app.usecases.intake import receive
from counter_app.usecases.printing import Form, PaperSize, queue, reported, sent
from counter_app.usecases.results import Arrival, receive_results
from counter_app.usecases.returns import hand_out

DAYS = 14
_LONG, _SHORT = 3, 2
"""Dossiers a day that are still open today, and that are done by then."""
_SHORT_DAYS = 3
_FETCHED = 0.7
"""The share of results that somebody has fetched."""
_PRINTER = "PDF"
_SHELVES = ("A1", "A2", "B1")


@dataclass
class _Open:
    """A dossier on its way."""

    subject: UUID
    agency_code: str
    due_on: date
    owner: Party
    owes: bool


def live(
    store: Store, seed: int, procedures: Sequence[Procedure], people: Mapping[str, Any]
) -> date | None:
    """Let dossiers come in, go to their agencies and return; tell the last day of work."""
    today = local_day(SystemClock().now_ms())
    days = [today - timedelta(days=back) for back in range(DAYS, 0, -1)]
    worked = [day for day in days if day.weekday() < 5]
    past = _Past(store, procedures, people, random.Random(seed))
    at_counter: list[_Open] = []
    away: list[_Open] = []
    for day in worked:
        past.clock.set(datetime.combine(day, time(7, 40), VIETNAM))
        past.hand_over(at_counter)
        away, done = _split(away + at_counter, day)
        past.bring_back(done)
        at_counter = past.take_in(day, (today - day).days)
    return worked[-1] if worked else None


class _Past:
    """The desk of those days, and what chance brings to it."""

    def __init__(
        self,
        store: Store,
        procedures: Sequence[Procedure],
        people: Mapping[str, Any],
        chance: random.Random,
    ) -> None:
        self.clock = SetClock(0)
        with store.reading() as session:
            place = seat(session)
        self._desk = Desk(store, self.clock, place, first_officer(people))
        self._procedures, self._people, self._chance = procedures, people, chance

    def take_in(self, day: date, back: int) -> list[_Open]:
        """Receive and print the dossiers of the day that lies `back` days ago."""
        chance = self._chance
        hours = sorted(chance.sample(range(8, 17), _LONG + _SHORT))
        taken = []
        for procedure, hour in zip(self._wanted(back), hours, strict=True):
            self.clock.set(datetime.combine(day, time(hour, chance.randint(0, 59)), VIETNAM))
            taken.append(self._receive(an_intake(procedure, self._people, chance)))
        return taken

    def hand_over(self, dossiers: Sequence[_Open]) -> None:
        """Give dossiers to their agencies, a signed list for each."""
        for agency_code, some in _by_agency(dossiers).items():
            batch = hand_over(self._desk, [one.subject for one in some], agency_code)
            accept(self._desk, batch.id, "Văn thư")

    def bring_back(self, done: Sequence[_Open]) -> None:
        """Take the results in; who owes nothing has mostly been to fetch theirs."""
        for agency_code, some in _by_agency(done).items():
            arrivals = [Arrival(one.subject) for one in some]
            receive_results(self._desk, arrivals, agency_code, self._chance.choice(_SHELVES))
            for one in some:
                fetched = self._chance.random() < _FETCHED
                if fetched and not one.owes and one.owner.kind is PartyKind.PERSON:
                    collection = Collection(one.owner, signed_on_paper=True)
                    hand_out(self._desk, one.subject, collection)

    def _wanted(self, back: int) -> list[Procedure]:
        """Draw procedures: some whose term still runs today, some that are done by then."""
        known = [procedure for procedure in self._procedures if _days(procedure) > 0]
        long = [procedure for procedure in known if _days(procedure) >= back - 1] or known
        short = [procedure for procedure in known if _days(procedure) <= _SHORT_DAYS] or known
        return [
            *(self._chance.choice(long) for _ in range(_LONG)),
            *(self._chance.choice(short) for _ in range(_SHORT)),
        ]

    def _receive(self, intake: Intake) -> _Open:
        receipt = receive(self._desk, intake)
        job = queue(self._desk, receipt.subject, Form.RECEIPT, PaperSize.A5, _PRINTER)
        sent(self._desk, job, str(job.id))
        reported(self._desk, job, JobStatus(JobState.CONFIRMED))
        row = self._desk.ask(by_subject, receipt.subject)
        due_on = local_day(row.received_at if row.due_at is None else row.due_at)
        owner = intake.owner or intake.submitter
        return _Open(row.subject, row.agency_code, due_on, owner, bool(receipt.fees))


def first_officer(people: Mapping[str, Any]) -> Officer:
    """Return the officer whose password the demonstration tells."""
    record = people["officers"][0]
    return Officer(record["login"], record["name"], frozenset(record["roles"]))


def _by_agency(dossiers: Sequence[_Open]) -> dict[str, list[_Open]]:
    found: dict[str, list[_Open]] = defaultdict(list)
    for one in dossiers:
        found[one.agency_code].append(one)
    return dict(sorted(found.items()))


def _split(away: Sequence[_Open], day: date) -> tuple[list[_Open], list[_Open]]:
    """Return what stays away, and what is due by tomorrow and therefore done."""
    tomorrow = day + timedelta(days=1)
    return (
        [one for one in away if one.due_on > tomorrow],
        [one for one in away if one.due_on <= tomorrow],
    )


def an_intake(procedure: Procedure, people: Mapping[str, Any], chance: random.Random) -> Intake:
    """Return a complete intake of the procedure by one of the fictitious applicants."""
    if chance.random() < 0.2 and people.get("organisations"):
        submitter = _person(chance.choice(people["persons"]))
        owner: Party | None = _organisation(chance.choice(people["organisations"]))
    else:
        submitter, owner = _person(chance.choice(people["persons"])), None
    papers = tuple(
        Paper(
            line.name,
            max(line.originals, int(line.certified_copies + line.photocopies == 0)),
            line.certified_copies,
            line.photocopies,
            line.required,
            present=True,
        )
        for line in procedure.checklist
    ) or (Paper("Đơn đề nghị", 1, present=True),)
    intake = Intake(procedure.code, submitter, owner, papers=papers)
    return replace(intake, authorisation="Giấy giới thiệu" if owner else "")


def _person(record: Mapping[str, Any]) -> Party:
    return Party(
        PartyKind.PERSON,
        record["name"],
        record["identity_number"],
        born_on=date.fromisoformat(record["born_on"]),
        sex=Sex(record["sex"]),
        address=record["address"],
        phone=record.get("phone", ""),
    )


def _organisation(record: Mapping[str, Any]) -> Party:
    return Party(
        PartyKind.ORGANISATION,
        record["name"],
        record["tax_code"],
        address=record["address"],
        phone=record.get("phone", ""),
    )


def _days(procedure: Procedure) -> int:
    """Return about how many calendar days the term takes."""
    rule = procedure.rules[0]
    if rule.term is None:
        return 0
    each = {TermUnit.WORKING_DAY: 1.4, TermUnit.DAY: 1, TermUnit.HOUR: 0.05, TermUnit.MONTH: 30}
    return int(float(rule.term.amount) * each[rule.term.unit])

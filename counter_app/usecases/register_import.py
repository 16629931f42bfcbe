"""Taking over an earlier register: the same line is the same act, wherever and how often."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from itertools import islice
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select

from counter_app.clock import VIETNAM, to_ms
from counter_app.desk import Desk
from counter_app.domain.numbers import NotANumber, parse
from counter_app.domain.register import ImportedDossier
from counter_app.domain.roles import Duty, check
from counter_app.journal.append import NewEntry, append_many
from counter_app.journal.dossiers.intake import IMPORTED
from counter_app.journal.entries import payload_hash
from counter_app.progress import Progress
from counter_app.schema.tables import dossier, journal
from counter_app.store.engine import Session

_STEP: Final = 2000
"""Lines of one transaction: what was taken before a stop stays."""


class Refusal(StrEnum):
    """Why a line that could be read was not taken."""

    NUMBER_TWICE = "number_twice"
    NUMBER_KNOWN = "number_known"
    """A dossier of this counter or another has that number."""
    CHANGED = "changed"
    """It was taken before, and said something else."""


@dataclass(frozen=True, slots=True)
class RefusedLine:
    """A line that was not taken."""

    row: int
    number: str
    refusal: Refusal


@dataclass(frozen=True, slots=True)
class RegisterOutcome:
    """What an import did; `known` lines had been taken before, word for word."""

    taken: int
    known: int
    refused: tuple[RefusedLine, ...]


def take_register(
    desk: Desk, lines: Iterable[ImportedDossier], total: int, progress: Progress
) -> RegisterOutcome:
    """Take over the lines of an earlier register; repeating it changes nothing.

    Args:
        total: how many lines there are, for the progress.

    Raises:
        NobodySignedIn, OfficerDisabled, NotAllowedFor, Cancelled.
    """
    seen: set[str] = set()
    refused: list[RefusedLine] = []
    taken = known = done = 0
    waiting = iter(lines)
    while some := list(islice(waiting, _STEP)):
        with desk.store.writing() as session:
            officer = desk.acting_in(session)
            check(officer.login, officer.roles, Duty.SUPERVISE)
            fresh, again, left = _sorted_out(session, some, seen)
            append_many(session, desk.author(), fresh)
        taken += len(fresh)
        known += again
        refused += left
        done += len(some)
        progress.step(done, max(total, done))
    return RegisterOutcome(taken, known, tuple(refused))


def foreseen(
    desk: Desk, lines: Iterable[ImportedDossier], total: int, progress: Progress
) -> RegisterOutcome:
    """Return what `take_register` would do now; nothing is written. Raises Cancelled."""
    seen: set[str] = set()
    refused: list[RefusedLine] = []
    taken = known = done = 0
    waiting = iter(lines)
    while some := list(islice(waiting, _STEP)):
        with desk.store.reading() as session:
            fresh, again, left = _sorted_out(session, some, seen)
        taken += len(fresh)
        known += again
        refused += left
        done += len(some)
        progress.step(done, max(total, done))
    return RegisterOutcome(taken, known, tuple(refused))


def _sorted_out(
    session: Session, lines: Sequence[ImportedDossier], seen: set[str]
) -> tuple[list[NewEntry], int, list[RefusedLine]]:
    """Return the entries to be written, how many lines are known, and which are refused."""
    standing = _standing(session, [line.number for line in lines])
    fresh: list[NewEntry] = []
    refused: list[RefusedLine] = []
    known = 0
    for line in lines:
        entry = _entry(line)
        if line.number in seen:
            refused.append(RefusedLine(line.row, line.number, Refusal.NUMBER_TWICE))
        elif line.number not in standing:
            fresh.append(entry)
        elif standing[line.number] == (entry.entry_id, payload_hash(entry.payload())):
            known += 1
        else:
            same = standing[line.number][0] == entry.entry_id
            refusal = Refusal.CHANGED if same else Refusal.NUMBER_KNOWN
            refused.append(RefusedLine(line.row, line.number, refusal))
        seen.add(line.number)
    return fresh, known, refused


def _standing(session: Session, numbers: Sequence[str]) -> dict[str, tuple[UUID, bytes]]:
    """Return the entry each known dossier of these numbers began with, and its hash."""
    rows = session.execute(
        select(dossier.c.number, journal.c.entry_id, journal.c.payload_hash)
        .join(
            journal,
            (journal.c.stream_id == dossier.c.stream_id) & (journal.c.seq == dossier.c.seq),
        )
        .where(dossier.c.number.in_(numbers))
    )
    return {number: (entry_id, digest) for number, entry_id, digest in rows}


def _entry(line: ImportedDossier) -> NewEntry:
    day_ms = _day_of(line.number)
    return NewEntry(
        IMPORTED,
        _derived(day_ms, f"dossier {line.number}"),
        _record(line),
        to_ms(line.received_at),
        entry_id=_derived(day_ms, f"import {line.number}"),
    )


def _record(line: ImportedDossier) -> dict[str, Any]:
    owner = {
        "name": line.owner_name,
        "identity_number": line.identity_number,
        "address": line.address,
        "phone": line.phone,
    }
    owner = {name: value for name, value in owner.items() if value}
    return {
        "number": line.number,
        "agency_code": line.agency_code,
        "agency_name": line.agency_name or line.agency_code,
        "procedure_code": line.procedure_code,
        "procedure_name": line.procedure_name,
        "sector": "",
        "channel": line.channel.value,
        "service_level": line.service_level,
        "submitter": {"name": line.submitter_name} if line.submitter_name else owner,
        **({"owner": owner} if line.submitter_name else {}),
        "sets": line.sets,
        "summary": line.summary,
        "note": line.note,
        "place": line.place,
        "return_way": line.return_way.value,
        "due_at": _ms(line.due_at),
        "state": int(line.state),
        "resolved_at": _ms(line.result_at),
        "returned_at": _ms(line.returned_at),
        "giver": line.giver,
        "receiver": line.receiver,
        "rating": line.rating,
        "book": line.book,
        "book_number": line.book_number,
        "officer_name": line.officer_name,
        "seat_number": 0,
        "lookup_code": "",
        "papers": [],
        "term": None,
        "fees": [],
        "free": None,
    }


def _ms(moment: datetime | None) -> int | None:
    return None if moment is None else to_ms(moment)


def _day_of(number: str) -> int:
    """Return the day in a dossier's number, in ms UTC; 0 for numbers of another form."""
    try:
        day = parse(number).on
    except NotANumber:
        return 0
    return to_ms(datetime.combine(day, time(), VIETNAM))


def _derived(day_ms: int, told: str) -> UUID:
    """Return the UUID that `told` has everywhere, in the order of days like all others (RFC 9562).

    It has the form of version 7, so that dossiers stay in the order of time by their ids.
    """
    digest = hashlib.sha256(told.encode()).digest()
    value = (day_ms & (1 << 48) - 1) << 80 | int.from_bytes(digest[:10])
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return UUID(int=value)

"""What letters and lists say, from the journal: the same when they are printed again later."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from counter_app.clock import local
from counter_app.domain.dossier import Party, ReturnWay
from counter_app.domain.papers import (
    ApologyLetter,
    HandOverList,
    ListLine,
    RefusalSlip,
    ReturnSlip,
    StopNotice,
    SupplementSlip,
)
from counter_app.domain.processing import (
    Apology,
    Collection,
    Direction,
    Relation,
    Result,
    ResultKind,
    Stop,
    Supplement,
)
from counter_app.domain.receipt import Letterhead
from counter_app.errors import CounterError
from counter_app.journal import callers
from counter_app.journal.dossiers import Life, life_of, online, processing, promises, results
from counter_app.journal.entries import Entry
from counter_app.journal.families import FAMILIES, spoken
from counter_app.records import from_record
from counter_app.schema.acts import hand_over
from counter_app.schema.tables import journal, officer
from counter_app.store import reference
from counter_app.store.dossiers import history
from counter_app.store.engine import Session


@dataclass(eq=False)
class NoSuchPaper(CounterError):
    """there is no such paper of this dossier"""


def supplement_slip(
    session: Session, subject: UUID, entry_id: UUID | None = None
) -> SupplementSlip:
    """Return Mẫu số 02 of a dossier, or of papers that were not taken in; the latest by default.

    Raises:
        NoSuchPaper.
    """
    kinds = (processing.SUPPLEMENT_REQUESTED, callers.GUIDED)
    entry, life, intake, void = _told(session, subject, kinds, entry_id)
    record = entry.record()
    asked = from_record(Supplement, record)
    return SupplementSlip(
        _letterhead(session, entry),
        record["letter"]["number"],
        local(entry.recorded_at),
        "" if life is None else life.row["number"],
        intake["seat_number"],
        from_record(Party, intake["submitter"]),
        _subject_text(intake),
        asked.lines,
        asked.reason,
        asked.answer_by,
        record["officer_name"],
        act=entry.entry_id,
        void=void,
    )


def refusal_slip(session: Session, subject: UUID, entry_id: UUID | None = None) -> RefusalSlip:
    """Return Mẫu số 03. Raises NoSuchPaper."""
    kinds = (callers.REFUSED, online.REFUSED)
    entry, life, intake, void = _told(session, subject, kinds, entry_id)
    record = entry.record()
    return RefusalSlip(
        _letterhead(session, entry),
        record["letter"]["number"],
        local(entry.recorded_at),
        "" if life is None else life.row["number"],
        intake["seat_number"],
        _centre_name(session, entry),
        intake["agency_name"],
        from_record(Party, intake["submitter"]),
        _subject_text(intake),
        record["reason"],
        record["officer_name"],
        act=entry.entry_id,
        void=void,
    )


def apology_letter(session: Session, subject: UUID, entry_id: UUID | None = None) -> ApologyLetter:
    """Return Mẫu số 04; the latest by default. Raises NoSuchPaper."""
    entry, life, intake, void = _told(session, subject, (promises.EXTENDED,), entry_id)
    if life is None:
        raise NoSuchPaper
    record = entry.record()
    told = from_record(Apology, record)
    return ApologyLetter(
        _letterhead(session, entry),
        record["letter"]["number"],
        local(entry.recorded_at),
        life.row["number"],
        _centre_name(session, entry),
        intake["agency_name"],
        intake["sector"],
        intake["procedure_name"],
        _owner(intake),
        local(life.row["received_at"]),
        local(record["promised_before"]),
        told.reason_code,
        told.reason,
        local(record["promised_after"]),
        told.signer,
        told.signer_title,
        reason_words=told.reason_words,
        act=entry.entry_id,
        void=void,
    )


def stop_notice(session: Session, subject: UUID, entry_id: UUID | None = None) -> StopNotice:
    """Return Mẫu số 05 of the set of 2025; the latest by default. Raises NoSuchPaper."""
    entry, life, intake, void = _told(session, subject, (processing.STOPPED,), entry_id)
    if life is None:
        raise NoSuchPaper
    record = entry.record()
    told = from_record(Stop, record)
    due_at = life.row["due_at"]
    return StopNotice(
        _letterhead(session, entry),
        record["letter"]["number"],
        local(entry.recorded_at),
        life.row["number"],
        intake["agency_name"],
        _owner(intake),
        _subject_text(intake),
        local(life.row["received_at"]),
        None if due_at is None else local(due_at),
        told.stage,
        told.reason_code,
        told.reason,
        told.agency,
        told.money,
        record["officer_name"],
        reason_words=told.reason_words,
        act=entry.entry_id,
        void=void,
    )


def return_slip(session: Session, subject: UUID, entry_id: UUID | None = None) -> ReturnSlip:
    """Return the receipt for a result; the latest by default. Raises NoSuchPaper."""
    entry, life, intake, void = _told(session, subject, (results.RETURNED,), entry_id)
    if life is None:
        raise NoSuchPaper
    record = entry.record()
    told = from_record(Collection, record)
    result = _result(_until(history(session, subject), entry))
    return ReturnSlip(
        _letterhead(session, entry),
        life.row["number"],
        intake["procedure_name"],
        _owner(intake),
        told.collector,
        Relation(told.relation),
        told.authorisation,
        ResultKind(result.kind),
        result.number,
        result.summary,
        result.signed_on,
        told.originals,
        ReturnWay(told.way),
        told.address or intake.get("return_address", ""),
        told.waybill,
        local(entry.occurred_at),
        record["officer_name"],
        life.row["seat_number"],
        act=entry.entry_id,
        void=void,
    )


def hand_over_list(session: Session, batch: UUID) -> HandOverList:
    """Return a list with the dossiers that stand on it; what was taken back is left out.

    Raises:
        NoSuchPaper.
    """
    rows = session.execute(
        select(hand_over)
        .where(hand_over.c.batch == batch, hand_over.c.undone_at.is_(None))
        .order_by(hand_over.c.position)
    ).all()
    if not rows:
        raise NoSuchPaper
    first = rows[0]
    codes = {row.agency_code for row in rows}
    day = local(first.handed_at).date()
    return HandOverList(
        reference.settings(session, day).letterhead(),
        batch,
        first.number,
        local(first.handed_at),
        first.seat_number,
        reference.agency_history(session).on(first.agency_code, day)[1] if len(codes) == 1 else "",
        _officer_name(session, first.officer),
        first.receiver,
        tuple(_line(session, row) for row in rows),
    )


def _line(session: Session, row: Any) -> ListLine:
    entries = history(session, row.subject)
    life = life_of(entries)
    if life is None:
        raise NoSuchPaper
    intake = life.record
    entry = next(one for one in entries if one.entry_id == row.entry_id)
    record = entry.record()
    out = row.direction == Direction.OUT
    due_at = life.row["due_at"]
    result = _result(entries)
    return ListLine(
        row.position,
        row.subject,
        life.row["number"],
        _owner(intake),
        intake["procedure_name"],
        local(life.row["received_at"]),
        None if due_at is None else local(due_at),
        result="" if out else result.number or result.summary,
        has_fee=bool(intake.get("fees")),
        return_way=ReturnWay(intake.get("return_way", ReturnWay.COUNTER)),
        address=record.get("address") or intake.get("return_address", ""),
        waybill=record.get("waybill", ""),
        note=record.get("note", ""),
    )


def _told(
    session: Session, subject: UUID, kinds: Iterable[str], entry_id: UUID | None
) -> tuple[Entry, Life | None, Any, bool]:
    """Return the entry behind a paper, the dossier's life if it is one, its intake, and voidness.

    Life and intake are those right after the act: a letter says the same however much follows.
    """
    entries = history(session, subject)
    now = life_of(entries)
    if now is None:
        entries = _without_dossier(session, subject)
    wanted = set(kinds)
    found = [
        entry
        for entry in entries
        if entry.kind in wanted
        and entry.payload is not None
        and (entry_id is None or entry.entry_id == entry_id)
    ]
    if not found:
        raise NoSuchPaper
    entry = found[-1]
    if now is None:
        return entry, None, entry.record(), False
    then = life_of(_until(entries, entry)) or now
    return entry, then, then.record, entry.entry_id in now.undone


def _until(entries: Sequence[Entry], last: Entry) -> Sequence[Entry]:
    """Return the entries up to the last one named, which is among them."""
    return entries[: entries.index(last) + 1]


def _without_dossier(session: Session, subject: UUID) -> tuple[Entry, ...]:
    rows = session.execute(select(journal).where(journal.c.subject == subject))
    return tuple(spoken(FAMILIES[callers.REFUSED], [Entry._make(row) for row in rows]))


def _result(entries: Iterable[Entry]) -> Result:
    """Return the result as last described."""
    kinds = {results.RESOLVED, results.RESULT_RECEIVED}
    told = [
        from_record(Result, entry.record().get("result", {}))
        for entry in entries
        if entry.kind in kinds and entry.payload is not None
    ]
    return next((one for one in reversed(told) if one != Result()), Result())


def _letterhead(session: Session, entry: Entry) -> Letterhead:
    day: date = local(entry.recorded_at).date()
    return reference.settings(session, day).letterhead()


def _centre_name(session: Session, entry: Entry) -> str:
    settings = reference.settings(session, local(entry.recorded_at).date())
    return settings.centre_name() or settings.letterhead().office


def _owner(intake: Any) -> Party:
    return from_record(Party, intake.get("owner") or intake["submitter"])


def _subject_text(intake: Any) -> str:
    name: str = intake["procedure_name"]
    summary = intake.get("summary", "")
    return f"{name} – {summary}" if summary and summary != name else name


def _officer_name(session: Session, login: str) -> str:
    name = session.execute(select(officer.c.name).where(officer.c.login == login)).scalar()
    return name or login

"""Prints as jobs with states. The record never waits for a printer, and never changes by it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row, exists, func, insert, select, update

from counter_app.desk import Desk
from counter_app.devices.printers import JobState, JobStatus
from counter_app.domain import roles
from counter_app.domain.roles import Duty
from counter_app.journal import callers
from counter_app.journal.append import append
from counter_app.journal.dossiers import PRINTED, online, processing, promises, results
from counter_app.journal.entries import new_id
from counter_app.journal.readable import record_of
from counter_app.schema.local import print_job
from counter_app.store.dossiers import history
from counter_app.store.engine import Session


class Form(StrEnum):
    """What the counter prints: of a dossier, or of papers that were not taken in.

    The subject of a job is the dossier; of papers about money it is the receipt, the refund, the
    payment, the count of the till, the closing sheet or the proof of a day.
    """

    RECEIPT = "receipt"
    CONTROL_SLIP = "control_slip"
    FOLDER_LABEL = "folder_label"
    SUPPLEMENT = "supplement"
    REFUSAL = "refusal"
    APOLOGY = "apology"
    STOP = "stop"
    RETURN_SLIP = "return_slip"
    FEE_RECEIPT = "fee_receipt"
    REFUND_SLIP = "refund_slip"
    TRANSFER = "transfer"
    CASH_COUNT = "cash_count"
    DAY_SHEET = "day_sheet"
    SYNC_PROOF = "sync_proof"


LETTERS: Final[Mapping[str, Form]] = MappingProxyType(
    {
        processing.SUPPLEMENT_REQUESTED: Form.SUPPLEMENT,
        callers.GUIDED: Form.SUPPLEMENT,
        processing.STOPPED: Form.STOP,
        promises.EXTENDED: Form.APOLOGY,
        online.REFUSED: Form.REFUSAL,
        callers.REFUSED: Form.REFUSAL,
        results.RETURNED: Form.RETURN_SLIP,
    }
)
"""The letter that each kind of act brings."""


class PaperSize(StrEnum):
    """On what it is printed."""

    A4 = "a4"
    A5 = "a5"
    THERMAL = "thermal"
    LABEL = "label"


@dataclass(frozen=True, slots=True)
class PrintJob:
    """One paper on its way. `reprint` 0 is the first print; instants ms UTC.

    `act` is the act whose letter it is: a dossier may have several of a form.
    """

    id: UUID
    subject: UUID
    form: Form
    paper: PaperSize
    printer: str
    reprint: int
    state: JobState
    message: str
    system_id: str
    queued_at: int
    act: UUID | None = None


Act = tuple[UUID, str, Mapping[str, Any]]
"""An act by its entry, its kind and its record."""


def queue(
    desk: Desk,
    subject: UUID,
    form: Form,
    paper: PaperSize,
    printer: str,
    act: UUID | None = None,
) -> PrintJob:
    """Note on disk that a paper is to be printed; count how often it was printed before.

    Args:
        act: the act whose letter it is.

    Raises:
        NobodySignedIn, OfficerDisabled, NotAllowedFor: nothing was noted.
    """
    now = desk.clock.now_ms()
    with desk.store.writing() as session:
        officer = desk.acting_in(session)
        roles.check(officer.login, officer.roles, Duty.SERVE)
        job = PrintJob(
            new_id(now),
            subject,
            form,
            paper,
            printer,
            _printed_before(session, subject, form, act),
            JobState.QUEUED,
            "",
            "",
            now,
            act,
        )
        session.execute(
            insert(print_job).values(
                id=job.id,
                subject=subject,
                form=form.value,
                paper=paper.value,
                printer=printer,
                reprint=job.reprint,
                state=job.state.value,
                message="",
                system_id="",
                queued_at=now,
                changed_at=now,
                act=act,
            )
        )
    return job


def sent(desk: Desk, job: PrintJob, system_id: str) -> None:
    """The printing system took the paper: that is an act of the dossier's history."""
    with desk.store.writing() as session:
        _change(session, desk, job.id, JobState.SENT, "", system_id)
        record = {"form": job.form.value, "paper": job.paper.value, "reprint": job.reprint}
        if job.act is not None:
            record["act"] = job.act.hex
        append(session, desk.author(), PRINTED, job.subject, record)


def failed(desk: Desk, job: PrintJob, words: str) -> None:
    """The paper was not printed; keep the words that say why."""
    with desk.store.writing() as session:
        _change(session, desk, job.id, JobState.FAILED, words, job.system_id)


def interrupted(desk: Desk, job: PrintJob, words: str) -> None:
    """Keep that a paper never came to the printer, unless it came there since `job` was read."""
    with desk.store.writing() as session:
        state = session.execute(select(print_job.c.state).where(print_job.c.id == job.id)).scalar()
        if state == JobState.QUEUED.value:
            _change(session, desk, job.id, JobState.FAILED, words, job.system_id)


def reported(desk: Desk, job: PrintJob, status: JobStatus) -> None:
    """Keep what the printing system says of a paper handed over."""
    with desk.store.writing() as session:
        _change(session, desk, job.id, status.state, status.words, job.system_id)


def jobs_of(session: Session, subject: UUID) -> tuple[PrintJob, ...]:
    """Return the prints of a dossier, the latest first."""
    rows = session.execute(
        select(print_job)
        .where(print_job.c.subject == subject)
        .order_by(print_job.c.queued_at.desc(), print_job.c.id.desc())
    )
    return tuple(_job(row) for row in rows)


def unsettled(session: Session) -> tuple[PrintJob, ...]:
    """Return the prints not yet confirmed, the oldest first: to ask after, or to send again."""
    rows = session.execute(
        select(print_job)
        .where(print_job.c.state.in_((JobState.QUEUED.value, JobState.SENT.value)))
        .order_by(print_job.c.queued_at)
    )
    return tuple(_job(row) for row in rows)


def failed_jobs(session: Session) -> tuple[PrintJob, ...]:
    """Return the prints that failed and were not queued again, the oldest first."""
    later = print_job.alias("later")
    rows = session.execute(
        select(print_job)
        .where(
            print_job.c.state == JobState.FAILED.value,
            ~exists().where(
                later.c.subject == print_job.c.subject,
                later.c.form == print_job.c.form,
                later.c.act.is_not_distinct_from(print_job.c.act),
                later.c.queued_at > print_job.c.queued_at,
            ),
        )
        .order_by(print_job.c.queued_at)
    )
    return tuple(_job(row) for row in rows)


def prints(acts: Iterable[Act]) -> Counter[tuple[str, UUID | None]]:
    """Count the prints among the acts of a subject, in their order, by form and letter's act.

    Where a print does not name the act, it was the latest letter of the form then.
    """
    done: Counter[tuple[str, UUID | None]] = Counter()
    latest: dict[str, UUID] = {}
    for entry_id, kind, record in acts:
        if kind in LETTERS:
            latest[LETTERS[kind]] = entry_id
        elif kind == PRINTED:
            form = str(record.get("form", ""))
            done[form, letter_act(record) or latest.get(form)] += 1
    return done


def letter_act(record: Mapping[str, Any]) -> UUID | None:
    """Return the act whose letter a print was; None where its record does not say."""
    try:
        return UUID(str(record["act"]))
    except (KeyError, ValueError):
        return None


def _printed_before(session: Session, subject: UUID, form: Form, act: UUID | None) -> int:
    # Prints at other seats count too, so the journal is asked; this seat's waiting jobs as well.
    acts = ((one.entry_id, one.kind, record_of(one)) for one in history(session, subject))
    done = prints(acts)[form.value, act]
    waiting = session.execute(
        select(func.count())
        .select_from(print_job)
        .where(
            print_job.c.subject == subject,
            print_job.c.form == form.value,
            print_job.c.act.is_not_distinct_from(act),
            print_job.c.state == JobState.QUEUED.value,
        )
    ).scalar_one()
    return done + waiting


def _change(
    session: Session, desk: Desk, job_id: UUID, state: JobState, words: str, system_id: str
) -> None:
    session.execute(
        update(print_job)
        .where(print_job.c.id == job_id)
        .values(
            state=state.value,
            message=words,
            system_id=system_id,
            changed_at=desk.clock.now_ms(),
        )
    )


def _job(row: Row[Any]) -> PrintJob:
    return PrintJob(
        row.id,
        row.subject,
        Form(row.form),
        PaperSize(row.paper),
        row.printer,
        row.reprint,
        JobState(row.state),
        row.message,
        row.system_id,
        row.queued_at,
        row.act,
    )

"""Closing a day from the first count to the centre's proof, as a job that survives a kill.

Every step leaves its own trace on disk: a count, a final sheet, print jobs, the centre's receipt
code. What is done is read from there and never from a variable, so the job can be stopped or
killed anywhere, and going on means asking what is still open.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final
from uuid import UUID

from sqlalchemy import exists, select

from counter_app.clock import local_day
from counter_app.desk import Desk, Officer, Seat
from counter_app.devices.printers import JobState
from counter_app.domain.closing import Reason
from counter_app.progress import Progress
from counter_app.schema.local import print_job
from counter_app.store.closing import reasons
from counter_app.store.day_proofs import proof_subject
from counter_app.store.day_sheets import SheetRow, acts_since, last_final, span
from counter_app.store.engine import Session
from counter_app.store.hand_over_lists import BatchRow, lists_of_day
from counter_app.store.outbox import Closing, last_closing, reach
from counter_app.store.tills import Till, last_count, till
from counter_app.usecases.closing import final
from counter_app.usecases.closing_plans import ClosingPlan, kept
from counter_app.usecases.printing import Form, PaperSize
from counter_app.usecases.tills import count

if TYPE_CHECKING:
    from counter_app.documents.press import Press
    from counter_app.sync.close import DayProof
    from counter_app.sync.line import Line


class Step(StrEnum):
    """The steps of closing, in their order."""

    COUNT = "count"
    SHEET = "sheet"
    PAPERS = "papers"
    PROOF = "proof"
    PROOF_PAPER = "proof_paper"


@dataclass(frozen=True, slots=True)
class DayPaper:
    """A paper of the closed day: its form, what it is of, and whether it went to a printer."""

    form: Form
    subject: UUID
    printed: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """How far the closing of a day is, read from disk.

    `sheet` is the final sheet that holds all of it, None while there is work that stands on none.
    `lists` are the hand-over lists of the day. `proof` is the centre's, None until it holds the
    final sheet, `proof_paper` what is printed of it. `plan` is what was typed so far.
    """

    day: date
    seat: Seat
    reasons: tuple[Reason, ...]
    till: Till
    plan: ClosingPlan
    sheet: SheetRow | None
    papers: tuple[DayPaper, ...]
    lists: tuple[BatchRow, ...]
    proof: Closing | None
    proof_paper: DayPaper | None

    def is_done(self, step: Step) -> bool:
        """Tell whether a step left its trace."""
        match step:
            case Step.COUNT:
                return not self.till.changed
            case Step.SHEET:
                return self.sheet is not None
            case Step.PAPERS:
                return bool(self.papers) and all(paper.printed for paper in self.papers)
            case Step.PROOF:
                return self.proof is not None
            case Step.PROOF_PAPER:
                return self.proof_paper is not None and self.proof_paper.printed

    @property
    def next(self) -> Step | None:
        """The first step that is open; None when the day is closed."""
        return next((step for step in Step if not self.is_done(step)), None)


@dataclass(frozen=True)
class Means:
    """What the steps need beyond the desk; a step without its means is left open.

    `second` is a supervisor signed in beside the officer, `line` reaches the centre, `press` prints
    on `printer`.
    """

    second: Officer | None = None
    line: Line | None = None
    press: Press | None = None
    printer: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How far it came; `proof` is what the centre said just now, for its sheet of paper."""

    standing: Standing
    proof: DayProof | None = None


def standing(desk: Desk, day: date | None = None) -> Standing:
    """Return how far the closing of a day is.

    Args:
        day: today when None.
    """
    wanted = day or local_day(desk.clock.now_ms())
    return desk.ask(_standing, desk.seat, wanted)


def go_on(desk: Desk, day: date | None, means: Means, progress: Progress) -> Outcome:
    """Do every step that is still open and has its means, in order; repeating is safe.

    Raises:
        BadNotes, DifferenceUnexplained: the count of the plan cannot be.
        DayNotReady: something stands against the final sheet.
        SecondPersonMissing, DayToCome, NobodySignedIn, OfficerDisabled, NotAllowedFor.
        As `Press.print` and `sync.close.close_day`; what was done before stays done.
    """
    wanted = day or local_day(desk.clock.now_ms())
    proof = None
    for place, step in enumerate(Step, start=1):
        now = standing(desk, wanted)
        if not now.is_done(step):
            proof = _STEPS[step](desk, now, means, progress) or proof
        progress.step(place, len(Step), step.value)
    if proof is not None:
        desk = replace(desk, seat=proof.seat)
    return Outcome(standing(desk, wanted), proof)


def _count(desk: Desk, now: Standing, means: Means, _progress: Progress) -> None:
    if now.plan.counted:
        count(desk, now.plan.by_value, now.plan.reason, means.second)


def _sheet(desk: Desk, now: Standing, means: Means, _progress: Progress) -> None:
    final(desk, now.day, now.plan.words, means.second)


def _papers(desk: Desk, now: Standing, means: Means, _progress: Progress) -> None:
    _print(desk, now.papers, means)


def _proof(desk: Desk, now: Standing, means: Means, progress: Progress) -> DayProof | None:
    if means.line is None:
        return None
    from counter_app.sync.close import close_day  # the line is loaded by whoever needs it

    return close_day(desk, means.line, now.day, progress)


def _proof_paper(desk: Desk, now: Standing, means: Means, _progress: Progress) -> None:
    if now.proof_paper is not None:
        _print(replace(desk, seat=now.seat), (now.proof_paper,), means)


def _print(desk: Desk, papers: tuple[DayPaper, ...], means: Means) -> None:
    if means.press is None:
        return
    for paper in papers:
        if not paper.printed:
            means.press.print(desk, paper.subject, paper.form, PaperSize.A4, means.printer)


_STEPS: Final[Mapping[Step, Callable[[Desk, Standing, Means, Progress], DayProof | None]]] = (
    MappingProxyType(
        {
            Step.COUNT: _count,
            Step.SHEET: _sheet,
            Step.PAPERS: _papers,
            Step.PROOF: _proof,
            Step.PROOF_PAPER: _proof_paper,
        }
    )
)


def _standing(session: Session, seat: Seat, day: date) -> Standing:
    own = Seat(reach(session, seat.stream_id).own_stream, seat.number)
    of = span(session, seat.number, own.stream_id)
    made = last_final(session, seat.number)
    ended = made is not None and made.day >= day and not acts_since(session, of)
    sheet = made if ended else None
    proof = None if sheet is None else _proved(session, own, sheet)
    return Standing(
        day,
        own,
        reasons(session, seat.number, own.stream_id, day),
        till(session, seat.number),
        kept(session, seat.number, day),
        sheet,
        () if sheet is None else _day_papers(session, seat.number, sheet),
        tuple(lists_of_day(session, day)),
        proof,
        None if proof is None else _proof_of(session, own, proof),
    )


def _day_papers(session: Session, seat_number: int, sheet: SheetRow) -> tuple[DayPaper, ...]:
    wanted = [(Form.DAY_SHEET, sheet.id)]
    counted = last_count(session, seat_number)
    if counted is not None and local_day(counted.counted_at) == local_day(sheet.made_at):
        wanted.append((Form.CASH_COUNT, counted.id))
    return tuple(
        DayPaper(form, subject, _is_printed(session, form, subject)) for form, subject in wanted
    )


def _proof_of(session: Session, own: Seat, proof: Closing) -> DayPaper:
    subject = proof_subject(own.stream_id, proof.day)
    printed = _is_printed(session, Form.SYNC_PROOF, subject, proof.closed_at)
    return DayPaper(Form.SYNC_PROOF, subject, printed)


def _is_printed(session: Session, form: Form, subject: UUID, since: int = 0) -> bool:
    went = (JobState.SENT.value, JobState.CONFIRMED.value)
    found = exists().where(
        print_job.c.subject == subject,
        print_job.c.form == form.value,
        print_job.c.state.in_(went),
        print_job.c.queued_at >= since,
    )
    return bool(session.execute(select(found)).scalar())


def _proved(session: Session, own: Seat, sheet: SheetRow) -> Closing | None:
    """Return the centre's proof that covers the sheet.

    A seat that goes on in a fresh stream carried the sheet over, if the centre lacked it; then a
    proof of the fresh stream that was given later covers it as well.
    """
    proof = last_closing(session, own.stream_id)
    if proof is None:
        return None
    same = own.stream_id == sheet.stream_id
    covers = proof.seq >= sheet.seq if same else proof.closed_at >= sheet.made_at
    return proof if covers else None

"""Steps of a schedule: what officers and the administrator do.

A step takes whole numbers, which choose among what is there at that moment. So a schedule still
means something when other steps are taken out of it, and can be shrunk.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from uuid import UUID

from counter_app.centre import administration
from counter_app.clock import local_day
from counter_app.domain.calendar import CalendarEnds
from counter_app.domain.numbers import ClockWentBack, NoRange, RangeUsedUp
from counter_app.errors import CounterError
from counter_app.postgres import CentreRefused, CentreUnreachable
from counter_app.progress import Silent
from counter_app.store.retention import AtTheCentreAlone
from counter_app.sync import close
from counter_app.sync.hello import SeatSuspended
from counter_app.sync.reconcile import NoSpareStream
from counter_app.sync.round import SyncUnsettled
from counter_app.usecases import drafts, printing
from counter_app.usecases.intake import NumberTaken, receive
from counter_app.usecases.printing import Form, PaperSize
from counter_app.usecases.withdrawals import withdraw
from tests.faults.line import Plan
from tests.faults.machine import Machine
from tests.faults.world import Broken, World
from tests.fixtures.desk import CERTIFICATION, birth_intake
from tests.fixtures.life import ACTS, WITHDRAWN

NO_NUMBER = (ClockWentBack, NumberTaken, RangeUsedUp, NoRange, CalendarEnds)
"""What an officer may be told instead of getting a number."""

SHUT_OUT = (NoSpareStream, SeatSuspended, CentreRefused)
"""What a machine may be told on a good line: a person at the centre must act."""

CUT = (*SHUT_OUT, CentreUnreachable, SyncUnsettled)
"""What a round may end with when something happens in the middle of it."""


def receives(world: World, which: int, what: int, _: int) -> None:
    """Take in some dossiers, now and then one that was a draft before."""
    machine = world.machine(which)
    known = sorted(machine.drafts)
    draft = known[what % len(known)] if known and what % 3 == 0 else None
    with suppress(*NO_NUMBER):
        for nth in range(1 + what % 4):
            machine.clock.advance(timedelta(seconds=1 + what % 60))
            take_in(world, machine, draft, without_term=(what + nth) % 4 == 0)
            draft = None


def take_in(
    world: World, machine: Machine, draft: UUID | None, *, without_term: bool = False
) -> None:
    """Receive a dossier; its note names the draft it came from."""
    changed = {"procedure_code": CERTIFICATION.code} if without_term else {}
    intake = birth_intake(note=f"nháp {draft}", **changed)
    world.act(machine, lambda: receive(machine.desk, intake, draft))
    if draft is not None:
        machine.drafts.pop(draft, None)


def prints(world: World, which: int, what: int, _: int) -> None:
    """Print a receipt, also of another seat's dossier."""
    machine = world.machine(which)
    machine.clock.advance(timedelta(seconds=1))
    with machine.store.reading() as session:
        rows = session.exec_driver_sql("SELECT subject FROM dossier ORDER BY number, subject").all()
    if rows:
        subject = UUID(rows[what % len(rows)][0])
        job = printing.queue(machine.desk, subject, Form.RECEIPT, PaperSize.A5, "PDF")
        world.act(machine, lambda: printing.sent(machine.desk, job, "1"))


def goes_on(world: World, which: int, what: int, act: int) -> None:
    """Do to a dossier the next act that is allowed, whichever it is, also to another seat's."""
    machine = world.machine(which)
    machine.clock.advance(timedelta(minutes=1))
    with machine.store.reading() as session:
        rows = session.exec_driver_sql("SELECT subject FROM dossier ORDER BY number, subject").all()
    if not rows:
        return
    subject = UUID(rows[what % len(rows)][0])
    names = sorted(ACTS)
    for nth in range(len(names)):
        deed = ACTS[names[(act + nth) % len(names)]]
        with suppress(CounterError):
            world.act(machine, lambda deed=deed: deed(machine.desk, subject))
            return


def ends(world: World, which: int, what: int, _: int) -> None:
    """Somebody withdraws a dossier."""
    machine = world.machine(which)
    machine.clock.advance(timedelta(minutes=1))
    rows = machine.stored("SELECT subject FROM dossier ORDER BY number, subject")
    if rows:
        subject = UUID(rows[what % len(rows)][0])
        with suppress(CounterError):
            world.act(machine, lambda: withdraw(machine.desk, subject, WITHDRAWN))


def types(world: World, which: int, what: int, _: int) -> None:
    """Type into a draft, a new one or one begun before."""
    machine = world.machine(which)
    known = sorted(machine.drafts)
    draft = known[what % len(known)] if known and what % 2 else drafts.new_draft(machine.desk)
    text = f"Nguyễn Thị Ánh {what}"
    drafts.keep(machine.desk, draft, text, {"note": text})
    machine.drafts[draft] = text


def closes_the_day(world: World, which: int, at: int, how: int) -> None:
    """Close the day, now and then over a line that breaks."""
    machine = world.machine(which)
    machine.line.planned(Plan(at % 8, cut=True, answered=how % 2 == 1) if how % 4 < 2 else None)
    day = local_day(machine.clock.now_ms())
    try:
        proof = close.close_day(machine.desk, machine.line, day, Silent())
    except (*CUT, AtTheCentreAlone):
        return
    finally:
        machine.line.planned(None)
        machine.at_its_seat()
        world.check_belief(machine)
    rows = world.stage.ask(
        "SELECT seq, hash FROM journal WHERE stream_id = %s AND seq <= %s",
        proof.seat.stream_id,
        proof.seq,
    )
    if len(rows) != proof.seq or (proof.seq and dict(rows)[proof.seq] != proof.hash):
        raise Broken(f"proof {proof.code} was given for what the centre does not hold")


def the_administrator_acts(world: World, _: int, what: int, __: int) -> None:
    """Define an officer at the centre."""
    with world.stage.centre.writing() as (session, by):
        login = f"cb{what % 5}"
        administration.define_officer(session, by, login, f"Cán bộ {what}", ["intake"], "")


def the_worker_works(world: World, _: int, __: int, ___: int) -> None:
    """Let the centre's worker catch up; between these steps it is down."""
    world.work()

"""A centre, its seats, and the state of one schedule."""

from __future__ import annotations

import random
import shutil
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import select

from counter_app.centre import recovery, worker
from counter_app.clock import SetClock
from counter_app.journal.dossiers import RECEIVED
from counter_app.postgres import CentreRefused
from counter_app.progress import Silent
from counter_app.schema.local import behind
from counter_app.schema.tables import head
from counter_app.store import outbox
from counter_app.store.engine import Store
from counter_app.sync import enrolment, status
from counter_app.sync.hello import SeatSuspended
from counter_app.sync.reconcile import NoSpareStream
from counter_app.sync.round import RoundResult, run
from counter_app.sync.secrets import Secrets
from tests.faults.ledger import Act, Given, Ledger
from tests.faults.line import PlannedLine
from tests.faults.machine import FILE, SECRETS, Killed, Machine, Whose, opened, started
from tests.faults.stage import Copy, Stage
from tests.fixtures.cut_line import cut_line

MOST_MACHINES = 6
_WEEK_MS = 7 * 86_400_000


_uuid = lru_cache(maxsize=1 << 16)(UUID)


class Broken(AssertionError):
    """A promise does not hold."""


@dataclass
class Push:
    """A message that was on its way, to arrive once more when nobody expects it."""

    login: str
    password: str
    stream_id: UUID
    first: int
    arrays: Sequence[bytes]


@dataclass
class World:
    """What stands and lies about while a schedule runs."""

    stage: Stage
    folder: Path
    draws: random.Random
    ledger: Ledger = field(default_factory=Ledger)
    machines: list[Machine] = field(default_factory=list)
    disks: dict[int, list[tuple[Path, dict[UUID, str]]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    """Copies of disks in the drawer, by seat, each with the drafts on it."""
    copies: list[Copy] = field(default_factory=list)
    """Copies of the centre."""
    aside: list[Machine] = field(default_factory=list)
    """Machines that were replaced: off, but their disks hold what they hold."""
    pushes: list[Push] = field(default_factory=list)
    rewinds: int = 0
    unannounced: bool = False
    """Whether the centre was taken back and no technician has said so yet."""
    made: int = 0
    error: Exception | None = None

    def open_seats(self, count: int) -> None:
        """Start the program at so many seats."""
        for number in range(1, count + 1):
            home = self.new_home()
            shutil.copytree(self.stage.homes[number], home)
            self.start(f"seat {number}", home)

    def start(self, name: str, home: Path, clock: SetClock | None = None) -> Machine:
        machine = started(name, home, clock or SetClock(self.stage.began), self.stage.route)
        self.machines.append(machine)
        return machine

    def new_home(self) -> Path:
        self.made += 1
        return self.folder / f"disk {self.made}"

    def machine(self, which: int) -> Machine:
        return self.machines[which % len(self.machines)]

    def fault(self, name: str) -> None:
        """Take note that a fault happened."""
        self.ledger.faults[name] += 1

    # what is where

    def centre_ids(self) -> set[UUID]:
        """Return the acts the centre holds."""
        rows = self.stage.ask("SELECT encode(uuid_send(entry_id), 'hex') FROM journal")
        return {_uuid(row[0]) for row in rows}

    def everywhere(self) -> set[UUID]:
        """Return the acts of which there is a copy that takes part, or lies in a replaced one."""
        found = self.centre_ids()
        for machine in (*self.machines, *self.aside):
            found |= {_uuid(row[0]) for row in machine.stored("SELECT entry_id FROM journal")}
        return found

    @contextmanager
    def destroying(self) -> Iterator[None]:
        """Something in the block destroys copies: tell which acts are gone with them for ever."""
        before = self.everywhere()
        self.check_nothing_lost(before)
        yield
        self.ledger.destroyed(before, self.everywhere())

    def check_nothing_lost(self, held: set[UUID]) -> None:
        lost = self.ledger.expected() - held
        if lost:
            raise Broken(f"lost: {[self.ledger.acts[one] for one in lost]}")

    # acts

    def act(self, machine: Machine, deed: Callable[[], Any]) -> Any:
        """Do something at a counter, and write down what was acknowledged by it."""
        stream_id = machine.desk.seat.stream_id
        before = machine.stored("SELECT max(seq) FROM head WHERE stream_id = ?", stream_id.hex)
        result = deed()
        rows = machine.stored(
            "SELECT entry_id, subject, kind FROM journal WHERE stream_id = ? AND seq > ?",
            stream_id.hex,
            before[0][0] or 0,
        )
        self.ledger.acknowledge(
            Act(_uuid(entry), _uuid(subject), kind, machine.name) for entry, subject, kind in rows
        )
        for _, subject, kind in rows:
            if kind == RECEIVED:
                ((number,),) = machine.stored(
                    "SELECT number FROM dossier WHERE subject = ?", subject
                )
                self._given(machine, number, _uuid(subject))
        return result

    def _given(self, machine: Machine, number: str, subject: UUID) -> None:
        """Take note of a number that went out on paper."""
        self.ledger.print_number(
            Given(number, subject, machine.desk.seat.stream_id, machine.number)
        )

    # rounds

    def sync(self, machine: Machine, *, look: bool = True) -> RoundResult:
        """Run a whole round, and look at what the machine believes after it."""
        try:
            return run(machine.desk, machine.line, Silent())
        finally:
            machine.line.leave()  # the clones of a seat share its few connections
            machine.at_its_seat()
            if look:
                self.check_belief(machine)

    def heard(self, store: Store, whose: Whose) -> None:
        """A machine was told what the centre holds, and took note of it."""
        for machine in self.machines:
            if machine.store is store:
                machine.doubts.discard(whose)

    def check_belief(self, machine: Machine) -> None:
        """Check that nothing is shown as sent that the centre does not hold.

        A machine can not know that the centre was taken back in time before it hears of it.
        """
        with machine.store.reading() as session:
            reach = outbox.reach(session, machine.desk.seat.stream_id)
            former = session.execute(select(behind.c.stream_id).where(behind.c.since == 0))
            own = {reach.own_stream, *former.scalars()}
        rows = machine.stored("SELECT stream_id, seq, entry_id FROM journal")
        here = [(_uuid(stream), seq, _uuid(entry)) for stream, seq, entry in rows]
        held = self.centre_ids()
        theirs = {row[0]: row[1] for row in self.stage.ask("SELECT stream_id, seq FROM head")}
        last: Counter[UUID] = Counter()
        for stream, seq, _ in here:
            last[stream] = max(last[stream], seq)
        for stream, seq, entry in here:
            if entry in held:
                continue
            longer = theirs.get(stream, 0) > last[stream]
            whose = Whose.OWN if stream in own else Whose.LONGER if longer else Whose.OTHERS
            if reach.holds(stream, seq) and whose not in machine.doubts:
                raise Broken(f"{machine.name} shows as sent what the centre does not hold")
        if status.current(machine.desk).unsent == 0 and not machine.doubts:
            acts = {act for act, one in self.ledger.acts.items() if one.where == machine.name}
            # what others rescued of them is theirs to send again; each dossier still tells, above
            if not acts & {entry for stream, _, entry in here if stream in own} <= held:
                raise Broken(f"{machine.name} says that nothing is unsent")

    @contextmanager
    def over_a_bad_line(self, machine: Machine, longest: int) -> Iterator[None]:
        """Pass the machine's bytes through a proxy that resets after at most `longest` of them."""
        route = self.stage.route
        with cut_line(route.host, route.port, self.draws) as proxy:
            proxy.longest = longest
            self.through(machine, proxy.port)
            try:
                yield
            finally:
                machine.line.close()
                self.through(machine, route.port)

    @staticmethod
    def through(machine: Machine, port: int) -> None:
        from dataclasses import replace

        machine.line.leave()
        machine.line.route = replace(machine.line.route, port=port)

    # the centre

    def work(self) -> None:
        """Let the centre's worker project what is there, and give spare streams to who used theirs.

        The worker's clock is a week ahead, so that its daily limit of new streams does not end the
        schedule; that limit has a test of its own.
        """
        while worker.step(self.stage.centre.centre) == worker.BATCH:
            pass
        later = SetClock(self.stage.centre.clock.now_ms() + _WEEK_MS)
        worker.tend(self.stage.centre.centre, later)

    def take_the_centre_back(self, copy: Copy, *, announced: bool) -> None:
        """Restore the centre from a copy."""
        with self.destroying():
            self.stage.put_back(copy)
            self.unannounced = True
            if announced:
                self.announce()
        self.rewinds += 1
        for machine in (*self.machines, *self.aside):
            machine.doubts = set(Whose)

    def announce(self) -> None:
        """Say that the centre was taken back, as the page of recovery asks for."""
        with self.stage.centre.writing() as (session, _):
            recovery.announce_restore(session)
        self.unannounced = False

    # seats

    def enrol(self, number: int) -> Machine:
        """Enrol an empty machine as a seat."""
        home = self.new_home()
        home.mkdir(parents=True)
        shutil.copyfile(self.stage.empty, home / FILE)
        store, kept = opened(home / FILE), Secrets(home / SECRETS, lambda: None)
        clock = SetClock(max(m.clock.ms for m in (*self.machines, *self.aside)))
        try:
            enrolment.enrol(store, clock, self.stage.route, self.code(number), kept, home, Silent())
        finally:
            store.close()
        return self.start(f"seat {number} on disk {self.made}", home, clock)

    def enrol_again(self, machine: Machine, number: int) -> None:
        """Enrol a machine that has been a seat, with all it holds."""
        code = self.code(number)
        machine.line.close()
        enrolment.enrol(
            machine.store,
            machine.clock,
            self.stage.route,
            code,
            machine.kept,
            machine.home,
            Silent(),
        )
        line = enrolment.line_of(machine.store, machine.kept, machine.home)
        assert isinstance(line, PlannedLine)
        machine.line = line
        machine.at_its_seat()

    def code(self, number: int) -> str:
        """Return a one-time code for a seat, which is made if the centre does not know it.

        Whoever goes to a machine with a code has heard by then that the centre was restored.
        """
        if self.unannounced:
            self.announce()
        centre = self.stage.centre
        known = self.is_known(number)
        code = (centre.invite(number) if known else centre.add_seat(number)).code
        login = f"{self.stage.route.database}_seat_{number}"
        self.stage.lines.forget(login)
        for machine in self.machines:  # the centre hung up
            if machine.line.login == login:
                machine.line.close()
        return code

    def free_number(self) -> int:
        """Return a number no seat has yet."""
        return 1 + max(row[0] for row in self.stage.ask("SELECT max(number) FROM seat"))

    def is_known(self, number: int) -> bool:
        """Tell whether the centre knows a seat of this number."""
        return bool(self.stage.ask("SELECT FROM seat WHERE number = %s", number))

    def at_seat(self, number: int) -> list[Machine]:
        return [one for one in self.machines if one.number == number]

    # the end

    def heal(self, most_rounds: int = 14) -> int:
        """Let everybody reach the centre until nothing moves; return how many rounds it took.

        A technician gives a new code to a machine that the centre does not let in any more: its
        own seat if nobody else sits there, a seat of its own otherwise. Others step in for what
        nobody brings back only after a day or two.
        """
        self.machines += self.aside
        self.aside = []
        still = 0  # machines in a row for which there was nothing to do
        for count in range(1, most_rounds + 1):
            self.work()
            for machine in list(self.machines):
                still = still + 1 if self.settled(machine) else 0
                if still >= len(self.machines):
                    break
            else:
                continue
            waiting = [machine for machine in self.machines if self.waits_for_others(machine)]
            if not waiting:
                self.work()
                return count
            for machine in waiting:
                machine.clock.advance(timedelta(days=3))
            still = 0
        raise Broken(f"not quiet after {most_rounds} rounds")

    @staticmethod
    def waits_for_others(machine: Machine) -> bool:
        """Tell whether the machine holds what the centre lacks, and leaves it to another seat."""
        with machine.store.reading() as session:
            rows = session.execute(
                select(head.c.seq, behind.c.seq).join_from(
                    behind, head, behind.c.stream_id == head.c.stream_id
                )
            )
            return any(held > theirs for held, theirs in rows)

    def settled(self, machine: Machine) -> bool:
        """Run a round, as a technician sees to it that it can be run; tell if nothing moved."""
        try:
            result = self.sync(machine, look=False)
        except NoSpareStream:
            if not self.is_known(machine.number):  # the centre was taken back to before it was made
                self.enrol_again(machine, machine.number)
            return False
        except (SeatSuspended, CentreRefused):
            others = [m for m in self.at_seat(machine.number) if m is not machine]
            if others:
                self.enrol_again(machine, self.free_number())
            else:
                self.enrol_again(machine, machine.number)
            return False
        return (result.pushed, result.pulled, result.carried, result.renewed) == (0, 0, 0, False)

    def close(self) -> None:
        for machine in (*self.machines, *self.aside):
            with suppress(Killed):
                machine.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

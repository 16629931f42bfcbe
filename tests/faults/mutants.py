"""The protocol with one of its reasons taken out: the schedules must notice each of them.

A promise that is kept by nothing that can be taken out is not tested.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final
from uuid import NAMESPACE_OID, UUID, uuid5

import pytest
from sqlalchemy import Connection, func, insert, select

from counter_app.centre import functions, recovery, seats
from counter_app.clock import Clock
from counter_app.journal import append, families, projection
from counter_app.journal.entries import Entry, new_id
from counter_app.postgres import seat_login
from counter_app.progress import Progress
from counter_app.schema import centre as own
from counter_app.schema.tables import number_range
from counter_app.store import reference, retention
from counter_app.store.engine import Session, Store
from counter_app.sync import hello, pull, push, reconcile, status, wire
from counter_app.sync.line import Line
from counter_app.sync.standing import Head, head_of, standing
from counter_app.usecases import intake
from tests.faults.stage import Stage

Apply = Callable[[pytest.MonkeyPatch, Stage], None]


@dataclass(frozen=True)
class Mutant:
    """A change of the program that breaks a promise; the schedule of `seed` notices it."""

    name: str
    apply: Apply
    seed: int = 1

    @contextmanager
    def living(self, stage: Stage) -> Iterator[None]:
        """Let the program run with this change."""
        with pytest.MonkeyPatch.context() as patched:
            self.apply(patched, stage)
            try:
                yield
            finally:
                _define(stage, functions.STATEMENTS)


def _define(stage: Stage, statements: Sequence[str]) -> None:
    """Make the centre's functions as these statements say."""
    for statement in statements:
        stage.ask_nothing(statement)


def _changed(statement: str, *changes: tuple[str, str]) -> str:
    for before, after in changes:
        assert before in statement, before
        statement = statement.replace(before, after)
    return statement


def cursor_first(patched: pytest.MonkeyPatch, _: Stage) -> None:
    """The cursor of a fetch is moved before its rows are written."""
    take = pull.take

    def early(session: Session, page: pull.Page) -> None:
        with pytest.MonkeyPatch.context() as without:
            without.setattr(wire, "store", lambda *_: None)
            without.setattr(pull, "project_arrivals", lambda *_: [])
            take(session, page)
        session.exec_driver_sql("COMMIT")
        session.exec_driver_sql("BEGIN IMMEDIATE")
        wire.store(session, page.entries)
        pull.project_arrivals(session, page.entries)

    patched.setattr(pull, "take", early)


def copies_count_twice(patched: pytest.MonkeyPatch, _: Stage) -> None:
    """The fold does not look at entry_id."""
    patched.setattr(
        families, "in_order", lambda entries: sorted(entries, key=lambda e: (e.clock, e.entry_id))
    )


def trusted_mark(patched: pytest.MonkeyPatch, _: Stage) -> None:
    """What was acknowledged once is believed for ever: the centre's answer never goes back."""
    acknowledge = hello.acknowledge

    def upwards(session: Session, stream_id: UUID, theirs: Head, now_ms: int) -> None:
        if theirs.seq >= standing(session).acked.seq:
            acknowledge(session, stream_id, theirs, now_ms)

    patched.setattr(hello, "acknowledge", upwards)


def blind_insert(patched: pytest.MonkeyPatch, stage: Stage) -> None:
    """The centre skips what it has of a number, whatever it is; nobody compares."""
    (statement,) = [s for s in functions.STATEMENTS if "FUNCTION push(" in s]
    _define(
        stage,
        [
            _changed(
                statement,
                ("IS DISTINCT FROM p_hashes[v_known] THEN", "IS NULL THEN"),
                ("v_stored <> v_count", "false"),
                ("WHERE octet_length(payload_hash)", "WHERE true OR octet_length(payload_hash)"),
            )
        ],
    )
    patched.setattr(push, "agrees", lambda *_: True)


def numbers_without_hashes(patched: pytest.MonkeyPatch, _: Stage) -> None:
    """Heads are compared by their numbers alone."""

    def as_long(session: Session, stream_id: UUID, theirs: Head) -> bool:
        return head_of(session, stream_id).seq >= theirs.seq

    for module in (hello, push, reconcile):
        patched.setattr(module, "agrees", as_long)
    patched.setattr(reconcile, "_outgrown", lambda *_: False)


def streams_used_again(patched: pytest.MonkeyPatch, stage: Stage) -> None:
    """Streams are counted at the centre, so that a restored one gives the same ids again."""

    def counted(session: Connection, number: int, count: int) -> None:
        known = session.execute(select(func.count()).select_from(own.stream)).scalar_one()
        database = session.execute(select(func.current_database())).scalar_one()
        for nth in range(count):
            made = uuid5(NAMESPACE_OID, f"stream {known + nth}")
            row = {
                "stream_id": UUID(bytes=made.bytes, version=4),
                "seat_number": number,
                "login": seat_login(str(database), number),
                "state": "spare",
                "client_version": "",
                "unsent": 0,
            }
            session.execute(insert(own.stream), row)

    patched.setattr(seats, "_add_streams", counted)
    spares_given_again(patched, stage)


def spares_given_again(patched: pytest.MonkeyPatch, stage: Stage) -> None:
    """After a restore the centre gives out streams and ranges as if nothing had been given."""
    patched.setattr(seats, "_STRIDE", 0)
    (statement,) = [s for s in functions.STATEMENTS if "FUNCTION hello(" in s]
    _define(stage, [_changed(statement, ("SET state = 'held'", "SET state = state"))])

    def only_announced(session: Connection) -> int:
        epoch = recovery_announce(session)
        session.exec_driver_sql("UPDATE stream SET state = 'spare' WHERE state = 'held'")
        return epoch

    recovery_announce = recovery.announce_restore
    patched.setattr(recovery, "announce_restore", only_announced)


def no_refold(patched: pytest.MonkeyPatch, _: Stage) -> None:
    """Only the last entry of a subject is folded, not its whole story."""
    entries_of = projection.entries_of
    patched.setattr(
        projection,
        "entries_of",
        lambda session, subjects: {
            subject: entries[-1:] for subject, entries in entries_of(session, subjects).items()
        },
    )


def acknowledged_before_the_answer(patched: pytest.MonkeyPatch, _: Stage) -> None:
    """What is sent counts as held at once."""
    send = push._push

    def hopeful(store: Store, clock: Clock, line: Line, progress: Progress) -> int:
        with store.writing() as session:
            mine = standing(session)
            rows = wire.stored(session, mine.stream_id, mine.acked.seq, 5_000)
            last = head_of(session, mine.stream_id)
            hello.acknowledge(session, mine.stream_id, last, clock.now_ms())
        if rows:
            send(line, mine.stream_id, mine.acked.seq, rows)
        return len(rows)

    patched.setattr(push, "send", hopeful)


def carried_as_new_acts(patched: pytest.MonkeyPatch, _: Stage) -> None:
    """What is carried over into a fresh stream gets new entry_ids."""
    rewritten = reconcile._rewritten

    def renamed(entries: Sequence[Entry], stream_id: UUID, last: Head) -> list[Entry]:
        return rewritten(
            [e._replace(entry_id=new_id(e.recorded_at)) for e in entries], stream_id, last
        )

    patched.setattr(reconcile, "_rewritten", renamed)


def nothing_carried(patched: pytest.MonkeyPatch, _: Stage) -> None:
    """A seat that goes on in a fresh stream drops what it had not sent."""
    patched.setattr(reconcile, "_rewritten", lambda *_: [])


def nobody_steps_in(patched: pytest.MonkeyPatch, _: Stage) -> None:
    """What the centre and a dead machine lost is left to the dead machine."""
    patched.setattr(reconcile, "PATIENCE_MS", 1 << 60)


def former_streams_forgotten(patched: pytest.MonkeyPatch, _: Stage) -> None:
    """The lamp looks at the stream a seat writes now, and not at those before."""
    patched.setattr(status, "_left_in_former_streams", lambda _: (0, None))


def ranges_by_seat(patched: pytest.MonkeyPatch, _: Stage) -> None:
    """A machine that is enrolled anew goes on in the ranges of its seat."""
    ranges = reference.ranges

    def of_the_seat(session: Session, stream_id: UUID, agency_code: str) -> Sequence[Any]:
        number = select(number_range.c.seat_number).where(number_range.c.stream_id == stream_id)
        streams = session.execute(
            select(number_range.c.stream_id)
            .where(number_range.c.seat_number == number.limit(1).scalar_subquery())
            .order_by(number_range.c.first)
        ).scalars()
        return [one for stream in streams.all() for one in ranges(session, stream, agency_code)]

    patched.setattr(reference, "ranges", of_the_seat)


def in_two_transactions(patched: pytest.MonkeyPatch, _: Stage) -> None:
    """The dossier is committed before its draft is removed."""
    write = intake.append

    def committed(session: Session, *told: Any, **more: Any) -> Entry:
        entry = write(session, *told, **more)
        session.exec_driver_sql("COMMIT")
        session.exec_driver_sql("BEGIN IMMEDIATE")
        return entry

    patched.setattr(intake, "append", committed)


def number_before_the_dossier(patched: pytest.MonkeyPatch, _: Stage) -> None:
    """A number is taken in a transaction of its own, before the dossier that gets it."""
    take = intake._number

    def committed(session: Session, *told: Any) -> Any:
        number = take(session, *told)
        session.exec_driver_sql("COMMIT")
        session.exec_driver_sql("BEGIN IMMEDIATE")
        return number

    patched.setattr(intake, "_number", committed)


def clocks_alone(patched: pytest.MonkeyPatch, _: Stage) -> None:
    """An act may be ordered before what it was done to, when a clock was wrong."""
    read = append._head
    patched.setattr(append, "_head", lambda session, author, _: read(session, author, ()))


def chains_unread(patched: pytest.MonkeyPatch, _: Stage) -> None:
    """A fetch takes what it gets, whether it continues what is held or not."""
    patched.setattr(pull, "verify", lambda entries, seq, previous: entries[-1].hash)


def let_go_of_what_is_unsent(patched: pytest.MonkeyPatch, _: Stage) -> None:
    """A counter lets go of what ended, whether the centre holds it or not."""
    patched.setattr(retention, "held_by_centre", lambda session, subjects, reach: list(subjects))


def holes_without_an_end(patched: pytest.MonkeyPatch, _: Stage) -> None:
    """All that was let go of is left out, also the entry that the next is chained to."""
    patched.setattr(retention, "pairwise", lambda rows: ((row, row) for row in rows))


MUTANTS: Final = tuple(
    Mutant(apply.__name__, apply, seed)
    for apply, seed in (
        (cursor_first, 17),
        (copies_count_twice, 25),
        (trusted_mark, 5),
        (blind_insert, 25),
        (numbers_without_hashes, 2),
        (streams_used_again, 1),
        (spares_given_again, 38),
        (no_refold, 1),
        (acknowledged_before_the_answer, 1),
        (carried_as_new_acts, 1),
        (nothing_carried, 1),
        (nobody_steps_in, 1),
        (former_streams_forgotten, 9),
        (ranges_by_seat, 1),
        (in_two_transactions, 2),
        (number_before_the_dossier, 4),
        (clocks_alone, 5),
        (chains_unread, 17),
        (let_go_of_what_is_unsent, 14),
        (holes_without_an_end, 14),
    )
)

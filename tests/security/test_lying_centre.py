"""A centre in wrong hands: the counter answers by an error with words, loses nothing, works on."""

from __future__ import annotations

import random
import socket
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from uuid import UUID, uuid4

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from counter_app.centre.administration import change_setting
from counter_app.domain.numbers import NoRange
from counter_app.errors import CounterError
from counter_app.journal.entries import hash_of
from counter_app.journal.rebuild import broken_chains, differences
from counter_app.postgres import CentreFailing, CentreReadOnly, CentreRefused, CentreUnreachable
from counter_app.progress import Silent
from counter_app.schema.tables import journal
from counter_app.store import dossiers
from counter_app.sync import close, enrolment, push, wire
from counter_app.sync.answers import AnswerUnusable
from counter_app.sync.hello import OtherCentre
from counter_app.sync.reconcile import NoSpareStream
from counter_app.sync.standing import NOTHING
from tests.fixtures.desk import FIRST_DAY
from tests.fixtures.lying_line import LyingLine, garbling, honest
from tests.fixtures.sync import centre, counter, new_counter

__all__ = ["centre", "counter", "new_counter"]

FEW = settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))
ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**70), 2**70),
    st.floats(allow_nan=False),
    st.text(max_size=20),
    st.sampled_from(
        ["", "ok", "stale", "sealed", "unknown", "protocol", "suspended", "x" * 10_000]
    ),
    st.uuids().map(str),
    st.lists(st.integers(), max_size=3),
    st.dictionaries(st.text(max_size=4), st.integers(), max_size=3),
)


@dataclass
class Witness:
    """What an officer did, and whether all of it is still there."""

    counter: object
    acts: set[UUID] = field(default_factory=set)

    def work(self):
        receipt = self.counter.receive()
        self.acts.add(receipt.subject)
        return receipt

    def check(self):
        """Nothing is lost, nothing is false, and one can go on."""
        with self.counter.store.reading() as session:
            held = set(
                session.execute(
                    select(journal.c.subject).where(journal.c.kind == "dossier_received")
                ).scalars()
            )
            assert self.acts <= held
            assert broken_chains(session, Silent()) == []
            assert differences(session, Silent()) == []
        found = {row.subject for row in self.counter.desk.ask(dossiers.newest, 1000)}
        assert self.acts <= found
        with suppress(NoRange):  # the centre gives the numbers, and may have named another stream
            self.work()

    def recovers(self, centre):
        """The lies end: everything comes to the centre, once."""
        for _ in range(3):
            centre.work()
            with suppress(CounterError):
                self.counter.sync()
        self.counter.sync()
        centre.work()
        assert self.counter.status().unsent == 0
        subjects = {row[0] for row in centre.rows()["dossier"]}
        assert self.acts <= subjects


@pytest.fixture
def witness(counter):
    counter.line = LyingLine.instead_of(counter.line)
    made = Witness(counter)
    made.work()
    counter.sync()
    return made


def listened(counter):
    """Run a round; return the name of the error it ended with."""
    try:
        counter.sync()
    except CounterError as error:
        return str(error) and type(error).__name__
    return ""


def changed(answer, name, value, remove):
    made = dict(answer)
    if remove:
        made.pop(name, None)
    else:
        made[name] = value
    return made


@FEW
@given(
    st.sampled_from(["hello", "renew"]),
    st.lists(st.tuples(ODD, st.booleans()), min_size=1, max_size=3),
    st.integers(0, 2**32 - 1),
)
def test_control_answers_with_odd_values(centre, witness, call_too, oddities, seed):
    calls, draws = {"hello", call_too}, random.Random(seed)

    def lie(call, answer):
        if call not in calls:
            return answer
        for value, remove in oddities:
            answer = changed(answer, draws.choice(sorted(answer) or ["status"]), value, remove)
        return answer

    witness.work()
    witness.counter.line.lie = lie
    listened(witness.counter)
    witness.counter.line.lie = honest
    witness.check()


def test_after_all_odd_answers_everything_reaches_an_honest_centre(centre, witness):
    draws = random.Random(5)
    odd = [None, 1, "x", [], {}, True, 2**70, -1, str(uuid4()), "ok", "unknown"]
    for _ in range(30):
        witness.counter.line.lie = lambda _call, answer: changed(
            answer, draws.choice(sorted(answer)), draws.choice(odd), draws.random() < 0.3
        )
        witness.check()
        listened(witness.counter)
    witness.counter.line.lie = honest
    witness.recovers(centre)


HEADS = [
    {},
    None,
    [],
    "heads",
    {"x": [1, "00" * 32]},
    {str(uuid4()): [1]},
    {str(uuid4()): [1, "00"]},
    {str(uuid4()): [0, "00" * 32]},
    {str(uuid4()): [-1, "00" * 32]},
    {str(uuid4()): [True, "00" * 32]},
    {str(uuid4()): [2**63, "00" * 32]},
    {str(uuid4()): [1e3, "00" * 32]},
    {str(uuid4()): ["1", "00" * 32]},
    {str(uuid4()): [5, "00" * 32]},
    {str(UUID(int=number)): [1, "00" * 32] for number in range(100_001)},
]


def test_heads_that_no_centre_has(centre, witness):
    for heads in HEADS:
        witness.work()
        witness.counter.line.lie = lambda _call, answer, heads=heads: {**answer, "heads": heads}
        listened(witness.counter)
        witness.counter.line.lie = honest
        witness.check()
    witness.recovers(centre)


def test_another_centre_under_the_same_address_is_told_apart(witness):
    witness.counter.line.lie = lambda call, answer: {**answer, "centre": str(uuid4())}
    witness.work()
    assert listened(witness.counter) == OtherCentre.__name__
    assert witness.counter.status().unsent == 1
    witness.check()


def test_a_stream_that_is_somebody_elses_is_not_taken_over(centre, new_counter, witness):
    other = new_counter(8)
    other.receive()
    other.sync()
    witness.counter.sync()
    own = witness.counter.desk.seat.stream_id

    def lie(call, answer):
        theirs = str(other.desk.seat.stream_id)
        return {**answer, "status": "unknown"} if call == "hello" else {**answer, "stream": theirs}

    witness.counter.line.lie = lie
    assert listened(witness.counter) == NoSpareStream.__name__
    assert witness.counter.desk.seat.stream_id == own
    witness.check()


LIES_OF_PULL = {
    "nothing": lambda page: [],
    "twice": lambda page: page + page,
    "backwards": lambda page: page[::-1],
    "a hole": lambda page: page[1:],
    "another payload": lambda page: [page[0]._replace(payload='{"name":"x"}'), *page[1:]],
    "another officer": lambda page: [page[0]._replace(officer="gian"), *page[1:]],
    "another stream": lambda page: [entry._replace(stream_id=uuid4()) for entry in page],
    "another hash": lambda page: [page[0]._replace(hash=bytes(32)), *page[1:]],
    "a short hash of the payload": lambda page: [
        page[0]._replace(payload=None, payload_hash=b"x"),
        *page[1:],
    ],
    "far ahead": lambda page: [entry._replace(seq=entry.seq + 10**9) for entry in page],
}


def test_entries_that_do_not_continue_a_chain(centre, new_counter, witness, monkeypatch):
    other = new_counter(8)
    truth = wire.pull
    for lie in LIES_OF_PULL.values():
        other.receive()
        other.receive()
        other.sync()
        with monkeypatch.context() as lying:
            lying.setattr(wire, "pull", lambda *asked, lie=lie: lie(truth(*asked)))
            witness.work()
            listened(witness.counter)
            witness.check()
    witness.recovers(centre)
    assert {row[0] for row in witness.counter.rows()["dossier"]} == {
        row[0] for row in centre.rows()["dossier"]
    }


def test_nothing_is_slipped_into_our_own_stream(centre, new_counter, witness, monkeypatch):
    """The chain has no secret: a centre could go on with it. Only we may write it."""
    new_counter(8).receive()
    own = witness.counter.desk.seat.stream_id
    before = witness.counter.heads()[own]
    truth = wire.pull

    def forged(*asked):
        page = truth(*asked)
        seq, link = before
        ours = page[0]._replace(stream_id=own, seq=seq + 1)
        return [*page, ours._replace(hash=hash_of(ours, link))]

    with centre.writing() as (session, by):
        change_setting(session, by, "centre", {"name": "x"}, FIRST_DAY)
    with monkeypatch.context() as lying:
        lying.setattr(wire, "pull", forged)
        assert listened(witness.counter) == AnswerUnusable.__name__
    assert witness.counter.heads()[own] == before
    witness.recovers(centre)


LIES_OF_PUSH = {
    "nothing new": lambda status, seq, link: ("ok", *NOTHING),
    "no progress": lambda status, seq, link: ("ok", 1, link),
    "too far": lambda status, seq, link: ("ok", seq + 10**6, link),
    "another hash": lambda status, seq, link: ("ok", seq, bytes(32)),
    "no hash": lambda status, seq, link: ("ok", seq, None),
    "no number": lambda status, seq, link: ("ok", None, link),
    "words": lambda status, seq, link: ("ok", "1", "2"),
    "no status": lambda status, seq, link: (None, seq, link),
    "another status": lambda status, seq, link: ("x" * 10**6, seq, link),
    "gap": lambda status, seq, link: ("gap", 0, bytes(32)),
    "forked": lambda status, seq, link: ("forked", seq, link),
}


def test_false_receipts_for_what_was_sent(centre, witness, monkeypatch):
    truth = wire.push_packed
    for lie in LIES_OF_PUSH.values():
        with monkeypatch.context() as lying:
            lying.setattr(wire, "push_packed", lambda *sent, lie=lie: lie(*truth(*sent)))
            witness.work()
            listened(witness.counter)
            witness.check()
    witness.recovers(centre)


def test_hashes_that_are_none(centre, witness, monkeypatch):
    own = str(witness.counter.desk.seat.stream_id)

    def lie(call, answer):
        if call != "hello":
            return answer
        heads = {name: [seq, "00" * 32] for name, (seq, _) in answer["heads"].items()}
        return {**answer, "heads": {**heads, own: answer["heads"][own]}}

    for told in ([], [None], [b"x"], [b"x" * 32, b"y" * 32], ["x"], None, 5):
        witness.work()
        with monkeypatch.context() as lying:
            lying.setattr(wire, "hashes", lambda *_, told=told: told)
            witness.counter.line.lie = lie
            listened(witness.counter)
            witness.counter.line.lie = honest
            witness.check()
    witness.recovers(centre)


FALSE_PROOFS = [
    {"code": "../../etc/x"},
    {"code": "x" * 500},
    {"code": ""},
    {"code": None},
    {"given_at": -1},
    {"given_at": 10**40},
    {"given_at": "today"},
    {"status": None},
    {"status": "differs", "counts": "y" * 10**6},
]


def test_a_false_proof_of_the_day(centre, witness):
    counter = witness.counter
    for false in FALSE_PROOFS:
        counter.line.lie = lambda call, answer, false=false: (
            {**answer, **false} if call == "close_day" else answer
        )
        with pytest.raises((AnswerUnusable, close.ProofDiffers)) as refused:
            close.close_day(counter.desk, counter.line, FIRST_DAY, Silent())
        assert len(str(refused.value)) < 1000
        counter.line.lie = honest
        witness.check()
    witness.recovers(centre)


FALSE_ENROLMENTS = [
    {"seat": 8},
    {"seat": "7"},
    {"stream": None},
    {"stream": "00000000-0000-8000-8000-000000000001"},
    {"centre_stream": str(UUID(int=5))},
    {"nonce": 1},
    {"epoch": "x"},
    {"epoch": 2**70},
    {"status": 5},
    {"centre": "x"},
]


def test_a_false_answer_to_an_enrolment_leaves_the_seat_as_it_was(centre, witness, monkeypatch):
    counter = witness.counter
    code = centre.invite(7).code
    before = counter.desk.seat
    counter.line.close()
    for false in FALSE_ENROLMENTS:
        with monkeypatch.context() as lying:
            lying.setattr(enrolment, "Line", LyingLine)
            lying.setattr(
                LyingLine,
                "lie",
                staticmethod(lambda _call, answer, false=false: {**answer, **false}),
            )
            with pytest.raises(AnswerUnusable):
                enrolment.enrol(
                    counter.store, counter.desk.clock, counter.line.route, code, counter.kept,
                    counter.home, Silent(),
                )  # fmt: skip
        assert counter.desk.ask(enrolment.seat) == before
    counter.enrol_again(code)
    witness.check()


@pytest.mark.parametrize("seed", range(25))
def test_bytes_changed_on_the_way(centre, witness, seed):
    draws = random.Random(seed)
    counter = witness.counter
    with garbling(centre.route.host, centre.route.port, draws) as line:
        counter.through(line.port)
        counter.line.patience = 0.7
        for _ in range(4):
            witness.work()
            listened(counter)
            counter.line.close()
            witness.check()
    counter.line.patience = 20.0
    counter.through(centre.route.port)
    witness.recovers(centre)


ERRORS = {
    "42601": CentreFailing,
    "22P02": CentreFailing,
    "P0001": CentreFailing,
    "XX000": CentreFailing,
    "53100": CentreFailing,
    "CA002": CentreRefused,
    "42501": CentreRefused,
    "57P01": CentreUnreachable,
    "99999": CentreFailing,
    "40001": CentreUnreachable,
    "0A000": CentreFailing,
    "25006": CentreReadOnly,
}


def test_any_error_of_the_server_has_words(centre, witness):
    for sqlstate, expected in ERRORS.items():
        with centre.centre.raw() as session:
            session.exec_driver_sql(
                "CREATE OR REPLACE FUNCTION counter.hello(p_message jsonb) RETURNS jsonb LANGUAGE "
                f"plpgsql AS $$ BEGIN RAISE 'x' USING ERRCODE = '{sqlstate}'; END $$"
            )
        with pytest.raises(expected):
            witness.counter.sync()
    witness.check()


def test_a_page_of_another_shape_is_refused(centre, witness):
    with centre.centre.raw() as session:
        session.exec_driver_sql("DROP FUNCTION counter.pull(uuid[], bigint[], integer)")
        session.exec_driver_sql(
            "CREATE FUNCTION counter.pull(uuid[], bigint[], integer) RETURNS TABLE(stream_id text, "
            "seq text, entry_id text, subject text, kind text, version text, occurred_at text, "
            "recorded_at text, clock text, officer text, based_on text, payload text, "
            "payload_hash text, hash text) LANGUAGE sql AS $$ SELECT 'a','b','c','d','e','f','g',"
            "'h','i','j','k','l','m','n' $$"
        )
        session.exec_driver_sql(
            f"GRANT EXECUTE ON FUNCTION counter.pull(uuid[], bigint[], integer) TO "
            f'"{centre.route.database}_seats"'
        )
    with centre.writing() as (session, by):
        change_setting(session, by, "centre", {"name": "x"}, FIRST_DAY)
    assert listened(witness.counter) == AnswerUnusable.__name__
    witness.check()


def test_a_centre_that_wants_the_password_in_the_clear_does_not_get_it(counter, tmp_path):
    """A stand-in that answers the greeting by asking for a plain password, or for none."""
    seen = bytearray()
    for wanted in (3, 5, 0):  # plain, md5, none at all
        listener = socket.create_server(("127.0.0.1", 0))

        def serve(listener=listener, wanted=wanted):
            client, _ = listener.accept()
            with client:
                client.settimeout(3)
                with suppress(OSError):
                    client.recv(4096)
                    salt = b"salt" if wanted == 5 else b""
                    body = wanted.to_bytes(4) + salt
                    client.sendall(b"R" + (4 + len(body)).to_bytes(4) + body)
                    while data := client.recv(4096):
                        seen.extend(data)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        counter.through(listener.getsockname()[1])
        with pytest.raises((CentreRefused, CentreUnreachable)):
            counter.sync()
        thread.join(5)
        listener.close()
    assert counter.line._password.encode() not in bytes(seen)
    assert b"md5" not in bytes(seen)


def test_sending_does_not_run_for_ever(witness, monkeypatch):
    monkeypatch.setattr(wire, "push_packed", lambda *sent: ("ok", *NOTHING))
    witness.work()
    with pytest.raises(push.StreamForked):
        push.send(witness.counter.store, witness.counter.desk.clock, witness.counter.line, Silent())


def test_the_words_of_a_server_are_not_taken_for_ours():
    assert not issubclass(psycopg.Error, CounterError)

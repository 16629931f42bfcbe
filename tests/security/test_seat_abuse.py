"""What somebody with a seat's password can do to the others: hold up, fill up, listen in."""

from __future__ import annotations

import json
from contextlib import ExitStack, closing, suppress
from datetime import date, timedelta

import psycopg
import pytest
from psycopg import errors
from sqlalchemy import select

from counter_app.centre import worker
from counter_app.journal.dossiers import RECEIVED
from counter_app.journal.entries import Entry
from counter_app.schema.tables import journal
from counter_app.sync.reconcile import _rewritten, wire_in
from counter_app.sync.standing import NOTHING, head_of


@pytest.fixture
def thief(town):
    with town.thief() as connection:
        yield connection


def goes_on(town):
    """Tell whether the honest seat still works: takes in, sends, is proved."""
    town.honest.receive()
    return town.honest.sync().pushed >= 1 and town.honest.status().unsent == 0


def test_what_other_seats_ask_and_where_they_sit_is_not_seen(town, thief):
    with town.honest.line.connection() as line:
        line.execute("SELECT 'Nguyễn Thị Ánh 012188000123'")
        seen = thief.execute(
            "SELECT query, client_addr, client_port, wait_event FROM pg_stat_activity"
            " WHERE usename <> session_user AND usename IS NOT NULL"
        ).fetchall()
    town.honest.line.close()
    assert seen
    assert {query for query, *_ in seen} == {"<insufficient privilege>"}
    assert {(address, port, waits) for _, address, port, waits in seen} == {(None, None, None)}


@pytest.mark.parametrize("what", ["pg_terminate_backend", "pg_cancel_backend"])
def test_other_seats_cannot_be_cut(town, thief, what):
    with town.honest.line.connection() as line:
        (pid,) = line.execute("SELECT pg_backend_pid()").fetchone()
        with pytest.raises(errors.InsufficientPrivilege):
            thief.execute(f"SELECT {what}(%s)", [pid])
        line.execute("SELECT 1")
    town.honest.line.close()


def test_a_copy_without_words_takes_them_from_nobody(town):
    number = town.honest.receive().number
    town.honest.sync()
    town.stolen.sync()
    with town.stolen.store.writing() as session:
        theirs = journal.c.stream_id == town.honest.desk.seat.stream_id
        (*_, received) = session.execute(
            select(journal).where(theirs, journal.c.kind == RECEIVED).order_by(journal.c.seq)
        )
        own = town.stolen.desk.seat.stream_id
        blank = Entry._make(received)._replace(payload=None)  # under the hash that it has
        wire_in(session, _rewritten([blank], own, head_of(session, own)))
    town.stolen.sync()
    assert town.honest.sync().pulled
    town.centre.work()
    for rows in (town.centre.rows(), town.honest.rows()):
        assert number in {row[1] for row in rows["dossier"]}


def test_notices_without_end_hold_up_nobody(town):
    with ExitStack() as stack:
        listening = stack.enter_context(closing(town.thief()))
        listening.execute("LISTEN mine")
        listening.execute("BEGIN")  # so that nothing of the queue is thrown away
        loud = stack.enter_context(closing(town.thief()))
        for _ in range(20):
            loud.execute(
                "SELECT count(pg_notify('mine', repeat('x', 7000) || n))"
                " FROM generate_series(1, 200) AS n"
            )
        assert goes_on(town)
        assert worker.cut_long_work(town.centre.centre, longest_seconds=0) >= 1
    assert town.centre.alarms().count("long_work") <= 1
    assert goes_on(town)


@pytest.mark.parametrize(
    "statement",
    [
        "DECLARE a CURSOR WITH HOLD FOR SELECT repeat('x', 1000000) FROM generate_series(1, 200)",
        "SELECT repeat('x', 1100000000)",
        "SELECT array_fill(1, ARRAY[1000000000])",
    ],
)
def test_a_statement_that_wants_too_much_is_refused_and_the_server_stands(town, thief, statement):
    with pytest.raises(psycopg.Error):
        thief.execute(statement)
    assert goes_on(town)


def test_a_gigantic_message_leaves_nothing_behind(town, thief):
    message = {
        "stream": str(town.hostile().stream), "acked": 0, "now": 0, "nonce": None, "attempt": None,
        "protocol_min": 1, "protocol_max": 1, "unsent": 0, "version": "v" * 20_000_000,
    }  # fmt: skip
    town.stolen.line.close()
    with suppress(psycopg.Error):
        thief.execute("SELECT counter.hello(%s)", [json.dumps(message)])
    with town.centre.centre.raw() as session:
        longest = session.exec_driver_sql("SELECT max(length(client_version)) FROM stream").scalar()
    assert longest <= 32


@pytest.mark.parametrize(
    "setting",
    [
        "standard_conforming_strings = off",
        "client_encoding = 'LATIN1'",
        "bytea_output = 'escape'",
        "transform_null_equals = on",
        "search_path = pg_temp, public",
        "DateStyle = 'SQL, DMY'",
        "TimeZone = 'Pacific/Kiritimati'",
        "default_transaction_isolation = 'serializable'",
        "plpgsql.extra_errors = 'all'",
        "array_nulls = off",
    ],
)
def test_settings_of_the_session_let_no_wrong_chain_in(town, setting):
    hostile = town.hostile()
    hostile.counter.line.close()
    with hostile.counter.line.connection() as connection:
        connection.execute(f"SET {setting}")
        for act in ({"payload": "{}"}, {"payload": "{}", "hash": bytes(32)}):
            with suppress(Exception):
                hostile.push([act])
    town.stolen.line.close()
    assert goes_on(town)  # it fetches and verifies what the thief may have sent


def test_a_proof_is_given_for_what_is_there_and_for_nothing_else(town, thief):
    hostile = town.hostile()
    hostile.push([{"payload": "{}"}])
    town.stolen.line.close()
    seq, link = hostile.head
    today = date(2026, 11, 20)

    def ask(**changed):
        message = {"stream": str(hostile.stream), "day": today.isoformat(), "first": seq + 1,
                   "seq": seq, "hash": link.hex(), "counts": {}} | changed  # fmt: skip
        try:
            (answer,) = thief.execute(
                "SELECT counter.close_day(%s)", [json.dumps(message)]
            ).fetchone()
        except psycopg.Error:
            return "refused"
        return answer["status"]

    assert ask() == "ok"
    for changed in (
        {"seq": 0},
        {"seq": 0, "hash": "00" * 1000},
        {"seq": -5, "hash": "00" * 32},
        {"seq": None},
        {"hash": None},
        {"hash": ""},
        {"day": None},
        {"counts": None},
        {"counts": {"dossier_received": 1}},
        {"seq": seq + 1},
    ):
        assert ask(**changed) in {"differs", "refused"}, changed
    assert ask(seq=0, first=1, hash=NOTHING.hash.hex()) == "ok"
    given = [ask(day=(today + timedelta(days=n)).isoformat()) for n in range(1, 80)]
    assert 40 < given.count("ok") <= 50
    with town.centre.centre.raw() as session:
        longest = session.exec_driver_sql("SELECT max(octet_length(hash)) FROM proof").scalar()
    assert longest == 32


def test_streams_without_end_are_not_opened(town, thief):
    """Each renewal takes one of the few spares; then it needs the worker, and is told."""
    town.centre.work()
    for _ in range(30):
        with suppress(psycopg.Error):
            thief.execute(
                "SELECT counter.renew(jsonb_build_object('token', gen_random_uuid(),"
                " 'stream', gen_random_uuid(), 'reason', repeat('x', 100000)))"
            )
    with town.centre.centre.raw() as session:
        opened = session.exec_driver_sql(
            f"SELECT count(*) FROM stream WHERE login = '{town.stolen.line.login}'"
        ).scalar()
    assert opened < 8
    assert "no_spare" in town.centre.alarms()
    assert goes_on(town)


@pytest.fixture
def limited(town):
    """Let a seat send 20 entries today, or 100 kB."""
    with town.centre.centre.raw() as session:
        session.exec_driver_sql("DELETE FROM sent_today")
        session.exec_driver_sql("UPDATE centre SET daily_entries = 20, daily_bytes = 100000")
    yield
    with town.centre.centre.raw() as session:
        session.exec_driver_sql("UPDATE centre SET daily_entries = DEFAULT, daily_bytes = DEFAULT")
        session.exec_driver_sql("UPDATE alarm SET settled = true WHERE kind = 'daily_limit'")


def rows_of(town, stream):
    with town.centre.centre.raw() as session:
        return session.exec_driver_sql(
            "SELECT count(*) FROM journal WHERE stream_id = %s", (stream,)
        ).scalar()


@pytest.mark.parametrize(
    ("act", "most"),
    [
        ({"payload": "{}"}, 20),
        ({"record": {"much": "x" * 10_000}}, 9),
        ({"payload": "{}", "based_on": "x" * 10_000}, 9),
    ],
)
def test_entries_without_end_are_refused_and_told(town, limited, act, most):
    hostile = town.hostile()
    before = rows_of(town, hostile.stream)
    answers = []
    while len(answers) < 40 and (not answers or answers[-1] == "ok"):
        answers.append(hostile.push([act]))
        hostile.head = town.hostile().head
    assert answers[-1] == "limit"
    assert rows_of(town, hostile.stream) - before == len(answers) - 1 <= most
    assert town.centre.alarms().count("daily_limit") == 1
    assert hostile.push([act] * 500) == "limit"
    town.stolen.line.close()
    assert goes_on(town)


def test_one_message_does_not_pass_the_limit(town, limited):
    hostile = town.hostile()
    before = rows_of(town, hostile.stream)
    assert hostile.push([{"payload": "{}"}] * 500) == "limit"
    hostile.head = town.hostile().head
    assert hostile.push([{"record": {"much": "x" * 200_000}}]) == "limit"
    assert rows_of(town, hostile.stream) == before
    town.stolen.line.close()


def test_a_new_day_is_a_new_limit(town, limited):
    hostile = town.hostile()
    assert hostile.push([{"payload": "{}"}] * 20) == "ok"
    assert hostile.push([{"payload": "{}"}]) == "limit"
    with town.centre.centre.raw() as session:
        session.exec_driver_sql("UPDATE sent_today SET day = day - 1")
    hostile.head = town.hostile().head
    assert hostile.push([{"payload": "{}"}] * 20) == "ok"
    town.stolen.line.close()

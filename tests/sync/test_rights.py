"""What a stolen password of a seat is good for: sending and fetching, and nothing else."""

import psycopg
import pytest
from psycopg import errors

from counter_app.centre import migrations, seats, worker
from counter_app.centre.functions import SIGNATURES
from counter_app.cli import main
from counter_app.postgres import CentreRefused, CentreUnreachable
from counter_app.progress import Silent
from counter_app.schema.centre import metadata as own
from counter_app.schema.tables import metadata as shared
from counter_app.sync import push, wire


@pytest.fixture
def thief(counter):
    """A connection by the seat's password, without our program."""
    line = counter.line
    counter.line.close()
    with psycopg.connect(
        host=line.route.host, port=line.route.port, dbname=line.route.database,
        user=line.login, password=line._password, autocommit=True,
    ) as connection:  # fmt: skip
        yield connection


def test_the_group_may_execute_the_protocol_alone(centre, counter, thief):
    functions = thief.execute(
        "SELECT p.oid::regprocedure::text FROM pg_proc p "
        "WHERE pronamespace = 'counter'::regnamespace AND has_function_privilege(oid, 'EXECUTE')"
    ).fetchall()
    assert {name for (name,) in functions} == {s.replace(", ", ",") for s in SIGNATURES}


def test_no_table_can_be_touched(thief):
    for table in [*own.tables, *shared.tables]:
        for statement in ("SELECT * FROM {}", "DELETE FROM {}", "TRUNCATE {}", "COPY {} TO STDOUT"):
            with pytest.raises(errors.InsufficientPrivilege):
                thief.execute(statement.format(f"counter.{table}"))


HARMFUL = (
    "CREATE TABLE public.mine (a int)",
    "CREATE TABLE counter.mine (a int)",
    "CREATE TEMPORARY TABLE mine (a int)",
    "CREATE SCHEMA mine",
    "CREATE FUNCTION pg_temp.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "DO $$ BEGIN NULL; END $$",
    "SELECT lo_from_bytea(0, 'x')",
    "SELECT lo_create(0)",
    "SELECT lo_creat(0)",
    "SELECT pg_advisory_lock(1)",
    "SELECT pg_try_advisory_xact_lock(1)",
    "SELECT pg_control_system()",
    "SELECT pg_logical_emit_message(false, 'a', 'b')",
    "SELECT pg_read_file('postgresql.conf')",
    "SELECT * FROM pg_authid",
    "COPY (SELECT 1) TO PROGRAM 'true'",
    "COPY (SELECT 1) TO '/tmp/x'",
    "ALTER ROLE CURRENT_USER SUPERUSER",
    "ALTER ROLE CURRENT_USER VALID UNTIL 'infinity'",
    "ALTER ROLE CURRENT_USER CONNECTION LIMIT 100",
    "SET temp_file_limit = -1",
    "CREATE ROLE other LOGIN",
    "SELECT pg_reload_conf()",
    "SELECT counter.raise_alarm(NULL, 'a', 'b')",
    "SELECT counter.opened(session_user::text, gen_random_uuid())",
)


def test_what_could_harm_the_server_is_denied(thief):
    for statement in HARMFUL:
        with pytest.raises((errors.InsufficientPrivilege, errors.InvalidSchemaName)):
            thief.execute(statement)


def test_the_owners_role_cannot_be_taken(centre, thief):
    for role in ("owner", "seat_8"):
        with pytest.raises((errors.InsufficientPrivilege, errors.InvalidParameterValue)):
            thief.execute(f'SET ROLE "{centre.route.database}_{role}"')


def test_a_fourth_connection_is_one_too_many(counter, thief):
    lines = [
        psycopg.connect(
            host=counter.line.route.host, port=counter.line.route.port,
            dbname=counter.line.route.database, user=counter.line.login,
            password=counter.line._password,
        )
        for _ in range(2)
    ]  # fmt: skip
    with pytest.raises(CentreUnreachable, match="too many"):
        counter.sync()
    for line in lines:
        line.close()


def test_a_seat_cannot_write_into_the_stream_of_another(centre, new_counter):
    seven, eight = new_counter(7), new_counter(8)
    eight.receive()
    theirs = eight.desk.seat.stream_id
    with eight.store.reading() as session:
        rows = wire.stored(session, theirs, 0, 10)
    with seven.line.connection() as connection:
        status, _, _ = wire.push(connection, theirs, 1, rows)
    assert status == "unknown"
    assert theirs not in centre.heads()


def test_a_seat_cannot_write_into_the_stream_of_the_centre(centre, counter):
    counter.receive()
    with counter.store.reading() as session:
        rows = wire.stored(session, counter.desk.seat.stream_id, 0, 10)
    (of_centre,) = centre.heads()
    with counter.line.connection() as connection:
        assert wire.push(connection, of_centre, 1, rows)[0] == "unknown"


def test_a_seat_cannot_say_hello_or_close_for_another(new_counter):
    seven, eight = new_counter(7), new_counter(8)
    stream = str(eight.desk.seat.stream_id)
    message = {"stream": stream, "protocol_min": 1, "protocol_max": 1, "acked": 0, "now": 0,
               "nonce": None, "attempt": None, "unsent": 0, "version": "1", "seat": 8}  # fmt: skip
    answer = seven.line.ask("hello", message)
    assert (answer["status"], answer["nonce"]) == ("unknown", None)
    day = {"stream": stream, "day": "2026-11-20", "first": 1, "seq": 0, "hash": "", "counts": {}}
    assert seven.line.ask("close_day", day) == {"status": "unknown"}
    assert not eight.sync().renewed


def test_a_login_with_an_open_code_gets_nothing(centre, counter):
    with counter.line.connection() as connection:
        centre.invite(7)
        for call in (
            lambda: wire.pull(connection, [(counter.desk.seat.stream_id, 0)], 10),
            lambda: wire.hashes(connection, counter.desk.seat.stream_id, [1]),
        ):
            with pytest.raises(psycopg.DatabaseError, match="not an enrolled seat"):
                call()
    assert counter.line.ask("renew", {"token": None})["status"] == "suspended"
    counter.receive()
    with pytest.raises(push.StreamForked, match="unknown"):
        push.send(counter.store, counter.desk.clock, counter.line, Silent())


def test_a_blocked_seat_is_cut_at_once_and_keeps_what_it_has(centre, counter):
    counter.sync()
    counter.receive()
    with centre.writing() as (session, _):
        seats.block(session, 7)
    with pytest.raises(CentreUnreachable):
        counter.sync()
    with pytest.raises(CentreRefused):
        counter.sync()
    assert counter.status().unsent == 1
    counter.enrol_again(centre.invite(7).code)
    assert counter.status().unsent == 0


def test_an_administrator_blocks_a_seat_from_the_command_line(
    centre, counter, postgres_url, capsys
):
    counter.sync()
    assert main(["centre", "block", "--number", "7", "--centre", postgres_url]) == 0
    assert "seat 07 is let in no more" in capsys.readouterr().out
    with pytest.raises(CentreUnreachable):
        counter.sync()
    with pytest.raises(CentreRefused):
        counter.sync()
    assert main(["centre", "block", "--number", "99", "--centre", postgres_url]) == 1
    assert "no seat 99" in capsys.readouterr().err


def test_what_a_superuser_made_leaves_nothing_open_in_this_database(centre):
    again = migrations.init(centre.centre)
    assert [words for words in again.open_ends if "other databases" not in words] == []


def test_an_administrator_who_is_no_superuser_is_told_what_stays_open(centre, postgres_url):
    name = centre.route.database + "_b"
    admin = f"{name}_admin"
    server = psycopg.conninfo.make_conninfo(postgres_url, dbname="postgres")
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE ROLE {admin} LOGIN CREATEROLE PASSWORD 'word'")
        connection.execute(f"CREATE DATABASE {name} OWNER {admin}")
    try:
        route = centre.route
        own_centre = centre.centre.at(f"postgresql://{admin}:word@{route.host}:{route.port}/{name}")
        made = migrations.init(own_centre)
        assert made.fresh
        assert any("anybody may execute" in words for words in made.open_ends)
        assert any("plpgsql" in words for words in made.open_ends)
        assert not any("temporary" in words for words in made.open_ends)
        assert worker.step(own_centre) == 0
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")

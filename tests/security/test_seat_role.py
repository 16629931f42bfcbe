"""What a stolen password of a seat is good for, over TLS and with PostgreSQL's own tools."""

from __future__ import annotations

import json
import shutil
import subprocess
import time
from contextlib import ExitStack, suppress

import psycopg
import pytest
from psycopg import errors

from counter_app.centre import partitions, worker
from counter_app.postgres import CentreFailing
from counter_app.schema.centre import metadata as own
from counter_app.schema.tables import metadata as shared

PARTS = [partitions.part_name(part) for part in range(partitions.PARTS)]
TABLES = [f"counter.{name}" for name in (*own.tables, *shared.tables, *PARTS)]
OF_TABLES = [
    statement.format(table)
    for table in TABLES
    for statement in (
        "SELECT * FROM {}",
        "TABLE {}",
        "COPY {} TO STDOUT",
        "DELETE FROM {}",
        "TRUNCATE {}",
        "DROP TABLE {}",
        "ALTER TABLE {} ADD mine int",
        "CREATE INDEX ON {} ((1))",
        "CREATE RULE mine AS ON INSERT TO {} DO NOTHING",
        "GRANT SELECT ON {} TO PUBLIC",
        "SELECT table_to_xml('{}', true, true, '')",
        "SELECT ctid FROM {}",
        "EXPLAIN SELECT * FROM {}",
    )
]
ON_THE_JOURNAL = [
    "UPDATE counter.journal SET payload = '{}'",
    "UPDATE counter.head SET seq = 0",
    "UPDATE counter.stream SET login = session_user, state = 'open'",
    "UPDATE counter.enrolment SET used_at = NULL",
    "UPDATE counter.centre SET epoch = 0",
    "UPDATE counter.proof SET code = ''",
    "DELETE FROM counter.journal WHERE seq = 1",
    "INSERT INTO counter.alarm VALUES (1, 1, NULL, 'a', 'b', false)",
    "SELECT nextval('counter.alarm_id_seq')",
    "SELECT setval('counter.alarm_id_seq', 1)",
    "LOCK counter.head",
    "SELECT counter.opened('other', gen_random_uuid())",
    "SELECT counter.raise_alarm(NULL, 'a', 'b')",
    "SELECT counter.suspended()",
    "SELECT counter.now_ms()",
    "DROP FUNCTION counter.suspended()",
    "ALTER FUNCTION counter.suspended() OWNER TO CURRENT_USER",
    "CREATE OR REPLACE FUNCTION counter.suspended() RETURNS boolean LANGUAGE sql AS 'SELECT false'",
]
ON_THE_SERVER = [
    "SELECT rolname, rolpassword FROM pg_authid",
    "SELECT * FROM pg_shadow",
    "SELECT * FROM pg_hba_file_rules",
    "SELECT * FROM pg_file_settings",
    "SELECT * FROM pg_statistic",
    "SELECT * FROM pg_largeobject",
    "SHOW data_directory",
    "SELECT pg_read_file('postgresql.conf')",
    "SELECT pg_read_binary_file('/etc/passwd')",
    "SELECT pg_ls_dir('.')",
    "SELECT pg_stat_file('PG_VERSION')",
    "COPY (SELECT 1) TO PROGRAM 'true'",
    "COPY (SELECT 1) TO '/tmp/counter-stolen'",
    "CREATE TEMPORARY TABLE mine (a int)",
    "SELECT 1 AS a INTO TEMPORARY mine",
    "CREATE TABLE public.mine (a int)",
    "CREATE TABLE counter.mine (a int)",
    "CREATE SCHEMA mine",
    "CREATE VIEW counter.mine AS SELECT 1",
    "CREATE TYPE counter.mine AS ENUM ('a')",
    "CREATE FUNCTION pg_temp.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "CREATE EXTENSION dblink",
    "CREATE EXTENSION pg_trgm",
    "CREATE PUBLICATION mine",
    "CREATE DATABASE mine",
    "CREATE ROLE mine",
    "DO $$ BEGIN NULL; END $$",
    "LOAD 'auto_explain'",
    "SELECT lo_from_bytea(0, 'x')",
    "SELECT lo_create(0)",
    "SELECT lo_creat(0)",
    "SELECT lo_put(1, 0, 'x')",
    "SELECT lo_import('/etc/passwd')",
    "SELECT pg_advisory_lock(1)",
    "SELECT pg_try_advisory_lock(1)",
    "SELECT pg_advisory_xact_lock_shared(1)",
    "SELECT pg_logical_emit_message(false, 'a', repeat('b', 1000))",
    "SELECT pg_control_system()",
    "SELECT pg_create_logical_replication_slot('mine', 'pgoutput')",
    "SELECT pg_create_restore_point('mine')",
    "SELECT pg_switch_wal()",
    "SELECT pg_reload_conf()",
    "SELECT pg_rotate_logfile()",
    "SELECT pg_stat_reset()",
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'postgres'",
    "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE usename = 'postgres'",
    "CHECKPOINT",
    "ALTER SYSTEM SET work_mem = '1GB'",
    "ALTER ROLE CURRENT_USER SUPERUSER",
    "ALTER ROLE CURRENT_USER CREATEROLE",
    "ALTER ROLE CURRENT_USER BYPASSRLS",
    "ALTER ROLE CURRENT_USER CONNECTION LIMIT 100",
    "ALTER ROLE CURRENT_USER VALID UNTIL 'infinity'",
    "ALTER ROLE postgres PASSWORD 'mine'",
    "ALTER ROLE postgres SET log_statement = 'all'",
    "SET SESSION AUTHORIZATION postgres",
    "SET ROLE postgres",
    "SET ROLE pg_read_all_data",
    "SET ROLE pg_execute_server_program",
    "GRANT pg_read_all_data TO CURRENT_USER",
    "SET temp_file_limit = -1",
    "ALTER ROLE CURRENT_USER SET temp_file_limit = -1",
    "SET log_statement = 'none'",
    "SET session_replication_role = replica",
]
DENIED = (
    errors.InsufficientPrivilege,
    errors.InvalidSchemaName,
    errors.InvalidParameterValue,
    errors.WrongObjectType,
    errors.NoActiveSqlTransaction,
)


@pytest.fixture
def thief(town):
    with town.thief() as connection:
        yield connection


@pytest.mark.parametrize("statement", [*ON_THE_JOURNAL, *ON_THE_SERVER])
def test_it_is_denied(thief, statement):
    with pytest.raises(DENIED):
        thief.execute(statement)


def test_no_table_can_be_read_changed_or_taken(thief):
    for statement in OF_TABLES:
        with pytest.raises(DENIED):
            thief.execute(statement)


def test_a_whole_schema_gives_nothing_away(thief):
    for question in ("schema_to_xml('counter', true, true, '')", "database_to_xml(true, true, '')"):
        (told,) = thief.execute(f"SELECT {question}::text").fetchone()
        assert "<row" not in told and "payload" not in told


def test_limits_that_only_a_superuser_sets_stay_whatever_the_seat_resets(town, thief):
    for statement in (
        "ALTER ROLE CURRENT_USER RESET ALL",
        f'ALTER ROLE CURRENT_USER IN DATABASE "{town.database}" RESET ALL',
    ):
        thief.execute(statement)
    with town.thief() as again:
        assert again.execute("SHOW temp_file_limit").fetchone() == ("64MB",)
        with pytest.raises(errors.ConfigurationLimitExceeded):
            again.execute("SELECT * FROM generate_series(1, 30000000) AS a ORDER BY a DESC")


def test_what_cannot_be_taken_away_is_what_the_manual_says(thief):
    """Each of these is said in SECURITY.md; when PostgreSQL closes one, say so there."""
    for statement in (
        "SET statement_timeout = 0",
        "SET work_mem = '256MB'",
        "SELECT count(*) FROM pg_roles",
        "SELECT prosrc FROM pg_proc WHERE proname = 'push'",
        "NOTIFY mine, 'x'",
        "SELECT usename FROM pg_stat_activity",
    ):
        thief.execute(statement)


def test_a_long_statement_is_cut_by_the_centres_worker_and_told(town):
    with ExitStack() as stack:
        connections = [town.thief() for _ in range(2)]
        for connection in connections:
            stack.callback(connection.close)
            connection.execute("SET statement_timeout = 0")
        connections[0].execute("SET idle_in_transaction_session_timeout = 0")
        connections[0].execute("BEGIN")
        connections[0].execute("SELECT counter.hello('{}')")
        connections[1].pgconn.send_query(b"SELECT pg_sleep(60)")
        time.sleep(0.3)
        assert worker.cut_long_work(town.centre.centre, longest_seconds=600) == 0
        assert worker.cut_long_work(town.centre.centre, longest_seconds=0.2) == 2
        with pytest.raises(psycopg.OperationalError):
            connections[0].execute("SELECT 1")
    assert town.centre.alarms().count("long_work") == 1
    town.honest.receive()
    assert town.honest.sync().pushed >= 1


def test_connections_without_end_are_refused_while_others_go_on_working(town):
    with ExitStack() as stack:
        for _ in range(3):
            connection = stack.enter_context(town.thief())
            connection.execute("SELECT 1")
        for _ in range(5):
            with pytest.raises(psycopg.OperationalError, match="too many connections"):
                town.thief()
        town.honest.receive()
        assert town.honest.sync().pushed >= 1
        assert town.honest.status().unsent == 0


def test_nothing_is_pushed_for_another_seat_or_the_centre(town):
    hostile = town.hostile()
    before = town.centre.heads()
    for stream in (town.honest.desk.seat.stream_id, *before):
        if stream != hostile.stream:
            hostile.stream = stream
            hostile.head = hostile.head._replace(seq=0, hash=bytes(32))
            assert hostile.push([{"payload": "{}"}]) == "unknown"
    town.stolen.line.close()
    assert town.centre.heads() == before


@pytest.mark.parametrize(
    "call",
    [
        "hello('{}')",
        "hello('[]')",
        "hello('null')",
        'hello(\'{"stream": "x"}\')',
        'hello(\'{"acked": 1e40, "now": 0}\')',
        "enrol('{}')",
        'enrol(\'{"secret": null, "token": null}\')',
        "renew('{}')",
        'renew(\'{"token": null, "stream": null}\')',
        "close_day('{}')",
        "pull(NULL, NULL, NULL)",
        "pull(ARRAY[gen_random_uuid()], ARRAY[]::bigint[], -1)",
        "pull(array_fill(gen_random_uuid(), ARRAY[200000]), ARRAY[0]::bigint[], 1)",
        "hashes(NULL, NULL)",
        "hashes(gen_random_uuid(), array_fill(1::bigint, ARRAY[200000]))",
        "push(NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)",
    ],
)
def test_odd_messages_change_nothing(town, call):
    before = state_of(town)
    with town.thief() as thief, suppress(psycopg.Error):
        thief.execute(f"SELECT * FROM counter.{call}").fetchall()
    assert state_of(town) == before


def test_alarms_cannot_be_used_to_fill_the_disk_or_hide_others(town):
    hostile = town.hostile()
    with town.thief() as thief:
        for count in range(150):
            message = {"acked": 10**15, "seat": "x" * 100 + str(count), "now": 0,
                       "stream": str(hostile.stream), "protocol_min": 1, "protocol_max": 1,
                       "nonce": None, "attempt": None, "unsent": 0, "version": "1"}  # fmt: skip
            thief.execute("SELECT counter.hello(%s)", [json.dumps(message)])
    hostile.push([{"payload": "xx"} for _ in range(300)])
    town.stolen.line.close()
    while worker.step(town.centre.centre):
        pass
    kinds = town.centre.alarms()
    assert kinds.count("rewound") == 1
    assert kinds.count("unreadable") == 100


@pytest.mark.parametrize(
    "act",
    [
        {"payload": None, "payload_hash": b"short"},
        {"payload": None, "payload_hash": b""},
        {"payload": None, "payload_hash": bytes(33)},
        {"payload": "{}", "payload_hash": bytes(32)},
        {"payload": "x" * 5_000_000},
        {"kind": "k" * 65},
        {"officer": "o" * 65},
        {"hash": bytes(32)},
        {"hash": bytes(31)},
    ],
    ids=lambda act: "+".join(f"{name} {str(value)[:12]}" for name, value in act.items()),
)
def test_what_the_other_counters_would_not_believe_is_not_taken(town, act):
    hostile = town.hostile()
    before = town.centre.heads()
    with pytest.raises(
        (psycopg.Error, CentreFailing), match=r"do not continue the chain|value too long"
    ):
        hostile.push([act])
    town.stolen.line.close()
    assert town.centre.heads() == before


def state_of(town):
    """Return what a seat could change beyond its own clock and version."""
    with town.centre.centre.raw() as session:
        return [
            session.exec_driver_sql(f"SELECT {what}").fetchall()
            for what in (
                "count(*) FROM journal",
                "* FROM head ORDER BY stream_id",
                "stream_id, login, state, opened_by FROM stream ORDER BY stream_id",
                "* FROM enrolment ORDER BY code_hash",
                "count(*) FROM proof",
                "* FROM centre",
            )
        ]


def test_psql_gets_no_further(town, tmp_path):
    """The same list once more by the tool that an attacker would take."""
    psql = shutil.which("psql")
    if psql is None:
        pytest.skip("psql is not installed")
    script = tmp_path / "attack.sql"
    # COPY … TO STDOUT and CREATE DATABASE are refused as well, alone in their own message
    statements = [*ON_THE_JOURNAL, *ON_THE_SERVER, *OF_TABLES]
    script.write_text("".join(f"{statement};\n" for statement in statements), "utf-8")
    done = subprocess.run(
        [psql, "-X", "-q", "-A", "-t", "-d", town.conninfo(), "-f", str(script)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.stdout == ""
    assert done.stderr.count("ERROR:") == len(statements)


def test_psql_meta_commands_read_nothing(town):
    psql = shutil.which("psql")
    if psql is None:
        pytest.skip("psql is not installed")
    for command in (
        r"\copy counter.journal to stdout",
        r"\lo_import /etc/passwd",
        r"\dt counter.*",
    ):
        done = subprocess.run(
            [psql, "-X", "-q", "-A", "-t", "-d", town.conninfo(), "-c", command],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert "payload" not in done.stdout
        assert done.returncode != 0 or command.startswith(r"\dt")


def test_other_databases_of_the_server_are_closed_when_it_is_the_centres_own(town):
    from counter_app.centre import migrations

    for database in ("postgres", "template1"):
        with town.thief(dbname=database) as thief:  # as PostgreSQL comes
            thief.execute("SELECT 1")
    made = migrations.init(town.centre.centre)
    assert any("other databases" in words for words in made.open_ends)
    try:
        made = migrations.init(town.centre.centre, own_server=True)
        assert made.open_ends == ()
        for database in ("postgres", "template1"):
            with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
                town.thief(dbname=database)
        town.honest.receive()
        assert town.honest.sync().pushed >= 1
    finally:
        with psycopg.connect(town.server.conninfo(), autocommit=True) as administrator:
            for database in ("postgres", "template1"):
                administrator.execute(f"GRANT CONNECT, TEMPORARY ON DATABASE {database} TO PUBLIC")


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"sslmode": "disable"}, "no pg_hba.conf entry|no encryption"),
        ({"sslrootcert": "other"}, "certificate verify failed"),
        ({"sslrootcert": "system"}, "certificate verify failed|unable to get local issuer|weak"),
        ({"password": "guess"}, "authentication failed"),
        ({"password": ""}, "no password|authentication failed"),
        ({"host": "127.0.0.2"}, "refused|does not match|no pg_hba"),
    ],
    ids=["plain", "other authority", "system's authorities", "guessed", "none", "other name"],
)
def test_the_line_itself_is_proved(town, changed, words):
    if changed.get("sslrootcert") == "other":
        changed = {"sslrootcert": town.server.other_ca}
    with pytest.raises(psycopg.OperationalError, match=words):
        town.thief(**changed)


def test_the_password_is_a_scram_verifier_even_for_the_administrator(town):
    with psycopg.connect(town.server.conninfo(), autocommit=True) as administrator:
        (kept,) = administrator.execute(
            "SELECT rolpassword FROM pg_authid WHERE rolname = %s", [town.stolen.line.login]
        ).fetchone()
    assert kept.startswith("SCRAM-SHA-256$")
    assert town.stolen.line._password not in kept


def test_one_time_codes_are_kept_as_hashes_only(town):
    code = town.centre.invite(8).code
    secret = "".join(code.split("-")[1:])[:20]
    with town.centre.centre.raw() as session:
        rows = session.exec_driver_sql("SELECT * FROM enrolment").fetchall()
    assert secret.encode() not in b"".join(bytes(row[0]) for row in rows)
    town.honest.enrol_again(code)

import random
import time
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime

import psycopg
import pytest
import trustme
from psycopg import sql

from counter_app.centre import migrations
from counter_app.postgres import (
    CentreFailing,
    CentreNewer,
    CentreOlder,
    CentreRefused,
    CentreUnreachable,
    CertificateInvalid,
)
from counter_app.sync.line import Line, Route, RouteInsecure
from tests.fixtures.cut_line import cut_line
from tests.fixtures.sync import enrolled, small_centre


def test_a_centre_that_is_down_is_unreachable_and_work_goes_on(centre, counter):
    with cut_line(centre.route.host, centre.route.port, random.Random(1)) as line:
        counter.through(line.port)
        counter.sync()
        line.up = False
        receipt = counter.receive()
        for _ in range(3):
            with pytest.raises(CentreUnreachable):
                counter.sync()
        assert counter.status().unsent == 1
        assert "cannot be reached" in counter.status().problem
        line.up = True
        assert counter.sync().pushed == 1
    assert counter.status().problem == ""
    assert receipt.number


def test_nobody_listening_is_unreachable(counter):
    counter.through(1)
    with pytest.raises(CentreUnreachable, match="refused"):
        counter.sync()


def test_a_name_nobody_knows_is_unreachable(counter):
    counter.line.close()
    counter.line.route = Route("centre.invalid", authority=pem(trustme.CA()))
    with pytest.raises(CentreUnreachable):
        counter.sync()


def test_a_centre_that_keeps_silent_is_waited_for_only_so_long(centre, counter):
    with cut_line(centre.route.host, centre.route.port, random.Random(1)) as line:
        counter.through(line.port)
        counter.line.patience = 0.5
        counter.sync()
        line.silent = True
        began = time.monotonic()
        with pytest.raises(CentreUnreachable):
            counter.sync()
        assert time.monotonic() - began < 3
        line.silent = False
        counter.sync()


def test_a_wrong_password_is_told_apart(counter):
    wrong = Line(counter.line.route, counter.line.login, "đoán", counter.home)
    counter.line.close()
    counter.line = wrong
    with pytest.raises(CentreRefused, match="authentication failed"):
        counter.sync()


def test_a_full_house_is_only_a_matter_of_time(counter):
    holding = [
        Line(counter.line.route, counter.line.login, counter.line._password, counter.home)
        for _ in range(3)
    ]
    counter.line.close()
    for line in holding:
        with line.connection():
            pass
    with pytest.raises(CentreUnreachable, match="too many"):
        counter.sync()
    for line in holding:
        line.close()
    counter.sync()


def test_without_tls_only_a_demonstration_on_this_machine_is_reached(counter):
    for host in ("192.0.2.1", "example.invalid", "0.0.0.0"):
        line = Line(Route(host, demonstration=True), "seat", "word", counter.home)
        with pytest.raises(RouteInsecure):
            line.ask("hello", {})


@pytest.mark.parametrize(("lowest", "highest", "error"), [(2, 3, CentreNewer), (0, 0, CentreOlder)])
def test_a_centre_of_another_protocol_is_told_apart(centre, counter, lowest, highest, error):
    with centre.centre.raw() as session:
        session.exec_driver_sql(
            f"UPDATE counter.centre SET protocol_min = {lowest}, protocol_max = {highest}"
        )
    receipt = counter.receive()
    with pytest.raises(error):
        counter.sync()
    assert counter.status().unsent == 1
    migrations.init(centre.centre)
    counter.sync()
    assert receipt.number in {row[1] for row in counter.rows()["dossier"]}


def test_a_database_without_our_functions_is_an_older_centre(counter):
    database = counter.line.route.database
    counter.line.close()
    counter.line.route = replace(counter.line.route, database="postgres")
    with pytest.raises(CentreOlder):
        counter.sync()
    counter.line.route = replace(counter.line.route, database=database)
    counter.sync()


def test_a_fault_of_the_centre_itself_is_told_as_such(centre, counter):
    with centre.centre.raw() as session:
        session.exec_driver_sql(
            "CREATE OR REPLACE FUNCTION counter.hello(p_message jsonb) RETURNS jsonb "
            "LANGUAGE plpgsql AS $$ BEGIN RAISE disk_full; END $$"
        )
    with pytest.raises(CentreFailing):
        counter.sync()


@pytest.fixture
def secure(secure_postgres):
    """A server behind TLS and the name of an empty database on it."""
    name = f"centre_{random.SystemRandom().randrange(1 << 40)}"
    administer(secure_postgres, "CREATE DATABASE {}", name)
    yield secure_postgres, name
    administer(secure_postgres, "DROP DATABASE {} WITH (FORCE)", name)


def test_behind_tls_a_seat_enrols_and_sends(secure, tmp_path):
    server, name = secure
    route = Route(server.host, server.port, name, authority=server.ca.read_text("ascii"))
    counter = enrolled(small_centre(server.url(name), route), 7, tmp_path / "quầy 07")
    counter.receive()
    assert counter.sync().pushed == 1
    with counter.line.connection() as connection:
        used = connection.execute(
            "SELECT ssl, version FROM pg_stat_ssl WHERE pid = pg_backend_pid()"
        ).fetchone()
    counter.close()
    assert used[0] is True
    assert used[1] in {"TLSv1.2", "TLSv1.3"}


def test_a_certificate_of_another_authority_is_not_believed(secure, tmp_path):
    server, name = secure
    route = Route(server.host, server.port, name, authority=server.other_ca.read_text("ascii"))
    with pytest.raises(CertificateInvalid):
        Line(route, "anybody", "word", tmp_path).ask("hello", {})


def test_a_certificate_for_another_name_is_not_believed(secure, tmp_path):
    server, name = secure
    other = "127.0.0.2"
    with cut_line(server.host, server.port, random.Random(1), here=other) as line:
        route = Route(other, line.port, name, authority=server.ca.read_text("ascii"))
        with pytest.raises(CertificateInvalid):
            Line(route, "anybody", "word", tmp_path).ask("hello", {})


def test_an_expired_certificate_is_not_believed(secure, tmp_path):
    server, name = secure
    authority = trustme.CA()
    valid = authority.issue_cert(server.host)
    expired = authority.issue_cert(server.host, not_after=datetime(2020, 1, 1, tzinfo=UTC))
    route = Route(server.host, server.port, name, authority=pem(authority))
    with presenting(server, valid), pytest.raises(CentreRefused):
        Line(route, "anybody", "word", tmp_path).ask("hello", {})
    with presenting(server, expired), pytest.raises(CertificateInvalid):
        Line(route, "anybody", "word", tmp_path).ask("hello", {})


def test_a_centre_that_cannot_do_tls_gets_no_password(centre, tmp_path):
    route = replace(centre.route, demonstration=False, authority=pem(trustme.CA()))
    with pytest.raises(CertificateInvalid, match="does not support SSL"):
        Line(route, "anybody", "word", tmp_path).ask("hello", {})


def test_a_changed_authority_replaces_the_old_one(secure, tmp_path):
    server, name = secure
    wrong = Route(server.host, server.port, name, authority=server.other_ca.read_text("ascii"))
    with pytest.raises(CertificateInvalid):
        Line(wrong, "anybody", "word", tmp_path).ask("hello", {})
    right = replace(wrong, authority=server.ca.read_text("ascii"))
    with pytest.raises(CentreRefused):
        Line(right, "anybody", "word", tmp_path).ask("hello", {})


def pem(authority):
    return authority.cert_pem.bytes().decode("ascii")


def administer(server, statement, name):
    with psycopg.connect(server.conninfo(), autocommit=True) as connection:
        connection.execute(sql.SQL(statement).format(sql.Identifier(name)))


@contextmanager
def presenting(server, certificate):
    """Let the server prove itself by another certificate until the block ends."""
    files = server.data.with_name("server.crt"), server.data.with_name("server.key")
    before = [file.read_bytes() for file in files]
    chain = b"".join(part.bytes() for part in certificate.cert_chain_pems)
    # the one connection that is still believed tells the server to read its files again
    with psycopg.connect(server.conninfo(), autocommit=True) as connection:
        try:
            load(connection, files, (chain, certificate.private_key_pem.bytes()))
            yield
        finally:
            load(connection, files, before)


def load(connection, files, contents):
    before = connection.execute("SELECT pg_conf_load_time()").fetchone()
    for file, content in zip(files, contents, strict=True):
        file.write_bytes(content)
    connection.execute("SELECT pg_reload_conf()")
    while connection.execute("SELECT pg_conf_load_time()").fetchone() == before:
        time.sleep(0.05)
    time.sleep(0.2)  # the postmaster reads the files on its own

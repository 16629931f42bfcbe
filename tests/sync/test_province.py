"""A province gathers the journals of its centres, and reads and proves them as a centre does."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg
import pytest

from counter_app.centre import migrations, witness
from counter_app.centre.connection import Centre
from counter_app.clock import local_day
from counter_app.domain.reporting import Figures, calendar_month
from counter_app.progress import Silent
from counter_app.reports.monthly import monthly
from counter_app.schema.tables import dossier
from counter_app.usecases.withdrawals import withdraw
from tests.fixtures import province
from tests.fixtures.life import WITHDRAWN
from tests.fixtures.sync import SmallCentre, enrolled

TOWNS = ("lai_chau", "tam_duong", "than_uyen")


@pytest.fixture(scope="module")
def server():
    with TemporaryDirectory(prefix="counter-province-") as folder:
        Path(folder).chmod(0o755)
        with province.gathering(Path(folder) / "server") as running:
            yield running


@pytest.fixture
def towns(server, tmp_path):
    """Three centres with a counter each."""
    made = [province.town(server, name) for name in TOWNS]
    counters = [enrolled(one, 7, tmp_path / one.route.database) for one in made]
    yield list(zip(made, counters, strict=True))
    for counter in counters:
        counter.close()
    for name in TOWNS:
        drop(server, name)


@pytest.fixture
def gathered(server, towns):
    """The province's database, which has subscribed to all of them."""
    url = province.database(server, "province")
    made = SmallCentre(Centre.at(url), towns[0][0].route)
    migrations.init(made.centre)
    for name in TOWNS:
        province.subscribe(url, name, server.url(name))
    yield made
    for name in TOWNS:
        province.unsubscribe(url, name)
    drop(server, "province")


def drop(server, name):
    with psycopg.connect(server.url(), autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


def work_a_day(centre, counter, count):
    for nth in range(count):
        subject = counter.receive().subject
        counter.desk.clock.advance(timedelta(minutes=1))
        if nth % 2:
            withdraw(counter.desk, subject, WITHDRAWN)
    counter.sync()
    centre.work()


def gather(server, made):
    province.wait_until_gathered(server.url("province"), [server.url(name) for name in TOWNS])
    made.work()


def figures(made):
    today = local_day(made.clock.now_ms())
    with made.centre.reading() as session:
        return monthly(session, calendar_month(today.year, today.month)).figures


def test_the_province_holds_and_reports_what_its_centres_do(server, towns, request):
    for nth, (centre, counter) in enumerate(towns):
        work_a_day(centre, counter, 1 + nth)
    gathered = request.getfixturevalue("gathered")  # what they hold already comes as well
    for centre, counter in towns:
        work_a_day(centre, counter, 1)
    gather(server, gathered)
    dossiers = [centre.rows()[dossier.name] for centre, _ in towns]
    assert gathered.rows()[dossier.name] == set.union(*dossiers)
    assert sum(map(len, dossiers)) == 2 + 3 + 4
    with gathered.centre.reading() as session:
        assert witness.chains(session, "province", Silent()) == []
    whole = figures(gathered)
    parts = [figures(centre) for centre, _ in towns]
    assert whole == Figures.sum_of(parts)
    assert whole.received_new == 9


def test_what_was_written_while_the_line_was_down_comes_later(server, towns, gathered):
    work_a_day(*towns[0], 1)
    gather(server, gathered)
    with psycopg.connect(server.url("province"), autocommit=True) as connection:
        connection.execute(f"ALTER SUBSCRIPTION {TOWNS[1]} DISABLE".encode())
        for town in towns:
            work_a_day(*town, 2)
        connection.execute(f"ALTER SUBSCRIPTION {TOWNS[1]} ENABLE".encode())
    gather(server, gathered)
    assert len(gathered.rows()[dossier.name]) == 1 + 3 * 2


def test_a_journal_written_anew_at_a_centre_is_told_by_the_province(server, towns, gathered):
    centre, counter = towns[2]
    work_a_day(centre, counter, 2)
    gather(server, gathered)
    stream = counter.desk.seat.stream_id
    with centre.centre.raw() as session:  # what its administrator could do, with all the rights
        session.exec_driver_sql(
            f"UPDATE journal SET officer = 'minh', hash = sha256(hash) WHERE stream_id = '{stream}'"
        )
        session.exec_driver_sql(f"UPDATE head SET hash = sha256(hash) WHERE stream_id = '{stream}'")
    gather(server, gathered)
    with gathered.centre.reading() as session:
        (found,) = witness.chains(session, "province", Silent())
    assert found.stream_id == stream


def test_a_number_that_two_centres_gave_is_told(server, towns, gathered):
    numbers = {counter.receive().number for _, counter in towns[:2]}
    assert len(numbers) == 1  # both were given the same ranges of one agency
    for centre, counter in towns[:2]:
        counter.sync()
        centre.work()
    gather(server, gathered)
    assert "duplicate_number" in gathered.alarms()

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import func, select, text

from counter_app.centre import administration, migrations, seats, status, worker
from counter_app.centre.connection import (
    Centre,
    CentreMissing,
    CentreSchemaNewer,
    CentreSchemaOlder,
)
from counter_app.domain.numbers import SerialRange, overlapping
from counter_app.journal.append import append
from counter_app.journal.rebuild import differences
from counter_app.journal.subjects import subject_of
from counter_app.postgres import CentreRefused, CentreUnreachable
from counter_app.progress import Recorded, Silent
from counter_app.schema.tables import dossier, number_range, officer, procedure, setting
from tests.fixtures.desk import AGENCY, BIRTH, FIRST_DAY, PROCEDURES


def all_ranges(centre):
    with centre.centre.reading() as session:
        rows = session.execute(
            select(number_range.c.agency_code, number_range.c.first, number_range.c.last)
        )
        return [SerialRange(*row) for row in rows]


def test_init_may_be_repeated(centre):
    before = centre.heads(), centre.rows()
    again = migrations.init(centre.centre)
    assert not again.fresh
    assert (centre.heads(), centre.rows()) == before


def test_the_indexes_of_open_dossiers_are_partial_at_the_centre_too(centre):
    with centre.centre.reading() as session:
        found = dict(session.execute(text("SELECT indexname, indexdef FROM pg_indexes")).all())
    assert "WHERE (state = ANY" in found["dossier_due"]
    assert "WHERE (state = 9)" in found["dossier_waiting"]


def test_an_empty_database_is_no_centre(postgres_url):
    with pytest.raises(CentreMissing), Centre.at(postgres_url).reading():
        pass


@pytest.mark.parametrize("column", ["schema_version", "projection"])
def test_a_newer_centre_is_left_alone(centre, column):
    with centre.centre.raw() as session:
        session.execute(text(f"UPDATE centre SET {column} = {column} + 1"))
    with pytest.raises(CentreSchemaNewer), centre.centre.reading():
        pass
    with pytest.raises(CentreSchemaNewer):
        migrations.init(centre.centre)


def test_an_older_projection_is_made_anew(centre, counter):
    counter.receive()
    counter.sync()
    centre.work()
    with centre.centre.raw() as session:
        session.execute(text("UPDATE centre SET projection = projection - 1"))
        session.execute(text("UPDATE dossier SET number = 'old'"))
    with pytest.raises(CentreSchemaOlder), centre.centre.writing():
        pass
    migrations.init(centre.centre)
    assert centre.rows() == counter.rows()


def test_a_database_in_another_encoding_is_not_fit(postgres_url):
    centre = Centre.at(postgres_url)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(migrations, "_LONGEST_NAME", 5)
        with pytest.raises(migrations.DatabaseUnfit, match="longer"):
            migrations.init(centre)
        patched.setattr(migrations, "OLDEST_SERVER", 99)
        with pytest.raises(migrations.DatabaseUnfit, match="PostgreSQL 99"):
            migrations.init(centre)


def test_a_wrong_url_is_told_as_such(postgres_url):
    with pytest.raises(CentreRefused):
        migrations.init(Centre.at(postgres_url.replace("postgres:", "nobody:")))
    with pytest.raises(CentreUnreachable):
        migrations.init(Centre.at("postgresql://postgres@127.0.0.1:1/x"))


def test_ranges_of_an_agency_never_overlap(centre):
    for number, width in ((1, 100), (2, 250), (3, 10), (4, 100)):
        with centre.writing() as (session, by):
            seats.add_seat(session, by, number, f"Quầy {number}", [AGENCY], width=width)
    ranges = all_ranges(centre)
    assert len(ranges) == 4 * (1 + seats.SPARES)
    assert overlapping(ranges) == []
    assert sorted(map(len, ranges)) == [10, 10, 100, 100, 100, 100, 250, 250]


def test_seats_made_at_the_same_moment_get_ranges_of_their_own(centre):
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(centre.add_seat, range(1, 9)))
    assert overlapping(all_ranges(centre)) == []
    assert len(all_ranges(centre)) == 8 * (1 + seats.SPARES)


def test_who_writes_at_the_centre_has_it_alone(centre):
    with centre.writing(), centre.centre.raw() as other:
        locked = text("SELECT one FROM centre FOR UPDATE SKIP LOCKED")
        assert other.execute(locked).all() == []


def test_an_agency_whose_numbers_are_used_up_gets_no_further_seat(centre):
    with centre.writing() as (session, by):
        seats.add_seat(session, by, 1, "Quầy 1", [AGENCY], width=4900)
    with pytest.raises(seats.AgencyNumbersUsedUp), centre.writing() as (session, by):
        seats.add_seat(session, by, 2, "Quầy 2", [AGENCY], width=100)
    with centre.writing() as (session, by):
        seats.add_seat(session, by, 2, "Quầy 2", [AGENCY], width=99)
    assert max(r.last for r in all_ranges(centre)) <= 9999


def test_a_seat_is_made_once_and_only_for_known_agencies(centre):
    centre.add_seat(7)
    with pytest.raises(seats.SeatTaken):
        centre.add_seat(7)
    with pytest.raises(seats.UnknownAgency), centre.writing() as (session, by):
        seats.add_seat(session, by, 8, "Quầy 8", ["H35.99"])
    with pytest.raises(seats.UnknownSeat):
        centre.invite(8)


def test_a_seat_that_gets_another_agency_gets_its_numbers(centre, counter):
    with centre.writing() as (session, by):
        administration.define_agency(session, by, "H35.15", "Sở Y tế", FIRST_DAY)
        administration.define_seat(session, by, 7, "Quầy 07", [AGENCY, "H35.15"])
        assert seats.grant_ranges(session, by, 7) == 1 + seats.SPARES
        assert seats.grant_ranges(session, by, 7) == 0
    counter.sync()
    assert counter.rows() == centre.rows()


def test_publishing_the_same_again_adds_nothing(centre):
    changed = replace(BIRTH, name="Đăng ký khai sinh")
    with centre.writing() as (session, by):
        assert administration.publish_procedures(session, by, PROCEDURES, FIRST_DAY) == 0
        assert administration.publish_procedures(session, by, [changed], date(2027, 1, 1)) == 1
        versions = session.execute(
            select(func.count()).where(procedure.c.code == BIRTH.code)
        ).scalar()
    assert versions == 2


def test_an_officers_password_is_hashed_as_the_counter_checks_it(centre, counter):
    from counter_app.usecases.sign_in import WrongPassword, sign_in

    hashed = administration.hash_password("mật khẩu")
    assert "m=19456,t=2,p=1" in hashed
    with centre.writing() as (session, by):
        administration.define_officer(session, by, "hoa", "Hoa", ["intake"], hashed)
    counter.sync()
    assert sign_in(counter.desk, "hoa", "mật khẩu").name == "Hoa"
    with pytest.raises(WrongPassword):
        sign_in(counter.desk, "hoa", "sai")


def test_what_the_administrator_defines_stands_without_a_worker(centre):
    with centre.writing() as (session, by):
        administration.define_officer(session, by, "hoa", "Hoa", ["intake"], "", active=False)
        administration.change_setting(session, by, "centre", {"name": "Trung tâm"}, FIRST_DAY)
        assert (
            session.execute(select(officer.c.active).where(officer.c.login == "hoa")).scalar()
            is False
        )
        assert (
            session.execute(select(setting.c.record).where(setting.c.key == "centre")).scalar()
            == '{"name":"Trung tâm"}'
        )


def test_reference_data_from_a_seat_counts_nowhere_and_raises_an_alarm(centre, new_counter):
    seven, eight = new_counter(7), new_counter(8)
    with seven.store.writing() as session:
        append(
            session,
            seven.desk.author(),
            "officer_defined",
            subject_of("officer", "thief"),
            {"login": "thief", "name": "X", "roles": ["supervisor"], "password_hash": ""},
        )
    seven.sync()
    eight.sync()
    centre.work()
    assert "reference" in centre.alarms()
    for rows in (eight.rows(), centre.rows()):
        assert "thief" not in {row[1] for row in rows["officer"]}


def test_the_worker_may_run_twice_at_once(centre, counter):
    for _ in range(30):
        counter.receive()
    counter.sync()
    stop = threading.Event()
    progress = Recorded()
    workers = [
        threading.Thread(
            target=worker.work, args=(centre.centre, centre.clock, stop, progress, 0.05)
        )
        for _ in range(2)
    ]
    for one in workers:
        one.start()
    for _ in range(200):
        if len(centre.rows()["dossier"]) == 30:
            break
        stop.wait(0.05)
    stop.set()
    for one in workers:
        one.join()
    assert centre.rows() == counter.rows()
    with centre.centre.reading() as session:
        assert differences(session, Silent()) == []


def test_the_worker_waits_for_a_centre_that_is_away():
    stop = threading.Event()
    away = Centre.at("postgresql://postgres@127.0.0.1:1/x")

    class Twice(Recorded):
        def step(self, done, total, doing=""):
            super().step(done, total, doing)
            if len(self.steps) == 2:
                stop.set()

    progress = Twice()
    worker.work(away, None, stop, progress, 0.01)
    assert len(progress.steps) == 2


def test_small_batches_come_to_the_same(centre, counter):
    for _ in range(7):
        counter.receive()
    counter.sync()
    batches = []
    while done := worker.step(centre.centre, batch=3):
        batches.append(done)
    assert max(batches) == 3
    assert centre.rows() == counter.rows()


def test_a_seat_that_asks_for_streams_too_often_gets_no_more(centre, counter):
    for _ in range(6):
        centre.work()
        counter.line.ask("renew", {"stream": None, "token": token(), "reason": "hỏng"})
    centre.work()
    assert "renewals" in centre.alarms()
    assert centre.ask(text("SELECT count(*) FROM stream WHERE state = 'spare'")) == 0


def test_status_tells_of_seats_conflicts_and_alarms(centre, counter):
    counter.receive()
    counter.sync()
    counter.receive()
    with centre.centre.reading() as session:
        before = status.status(session)
    (seat,) = before.seats
    assert (seat.seat_number, seat.name, seat.entries, seat.state) == (7, "Quầy 07", 1, "open")
    assert seat.contact_at is not None
    assert seat.version
    assert before.waiting > 0
    counter.desk.clock.ms += 10 * 60_000
    counter.sync()
    centre.work()
    with centre.centre.reading() as session:
        after = status.status(session)
    assert after.waiting == 0
    assert after.dossiers == 2
    assert after.seats[0].skew_ms > 9 * 60_000
    (alarm,) = after.alarms
    assert alarm.kind == "clock"
    with centre.centre.writing() as session:
        assert status.settle(session, alarm.id)
        assert not status.settle(session, alarm.id)
        assert status.alarms(session) == ()


def test_unsent_acts_are_told_to_the_centre(centre, counter):
    counter.sync()
    counter.receive()
    counter.receive()
    from counter_app.sync.hello import greet

    greet(counter.store, counter.desk.clock, counter.line)
    with centre.centre.reading() as session:
        assert status.status(session).seats[0].unsent == 2


def test_a_number_given_twice_raises_an_alarm(centre, new_counter):
    seven, eight = new_counter(7), new_counter(8)
    receipt = seven.receive()
    with seven.store.reading() as session:
        entry = session.execute(
            text("SELECT payload FROM journal WHERE subject = :s"), {"s": receipt.subject.hex}
        ).scalar()
    import json

    from counter_app.journal.entries import new_id

    with eight.store.writing() as session:
        append(session, eight.desk.author(), "dossier_received", new_id(1), json.loads(entry))
    seven.sync()
    eight.sync()
    centre.work()
    assert "duplicate_number" in centre.alarms()
    with centre.centre.reading() as session:
        count = session.execute(
            select(func.count()).where(dossier.c.number == receipt.number)
        ).scalar()
    assert count == 2


def token():
    from uuid import uuid4

    return str(uuid4())

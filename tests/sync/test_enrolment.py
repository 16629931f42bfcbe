import random
from contextlib import suppress
from dataclasses import replace

import psycopg
import pytest
from sqlalchemy import text

from counter_app.centre import seats
from counter_app.clock import SetClock
from counter_app.desk import Desk
from counter_app.domain.seat_code import BadSeatCode, SeatCode
from counter_app.postgres import CentreUnreachable
from counter_app.progress import Cancelled, Recorded, Silent
from counter_app.store.engine import Store
from counter_app.store.migrations import migrate
from counter_app.sync import enrolment, pull, standing
from counter_app.sync.enrolment import CodeRefused, OtherCentre, PasswordMissing
from counter_app.sync.hello import SeatSuspended
from counter_app.sync.round import run
from counter_app.sync.secrets import Secrets
from counter_app.sync.standing import NotEnrolled
from counter_app.sync.status import current
from tests.fixtures.cut_line import cut_line
from tests.fixtures.sync import projected_rows, small_centre


class Bare:
    """An installation that is no seat yet."""

    def __init__(self, home, centre):
        home.mkdir()
        self.home, self.centre = home, centre
        self.store = Store(home / "counter.db")
        migrate(self.store)
        self.kept = Secrets(home / "secrets.json", lambda: None)
        self.clock = SetClock(centre.clock.now_ms())

    def enrol(self, code, route=None, progress=None):
        return enrolment.enrol(
            self.store, self.clock, route or self.centre.route, code, self.kept, self.home,
            progress or Silent(),
        )  # fmt: skip

    def line(self):
        return enrolment.line_of(self.store, self.kept, self.home)


@pytest.fixture
def bare(centre, tmp_path):
    made = Bare(tmp_path / "máy mới", centre)
    yield made
    made.store.close()


def test_an_enrolled_seat_has_everything_the_centre_has(centre, new_counter):
    seven = new_counter(7)
    seven.receive()
    seven.sync()
    eight = new_counter(8)
    assert eight.desk.seat.number == 8
    assert len(eight.rows()["dossier"]) == 1
    centre.work()
    assert eight.rows() == centre.rows()


def test_a_code_works_once(centre, new_counter, bare):
    code = centre.add_seat(7).code
    first = new_counter(7, code)
    with pytest.raises(CodeRefused):
        bare.enrol(code)
    first.sync()


def test_a_code_of_yesterday_is_gone_when_a_new_one_was_given(centre, bare):
    old = centre.add_seat(7).code
    new = centre.invite(7).code
    with pytest.raises(CodeRefused):
        bare.enrol(old)
    assert bare.enrol(new).number == 7


def test_a_code_ends_after_a_week(centre, bare):
    code = centre.add_seat(7).code
    with centre.writing() as (session, _):
        session.exec_driver_sql(
            f"UPDATE enrolment SET valid_until = valid_until - {seats.CODE_DAYS * 86_400_000}"
        )
    with pytest.raises(CodeRefused, match="expired"):
        bare.enrol(code)


def test_a_code_with_a_typing_mistake_is_told_before_the_centre_is_asked(centre, bare):
    with pytest.raises(BadSeatCode):
        bare.enrol(centre.add_seat(7).code[:-3])


def test_a_code_of_another_centre_is_refused(bare):
    with pytest.raises(CodeRefused):
        bare.enrol(str(SeatCode(7, "4XQ2M7HC0RB95TKWZ3EN")))


def test_the_code_is_no_password_afterwards(centre, counter):
    code = centre.add_seat(8).code
    secret = code.replace("-", "")[2:22]
    with pytest.raises(psycopg.OperationalError, match="authentication"):
        psycopg.connect(
            host=centre.route.host, port=centre.route.port, dbname=centre.route.database,
            user=counter.line.login, password=secret,
        )  # fmt: skip


def test_an_interrupted_enrolment_is_finished_with_the_same_code(centre, bare):
    code = centre.add_seat(7).code
    draws = random.Random(7)
    tries = 0
    with cut_line(centre.route.host, centre.route.port, draws) as line:
        line.longest = 4_000
        while True:
            tries += 1
            with suppress(CentreUnreachable):
                seat = bare.enrol(code, replace(centre.route, port=line.port))
                break
            if tries > 40:
                line.longest = None
    assert seat.number == 7
    assert tries > 1
    own = bare.line()
    own.route = centre.route
    assert run(Desk(bare.store, bare.clock, seat), own, Silent()).pushed == 0
    own.close()
    assert centre.ask(text("SELECT count(*) FROM stream WHERE state = 'open'")) == 1


def test_an_answer_lost_after_the_password_was_changed_locks_nobody_out(centre, bare):
    code = centre.add_seat(7).code
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("counter_app.sync.enrolment._become", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            bare.enrol(code)
    assert bare.enrol(code).number == 7


def test_fetching_may_be_cancelled_and_goes_on_later(centre, bare):
    code = centre.add_seat(7).code
    with pytest.raises(Cancelled):
        bare.enrol(code, progress=Recorded(cancel_after=1))
    line = bare.line()
    with bare.store.reading() as session:
        seat = enrolment.seat(session)
    desk = Desk(bare.store, bare.clock, seat)
    run(desk, line, Silent())
    line.close()
    assert current(desk).unsent == 0


def test_enrolling_anew_carries_over_what_was_unsent(centre, counter):
    counter.receive()
    counter.sync()
    receipt = counter.receive()
    before = counter.desk.seat
    code = centre.invite(7).code
    with pytest.raises(SeatSuspended):
        counter.sync()
    assert counter.status().unsent == 1
    counter.enrol_again(code)
    assert counter.desk.seat.number == before.number
    assert counter.desk.seat.stream_id != before.stream_id
    assert counter.status().unsent == 0
    centre.work()
    counter.sync()
    assert receipt.number in {row[1] for row in centre.rows()["dossier"]}
    assert counter.rows() == centre.rows()


def test_a_file_of_one_centre_never_goes_to_another(counter, new_database):
    url = new_database()
    info = psycopg.conninfo.conninfo_to_dict(url)
    other = small_centre(url, replace(counter.line.route, database=info["dbname"]))
    counter.line.route = other.route
    code = other.add_seat(7).code
    counter.receive()
    with pytest.raises(OtherCentre):
        counter.enrol_again(code)
    assert counter.status().unsent == 1


def test_a_seat_without_its_password_must_be_enrolled_anew(counter):
    counter.kept.discard(counter.line.login)
    with pytest.raises(PasswordMissing):
        enrolment.line_of(counter.store, counter.kept, counter.home)


def test_without_enrolment_there_is_no_line_and_no_status(bare):
    with pytest.raises(NotEnrolled):
        bare.line()
    with pytest.raises(NotEnrolled):
        current(Desk(bare.store, bare.clock, None))


def test_years_of_the_centre_come_page_by_page_and_go_on_where_they_were_stopped(
    centre, new_counter, bare, monkeypatch
):
    seven = new_counter(7)
    for _ in range(12):
        seven.receive()
    seven.sync()
    monkeypatch.setattr(pull, "PAGE", 5)
    told = Recorded(cancel_after=3)
    with pytest.raises(Cancelled):
        bare.enrol(centre.add_seat(8).code, progress=told)
    shown = [step for step in told.steps if step[2] == "pull"]
    assert [done for done, _, _ in shown] == [5, 10, 15]
    assert {whole for _, whole, _ in shown} == {shown[0][1]} and shown[0][1] > 15
    with bare.store.reading() as session:
        seat = standing.seat(session)
    rest = Recorded()
    result = run(Desk(bare.store, bare.clock, seat), bare.line(), rest)
    assert result.pulled == shown[0][1] - 15
    assert rest.steps[-1][:2] == (result.pulled, result.pulled)
    with bare.store.reading() as session:
        rows = projected_rows(session)
    centre.work()
    assert rows == centre.rows()

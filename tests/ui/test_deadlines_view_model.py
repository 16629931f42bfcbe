"""The board of due days, without threads and without a window."""

import random
from datetime import date, datetime, timedelta

import pytest

from counter_app.clock import VIETNAM, to_ms
from counter_app.journal.append import Author, append
from counter_app.journal.entries import new_id
from counter_app.store.dossiers import due_between
from counter_app.usecases.intake import receive
from tests.fixtures.desk import AGENCY, birth_intake, publish
from ui.notice import Kind
from ui.pages.deadlines import view_model
from ui.pages.deadlines.rail_counts import RailCounts
from ui.pages.deadlines.view_model import Cell, DeadlinesViewModel, When

LAND = "000.00.15.H35"


@pytest.fixture
def model(qapp, desk, immediate):
    agency = {
        "code": LAND,
        "name": "Sở Nông nghiệp và Môi trường",
        "position": 2,
        "valid_from": "2019-01-01",
    }
    publish(desk, "agency_defined", ("agency", LAND), agency)
    return DeadlinesViewModel(desk, immediate)


def due(desk, day, agency=AGENCY, count=1):
    """Dossiers of another counter that are due on a day at 16:30."""
    author = Author(desk.seat.stream_id, "lan", desk.clock.now_ms())
    moment = datetime.combine(day, datetime.min.time(), VIETNAM) + timedelta(hours=16, minutes=30)
    with desk.store.writing() as session:
        for _ in range(count):
            subject = new_id(author.now_ms)
            record = {
                "number": f"{agency}-261101-{random.randrange(1, 9999):04d}",
                "agency_code": agency,
                "procedure_code": "2.000635",
                "procedure_name": "Cấp bản sao trích lục hộ tịch",
                "submitter": {"name": "Vàng A Sử"},
                "seat_number": 3,
                "due_at": to_ms(moment),
            }
            append(session, author, "dossier_received", subject, record)


FRIDAY = date(2026, 11, 20)
MONDAY = date(2026, 11, 23)


def counts(model):
    total = model.shown.total
    return total.overdue, total.today, total.tomorrow, total.later


def test_the_board_counts_by_day_and_agency(model, desk):
    due(desk, date(2026, 11, 18), count=2)
    due(desk, FRIDAY, LAND)
    due(desk, MONDAY, count=3)
    due(desk, date(2026, 12, 1), LAND)
    model.refresh()
    assert counts(model) == (2, 1, 3, 1)
    assert [agency.agency_name for agency in model.shown.board.agencies] == [
        "Sở Tư pháp",
        "Sở Nông nghiệp và Môi trường",
    ]
    assert model.shown.board.tomorrow == MONDAY


def test_the_next_working_day_passes_over_a_holiday(model, desk, clock):
    clock.set(datetime(2026, 11, 23, 9, 0, tzinfo=VIETNAM))
    model.refresh()
    assert model.shown.board.tomorrow == date(2026, 11, 25)  # 24/11 is a day off
    due(desk, date(2026, 11, 24))  # due on the day off all the same: it must not vanish
    model.refresh()
    assert counts(model) == (0, 0, 1, 0)
    assert dict(model.shown.load)[date(2026, 11, 24)] == 1


def test_the_first_list_is_the_most_urgent_one_that_is_not_empty(model, desk):
    due(desk, MONDAY)
    model.refresh()
    assert model.shown.cell == Cell(When.TOMORROW)
    due(desk, date(2026, 11, 18))
    model.refresh()
    assert model.shown.cell == Cell(When.TOMORROW)  # nothing moves under the officer's hands


@pytest.mark.parametrize("seed", range(5))
def test_behind_every_number_stand_as_many_dossiers(model, desk, seed):
    chance = random.Random(seed)
    for _ in range(40):
        day = FRIDAY + timedelta(days=chance.randrange(-6, 20))
        due(desk, day, chance.choice([AGENCY, LAND]))
    model.refresh()
    for agency in (model.shown.total, *model.shown.board.agencies):
        for when in When:
            model.choose(Cell(when, agency.agency_code))
            assert len(model.shown.lines) == getattr(agency, when), (agency, when)
            assert model.shown.cell == Cell(when, agency.agency_code)
    assert sum(counts(model)) == 40


def test_the_load_ahead_follows_the_chosen_agency(model, desk):
    due(desk, FRIDAY, count=2)
    due(desk, MONDAY, LAND, count=3)
    model.refresh()
    assert [count for _, count in model.shown.load[:2]] == [2, 3]
    assert len(model.shown.load) == 10
    model.choose(Cell(When.TOMORROW, LAND))
    assert [count for _, count in model.shown.load[:2]] == [0, 3]


def test_a_dossier_just_received_is_on_the_board(model, desk):
    model.refresh()
    assert counts(model) == (0, 0, 0, 0)
    receive(desk, birth_intake())
    model.refresh()
    assert counts(model) == (0, 0, 1, 0)


def test_at_midnight_today_becomes_overdue(model, desk, clock):
    due(desk, FRIDAY)
    model.refresh()
    assert counts(model) == (0, 1, 0, 0)
    clock.advance(timedelta(days=1))
    model.refresh()
    assert counts(model) == (1, 0, 0, 0)


def test_a_calendar_that_ends_is_told_and_the_board_still_stands(model, desk, clock):
    clock.set(datetime(2031, 3, 7, 9, 0, tzinfo=VIETNAM))
    due(desk, date(2031, 3, 7))
    model.refresh()
    assert counts(model) == (0, 1, 0, 0)
    assert model.shown.board.tomorrow == date(2031, 3, 10)
    assert model.shown.notice.kind is Kind.WARN


def test_all_of_the_cell_is_written_to_a_file(model, desk, tmp_path, monkeypatch):
    monkeypatch.setattr(view_model, "MOST", 2)
    due(desk, FRIDAY, count=5)
    due(desk, MONDAY)
    model.refresh()
    assert model.shown.cut
    model.export(tmp_path / "quá hạn.csv")
    lines = (tmp_path / "quá hạn.csv").read_text("utf-8-sig").splitlines()
    assert len(lines) == 6
    assert model.shown.notice.kind is Kind.GOOD


def test_the_rail_counts_what_is_overdue_or_due_today(qapp, desk, immediate):
    rail = RailCounts(desk, immediate)
    told = []
    rail.changed.connect(lambda: told.append(rail.text))
    rail.refresh()
    assert rail.text == ""
    due(desk, FRIDAY, count=2)
    due(desk, date(2026, 11, 2), LAND)
    due(desk, MONDAY)
    rail.refresh()
    rail.refresh()
    assert told == ["3"]
    with desk.store.reading() as session:
        assert len(due_between(session, None, FRIDAY)) == 3

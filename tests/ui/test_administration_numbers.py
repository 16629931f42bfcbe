"""Numbers of seats: what is left of ranges and receipt books, and more of them granted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from counter_app.centre import seats
from counter_app.centre.numbers import RangeUse, is_low
from counter_app.store.reference import ranges
from tests.fixtures.desk import AGENCY
from tests.ui.places import cut_words
from ui.pages.administration.numbers import NumbersViewModel, What
from ui.pages.administration.numbers_part import NumbersPart


@pytest.fixture
def model(reach, chief):
    made = NumbersViewModel(reach, chief.clock)
    made.refresh()
    return made


def typed(model, **values):
    for name, value in values.items():
        model.edit(name, value)


def granted(model):
    model.grant()
    model.grant()


@pytest.mark.parametrize(
    ("left", "width", "low"), [(20, 100, False), (19, 100, True), (0, 1, True), (100, 100, False)]
)
def test_numbers_are_low_when_less_than_a_fifth_is_left(left, width, low):
    assert is_low(left, width) is low
    parts = ((1, width),)
    assert RangeUse(7, AGENCY, parts, width - left, written=True).low is low
    assert not RangeUse(7, AGENCY, parts, width - left, written=False).low


def test_a_range_shows_its_busiest_day_and_gets_more(model, counter, centre):
    for _ in range(3):
        counter.receive()
    counter.sync()
    centre.work()
    model.refresh()
    [line] = [one for one in model.shown.rows if not one.idle]
    assert (line.what, line.used) == (What.RANGE, 3)
    assert line.left == sum(len(range(first, last + 1)) for first, last in _parts(line)) - 3
    model.pick(model.shown.rows.index(line))
    typed(model, count="50")
    model.grant()
    assert model.shown.sure == "grant"
    model.grant()
    counter.sync()
    owned = counter.desk.ask(ranges, counter.desk.seat.stream_id, AGENCY)
    assert owned[-1].last - owned[-1].first + 1 == 50
    [line] = [one for one in model.shown.rows if one.what is What.RANGE and not one.idle]
    assert len(_parts(line)) == 2


def _parts(line):
    return [tuple(map(int, part.split("–"))) for part in line.numbers.split(", ")]


def test_a_scarce_range_stands_first_and_is_told(model, centre, new_counter):
    with centre.writing() as (session, by):
        code = seats.add_seat(session, by, 8, "Quầy 08", [AGENCY], width=3).code
    small = new_counter(8, code)
    small.receive()
    small.sync()
    centre.work()
    model.refresh()
    assert model.shown.notice is None
    for _ in range(2):
        small.receive()
    small.sync()
    centre.work()
    model.refresh()
    first = model.shown.rows[0]
    assert (first.seat_number, first.left, first.low) == (8, 0, True)
    assert model.shown.notice.kind == "warn"


def test_a_receipt_book_is_granted(model, counter):
    model.begin()
    typed(model, what=What.BOOK)
    granted(model)
    assert set(model.shown.faults) == {"seat", "template", "symbol"}
    typed(model, seat=counter.desk.seat.number, template="01BLP0-001", symbol="AA-26P")
    typed(model, count="0", first="x", tax_code="123")
    granted(model)
    assert set(model.shown.faults) == {"count", "first", "tax_code"}
    typed(model, count="200", first="1001", tax_code="", unit="TT PVHCC")
    granted(model)
    assert model.shown.notice.kind == "good"
    books = {one.numbers for one in model.shown.rows if one.what is What.BOOK}
    assert "0001001–0001200" in books


def test_numbers_that_cross_are_refused_in_words(model, counter):
    model.begin()
    typed(model, what=What.BOOK, seat=counter.desk.seat.number, template="01BLP0-001")
    typed(model, symbol="AA-26P", first="1")
    granted(model)
    typed(model, first="100")
    granted(model)
    assert model.shown.notice.kind == "bad" and "AA-26P" in model.shown.notice.text


def test_numbers_are_granted_with_the_keys_alone(qtbot, bring_up, model, counter):
    part = bring_up(NumbersPart(model))
    part.entered()
    model.pick(0)
    qtbot.waitUntil(lambda: cut_words(part) == [], timeout=20_000)
    model.edit("what", What.BOOK)
    qtbot.waitUntil(lambda: cut_words(part) == [], timeout=20_000)
    model.edit("what", What.RANGE)
    model.edit("seat", counter.desk.seat.number)
    before = len(model.shown.rows[0].numbers)
    qtbot.keyClick(part, Qt.Key.Key_F9)
    qtbot.keyClick(part, Qt.Key.Key_F9)
    assert model.shown.notice.kind == "good"
    assert len(model.shown.rows[0].numbers) > before

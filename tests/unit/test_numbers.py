"""Dossier numbers, and how an offline seat gives them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.numbers import (
    BadRange,
    ClockWentBack,
    DossierNumber,
    NoRange,
    NotANumber,
    RangeUsedUp,
    SerialRange,
    next_serial,
    overlapping,
    parse,
)

DAY = date(2026, 11, 22)
LAI_CHAU = "000.00.14.H35"

agency_codes = st.from_regex(r"[0-9A-Z]{1,4}(\.[0-9A-Z]{1,4}){0,6}", fullmatch=True).filter(
    lambda code: len(code) <= 35
)
numbers = st.builds(
    DossierNumber,
    agency_codes,
    st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    st.integers(1, 9999),
)


@pytest.mark.parametrize(
    ("text", "agency_code", "on", "serial"),
    [
        ("000.00.14.H35-261122-0118", "000.00.14.H35", date(2026, 11, 22), 118),
        ("H51.18.29-250701-0001", "H51.18.29", date(2025, 7, 1), 1),
        ("000.17.22.H56-210531-0001", "000.17.22.H56", date(2021, 5, 31), 1),
        ("000.00.53.H48-220921-0099", "000.00.53.H48", date(2022, 9, 21), 99),
        ("000.18.29.H51-240229-9999", "000.18.29.H51", date(2024, 2, 29), 9999),
    ],
)
def test_both_generations_of_numbers_are_read_and_written(text, agency_code, on, serial):
    number = DossierNumber(agency_code, on, serial)
    assert parse(text) == number
    assert str(number) == text


@pytest.mark.parametrize(
    "text",
    [
        " 000.00.14.h35-261122-0118\r\n",
        "000.00.14.H35 - 261122 - 0118",
        "000.00.14.H35–261122—0118",
    ],
)
def test_a_number_typed_or_scanned_untidily_is_read(text):
    assert str(parse(text)) == "000.00.14.H35-261122-0118"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "261122-0118",
        "000.00.14.H35-261122",
        "000.00.14.H35-261122-118",
        "000.00.14.H35-261122-00118",
        "000.00.14.H35-261122-0000",
        "000.00.14.H35-261322-0118",
        "000.00.14.H35-230229-0118",
        "000.00.14.H35-2611a2-0118",
        "000.00.14.H35-26112²-0118",
        "000.00.14.H35-٢٦١١٢٢-0118",
        "000..14.H35-261122-0118",
        ".000.14.H35-261122-0118",
        "000.00.14.Đ35-261122-0118",
        "-261122-0118",
        "1234567890.1234567890.1234567890.123-261122-0118",
        "001090123456||Nguyễn Văn A|01011990|Nam|Hà Nội|15042021",
    ],
)
def test_what_is_no_number_is_refused(text):
    with pytest.raises(NotANumber) as error:
        parse(text)
    assert error.value.text == text


@pytest.mark.parametrize(
    ("agency_code", "on", "serial"),
    [(LAI_CHAU, DAY, 0), (LAI_CHAU, DAY, 10000), ("", DAY, 1), (LAI_CHAU, date(1999, 1, 1), 1)],
)
def test_no_number_outside_its_form_can_be_made(agency_code, on, serial):
    with pytest.raises(NotANumber):
        DossierNumber(agency_code, on, serial)


@given(numbers)
def test_a_number_read_back_is_the_same(number):
    assert parse(str(number)) == number
    assert parse(str(number).lower()) == number


def test_the_compact_form_has_no_dots_and_dashes_for_bank_statements():
    assert parse("000.18.29.H51-210216-0001").compact == "0001829H512102160001"


@given(numbers)
def test_the_compact_form_is_plain(number):
    assert number.compact.isalnum()
    assert number.compact.endswith(f"{number.on:%y%m%d}{number.serial:04d}")


def test_the_first_number_of_a_day_is_the_first_of_the_range():
    ranges = [SerialRange(LAI_CHAU, 201, 400)]
    assert next_serial(ranges, LAI_CHAU, DAY, None, 0) == (DAY, 201)
    yesterday = DAY - timedelta(days=1)
    assert next_serial(ranges, LAI_CHAU, DAY, yesterday, 399) == (DAY, 201)


def test_serials_go_on_within_the_day_and_into_the_next_range():
    ranges = [SerialRange(LAI_CHAU, 801, 900), SerialRange(LAI_CHAU, 201, 202)]
    assert next_serial(ranges, LAI_CHAU, DAY, DAY, 201) == (DAY, 202)
    assert next_serial(ranges, LAI_CHAU, DAY, DAY, 202) == (DAY, 801)
    assert next_serial(ranges, LAI_CHAU, DAY, DAY, 899) == (DAY, 900)


def test_only_ranges_of_the_agency_are_used():
    ranges = [SerialRange("000.00.01.H35", 1, 200), SerialRange(LAI_CHAU, 201, 400)]
    assert next_serial(ranges, LAI_CHAU, DAY, None, 0) == (DAY, 201)
    with pytest.raises(NoRange) as error:
        next_serial(ranges, "000.00.02.H35", DAY, None, 0)
    assert "000.00.02.H35" in str(error.value)


def test_a_range_used_up_is_told_and_fresh_again_tomorrow():
    ranges = [SerialRange(LAI_CHAU, 9998, 9999)]
    with pytest.raises(RangeUsedUp) as error:
        next_serial(ranges, LAI_CHAU, DAY, DAY, 9999)
    assert (error.value.agency_code, error.value.day) == (LAI_CHAU, DAY)
    tomorrow = DAY + timedelta(days=1)
    assert next_serial(ranges, LAI_CHAU, tomorrow, DAY, 9999) == (tomorrow, 9998)


def test_a_clock_set_back_never_gives_a_number_again():
    ranges = [SerialRange(LAI_CHAU, 1, 200)]
    with pytest.raises(ClockWentBack) as error:
        next_serial(ranges, LAI_CHAU, DAY - timedelta(days=1), DAY, 5)
    assert error.value.last_day == DAY


def test_a_range_taken_away_at_noon_leaves_no_number_to_be_given_twice():
    assert next_serial([SerialRange(LAI_CHAU, 401, 600)], LAI_CHAU, DAY, DAY, 150) == (DAY, 401)
    with pytest.raises(RangeUsedUp):
        next_serial([SerialRange(LAI_CHAU, 1, 200)], LAI_CHAU, DAY, DAY, 450)


bounds = st.tuples(st.integers(1, 300), st.integers(1, 300)).map(sorted)
steps = st.lists(st.integers(0, 2), max_size=60)


@given(st.lists(bounds, min_size=1, max_size=4), steps)
def test_no_number_is_given_twice_while_days_pass(pairs, steps):
    ranges = [SerialRange(LAI_CHAU, first, last) for first, last in pairs]
    today, day, serial, given_numbers = DAY, None, 0, set()
    for step in steps:
        today += timedelta(days=step)
        try:
            day, serial = next_serial(ranges, LAI_CHAU, today, day, serial)
        except RangeUsedUp:
            continue
        assert day == today
        assert any(r.first <= serial <= r.last for r in ranges)
        assert (day, serial) not in given_numbers
        given_numbers.add((day, serial))


@given(bounds)
def test_a_range_gives_all_its_numbers_in_a_day(pair):
    whole = SerialRange(LAI_CHAU, *pair)
    serial, given_serials = 0, []
    while True:
        try:
            _, serial = next_serial([whole], LAI_CHAU, DAY, DAY if given_serials else None, serial)
        except RangeUsedUp:
            break
        given_serials.append(serial)
    assert given_serials == list(range(whole.first, whole.last + 1))
    assert len(whole) == len(given_serials)


@pytest.mark.parametrize(
    ("agency_code", "first", "last"),
    [(LAI_CHAU, 0, 5), (LAI_CHAU, 6, 5), (LAI_CHAU, 1, 10000), ("h35", 1, 5), ("", 1, 5)],
)
def test_a_range_out_of_bounds_is_refused(agency_code, first, last):
    with pytest.raises(BadRange):
        SerialRange(agency_code, first, last)


def test_overlapping_ranges_of_one_agency_are_found():
    one = SerialRange(LAI_CHAU, 1, 200)
    two = SerialRange(LAI_CHAU, 200, 300)
    three = SerialRange(LAI_CHAU, 301, 400)
    elsewhere = SerialRange("000.00.01.H35", 1, 9999)
    assert overlapping([one, elsewhere, two, three]) == [(one, two)]
    assert overlapping([one, three]) == []
    inside = SerialRange(LAI_CHAU, 250, 260)
    assert overlapping([two, inside]) == [(two, inside)]


@given(st.lists(bounds, max_size=5))
def test_ranges_that_share_a_serial_are_exactly_those_found(pairs):
    ranges = [SerialRange(LAI_CHAU, first, last) for first, last in pairs]
    shared = sum(
        bool(set(range(a.first, a.last + 1)) & set(range(b.first, b.last + 1)))
        for at, a in enumerate(ranges)
        for b in ranges[at + 1 :]
    )
    assert len(overlapping(ranges)) == shared

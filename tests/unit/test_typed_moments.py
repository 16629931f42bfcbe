"""Days and times of day as officers type them."""

from datetime import date, datetime

import pytest

from counter_app.clock import VIETNAM
from counter_app.usecases.acts import NOW, When
from ui.typed_moments import coming_day, coming_moment, happened, past_day

TODAY = date(2026, 11, 20)
AT_TEN = datetime(2026, 11, 20, 10, 0, tzinfo=VIETNAM)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("25/12/2026", date(2026, 12, 25)),
        ("25.12.27", date(2027, 12, 25)),
        ("251226", date(2026, 12, 25)),
        ("25/12", date(2026, 12, 25)),
        ("25/12/", date(2026, 12, 25)),
        ("20/11", TODAY),
        ("5/1", date(2027, 1, 5)),
        ("29/2", None),
        ("31/11/2026", None),
        ("mai", None),
        ("", None),
    ],
)
def test_a_day_to_come(typed, meant):
    assert coming_day(typed, TODAY) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("19/11", date(2026, 11, 19)),
        ("20/11", TODAY),
        ("25/12", date(2025, 12, 25)),
        ("25/12/2026", date(2026, 12, 25)),
    ],
)
def test_a_day_that_was(typed, meant):
    assert past_day(typed, TODAY) == meant


def test_a_promise_needs_both_day_and_time():
    assert coming_moment("25/12", "16h30", TODAY) == datetime(2026, 12, 25, 16, 30, tzinfo=VIETNAM)
    assert coming_moment("25/12", "", TODAY) is None
    assert coming_moment("", "16:30", TODAY) is None


def test_nothing_typed_happened_now():
    assert happened("", " ", "", AT_TEN) is NOW


def test_a_time_alone_was_today_and_a_day_alone_at_this_time():
    nine = datetime(2026, 11, 20, 9, 0, tzinfo=VIETNAM)
    assert happened("", "9", "mất mạng", AT_TEN) == When(nine, "mất mạng")
    before = datetime(2026, 11, 19, 10, 0, tzinfo=VIETNAM)
    assert happened("19/11", "", "mất mạng", AT_TEN) == When(before, "mất mạng")


def test_what_is_no_moment_is_none():
    assert happened("hôm qua", "", "", AT_TEN) is None
    assert happened("", "25:00", "", AT_TEN) is None

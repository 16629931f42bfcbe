"""Early, on time, late; in time, due soon, overdue."""

from datetime import UTC, datetime, timedelta

import pytest

from counter_app.clock import VIETNAM
from counter_app.domain.deadlines import Comparison, Outcome, Standing, open_standing, outcome

BY_DATE, BY_TIMESTAMP = Comparison
EARLY, ON_TIME, LATE = Outcome
DUE = datetime(2026, 11, 16, 9, 10, tzinfo=VIETNAM)


def at(day, hour, minute=0, second=0):
    return datetime(2026, 11, day, hour, minute, second, tzinfo=VIETNAM)


@pytest.mark.parametrize(
    ("finished", "by_date", "by_timestamp"),
    [
        (at(13, 17), EARLY, EARLY),
        (at(15, 23, 59), EARLY, EARLY),
        (at(16, 0), ON_TIME, EARLY),
        (at(16, 9, 9), ON_TIME, EARLY),
        (at(16, 9, 10), ON_TIME, ON_TIME),
        (at(16, 9, 10, 59), ON_TIME, ON_TIME),
        (at(16, 9, 11), ON_TIME, LATE),
        (at(16, 23, 59), ON_TIME, LATE),
        (at(17, 0), LATE, LATE),
        (at(17, 9), LATE, LATE),
    ],
)
def test_a_result_is_early_on_time_or_late(finished, by_date, by_timestamp):
    assert outcome(finished, DUE, BY_DATE) is by_date
    assert outcome(finished, DUE, BY_TIMESTAMP) is by_timestamp
    assert outcome(finished.astimezone(UTC), DUE.astimezone(UTC), BY_DATE) is by_date


def test_without_appointment_nothing_is_late():
    assert outcome(at(30, 9), None) is ON_TIME
    assert open_standing(at(30, 9), None) is Standing.IN_TIME


@pytest.mark.parametrize(
    ("now", "by_date", "by_timestamp"),
    [
        (at(15, 9, 9), Standing.IN_TIME, Standing.IN_TIME),
        (at(15, 9, 10), Standing.DUE_SOON, Standing.DUE_SOON),
        (at(16, 9, 10), Standing.DUE_SOON, Standing.DUE_SOON),
        (at(16, 9, 11), Standing.DUE_SOON, Standing.OVERDUE),
        (at(16, 23, 59), Standing.DUE_SOON, Standing.OVERDUE),
        (at(17, 0), Standing.OVERDUE, Standing.OVERDUE),
    ],
)
def test_an_open_dossier_is_in_time_due_soon_or_overdue(now, by_date, by_timestamp):
    assert open_standing(now, DUE, BY_DATE) is by_date
    assert open_standing(now, DUE, BY_TIMESTAMP) is by_timestamp


def test_how_soon_is_soon_is_a_setting():
    assert open_standing(at(14, 9, 9), DUE, soon=timedelta(hours=48)) is Standing.IN_TIME
    assert open_standing(at(14, 9, 10), DUE, soon=timedelta(hours=48)) is Standing.DUE_SOON


def test_a_paused_dossier_is_never_overdue():
    assert open_standing(at(30, 9), DUE, paused=True) is Standing.PAUSED


def test_a_moment_without_zone_is_a_bug():
    with pytest.raises(ValueError, match="time zone"):
        outcome(datetime(2026, 11, 16, 9), DUE)  # noqa: DTZ001

"""Due moments in words."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.clock import VIETNAM, local_day, to_ms
from counter_app.domain.states import FINAL, PAUSED, State
from ui.due_words import DueStanding, dossier_due_words, due_words

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=VIETNAM)
STEP = st.timedeltas(timedelta(days=-400), timedelta(days=400))


def words(due):
    told = due_words(to_ms(NOON), to_ms(due))
    return told.text, told.standing


@pytest.mark.parametrize(
    ("ahead", "text", "standing"),
    [
        (timedelta(hours=3, minutes=59), "3 hour(s) left", DueStanding.TODAY),
        (timedelta(minutes=59, seconds=30), "60 minute(s) left", DueStanding.TODAY),
        (timedelta(seconds=1), "1 minute(s) left", DueStanding.TODAY),
        (timedelta(0), "due now", DueStanding.OVERDUE),
        (timedelta(minutes=-25), "overdue by 25 minute(s)", DueStanding.OVERDUE),
        (timedelta(hours=-3), "overdue by 3 hour(s)", DueStanding.OVERDUE),
        (timedelta(hours=-13), "overdue by 1 day(s)", DueStanding.OVERDUE),
        (timedelta(days=-2), "overdue by 2 day(s)", DueStanding.OVERDUE),
        (timedelta(hours=13), "1 day(s) left", DueStanding.AHEAD),
        (timedelta(days=2, hours=5), "2 day(s) left", DueStanding.AHEAD),
    ],
)
def test_hours_within_a_day_and_days_beyond(qapp, ahead, text, standing):
    assert words(NOON + ahead) == (text, standing)


def test_without_an_appointment_nothing_is_chased(qapp):
    assert due_words(to_ms(NOON), None).standing is DueStanding.NONE


@given(STEP)
def test_overdue_is_what_has_passed_and_ahead_is_another_day(qapp, ahead):
    now, due = to_ms(NOON), to_ms(NOON + ahead)
    standing = due_words(now, due).standing
    assert (standing is DueStanding.OVERDUE) == (due <= now)
    assert (standing is DueStanding.AHEAD) == (local_day(due) > local_day(now))


@given(st.sampled_from(State), STEP)
def test_only_what_is_owed_and_not_paused_is_urgent(qapp, state, ahead):
    told = dossier_due_words(state, to_ms(NOON), to_ms(NOON + ahead))
    if state in FINAL or state in {State.RESOLVED, State.ANNOUNCED}:
        assert told.standing is DueStanding.SETTLED
        assert told.badge is None
    elif state in PAUSED:
        assert told.standing is DueStanding.PAUSED
    else:
        assert told == due_words(to_ms(NOON), to_ms(NOON + ahead))

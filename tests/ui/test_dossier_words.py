"""Everything that can happen to a dossier has words, and numbers show no more than they must."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.clock import VIETNAM, to_ms
from counter_app.domain.deadlines import CountedDay, DayReason
from counter_app.domain.dossier import Consents
from counter_app.domain.notices import NoticeChannel, NoticeKind, NoticeState
from counter_app.domain.procedure import Gap
from counter_app.domain.states import State
from counter_app.journal.families import FAMILIES
from counter_app.store.notices import NoticeRow
from counter_app.usecases.printing import Form, PaperSize
from ui.day_words import grouped, reason_words
from ui.dossier_words import act_words, form_words, masked, paper_words, state_badge
from ui.moments import age_words, long_moment, short_moment
from ui.pages.dossiers.notice_words import agreed_words, notice_words
from ui.procedure_words import gap_words


def test_every_kind_of_act_has_words(qapp):
    assert [kind for kind in FAMILIES if "newer" in act_words(kind)] == []
    assert "teleported" in act_words("teleported")


@pytest.mark.parametrize("state", State)
def test_every_state_has_its_legal_name(qapp, state):
    kind, name, icon = state_badge(state)
    assert name
    assert name != str(int(state))
    assert kind
    assert icon


def test_a_state_of_a_newer_program_is_told_by_its_code(qapp):
    assert state_badge(42)[1] == "42"


@pytest.mark.parametrize("tell", [form_words, paper_words])
def test_every_form_and_paper_has_words(qapp, tell):
    known = Form if tell is form_words else PaperSize
    assert all(tell(one) for one in known)


@pytest.mark.parametrize("gap", Gap)
def test_every_gap_has_words(qapp, gap):
    assert gap_words(gap)


@given(st.text("0123456789", min_size=7, max_size=16))
def test_a_masked_number_shows_six_figures_and_keeps_its_length(number):
    shown = masked(number)
    assert len(shown) == len(number)
    assert shown.count("•") == len(number) - 6
    assert (shown[:3], shown[-3:]) == (number[:3], number[-3:])


@given(st.text("0123456789", max_size=6))
def test_a_short_number_shows_nothing(number):
    assert set(masked(number)) <= {"•"}


@given(
    st.lists(
        st.tuples(st.booleans(), st.sampled_from(DayReason), st.sampled_from(["", "Tết"])),
        max_size=30,
    )
)
def test_joined_days_say_the_same_as_the_days(qapp, marks):
    from datetime import date, timedelta
    from decimal import Decimal

    days = [
        CountedDay(date(2026, 2, 1) + timedelta(days=place), Decimal(counts), reason, name)
        for place, (counts, reason, name) in enumerate(marks)
    ]
    groups = grouped(days)
    told = [
        (group.first + timedelta(days=step), group.reason, group.name)
        for group in groups
        for step in range((group.last - group.first).days + 1)
    ]
    assert told == [(day.on, day.reason, day.name) for day in days]
    assert sum(group.counted for group in groups) == sum(day.counted for day in days)
    assert all(reason_words(group.reason) for group in groups)


def test_moments_leave_out_what_goes_without_saying(qapp):
    from datetime import datetime

    now = to_ms(datetime(2026, 11, 20, 9, 41, tzinfo=VIETNAM))
    last_year = to_ms(datetime(2025, 11, 20, 9, 41, tzinfo=VIETNAM))
    assert short_moment(now, now) == "20/11 09:41"
    assert short_moment(last_year, now) == "20/11/2025 09:41"
    assert long_moment(now) == "09:41 Friday 20/11/2026"
    assert [age_words(now - ms, now) for ms in (0, 3_599_000, 3_600_000, 90_000_000)] == [
        "1 minute(s)",
        "59 minute(s)",
        "1 hour(s)",
        "1 day(s)",
    ]


def test_each_way_and_state_of_a_notice_has_words(qapp):
    rows = [
        NoticeRow(kind, channel, 0, state, None if state is NoticeState.WAITING else 0, "")
        for kind in NoticeKind
        for channel in NoticeChannel
        for state in NoticeState
    ]
    words = [notice_words(row) for row in rows]
    assert len(set(words)) == len(rows)
    assert agreed_words(Consents(sms=True, zalo=True)) == "SMS, Zalo"

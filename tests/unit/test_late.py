"""What is late, what was promised instead, and how a lateness came about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from counter_app.clock import VIETNAM, local, to_ms
from counter_app.domain.deadlines import ExtensionNotLater, Outcome
from counter_app.domain.processing import LateReason, Stop, StopReason
from counter_app.store.dossiers import by_subject, due_counts, intake_of
from counter_app.store.late import Where, late_list, lateness_story
from counter_app.usecases import (
    corrections,
    hand_overs,
    promises,
    results,
    stops,
    supplements,
)
from counter_app.usecases.acts import SecondPersonMissing, When
from counter_app.usecases.supplements import SupplementWarning
from tests.fixtures.desk import AGENCY, BIRTH, BUILDING, EXTRACT, birth_intake, publish_setting
from tests.fixtures.life import (
    ASKED,
    HOA,
    LAN,
    MINH,
    SORRY,
    WHY_STOPPED,
    YEAR_END,
    handed_over,
    received,
    traces,
)

MONDAY = date(2026, 11, 23)
"""A birth received on Friday 20 November 2026 is due on that day; the 24th is a holiday."""


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


def due_of(desk, subject) -> datetime | None:
    due_at = desk.ask(by_subject, subject).due_at
    return None if due_at is None else local(due_at)


def found(desk, today: date, tomorrow: date):
    lists = desk.ask(late_list, today, tomorrow)
    return {
        name: [row.number[-4:] for row in getattr(lists, name)]
        for name in ("tomorrow", "today", "unanswered", "apologised")
    }


def test_the_work_list_tells_tomorrow_today_and_overdue_without_a_letter(office):
    handed_over(office)
    nothing = {"tomorrow": [], "today": [], "unanswered": [], "apologised": []}
    assert found(office, date(2026, 11, 20), MONDAY) == nothing | {"tomorrow": ["0101"]}
    assert found(office, MONDAY, date(2026, 11, 25)) == nothing | {"today": ["0101"]}
    assert found(office, date(2026, 11, 25), date(2026, 11, 26)) == nothing | {
        "unanswered": ["0101"]
    }


def test_a_letter_moves_it_until_its_own_day_is_past(office):
    subject = handed_over(office)
    office.clock.set(at("2026-11-25 08:00"))
    promises.apologise(office, subject, replace(SORRY, new_due_at=at("2026-11-27 17:00")))
    kept = found(office, date(2026, 11, 27), date(2026, 11, 30))
    assert (kept["apologised"], kept["unanswered"]) == (["0101"], [])
    assert found(office, date(2026, 11, 30), date(2026, 12, 1))["unanswered"] == ["0101"]


def test_an_apology_does_not_make_a_late_dossier_on_time(office):
    subject = handed_over(office)
    promises.apologise(office, subject, SORRY)
    row = office.ask(by_subject, subject)
    assert local(row.promised_at) == YEAR_END
    assert due_of(office, subject) == at("2026-11-23 17:00")
    office.clock.set(at("2026-11-30 09:00"))
    assert results.outlook(office, subject) is Outcome.LATE
    finished = results.resolve(office, subject, late_reason=LateReason.NETWORK)
    assert finished.outcome is Outcome.LATE
    assert office.ask(by_subject, subject).late_reason == "network"


def test_a_promise_must_be_later_than_the_last_and_still_to_come(office):
    subject = handed_over(office)
    before = traces(office)
    with pytest.raises(ExtensionNotLater):
        promises.apologise(office, subject, replace(SORRY, new_due_at=at("2026-11-21 17:00")))
    with pytest.raises(promises.PromisePast):
        promises.apologise(office, subject, replace(SORRY, new_due_at=at("2026-11-19 17:00")))
    assert traces(office) == before


def test_letters_are_numbered_without_gaps_by_seat_year_and_form(office):
    numbers = [supplements.request(office, handed_over(office), ASKED).letter for _ in range(3)]
    numbers.append(promises.apologise(office, handed_over(office), SORRY).letter)
    office.clock.set(at("2027-01-04 09:00"))
    numbers.append(stops.stop(office, handed_over(office), WHY_STOPPED).letter)
    numbers.append(supplements.request(office, handed_over(office), ASKED).letter)
    assert numbers == [
        "07-001/PBS",
        "07-002/PBS",
        "07-003/PBS",
        "07-001/PXL",
        "07-001/TBD",
        "07-001/PBS",
    ]


def test_the_due_date_itself_takes_two_persons(office):
    subject = handed_over(office)
    before = traces(office)
    for second in (None, LAN, MINH):
        with pytest.raises(SecondPersonMissing):
            promises.change_due(office, subject, YEAR_END, "Sai lịch", second)
    assert traces(office) == before
    promises.change_due(office, subject, YEAR_END, "Sai lịch", HOA)
    assert due_of(office, subject) == YEAR_END


def test_the_whole_term_counts_again_after_a_supplement(office):
    subject = handed_over(office)
    office.clock.set(at("2026-11-23 09:00"))
    supplements.request(office, subject, ASKED)
    office.clock.set(at("2026-12-07 09:00"))
    gone_on = supplements.receive(office, subject)
    assert local(gone_on.due_after) == at("2026-12-08 17:00")


def test_a_stop_adds_its_working_days(office):
    subject = handed_over(office)
    office.clock.set(at("2026-11-23 09:00"))
    stops.stop(office, subject, WHY_STOPPED)
    office.clock.set(at("2026-11-30 09:00"))
    gone_on = stops.resume(office, subject)
    # Monday and Wednesday to Friday, for Tuesday is a holiday
    assert local(gone_on.due_after) == at("2026-11-30 17:00")


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        ({"supplement": "add_working_days"}, "2026-11-30 17:00"),
        ({"procedures": {BIRTH.code: {"supplement": "add_elapsed"}}}, "2026-11-30 17:00"),
        ({"procedures": {EXTRACT.code: {"supplement": "add_elapsed"}}}, "2026-12-01 17:00"),
    ],
)
def test_a_centre_chooses_the_policy_by_kind_and_procedure(office, setting, expected):
    publish_setting(office, "pause_policy", setting)
    subject = handed_over(office)
    office.clock.set(at("2026-11-23 09:00"))
    supplements.request(office, subject, ASKED)
    office.clock.set(at("2026-11-30 09:00"))
    assert local(supplements.receive(office, subject).due_after) == at(expected)


def test_the_policy_is_that_of_the_day_the_pause_began(office):
    subject = handed_over(office)
    supplements.request(office, subject, ASKED)
    publish_setting(office, "pause_policy", {"supplement": "add_working_days"})
    office.clock.set(at("2026-12-07 09:00"))
    assert local(supplements.receive(office, subject).due_after) == at("2026-12-08 17:00")


def test_lateness_is_not_washed_away_by_asking_for_papers(office):
    subject = handed_over(office)
    office.clock.set(at("2026-11-30 09:00"))
    asked = supplements.request(office, subject, ASKED)
    assert SupplementWarning.OVERDUE in asked.warnings
    office.clock.set(at("2026-12-02 09:00"))
    gone_on = supplements.receive(office, subject)
    assert local(gone_on.due_after) == at("2026-11-25 17:00") + timedelta(days=1)
    assert results.resolve(office, subject).outcome is Outcome.LATE


def test_any_number_of_supplements_is_possible_and_the_second_warns(office):
    subject = handed_over(office)
    warned = []
    for _ in range(4):
        office.clock.advance(timedelta(days=1))
        warned.append(supplements.request(office, subject, ASKED).warnings)
        office.clock.advance(timedelta(days=3))
        supplements.receive(office, subject)
    assert [SupplementWarning.ASKED_BEFORE in one for one in warned] == [False, True, True, True]
    row = office.ask(by_subject, subject)
    assert row.supplement_count == 4
    assert results.resolve(office, subject).outcome is Outcome.EARLY


def test_a_stop_after_a_supplement_goes_on_from_where_the_first_pause_began(office):
    subject = handed_over(office)
    office.clock.set(at("2026-11-23 09:00"))
    supplements.request(office, subject, ASKED)
    office.clock.set(at("2026-11-27 09:00"))
    stops.stop(office, subject, Stop(StopReason.NO_SUPPLEMENT, "Quá hạn bổ sung"))
    office.clock.set(at("2026-12-02 09:00"))
    gone_on = stops.resume(office, subject)
    # 23, 25, 26, 27, 30 November and 1 December
    assert local(gone_on.due_after) == at("2026-12-02 17:00")


def test_a_dossier_whose_term_stands_still_is_not_overdue(office):
    subject = handed_over(office)
    supplements.request(office, subject, ASKED)
    today, tomorrow = date(2026, 12, 7), date(2026, 12, 8)
    assert office.ask(due_counts, today, tomorrow).overdue == 0
    assert found(office, today, tomorrow)["unanswered"] == []


def test_a_dossier_stopped_when_it_was_overdue_stays_in_the_list(office):
    subject = handed_over(office)
    office.clock.set(at("2026-11-30 09:00"))
    stops.stop(office, subject, WHY_STOPPED)
    today, tomorrow = date(2026, 12, 7), date(2026, 12, 8)
    assert office.ask(due_counts, today, tomorrow).overdue == 1
    assert found(office, today, tomorrow)["unanswered"] == ["0101"]


def test_what_happened_while_the_term_stood_still_is_not_late(office):
    subject = handed_over(office)
    supplements.request(office, subject, ASKED)
    office.clock.set(at("2026-12-30 09:00"))
    assert results.resolve(office, subject).outcome is Outcome.EARLY


def test_the_story_of_a_lateness_names_places_promises_and_late_typing(office):
    subject = received(office)
    office.clock.set(at("2026-11-23 08:00"))
    hand_overs.hand_over(office, [subject], AGENCY)
    office.clock.set(at("2026-11-25 08:00"))
    stops.stop(office, subject, WHY_STOPPED)
    office.clock.set(at("2026-11-30 08:00"))
    stops.resume(office, subject)
    promises.apologise(office, subject, replace(SORRY, new_due_at=at("2026-12-03 17:00")))
    office.clock.set(at("2026-12-04 16:00"))
    real = When(at("2026-12-04 09:00"), "Đường truyền hỏng")
    results.receive_results(office, [results.Arrival(subject, when=real)])
    story = office.ask(lateness_story, subject, at("2026-12-05 09:00"))
    assert [(span.where, span.since.date(), span.working_days) for span in story.spans] == [
        (Where.COUNTER, date(2026, 11, 20), 1),
        (Where.AGENCY, date(2026, 11, 23), 1),
        (Where.PAUSED, date(2026, 11, 25), 3),
        (Where.AGENCY, date(2026, 11, 30), 4),
        (Where.FINISHED, date(2026, 12, 4), None),
    ]
    assert story.spans[2].reason == "Chờ ý kiến của Sở Xây dựng"
    assert story.spans[2].agency_code == AGENCY
    assert [one.kind for one in story.promises] == [
        "dossier_received",
        "processing_resumed",
        "extended",
    ]
    assert story.promises[-1].letter == "07-001/PXL"
    (late,) = story.typed_late
    assert (late.happened_at, late.typed_at, late.because) == (
        at("2026-12-04 09:00"),
        at("2026-12-04 16:00"),
        "Đường truyền hỏng",
    )
    assert story.original_due_at == at("2026-11-23 17:00")
    assert story.outcome is Outcome.LATE


def test_an_open_dossier_tells_what_it_would_be_now(office):
    subject = handed_over(office)
    story = office.ask(lateness_story, subject, at("2026-11-30 09:00"))
    assert (story.outcome, story.finished_at) == (Outcome.LATE, None)
    assert story.spans[-1].until is None


def test_another_procedure_counts_its_own_term_with_the_pauses_there_were(office):
    subject = received(office)
    stops.stop(office, subject, WHY_STOPPED)
    office.clock.set(at("2026-11-26 09:00"))
    stops.resume(office, subject)
    was = office.ask(intake_of, subject)
    papers = tuple(replace(was.papers[0], name=line.name) for line in BUILDING.checklist)
    receipt = corrections.correct(
        office,
        subject,
        replace(was, procedure_code=BUILDING.code, papers=papers),
        "Chọn nhầm thủ tục",
    )
    # fifteen working days from 20 November, and the three of the stop
    assert receipt.due_at == at("2026-12-17 17:00")
    assert receipt.procedure_code == BUILDING.code
    assert due_of(office, subject) == at("2026-12-17 17:00")


def test_a_correction_after_the_hand_over_takes_two_persons(office):
    subject = handed_over(office)
    was = office.ask(intake_of, subject)
    now = replace(was, note="Hồ sơ gấp")
    before = traces(office)
    with pytest.raises(SecondPersonMissing):
        corrections.correct(office, subject, now, "Ghi sót")
    with pytest.raises(corrections.NothingCorrected):
        corrections.correct(office, subject, was, "Không sửa gì", HOA)
    assert traces(office) == before
    assert corrections.correct(office, subject, now, "Ghi sót", HOA).note == "Hồ sơ gấp"


def test_a_correction_can_take_values_away(office):
    owner = replace(birth_intake().submitter, name="Lò Văn Páo", identity_number="")
    subject = received(office, birth_intake(owner=owner, summary="Khai sinh cho con"))
    was = office.ask(intake_of, subject)
    receipt = corrections.correct(office, subject, replace(was, owner=None, summary=""), "Nhầm")
    assert receipt.owner == receipt.submitter
    assert receipt.summary == ""
    assert office.ask(by_subject, subject).owner_name == receipt.submitter.name


def test_the_moment_of_an_intake_is_the_yardstick_of_its_receipt(office):
    subject = received(office)
    assert office.ask(by_subject, subject).received_at == to_ms(at("2026-11-20 09:41"))


def test_a_clock_turned_back_keeps_nobody_from_going_on(office):
    subject = handed_over(office)
    office.clock.set(at("2026-11-23 09:00"))
    stops.stop(office, subject, WHY_STOPPED)
    office.clock.set(at("2026-11-21 09:00"))
    gone_on = stops.resume(office, subject)
    assert gone_on.due_after == gone_on.due_before
    assert office.ask(by_subject, subject).paused_since is None

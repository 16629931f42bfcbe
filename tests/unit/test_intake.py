"""Receiving a dossier: all of it, or none of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from counter_app.clock import VIETNAM
from counter_app.domain.calendar import CalendarEnds
from counter_app.domain.deadlines import DayReason
from counter_app.domain.dossier import Consents, Intake, Paper, Party, PartyKind, ReturnWay
from counter_app.domain.intake_check import Fault, Field
from counter_app.domain.numbers import ClockWentBack, RangeUsedUp
from counter_app.domain.procedure import Channel, Gap
from counter_app.journal.rebuild import broken_chains, differences
from counter_app.progress import Silent
from counter_app.schema.local import draft, issued_number
from counter_app.schema.tables import dossier, journal
from counter_app.store.applicants import earlier_applicants
from counter_app.store.dossiers import (
    NoSuchDossier,
    by_number,
    due_between,
    due_by_agency,
    due_counts,
    receipt_of,
    search,
)
from counter_app.usecases.drafts import drafts, keep, new_draft
from counter_app.usecases.duplicates import Match, duplicates
from counter_app.usecases.intake import (
    ChannelNotOffered,
    IntakeIncomplete,
    NumberTaken,
    ProcedureIncomplete,
    UnknownProcedure,
    appointment,
    receive,
)
from tests.fixtures.desk import (
    AGENCY,
    BUILDING,
    CERTIFICATION,
    EXTRACT,
    SUBMITTER,
    WHARF,
    birth_intake,
    grant_range,
    opened_desk,
    publish_procedure,
)


def an_intake(name: str = SUBMITTER.name, number: str = SUBMITTER.identity_number) -> Intake:
    person = replace(SUBMITTER, name=name, identity_number=number, old_identity_number="")
    return birth_intake(submitter=person)


def an_extract() -> Intake:
    papers = tuple(Paper(line.name, 1, present=True) for line in EXTRACT.checklist)
    return replace(an_intake(), procedure_code=EXTRACT.code, papers=papers)


def counts(desk) -> tuple[int, int, int]:
    with desk.store.reading() as session:
        return tuple(
            session.execute(select(func.count()).select_from(table)).scalar_one()
            for table in (journal, dossier, issued_number)
        )


def faults(problem: IntakeIncomplete) -> set[tuple[Field, Fault]]:
    return {(one.field, one.fault) for one in problem.problems}


def test_a_dossier_is_received_with_number_due_moment_and_register_line(desk):
    receipt = receive(desk, an_intake())
    assert receipt.number == "000.00.14.H35-261120-0101"
    assert receipt.due_at.date() == date(2026, 11, 23)
    assert (receipt.book, receipt.book_number) == ("07/2026", 1)
    assert receipt.agency_name == "Sở Tư pháp"
    assert receipt.officer_name == "Lò Thị Lan"
    assert len(receipt.lookup_code) == 4
    assert receipt.lookup_code.isdigit()


def test_the_receipt_can_be_had_again_from_the_journal(desk):
    receipt = receive(desk, an_intake())
    assert desk.ask(receipt_of, receipt.subject) == receipt


def test_numbers_follow_each_other_and_start_again_the_next_day(desk):
    numbers = [receive(desk, an_intake()).number[-11:] for _ in range(3)]
    desk.clock.advance(timedelta(days=3))
    numbers.append(receive(desk, an_intake()).number[-11:])
    assert numbers == ["261120-0101", "261120-0102", "261120-0103", "261123-0101"]


def test_the_register_of_the_seat_has_no_gaps_over_days_and_agencies(desk):
    other_agency = replace(EXTRACT, code="2.000999", agency_code="000.00.17.H35")
    publish_procedure(desk, other_agency)
    grant_range(desk, 1, 9, "000.00.17.H35")
    other = replace(an_extract(), procedure_code=other_agency.code)
    lines = [receive(desk, intake).book_number for intake in (an_intake(), other, an_intake())]
    desk.clock.advance(timedelta(days=1))
    lines.append(receive(desk, other).book_number)
    assert lines == [1, 2, 3, 4]


def test_an_unknown_procedure_leaves_nothing_behind(desk):
    before = counts(desk)
    with pytest.raises(UnknownProcedure):
        receive(desk, replace(an_intake(), procedure_code="9.999999"))
    assert counts(desk) == before


def test_an_incomplete_procedure_cannot_be_used(desk):
    with pytest.raises(ProcedureIncomplete) as refused:
        receive(desk, replace(an_intake(), procedure_code=WHARF.code))
    assert refused.value.gaps == (Gap.UNIT,)


def test_a_channel_the_procedure_does_not_have_is_refused(desk):
    with pytest.raises(ChannelNotOffered):
        receive(desk, replace(an_intake(), channel=Channel.POSTAL))


def test_every_missing_field_is_named_at_once(desk):
    before = counts(desk)
    intake = replace(
        an_intake(),
        submitter=Party(phone="12", email="nobody", identity_number="123"),
        papers=(Paper("Tờ khai", 1, required=True, present=False),),
        sets=0,
        return_way=ReturnWay.POST,
    )
    with pytest.raises(IntakeIncomplete) as refused:
        receive(desk, intake)
    assert faults(refused.value) == {
        (Field.SUBMITTER_NAME, Fault.MISSING),
        (Field.SUBMITTER_NUMBER, Fault.BAD_IDENTITY_NUMBER),
        (Field.SUBMITTER_PHONE, Fault.BAD_PHONE),
        (Field.SUBMITTER_EMAIL, Fault.BAD_EMAIL),
        (Field.PAPERS, Fault.NO_PAPERS),
        (Field.PAPERS, Fault.REQUIRED_PAPER_ABSENT),
        (Field.SETS, Fault.OUT_OF_RANGE),
        (Field.RETURN_ADDRESS, Fault.MISSING),
    }
    assert counts(desk) == before


def test_an_organisation_is_known_by_its_tax_code(desk):
    company = Party(PartyKind.ORGANISATION, "Công ty TNHH Hoa Ban", "0100233488")
    receipt = receive(desk, replace(an_intake(), owner=company))
    assert receipt.owner == company
    wrong = replace(company, identity_number="0100233489")
    with pytest.raises(IntakeIncomplete) as refused:
        receive(desk, replace(an_intake(), owner=wrong))
    assert faults(refused.value) == {(Field.OWNER_NUMBER, Fault.BAD_TAX_CODE)}


def test_a_consent_needs_where_to_send(desk):
    nobody = replace(an_intake(), consents=Consents(sms=True, email=True))
    nobody = replace(nobody, submitter=replace(nobody.submitter, phone=""))
    with pytest.raises(IntakeIncomplete) as refused:
        receive(desk, nobody)
    assert faults(refused.value) == {
        (Field.CONSENTS, Fault.PHONE_NEEDED),
        (Field.CONSENTS, Fault.EMAIL_NEEDED),
    }


def test_a_used_up_range_gives_no_number_and_saves_nothing(tmp_path):
    with opened_desk(tmp_path / "small.db", granted=(1, 2)) as desk:
        receive(desk, an_intake())
        receive(desk, an_intake())
        before = counts(desk)
        with pytest.raises(RangeUsedUp):
            receive(desk, an_intake())
        assert counts(desk) == before
        desk.clock.advance(timedelta(days=1))
        assert receive(desk, an_intake()).number.endswith("-0001")


def test_a_clock_that_went_back_a_day_gives_no_number(desk):
    receive(desk, an_intake())
    desk.clock.advance(timedelta(days=-1))
    with pytest.raises(ClockWentBack):
        receive(desk, an_intake())


def test_a_clock_that_went_back_an_hour_never_gives_a_number_twice(desk):
    first = receive(desk, an_intake())
    desk.clock.advance(timedelta(hours=-1))
    assert receive(desk, an_intake()).number != first.number


def test_a_number_given_before_is_never_given_again(desk):
    receive(desk, an_intake())
    with desk.store.writing() as session:
        session.exec_driver_sql("DELETE FROM serial")
    before = counts(desk)
    with pytest.raises(NumberTaken):
        receive(desk, an_intake())
    assert counts(desk) == before


def test_beyond_the_calendar_no_date_is_guessed(desk):
    desk.clock.set(datetime(2027, 12, 31, 9, 0, tzinfo=VIETNAM))
    with pytest.raises(CalendarEnds):
        receive(desk, an_intake())


def test_midnight_belongs_to_the_new_day_in_vietnam(desk):
    desk.clock.set(datetime(2026, 11, 20, 23, 59, 59, tzinfo=VIETNAM))
    late = receive(desk, an_intake()).number
    desk.clock.set(datetime(2026, 11, 21, 0, 0, 0, tzinfo=VIETNAM))
    assert (late[-11:-5], receive(desk, an_intake()).number[-11:-5]) == ("261120", "261121")


def test_the_appointment_explains_its_days(desk):
    shown = appointment(desk, BUILDING.code, Channel.COUNTER)
    reasons = {day.on: day.reason for day in shown.due.days}
    # 24/11 is Vietnamese Culture Day from 2026 on.
    assert reasons[date(2026, 11, 24)] is DayReason.HOLIDAY
    assert shown.agency_name == "Sở Tư pháp"
    same_day = appointment(desk, EXTRACT.code, Channel.COUNTER)
    assert same_day.due.at.date() == date(2026, 11, 20)
    assert appointment(desk, CERTIFICATION.code, Channel.COUNTER).due is None


def test_the_draft_goes_with_the_intake_and_stays_when_it_fails(desk):
    draft_id = new_draft(desk)
    keep(desk, draft_id, "Ánh", {"name": "Nguyễn Thị Ánh"})
    with pytest.raises(UnknownProcedure):
        receive(desk, replace(an_intake(), procedure_code="9.999999"), draft_id)
    assert [one.id for one in drafts(desk)] == [draft_id]
    receive(desk, an_intake(), draft_id)
    with desk.store.reading() as session:
        assert session.execute(select(func.count()).select_from(draft)).scalar_one() == 0


def test_drafts_come_back_on_another_start(tmp_path):
    with opened_desk(tmp_path / "counter.db") as desk:
        first, second = new_draft(desk), new_draft(desk)
        keep(desk, first, "một", {"name": "a"}, parked=True)
        desk.clock.advance(timedelta(seconds=5))
        keep(desk, second, "hai", {"name": "b"})
        keep(desk, second, "hai", {"name": "bb"})
    with opened_desk(tmp_path / "counter.db") as again:
        assert [(one.id, one.parked, one.record) for one in drafts(again)] == [
            (second, False, {"name": "bb"}),
            (first, True, {"name": "a"}),
        ]


def test_the_same_person_and_procedure_still_open_is_pointed_out(desk):
    first = receive(desk, an_intake())
    (found,) = duplicates(desk, an_intake())
    assert found.dossier.number == first.number
    assert found.matched == (Match.PROCEDURE, Match.IDENTITY_NUMBER, Match.NAME)
    assert duplicates(desk, an_extract()) == ()
    assert duplicates(desk, an_intake(number="012188000999")) == ()


def test_a_duplicate_under_the_old_number_is_found_both_ways(desk):
    old = "045123456"
    receive(desk, an_intake(number=old))
    renewed = an_intake()
    renewed = replace(renewed, submitter=replace(renewed.submitter, old_identity_number=old))
    (found,) = duplicates(desk, renewed)
    assert Match.OLD_NUMBER in found.matched
    receive(desk, renewed)
    assert len(duplicates(desk, an_intake(number=old))) == 2


def test_a_dossier_is_found_by_name_number_phone_and_serial(desk):
    receipt = receive(desk, an_intake("Lò Thị Đức Hạnh"))
    receive(desk, an_intake("Nguyễn Văn Nam", "012088000456"))
    for typed in (
        "duc hanh",
        "HẠNH lo",
        "012188000123",
        "0121880",
        "0912345678 hanh",
        receipt.number,
        receipt.number.lower(),
        "261120 0101",
    ):
        assert [row.number for row in desk.ask(search, typed)] == [receipt.number], typed
    assert desk.ask(search, "khong co ai") == []
    assert desk.ask(search, '" OR *') == []
    assert len(desk.ask(search, "261120")) == 2
    assert desk.ask(by_number, receipt.number).owner_name == "Lò Thị Đức Hạnh"
    with pytest.raises(NoSuchDossier):
        desk.ask(by_number, "000.00.14.H35-261120-0109")


def test_an_earlier_applicant_is_offered_once_as_last_recorded(desk):
    receive(desk, an_intake())
    desk.clock.advance(timedelta(minutes=1))
    moved = an_intake()
    moved = replace(moved, submitter=replace(moved.submitter, address="Xã Bum Tở"))
    last = receive(desk, moved)
    (found,) = desk.ask(earlier_applicants, "anh ngu")
    assert found.party.address == "Xã Bum Tở"
    assert found.last_number == last.number
    assert desk.ask(earlier_applicants, "0121 88") == []
    assert len(desk.ask(earlier_applicants, "012188")) == 1


def test_the_board_counts_by_due_day_and_agency(desk):
    receive(desk, an_intake())
    receive(desk, an_extract())
    friday, monday = date(2026, 11, 20), date(2026, 11, 23)
    now = desk.ask(due_counts, friday, monday)
    assert (now.overdue, now.today, now.tomorrow) == (0, 1, 1)
    later = desk.ask(due_counts, monday, date(2026, 11, 25))
    assert (later.overdue, later.today, later.tomorrow) == (1, 1, 0)
    (row,) = desk.ask(due_by_agency, friday, monday)
    assert (row.agency_code, row.agency_name) == (AGENCY, "Sở Tư pháp")
    assert (row.overdue, row.today, row.tomorrow, row.later) == (0, 1, 1, 0)
    assert len(desk.ask(due_between, None, date(2026, 11, 30))) == 2
    assert desk.ask(due_between, None, date(2026, 11, 30), "other") == []


@settings(max_examples=15, deadline=None)
@given(steps=st.lists(st.integers(-120, 60 * 36), min_size=1, max_size=12))
def test_whatever_the_clock_does_no_number_is_given_twice(tmp_path_factory, steps):
    path = tmp_path_factory.mktemp("clock") / "counter.db"
    numbers = []
    with opened_desk(path, granted=(1, 4)) as desk:
        for minutes in steps:
            desk.clock.advance(timedelta(minutes=minutes))
            try:
                numbers.append(receive(desk, an_intake()).number)
            except (RangeUsedUp, ClockWentBack):
                continue
        assert len(numbers) == len(set(numbers))
        with desk.store.reading() as session:
            assert differences(session, Silent()) == []
            assert broken_chains(session, Silent()) == []

"""Closing the day: every reason against it, and sheets on which each act stands exactly once."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from counter_app.devices.printers import JobState, JobStatus
from counter_app.domain.closing import Against, Fix, SheetKind, Weight
from counter_app.domain.fees import NOTHING, Method, Money
from counter_app.domain.roles import NotAllowedFor
from counter_app.journal.rebuild import differences
from counter_app.progress import Silent
from counter_app.schema.tables import journal
from counter_app.store.day_sheets import last_final, sheet, sheets
from counter_app.usecases import drafts, fee_receipts, hand_overs, printing
from counter_app.usecases.acts import SecondPersonMissing
from counter_app.usecases.closing import (
    DayNotReady,
    DayToCome,
    final,
    interim,
    preview,
    reasons_against_closing,
)
from counter_app.usecases.intake import receive
from counter_app.usecases.payments import collect
from counter_app.usecases.refunds import request
from counter_app.usecases.tills import count
from tests.fixtures.desk import (
    AGENCY,
    SEAT,
    birth_intake,
    grant_range,
    opened_desk,
    publish_setting,
)
from tests.fixtures.till import CASHIER, SUPERVISOR, extract, grant_book, with_cashier

TODAY = date(2026, 11, 20)
EXPLAINED = dict.fromkeys(Against, "để sáng mai")


def found(desk, day=None):
    return {reason.against: reason for reason in reasons_against_closing(desk, day)}


def printed(desk, subject):
    job = printing.queue(
        desk, subject, printing.Form.RECEIPT, printing.PaperSize.A5, "Phòng một cửa"
    )
    printing.sent(desk, job, "7")
    printing.reported(desk, job, JobStatus(JobState.CONFIRMED, ""))


def handed_over(desk, *subjects):
    hand_overs.hand_over(desk, subjects, AGENCY)


def test_an_untouched_day_has_nothing_against_it(till):
    assert set(found(till)) <= {Against.UNSENT}
    assert final(till).entries == 0


def test_every_reason_names_what_it_concerns_and_what_mends_it(till):
    drafts.keep(till, drafts.new_draft(till), "Nguyễn Thị Ánh", {})
    drafts.keep(till, drafts.new_draft(till), "Lò Văn Én", {}, parked=True)
    cash, transfer = extract(till), extract(till)
    paid = collect(till, cash, Method.CASH)
    collect(till, transfer, Method.VIETQR)
    request(till, cash, paid.payment, "đổi ý")
    job = printing.queue(till, cash, printing.Form.RECEIPT, printing.PaperSize.A5, "Phòng một cửa")
    printing.failed(till, job, "hết giấy")
    waiting = printing.queue(
        till, transfer, printing.Form.RECEIPT, printing.PaperSize.A5, "Phòng một cửa"
    )
    told = found(till)
    assert {against: (one.count, one.fix, one.weight) for against, one in told.items()} == {
        Against.CASH_UNCOUNTED: (1, Fix.COUNT_CASH, Weight.MEND),
        Against.DRAFTS: (1, Fix.DRAFTS, Weight.EXPLAIN),
        Against.PARKED_DRAFTS: (1, Fix.DRAFTS, Weight.KNOW),
        Against.RECEIPTS_UNPRINTED: (2, Fix.PRINTS, Weight.EXPLAIN),
        Against.PRINTS_FAILED: (1, Fix.PRINTS, Weight.EXPLAIN),
        Against.PRINTS_UNDER_WAY: (1, Fix.PRINTS, Weight.KNOW),
        Against.NOT_HANDED_OVER: (2, Fix.HAND_OVER, Weight.EXPLAIN),
        Against.TRANSFERS_AWAITED: (1, Fix.PAYMENTS, Weight.KNOW),
        Against.REFUNDS_OPEN: (1, Fix.REFUNDS, Weight.KNOW),
        Against.UNSENT: (told[Against.UNSENT].count, Fix.SYNC, Weight.KNOW),
    }
    assert told[Against.PRINTS_FAILED].subjects == (cash,)
    assert told[Against.TRANSFERS_AWAITED].subjects == (transfer,)
    assert set(told[Against.RECEIPTS_UNPRINTED].subjects) == {cash, transfer}

    printing.sent(till, waiting, "8")
    printing.reported(till, waiting, JobStatus(JobState.CONFIRMED, ""))
    till.clock.advance(timedelta(seconds=1))
    printed(till, cash)
    handed_over(till, cash, transfer)
    count(till, {2_000: 4})
    assert set(found(till)) == {
        Against.DRAFTS,
        Against.PARKED_DRAFTS,
        Against.TRANSFERS_AWAITED,
        Against.REFUNDS_OPEN,
        Against.UNSENT,
    }


def test_papers_of_an_earlier_day_are_overdue(till):
    extract(till)
    assert set(found(till, TODAY)) >= {Against.NOT_HANDED_OVER}
    till.clock.advance(timedelta(days=3))
    assert Against.HAND_OVER_OVERDUE in found(till)
    assert Against.NOT_HANDED_OVER not in found(till)


def test_what_cannot_be_explained_away_has_to_be_mended(till):
    collect(till, extract(till), Method.CASH)
    with pytest.raises(DayNotReady) as told:
        final(till, explained=EXPLAINED)
    assert [one.against for one in told.value.reasons] == [Against.CASH_UNCOUNTED]
    count(till, {2_000: 4})
    with pytest.raises(DayNotReady) as told:
        final(till, explained={Against.NOT_HANDED_OVER: "giao đầu giờ sáng"})
    assert [one.against for one in told.value.reasons] == [Against.RECEIPTS_UNPRINTED]
    assert till.ask(last_final, SEAT) is None
    made = final(till, explained=EXPLAINED)
    assert {(one.against, one.count, one.words) for one in made.explained} == {
        (Against.RECEIPTS_UNPRINTED, 1, "để sáng mai"),
        (Against.NOT_HANDED_OVER, 1, "để sáng mai"),
    }


def test_the_final_sheet_says_what_was_done_and_taken(till):
    subjects = [extract(till) for _ in range(3)]
    receive(till, birth_intake())
    for subject in subjects:
        printed(till, subject)
    first = collect(till, subjects[0], Method.CASH).receipt
    collect(till, subjects[1], Method.CASH)
    fee_receipts.void(till, subjects[0], first.id, "nhòe mực", SUPERVISOR)
    handed_over(till, *subjects)
    count(till, {5_000: 3, 1_000: 1})
    made = final(till, explained=EXPLAINED)
    (agency,) = made.agencies
    assert (agency.agency_name, agency.received, agency.handed_over) == ("Sở Tư pháp", 4, 3)
    (cash,) = made.methods
    assert (cash.taken, cash.payments, cash.refunds) == (Money(charge=16_000), 2, 0)
    (book,) = made.books
    assert (book.first, book.last, book.count, book.void, book.next) == (1, 3, 3, (1,), 4)
    assert book.money == Money(charge=16_000)
    assert (made.cash.counted, made.cash.difference) == (16_000, 0)
    assert [(one.value, one.count) for one in made.cash.notes] == [(5_000, 3), (1_000, 1)]
    assert (made.number, made.name, made.kind) == (1, "0001", SheetKind.FINAL)
    assert till.ask(sheet, made.id) == made
    with till.store.reading() as session:
        assert differences(session, Silent()) == []


def test_interim_sheets_are_parts_of_the_final_one_to_come(till):
    extract(till)
    names = [interim(till).name, interim(till).name]
    made = final(till, explained=EXPLAINED)
    names += [made.name, interim(till).name]
    assert names == ["0001/1", "0001/2", "0001", "0002/1"]
    assert [row.kind for row in till.ask(sheets, SEAT)] == [
        "interim",
        "final",
        "interim",
        "interim",
    ]
    assert preview(till).number == 2


def test_an_act_in_the_closing_minute_stands_on_exactly_one_sheet(till):
    before = extract(till)
    printed(till, before)
    first = final(till, explained=EXPLAINED)
    after = extract(till)  # the clock has not moved: it is the same millisecond
    printed(till, after)
    second = final(till, explained=EXPLAINED)
    assert (first.agencies[0].received, second.agencies[0].received) == (1, 1)
    assert first.made_at == second.made_at
    assert (first.number, second.number) == (1, 2)


def test_a_clock_set_back_loses_no_act(till):
    printed(till, extract(till))
    first = final(till, explained=EXPLAINED)
    till.clock.advance(timedelta(hours=-2))
    subject = extract(till)
    printed(till, subject)
    collect(till, subject, Method.CASH)
    count(till, {2_000: 4})
    second = final(till, explained=EXPLAINED)
    assert (first.agencies[0].received, second.agencies[0].received) == (1, 1)
    assert (first.taken, second.taken) == (NOTHING, Money(charge=8_000))


def test_yesterday_is_closed_with_what_came_since(till):
    printed(till, extract(till))
    till.clock.advance(timedelta(days=3))
    printed(till, extract(till))
    made = final(till, TODAY, EXPLAINED)
    assert (made.day, made.agencies[0].received) == (TODAY, 2)
    assert made.first_at.date() == TODAY
    assert made.last_at.date() == TODAY + timedelta(days=3)


def test_tomorrow_cannot_be_closed(till):
    with pytest.raises(DayToCome):
        final(till, TODAY + timedelta(days=1))


def test_a_supervisor_signs_where_the_centre_asks(till):
    publish_setting(till, "closing", {"approval": True})
    for second in (None, CASHIER, replace(SUPERVISOR, login="lan")):
        with pytest.raises(SecondPersonMissing):
            final(till, second=second)
    assert final(till, second=SUPERVISOR).approved_by == "minh"


def test_who_only_looks_on_closes_nothing(till):
    inspector = till.served_by(replace(CASHIER, roles=frozenset({"inspector"})))
    with pytest.raises(NotAllowedFor):
        final(inspector)
    with pytest.raises(NotAllowedFor):
        interim(inspector)
    assert reasons_against_closing(inspector) == ()


def acts_of(desk):
    with desk.store.reading() as session:
        return session.execute(
            select(journal.c.kind, journal.c.clock).where(
                journal.c.stream_id == desk.seat.stream_id
            )
        ).all()


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 2**32))
def test_all_sheets_together_hold_every_act_once(seed):
    chance = random.Random(seed)
    with TemporaryDirectory() as folder, opened_desk(Path(folder) / "counter.db") as opened:
        grant_book(opened)
        grant_range(opened, 1000, 1999)
        desk = with_cashier(opened)
        made, taken = [], NOTHING
        for _ in range(25):
            desk.clock.advance(timedelta(milliseconds=chance.choice((0, 0, 1, 60_000, -3_000))))
            step = chance.random()
            if step < 0.5:
                subject = extract(desk)
                if chance.random() < 0.6:
                    taken += collect(desk, subject, Method.CASH).money
            elif step < 0.7:
                interim(desk)
            else:
                made.append(close(desk))
        made.append(close(desk))
        acts = acts_of(desk)
        assert sum(one.entries for one in made) == len(acts) - len(made)
        received = sum(row.kind == "dossier_received" for row in acts)
        assert sum(agency.received for one in made for agency in one.agencies) == received
        assert sum((one.taken for one in made), NOTHING) == taken
        assert [one.number for one in made] == list(range(1, len(made) + 1))
        numbers = [n for one in made for book in one.books for n in (book.first, book.last)]
        assert numbers == sorted(numbers)


def close(desk):
    from counter_app.usecases.tills import expected

    count(desk, {1_000: expected(desk).expected // 1_000})
    return final(desk, explained=EXPLAINED)

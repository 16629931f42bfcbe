"""Two seats act on one dossier while apart: both acts stay, one outcome, a supervisor decides."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from counter_app.clock import local
from counter_app.desk import Desk
from counter_app.domain.states import State
from counter_app.journal.rebuild import broken_chains, differences
from counter_app.progress import Silent
from counter_app.store.dossiers import by_subject, history, receipt_of
from counter_app.store.worklists import conflicts as waiting
from counter_app.usecases import conflicts, hand_overs, online, results, returns, withdrawals
from counter_app.usecases.acts import SecondPersonMissing
from counter_app.usecases.conflicts import Decision
from tests.fixtures.desk import AGENCY, birth_intake
from tests.fixtures.life import (
    ACTS,
    COLLECTED,
    HOA,
    MINH,
    WITHDRAWN,
    another_seat,
    every_row,
    exchange,
    handed_over,
    received,
    resolved,
    traces,
)


@pytest.fixture
def dossier(office):
    """A received dossier that both seats know."""
    return received(office)


@pytest.fixture
def other(office: Desk, dossier, tmp_path: Path) -> Iterator[Desk]:
    """Seat 8 as it stood when seat 7 had received the dossier."""
    with another_seat(office, tmp_path / "other.db") as desk:
        yield desk


def agree(office: Desk, other: Desk) -> None:
    """Exchange all entries; both seats must then say the same."""
    exchange(office, other)
    assert every_row(office) == every_row(other)
    for desk in (office, other):
        with desk.store.reading() as session:
            assert differences(session, Silent()) == []
            assert broken_chains(session, Silent()) == []


def test_the_second_of_two_acts_that_exclude_each_other_is_set_aside(office, other, dossier):
    withdrawals.withdraw(office, dossier, WITHDRAWN)
    office.clock.advance(timedelta(minutes=5))
    hand_overs.hand_over(other, [dossier], AGENCY)
    agree(office, other)
    row = office.ask(by_subject, dossier)
    assert (row.state, row.conflict) == (State.WITHDRAWN, True)
    (marked,) = other.ask(waiting)
    assert (marked.kind, marked.officer) == ("handed_over", "hoa")
    assert (marked.against_kind, marked.against_officer) == ("withdrawn", "lan")
    assert not marked.applied
    assert [entry.kind for entry in office.ask(history, dossier)][-2:] == [
        "withdrawn",
        "handed_over",
    ]


def test_a_result_cannot_be_returned_twice_unseen(office, tmp_path):
    subject = resolved(office)
    with another_seat(office, tmp_path / "twin.db") as other:
        returns.hand_out(office, subject, COLLECTED)
        office.clock.advance(timedelta(minutes=1))
        returns.hand_out(other, subject, COLLECTED)
        agree(office, other)
        assert [one.kind for one in office.ask(waiting, subject)] == ["returned"]


def test_an_act_that_still_fits_holds_but_is_marked(office, other, dossier):
    hand_overs.hand_over(office, [dossier], AGENCY)
    office.clock.advance(timedelta(minutes=5))
    withdrawals.withdraw(other, dossier, WITHDRAWN)
    agree(office, other)
    (marked,) = office.ask(waiting)
    assert marked.applied
    assert office.ask(by_subject, dossier).state == State.WITHDRAWN


def test_a_supervisor_lets_it_stand(office, other, dossier):
    withdrawals.withdraw(office, dossier, WITHDRAWN)
    office.clock.advance(timedelta(minutes=5))
    hand_overs.hand_over(other, [dossier], AGENCY)
    agree(office, other)
    (marked,) = office.ask(waiting)
    conflicts.settle(office, dossier, marked.entry_id, Decision.STANDS, "Công dân đã nhận lại")
    agree(office, other)
    row = other.ask(by_subject, dossier)
    assert (row.state, row.conflict) == (State.WITHDRAWN, False)
    with pytest.raises(conflicts.NoSuchConflict):
        conflicts.settle(other, dossier, marked.entry_id, Decision.STANDS)


def test_a_supervisor_decides_for_the_act_that_was_set_aside(office, other, dossier):
    withdrawals.withdraw(office, dossier, WITHDRAWN)
    office.clock.advance(timedelta(minutes=5))
    hand_overs.hand_over(other, [dossier], AGENCY)
    agree(office, other)
    (marked,) = office.ask(waiting)
    conflicts.settle(office, dossier, marked.entry_id, Decision.OTHER)
    agree(office, other)
    row = other.ask(by_subject, dossier)
    assert (row.state, row.holder, row.conflict) == (State.PROCESSING, "agency", False)


def test_what_was_built_on_cannot_be_overruled(office, other, dossier):
    hand_overs.hand_over(office, [dossier], AGENCY)
    office.clock.advance(timedelta(minutes=5))
    hand_overs.hand_over(other, [dossier], AGENCY)
    agree(office, other)
    (marked,) = office.ask(waiting)
    results.resolve(office, dossier)
    before = traces(office)
    with pytest.raises(conflicts.CannotOverrule):
        conflicts.settle(office, dossier, marked.entry_id, Decision.OTHER)
    assert traces(office) == before


def test_only_a_supervisor_decides(office, other, dossier):
    hand_overs.hand_over(office, [dossier], AGENCY)
    office.clock.advance(timedelta(minutes=5))
    hand_overs.hand_over(other, [dossier], AGENCY)
    agree(office, other)
    (marked,) = office.ask(waiting)
    minh = office.served_by(MINH)
    with pytest.raises(SecondPersonMissing):
        conflicts.settle(minh, dossier, marked.entry_id, Decision.STANDS)
    conflicts.settle(minh, dossier, marked.entry_id, Decision.STANDS, second=HOA)
    assert office.ask(waiting) == []


@pytest.mark.parametrize("act", ["shelve", "reassign"])
def test_facts_never_conflict(office, tmp_path, act):
    subject = resolved(office)
    with another_seat(office, tmp_path / "twin.db") as other:
        ACTS[act](office, subject)
        office.clock.advance(timedelta(minutes=1))
        returns.hand_out(other, subject, COLLECTED)
        office.clock.advance(timedelta(minutes=1))
        agree(office, other)
        row = office.ask(by_subject, subject)
        assert (row.state, row.conflict) == (State.RETURNED, False)


def test_the_same_announcement_at_two_seats_is_one_dossier(office, other):
    told = online.OnlineDossier("H35.14-261120-0001", birth_intake(), local(office.clock.now_ms()))
    (one,) = online.import_online(office, [told]).new
    (same,) = online.import_online(other, [told]).new
    assert one == same
    agree(office, other)
    assert not office.ask(by_subject, one).conflict
    assert online.import_online(office, [told]).known == (told.number,)


def test_the_last_act_is_taken_back_and_stays_in_the_history(office, dossier):
    hand_overs.hand_over(office, [dossier], AGENCY)
    results.resolve(office, dossier)
    conflicts.take_back(office, dossier, "Quét nhầm hồ sơ")
    row = office.ask(by_subject, dossier)
    assert (row.state, row.resolved_at, row.outcome) == (State.PROCESSING, None, "")
    conflicts.take_back(office, dossier, "Chưa bàn giao")
    assert office.ask(by_subject, dossier).state == State.RECEIVED
    kinds = [entry.kind for entry in office.ask(history, dossier)]
    assert kinds == ["dossier_received", "handed_over", "dossier_resolved", *["act_undone"] * 2]
    before = traces(office)
    with pytest.raises(conflicts.NothingToTakeBack):
        conflicts.take_back(office, dossier, "Nhầm")
    assert traces(office) == before


def test_taking_back_takes_a_supervisor(office, dossier):
    results.resolve(office, dossier)
    with pytest.raises(SecondPersonMissing):
        conflicts.take_back(office.served_by(MINH), dossier, "Nhầm")
    conflicts.take_back(office.served_by(MINH), dossier, "Nhầm", second=HOA)


def test_what_was_taken_back_apart_from_a_later_act_is_kept(office, other, dossier, tmp_path):
    hand_overs.hand_over(office, [dossier], AGENCY)
    agree(office, other)
    results.resolve(other, dossier)
    office.clock.advance(timedelta(minutes=3))
    conflicts.take_back(office, dossier, "Chưa bàn giao")
    agree(office, other)
    row = office.ask(by_subject, dossier)
    assert (row.state, row.holder) == (State.RESOLVED, "agency")
    assert [one.kind for one in office.ask(waiting)] == ["act_undone"]


def test_a_correction_keeps_the_number_and_marks_the_receipt(office):
    subject = handed_over(office)
    first = office.ask(receipt_of, subject)
    ACTS["correct"](office, subject)
    again = office.ask(receipt_of, subject)
    assert again.number == first.number
    assert (again.book, again.book_number) == (first.book, first.book_number)
    assert again.submitter.name == f"{first.submitter.name} Tuyết"
    assert again.received_at == first.received_at
    assert (first.reissue, again.reissue) == (0, 1)
    assert again.entry_hash != first.entry_hash

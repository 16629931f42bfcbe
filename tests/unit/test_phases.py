"""Phases of one dossier with due moments of their own, and dossiers that belong together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from counter_app.clock import VIETNAM, to_ms
from counter_app.domain.processing import Phase
from counter_app.domain.states import NotAllowed
from counter_app.store.dossiers import by_subject
from counter_app.store.phases import Belonging, PhaseRow, belonging, due_phases, phase
from counter_app.store.stories import story
from counter_app.usecases import conflicts, phases, results
from counter_app.usecases.acts import When
from tests.fixtures.desk import AGENCY
from tests.fixtures.life import another_seat, every_row, exchange, handed_over, received

TAX = Phase(2, "Xác định nghĩa vụ tài chính", AGENCY, datetime(2026, 12, 4, 17, tzinfo=VIETNAM))
SIGN = Phase(3, "Ký giấy chứng nhận", AGENCY)


def told(desk, subject):
    with desk.store.reading() as session:
        return story(session, subject, desk.seat.stream_id)


def test_phases_follow_each_other_each_with_its_own_due_moment(office):
    subject = handed_over(office)
    assert told(office, subject).phases == ()
    began = office.ask(by_subject, subject).received_at
    office.clock.advance(timedelta(hours=1))
    phases.start(office, subject, TAX)
    second = office.clock.now_ms()
    office.clock.advance(timedelta(days=2))
    real = When(datetime(2026, 11, 22, 9, 0, tzinfo=VIETNAM), "Báo qua điện thoại")
    phases.start(office, subject, SIGN, real)
    third = to_ms(real.at)
    name = told(office, subject).phases[0].agency_name
    assert told(office, subject).phases == (
        PhaseRow(1, "", name, began, None, second),
        PhaseRow(2, TAX.name, name, second, to_ms(TAX.due_at), third),
        PhaseRow(3, SIGN.name, name, third, None, None),
    )
    assert office.ask(phase, subject) == 3
    office.clock.advance(timedelta(days=1))
    results.resolve(office, subject)
    assert told(office, subject).phases[-1].ended_at == office.ask(by_subject, subject).resolved_at


def test_a_phase_that_was_taken_back_is_none(office):
    subject = handed_over(office)
    phases.start(office, subject, TAX)
    conflicts.take_back(office, subject, "Nhầm hồ sơ")
    assert told(office, subject).phases == ()
    assert office.ask(phase, subject) == 1


def test_phases_that_are_due_are_found_until_they_end(office):
    later, soon, whole = handed_over(office), handed_over(office), handed_over(office)
    phases.start(office, later, TAX)
    phases.start(office, soon, replace(TAX, due_at=TAX.due_at - timedelta(days=2)))

    def due(day):
        return [row.subject for row in office.ask(due_phases, date(2026, 12, day))]

    assert due(1) == []
    assert due(2) == [soon]
    assert due(4) == [soon, later]
    office.clock.advance(timedelta(hours=1))
    phases.start(office, later, SIGN)  # no day of its own
    results.resolve(office, soon)
    assert due(31) == []
    assert office.ask(by_subject, whole).due_at is not None


def test_a_dossier_at_the_counter_has_no_next_phase(office):
    with pytest.raises(NotAllowed):
        phases.start(office, received(office), TAX)


def test_whoever_belongs_together_finds_the_others(office):
    main, one, two, alone = (received(office) for _ in range(4))
    phases.link(office, one, main)
    phases.link(office, two, main)

    def found(subject):
        return [(row.belonging, row.dossier.subject) for row in office.ask(belonging, subject)]

    assert found(main) == [(Belonging.PART, one), (Belonging.PART, two)]
    assert found(one) == [(Belonging.MAIN, main), (Belonging.BESIDE, two)]
    assert found(alone) == []
    assert [row.dossier.due_at for row in told(office, main).linked] == [
        office.ask(by_subject, subject).due_at for subject in (one, two)
    ]


def test_what_would_tie_a_knot_is_refused(office):
    main, part, other = received(office), received(office), received(office)
    phases.link(office, part, main)
    for subject, whole in ((main, main), (part, main), (other, part), (main, other)):
        with pytest.raises(phases.CannotLink):
            phases.link(office, subject, whole)


def test_a_wrong_link_is_put_right_by_another(office):
    wrong, right, part = received(office), received(office), received(office)
    phases.link(office, part, wrong)
    phases.link(office, part, right)
    assert office.ask(belonging, wrong) == ()
    assert [row.dossier.subject for row in office.ask(belonging, right)] == [part]


def test_phases_and_links_made_apart_come_to_the_same(office, tmp_path):
    subject, main = handed_over(office), received(office)
    with another_seat(office, tmp_path / "other.db") as other:
        phases.start(office, subject, TAX)
        office.clock.advance(timedelta(minutes=2))
        phases.link(other, subject, main)
        exchange(office, other)
        assert every_row(office) == every_row(other)
        assert told(office, subject).phases == told(other, subject).phases != ()
        assert told(office, subject).linked == told(other, subject).linked != ()
        assert not office.ask(by_subject, subject).conflict


def test_a_main_dossier_that_has_not_come_in_yet_is_left_out(office, tmp_path):
    subject = received(office)
    with another_seat(office, tmp_path / "other.db") as other:
        main = received(other)
        exchange(office, other)
        phases.link(office, subject, main)
    assert [row.dossier.subject for row in office.ask(belonging, subject)] == [main]
    with office.store.writing() as session:
        session.exec_driver_sql("DELETE FROM dossier WHERE subject = ?", (main.hex,))
    assert office.ask(belonging, subject) == ()

"""Reasons are changed at the centre, and every counter offers what holds."""

from __future__ import annotations

from datetime import timedelta

import pytest

from counter_app.clock import local_day
from counter_app.desk import Officer
from counter_app.domain.processing import Apology, LateReason, Stop
from counter_app.domain.reasons import ReasonKind, ReasonNotOffered
from counter_app.store.papers import apology_letter, stop_notice
from counter_app.store.reference import settings
from counter_app.usecases import promises, stops
from tests.fixtures.desk import BUILDING
from ui.pages.administration.reasons import ReasonsViewModel
from ui.widgets.dates import shown_day


@pytest.fixture
def model(reach, chief):
    made = ReasonsViewModel(reach, chief.clock)
    made.refresh()
    return made


@pytest.fixture
def supervisor(counter):
    return counter.desk.served_by(Officer("lan", "Lò Thị Lan", frozenset({"intake", "supervisor"})))


def typed(model, **values):
    for name, value in values.items():
        model.edit(name, value)


def pick(model, kind, code):
    keys = [(row.kind, row.code) for row in model.shown.rows]
    model.pick(keys.index((kind, code)))


def offered(counter, kind):
    today = local_day(counter.desk.clock.now_ms())
    reasons = counter.desk.ask(settings, today).reasons()
    return [reason.code for reason in reasons.offered(kind, today)]


def test_a_new_reason_is_offered_at_the_counter_and_stands_in_its_letter(
    model, counter, supervisor, chief
):
    model.begin()
    typed(model, kind=ReasonKind.STOP, words="Chờ định giá đất")
    model.save()
    assert model.shown.notice.kind == "good"
    counter.sync()
    assert "cho_dinh_gia_dat" in offered(counter, ReasonKind.STOP)
    receipt = counter.receive(procedure_code=BUILDING.code)
    stops.stop(supervisor, receipt.subject, Stop("cho_dinh_gia_dat", "Sở Tài chính"))
    assert counter.desk.ask(stop_notice, receipt.subject).reason_words == "Chờ định giá đất"


def test_a_letter_keeps_its_words_when_the_reason_is_renamed(model, counter, supervisor):
    receipt = counter.receive(procedure_code=BUILDING.code)
    pick(model, ReasonKind.LATE, LateReason.NETWORK)
    typed(model, words="lỗi đường truyền của nhà mạng")
    model.save()
    counter.sync()
    sorry = Apology(LateReason.NETWORK, "mất mạng", receipt.due_at + timedelta(days=9))
    promises.apologise(supervisor, receipt.subject, sorry)
    pick(model, ReasonKind.LATE, LateReason.NETWORK)
    typed(model, words="sự cố mạng")
    counter.desk.clock.advance(timedelta(minutes=1))
    model.save()
    counter.sync()
    letter = counter.desk.ask(apology_letter, receipt.subject)
    assert letter.reason_words == "lỗi đường truyền của nhà mạng"


def test_a_reason_is_ended_by_a_second_press_and_no_counter_takes_it_tomorrow(
    model, counter, supervisor, chief
):
    pick(model, ReasonKind.STOP, "dispute")
    model.end()
    assert model.shown.sure == "end"
    model.end()
    counter.sync()
    receipt = counter.receive(procedure_code=BUILDING.code)
    counter.desk.clock.advance(timedelta(days=1))
    assert "dispute" not in offered(counter, ReasonKind.STOP)
    with pytest.raises(ReasonNotOffered):
        stops.stop(supervisor, receipt.subject, Stop("dispute", "tranh chấp"))


def test_a_reason_of_a_later_day_waits_and_is_listed_beside_what_holds(model, counter):
    later = model.today + timedelta(days=7)
    pick(model, ReasonKind.LATE, LateReason.WORKLOAD)
    typed(model, words="hồ sơ quá nhiều", valid_from=shown_day(later))
    model.save()
    said = [row.words for row in model.shown.rows if row.code == LateReason.WORKLOAD]
    assert said == ["", "hồ sơ quá nhiều"]
    pick(model, ReasonKind.LATE, LateReason.COMPLEX)
    typed(model, words="hồ sơ phức tạp")
    counter.desk.clock.advance(timedelta(minutes=1))
    model.save()
    counter.sync()
    words = [counter.desk.ask(settings, day).reasons().words for day in (model.today, later)]
    assert [said(ReasonKind.LATE, "workload") for said in words] == ["", "hồ sơ quá nhiều"]
    assert [said(ReasonKind.LATE, "complex") for said in words] == ["hồ sơ phức tạp"] * 2


def test_what_cannot_be_is_told_at_its_field(model):
    model.begin()
    typed(model, words="", valid_from="01/01/2020", valid_to="never")
    model.save()
    assert set(model.shown.faults) == {"words", "valid_from", "valid_to"}
    pick(model, ReasonKind.LATE, LateReason.OTHER)
    typed(model, valid_to=shown_day(model.today + timedelta(days=1)))
    model.save()
    assert set(model.shown.faults) == {"valid_to"}
    assert not model.may_end()


def test_the_kind_of_a_standing_reason_stays(model):
    pick(model, ReasonKind.LATE, LateReason.NETWORK)
    model.edit("kind", ReasonKind.VOID)
    assert model.shown.values["kind"] is ReasonKind.LATE

"""Closing a day, as the view model decides it, on a real file without threads."""

from datetime import date, timedelta

import pytest

from counter_app.closing import Step
from counter_app.devices.printers import FolderPrinters
from counter_app.domain.closing import Against
from counter_app.domain.fees import Method
from counter_app.postgres import CentreUnreachable
from counter_app.store.day_sheets import sheet, sheets
from counter_app.store.dossiers import by_subject
from counter_app.store.tills import till as till_of
from counter_app.usecases import drafts
from counter_app.usecases.hand_overs import hand_over
from counter_app.usecases.payments import collect
from tests.fixtures.day_end import CODE, Centre, day_end, watch_of
from tests.fixtures.desk import AGENCY, PASSWORD, SEAT, password_hash, publish, publish_setting
from tests.fixtures.till import SUPERVISOR, extract
from ui.notice import Kind
from ui.pages.end_of_day.shown import Second
from ui.pages.end_of_day.view_model import ClosingViewModel
from ui.tasks import Immediate

FRIDAY = date(2026, 11, 20)


@pytest.fixture
def centre(till, monkeypatch):
    made = Centre(till)
    monkeypatch.setattr("counter_app.sync.close.close_day", made.close_day)
    return made


@pytest.fixture
def printers(tmp_path):
    return FolderPrinters(tmp_path / "papers")


@pytest.fixture
def model(qapp, till, centre, printers, immediate):
    made = make(till, centre, printers, immediate)
    made.refresh()
    return made


def make(till, centre, printers, tasks):
    return ClosingViewModel(till, tasks, watch_of(till, centre, tasks), day_end(till, printers))


def against(model):
    return [one.against for one in model.shown.reasons]


def ready(model, till):
    """Take 8,000 đồng of a dossier, hand it over, and count: nothing stands against closing."""
    subject = extract(till)
    collect(till, subject, Method.CASH)
    hand_over(till, [subject], AGENCY)
    model.refresh()
    model.fix(Against.RECEIPTS_UNPRINTED)
    model.set_count({5_000: 1, 2_000: 1, 1_000: 1}, "")
    model.record_count()
    return subject


def test_each_reason_is_mended_by_its_act_and_the_day_is_closed(model, till, printers, centre):
    subject = extract(till)
    collect(till, subject, Method.CASH)
    model.refresh()
    assert against(model)[:3] == [
        Against.CASH_UNCOUNTED,
        Against.RECEIPTS_UNPRINTED,
        Against.NOT_HANDED_OVER,
    ]
    model.fix(Against.RECEIPTS_UNPRINTED)
    assert till.ask(by_subject, subject).receipt_prints == 1
    wanted = []
    model.wanted.connect(lambda page, item: wanted.append((page, item)))
    model.fix(Against.NOT_HANDED_OVER)
    assert wanted == [("hand_over", None)]
    hand_over(till, [subject], AGENCY)
    model.fix(Against.CASH_UNCOUNTED)
    assert model.shown.counting
    model.set_count({5_000: 1, 2_000: 1, 1_000: 1}, "")
    model.record_count()
    assert not model.shown.counting
    assert model.shown.left == ()
    model.close_day()
    assert centre.days == [FRIDAY]
    assert model.shown.is_closed
    assert CODE in model.shown.notice.text
    names = [path.name for path in printers.folder.iterdir()]
    for word in ("khoa-so", "kiem-ke-quy", "doi-chieu"):
        assert sum(word in name for name in names) == 1


def test_closing_leads_to_what_is_still_in_the_way(model, till):
    collect(till, extract(till), Method.CASH)
    model.refresh()
    model.close_day()
    assert model.shown.chosen is Against.CASH_UNCOUNTED
    assert model.shown.counting
    assert model.shown.notice.kind is Kind.WARN
    assert till.ask(sheets, SEAT) == []


def test_a_reason_may_be_explained_and_the_words_stand_on_the_sheet(model, till):
    ready(model, till)
    extract(till)
    model.refresh()
    model.point(Against.NOT_HANDED_OVER)
    assert len(model.shown.left) == 2
    model.explain("Sở Tư pháp đóng cửa sớm")
    model.point(Against.RECEIPTS_UNPRINTED)
    model.explain("hết giấy")
    assert model.shown.left == ()
    model.close_day()
    told = till.ask(sheet, model.shown.standing.sheet.id).explained
    words = {one.against: one.words for one in told}
    assert words[Against.NOT_HANDED_OVER] == "Sở Tư pháp đóng cửa sớm"
    assert words[Against.RECEIPTS_UNPRINTED] == "hết giấy"


def test_what_was_typed_comes_back_after_a_kill(model, till, centre, printers, immediate):
    collect(till, extract(till), Method.CASH)
    model.refresh()
    model.set_count({5_000: 1}, "đổi tiền lẻ")
    model.point(Against.NOT_HANDED_OVER)
    model.explain("sáng mai")
    model.keep_now()
    again = make(till, centre, printers, immediate)
    again.refresh()
    assert again.shown.notes == {5_000: 1}
    assert again.shown.reason == "đổi tiền lẻ"
    assert again.shown.explained == {Against.NOT_HANDED_OVER: "sáng mai"}
    assert till.ask(till_of, SEAT).last is None


def test_a_day_half_closed_goes_on_where_it_was(model, till, centre, printers, immediate):
    ready(model, till)
    centre.error = CentreUnreachable("trung tâm", "tắt")
    model.close_day()
    assert model.shown.next is Step.PROOF
    assert model.shown.notice.kind is Kind.WARN
    centre.error = None
    again = make(till, centre, printers, immediate)
    again.refresh()
    assert again.shown.next is Step.PROOF
    assert again.shown.reasons == ()
    again.close_day()
    assert again.shown.is_closed
    assert [row.number for row in till.ask(sheets, SEAT)] == [1]


def test_a_broken_printer_holds_up_no_proof(model, till, centre, printers):
    ready(model, till)
    printers.broken = "hết giấy"
    model.close_day()
    assert centre.days == [FRIDAY]
    assert "hết giấy" in model.shown.notice.text
    assert model.shown.next is Step.PAPERS
    printers.broken = ""
    model.close_day()
    assert model.shown.is_closed
    assert centre.days == [FRIDAY]


def test_failed_prints_are_printed_again_in_one_act(model, till, printers):
    printers.broken = "kẹt giấy"
    extract(till)
    model.refresh()
    model.fix(Against.RECEIPTS_UNPRINTED)
    assert "kẹt giấy" in model.shown.notice.text
    assert Against.PRINTS_FAILED in against(model)
    printers.broken = ""
    till.clock.advance(timedelta(minutes=2))
    model.fix(Against.PRINTS_FAILED)
    assert Against.PRINTS_FAILED not in against(model)
    assert Against.RECEIPTS_UNPRINTED not in against(model)


def test_an_unfinished_intake_is_reached_in_one_key(model, till):
    draft = drafts.new_draft(till)
    drafts.keep(till, draft, "Lò Văn Páo", {})
    model.refresh()
    wanted = []
    model.wanted.connect(lambda page, item: wanted.append((page, item)))
    model.fix(Against.DRAFTS)
    assert wanted == [("intake", draft)]


def test_sending_now_needs_no_other_page(model, till, centre):
    extract(till)
    model.refresh()
    assert Against.UNSENT in against(model)
    model.fix(Against.UNSENT)
    assert centre.rounds == 1


def with_supervisor(till):
    record = {
        "login": SUPERVISOR.login,
        "name": SUPERVISOR.name,
        "roles": ["supervisor"],
        "password_hash": password_hash(),
    }
    publish(till, "officer_defined", ("officer", SUPERVISOR.login), record)


def test_where_the_centre_asks_a_supervisor_agrees_with_the_sheet(qapp, till, centre, printers):
    with_supervisor(till)
    publish_setting(till, "closing", {"cash_limit": 0, "approval": True})
    model = make(till, centre, printers, Immediate())
    ready(model, till)
    model.close_day()
    assert model.shown.second is Second.CLOSE
    assert till.ask(sheets, SEAT) == []
    model.approval.choose(SUPERVISOR.login)
    model.approval.set_password("sai")
    model.agree()
    assert model.shown.second is Second.CLOSE
    model.approval.set_password(PASSWORD)
    model.agree()
    assert model.shown.is_closed
    assert till.ask(sheet, model.shown.standing.sheet.id).approved_by == SUPERVISOR.login


def test_a_large_difference_needs_a_reason_and_a_supervisor(qapp, till, centre, printers):
    with_supervisor(till)
    publish_setting(till, "closing", {"cash_limit": 1_000, "approval": False})
    model = make(till, centre, printers, Immediate())
    collect(till, extract(till), Method.CASH)
    model.refresh()
    model.set_count({5_000: 1}, "")
    model.record_count()
    assert model.shown.notice.kind is Kind.BAD
    model.set_count({5_000: 1}, "trả nhầm tiền thừa")
    model.record_count()
    assert model.shown.second is Second.COUNT
    model.approval.choose(SUPERVISOR.login)
    model.approval.set_password(PASSWORD)
    model.agree()
    last = till.ask(till_of, SEAT).last
    assert (last.counted, last.difference, last.approved_by) == (5_000, -3_000, SUPERVISOR.login)
    assert model.shown.second is Second.NOTHING


def test_interim_sheets_are_numbered_and_end_nothing(model, till, printers):
    ready(model, till)
    model.make_interim()
    model.make_interim()
    assert [(line.row.number, line.row.part) for line in model.shown.sheets] == [(1, 2), (1, 1)]
    assert model.shown.standing.sheet is None
    assert len([path for path in printers.folder.iterdir() if "khoa-so" in path.name]) == 2


def test_a_day_left_open_is_told_the_next_morning_and_closed(model, till, centre):
    ready(model, till)
    till.clock.advance(timedelta(days=3))
    model.refresh()
    assert model.shown.unclosed == FRIDAY
    model.choose_day(FRIDAY)
    model.close_day()
    assert centre.days == [FRIDAY]
    assert model.shown.is_closed
    model.choose_day(model.shown.today)
    assert model.shown.unclosed is None


def test_closing_can_be_cancelled_and_repeated(qapp, till, centre, printers):
    tasks = Immediate(held=True)
    model = make(till, centre, printers, tasks)
    tasks._held = False
    ready(model, till)
    tasks._held = True
    model.close_day()
    assert model.shown.busy
    model.close_day()
    model.cancel()
    tasks._held = False
    tasks.release()
    assert centre.days == []
    assert not model.shown.busy
    assert model.shown.notice.kind is Kind.INFO
    model.close_day()
    assert model.shown.is_closed


def test_closing_waits_for_what_was_done_last(qapp, till, centre, printers):
    tasks = Immediate(held=True)
    model = make(till, centre, printers, tasks)
    tasks._held = False
    subject = extract(till)
    collect(till, subject, Method.CASH)
    hand_over(till, [subject], AGENCY)
    model.refresh()
    model.fix(Against.RECEIPTS_UNPRINTED)
    model.set_count({5_000: 1, 2_000: 1, 1_000: 1}, "")
    tasks._held = True
    model.record_count()
    tasks.release()  # the count is on disk, the page has not read it yet
    model.close_day()
    assert not model.shown.counting
    tasks._held = False
    tasks.release()
    assert model.shown.is_closed

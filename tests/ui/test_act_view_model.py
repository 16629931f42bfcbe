"""The acts of a dossier's page as its view model decides them, on a real file without threads."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from counter_app.clock import VIETNAM, local
from counter_app.devices.printers import PrinterGone
from counter_app.domain.processing import LateReason, ResultKind, StopReason
from counter_app.domain.states import State
from counter_app.store.dossiers import by_subject, history, intake_of, receipt_of
from counter_app.store.papers import apology_letter, stop_notice, supplement_slip
from counter_app.store.phases import Belonging
from counter_app.usecases.printing import Form, PaperSize
from tests.fixtures.desk import AGENCY, PASSWORD, birth_intake
from tests.fixtures.life import (
    HOA,
    LAN,
    MINH,
    QUY,
    REACHING,
    THANH,
    announced,
    another_seat,
    exchange,
    handed_over,
    received,
    resolved,
)
from ui.errors import describe
from ui.intake_form.form import Side
from ui.notice import Kind
from ui.pages.dossiers.acts import Deed
from ui.pages.dossiers.dossier_view_model import DossierViewModel
from ui.pages.dossiers.step_words import step_notes
from ui.widgets.page import Like

NEW_DAY = "31/12/2026"


@pytest.fixture
def printed():
    return []


@pytest.fixture
def open_page(qapp, office, immediate, printed):
    held = []  # a page that nobody holds is gone

    def open_page(subject, officer=LAN, print_document=None):
        model = DossierViewModel(
            office.served_by(officer),
            immediate,
            print_document or (lambda _, form, paper, act: printed.append((form, paper))),
            lambda *_: None,
        )
        held.append(model)
        model.open(subject)
        return model

    return open_page


def state(office, subject):
    return State(office.ask(by_subject, subject).state)


def begun(model, deed):
    model.acts.begin(deed)
    assert model.acts.shown.deed is deed, model.shown.notice
    return model.acts


@pytest.mark.parametrize(
    ("at", "deeds"),
    [
        (State.RECEIVED, {Deed.ASK, Deed.STOP, Deed.EXTEND, Deed.CORRECT, Deed.WITHDRAW}),
        (State.SUPPLEMENT, {Deed.PAPERS_IN, Deed.STOP}),
        (State.STOPPED, {Deed.RESUME}),
        (State.RESOLVED, {Deed.RETURN, Deed.SHELVE, Deed.CORRECT}),
        (State.ANNOUNCED, {Deed.TAKE_ONLINE, Deed.REFUSE_ONLINE}),
    ],
)
def test_the_bar_holds_what_fits_the_state(open_page, office, at, deeds):
    model = open_page(REACHING[at](office))
    assert deeds <= set(model.acts.deeds)
    assert not {Deed.ASK, Deed.PAPERS_IN} <= set(model.acts.deeds)


@pytest.mark.parametrize("officer", [THANH, QUY], ids=["inspector", "cashier"])
def test_who_may_not_act_sees_no_acts(open_page, office, officer):
    assert open_page(received(office), officer).acts.deeds == ()


def test_what_is_final_is_taken_back_or_copied(open_page, office):
    deeds = open_page(REACHING[State.WITHDRAWN](office)).acts.deeds
    assert deeds == (Deed.TAKE_BACK, Deed.LINK, Deed.COPY)


def test_a_dossier_of_somebody_else_is_given_away_by_a_supervisor_only(open_page, office):
    subject = received(office)
    assert Deed.REASSIGN not in open_page(subject, MINH).acts.deeds
    assert Deed.REASSIGN in open_page(subject, HOA).acts.deeds


def test_the_missing_lines_of_the_checklist_are_the_form_at_once(open_page, office, printed):
    papers = birth_intake().papers
    incomplete = (replace(papers[0], required=False, present=False), *papers[1:])
    model = open_page(received(office, birth_intake(papers=incomplete)))
    acts = begun(model, Deed.ASK)
    assert [one.asked for one in acts.shown.sheet.papers] == [True, *[False] * (len(papers) - 1)]
    acts.edit_paper(0, reason="Chưa nộp")
    acts.edit("answer_by", "01/12/2026")
    acts.act()
    assert acts.shown.deed is None
    assert state(office, model.shown.subject) is State.SUPPLEMENT
    slip = office.ask(supplement_slip, model.shown.subject)
    assert [(line.name, line.reason) for line in slip.lines] == [(papers[0].name, "Chưa nộp")]
    assert f"{slip.answer_by:%d/%m}" == "01/12"
    assert printed == [(Form.SUPPLEMENT, PaperSize.A4)]
    assert slip.letter in model.shown.notice.text
    assert (Form.SUPPLEMENT, slip.letter) in [(p.form, p.letter) for p in model.shown.papers]


def test_nothing_asked_for_says_so_and_keeps_what_was_typed(open_page, office):
    model = open_page(received(office))
    acts = begun(model, Deed.ASK)
    acts.edit("answer_by", "01/12/2026")
    acts.act()
    assert acts.shown.faults["reason"]
    assert acts.shown.sheet.answer_by == "01/12/2026"
    assert state(office, model.shown.subject) is State.RECEIVED
    acts.edit("reason", "Thiếu bản vẽ")
    assert acts.shown.faults == {}
    acts.act()
    assert state(office, model.shown.subject) is State.SUPPLEMENT


def test_earlier_wordings_are_offered_and_a_second_request_warns(open_page, office):
    first = received(office)
    acts = begun(open_page(first), Deed.ASK)
    acts.edit_paper(0, reason="Thiếu chữ ký")
    acts.edit("reason", "Hồ sơ chưa đủ")
    acts.act()
    model = open_page(first)
    begun(model, Deed.PAPERS_IN).act()
    again = begun(model, Deed.ASK).shown.around
    assert [warning.value for warning in again.warnings] == ["asked_before"]
    paper = birth_intake().papers[0].name
    assert again.wordings[paper] == ("Thiếu chữ ký",)
    assert again.reasons == ("Hồ sơ chưa đủ",)


def test_the_papers_have_come_and_the_due_moment_is_told(open_page, office, clock_on):
    subject = REACHING[State.SUPPLEMENT](office)
    clock_on(days=3)
    model = open_page(subject)
    acts = begun(model, Deed.PAPERS_IN)
    assert [line.name for line in acts.shown.sheet.asked] == ["Tờ khai"]
    acts.edit("back_to_counter", True)
    acts.act()
    row = office.ask(by_subject, subject)
    assert row.state == State.RECEIVED
    assert f"{local(row.due_at):%d/%m/%Y}" in model.shown.notice.text


@pytest.fixture
def clock_on(office):
    def on(**later):
        office.clock.set(local(office.clock.now_ms()) + timedelta(**later))

    return on


def test_stop_needs_a_reason_and_prints_its_notice(open_page, office, printed):
    model = open_page(handed_over(office))
    acts = begun(model, Deed.STOP)
    acts.act()
    assert "reason_code" in acts.shown.faults
    acts.edit("reason_code", StopReason.OTHER_AGENCY)
    acts.edit("agency", "Sở Xây dựng")
    acts.act()
    assert acts.shown.faults["reason"]
    assert acts.shown.sheet.agency == "Sở Xây dựng"
    acts.edit("reason", "Chờ ý kiến")
    acts.act()
    assert state(office, model.shown.subject) is State.STOPPED
    notice = office.ask(stop_notice, model.shown.subject)
    assert (notice.reason, notice.waits_for) == ("Chờ ý kiến", "Sở Xây dựng")
    assert printed == [(Form.STOP, PaperSize.A4)]
    begun(model, Deed.RESUME).act()
    assert state(office, model.shown.subject) is State.PROCESSING


def test_a_letter_promises_a_later_day_and_the_first_one_stays(open_page, office, printed):
    subject = handed_over(office)
    before = office.ask(by_subject, subject)
    model = open_page(subject)
    acts = begun(model, Deed.EXTEND)
    assert acts.shown.sheet.clock == f"{local(before.promised_at):%H:%M}"
    acts.edit("reason_code", LateReason.NETWORK)
    acts.edit("reason", "Đứt cáp")
    acts.edit("day", "20/11/2026")
    acts.edit("clock", "8")
    acts.act()
    assert acts.shown.faults["day"]  # past
    acts.edit("day", "mai")
    acts.act()
    assert acts.shown.faults["day"]
    assert acts.shown.sheet.reason == "Đứt cáp"
    acts.edit("day", NEW_DAY)
    acts.edit("clock", "9h30")
    acts.act()
    row = office.ask(by_subject, subject)
    assert row.due_at == before.due_at
    assert local(row.promised_at) == datetime(2026, 12, 31, 9, 30, tzinfo=VIETNAM)
    assert office.ask(apology_letter, subject).reason_code == LateReason.NETWORK
    assert printed == [(Form.APOLOGY, PaperSize.A4)]


def test_the_due_date_is_changed_by_two_persons(open_page, office, supervisor):
    subject = received(office)
    model = open_page(subject, MINH)
    acts = begun(model, Deed.CHANGE_DUE)
    assert acts.shown.second
    acts.edit("day", NEW_DAY)
    acts.edit("reason", "Lịch sai")
    acts.act()
    assert acts.approval.shown.problem
    acts.approval.choose(HOA.login)
    acts.approval.set_password("sai")
    acts.act()
    assert acts.approval.shown.problem
    assert acts.shown.sheet.reason == "Lịch sai"
    assert f"{local(office.ask(by_subject, subject).due_at):%d/%m/%Y}" != NEW_DAY
    acts.approval.set_password(PASSWORD)
    acts.act()
    assert f"{local(office.ask(by_subject, subject).due_at):%d/%m/%Y}" == NEW_DAY
    assert office.ask(history, subject)[-1].record()["second"] == HOA.login


def test_a_correction_issues_the_receipt_anew(open_page, office, printed):
    subject = received(office)
    model = open_page(subject)
    acts, correcting = begun(model, Deed.CORRECT), model.correcting
    assert not acts.shown.second
    correcting.sheet.edit_party(Side.SUBMITTER, name="")
    correcting.set_reason("Sai tên")
    acts.act()
    assert correcting.shown.faults["submitter.name"]
    correcting.sheet.edit_party(Side.SUBMITTER, name="Lò Thị Tuyết")
    assert "submitter.name" not in correcting.shown.faults
    correcting.sheet.edit(sets=2)
    acts.act()
    receipt = office.ask(receipt_of, subject)
    assert (receipt.submitter.name, receipt.sets, receipt.reissue) == ("Lò Thị Tuyết", 2, 1)
    assert printed == [(Form.RECEIPT, PaperSize.A5)]
    was = office.ask(intake_of, subject)
    assert was.submitter.phone == "+84912345678"


def test_nothing_corrected_is_no_act(open_page, office):
    model = open_page(received(office))
    acts = begun(model, Deed.CORRECT)
    model.correcting.set_reason("Thử")
    acts.act()
    assert model.correcting.shown.reason_fault
    assert len(office.ask(history, model.shown.subject)) == 1


def test_the_citizen_takes_the_dossier_back(open_page, office):
    model = open_page(received(office))
    acts = begun(model, Deed.WITHDRAW)
    assert acts.shown.sheet.name == birth_intake().submitter.name
    acts.edit("reason", "Không còn nhu cầu")
    acts.act()
    assert state(office, model.shown.subject) is State.WITHDRAWN


def test_a_result_that_is_late_asks_for_its_reason(open_page, office, clock_on):
    subject = handed_over(office)
    clock_on(days=60)
    model = open_page(subject)
    acts = begun(model, Deed.RESULT)
    assert acts.shown.around.late
    acts.edit("kind", ResultKind.DECLINED)
    acts.edit("number", "15/QĐ")
    acts.edit("signed_on", "1/12")
    acts.edit("late_reason", LateReason.OTHER_AGENCY)
    acts.act()
    row = office.ask(by_subject, subject)
    assert (row.state, row.outcome, row.late_reason) == (State.RESOLVED, "late", "other_agency")


def test_a_result_noted_later_than_it_was_there_stays_in_time(open_page, office, clock_on):
    subject = handed_over(office)
    office.clock.set(local(office.ask(by_subject, subject).due_at) + timedelta(days=1))
    model = open_page(subject)
    acts = begun(model, Deed.RESULT)
    acts.edit("day", "20/11/2026")
    acts.edit("clock", "16:00")
    acts.act()
    assert acts.shown.faults["because"]
    acts.edit("because", "Mất mạng")
    acts.act()
    assert office.ask(by_subject, subject).outcome in {"early", "on_time"}


def test_a_shelf_and_another_officer(open_page, office):
    subject = resolved(office)
    model = open_page(subject)
    acts = begun(model, Deed.SHELVE)
    acts.edit("place", "Kệ C3")
    acts.act()
    acts = begun(model, Deed.REASSIGN)
    assert LAN.login not in [login for login, _ in acts.shown.around.officers]
    acts.edit("reason", "Nghỉ phép")
    acts.act()
    assert acts.shown.faults["login"]
    acts.edit("login", MINH.login)
    acts.act()
    row = office.ask(by_subject, subject)
    assert (row.shelf_place, row.assigned_to) == ("Kệ C3", MINH.login)


def test_the_next_phase_has_an_agency_and_a_due_moment_of_its_own(open_page, office):
    subject = handed_over(office)
    model = open_page(subject)
    acts, whole = begun(model, Deed.START_PHASE), model.shown.story.row.due_at
    acts.edit("due_day", "99/99")
    acts.act()
    assert {"name", "agency_code", "due_day"} <= acts.shown.faults.keys()
    acts.edit("name", "Xác định nghĩa vụ tài chính")
    acts.edit("agency_code", AGENCY)
    acts.edit("due_day", "04/12/2026")
    acts.edit("due_clock", "")
    acts.act()
    assert acts.shown.faults.keys() == {"due_clock"}
    acts.edit("due_clock", "16:30")
    acts.act()
    assert acts.shown.deed is None
    _, second = model.shown.story.phases
    assert (second.number, second.name) == (2, "Xác định nghĩa vụ tài chính")
    assert local(second.due_at) == datetime(2026, 12, 4, 16, 30, tzinfo=VIETNAM)
    assert model.shown.story.row.due_at == whole
    (note,) = step_notes(model.shown.story.steps[-1])
    assert "Phase 2: Xác định nghĩa vụ tài chính" in note and "04/12/2026" in note
    acts = begun(model, Deed.START_PHASE)  # the third one, and with no day of its own
    acts.edit("name", "Ký")
    acts.edit("agency_code", AGENCY)
    acts.act()
    assert [one.number for one in model.shown.story.phases] == [1, 2, 3]


@pytest.mark.parametrize("is_main", [True, False])
def test_a_dossier_is_linked_by_its_number_either_way(open_page, office, is_main):
    subject, other = received(office), received(office)
    model = open_page(subject)
    acts = begun(model, Deed.LINK)
    acts.act()
    assert acts.shown.faults["number"]
    acts.edit("is_main", is_main)
    acts.edit("number", f"{office.ask(by_subject, other).number}|1234|abcd")  # as its QR code says
    acts.act()
    assert acts.shown.deed is None, acts.shown.faults
    (found,) = model.shown.story.linked
    assert found.dossier.subject == other
    assert found.belonging is (Belonging.MAIN if is_main else Belonging.PART)


def test_what_cannot_be_linked_is_said_at_the_number(open_page, office):
    subject = received(office)
    model = open_page(subject)
    acts = begun(model, Deed.LINK)
    for wrong in ("12345", "000.00.14.H35-261120-9999", model.shown.number):
        acts.edit("number", wrong)
        assert not acts.shown.faults
        acts.act()
        assert acts.shown.faults["number"], wrong
    assert len(office.ask(history, subject)) == 1


def test_the_last_act_is_taken_back(open_page, office):
    subject = handed_over(office)
    model = open_page(subject)
    acts = begun(model, Deed.TAKE_BACK)
    acts.edit("reason", "Nhầm hồ sơ")
    acts.act()
    assert state(office, subject) is State.RECEIVED


def test_an_online_dossier_is_taken_in_or_refused(open_page, office, printed):
    model = open_page(announced(office))
    begun(model, Deed.TAKE_ONLINE).act()
    assert state(office, model.shown.subject) is State.RECEIVED
    other = open_page(announced(office))
    acts = begun(other, Deed.REFUSE_ONLINE)
    acts.edit("reason", "Không thuộc thẩm quyền")
    acts.act()
    assert state(office, other.shown.subject) is State.REFUSED
    assert [form for form, _ in printed] == [Form.RECEIPT, Form.REFUSAL]


def test_two_acts_made_apart_are_shown_and_settled(open_page, office, tmp_path):
    subject = received(office)
    with another_seat(office, tmp_path / "other.db") as other:
        theirs = open_page_at(other, subject)
        acts = begun(theirs, Deed.WITHDRAW)
        acts.edit("reason", "Không còn nhu cầu")
        acts.act()
        mine = begun(open_page(subject), Deed.ASK)
        mine.edit("reason", "Thiếu bản vẽ")
        mine.act()
        exchange(office, other)
    model = open_page(subject)
    assert Deed.SETTLE in model.acts.deeds
    acts = begun(model, Deed.SETTLE)
    (clash,) = acts.shown.around.conflicts
    assert {clash.officer, clash.against_officer} == {LAN.login, HOA.login}
    assert not acts.shown.second  # she supervises
    acts.edit("note", "Đã hỏi công dân")
    acts.act()
    assert not office.ask(by_subject, subject).conflict


def open_page_at(desk, subject):
    from ui.tasks import Immediate

    model = DossierViewModel(desk, Immediate(), lambda *_: None, lambda *_: None)
    model.open(subject)
    return model


def test_an_act_on_what_changed_meanwhile_keeps_what_was_typed(open_page, office):
    subject = received(office)
    model = open_page(subject)
    acts = begun(model, Deed.ASK)
    acts.edit("reason", "Thiếu bản vẽ")
    elsewhere = open_page(subject)
    other = begun(elsewhere, Deed.CORRECT)
    elsewhere.correcting.sheet.edit_party(Side.SUBMITTER, name="Lò Thị Tuyết")
    other.edit("reason", "Sai tên")
    other.act()
    acts.act()
    assert acts.shown.notice.kind is Kind.BAD
    assert acts.shown.sheet.reason == "Thiếu bản vẽ"
    acts.act()  # it was looked at again by itself
    assert state(office, subject) is State.SUPPLEMENT


def test_what_was_typed_waits_in_its_panel_and_with_its_dossier(open_page, office):
    first, second = received(office), received(office, birth_intake(sets=2))
    model = open_page(first)
    acts = begun(model, Deed.STOP)
    acts.edit("reason", "Chờ ý kiến")
    acts.close()
    assert begun(model, Deed.STOP).shown.sheet.reason == "Chờ ý kiến"
    model.open(second)
    assert acts.shown.deed is None
    assert begun(model, Deed.STOP).shown.sheet.reason == ""
    model.open(first)
    assert begun(model, Deed.STOP).shown.sheet.reason == "Chờ ý kiến"


def test_a_printer_that_is_gone_does_not_undo_the_act(open_page, office):
    gone = PrinterGone("Máy in 1")

    def refuse(*_):
        raise gone

    model = open_page(received(office), print_document=refuse)
    acts = begun(model, Deed.ASK)
    acts.edit("reason", "Thiếu bản vẽ")
    acts.act()
    assert state(office, model.shown.subject) is State.SUPPLEMENT
    assert model.shown.notice.kind is Kind.WARN
    assert describe(gone) in model.shown.notice.text


def test_acts_with_a_page_of_their_own_lead_there(open_page, office, qtbot):
    subject = resolved(office)
    model = open_page(subject)
    with qtbot.waitSignal(model.acts.help_wanted) as told:
        model.acts.begin(Deed.RETURN)
    assert told.args == ["return", subject]
    with qtbot.waitSignal(model.acts.help_wanted) as told:
        model.acts.begin(Deed.COPY)
    assert told.args == ["intake", Like(subject)]

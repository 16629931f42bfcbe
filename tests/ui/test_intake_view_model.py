"""What the intake page decides, without a window and without threads."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from counter_app.clock import VIETNAM
from counter_app.devices.printers import JobState, JobStatus, PrinterGone
from counter_app.domain.dossier import Consents, PartyKind, ReturnWay, Sex
from counter_app.domain.procedure import Channel
from counter_app.store.dossiers import newest
from counter_app.store.engine import DiskFull, StoreLocked
from counter_app.usecases.drafts import drafts, keep, new_draft
from counter_app.usecases.intake import receive, tidy
from tests.fixtures.desk import (
    BIRTH,
    BUILDING,
    CERTIFICATION,
    EXTRACT,
    WHARF,
    birth_intake,
    grant_range,
    publish_procedure,
)
from ui.intake_form import papers
from ui.intake_form.form import Form, Side, form_from
from ui.notice import Kind
from ui.pages.intake.shown import Kept
from ui.pages.intake.view_model import IntakeViewModel
from ui.tasks import Immediate

CARD = "012188000123|045123456|Nguyễn Thị Ánh|05091988|Nữ|Tổ 3, Tân Phong, Lai Châu|01012022"
SECOND_CARD = "012090000456||Lò Văn Đức|12031990|Nam|Bản Pú Nhung, Lai Châu|02022023||||"


@pytest.fixture
def printed():
    return []


@pytest.fixture
def model(qapp, desk, immediate, printed):
    def print_receipt(receipt):
        printed.append(receipt.number)
        return JobStatus(JobState.SENT)

    made = IntakeViewModel(desk, immediate, print_receipt)
    made.open()
    return made


def fill(model, procedure=BIRTH):
    """Type all that a birth registration needs."""
    model.choose_procedure(procedure.code)
    model.sheet.edit_party(Side.SUBMITTER, name="Nguyễn Thị Ánh", number="012188000123")
    model.sheet.edit_party(Side.SUBMITTER, phone="0912345678")
    model.sheet.edit_papers(papers.all_there)


def dossiers(desk):
    return desk.ask(newest)


# the procedure


def test_an_empty_box_offers_the_favourites_of_the_seat(model):
    model.finder.find("")
    assert [line.code for line in model.shown.procedures] == ["1.001193", "2.000635"]


def test_words_without_diacritics_find_a_procedure(model):
    model.finder.find("giay phep xay dung")
    assert model.shown.procedures[0].code == BUILDING.code


def test_an_incomplete_procedure_says_what_is_missing_and_cannot_be_chosen(model):
    model.finder.find("1.009455")
    assert "unit of the term" in model.shown.procedures[0].gaps
    model.choose_procedure(WHARF.code)
    assert model.shown.form == Form()


def test_the_checklist_comes_with_the_procedure(model):
    model.choose_procedure(BIRTH.code)
    rows = model.shown.form.papers
    assert [row.name for row in rows] == [line.name for line in BIRTH.checklist]
    assert [row.originals for row in rows] == [1, 1, 0]
    assert not any(row.present for row in rows)


def test_free_rows_survive_another_procedure(model):
    model.choose_procedure(BIRTH.code)
    model.sheet.edit_papers(papers.added)
    model.sheet.edit_papers(lambda rows: papers.written(rows, 3, name="Ảnh 3x4"))
    model.choose_procedure(EXTRACT.code)
    assert [row.name for row in model.shown.form.papers] == [EXTRACT.checklist[0].name, "Ảnh 3x4"]


def test_only_the_ways_a_procedure_offers_can_be_chosen(model):
    model.choose_procedure(BIRTH.code)
    assert model.shown.channels == (Channel.COUNTER, Channel.ONLINE)
    model.set_channel(Channel.ONLINE)
    model.choose_procedure(BUILDING.code)
    assert model.shown.channels == (Channel.COUNTER,)
    assert model.shown.form.channel is Channel.COUNTER
    assert model.shown.due.moment


# what is promised


def test_the_due_moment_is_explained_day_by_day(model):
    model.choose_procedure(BUILDING.code)
    due = model.shown.due
    assert due.moment == "17:00 Monday 14/12/2026"
    assert due.term == "15 working days"
    words = [f"{line.days}: {line.words}" for line in due.lines]
    assert words[:4] == [
        "Fr 20/11: day of receipt",
        "Sa 21 – Su 22/11: weekend",
        "Mo 23/11: working days · 1",
        "Tu 24/11: Ngày Văn hóa Việt Nam",
    ]


def test_the_due_moment_follows_the_clock(model, clock):
    model.choose_procedure(EXTRACT.code)
    assert model.shown.due.moment == "17:00 Friday 20/11/2026"
    clock.advance(timedelta(days=3))
    model.refresh()
    assert model.shown.due.moment == "17:00 Monday 23/11/2026"


def test_a_procedure_without_appointment_says_so(model):
    model.choose_procedure(CERTIFICATION.code)
    assert model.shown.due.moment == ""
    assert "no appointment" in model.shown.due.doubt


def test_fees_and_charges_stand_apart_and_what_is_neither_is_named(model):
    model.choose_procedure(BUILDING.code)
    assert [(line.words, line.amount) for line in model.shown.money] == [
        ("Fee", "50.000 đ"),
        ("Charge", "75.000 đ"),
        ("Fee or charge", "20.000 đ"),
    ]
    model.choose_procedure(BIRTH.code)
    assert (model.shown.money, model.shown.money_words) == ((), "Free of charge")


def test_a_procedure_that_is_silent_about_money_is_not_called_free(model, desk):
    silent = replace(BIRTH, code="1.000080", rules=(replace(BIRTH.rules[0], free=None),))
    publish_procedure(desk, silent)
    model.refresh()
    model.choose_procedure(silent.code)
    assert "says nothing" in model.shown.money_words


def test_the_receipt_is_drafted_while_one_types(model, qtbot):
    fill(model)
    qtbot.waitUntil(lambda: model.shown.preview is not None)
    preview = model.shown.preview
    assert (preview.number, preview.submitter.name) == ("", "Nguyễn Thị Ánh")
    model.sheet.edit(note="Hẹn gọi trước")
    qtbot.waitUntil(lambda: model.shown.preview.note == "Hẹn gọi trước")


def test_a_calendar_that_ends_is_said_and_the_checklist_is_there(model, clock):
    clock.set(datetime(2027, 12, 31, 9, 0, tzinfo=VIETNAM))
    model.choose_procedure(BUILDING.code)
    assert "calendar ends" in model.shown.due.doubt
    assert len(model.shown.form.papers) == len(BUILDING.checklist)


# people


def test_a_scanned_card_fills_the_submitter_and_marks_what_it_filled(model):
    assert model.take_card(CARD, None) is Side.SUBMITTER
    party = model.shown.form.submitter
    assert (party.name, party.number, party.born, party.sex) == (
        "Nguyễn Thị Ánh",
        "012188000123",
        "05/09/1988",
        Sex.FEMALE,
    )
    assert {"name", "number", "born", "sex", "address"} == set(party.filled)
    assert model.shown.hints["submitter.identity_number"] == (Kind.QUIET, "Old CMND: 045123456")


def test_leaving_a_marked_field_confirms_it(model):
    model.take_card(CARD, None)
    model.leave(Side.SUBMITTER, "name")
    assert "name" not in model.shown.form.submitter.filled
    assert "number" in model.shown.form.submitter.filled


@pytest.mark.parametrize("field", ["name", "number"])
def test_a_card_that_a_slow_scanner_typed_into_a_field_is_taken_as_one(model, field):
    model.sheet.edit_party(Side.SUBMITTER, **{field: CARD})
    model.leave(Side.SUBMITTER, field)
    party = model.shown.form.submitter
    assert (party.name, party.number) == ("Nguyễn Thị Ánh", "012188000123")


def test_a_second_card_is_the_owners_and_can_be_undone(model):
    model.take_card(CARD, None)
    assert model.take_card(SECOND_CARD, None) is Side.OWNER
    assert model.shown.form.owner_differs
    assert model.shown.form.owner.name == "Lò Văn Đức"
    assert "Lò Văn Đức" in model.shown.notice.text
    model.notices.act()
    assert not model.shown.form.owner_differs
    assert model.shown.form.submitter.name == "Nguyễn Thị Ánh"


def test_the_same_card_again_stays_the_submitters(model):
    model.take_card(CARD, None)
    assert model.take_card(CARD, None) is Side.SUBMITTER
    assert not model.shown.form.owner_differs


def test_a_card_read_in_the_owners_part_fills_the_owner(model):
    model.sheet.edit(owner_differs=True)
    assert model.take_card(CARD, Side.OWNER) is Side.OWNER
    assert model.shown.form.submitter.name == ""


def test_a_card_keeps_the_telephone_that_was_typed(model):
    model.sheet.edit_party(Side.SUBMITTER, phone="0912345678", email="anh@example.vn")
    model.take_card(CARD, None)
    party = model.shown.form.submitter
    assert (party.phone, party.email) == ("0912345678", "anh@example.vn")
    assert "phone" not in party.filled


def test_a_card_names_who_stands_for_an_organisation(model):
    model.sheet.edit_party(Side.SUBMITTER, kind=PartyKind.ORGANISATION, name="Công ty Sông Đà")
    model.take_card(CARD, None)
    party = model.shown.form.submitter
    assert (party.name, party.representative) == ("Công ty Sông Đà", "Nguyễn Thị Ánh")


def test_a_garbled_card_changes_nothing_and_shows_what_was_read(model):
    model.sheet.edit_party(Side.SUBMITTER, name="Nguyễn")
    assert model.take_card(CARD.replace("05091988", "99999999"), None) is None
    assert model.shown.form.submitter.name == "Nguyễn"
    assert "99999999" in model.shown.notice.text


def test_a_number_that_contradicts_the_sex_is_doubted_and_never_blocks(model, desk):
    fill(model)
    model.sheet.edit_party(Side.SUBMITTER, sex=Sex.MALE)
    kind, words = model.shown.hints["submitter.identity_number"]
    assert (kind, words) == (Kind.WARN, "The number says the other sex")
    model.receive()
    assert len(dossiers(desk)) == 1


def test_earlier_applicants_are_offered_and_taken(model, desk):
    receive(desk, tidy(birth_intake()))
    model.applicants.find(Side.SUBMITTER, "name", "anh ng")
    (line,) = model.shown.applicants.lines
    assert "012••••••123" in line.detail and "012188000123" not in line.detail
    model.take_applicant(0)
    party = model.shown.form.submitter
    assert (party.name, party.phone) == ("Nguyễn Thị Ánh", "0912 345 678")
    assert "phone" in party.filled
    assert model.shown.applicants.lines == ()


def test_one_letter_asks_for_nobody(model, desk):
    receive(desk, tidy(birth_intake()))
    model.applicants.find(Side.SUBMITTER, "name", "n")
    assert model.shown.applicants.lines == ()


# checks


@pytest.mark.parametrize(
    ("name", "typed", "words"),
    [
        ("number", "01218", "12 digits"),
        ("phone", "0912", "No such telephone number"),
        ("email", "anh@", "Not an e-mail address"),
        ("born", "31/02/1990", "Not a day"),
    ],
)
def test_a_field_is_checked_when_it_is_left_and_not_while_typing(model, name, typed, words):
    where = f"submitter.{'identity_number' if name == 'number' else name}"
    model.sheet.edit_party(Side.SUBMITTER, **{name: typed})
    assert where not in model.shown.faults
    model.leave(Side.SUBMITTER, name)
    assert words in model.shown.faults[where]
    model.sheet.edit_party(Side.SUBMITTER, **{name: f"{typed}1"})
    assert where not in model.shown.faults


def test_an_organisation_has_a_tax_code(model):
    model.sheet.edit_party(Side.OWNER, kind=PartyKind.ORGANISATION, number="0100233489")
    model.sheet.edit(owner_differs=True)
    model.leave(Side.OWNER, "number")
    assert "tax code" in model.shown.faults["owner.identity_number"]


def test_leaving_an_empty_field_says_nothing(model):
    model.leave(Side.SUBMITTER, "name")
    assert model.shown.faults == {}


def test_receiving_names_every_field_and_goes_to_the_first(model, desk, qtbot):
    with qtbot.waitSignal(model.focus_wanted) as wanted:
        model.receive()
    assert wanted.args == ["procedure"]
    assert set(model.shown.faults) == {"procedure", "submitter.name", "papers"}
    assert model.shown.notice.kind is Kind.WARN
    assert dossiers(desk) == []


def test_a_required_paper_that_is_not_there_is_named(model):
    fill(model)
    model.sheet.edit_papers(papers.ticked, 1)
    model.receive()
    assert "Giấy chứng sinh" in model.shown.faults["papers"]


def test_a_result_by_post_needs_an_address_and_takes_the_owners(model):
    model.sheet.set_return_way(ReturnWay.POST)
    model.receive()
    assert "address" in model.shown.faults["return_address"]
    model.take_card(CARD, None)
    model.sheet.set_return_way(ReturnWay.COUNTER)
    model.sheet.set_return_way(ReturnWay.POST)
    assert model.shown.form.return_address == "Tổ 3, Tân Phong, Lai Châu"
    assert model.shown.form.address_filled


def test_with_an_owner_the_result_goes_to_the_owner(model):
    model.take_card(CARD, None)
    model.take_card(SECOND_CARD, None)
    model.sheet.set_return_way(ReturnWay.POST)
    assert model.shown.form.return_address == "Bản Pú Nhung, Lai Châu"
    model.sheet.edit_email("duc@example.vn")
    assert model.shown.form.owner.email == "duc@example.vn"
    model.park()
    assert "Lò Văn Đức" in model.shown.drafts[0].title


def test_a_result_by_email_and_notices_need_where_to_send_them(model):
    fill(model)
    model.sheet.edit_party(Side.SUBMITTER, phone="")
    model.sheet.set_return_way(ReturnWay.ELECTRONIC)
    model.sheet.edit(consents=Consents(sms=True))
    model.receive()
    assert set(model.shown.faults) == {"submitter.email", "consents"}
    model.sheet.edit_email("anh@example.vn")
    model.sheet.edit_party(Side.SUBMITTER, phone="0912345678")
    assert model.shown.faults == {}


# receiving


def test_a_dossier_is_received_printed_and_the_next_begins(model, desk, printed, qtbot):
    fill(model)
    with qtbot.waitSignals([model.received, model.focus_wanted]):
        model.receive()
    (row,) = dossiers(desk)
    assert row.number == "000.00.14.H35-261120-0101"
    assert (row.owner_name, row.phone) == ("Nguyễn Thị Ánh", "+84912345678")
    assert printed == [row.number]
    shown = model.shown
    assert (shown.form, shown.busy, shown.kept) == (Form(), False, Kept.NOTHING)
    assert shown.received.receipt.number == row.number
    assert (shown.received.printing, shown.received.printing_words) == (
        Kind.GOOD,
        "Sent to the printer",
    )
    assert shown.preview.number == row.number


def test_receive_and_next_keeps_the_procedure(model, desk):
    fill(model)
    model.receive(alike=True)
    form = model.shown.form
    assert form.procedure_code == BIRTH.code
    assert form.submitter.name == ""
    assert [row.present for row in form.papers] == [False] * 3
    assert model.shown.due.moment
    fill(model)
    model.sheet.edit_party(Side.SUBMITTER, number="012188000999")
    model.receive()
    assert len(dossiers(desk)) == 2


def test_the_next_citizen_never_sees_the_paper_of_the_one_before(model, qtbot):
    fill(model)
    qtbot.waitUntil(lambda: model.shown.preview is not None)
    model.receive(alike=True)
    model.sheet.edit_party(Side.SUBMITTER, name="Lò")
    assert model.shown.preview is None or model.shown.preview.submitter.name == "Lò"


def test_two_presses_give_one_dossier(qapp, desk):
    held = Immediate(held=True)
    model = IntakeViewModel(desk, held)
    model.open()
    held.release()
    model.choose_procedure(BIRTH.code)
    held.release()
    fill(model)
    held.release()
    model.receive()
    model.receive()
    assert model.shown.busy
    held.release()
    held.release()
    assert len(dossiers(desk)) == 1
    assert model.shown.duplicates == ()


def test_what_is_typed_while_receiving_changes_nothing(qapp, desk):
    held = Immediate(held=True)
    model = IntakeViewModel(desk, held)
    model.open()
    held.release()
    model.choose_procedure(BIRTH.code)
    held.release()
    fill(model)
    held.release()
    model.receive()
    model.sheet.edit_party(Side.SUBMITTER, name="Someone else")
    assert model.shown.form.submitter.name == "Nguyễn Thị Ánh"
    held.release()
    assert dossiers(desk)[0].owner_name == "Nguyễn Thị Ánh"


@pytest.mark.parametrize("error", [StoreLocked, DiskFull])
def test_a_refused_intake_keeps_what_was_typed_and_offers_another_try(
    model, desk, monkeypatch, error
):
    fill(model)
    before = model.shown.form

    def refuse():
        raise error

    with monkeypatch.context() as broken:
        broken.setattr(desk.store, "writing", refuse)
        model.receive()
    assert model.shown.form == before
    assert model.shown.notice.kind is Kind.BAD
    assert not model.shown.busy
    model.sheet.edit(note="Gọi lại")
    assert model.shown.form.note == "Gọi lại"
    model.notices.act()
    assert len(dossiers(desk)) == 1


def test_used_up_numbers_keep_what_was_typed(model, desk):
    grant_range(desk, 500, 500, "000.00.15.H35")
    other = replace(BIRTH, code="1.001194", agency_code="000.00.15.H35")
    publish_procedure(desk, other)
    model.refresh()
    for number in ("012188000123", "012188000124"):
        fill(model, other)
        model.sheet.edit_party(Side.SUBMITTER, number=number)
        model.receive()
    assert "used up" in model.shown.notice.text
    assert model.shown.form.submitter.number == "012188000124"
    assert len(dossiers(desk)) == 1


def test_a_clock_that_went_back_keeps_what_was_typed(model, desk, clock):
    fill(model)
    model.receive()
    clock.advance(timedelta(days=-1))
    fill(model)
    model.sheet.edit_party(Side.SUBMITTER, number="012188000999")
    model.receive()
    assert "clock" in model.shown.notice.text
    assert model.shown.form.submitter.number == "012188000999"


def test_a_procedure_that_became_incomplete_meanwhile_keeps_what_was_typed(model, desk, clock):
    fill(model)
    clock.advance(timedelta(seconds=1))
    publish_procedure(desk, replace(BIRTH, agency_code=""))
    model.receive()
    assert BIRTH.code in model.shown.notice.text
    assert model.shown.form.submitter.name == "Nguyễn Thị Ánh"


def test_a_calendar_that_ends_keeps_what_was_typed(model, desk, clock):
    fill(model)
    clock.set(datetime(2027, 12, 31, 9, 0, tzinfo=VIETNAM))
    model.receive()
    assert "calendar ends" in model.shown.notice.text
    assert model.shown.form.submitter.name == "Nguyễn Thị Ánh"
    assert dossiers(desk) == []


def test_a_printer_that_is_gone_never_touches_the_record(qapp, desk, immediate):
    tries = []

    def print_receipt(receipt):
        tries.append(receipt.number)
        if len(tries) == 1:
            raise PrinterGone("HP")
        return JobStatus(JobState.CONFIRMED)

    model = IntakeViewModel(desk, immediate, print_receipt)
    model.open()
    fill(model)
    model.receive()
    assert len(dossiers(desk)) == 1
    assert (model.shown.received.printing, model.shown.received.printable) == (Kind.BAD, True)
    assert "HP" in model.shown.received.printer_says
    model.receiving.print_again()
    assert model.shown.received.printing is Kind.GOOD


# duplicates


def test_the_same_person_and_procedure_are_pointed_out_before_saving(model, desk):
    receive(desk, tidy(birth_intake()))
    fill(model)
    model.receive()
    (line,) = model.shown.duplicates
    assert line.number.endswith("-0101")
    assert "same number" in line.matched
    assert not model.shown.can_receive
    model.receive()
    assert len(dossiers(desk)) == 1
    model.receive_all_the_same()
    assert len(dossiers(desk)) == 2


def test_the_old_number_on_the_card_betrays_a_duplicate(model, desk):
    submitter = replace(birth_intake().submitter, identity_number="045123456")
    receive(desk, tidy(birth_intake(submitter=replace(submitter, old_identity_number=""))))
    model.choose_procedure(BIRTH.code)
    model.take_card(CARD, None)
    model.sheet.edit_papers(papers.all_there)
    model.receive()
    (line,) = model.shown.duplicates
    assert "old number" in line.matched


def test_a_duplicate_can_be_opened_and_nothing_typed_is_lost(model, desk, qtbot):
    receive(desk, tidy(birth_intake()))
    fill(model)
    model.receive()
    with qtbot.waitSignal(model.open_wanted) as wanted:
        model.open_duplicate(0)
    assert wanted.args == [dossiers(desk)[0].subject]
    assert model.shown.form.submitter.name == "Nguyễn Thị Ánh"
    assert drafts(desk)[0].record["submitter"]["name"] == "Nguyễn Thị Ánh"


def test_typing_on_puts_the_question_about_duplicates_away(model, desk):
    receive(desk, tidy(birth_intake()))
    fill(model)
    model.receive()
    model.sheet.edit_party(Side.SUBMITTER, number="012188000777")
    assert model.shown.duplicates == ()
    model.receive()
    assert len(dossiers(desk)) == 2


# drafts


def test_what_is_typed_lies_on_disk_within_a_second(model, desk, qtbot):
    model.sheet.edit_party(Side.SUBMITTER, name="Nguyễn Thị")
    assert model.shown.kept is Kept.TYPING
    qtbot.waitUntil(lambda: model.shown.kept is Kept.ON_DISK, timeout=1000)
    (draft,) = drafts(desk)
    assert form_from(draft.record) == model.shown.form
    assert not draft.parked


def test_typing_on_does_not_put_keeping_off(model, desk, qtbot):
    for letters in range(1, 16):
        model.sheet.edit_party(Side.SUBMITTER, name="n" * letters)
        qtbot.wait(60)
    assert drafts(desk)[0].record["submitter"]["name"]


def test_the_mark_is_true_only_after_the_write_returned(qapp, desk):
    held = Immediate(held=True)
    model = IntakeViewModel(desk, held)
    model.sheet.edit_party(Side.SUBMITTER, name="Ánh")
    model.keep_now()
    assert model.shown.kept is Kept.TYPING
    held.release()
    assert model.shown.kept is Kept.ON_DISK


def test_a_draft_comes_back_in_a_new_window(model, desk, immediate):
    fill(model)
    model.sheet.edit(note="Chờ bổ sung giấy chứng sinh", consents=Consents(zalo=True))
    model.keep_now()
    again = IntakeViewModel(desk, immediate)
    again.open()
    assert again.shown.form == model.shown.form
    assert again.shown.due.moment
    assert again.shown.notice is not None
    again.receive()
    assert drafts(desk) == ()
    assert dossiers(desk)[0].owner_name == "Nguyễn Thị Ánh"


def test_several_intakes_can_be_parked_and_taken_up(model, desk):
    fill(model)
    model.park()
    assert model.shown.form == Form()
    model.choose_procedure(EXTRACT.code)
    model.sheet.edit_party(Side.SUBMITTER, name="Lò Văn Đức")
    model.park()
    titles = [line.title for line in model.shown.drafts]
    assert len(titles) == 2
    first = next(line for line in model.shown.drafts if "Ánh" in line.title)
    model.take_up(first.id)
    assert model.shown.form.submitter.name == "Nguyễn Thị Ánh"
    assert all(row.present for row in model.shown.form.papers)
    assert [line.title for line in model.shown.drafts] == [t for t in titles if "Ánh" not in t]


def test_a_form_nobody_typed_in_is_not_parked(model, desk):
    fill(model)
    model.receive(alike=True)
    model.park()
    assert drafts(desk) == ()
    assert model.shown.form.procedure_code == BIRTH.code


def test_taking_up_a_draft_parks_what_is_typed(model, desk):
    fill(model)
    model.park()
    model.sheet.edit_party(Side.SUBMITTER, name="Lò Văn Đức")
    model.take_up(model.shown.drafts[0].id)
    assert model.shown.form.submitter.name == "Nguyễn Thị Ánh"
    (other,) = model.shown.drafts
    assert "Lò Văn Đức" in other.title


def test_a_parked_draft_is_not_taken_up_by_itself(model, desk, immediate):
    fill(model)
    model.park()
    again = IntakeViewModel(desk, immediate)
    again.open()
    assert again.shown.form == Form()
    assert len(again.shown.drafts) == 1


def test_clearing_can_be_undone(model, desk):
    fill(model)
    before = model.shown.form
    model.keep_now()
    model.clear()
    assert (model.shown.form, drafts(desk)) == (Form(), ())
    model.notices.act()
    assert model.shown.form == before
    model.keep_now()
    assert form_from(drafts(desk)[0].record) == before


def test_a_draft_of_another_version_stays_on_disk(qapp, desk, immediate):
    keep(desk, new_draft(desk), "cũ", {"submitter": {"kind": "spirit"}})
    model = IntakeViewModel(desk, immediate)
    model.open()
    assert model.shown.form == Form()
    assert len(drafts(desk)) == 1


def test_a_full_disk_is_said_and_typing_goes_on(model, desk, monkeypatch):
    def refuse():
        raise DiskFull

    model.sheet.edit_party(Side.SUBMITTER, name="Ánh")
    with monkeypatch.context() as broken:
        broken.setattr(desk.store, "writing", refuse)
        model.keep_now()
        assert model.shown.kept is Kept.FAILED
        assert "disk is full" in model.shown.notice.text
        model.sheet.edit_party(Side.SUBMITTER, name="Ánh N")
    model.keep_now()
    assert model.shown.kept is Kept.ON_DISK
    assert drafts(desk)[0].record["submitter"]["name"] == "Ánh N"


def test_parking_on_a_full_disk_keeps_the_form(model, desk, monkeypatch):
    def refuse():
        raise DiskFull

    fill(model)
    before = model.shown.form
    with monkeypatch.context() as broken:
        broken.setattr(desk.store, "writing", refuse)
        model.park()
    assert model.shown.form == before
    model.receive()
    assert len(dossiers(desk)) == 1


def test_an_emptied_form_leaves_no_draft(model, desk):
    model.sheet.edit_party(Side.SUBMITTER, name="Ánh")
    model.keep_now()
    model.sheet.edit_party(Side.SUBMITTER, name="")
    assert drafts(desk) == ()
    assert model.shown.kept is Kept.NOTHING


# papers


def test_a_count_makes_a_paper_present(model):
    model.choose_procedure(BIRTH.code)
    model.sheet.edit_papers(papers.counted, 2, "photocopies", 3)
    row = model.shown.form.papers[2]
    assert (row.present, row.photocopies) == (True, 3)


def test_a_paper_that_is_not_there_is_recorded_without_copies(model, desk):
    fill(model)
    model.sheet.edit_papers(papers.ticked, 2)
    model.receive()
    recorded = model.shown.received.receipt.papers
    assert [(row.present, row.originals, row.photocopies) for row in recorded] == [
        (True, 1, 0),
        (True, 1, 0),
        (False, 0, 0),
    ]


def test_a_free_row_can_be_removed_and_brought_back(model):
    fill(model)
    model.sheet.edit_papers(papers.added)
    model.sheet.edit_papers(lambda rows: papers.written(rows, 3, name="Ảnh 3x4"))
    model.remove_paper(3)
    assert len(model.shown.form.papers) == 3
    model.notices.act()
    assert model.shown.form.papers[3].name == "Ảnh 3x4"


def test_what_the_procedure_asks_for_cannot_be_removed(model):
    model.choose_procedure(BIRTH.code)
    model.remove_paper(0)
    assert len(model.shown.form.papers) == 3


def test_an_untouched_free_row_is_left_out_of_the_dossier(model, desk):
    fill(model)
    model.sheet.edit_papers(papers.added)
    model.receive()
    assert len(model.shown.received.receipt.papers) == 3


def test_a_number_typed_in_groups_is_recorded_in_its_one_form(model, desk):
    fill(model)
    model.sheet.edit_party(Side.SUBMITTER, number="012.188 000-123")
    model.receive()
    assert dossiers(desk)[0].identity_number == "012188000123"

"""An intake put right on the page of its dossier, as its view model decides it."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from counter_app.clock import VIETNAM, to_ms
from counter_app.domain.dossier import Paper, PartyKind, ReturnWay
from counter_app.domain.procedure import Channel
from counter_app.store.dossiers import history, intake_of, receipt_of
from counter_app.usecases import corrections
from tests.fixtures.desk import (
    AGENCY,
    BIRTH,
    BUILDING,
    EXTRACT,
    PASSWORD,
    SUBMITTER,
    birth_intake,
    publish_procedure,
)
from tests.fixtures.life import HOA, LAN, received
from tests.unit.test_corrections import BY_POST, OWNER, building, from_a_register
from ui.intake_form import papers
from ui.intake_form.form import Side
from ui.notice import Kind
from ui.pages.dossiers.acts import Deed
from ui.pages.dossiers.correction_words import change_words
from ui.pages.dossiers.dossier_view_model import DossierViewModel
from ui.pages.dossiers.step_words import step_notes

CARD = "012188000123|045123456|Nguyễn Thị Ánh|05091988|Nữ|Tổ 3, Tân Phong, Lai Châu|01012022"
SECOND_CARD = "012090000456||Lò Văn Đức|12031990|Nam|Bản Pú Nhung, Lai Châu|02022023||||"
OTHER_AGENCY = "000.00.15.H35"


@pytest.fixture
def correcting(qapp, office, immediate):
    """Open the correction of a dossier; returns the page's model and the correction's."""
    held = []

    def correcting(subject, officer=LAN):
        desk = office.served_by(officer)
        model = DossierViewModel(desk, immediate, lambda *_: None, lambda *_: None)
        held.append(model)
        model.open(subject)
        model.acts.begin(Deed.CORRECT)
        assert model.correcting.correct is not None
        return model, model.correcting

    return correcting


def told(model):
    return [change_words(one, unmasked=True) for one in model.shown.changes]


def do(page, model, why="Nhập sai"):
    model.set_reason(why)
    page.acts.act()
    assert page.acts.shown.sheet is None, (page.acts.shown.faults, page.acts.shown.notice)


def test_it_begins_with_what_was_recorded_and_nothing_changes(correcting, office):
    intake = birth_intake(
        owner=OWNER,
        authorisation="Giấy ủy quyền số 1",
        papers=(
            *birth_intake().papers[:2],
            replace(birth_intake().papers[2], present=False, photocopies=0),
            Paper("Giấy khác", 1, required=False, present=True, note="bản cũ"),
        ),
        return_way=ReturnWay.POST,
        return_address="Tổ 3",
        note="Gấp",
    )
    subject = received(office, intake)
    page, model = correcting(subject)
    form = model.shown.form
    assert (form.owner.name, form.submitter.born, form.sets) == (OWNER.name, "05/09/1988", 1)
    assert [(row.present, row.free) for row in form.papers] == [
        (True, False),
        (True, False),
        (False, False),
        (True, True),
    ]
    assert form.papers[2].photocopies == 1  # what is asked for, once it is ticked
    assert model.shown.changes == () and model.shown.due is None
    model.set_reason("Thử")
    page.acts.act()
    assert model.shown.reason_fault
    assert len(office.ask(history, subject)) == 1


def test_papers_are_counted_ticked_added_and_taken_away(correcting, office):
    subject = received(office)
    page, model = correcting(subject)
    sheet, names = model.sheet, [line.name for line in BIRTH.checklist]
    sheet.edit_papers(papers.counted, 0, "originals", 3)
    sheet.edit_papers(papers.ticked, 2)
    sheet.edit_papers(papers.added)
    sheet.edit_papers(lambda rows: papers.written(rows, 3, name="Giấy ủy quyền"))
    assert told(model) == [
        f"{names[0]}: originals 1 → originals 3",
        f"{names[2]}: photocopies 1 → not handed in",
        "Giấy ủy quyền: not on the list → originals 1",
    ]
    do(page, model)
    receipt = office.ask(receipt_of, subject)
    assert [(one.originals, one.present) for one in receipt.papers] == [
        (3, True),
        (1, True),
        (0, False),
        (1, True),
    ]
    assert receipt.reissue == 1
    page.acts.begin(Deed.CORRECT)
    model.remove_paper(3)
    do(page, model, "Trả lại dân")
    assert len(office.ask(receipt_of, subject).papers) == 3


def test_an_owner_is_added_by_a_card_and_taken_away_again(correcting, office):
    subject = received(office)
    page, model = correcting(subject)
    model.sheet.edit(owner_differs=True)
    assert model.take_card(SECOND_CARD, Side.OWNER) is Side.OWNER
    model.sheet.edit(authorisation="Giấy ủy quyền số 9")
    do(page, model)
    intake = office.ask(intake_of, subject)
    assert (intake.owner.name, intake.owner.born_on) == ("Lò Văn Đức", date(1990, 3, 12))
    assert intake.submitter == SUBMITTER  # untouched, letter for letter
    page.acts.begin(Deed.CORRECT)
    model.sheet.edit(owner_differs=False)
    assert "Owner, name: Lò Văn Đức → –" in told(model)
    do(page, model, "Chính chủ nộp")
    assert office.ask(intake_of, subject).owner is None
    assert office.ask(intake_of, subject).authorisation == ""


def test_a_person_is_put_right_down_to_the_card(correcting, office):
    subject = received(office)
    page, model = correcting(subject)
    model.sheet.edit_party(
        Side.SUBMITTER, born="06/09/1988", sex=None, old_number="", issued_on=date(2021, 4, 1)
    )
    do(page, model)
    person = office.ask(intake_of, subject).submitter
    assert (person.born_on, person.sex, person.old_identity_number) == (date(1988, 9, 6), None, "")
    assert person.identity_issued_on == date(2021, 4, 1)
    page.acts.begin(Deed.CORRECT)
    model.sheet.edit_party(
        Side.SUBMITTER,
        kind=PartyKind.ORGANISATION,
        name="Công ty Nậm Na",
        number="0100233488",
        representative="Lò Thị Mai",
    )
    do(page, model, "Tổ chức nộp")
    firm = office.ask(intake_of, subject).submitter
    assert (firm.kind, firm.representative) == (PartyKind.ORGANISATION, "Lò Thị Mai")
    assert firm.born_on is None


def test_a_day_that_is_none_stops_it_at_its_field(correcting, office):
    page, model = correcting(received(office))
    wanted = []
    model.focus_wanted.connect(wanted.append)
    model.sheet.edit_party(Side.SUBMITTER, born="31/02/1988")
    model.set_reason("Sai ngày sinh")
    page.acts.act()
    assert model.shown.faults["submitter.born"]
    assert wanted[-1] == "submitter.born"
    assert page.acts.shown.sheet.reason == "Sai ngày sinh"


def test_another_channel_tells_where_the_due_date_goes(correcting, office):
    publish_procedure(office, BY_POST, date(2026, 11, 20))
    subject = received(office, building())
    page, model = correcting(subject)
    assert model.shown.channels == (Channel.COUNTER, Channel.POSTAL)
    model.set_channel(Channel.POSTAL)
    after = to_ms(datetime(2026, 12, 21, 17, 0, tzinfo=VIETNAM))
    before = page.shown.story.row.due_at
    assert model.shown.due == (before, after)
    assert told(model) == ["Handed in: at the counter → by public post"]
    do(page, model)
    assert to_ms(office.ask(receipt_of, subject).due_at) == after
    step = page.shown.story.steps[1]
    assert any("21/12/2026" in line for line in step_notes(step))


def test_another_procedure_keeps_what_was_handed_in(correcting, office):
    subject = received(office)
    page, model = correcting(subject)
    model.choose_procedure(EXTRACT.code)
    rows = model.shown.form.papers
    asked = EXTRACT.checklist[0].name
    assert [(row.name, row.present, row.free) for row in rows] == [
        (asked, False, False),
        *((line.name, True, True) for line in BIRTH.checklist),
    ]
    model.set_reason("Nhầm thủ tục")
    page.acts.act()
    assert asked in model.shown.faults["papers"]
    model.sheet.edit_papers(papers.ticked, 0)
    do(page, model)
    receipt = office.ask(receipt_of, subject)
    assert receipt.procedure_code == EXTRACT.code
    assert [one.required for one in receipt.papers] == [True, False, False, False]


def test_the_procedure_of_another_agency_is_refused_in_words(correcting, office):
    publish_procedure(office, replace(BUILDING, agency_code=OTHER_AGENCY), date(2026, 11, 20))
    assert AGENCY != OTHER_AGENCY
    _, model = correcting(received(office))
    model.choose_procedure(BUILDING.code)
    assert model.shown.notice.kind is Kind.WARN
    assert model.shown.form.procedure_code == BIRTH.code


def test_what_a_colleague_put_right_meanwhile_stays(correcting, office):
    subject = received(office)
    page, model = correcting(subject)
    model.sheet.edit(sets=4)
    was = office.ask(intake_of, subject)
    corrections.correct(office.served_by(HOA), subject, replace(was, note="Gấp"), "Ghi sót")
    model.set_reason("Đếm lại")
    page.acts.act()
    assert page.acts.shown.notice.kind is Kind.BAD  # it changed meanwhile, and is read again
    page.acts.act()
    intake = office.ask(intake_of, subject)
    assert (intake.sets, intake.note) == (4, "Gấp")


def test_what_was_typed_waits_with_its_dossier(correcting, office):
    first, second = received(office), received(office, birth_intake(sets=2))
    page, model = correcting(first)
    model.sheet.edit(note="Gấp")
    model.set_reason("Ghi sót")
    page.open(second)
    page.acts.begin(Deed.CORRECT)
    assert (model.shown.form.note, model.shown.form.sets, model.shown.reason) == ("", 2, "")
    page.open(first)
    page.acts.begin(Deed.CORRECT)
    assert (model.shown.form.note, model.shown.reason) == ("Gấp", "Ghi sót")


def test_what_came_from_a_register_is_put_right_without_its_papers(correcting, office, supervisor):
    subject = from_a_register(office)
    page, model = correcting(subject)
    assert model.shown.notice is None and model.shown.form.papers == ()
    model.sheet.edit(note="Bản giấy ở kho")
    model.set_reason("Ghi sót")
    page.acts.approval.choose(HOA.login)
    page.acts.approval.set_password(PASSWORD)
    page.acts.act()
    assert page.acts.shown.sheet is None, (page.acts.shown.faults, page.acts.shown.notice)
    assert office.ask(intake_of, subject).note == "Bản giấy ở kho"
    assert office.ask(intake_of, subject).submitter.phone == "12"  # wrong, and untouched


def test_the_history_says_it_in_words_with_numbers_masked(correcting, office):
    subject = received(office)
    page, model = correcting(subject)
    model.sheet.edit_party(Side.SUBMITTER, number="012188000124", phone="0987654321")
    model.sheet.edit(sets=3)
    do(page, model, "Gõ nhầm số")
    step = page.shown.story.steps[1]
    assert step_notes(step) == (
        "Submitter, number: 012••••••123 → 012••••••124",
        "Submitter, phone: 0912345678 → 0987 654 321",
        "Sets: 1 → 3",
        "Why: Gõ nhầm số",
    )
    assert "012188000123 → 012188000124" in step_notes(step, unmasked=True)[0]
    page.acts.begin(Deed.CORRECT)
    model.sheet.edit_party(Side.SUBMITTER, number="012188111124")
    do(page, model, "Gõ nhầm số")
    (hidden, _) = step_notes(page.shown.story.steps[2])
    assert hidden == "Submitter, number: its hidden figures changed"

"""Returning a result, as the view model decides it, on a real file without threads."""

from dataclasses import replace
from datetime import timedelta

import pytest

from counter_app.devices.printers import PrinterGone
from counter_app.domain.dossier import Party, ReturnWay
from counter_app.domain.processing import Collection, Relation, TakenBack, Withdrawal
from counter_app.domain.states import State
from counter_app.store.dossiers import by_subject
from counter_app.store.papers import return_slip
from counter_app.usecases import hand_overs, results, returns, withdrawals
from counter_app.usecases.intake import receive
from tests.fixtures.desk import AGENCY, EXTRACT, SUBMITTER, birth_intake, publish_setting
from ui.notice import Kind
from ui.pages.return_result.collector import taken_back
from ui.pages.return_result.view_model import ReturnViewModel
from ui.pages.return_result.words import Help

OWNER = Party(name="Lò Văn Páo", identity_number="012086000456")
OWNER_CARD = "012086000456||Lò Văn Páo|01011986|Nam|Tổ 1, phường Tân Phong, tỉnh Lai Châu|06022023"
STRANGER_CARD = (
    "012186999901|045999001|Lò Thị Ánh|12031986|Nữ|Tổ 5, phường Tân Phong, tỉnh Lai Châu|06022023"
)


@pytest.fixture
def printed():
    return []


@pytest.fixture
def model(qapp, desk, immediate, printed):
    made = ReturnViewModel(desk, immediate, printed.append)
    made.refresh()
    return made


def handed_over(desk, **changed):
    receipt = receive(desk, birth_intake(**changed))
    hand_overs.hand_over(desk, [receipt.subject], AGENCY)
    return receipt


def ready(desk, place="Kệ A2", **changed):
    receipt = handed_over(desk, **changed)
    results.receive_results(desk, [results.Arrival(receipt.subject)], place=place)
    return receipt


def row(desk, receipt):
    return desk.ask(by_subject, receipt.subject)


def slip(desk, receipt):
    return desk.ask(return_slip, receipt.subject)


def test_a_scanned_receipt_says_at_once_that_the_result_is_here(model, desk):
    receipt = ready(desk)
    model.scan(f"{receipt.number}|ABC|00ff")
    shown = model.shown
    assert shown.opened.row.number == receipt.number
    assert shown.verdict.notice.kind is Kind.GOOD
    assert "Kệ A2" in shown.verdict.notice.text
    assert shown.collector.party == SUBMITTER
    assert shown.collector.filled == {"name", "identity_number"}
    assert shown.can_act


def test_f9_returns_prints_and_makes_way_for_the_next(model, desk, printed):
    receipt = ready(desk)
    model.scan(receipt.number)
    model.edit("signed", True)
    model.edit("originals", "Sổ hộ khẩu; 2 bản trích lục cũ")
    model.act()
    assert row(desk, receipt).state == State.RETURNED
    told = slip(desk, receipt)
    assert (told.collector.name, told.relation) == (SUBMITTER.name, Relation.OWNER)
    assert told.originals == (TakenBack("Sổ hộ khẩu"), TakenBack("trích lục cũ", 2))
    assert printed == [receipt.subject]
    assert model.shown.opened is None
    assert model.shown.notice.kind is Kind.GOOD
    assert model.shown.lines == ()


def test_submitter_owner_and_somebody_else_in_one_key(model, desk):
    receipt = ready(desk, owner=OWNER)
    model.scan(receipt.number)
    assert model.shown.relations == (
        Relation.OWNER,
        Relation.SUBMITTER,
        Relation.AUTHORISED,
        Relation.STAFF,
    )
    assert model.shown.collector.relation is Relation.SUBMITTER  # who brings the receipt
    model.choose_relation(Relation.OWNER)
    assert model.shown.collector.party == OWNER
    model.choose_relation(Relation.AUTHORISED)
    assert model.shown.collector.party == Party()
    model.act()
    assert model.shown.faults.keys() == {"name"}
    assert row(desk, receipt).state == State.RESOLVED


def test_a_relation_the_dossier_does_not_know_is_not_chosen(model, desk):
    model.scan(ready(desk).number)
    model.choose_relation(Relation.SUBMITTER)
    assert model.shown.collector.relation is Relation.OWNER


def test_the_card_of_the_owner_names_the_owner(model, desk):
    model.scan(ready(desk, owner=OWNER).number)
    model.scan(OWNER_CARD)
    collector = model.shown.collector
    assert collector.relation is Relation.OWNER
    assert collector.party.name == OWNER.name
    assert "name" in collector.filled
    assert model.shown.notice is None


def test_the_card_of_a_stranger_asks_for_the_authorisation(model, desk):
    receipt = ready(desk)
    model.scan(receipt.number)
    model.scan(STRANGER_CARD)
    assert model.shown.collector.relation is Relation.AUTHORISED
    assert model.shown.notice.kind is Kind.WARN
    model.act()
    assert model.shown.faults.keys() == {"authorisation"}
    assert model.shown.opened is not None
    model.edit("authorisation", "Giấy ủy quyền 12/UBND ngày 19/11/2026")
    assert model.shown.faults == {}
    model.act()
    assert slip(desk, receipt).authorisation.startswith("Giấy ủy quyền 12")


def test_a_card_without_a_dossier_finds_what_its_holder_handed_in(model, desk):
    receipt = ready(desk, submitter=replace(SUBMITTER, identity_number="012186999901"))
    ready(desk)
    model.scan(STRANGER_CARD)
    assert [line.row.number for line in model.shown.lines] == [receipt.number]
    assert model.take_typed()
    assert model.shown.opened.row.number == receipt.number


def test_a_garbled_card_is_told(model, desk):
    model.scan(ready(desk).number)
    model.scan("012186999901|045999001|L|1|2|3|4")
    assert model.shown.notice.kind is Kind.BAD
    assert model.shown.opened is not None


def test_by_post_needs_its_waybill(model, desk):
    receipt = ready(desk)
    model.scan(receipt.number)
    model.edit("way", ReturnWay.POST)
    model.act()
    assert model.shown.faults.keys() == {"waybill"}
    model.edit("waybill", "EE123456789VN")
    model.edit("address", "Tổ 3, phường Tân Phong")
    model.act()
    told = slip(desk, receipt)
    assert (told.way, told.waybill) == (ReturnWay.POST, "EE123456789VN")


def test_what_is_at_the_agency_can_be_taken_in_or_go_electronically(model, desk):
    receipt = handed_over(desk)
    results.resolve(desk, receipt.subject)
    model.scan(receipt.number)
    assert not model.shown.can_act
    assert model.shown.verdict.help is Help.HAND_OVER
    model.edit("way", ReturnWay.ELECTRONIC)
    assert model.shown.can_act
    model.act()
    assert row(desk, receipt).state == State.RETURNED


@pytest.mark.parametrize(
    ("bring", "help_"),
    [
        (lambda desk: receive(desk, birth_intake()), Help.HAND_OVER),
        (handed_over, Help.HAND_OVER),
    ],
)
def test_without_a_result_the_page_says_so_and_offers_the_act(model, desk, bring, help_):
    receipt = bring(desk)
    wanted = []
    model.help_wanted.connect(lambda *what: wanted.append(what))
    model.scan(receipt.number)
    assert not model.shown.can_act
    assert "Sở Tư pháp" in model.shown.verdict.notice.text
    assert model.shown.verdict.help is help_
    model.act()
    assert row(desk, receipt).state in (State.RECEIVED, State.PROCESSING)
    assert model.shown.notice is None  # the verdict says it all
    model.help()
    assert wanted == [("hand_over", receipt.subject)]


def test_what_was_withdrawn_has_no_result(model, desk):
    receipt = receive(desk, birth_intake())
    withdrawals.withdraw(desk, receipt.subject, Withdrawal(SUBMITTER, "Không còn nhu cầu"))
    model.scan(receipt.number)
    assert not model.shown.can_act
    assert model.shown.verdict.help is Help.OPEN


def test_what_was_returned_says_to_whom_and_prints_its_receipt_again(model, desk, printed):
    receipt = ready(desk)
    returns.hand_out(desk, receipt.subject, Collection(SUBMITTER))
    model.scan(receipt.number)
    assert not model.shown.can_act
    assert SUBMITTER.name in model.shown.verdict.notice.text
    model.help()
    assert printed == [receipt.subject]


def test_on_the_spot_result_and_return_are_one_act(model, desk):
    receipt = receive(desk, birth_intake(procedure_code=EXTRACT.code))
    model.scan(receipt.number)
    assert not model.shown.can_act  # 8.000 đ are owed
    publish_setting(desk, "fees", {"return_unpaid": True})
    model.look_again()
    assert model.shown.can_act
    model.act()
    assert row(desk, receipt).state == State.RETURNED


def test_what_changed_meanwhile_is_shown_anew_and_not_returned(model, desk):
    receipt = ready(desk)
    model.scan(receipt.number)
    returns.hand_out(desk, receipt.subject, Collection(OWNER))  # at another counter
    model.edit("signed", True)
    model.act()
    assert model.shown.notice.kind is Kind.BAD
    assert OWNER.name in model.shown.verdict.notice.text
    assert not model.shown.can_act
    assert slip(desk, receipt).collector.name == OWNER.name


def test_a_printer_fault_does_not_hide_that_it_was_returned(qapp, desk, immediate):
    def broken(_subject):
        raise PrinterGone("Máy in 1")

    model = ReturnViewModel(desk, immediate, broken)
    receipt = ready(desk)
    model.scan(receipt.number)
    model.act()
    assert row(desk, receipt).state == State.RETURNED
    assert model.shown.notice.kind is Kind.WARN
    assert receipt.number in model.shown.notice.text
    assert "Máy in 1" in model.shown.notice.text


def test_the_longest_waiting_stand_first(model, desk, clock):
    first = ready(desk)
    clock.advance(timedelta(days=4))
    second = ready(desk)
    clock.advance(timedelta(days=1))
    model.refresh()
    assert [(line.row.number, line.days) for line in model.shown.lines] == [
        (first.number, 5),
        (second.number, 1),
    ]


def test_a_name_finds_and_the_next_citizen_sees_the_waiting_again(model, desk):
    ready(desk, submitter=OWNER)
    ready(desk)
    model.set_typed("lo van p")
    assert [line.row.owner_name for line in model.shown.lines] == [OWNER.name]
    assert model.take_typed()
    model.close()
    assert model.shown.opened is None
    assert len(model.shown.lines) == 2


def test_an_unknown_number_is_told_and_nothing_stays_on_show(model, desk):
    model.scan(ready(desk).number)
    model.scan("000.00.14.H35-261120-0399")
    assert model.shown.opened is None
    assert model.shown.notice.kind is Kind.BAD


def test_old_papers_are_typed_in_one_line():
    assert taken_back(" Sổ hộ khẩu ;; 2 bản Trích lục; 1 GCN quyền sử dụng đất;0 x gì đó") == (
        TakenBack("Sổ hộ khẩu"),
        TakenBack("Trích lục", 2),
        TakenBack("GCN quyền sử dụng đất"),
        TakenBack("0 x gì đó"),
    )

"""Hand-over lists and the receipt for a result, made from a real file and read back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counter_app.documents import hand_over_list, return_slip
from counter_app.documents.codes import OFFICE_DPI
from counter_app.documents.list_forms import list_forms
from counter_app.documents.preview import page_count
from counter_app.domain.dossier import ReturnWay
from counter_app.domain.processing import Collection, Direction, Relation, ResultKind, TakenBack
from counter_app.store import papers
from counter_app.usecases import hand_overs, results, returns
from counter_app.usecases.intake import receive
from tests.fixtures.desk import AGENCY, SUBMITTER, birth_intake

ROWS = 14


@pytest.fixture
def receipts(desk):
    return [receive(desk, birth_intake()) for _ in range(ROWS)]


@pytest.fixture
def out(desk, receipts):
    """The list of dossiers on their way to the agency."""
    batch = hand_overs.hand_over(desk, [receipt.subject for receipt in receipts], AGENCY)
    return desk.ask(papers.hand_over_list, batch.id)


@pytest.fixture
def slip(desk, receipts, out):
    """The receipt of one result, fetched by somebody with an authorisation."""
    subject = receipts[0].subject
    results.receive_results(desk, [results.Arrival(subject)])
    collection = Collection(
        replace(SUBMITTER, name="Lò Thị Ánh", identity_number="012186999901"),
        Relation.AUTHORISED,
        "Giấy ủy quyền số 5",
        (TakenBack("Trích lục cũ", 2),),
    )
    returns.hand_out(desk, subject, collection)
    return desk.ask(papers.return_slip, subject)


def said(text):
    return "".join(text.split())


def test_every_dossier_of_the_list_can_be_scanned(out, receipts, pictures, decode):
    pages = pictures(hand_over_list.render(out, Direction.OUT), OFFICE_DPI)
    assert len(pages) > 1
    found = set().union(*map(decode, pages))
    assert found == {receipt.number for receipt in receipts}


def test_the_list_names_both_sides_and_counts(out, texts):
    pages = texts(hand_over_list.render(out, Direction.OUT))
    whole = "".join(pages)
    for words in (
        "PHIẾU BÀN GIAO HỒ SƠ",
        f"Số: {out.number}",
        "Cơ quan giải quyết: Sở Tư pháp",
        f"Tổng số: {ROWS} hồ sơ.",
        "BÊN GIAO",
        "BÊN NHẬN",
        "Lò Thị Lan",
    ):
        assert said(words) in whole, words
    assert all(said(f"Trang {place}/{len(pages)}") in page for place, page in enumerate(pages, 1))
    # the signatures never stand alone on the last page
    assert said("Tổng số") in pages[-1]


@pytest.mark.parametrize("direction", list(Direction))
def test_each_kind_of_list_has_its_own_title_and_columns(out, texts, direction):
    form = list_forms().lists
    line = replace(out.lines[0], waybill="EE123456789VN", return_way=ReturnWay.POST, has_fee=True)
    pdf = hand_over_list.render(replace(out, lines=(line,), receiver="Bên kia"), direction)
    (page,) = texts(pdf)
    assert said(form.titles[direction]) in page
    titles = {
        Direction.OUT: form.columns_out,
        Direction.BACK: form.columns_back,
        Direction.POST: form.columns_post,
    }[direction]
    for title in titles:
        assert said(title) in page, title
    assert ("EE123456789VN" in page) is (direction is Direction.POST)
    # results come from the agency: its person gives, ours receives
    gives = page.index(said("Bên kia")) < page.index(said("Lò Thị Lan"))
    assert gives is (direction is Direction.BACK)


def test_the_same_list_gives_the_same_bytes(out):
    assert hand_over_list.render(out, Direction.OUT) == hand_over_list.render(out, Direction.OUT)


def test_the_receipt_for_a_result_says_who_got_what(slip, texts):
    (page,) = texts(return_slip.render(slip))
    for words in (
        "GIẤY BIÊN NHẬN TRẢ KẾT QUẢ",
        slip.number,
        "Chủ hồ sơ: Nguyễn Thị Ánh",
        "Người nhận kết quả: Lò Thị Ánh (người được ủy quyền)",
        "Số định danh: 012186999901",
        "Giấy ủy quyền: Giấy ủy quyền số 5",
        "Giấy tờ cũ thu lại: Trích lục cũ (2 bản)",
        "Hình thức trả: trực tiếp tại quầy",
        "09 giờ 41 phút, ngày 20 tháng 11 năm 2026",
        "NGƯỜI NHẬN KẾT QUẢ",
    ):
        assert said(words) in page, words


def test_what_is_not_known_leaves_no_empty_label(slip, texts):
    (page,) = texts(return_slip.render(replace(slip, authorisation="", originals=())))
    form = list_forms().return_slip
    for label in (form.authorisation, form.originals, form.waybill, form.result_number):
        assert said(label) not in page


def test_a_long_receipt_stays_on_one_page_and_scans(slip, pictures, decode):
    long = replace(
        slip,
        procedure_name=slip.procedure_name + " và liên thông các thủ tục khác" * 6,
        summary="Trích yếu dài của kết quả giải quyết thủ tục " * 6,
        result_kind=ResultKind.DECLINED,
        result_number="123/GP-UBND",
        originals=tuple(TakenBack(f"Giấy tờ cũ số {place}", 1) for place in range(12)),
        way=ReturnWay.POST,
        address="Bản Nà Khum, xã Bum Nưa, tỉnh Lai Châu",
        waybill="EE123456789VN",
    )
    pdf = return_slip.render(long)
    assert page_count(pdf) == 1
    (page,) = pictures(pdf, OFFICE_DPI)
    assert decode(page) == {slip.number}


@pytest.mark.parametrize("direction", Direction)
def test_only_what_leaves_the_house_is_confirmed_by_a_third_person(out, texts, direction):
    text = "".join(texts(hand_over_list.render(out, direction)))
    form = list_forms().lists
    assert text.count(said(form.signature_note)) == (3 if direction is Direction.OUT else 2)
    assert (said(form.confirmed) in text) == (direction is Direction.OUT)

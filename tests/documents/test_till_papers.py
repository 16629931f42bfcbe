"""Fee receipt, transfer sheet, cash count and closing sheets, read back."""

from __future__ import annotations

from itertools import combinations

import pytest

from counter_app.documents import (
    cash_count,
    day_sheet,
    fee_receipt,
    refund_slip,
    transfer_slip,
)
from counter_app.documents.codes import LABEL_DPI, OFFICE_DPI
from counter_app.documents.items import Words
from counter_app.documents.preview import page_count
from counter_app.domain.vietqr import is_sound
from tests.documents.sample_till import (
    BARE_REFUND,
    CLOSING,
    COUNT,
    EMPTY_CLOSING,
    FEE_RECEIPT,
    LONG_RECEIPT,
    LONG_REFUND,
    MANY_AGENCIES,
    NUMBER,
    REFUND,
    TRANSFER,
    VOID_RECEIPT,
    WHOLE_REFUND,
)

RECEIPTS = {"plain": FEE_RECEIPT, "void": VOID_RECEIPT, "long": LONG_RECEIPT}


def said(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("receipt", RECEIPTS.values(), ids=RECEIPTS)
def test_three_copies_on_three_pages_across(receipt):
    pages = fee_receipt.lay_out(receipt)
    assert len(pages) == 3
    assert all(page.width > page.height for page in pages)


def test_the_fee_receipt_says_what_was_paid_and_in_words(texts):
    pages = texts(fee_receipt.render(FEE_RECEIPT))
    for page in pages:
        for words in (
            "Đơn vị thu: Trung tâm Phục vụ hành chính công tỉnh Lai Châu",
            "Mã số thuế: 6200012345",
            "Mẫu số: 01BLP0-001",
            "Ký hiệu: AA-26P",
            "Số: 0000118",
            "BIÊN LAI THU TIỀN PHÍ, LỆ PHÍ",
            "Phí (thẩm định): 50.000 đồng; Lệ phí (mỗi bản sao): 3 × 8.000 đồng",
            "Số tiền: 74.000 VNĐ",
            "(Viết bằng chữ): Bảy mươi tư nghìn đồng",
            "Hình thức thanh toán: tiền mặt",
            f"Mã hồ sơ: {NUMBER}",
            "P: 50.000 VNĐ. LP: 24.000 VNĐ.",
            "ngày 20 tháng 11 năm 2026",
        ):
            assert said(words) in page, words
    for page, copy in zip(
        pages, ("Lưu tại cơ quan thu", "Giao cho người nộp tiền", "Lưu nội bộ"), strict=True
    ):
        assert said(copy) in page
        assert said("ĐÃ HỦY") not in page


def test_a_void_receipt_says_so_on_every_copy(texts):
    for page in texts(fee_receipt.render(VOID_RECEIPT)):
        assert said("ĐÃ HỦY") in page
        assert said("Lý do: ghi sai tên người nộp tiền") in page
        assert said("Người duyệt: Trần Quang Minh") in page


def test_a_reprint_is_marked(texts):
    for page in texts(fee_receipt.render(FEE_RECEIPT, reprint=2)):
        assert said("Bản in lại lần 2") in page


@pytest.mark.parametrize("dpi", [LABEL_DPI, OFFICE_DPI], ids=["203", "300"])
@pytest.mark.parametrize("receipt", [FEE_RECEIPT, VOID_RECEIPT], ids=["plain", "void"])
def test_the_dossier_is_scanned_from_the_fee_receipt(pictures, decode, receipt, dpi):
    for picture in pictures(fee_receipt.render(receipt, dpi=dpi), dpi):
        assert decode(picture) == {receipt.dossier_number}


REFUNDS = {"part": REFUND, "whole": WHOLE_REFUND, "long": LONG_REFUND, "bare": BARE_REFUND}


@pytest.mark.parametrize("slip", REFUNDS.values(), ids=REFUNDS)
def test_a_refund_has_two_copies_on_two_pages_across(slip):
    pages = refund_slip.lay_out(slip)
    assert len(pages) == 2
    assert all(page.width > page.height for page in pages)


def test_the_refund_says_how_much_goes_back_by_which_receipt_and_who_agreed(texts):
    pages = texts(refund_slip.render(REFUND))
    for page in pages:
        for words in (
            "BIÊN BẢN HOÀN TRẢ TIỀN PHÍ, LỆ PHÍ",
            "Số: 07-003/BBHT",
            "Người nhận lại tiền: Nguyễn Thị Ngọc Ánh",
            f"Mã hồ sơ: {NUMBER}",
            "mẫu số 01BLP0-001, ký hiệu AA-26P, số 0000118, ngày 20 tháng 11 năm 2026",
            "số tiền 74.000 đồng (hoàn trả một phần)",
            "Số tiền hoàn trả: 66.000 VNĐ",
            "(Viết bằng chữ): Sáu mươi sáu nghìn đồng",
            "Hình thức hoàn trả: tiền mặt",
            "Lý do hoàn trả: công dân rút hồ sơ",
            "Người đề nghị: Lò Thị Lan",
            "Người duyệt: Trần Quang Minh",
            "P: 50.000 VNĐ. LP: 16.000 VNĐ.",
            "16 giờ 51 phút, ngày 20 tháng 11 năm 2026",
            "NGƯỜI NHẬN LẠI TIỀN",
            "NGƯỜI HOÀN TRẢ TIỀN",
        ):
            assert said(words) in page, words
    for page, copy in zip(pages, ("Lưu tại cơ quan thu", "Giao cho người nhận tiền"), strict=True):
        assert said(copy) in page


def test_all_of_a_receipt_goes_back_or_there_was_none(texts):
    whole = "".join(texts(refund_slip.render(WHOLE_REFUND)))
    assert said("(hoàn trả toàn bộ)") in whole
    assert said("Hình thức hoàn trả: chuyển khoản") in whole
    assert said("biên lai: chưa lập biên lai") in "".join(texts(refund_slip.render(BARE_REFUND)))


def test_a_refund_printed_again_is_marked_on_both_copies(texts):
    for page in texts(refund_slip.render(REFUND, reprint=3)):
        assert said("Bản in lại lần 3") in page


@pytest.mark.parametrize("dpi", [LABEL_DPI, OFFICE_DPI], ids=["203", "300"])
@pytest.mark.parametrize("slip", [REFUND, LONG_REFUND], ids=["usual", "long"])
def test_the_dossier_is_scanned_from_the_refund(pictures, decode, slip, dpi):
    for picture in pictures(refund_slip.render(slip, dpi=dpi), dpi):
        assert decode(picture) == {slip.dossier_number}


@pytest.mark.parametrize("dpi", [LABEL_DPI, OFFICE_DPI], ids=["203", "300"])
def test_a_telephone_reads_the_transfer(pictures, decode, dpi):
    (picture,) = pictures(transfer_slip.render(TRANSFER, dpi), dpi)
    assert decode(picture) == {TRANSFER.qr}
    assert is_sound(TRANSFER.qr)


def test_who_cannot_scan_types_the_transfer(texts):
    (page,) = texts(transfer_slip.render(TRANSFER))
    for words in (
        "Số tài khoản: 0011012345678",
        "Tên tài khoản: SO TU PHAP TINH LAI CHAU",
        "Ngân hàng: Vietcombank – Chi nhánh Lai Châu",
        "Số tiền: 74.000 đồng",
        "Nội dung chuyển khoản: 0000014H352611200118",
        f"Mã hồ sơ: {NUMBER}",
    ):
        assert said(words) in page, words


def test_the_count_adds_up_and_tells_the_difference(texts):
    (page,) = texts(cash_count.render(COUNT))
    for words in (
        "BIÊN BẢN KIỂM KÊ QUỸ TIỀN MẶT",
        "500.000 3 1.500.000",
        "Số tiền phải có: 2.180.500 đồng",
        "Số tiền đếm được: 2.178.500 đồng",
        "Hai triệu một trăm bảy mươi tám nghìn năm trăm đồng",
        "Chênh lệch: thiếu 2.000 đồng",
        "Lý do chênh lệch: thối nhầm một tờ hai nghìn",
        "Người duyệt chênh lệch: Trần Quang Minh",
    ):
        assert said(words) in page, words


def test_the_final_sheet_says_all_of_the_day(texts):
    text = "".join(texts(day_sheet.render(CLOSING)))
    for words in (
        "PHIẾU KHÓA SỔ CUỐI NGÀY",
        "Số: 0012",
        "214 bút toán, từ 07:31 20/11/2026 đến 16:42 20/11/2026",
        "1 Sở Tư pháp 31 2 28 5 9 1 14",
        "Tiền mặt 21 1.550.000 640.000 50.000 2.140.000",
        "Cộng 25 1.850.000 715.000 50.000 2.515.000",
        "0000094 0000118 25",
        "0000101,",
        "0000117",
        "Trực tuyến (VietQR) 4 300.000",
        "0000119",
        "đếm được 2.178.500 đồng; thiếu 2.000 đồng",
        "Hồ sơ chưa bàn giao trong ngày 3",
        "giao đầu giờ sáng hôm sau",
    ):
        assert said(words) in text, words


def test_an_interim_sheet_of_an_empty_day_says_so(texts):
    (page,) = texts(day_sheet.render(EMPTY_CLOSING))
    for words in ("PHIẾU TỔNG HỢP TẠM", "Số: 0013/2", "Không có hồ sơ.", "Chưa kiểm kê."):
        assert said(words) in page, words


def test_many_agencies_go_on_over_the_page(texts):
    pdf = day_sheet.render(MANY_AGENCIES)
    pages = texts(pdf)
    assert len(pages) == page_count(pdf) > 1
    assert said("Số: 0012") in pages[1]
    assert "".join(pages).count(said("Sở có tên dài số")) == 40


@pytest.mark.parametrize(
    "pages",
    [
        fee_receipt.lay_out(FEE_RECEIPT),
        fee_receipt.lay_out(LONG_RECEIPT),
        fee_receipt.lay_out(VOID_RECEIPT),
        refund_slip.lay_out(REFUND),
        refund_slip.lay_out(LONG_REFUND),
        refund_slip.lay_out(BARE_REFUND),
        transfer_slip.lay_out(TRANSFER),
        cash_count.lay_out(COUNT),
        day_sheet.lay_out(CLOSING),
        day_sheet.lay_out(MANY_AGENCIES),
    ],
)
def test_no_words_leave_the_paper_or_cover_others(pages):
    for page in pages:
        placed = [item for item in page.items if isinstance(item, Words)]
        for item in page.items:
            left, top, right, bottom = item.bounds
            assert left >= -0.5
            assert top >= 0
            assert right <= page.width + 0.5
            assert bottom <= page.height
        for one, other in combinations(placed, 2):
            assert not crossing(one, other), (one.text, other.text)


def crossing(one: Words, other: Words) -> bool:
    wide = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    return wide > 0.5 and abs(one.y - other.y) < 0.5 * min(one.size, other.size)


@pytest.mark.parametrize(
    ("render", "record"),
    [
        (fee_receipt.render, FEE_RECEIPT),
        (refund_slip.render, REFUND),
        (transfer_slip.render, TRANSFER),
        (cash_count.render, COUNT),
        (day_sheet.render, CLOSING),
    ],
)
def test_the_same_record_gives_the_same_bytes(render, record):
    assert render(record) == render(record)

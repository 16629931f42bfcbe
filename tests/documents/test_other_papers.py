"""Control slip, folder label, slip of the 80 mm printer and proof of the day."""

from dataclasses import replace
from datetime import datetime

import pytest
from PIL import Image, ImageChops

from counter_app.clock import VIETNAM
from counter_app.documents import control_slip, folder_label, sync_proof, thermal
from counter_app.documents.codes import LABEL_DPI, OFFICE_DPI
from counter_app.documents.items import Box
from counter_app.documents.pages import PaperSize
from counter_app.documents.preview import page_count
from tests.documents.sample_receipts import LONG_NUMBER, PROOF, RECEIPT, RECEIPTS


def said(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("paper", PaperSize)
def test_the_control_slip_names_the_dossier_and_leaves_four_blocks(texts, paper):
    pages = texts(control_slip.render(RECEIPT, paper))
    text = "".join(pages)
    for words in (
        "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ",
        "(Theo Mẫu số 06,",
        "Mã hồ sơ: 000.00.14.H35-261122-0118",
        "Kèm theo hồ sơ của: Nguyễn Thị Ngọc Ánh",
        "Cơ quan (bộ phận) giải quyết hồ sơ: Sở Nông nghiệp và Môi trường",
        "Quyển số: 01/2026, Số thứ tự: 118",
    ):
        assert said(words) in text, words
    assert text.count("1.Giao:") == text.count("2.Nhận:") == text.count("Ngườigiao") == 4
    boxes = [
        item
        for page in control_slip.lay_out(RECEIPT, paper)
        for item in page.items
        if isinstance(item, Box)
    ]
    assert len(boxes) == 12
    assert not any(box.ticked for box in boxes)


def test_the_control_slip_was_form_five_until_2025(texts):
    old = replace(RECEIPT, received_at=datetime(2025, 9, 14, 8, 0, tzinfo=VIETNAM))
    (page,) = texts(control_slip.render(old))
    assert said("(Theo Mẫu số 05,") in page


def test_more_hand_overs_go_on_over_the_page(texts):
    pages = texts(control_slip.render(RECEIPT, PaperSize.A5, hand_overs=9))
    assert len(pages) > 1
    assert "".join(pages).count("1.Giao:") == 9
    assert all(said(RECEIPT.number) in page for page in pages)


@pytest.mark.parametrize("record", RECEIPTS.values(), ids=RECEIPTS.keys())
@pytest.mark.parametrize("dpi", [LABEL_DPI, OFFICE_DPI], ids=["203", "300"])
def test_papers_that_stay_in_the_office_scan_and_keep_the_secret(pictures, decode, record, dpi):
    for pdf in (control_slip.render(record), folder_label.render(record, dpi)):
        found = set().union(*(decode(picture) for picture in pictures(pdf, dpi)))
        assert found == {record.number, f"{record.number}||9f86d081884c"}


def test_the_label_says_whose_folder_it_is(texts):
    (label,) = texts(folder_label.render(RECEIPT))
    for words in (
        "000.00.14.H35-261122-0118",
        "Nguyễn Thị Ngọc Ánh",
        "1.004199",
        "16:30 18/12/2026",
        "Quầy 07",
    ):
        assert said(words) in label, words
    assert "4821" not in label


@pytest.mark.parametrize("record", RECEIPTS.values(), ids=RECEIPTS.keys())
def test_the_slip_is_as_wide_as_the_head_and_scans(decode, record):
    image = thermal.render(record)
    assert image.mode == "1"
    assert image.width == thermal.WIDTH
    paper = Image.new("L", (image.width + 64, image.height), 255)
    paper.paste(image.convert("L"), (32, 0))
    assert decode(paper) == {record.number, f"{record.number}|4821|9f86d081884c"}


def test_a_number_too_long_for_the_slip_is_turned():
    assert thermal.render(LONG_NUMBER).height > thermal.render(RECEIPT).height + 800


def test_no_word_of_the_slip_leaves_the_paper():
    for record in RECEIPTS.values():
        page = thermal.lay_out(record)
        for item in page.items:
            left, top, right, bottom = item.bounds
            assert left >= -0.5
            assert top >= 0
            assert right <= thermal.WIDTH + 0.5
            assert bottom <= page.height


def printed(data: bytes) -> tuple[Image.Image, bytes]:
    """Do what an ESC/POS printer does with raster bands; return the paper and what came after."""
    assert data.startswith(b"\x1b@")
    at = 2
    bands = []
    while data[at : at + 4] == b"\x1dv0\x00":
        wide = int.from_bytes(data[at + 4 : at + 6], "little")
        high = int.from_bytes(data[at + 6 : at + 8], "little")
        at += 8
        dots = Image.frombytes("1", (wide * 8, high), data[at : at + wide * high])
        bands.append(ImageChops.invert(dots))
        at += wide * high
    paper = Image.new("1", (bands[0].width, sum(band.height for band in bands)), 1)
    top = 0
    for band in bands:
        paper.paste(band, (0, top))
        top += band.height
    return paper, data[at:]


def test_the_printer_gets_every_dot_and_cuts():
    image = thermal.render(RECEIPT)
    paper, rest = printed(thermal.escpos(image))
    assert paper.size == image.size
    assert paper.tobytes() == image.tobytes()
    assert rest == b"\x1bd\x03\x1dVB\x00"


def test_the_slip_marks_reprints():
    assert thermal.render(RECEIPT).tobytes() != thermal.render(RECEIPT, reprint=1).tobytes()


def test_the_proof_says_what_the_centre_confirmed(texts):
    pages = texts(sync_proof.render(PROOF))
    text = "".join(pages)
    for words in (
        "BIÊN NHẬN ĐỐI CHIẾU CUỐI NGÀY",
        "Quầy: 07",
        "Cán bộ: Lò Văn Thành",
        "từ số 120340 đến số 120466 (127 bút toán)",
        "LC-261122-7F3K-9QXD",
        "17 giờ 02 phút, ngày 22 tháng 11 năm 2026",
        "Tiếp nhận hồ sơ 42",
        "2. Hồ sơ tiếp nhận trong ngày: 42 hồ sơ",
        PROOF.head_hash,
    ):
        assert said(words) in text, words
    for dossier in PROOF.dossiers:
        assert dossier.number in text
    assert sync_proof.render(PROOF) == sync_proof.render(replace(PROOF))


def test_a_day_without_work_has_a_proof_too(texts):
    empty = replace(PROOF, counts=(), first_seq=0, last_seq=0, dossiers=())
    (page,) = texts(sync_proof.render(empty))
    assert said("không có bút toán nào trong ngày") in page
    assert page_count(sync_proof.render(empty)) == 1

"""Moments, terms and money in the words of the forms."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest

from counter_app.clock import VIETNAM
from counter_app.documents.forms import NoFormSet, common, form_set, form_sets
from counter_app.documents.wording import (
    copies_text,
    date_text,
    due_text,
    lookup_text,
    moment_text,
    money_text,
    notice_text,
    return_text,
    term_text,
)
from counter_app.domain.dossier import Consents, Paper, ReturnWay
from counter_app.domain.procedure import FeeKind, FeeLine, Term, TermUnit
from tests.documents.sample_receipts import RECEIPT

WORDS = common().words


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2021, 2, 5), "ngày 05 tháng 02 năm 2021"),
        (date(2021, 1, 31), "ngày 31 tháng 01 năm 2021"),
        (date(2021, 3, 5), "ngày 05 tháng 3 năm 2021"),
        (date(2026, 12, 10), "ngày 10 tháng 12 năm 2026"),
    ],
)
def test_only_january_and_february_have_a_zero(day, said):
    assert date_text(day) == said


def test_a_moment_has_hour_and_minute_of_two_digits():
    moment = datetime(2021, 3, 5, 8, 5, tzinfo=VIETNAM)
    assert moment_text(moment) == "08 giờ 05 phút, ngày 05 tháng 3 năm 2021"


@pytest.mark.parametrize(
    ("amount", "unit", "said"),
    [
        ("20", TermUnit.WORKING_DAY, "20 ngày làm việc"),
        ("5", TermUnit.WORKING_DAY, "05 ngày làm việc"),
        ("0.5", TermUnit.WORKING_DAY, "0,5 ngày làm việc"),
        ("30.0", TermUnit.DAY, "30 ngày"),
        ("4", TermUnit.HOUR, "04 giờ"),
        ("100", TermUnit.MONTH, "100 tháng"),
        ("0", TermUnit.WORKING_DAY, "giải quyết ngay sau khi tiếp nhận hồ sơ"),
    ],
)
def test_terms_are_said_in_their_unit(amount, unit, said):
    assert term_text(Term(Decimal(amount), unit), WORDS) == said


def test_a_procedure_without_term_says_so():
    assert term_text(None, WORDS) == "không quy định"


def test_the_due_moment_or_why_there_is_none():
    assert due_text(RECEIPT, WORDS) == "16 giờ 30 phút, ngày 18 tháng 12 năm 2026"
    assert due_text(replace(RECEIPT, due_at=None), WORDS) == "không hẹn ngày trả kết quả"
    at_once = replace(RECEIPT, term=Term(Decimal(0), TermUnit.WORKING_DAY))
    assert due_text(at_once, WORDS).startswith("trả kết quả ngay, chậm nhất 16 giờ 30 phút")


def test_the_address_is_said_when_the_result_goes_by_post():
    by_post = replace(RECEIPT, return_way=ReturnWay.POST, return_address="Số 1 Trần Phú")
    assert return_text(by_post, WORDS).endswith("qua dịch vụ bưu chính: Số 1 Trần Phú")
    assert return_text(RECEIPT, WORDS) == "Bộ phận tiếp nhận và trả kết quả"


def test_money_is_said_in_figures_and_words():
    fees = (FeeLine(FeeKind.FEE, 50_000, "bản đồ"), FeeLine(FeeKind.CHARGE, 20_000))
    assert money_text(fees, False, WORDS) == (
        "Phí: 50.000 đồng (bản đồ); Lệ phí: 20.000 đồng; Tổng cộng: 70.000 đồng "
        "(Bằng chữ: Bảy mươi nghìn đồng)"
    )
    assert "Tổng cộng" not in money_text(fees[1:], False, WORDS)
    law = money_text((FeeLine(FeeKind.FEE, 5_000, "theo quy định " * 40),), False, WORDS)
    assert "…)" in law
    assert len(law) < 220
    assert money_text((), True, WORDS) == "không thu phí, lệ phí"
    assert money_text((), None, WORDS) == ""


def test_notices_name_the_ways_agreed_to():
    assert notice_text(Consents(), WORDS) == ""
    assert notice_text(Consents(sms=True, zalo=True), WORDS).endswith("qua: tin nhắn SMS, Zalo.")


def test_the_look_up_names_code_website_and_phone():
    said = lookup_text(RECEIPT, WORDS)
    assert "mã tra cứu 4821 tại dichvucong.laichau.gov.vn" in said
    assert said.endswith("điện thoại liên hệ: 0213 3876 543.")
    bare = replace(RECEIPT, letterhead=replace(RECEIPT.letterhead, website="", phone=""))
    assert lookup_text(bare, WORDS).endswith("mã tra cứu 4821.")


def test_copies_are_counted_by_kind():
    paper = Paper("Đơn", originals=1, photocopies=2)
    assert copies_text(paper, WORDS) == "1 bản chính, 2 bản photo"


@pytest.mark.parametrize(
    ("on", "circular", "slip"),
    [
        (date(2019, 1, 6), "01/2018/TT-VPCP", "Mẫu số 05"),
        (date(2025, 9, 14), "01/2018/TT-VPCP", "Mẫu số 05"),
        (date(2025, 9, 15), "03/2025/TT-VPCP", "Mẫu số 06"),
        (date(2026, 11, 22), "03/2025/TT-VPCP", "Mẫu số 06"),
    ],
)
def test_the_form_set_follows_the_date(on, circular, slip):
    found = form_set(on)
    assert found.name == circular
    assert found.receipt.form == "Mẫu số 01"
    assert found.control_slip.form == slip
    assert circular in found.receipt.issued
    assert circular in found.control_slip.issued


def test_before_the_first_circular_there_is_no_form():
    with pytest.raises(NoFormSet, match="2019-01-05"):
        form_set(date(2019, 1, 5))


def test_each_sheet_names_its_own_form_number():
    for found in form_sets():
        for form in (found.receipt, found.control_slip):
            assert form.form in form.issued

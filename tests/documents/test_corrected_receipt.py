"""A receipt issued anew says what was put right, and that it replaces an earlier one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counter_app.devices.printers import FolderPrinters
from counter_app.documents.pages import PaperSize
from counter_app.documents.press import Press
from counter_app.documents.receipt import render
from counter_app.domain.dossier import Paper, Party, ReturnWay
from counter_app.domain.procedure import Channel
from counter_app.store.dossiers import intake_of, receipt_of
from counter_app.usecases.corrections import correct
from counter_app.usecases.intake import receive
from counter_app.usecases.printing import Form
from counter_app.usecases.printing import PaperSize as Sheet
from tests.fixtures.desk import birth_intake

OWNER = Party(name="Lò Văn Páo", identity_number="012088000456", address="Bản Nậm Loỏng")


def corrected(desk):
    """Return the dossier with papers, owner, sets and ways put right."""
    subject = receive(desk, birth_intake()).subject
    was = desk.ask(intake_of, subject)
    papers = (
        replace(was.papers[0], originals=4),
        *was.papers[1:],
        Paper("Giấy ủy quyền có chứng thực", 1, required=False, present=True),
    )
    now = replace(
        was,
        owner=OWNER,
        authorisation="Giấy ủy quyền số 12",
        papers=papers,
        sets=3,
        channel=Channel.ONLINE,
        return_way=ReturnWay.POST,
        return_address="Tổ 3, phường Tân Phong",
    )
    correct(desk, subject, now, "Nhập sai")
    return subject


def said(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("paper", PaperSize)
def test_it_says_what_was_put_right(desk, texts, paper):
    subject = corrected(desk)
    receipt = desk.ask(receipt_of, subject)
    for page in texts(render(receipt, paper)):
        for words in (
            "Giấy ủy quyền có chứng thực",
            "2. Số lượng hồ sơ: 03 (bộ)",
            "Lò Văn Páo",
            "Tổ 3, phường Tân Phong",
            f"Mã hồ sơ: {receipt.number}",
            "Cấp lại lần 1",
        ):
            assert said(words) in page, words


def test_a_second_correction_counts_on(desk, texts):
    subject = corrected(desk)
    was = desk.ask(intake_of, subject)
    correct(desk, subject, replace(was, sets=5), "Đếm lại")
    (page, *_) = texts(render(desk.ask(receipt_of, subject), PaperSize.A4))
    assert said("Số lượng hồ sơ: 05 (bộ)") in page
    assert said("Cấp lại lần 2") in page


def test_its_codes_are_read_back_before_it_is_printed(desk, tmp_path):
    subject = corrected(desk)
    press = Press(FolderPrinters(tmp_path / "papers"))
    job = press.print(desk, subject, Form.RECEIPT, Sheet.A5, "PDF")
    assert job.form is Form.RECEIPT

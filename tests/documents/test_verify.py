"""A receipt is genuine when the journal says the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counter_app.documents.facts import NotOurPaper
from counter_app.documents.pages import PaperSize
from counter_app.documents.receipt import render
from counter_app.documents.verify import FileUnreadable, verify_file
from counter_app.usecases.intake import receive
from tests.fixtures.desk import birth_intake


@pytest.fixture
def receipt(desk):
    return receive(desk, birth_intake())


def test_the_receipt_of_a_dossier_is_genuine(desk, receipt, tmp_path):
    path = tmp_path / "receipt.pdf"
    path.write_bytes(render(receipt, PaperSize.A5))
    verdict = verify_file(desk, path)
    assert verdict.genuine
    assert verdict.number == receipt.number


@pytest.mark.parametrize(
    ("change", "doubt"),
    [
        ({"entry_hash": "ab" * 32}, "hash_differs"),
        ({"lookup_code": "0000x"[:4]}, "lookup_code_differs"),
    ],
)
def test_a_forged_receipt_is_doubted(desk, receipt, tmp_path, change, doubt):
    if change.get("lookup_code") == receipt.lookup_code:
        change = {"lookup_code": "1111"}
    path = tmp_path / "forged.pdf"
    path.write_bytes(render(replace(receipt, **change), PaperSize.A5))
    verdict = verify_file(desk, path)
    assert not verdict.genuine
    assert doubt in verdict.doubts


def test_another_owner_is_doubted(desk, receipt, tmp_path):
    path = tmp_path / "forged.pdf"
    other = replace(receipt.owner, name="Trần Văn Khác")
    path.write_bytes(render(replace(receipt, owner=other, submitter=other), PaperSize.A5))
    assert "owner_differs" in verify_file(desk, path).doubts


def test_a_number_nobody_gave_is_not_known(desk, receipt, tmp_path):
    path = tmp_path / "unknown.pdf"
    path.write_bytes(render(replace(receipt, number="000.00.14.H35-261120-9999"), PaperSize.A5))
    verdict = verify_file(desk, path)
    assert (verdict.known, verdict.genuine) == (False, False)


def test_other_files_are_told_apart(desk, tmp_path):
    from reportlab.pdfgen.canvas import Canvas

    foreign = tmp_path / "foreign.pdf"
    canvas = Canvas(str(foreign))
    canvas.drawString(100, 100, "hello")
    canvas.save()
    with pytest.raises(NotOurPaper):
        verify_file(desk, foreign)
    with pytest.raises(FileUnreadable):
        verify_file(desk, tmp_path / "absent.pdf")

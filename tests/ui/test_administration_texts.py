"""Words of papers and notices are changed at the centre, and seen on the paper first."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from counter_app.centre.notice_texts import own_text_of
from counter_app.clock import local_day
from counter_app.desk import Officer
from counter_app.documents.press import sheet_of
from counter_app.domain.notices import NoticeKind
from counter_app.domain.processing import Apology, LateReason
from counter_app.usecases import promises
from counter_app.usecases.printing import Form, PaperSize
from tests.fixtures.desk import BUILDING
from tests.ui.places import cut_words
from ui.pages.administration.texts import TextsViewModel
from ui.pages.administration.texts_part import TextsPart
from ui.widgets.dates import shown_day

OWN = "{agency} thành thật xin lỗi Ông/Bà vì sự chậm trễ này."


@pytest.fixture
def model(reach, chief):
    made = TextsViewModel(reach, chief.clock)
    made.refresh()
    return made


def pick(model, section, name, *, notice=False):
    keys = [(row.section, row.name, row.is_notice) for row in model.shown.rows]
    model.pick(keys.index((section, name, notice)))


def letter_of(counter, subject):
    import pypdfium2

    pdf = sheet_of(counter.desk, subject, Form.APOLOGY, PaperSize.A4)
    pages = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pages)


def apologised(counter):
    receipt = counter.receive(procedure_code=BUILDING.code)
    boss = counter.desk.served_by(Officer("lan", "Lò Thị Lan", frozenset({"intake", "supervisor"})))
    later = receipt.due_at + timedelta(days=9)
    promises.apologise(boss, receipt.subject, Apology(LateReason.NETWORK, "mất mạng", later))
    return receipt.subject


def test_a_letter_has_the_words_of_its_day(model, counter):
    before = apologised(counter)
    pick(model, "apology", "sorry")
    tomorrow = model.today + timedelta(days=1)
    model.edit("text", OWN)
    model.edit("valid_from", shown_day(tomorrow))
    model.save()
    assert model.shown.notice.kind == "good"
    counter.sync()
    counter.desk.clock.advance(timedelta(days=1))
    after = apologised(counter)
    assert "thành thật xin lỗi" in letter_of(counter, after)
    assert "thành thật xin lỗi" not in letter_of(counter, before)


def test_the_programs_words_come_back(model, counter):
    pick(model, "apology", "sorry")
    model.edit("text", OWN)
    model.save()
    assert model.shown.picked.own == OWN and model.may_restore()
    counter.desk.clock.advance(timedelta(minutes=1))
    model.restore()
    model.restore()
    assert model.shown.picked.own is None
    assert model.text("text") == model.shown.picked.original


def test_a_notice_is_seen_as_the_citizen_reads_it(model, centre, counter):
    pick(model, "received", "short", notice=True)
    model.edit("text", "Ho so {number} da nhan. DT {phone}")
    assert model.message().startswith("Ho so 000.00.00.H00-000000-0000 da nhan.")
    model.edit("text", "Hồ sơ {number}")
    assert model.message() == ""
    model.save()
    assert set(model.shown.faults) == {"text"}
    model.edit("text", "Ho so {number} da nhan. DT {phone}")
    model.save()
    with centre.centre.reading() as session:
        told = own_text_of(session, NoticeKind.RECEIVED, local_day(counter.desk.clock.now_ms()))
    assert told.short == "Ho so {number} da nhan. DT {phone}"


@pytest.mark.parametrize(
    "section", ["receipt", "control_slip", "supplement", "refusal", "apology", "stop"]
)
def test_every_paper_is_drawn_with_what_is_typed(model, section):
    pick(model, section, "title")
    [plain, *_] = model.draw(400)
    model.edit("text", "TIÊU ĐỀ KHÁC")
    [typed, *_] = model.draw(400)
    assert typed.rgba != plain.rgba
    model.edit("text", "")
    [sound, *_] = model.draw(400)
    assert sound.rgba == plain.rgba


def test_a_text_is_changed_with_the_keys_alone(
    qtbot, bring_up, model, tasks, type_vietnamese, counter
):
    part = bring_up(TextsPart(model, tasks))
    part.entered()
    pick(model, "stop", "goes_on")
    qtbot.waitUntil(lambda: part.paper.pages >= 1, timeout=20_000)
    qtbot.waitUntil(lambda: cut_words(part) == [], timeout=20_000)
    text = part.form.fields["text"].editor
    text.setFocus()
    text.selectAll()
    type_vietnamese(text, "Hồ sơ sẽ được giải quyết tiếp.")
    qtbot.keyClick(part, Qt.Key.Key_F9)
    assert model.shown.picked.own == "Hồ sơ sẽ được giải quyết tiếp."
    qtbot.waitUntil(lambda: not tasks.busy, timeout=20_000)

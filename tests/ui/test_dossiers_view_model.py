"""The list of dossiers and the page of one, without threads and without a window."""

import csv
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import insert, update

from counter_app.devices.printers import PrinterGone
from counter_app.domain.dossier import Party
from counter_app.journal.append import Author, append
from counter_app.journal.entries import Entry, canonical, new_id, next_clock
from counter_app.journal.projection import project
from counter_app.schema.local import installation
from counter_app.schema.tables import journal
from counter_app.usecases import printing
from counter_app.usecases.intake import receive
from counter_app.usecases.printing import Form, PaperSize
from tests.fixtures.desk import AGENCY, SUBMITTER, birth_intake
from ui.due_words import DueStanding
from ui.notice import Kind
from ui.pages.dossiers.acts import Deed
from ui.pages.dossiers.dossier_view_model import DossierViewModel
from ui.pages.dossiers.printable import Printable
from ui.pages.dossiers.view_model import DossiersViewModel
from ui.sheets import Done
from ui.tasks import Immediate

OTHER_STREAM = UUID(int=99)


def arrived(desk, name, number, seat=3):
    """A dossier of another counter, as a pull brings it."""
    author = Author(OTHER_STREAM, "hoa", desk.clock.now_ms())
    record = {
        "number": number,
        "agency_code": AGENCY,
        "procedure_code": "2.000635",
        "procedure_name": "Cấp bản sao trích lục hộ tịch",
        "submitter": {"name": name, "identity_number": "012188000999"},
        "seat_number": seat,
        "due_at": desk.clock.now_ms(),
    }
    with desk.store.writing() as session:
        subject = new_id(author.now_ms)
        append(session, author, "dossier_received", subject, record)
    return subject


def arrived_at_once(desk, owners):
    """Many dossiers of another counter, put into the journal and projected as a pull does."""
    now = desk.clock.now_ms()
    entries = [
        Entry(
            OTHER_STREAM, seq, new_id(now + seq), new_id(now + seq), "dossier_received", 1,
            now, now, next_clock(0, now + seq), "hoa", "", canonical({
                "number": f"{AGENCY}-26{seq // 9000 + 1:02d}01-{seq % 9000 + 1:04d}",
                "agency_code": AGENCY,
                "procedure_code": "2.000635",
                "procedure_name": "Cấp bản sao trích lục hộ tịch",
                "submitter": {"name": owner},
                "seat_number": 3,
            }), bytes(32), bytes(32),
        )
        for seq, owner in enumerate(owners, start=1)
    ]  # fmt: skip
    with desk.store.writing() as session:
        session.execute(insert(journal), [entry._asdict() for entry in entries])
        project(session, entries)


def acknowledge(desk, seq):
    with desk.store.writing() as session:
        session.execute(update(installation).values(acked_seq=seq))


def named(name, **changed):
    return birth_intake(submitter=replace(SUBMITTER, name=name, identity_number="", **changed))


@pytest.fixture
def model(qapp, desk, immediate):
    return DossiersViewModel(desk, immediate)


def names(model):
    return [line.row.owner_name for line in model.shown.lines]


def test_the_newest_come_first_while_nothing_is_typed(model, desk):
    for name in ("Lò Văn Páo", "Đỗ Thị Mỷ"):
        receive(desk, named(name))
    model.ask()
    assert names(model) == ["Đỗ Thị Mỷ", "Lò Văn Páo"]
    assert model.shown.answered == ""


def test_names_are_found_without_diacritics(model, desk):
    receive(desk, named("Đỗ Thị Mỷ"))
    receive(desk, named("Lò Văn Páo"))
    model.set_typed("do my")
    model.ask()
    assert names(model) == ["Đỗ Thị Mỷ"]


def test_an_answer_to_what_was_typed_before_is_dropped(qapp, desk):
    receive(desk, named("Đỗ Thị Mỷ"))
    receive(desk, named("Lò Văn Páo"))
    tasks = Immediate(held=True)
    model = DossiersViewModel(desk, tasks)
    model.set_typed("do")
    model.ask()
    model.set_typed("lo")
    tasks.release()
    assert model.shown.lines == ()
    assert model.shown.answered is None
    model.ask()
    tasks.release()
    assert names(model) == ["Lò Văn Páo"]
    assert model.shown.answered == "lo"


def test_typing_in_ten_thousand_dossiers_ends_at_the_last_word_typed(qapp, desk):
    arrived_at_once(desk, [f"Lò Văn {('Páo', 'Đức', 'Mỷ')[count % 3]}" for count in range(10_000)])
    tasks = Immediate(held=True)
    model = DossiersViewModel(desk, tasks)
    answers = []
    model.changed.connect(lambda: answers.append((model.shown.typed, model.shown.answered)))
    for end in range(1, len("lo van duc") + 1):
        model.set_typed("lo van duc"[:end])
        model.ask()
        if end % 2:
            tasks.release()
    tasks.release()
    assert model.shown.answered == "lo van duc"
    assert {line.row.owner_name for line in model.shown.lines} == {"Lò Văn Đức"}
    assert len(model.shown.lines) == 200
    assert model.shown.cut
    assert all(
        answered in (None, typed) or typed.startswith(answered) for typed, answered in answers
    )


def test_further_pages_neither_repeat_nor_skip_a_dossier(model, desk):
    arrived_at_once(desk, [f"Lò Văn {count}" for count in range(250)])
    model.ask()
    assert len(model.shown.lines) == 100
    assert model.shown.more
    receive(desk, named("Lò Văn mới"))
    while model.shown.more:
        model.ask_more()
    assert names(model) == [f"Lò Văn {count}" for count in reversed(range(250))]
    model.refresh()
    assert len(model.shown.lines) == 250
    assert names(model)[0] == "Lò Văn mới"


def test_the_list_can_be_turned_round(model, desk):
    for name in ("A", "B", "C"):
        receive(desk, named(f"Lò {name}"))
    model.sort(newest_first=False)
    assert names(model) == ["Lò A", "Lò B", "Lò C"]
    model.sort(newest_first=True)
    assert names(model) == ["Lò C", "Lò B", "Lò A"]


def test_our_own_dossier_is_at_the_centre_only_once_acknowledged(model, desk):
    receive(desk, birth_intake())
    arrived(desk, "Vàng A Sử", f"{AGENCY}-261120-0901")
    model.ask()
    assert [line.at_centre for line in model.shown.lines] == [True, False]
    acknowledge(desk, model.shown.lines[1].row.seq)
    model.refresh()
    assert [line.at_centre for line in model.shown.lines] == [True, True]


def test_due_words_follow_the_clock(model, desk, clock):
    receive(desk, birth_intake())
    model.ask()
    assert model.shown.lines[0].due.standing is DueStanding.AHEAD
    clock.advance(timedelta(days=30))
    model.retell()
    assert model.shown.lines[0].due.standing is DueStanding.OVERDUE


@pytest.mark.parametrize("wrapped", ["{}", "  {}\n", "{}|1234|0f0e0d0c"])
def test_a_scanned_number_opens_its_dossier(model, desk, wrapped):
    receipt = receive(desk, birth_intake())
    subjects = []
    model.opened.connect(subjects.append)
    model.open_number(wrapped.format(receipt.number.lower()))
    assert subjects == [receipt.subject]


def test_a_number_of_another_counter_says_what_helps(model, desk):
    asked = []
    model.sync_wanted.connect(lambda: asked.append(True))
    model.open_number(f"{AGENCY}-261120-0999")
    notice = model.shown.notice
    assert notice.kind is Kind.WARN
    assert "261120-0999" in notice.text
    assert notice.act
    model.act_on_notice()
    assert asked
    assert model.shown.notice is None


def test_what_is_no_number_is_told_as_such(model):
    model.open_number("xin chào")
    assert "xin chào" in model.shown.notice.text
    assert not model.shown.notice.act


def test_enter_opens_the_only_dossier_found(model, desk):
    receipt = receive(desk, named("Đỗ Thị Mỷ"))
    receive(desk, named("Lò Văn Páo"))
    subjects = []
    model.opened.connect(subjects.append)
    model.set_typed("my")
    model.open_typed()
    assert subjects == []  # not yet answered
    model.ask()
    model.open_typed()
    assert subjects == [receipt.subject]


def test_a_file_holds_the_list_and_computes_nothing(model, desk, tmp_path):
    receive(desk, named("=HYPERLINK(1)"))
    receive(desk, named("Đỗ Thị Mỷ"))
    model.ask()
    path = tmp_path / "hồ sơ.csv"
    model.export(path)
    assert model.shown.notice.kind is Kind.GOOD
    assert str(path) in model.shown.notice.text
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(path.open(encoding="utf-8-sig", newline="")))
    owner = rows[0].index("Owner")
    assert [row[owner] for row in rows[1:]] == ["Đỗ Thị Mỷ", "'=HYPERLINK(1)"]


def test_a_file_that_cannot_be_written_leaves_the_list(model, desk):
    receive(desk, birth_intake())
    model.ask()
    model.export(Path("/nowhere/at/all.csv"))
    assert model.shown.notice.kind is Kind.BAD
    assert len(model.shown.lines) == 1
    assert not model.shown.exporting


# --- the page of one dossier


@pytest.fixture
def papers():
    return []


@pytest.fixture
def one(qapp, desk, immediate, papers):
    def print_document(subject, form, paper, act):
        job = printing.queue(desk, subject, form, paper, "Máy in 1", act)
        printing.sent(desk, job, "1")
        papers.append((form, paper))

    def export_document(subject, form, paper, act, path):
        path.write_bytes(b"%PDF")

    return DossierViewModel(desk, immediate, print_document, export_document)


def test_a_dossier_shows_all_of_its_intake_and_why_it_is_due(one, desk):
    receipt = receive(desk, birth_intake(owner=Party(name="Nguyễn Gia Bảo")))
    one.open(receipt.subject)
    story = one.shown.story
    assert story.receipt == receipt
    assert one.shown.number == receipt.number
    assert sum(day.counted for day in story.due_days) == 1
    assert one.shown.due.standing is DueStanding.AHEAD
    assert [step.kind for step in story.steps] == ["dossier_received"]
    assert story.steps[0].officer_name == "Lò Thị Lan"
    assert story.steps[0].seat_number == 7
    assert not one.shown.at_centre


def test_a_reprint_is_a_further_step_of_the_history(one, desk, clock, papers):
    receipt = receive(desk, birth_intake())
    one.open(receipt.subject)
    one.print_again(Form.RECEIPT, PaperSize.A5)
    clock.advance(timedelta(seconds=5))
    one.print_again(Form.RECEIPT, PaperSize.A4)
    assert papers == [(Form.RECEIPT, PaperSize.A5), (Form.RECEIPT, PaperSize.A4)]
    steps = one.shown.story.steps
    assert [step.kind for step in steps[1:]] == ["document_printed"] * 2
    assert [job.reprint for job in one.shown.prints] == [1, 0]
    assert one.shown.story.row.receipt_prints == 2
    assert one.shown.notice.kind is Kind.GOOD
    assert one.shown.can_print


def test_pressing_twice_prints_once(qapp, desk, papers):
    receipt = receive(desk, birth_intake())
    tasks = Immediate(held=True)
    model = DossierViewModel(desk, tasks, lambda *what: papers.append(what), lambda *_: None)
    model.open(receipt.subject)
    tasks.release()
    model.print_again(Form.RECEIPT, PaperSize.A5)
    model.print_again(Form.RECEIPT, PaperSize.A5)
    tasks.release()
    assert len(papers) == 1


def test_a_printer_that_is_gone_changes_nothing_and_says_so(qapp, desk, immediate):
    receipt = receive(desk, birth_intake())

    def gone(*_):
        raise PrinterGone("Máy in 1")

    model = DossierViewModel(desk, immediate, gone, lambda *_: None)
    model.open(receipt.subject)
    model.print_again(Form.CONTROL_SLIP, PaperSize.A4)
    assert model.shown.notice.kind is Kind.BAD
    assert "Máy in 1" in model.shown.notice.text
    assert len(model.shown.story.steps) == 1
    assert model.shown.can_print


def test_the_end_of_a_print_is_not_told_on_another_dossier(qapp, desk):
    first, second = receive(desk, birth_intake()), receive(desk, named("Đỗ Thị Mỷ"))
    tasks = Immediate(held=True)
    model = DossierViewModel(desk, tasks, lambda *_: None, lambda *_: None)
    model.open(first.subject)
    tasks.release()
    model.print_again(Form.RECEIPT, PaperSize.A5)
    model.open(second.subject)
    tasks.release()
    assert model.shown.number == second.number
    assert model.shown.notice is None


def test_a_paper_that_is_missing_is_told_on_another_dossier_with_its_number(qapp, desk):
    first, second = receive(desk, birth_intake()), receive(desk, named("Đỗ Thị Mỷ"))
    tasks = Immediate(held=True)

    def gone(*_):
        raise PrinterGone("Máy in 1")

    model = DossierViewModel(desk, tasks, gone, lambda *_: None)
    model.open(first.subject)
    tasks.release()
    model.print_again(Form.RECEIPT, PaperSize.A5)
    model.open(second.subject)
    tasks.release()
    assert model.shown.number == second.number
    assert model.shown.notice.kind is Kind.BAD
    assert first.number in model.shown.notice.text
    assert model.shown.can_print


def test_an_act_answered_on_another_dossier_does_not_hold_up_its_papers(qapp, desk):
    first, second = receive(desk, birth_intake()), receive(desk, named("Đỗ Thị Mỷ"))
    tasks = Immediate(held=True)
    model = DossierViewModel(desk, tasks, lambda *_: None, lambda *_: None)
    model.open(first.subject)
    tasks.release()
    row = model.shown.story.row
    model.open(second.subject)
    tasks.release()
    model.acts.done.emit(row, Deed.STOP, Done(Form.STOP, "01"))
    assert model.shown.can_print
    tasks.release()
    assert model.shown.notice is None


def test_acts_of_other_counters_and_newer_programs_stand_in_order(one, desk):
    receipt = receive(desk, birth_intake())
    other = Author(OTHER_STREAM, "hoa", desk.clock.now_ms() + 1000)
    with desk.store.writing() as session:
        append(session, other, "dossier_teleported", receipt.subject, {"to": "Mars"})
        append(
            session,
            replace(other, now_ms=other.now_ms + 1000),
            "dossier_received",
            receipt.subject,
            {"number": receipt.number, "submitter": {"name": "X"}, "seat_number": 3},
            occurred_at=other.now_ms - 7_200_000,
        )
    one.open(receipt.subject)
    steps = one.shown.story.steps
    assert [str(step.standing) for step in steps] == ["read", "newer", "conflict"]
    assert [step.at_centre for step in steps] == [False, True, True]
    assert one.shown.story.row.conflict
    assert one.shown.story.row.needs_update
    assert steps[2].occurred_at < steps[2].recorded_at


def test_a_pdf_is_written_where_the_officer_wants_it(one, desk, tmp_path):
    receipt = receive(desk, birth_intake())
    one.open(receipt.subject)
    one.export(Printable(Form.RECEIPT, PaperSize.A4), tmp_path / "phiếu.pdf")
    assert (tmp_path / "phiếu.pdf").exists()
    assert one.shown.notice.kind is Kind.GOOD


def test_what_was_found_can_be_turned_round_too(model, desk):
    for name in ("A", "B", "C"):
        receive(desk, named(f"Lò {name}"))
    model.set_typed("lo")
    model.sort(newest_first=False)
    assert names(model) == ["Lò A", "Lò B", "Lò C"]

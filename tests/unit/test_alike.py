"""Lists of alike dossiers: read from a workbook, taken in one by one, begun again safely."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from counter_app.domain.alike import AlikeLine
from counter_app.domain.dossier import Party, PartyKind, Sex
from counter_app.exchange.people import (
    PEOPLE,
    Fault,
    PeopleLayout,
    PeopleUnreadable,
    people_template,
    read_people,
)
from counter_app.progress import Cancelled, Recorded, Silent
from counter_app.store.dossiers import intake_of, newest
from counter_app.usecases.alike import receive_alike
from counter_app.usecases.intake import IntakeIncomplete, receive
from tests.fixtures.desk import birth_intake

ONE = Party(name="Lò Văn Páo", identity_number="012201000456", phone="0912345678")
TWO = Party(name="Giàng A Sính", identity_number="012199000789", phone="0987654321")
WRONG = Party(name="Vàng Thị Mỷ", identity_number="12")
LINES = (AlikeLine(2, ONE), AlikeLine(3, WRONG), AlikeLine(4, TWO, summary="Cấp lại"))


def filled(path: Path, *rows: dict[str, object]) -> Path:
    """Write a workbook as an officer fills in the template."""
    book = load_workbook(io.BytesIO(people_template()))
    page = book.worksheets[0]
    keys = [column.key for column in PEOPLE.columns]
    for line, row in enumerate(rows, start=2):
        for key, value in row.items():
            page.cell(line, keys.index(key) + 1, value)
    book.save(path)
    return path


def test_each_line_becomes_a_dossier_and_a_bad_one_is_named(office):
    done = receive_alike(office, birth_intake(), LINES, Silent())
    assert [(one.row, one.receipt.owner.name) for one in done.taken_in] == [
        (2, ONE.name),
        (4, TWO.name),
    ]
    (left,) = done.left_out
    assert left.row == 3
    assert len(office.ask(newest)) == 2
    assert done.taken_in[1].receipt.summary == "Cấp lại"
    assert done.taken_in[0].receipt.papers == done.taken_in[1].receipt.papers


def test_a_list_that_was_stopped_goes_on_where_it_ended(office):
    with pytest.raises(Cancelled):
        receive_alike(office, birth_intake(), LINES, Recorded(cancel_after=1))
    done = receive_alike(office, birth_intake(), LINES, Silent())
    assert [one.row for one in done.open_already] == [2]
    assert [one.row for one in done.taken_in] == [4]
    assert done.open_already[0].number.endswith("0101")
    again = receive_alike(office, birth_intake(), LINES[:1], Silent(), again=True)
    assert len(again.taken_in) == 1


def test_papers_that_lack_something_keep_every_line_out(office):
    pattern = replace(birth_intake(), papers=())
    done = receive_alike(office, pattern, LINES[:1], Silent())
    assert isinstance(done.left_out[0].error, IntakeIncomplete)


def test_an_earlier_dossier_is_the_pattern_of_the_next(office):
    first = receive(office, birth_intake(note="Gấp"))
    again = office.ask(intake_of, first.subject)
    assert again == replace(birth_intake(note="Gấp"), submitter=again.submitter)


def test_the_template_is_read_back(tmp_path):
    path = filled(
        tmp_path / "people.xlsx",
        {
            "name": "  Lò Văn  Páo ",
            "identity_number": 12201000456,
            "born_on": "05/09/2001",
            "sex": "nam",
            "phone": 912345678,
            "address": "Bản Nậm Loỏng",
            "owner_name": "Công ty TNHH Tây Bắc",
            "owner_number": "0100109106",
            "owner_kind": "Tổ chức",
        },
        {},
        {"name": "Vàng Thị Mỷ", "born_on": date(1990, 2, 1), "sex": "Nữ"},
    )
    found = read_people(path)
    assert found.problems == ()
    first, second = found.lines
    assert (first.row, second.row) == (2, 4)
    assert first.submitter == Party(
        name="Lò Văn Páo",
        identity_number="012201000456",
        born_on=date(2001, 9, 5),
        sex=Sex.MALE,
        address="Bản Nậm Loỏng",
        phone="0912345678",
    )
    assert first.owner == Party(PartyKind.ORGANISATION, "Công ty TNHH Tây Bắc", "0100109106")
    assert (second.submitter.born_on, second.submitter.sex) == (date(1990, 2, 1), Sex.FEMALE)
    assert second.owner is None


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        ({"identity_number": "012201000456"}, Fault.MISSING),
        ({"name": "A", "born_on": "31/02/1990"}, Fault.BAD_DAY),
        ({"name": "A", "sex": "khác"}, Fault.UNKNOWN_WORD),
        ({"name": "A" * 501}, Fault.TOO_LONG),
    ],
)
def test_a_line_that_cannot_be_read_is_named_with_its_row(tmp_path, cells, fault):
    found = read_people(filled(tmp_path / "people.xlsx", cells, {"name": "Lò Văn Páo"}))
    assert [(problem.row, problem.fault) for problem in found.problems] == [(2, fault)]
    assert len(found.lines) == 1


def test_a_file_without_names_or_that_is_no_workbook_is_refused(tmp_path):
    book = Workbook()
    book.active.append(["Số định danh"])
    book.save(tmp_path / "other.xlsx")
    with pytest.raises(PeopleLayout):
        read_people(tmp_path / "other.xlsx")
    (tmp_path / "no.xlsx").write_bytes(b"PK\x03\x04 no workbook")
    with pytest.raises(PeopleUnreadable):
        read_people(tmp_path / "no.xlsx")
    with pytest.raises(PeopleUnreadable):
        read_people(tmp_path / "missing.xlsx")

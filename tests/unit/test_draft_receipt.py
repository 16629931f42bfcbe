"""The receipt before it exists: what the officer sees while typing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import func, select

from counter_app.domain.dossier import Intake, Party
from counter_app.schema.local import issued_number, serial
from counter_app.schema.tables import journal
from counter_app.usecases.intake import ProcedureIncomplete, draft_receipt, receive, tidy
from tests.fixtures.desk import BIRTH, SUBMITTER, WHARF, birth_intake


def test_it_says_what_the_real_one_will_say(desk):
    intake = tidy(birth_intake())
    draft = draft_receipt(desk, intake)
    real = receive(desk, intake)
    assert draft == replace(
        real, subject=draft.subject, number="", lookup_code="", entry_hash=draft.entry_hash
    )


def test_it_names_the_next_line_of_the_register(desk):
    receive(desk, tidy(birth_intake()))
    assert draft_receipt(desk, birth_intake()).book_number == 2


def test_it_takes_no_number_and_writes_nothing(desk):
    def counts():
        with desk.store.reading() as session:
            return [
                session.execute(select(func.count()).select_from(table)).scalar_one()
                for table in (journal, issued_number, serial)
            ]

    before = counts()
    draft_receipt(desk, birth_intake())
    assert counts() == before


def test_what_is_typed_need_not_be_right_yet(desk):
    half = Party(name="Nguyễn", identity_number="0121", phone="09")
    draft = draft_receipt(desk, Intake(BIRTH.code, half))
    assert (draft.submitter, draft.number, draft.papers) == (half, "", ())
    assert draft.owner == half


def test_an_incomplete_procedure_has_none(desk):
    with pytest.raises(ProcedureIncomplete):
        draft_receipt(desk, Intake(WHARF.code, SUBMITTER))

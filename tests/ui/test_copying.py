"""A new intake like an earlier dossier, from the intake page's view model."""

from dataclasses import replace
from datetime import date

import pytest

from counter_app.store.dossiers import newest
from counter_app.usecases.drafts import drafts
from counter_app.usecases.intake import receive, tidy
from tests.fixtures.desk import BIRTH, SUBMITTER, birth_intake, publish_procedure
from ui.intake_form import papers
from ui.intake_form.form import Form, Side
from ui.notice import Kind
from ui.pages.intake.view_model import IntakeViewModel

OWNER = replace(SUBMITTER, name="Lò Văn Páo", identity_number="012086000456")


@pytest.fixture
def model(qapp, desk, immediate):
    made = IntakeViewModel(desk, immediate)
    made.open()
    return made


@pytest.fixture
def first(desk):
    told = birth_intake(owner=OWNER, authorisation="Giấy ủy quyền số 5", summary="Con thứ hai")
    return receive(desk, tidy(told))


def test_people_and_ways_are_copied_and_papers_are_to_be_ticked(model, first):
    model.copy(first.subject)
    form = model.shown.form
    assert (form.procedure_code, form.submitter.name) == (BIRTH.code, SUBMITTER.name)
    assert (form.owner.name, form.authorisation) == ("Lò Văn Páo", "Giấy ủy quyền số 5")
    assert form.submitter.phone.startswith("09")
    assert len(form.papers) == len(BIRTH.checklist)
    assert not any(paper.present for paper in form.papers)
    assert first.number in model.shown.notice.text


def test_the_copy_becomes_a_dossier_of_its_own(model, first, desk):
    model.copy(first.subject)
    model.sheet.edit_papers(papers.all_there)
    model.receive()
    model.receive_all_the_same()  # the same people have one open: that is the point
    numbers = [row.number for row in desk.ask(newest)]
    assert len(set(numbers)) == 2


def test_what_was_being_typed_is_put_aside(model, first, desk):
    model.choose_procedure(BIRTH.code)
    model.sheet.edit_party(Side.SUBMITTER, name="Đỗ Thị Mỷ")
    model.copy(first.subject)
    assert model.shown.form.submitter.name == SUBMITTER.name
    assert "Đỗ Thị Mỷ" in [draft.title.split(" · ")[0] for draft in drafts(desk) if draft.parked]


def test_a_procedure_that_ended_is_not_copied(model, first, desk):
    publish_procedure(desk, replace(BIRTH, rules=()), date(2026, 1, 1))
    model.refresh()
    model.copy(first.subject)
    assert model.shown.notice.kind is Kind.WARN
    assert model.shown.form == Form()

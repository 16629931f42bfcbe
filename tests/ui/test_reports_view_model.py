"""The page of reports, without threads and without a window."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import func, select

from counter_app.domain.procedure import Channel
from counter_app.domain.register import ImportedDossier
from counter_app.domain.reporting import Measure, Period, quarter, report_month, report_year
from counter_app.domain.states import State
from counter_app.progress import Silent
from counter_app.schema.audit import audit_note
from counter_app.usecases.intake import receive
from counter_app.usecases.register_import import take_register
from tests.fixtures.desk import AGENCY, FRIDAY, birth_intake
from tests.fixtures.till import SUPERVISOR, give_roles
from ui.notice import Kind
from ui.pages.reports.questions import Cell, Span, months, named_span
from ui.pages.reports.view_model import ReportsViewModel
from ui.tasks import Immediate

DECEMBER = report_month(2026, 12)
TODAY = date(2026, 11, 20)


@pytest.fixture
def model(qapp, desk, immediate):
    return ReportsViewModel(desk, immediate)


def test_thirteen_months_may_be_chosen_and_the_spans(model):
    offered = months(TODAY)
    assert (offered[0], offered[1], offered[-1]) == (
        DECEMBER,
        report_month(2026, 11),
        report_month(2025, 12),
    )
    model.set_span(Span.YEAR)
    assert model.shown.asked.period == report_year(2026)
    model.set_span(Span.QUARTER)
    assert model.shown.asked.period == quarter(2026, 4)
    assert named_span(quarter(2026, 4), TODAY) is Span.QUARTER
    assert named_span(DECEMBER, TODAY) == DECEMBER
    assert named_span(Period(TODAY, TODAY), TODAY) is Span.FREE


def test_behind_every_figure_stand_as_many_dossiers(model, desk):
    for _ in range(4):
        receive(desk, birth_intake())
    model.set_period(DECEMBER)
    figures = model.shown.monthly.figures
    for measure in Measure:
        for code in ("", AGENCY):
            model.choose(Cell(measure, code))
            assert len(model.shown.behind) == figures.of(measure)


def test_a_long_list_is_cut_and_says_so(model, desk, monkeypatch):
    monkeypatch.setattr("ui.pages.reports.view_model.MOST", 2)
    for _ in range(3):
        receive(desk, birth_intake())
    model.set_period(DECEMBER)
    assert len(model.shown.behind) == 2 and model.shown.cut


def test_a_report_that_does_not_add_up_says_which_dossiers(model, desk):
    give_roles(desk, SUPERVISOR)
    wrong = ImportedDossier(
        row=1,
        number="000.00.14.H35-261101-0001",
        agency_code=AGENCY,
        procedure_code="1.001193",
        procedure_name="Đăng ký khai sinh",
        channel=Channel.ONLINE,
        service_level=2,
        received_at=FRIDAY,
        state=State.PROCESSING,
        owner_name="Lò Văn Én",
    )
    take_register(desk.served_by(SUPERVISOR), [wrong], 1, Silent())
    model.set_period(DECEMBER)
    assert model.shown.notice.kind is Kind.BAD
    assert wrong.number in model.shown.notice.text
    assert not model.shown.busy and not model.shown.can_export


def test_counting_can_be_stopped(qapp, desk):
    held = Immediate(held=True)
    model = ReportsViewModel(desk, held)
    model.refresh()
    assert model.shown.busy
    model.cancel()
    held.release()
    assert not model.shown.busy and model.shown.monthly is None
    assert model.shown.notice.kind is Kind.QUIET


def test_a_figure_chosen_while_counting_is_listed_afterwards(qapp, desk):
    receive(desk, birth_intake())
    held = Immediate(held=True)
    model = ReportsViewModel(desk, held)
    model.set_period(DECEMBER)
    model.choose(Cell(Measure.CARRIED_OVER))
    held.release()
    held.release()
    assert model.shown.found_for.cell == Cell(Measure.CARRIED_OVER)
    assert model.shown.behind == ()


def test_a_list_of_citizens_that_leaves_is_noted(model, desk, tmp_path):
    model.set_report("waiting")
    model.export("csv", tmp_path / "cho.csv")
    assert (tmp_path / "cho.csv").exists()
    assert model.shown.notice.kind is Kind.GOOD
    with desk.store.reading() as session:
        assert session.execute(select(func.count()).select_from(audit_note)).scalar() == 1


def test_a_folder_that_is_not_there_is_told(model, tmp_path):
    model.set_period(DECEMBER)
    model.export("xlsx", tmp_path / "nowhere" / "a.xlsx")
    assert model.shown.notice.kind is Kind.BAD
    assert model.shown.can_export


def test_closing_a_period_is_confirmed_in_the_page(qapp, desk, clock, immediate):
    give_roles(desk, SUPERVISOR)
    model = ReportsViewModel(desk.served_by(SUPERVISOR), immediate)
    model.refresh()
    assert model.shown.can_close
    model.close_period()
    assert model.shown.monthly.closing is None  # nobody was asked yet
    model.ask_to_close()
    assert model.shown.notice.act
    model.close_period()
    assert model.shown.notice.kind is Kind.GOOD
    assert model.shown.monthly.closing is not None and not model.shown.can_close


def test_going_on_takes_the_question_away(qapp, desk, immediate):
    give_roles(desk, SUPERVISOR)
    model = ReportsViewModel(desk.served_by(SUPERVISOR), immediate)
    model.refresh()
    model.ask_to_close()
    model.set_period(report_month(2026, 10))
    model.close_period()
    assert model.shown.monthly.closing is None and model.shown.notice is None


def test_only_supervisors_close(model):
    model.refresh()
    assert not model.shown.can_close

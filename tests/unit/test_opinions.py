"""An opinion may be about a dossier; then it is about its agency too."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from counter_app.store.callers import feedback_about
from counter_app.store.dossiers import NoSuchDossier
from counter_app.usecases.callers import Feedback, FeedbackKind, record_feedback
from tests.fixtures.desk import AGENCY
from tests.fixtures.life import another_seat, exchange, received, traces

LATE = Feedback(FeedbackKind.COMPLAINT, "Hẹn rồi mà chưa có kết quả")


def test_a_complaint_about_a_dossier_is_about_its_agency(office):
    subject = received(office)
    record_feedback(office, replace(LATE, dossier=subject))
    office.clock.advance(timedelta(minutes=1))
    record_feedback(office, replace(LATE, dossier=subject, agency_code="000.00.15.H35"))
    rows = office.ask(feedback_about, subject)
    assert [row.agency_code for row in rows] == [AGENCY, "000.00.15.H35"]
    assert [row.seat_number for row in rows] == [7, 7]
    assert office.ask(feedback_about, UUID(int=5)) == []


def test_a_complaint_about_a_dossier_that_nobody_knows_leaves_no_trace(office):
    before = traces(office)
    with pytest.raises(NoSuchDossier):
        record_feedback(office, replace(LATE, dossier=UUID(int=5)))
    assert traces(office) == before


def test_a_complaint_taken_at_another_seat_is_known_here(office, tmp_path):
    subject = received(office)
    with another_seat(office, tmp_path / "other.db") as other:
        record_feedback(other, replace(LATE, dossier=subject))
        exchange(office, other)
    (row,) = office.ask(feedback_about, subject)
    assert (row.words, row.seat_number) == (LATE.words, 8)

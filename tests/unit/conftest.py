"""What tests of rules ask for."""

import pytest

import resources
from counter_app.domain.calendar import WorkCalendar, calendar_from_record


@pytest.fixture(scope="session")
def calendar() -> WorkCalendar:
    """The official calendar of 2019 to 2027; open 07:00-11:30 and 13:30-17:00, Monday to Friday."""
    return calendar_from_record(resources.calendar_records())

"""Names of reports, columns, periods and ratings on the page."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from counter_app.domain.register import Rating
from counter_app.domain.reporting import Measure, Period
from counter_app.reports.lists import REPORTS
from ui.pages.reports.questions import MONTHLY, Span


def report_choices() -> list[tuple[object, str]]:
    """Return every report with its title, the monthly one first."""
    monthly = QCoreApplication.translate("Reports", "Monthly report, appendices I and II")
    others = [(name, report.form.title) for name, report in REPORTS.items()]
    return [(MONTHLY, monthly), *others]


def period_choices(months: list[Period]) -> list[tuple[object, str]]:
    """Return the months by their names, then quarter, year and free days."""
    translate = QCoreApplication.translate
    named = translate("Reports", "Month {month:02d}/{year}")
    return [
        *((one, named.format(month=one.last.month, year=one.last.year)) for one in months),
        (Span.QUARTER, translate("Reports", "This quarter")),
        (Span.LAST_QUARTER, translate("Reports", "The quarter before")),
        (Span.YEAR, translate("Reports", "This year")),
        (Span.FREE, translate("Reports", "Days of one's own")),
    ]


def column_words(measure: Measure) -> str:
    """Return the head of a column of Phụ lục I, in lines."""
    translate = QCoreApplication.translate
    return {
        Measure.RECEIVED_TOTAL: translate("Reports", "In all"),
        Measure.CARRIED_OVER: translate("Reports", "Carried\nover"),
        Measure.RECEIVED_NEW: translate("Reports", "Newly\nreceived"),
        Measure.RESOLVED_TOTAL: translate("Reports", "Resolved"),
        Measure.RESOLVED_EARLY: translate("Reports", "Resolved\nearly"),
        Measure.RESOLVED_ON_TIME: translate("Reports", "Resolved\non time"),
        Measure.RESOLVED_LATE: translate("Reports", "Resolved\nlate"),
        Measure.PENDING_TOTAL: translate("Reports", "Pending"),
        Measure.PENDING_IN_TIME: translate("Reports", "Pending\nin time"),
        Measure.PENDING_OVERDUE: translate("Reports", "Pending\noverdue"),
        Measure.RETURNED: translate("Reports", "Taken\nback"),
        Measure.ONLINE: translate("Reports", "Online"),
        Measure.LEVEL_3_4: translate("Reports", "Level\n3, 4"),
    }[measure]


def measure_words(measure: Measure) -> str:
    """Return the same in one line."""
    return column_words(measure).replace("\n", " ")


def rating_words(rating: Rating) -> str:
    """Return a category of the rating slips."""
    translate = QCoreApplication.translate
    return {
        Rating.VERY_SATISFIED: translate("Reports", "Very satisfied"),
        Rating.SATISFIED_SERVICE: translate("Reports", "Satisfied with the service"),
        Rating.SATISFIED_ATTITUDE: translate("Reports", "Satisfied with the manners"),
        Rating.UNSATISFIED_SKILL: translate("Reports", "Not satisfied with the skill"),
        Rating.UNSATISFIED_TIME: translate("Reports", "Not satisfied with the time it took"),
        Rating.COMMENT: translate("Reports", "A proposal"),
    }[rating]

"""The monthly report as a file of each kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Final

from counter_app.domain.reporting import Measure
from counter_app.exchange import csv_file
from counter_app.reports.appendices import appendices, shown
from counter_app.reports.monthly import MonthlyReport
from counter_app.reports.monthly_docx import monthly_docx
from counter_app.reports.monthly_form import monthly_form
from counter_app.reports.monthly_pdf import monthly_pdf
from counter_app.reports.monthly_xlsx import monthly_xlsx
from counter_app.reports.narrative import MonthlyPaper, monthly_paper
from counter_app.store import reference
from counter_app.store.engine import Session

KINDS: Final[Mapping[str, Callable[[MonthlyPaper], bytes]]] = {
    "xlsx": monthly_xlsx,
    "docx": monthly_docx,
    "pdf": monthly_pdf,
}
"""What makes a file of each kind."""


def write_csv(path: Path, report: MonthlyReport) -> int:
    """Write Phụ lục I as a list, with total and percentages; return its rows.

    Raises:
        FileNotWritten.
    """
    first = appendices(report, monthly_form())[0]
    words = monthly_form().third.measures or {}
    names = [head.title for head in first.heads if head.rows == first.head_rows][:2]
    header = [*names, *(words[measure.value] for measure in Measure)]
    rows = [
        [str(value) if isinstance(value, int) else shown(value) for value in row]
        for row in first.rows
    ]
    return csv_file.write(path, header, rows)


def made(session: Session, report: MonthlyReport, kind: str, on: date) -> bytes:
    """Return the report as a file of a kind, dated `on`. Raises SettingMissing."""
    settings = reference.settings(session, on)
    paper = monthly_paper(report, settings.letterhead(), settings.centre_name(), on)
    return KINDS[kind](paper)

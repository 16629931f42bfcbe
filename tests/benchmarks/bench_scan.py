"""From the scan of a receipt to its dossier on the screen, with its history, drawn."""

from __future__ import annotations

import os
import time
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from counter_app.desk import Desk
from counter_app.usecases.intake import receive
from tests.benchmarks.frame import Row, Within, percentile
from tests.fixtures.desk import birth_intake, grant_range, opened_desk

DOSSIERS = 500
SCANS = 120


def measure() -> list[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with TemporaryDirectory() as folder, opened_desk(Path(folder) / "counter.db") as desk:
        grant_range(desk, 1001, 1000 + DOSSIERS)
        numbers = [receive(desk, birth_intake()).number for _ in range(DOSSIERS)]
        taken = _scanned(desk, list(islice(cycle(numbers), 7, 7 + SCANS)))
    note = f"{SCANS} receipts of {DOSSIERS}, the window drawn offscreen; a page answers in 100 ms"
    return [
        Row("scan to the dossier on the screen, p50", None, median(taken), Within(100), note=note),
        Row(
            "scan to the dossier on the screen, p99",
            None,
            percentile(taken, 0.99),
            Within(100),
            note=note,
        ),
    ]


def _scanned(desk: Desk, numbers: list[str]) -> list[float]:
    from PySide6.QtWidgets import QApplication

    from ui.pages.dossiers.dossier_view_model import DossierViewModel
    from ui.pages.dossiers.page import DossiersPage
    from ui.pages.dossiers.view_model import DossiersViewModel
    from ui.tasks import Tasks
    from ui.theme import Choice, Theme

    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    Theme(application, Choice.LIGHT)
    tasks = Tasks()
    model = DossierViewModel(desk, tasks, lambda *_: None, lambda *_: None)
    page = DossiersPage(DossiersViewModel(desk, tasks), model)
    page.resize(1158, 712)
    page.show()
    taken = []
    for number in numbers:
        began = time.perf_counter()
        page.take_scan(number)
        while page.view.number.text() != number:
            application.processEvents()
        page.repaint()
        taken.append((time.perf_counter() - began) * 1000)
    tasks.close()
    page.close()
    return taken[1:]  # the first builds the page

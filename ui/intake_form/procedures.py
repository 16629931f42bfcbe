"""Finding the procedure: the catalogue in memory, asked at every letter."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from counter_app.desk import Desk
from counter_app.store.reference import ProcedureRow
from ui.intake_form import questions
from ui.intake_form.shown import ProcedureLine
from ui.intake_form.words import gap_words
from ui.tasks import Tasks

_MOST = 24


class ProcedureFinder(QObject):
    """Answers at once; until the catalogue is read, with nothing."""

    changed = Signal()
    failed = Signal(object)
    """The catalogue could not be read: a CounterError."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self._catalogue: questions.Catalogue | None = None
        self._text: str | None = None
        self.lines: tuple[ProcedureLine, ...] = ()

    def load(self) -> None:
        """Read the catalogue, also again after it has changed at the centre."""
        desk = self._desk
        self._tasks.start(self, lambda _: questions.catalogue(desk), self._loaded, self.failed.emit)

    def find(self, text: str) -> None:
        """Offer what `text` may mean; the favourites of the seat while there is none."""
        self._text = text
        if self._catalogue is None:
            return
        favourites = self._catalogue.favourites
        limit = _MOST if text.strip() or not favourites else len(favourites)
        found = self._catalogue.index.find(text, limit, favourites)
        self.lines = tuple(self._line(self._catalogue.rows[row.code]) for row in found)
        self.changed.emit()

    def usable(self, code: str) -> ProcedureRow | None:
        """Return the procedure, None when it is unknown or incomplete."""
        row = self._catalogue.rows.get(code) if self._catalogue is not None else None
        return row if row is not None and row.complete else None

    def _loaded(self, catalogue: questions.Catalogue) -> None:
        self._catalogue = catalogue
        if self._text is not None:
            self.find(self._text)

    def _line(self, row: ProcedureRow) -> ProcedureLine:
        assert self._catalogue is not None
        detail = " · ".join(part for part in (row.code, row.agency_name, row.sector) if part)
        gaps = self._catalogue.gaps.get(row.code, ())
        return ProcedureLine(row.code, row.name, detail, gap_words(gaps) if gaps else "")

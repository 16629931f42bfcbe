"""Points given for an index of a quarter, beside the sheet of the agency."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from counter_app.domain.reporting import scored_by
from counter_app.domain.scoring import Assessed, Mark
from counter_app.reports.tables import CellKind, ReportTable, Row, table_forms, told
from counter_app.usecases.scores import Score
from ui.models.table import Column, TableModel
from ui.pages.reports.questions import SCORES
from ui.pages.reports.view_model import ReportsViewModel
from ui.widgets.buttons import PrimaryButton
from ui.widgets.card import SectionCard
from ui.widgets.choices import ChoiceField
from ui.widgets.field import NoteField, TextField
from ui.widgets.form import Form
from ui.widgets.table import ListView

ENTER_KEYS: Final = "Ctrl+Return"
TAKE_BACK: Final = "-"
_FORM_WIDTH = 340
_POINTS_WIDTH = 76
_NAME_WIDTH = 130


@dataclass(frozen=True, slots=True)
class IndexLine:
    """A row of the sheet; `index` is None for its sums."""

    place: int
    index: int | None
    name: str
    cells: tuple[str, ...]


class ScoresPart(Form):
    """The form at the left, the agency's sheet at the right."""

    def __init__(self, model: ReportsViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._entered = 0
        self.whom = ChoiceField(self.tr("Whose points"), required=True)
        self.index = ChoiceField(self.tr("Index"), required=True)
        self.own = TextField(self.tr("Self score"))
        self.points = TextField(self.tr("Assessor's points"))
        self.why = NoteField(self.tr("On what ground"), lines=3, required=True)
        self.enter = PrimaryButton(self.tr("Enter the points"), ENTER_KEYS, icon="check")
        self.hint = QLabel(
            self.tr("0 to 2 in steps of 0.1. A field left empty stays as it was, - takes back.")
        )
        self.hint.setProperty("role", "caption")
        self.hint.setWordWrap(True)
        self.rows: TableModel[IndexLine] = TableModel(_columns(), lambda one: one.place, self)
        self.list = ListView(self.rows)
        self.list.setAccessibleName(self.tr("Points of the agency"))
        self.list.setWordWrap(False)
        self.heading = QLabel()
        self.heading.setProperty("role", "section")
        self._lay_out()
        self.enter.clicked.connect(self._take)
        self.whom.chosen.connect(lambda _: self.render_shown())
        self.list.opened.connect(self._choose)
        model.changed.connect(self.render_shown)
        self.render_shown()

    def _lay_out(self) -> None:
        for field in (self.whom, self.index):
            combo = field.combo
            combo.setSizeAdjustPolicy(combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        card = SectionCard(self.tr("Points of the quarter"))
        card.body.addWidget(self.whom)
        card.body.addWidget(self.index)
        card.row(self.own, self.points)
        card.body.addWidget(self.hint)
        card.body.addWidget(self.why)
        card.body.addWidget(self.enter)
        card.setFixedWidth(_FORM_WIDTH)
        left = QVBoxLayout()
        left.addWidget(card)
        left.addStretch(1)
        right = QVBoxLayout()
        right.addWidget(self.heading)
        right.addWidget(self.list, 1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addLayout(left)
        line.addLayout(right, 1)

    def _take(self) -> None:
        whom, index, why = self.whom.key, self.index.key, self.why.text.strip()
        for field, known in ((self.whom, whom), (self.index, index)):
            field.set_error("" if known is not None else self.tr("Choose."))
        self.why.set_error("" if why else self.tr("Say on what ground."))
        marks = self._marks()
        if marks == {}:
            self.points.set_error(self.tr("Type the points."))
        if marks and why and isinstance(whom, tuple) and isinstance(index, int):
            assessed, code = whom
            period = self._model.shown.asked.period
            self._model.enter_score(Score(assessed, code, period, index, marks, why))

    def _marks(self) -> dict[Mark, Decimal | None] | None:
        """Return what was typed; None where it is no number."""
        marks: dict[Mark, Decimal | None] = {}
        sound = True
        for mark, field in ((Mark.SELF, self.own), (Mark.APPRAISED, self.points)):
            field.set_error("")
            typed = field.text.strip()
            if typed == TAKE_BACK:
                marks[mark] = None
            elif typed:
                try:
                    marks[mark] = Decimal(typed.replace(",", "."))
                except InvalidOperation:
                    field.set_error(self.tr("This is no number."))
                    sound = False
        return marks if sound else None

    def _choose(self, place: int) -> None:
        """Go on to the points of the row that was opened."""
        line = self.rows.row_at(place)
        if line is not None and line.index is not None:
            self.index.set_key(line.index)
            self.points.setFocus(Qt.FocusReason.OtherFocusReason)

    def render_shown(self) -> None:
        """Draw what the model shows."""
        shown = self._model.shown
        agencies = [((Assessed.AGENCY, one.code), one.name) for one in shown.agencies]
        officers = [((Assessed.OFFICER, login), name) for login, name in shown.officers]
        self.whom.set_choices([*agencies, *officers])
        if self.whom.key is None and agencies:
            self.whom.set_key(agencies[0][0])
        assessed = self.whom.key[0] if isinstance(self.whom.key, tuple) else Assessed.AGENCY
        self.index.set_choices(_index_choices(assessed))
        if shown.scores_entered != self._entered:  # the next index, on the same ground
            self._entered = shown.scores_entered
            self._go_on(assessed)
        self.enter.setEnabled(shown.may_close)
        period = shown.asked.period
        self.heading.setText(
            self.tr("Points from {first} to {last}, handed in by {day}").format(
                first=f"{period.first:%d/%m/%Y}",
                last=f"{period.last:%d/%m/%Y}",
                day=f"{scored_by(period):%d/%m/%Y}",
            )
        )
        self.list.set_empty(self.tr("An officer's points stand in the report of officers."))
        name = self.whom.combo.currentText() if assessed is Assessed.AGENCY else ""
        self.rows.set_rows(_lines(shown.table, name))

    def _go_on(self, assessed: Assessed) -> None:
        for field in (self.own, self.points):
            field.set_text("")
        later = [one for one in assessed.indices if one > int(str(self.index.key or 0))]
        self.index.set_key(later[0] if later else assessed.indices[0])
        self.own.setFocus(Qt.FocusReason.OtherFocusReason)


def _index_choices(assessed: Assessed) -> list[tuple[object, str]]:
    titles = table_forms()[SCORES].words["indices"]
    return [(index, f"{index}. {titles[str(index)]}") for index in assessed.indices]


def _columns() -> list[Column[IndexLine]]:
    translate = QCoreApplication.translate
    titles: Sequence[tuple[str, int, bool]] = (
        (translate("ScoresPart", "Self score"), _POINTS_WIDTH, True),
        (translate("ScoresPart", "From the record"), _NAME_WIDTH, True),
        (translate("ScoresPart", "Counts"), _POINTS_WIDTH, True),
        (translate("ScoresPart", "Given by"), _NAME_WIDTH, False),
    )
    return [
        Column(translate("ScoresPart", "Index"), lambda line: line.name),
        *(
            _column(place, title, width, right=right)
            for place, (title, width, right) in enumerate(titles)
        ),
    ]


def _column(place: int, title: str, width: int, *, right: bool) -> Column[IndexLine]:
    return Column(
        title,
        lambda line: line.cells[place],
        width=width,
        right=right,
        tip=lambda line: line.cells[-1],
    )


def _lines(table: ReportTable | None, agency: str) -> list[IndexLine]:
    if table is None or table.name != SCORES:
        return []
    rows = [row for row in table.found.rows if row["agency"] == agency]
    return [_line(place, row) for place, row in enumerate(rows)]


def _line(place: int, row: Row) -> IndexLine:
    index = row.get("position")
    name = f"{index}. {row['index']}" if index else str(row["index"])
    points = tuple(told(row.get(key), CellKind.POINTS) for key in ("self", "computed", "appraised"))
    words = (str(row.get("by") or ""), str(row.get("why") or ""))
    known = index if isinstance(index, int) else None
    return IndexLine(place, known, name, (*points, *words))

"""Paper slips typed quickly, beside Phụ lục II of the period."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from counter_app.domain.amounts import grouped
from counter_app.domain.register import Rating
from counter_app.reports.monthly import MonthlyReport
from counter_app.usecases.ratings import MOST_SLIPS, Slips
from ui.models.table import Column, TableModel
from ui.pages.reports.view_model import ReportsViewModel
from ui.pages.reports.words import rating_words
from ui.widgets.buttons import PrimaryButton
from ui.widgets.card import SectionCard
from ui.widgets.choices import ChoiceField
from ui.widgets.dates import DateField
from ui.widgets.field import TextField
from ui.widgets.form import Form
from ui.widgets.numbers import NumberField
from ui.widgets.table import ListView

ENTER_KEYS = "Ctrl+Return"
_COUNT_WIDTH = 92
_FORM_WIDTH = 340


@dataclass(frozen=True, slots=True)
class OpinionLine:
    """A row of Phụ lục II."""

    key: str
    name: str
    cells: tuple[str, ...]


class SlipsPart(Form):
    """The form at the left, what it comes to at the right."""

    def __init__(self, model: ReportsViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._entered = 0
        self.agency = ChoiceField(self.tr("Agency"), required=True)
        self.rating = ChoiceField(
            self.tr("What was ticked"), [(one, rating_words(one)) for one in Rating], required=True
        )
        self.rating.set_key(Rating.SATISFIED_SERVICE)
        self.count = NumberField(self.tr("How many slips"), 1, MOST_SLIPS)
        self.count.set_value(1)
        self.day = DateField(self.tr("Filled in on"))
        self.number = TextField(self.tr("Number of the dossier, if the slip names one"))
        self.words = TextField(self.tr("What was proposed"))
        self.enter = PrimaryButton(self.tr("Enter the slips"), ENTER_KEYS, icon="check")
        self.rows: TableModel[OpinionLine] = TableModel(_columns(), lambda one: one.key, self)
        self.list = ListView(self.rows)
        self.list.setAccessibleName(self.tr("Opinions by agency"))
        self.heading = QLabel()
        self.heading.setProperty("role", "section")
        self._lay_out()
        self.enter.clicked.connect(self._take)
        self.number.edited.connect(lambda _: self._follow())
        model.changed.connect(self.render_shown)
        self.render_shown()

    def begin(self) -> None:
        """Put the focus where one types."""
        self.agency.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        card = SectionCard(self.tr("Paper slips"))
        for field in (self.agency, self.rating):
            card.body.addWidget(field)
        card.row(self.count, self.day)
        card.body.addWidget(self.number)
        card.body.addWidget(self.words)
        card.body.addWidget(self.enter)
        left = QVBoxLayout()
        left.addWidget(card)
        left.addStretch(1)
        card.setFixedWidth(_FORM_WIDTH)
        right = QVBoxLayout()
        right.addWidget(self.heading)
        right.addWidget(self.list, 1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addLayout(left)
        line.addLayout(right, 1)

    def _take(self) -> None:
        rating, day = self.rating.key, self.day.day
        if self.day.wrong:
            self.day.set_error(self.tr("This is no day."))
            return
        self.day.set_error("")
        if not isinstance(rating, Rating):
            return
        if self.number.text.strip():
            self._model.rate(self.number.text, rating, day)
            return
        code = self.agency.key
        if not isinstance(code, str):
            self.agency.set_error(self.tr("Choose the agency."))
            self.agency.setFocus()
            return
        self.agency.set_error("")
        words = self.words.text if rating is Rating.COMMENT else ""
        self._model.enter_slips(Slips(rating, code, self.count.value or 1, words), day)

    def _follow(self) -> None:
        """A slip that names its dossier needs neither agency nor count."""
        named = bool(self.number.text.strip())
        self.agency.setEnabled(not named)
        self.count.setEnabled(not named)

    def render_shown(self) -> None:
        """Draw what the model shows."""
        shown = self._model.shown
        self.agency.set_choices([(one.code, one.name) for one in shown.agencies])
        if shown.slips_entered != self._entered:  # the next one: the same day and agency again
            self._entered = shown.slips_entered
            self.number.set_text("")
            self.words.set_text("")
            self.count.set_value(1)
            self._follow()
            self.rating.setFocus(Qt.FocusReason.OtherFocusReason)
        period = shown.asked.period
        self.heading.setText(
            self.tr("Opinions from {first} to {last}").format(
                first=f"{period.first:%d/%m/%Y}", last=f"{period.last:%d/%m/%Y}"
            )
        )
        self.list.set_empty(self.tr("Choose the monthly report to see its opinions."))
        self.rows.set_rows([] if shown.monthly is None else _lines(shown.monthly))


def _columns() -> list[Column[OpinionLine]]:
    translate = QCoreApplication.translate
    shown = [one for one in Rating if one is not Rating.VERY_SATISFIED]
    titles = [*map(rating_words, shown), translate("SlipsPart", "Total")]
    return [
        Column(translate("SlipsPart", "Agency"), lambda line: line.name),
        *(_column(place, title) for place, title in enumerate(titles)),
    ]


def _column(place: int, title: str) -> Column[OpinionLine]:
    return Column(title, lambda line: line.cells[place], width=_COUNT_WIDTH, right=True)


def _lines(report: MonthlyReport) -> list[OpinionLine]:
    translate = QCoreApplication.translate
    rows = [(one.agency.code, one.agency.name, one.opinions) for one in report.lines]
    rows.append(("", translate("SlipsPart", "Total"), report.opinions))
    shares = report.opinions.shares().values()
    percent = tuple(f"{share:.2f}".replace(".", ",") for share in shares)
    return [
        *(
            OpinionLine(code, name, tuple(map(grouped, opinions.counts().values())))
            for code, name, opinions in rows
        ),
        OpinionLine("%", translate("SlipsPart", "Share %"), percent),
    ]

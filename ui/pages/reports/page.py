"""Reports: choose one and its period, look behind every figure, hand it in as a file."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from counter_app.domain.reporting import Period, share
from counter_app.reports.monthly import MonthlyReport
from counter_app.store.report_figures import Behind
from ui.dialogs.save_file import AskPath, ask_path
from ui.dossier_words import state_badge
from ui.models.table import Column, TableModel
from ui.pages.reports.chart import Bar, ShareChart
from ui.pages.reports.figures import FiguresTable
from ui.pages.reports.one_table import OneTable
from ui.pages.reports.questions import MONTHLY, SCORES, Span, months, named_span
from ui.pages.reports.scores_part import ScoresPart
from ui.pages.reports.slips_part import SlipsPart
from ui.pages.reports.view_model import ReportsViewModel, Shown
from ui.pages.reports.words import measure_words, period_choices, report_choices
from ui.widgets.buttons import Button, shown_keys
from ui.widgets.card import SectionCard
from ui.widgets.choices import ChoiceField
from ui.widgets.dates import DateField
from ui.widgets.elided import ElidedLabel
from ui.widgets.noticebar import NoticeBar
from ui.widgets.page import Page
from ui.widgets.progress import LongWork
from ui.widgets.table import ListView

DOSSIER_PAGE = "dossiers"
CLOSE_KEYS = "Ctrl+Shift+K"
KINDS = {"xlsx": "Ctrl+E", "docx": "Ctrl+Shift+W", "pdf": "Ctrl+Shift+P", "csv": "Ctrl+Shift+C"}
_LISTED = {"xlsx", "pdf", "csv"}
"""The files a report of one table becomes."""
_DATE_WIDTH = 120
_PERIOD_WIDTH = 180
_SLIPS = 2
_OTHER = 1
_KINDS = {MONTHLY: 0, SCORES: 2}
"""What is drawn in a way of its own; every other report is a table."""
_TITLE_LETTERS = 24


class ReportsPage(Page):
    """Draws a `ReportsViewModel`."""

    def __init__(
        self, model: ReportsViewModel, ask: AskPath = ask_path, parent: QWidget | None = None
    ) -> None:
        super().__init__(QCoreApplication.translate("ReportsPage", "Reports"), parent)
        self._model, self._ask_path = model, ask
        model.setParent(self)
        self.report = ChoiceField(self.tr("Report"), report_choices()).without_error_line()
        offered = period_choices(months(model.today))
        self.span = ChoiceField(self.tr("Period"), offered).without_error_line()
        self.first = DateField(self.tr("From")).without_error_line()
        self.last = DateField(self.tr("To")).without_error_line()
        self.files = {kind: Button(kind.upper(), keys) for kind, keys in KINDS.items()}
        self.figures = FiguresTable()
        self.behind = TableModel(_behind_columns(), lambda row: row.subject, self)
        self.list = ListView(self.behind)
        self.list.setAccessibleName(self.tr("Dossiers behind the figure"))
        self.heading = QLabel()
        self.heading.setProperty("role", "section")
        self.closed = ElidedLabel(role="caption")
        self.close_period = Button(self.tr("Close the period"), CLOSE_KEYS, icon="lock")
        self.chart = ShareChart()
        self.chart_card = SectionCard(self.tr("Early or on time, by agency"))
        self.other = OneTable()
        self._period: Period | None = None
        self.slips, self.scores = SlipsPart(model), ScoresPart(model)
        self.tabs, self.stack, self.kinds = QTabBar(), QStackedWidget(), QStackedWidget()
        self.notices, self.work = NoticeBar(), LongWork()
        self._lay_out()
        self._wire()
        self._render()

    def entered(self) -> None:
        """Count again, and begin at the choice of the report."""
        self._model.refresh()
        if self.stack.currentIndex() == _SLIPS:
            self.slips.begin()
        else:
            self.report.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setAccessibleName(self.tr("What is done with reports"))
        for place, (word, part) in enumerate(
            (
                (self.tr("Report"), self._report_part()),
                (self.tr("Comparison"), self._chart_part()),
                (self.tr("Rating slips"), self.slips),
            )
        ):
            keys = f"Ctrl+{place + 1}"
            self.tabs.addTab(f"{word}  {shown_keys(keys)}")
            self.stack.addWidget(part)
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda at=place: self.tabs.setCurrentIndex(at))
        self.head.insertWidget(1, self.tabs)
        for button in self.files.values():
            self.head.addWidget(button)
        # the longest title would widen the whole window
        combo = self.report.combo
        combo.setSizeAdjustPolicy(combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(_TITLE_LETTERS)
        choices = QHBoxLayout()
        choices.setSpacing(8)
        choices.addWidget(self.report, 1)
        choices.addWidget(self.span)
        self.span.setFixedWidth(_PERIOD_WIDTH)
        for field in (self.first, self.last):
            field.setFixedWidth(_DATE_WIDTH)
            choices.addWidget(field)
        self.body.addLayout(choices)
        self.body.addWidget(self.notices)
        self.body.addWidget(self.stack, 1)
        self.body.addWidget(self.work)

    def _report_part(self) -> QWidget:
        self.kinds.addWidget(self._monthly_part())
        self.kinds.addWidget(self.other)
        self.kinds.addWidget(self.scores)
        return self.kinds

    def _monthly_part(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.figures, 3)
        line = QHBoxLayout()
        line.addWidget(self.heading)
        line.addStretch(1)
        line.addWidget(self.closed, 2)
        line.addWidget(self.close_period)
        column.addLayout(line)
        column.addWidget(self.list, 2)
        return part

    def _chart_part(self) -> QWidget:
        scroll = QScrollArea()
        scroll.setWidget(self.chart)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        scroll.setAccessibleName(self.chart.accessibleName())
        self.chart_card.body.addWidget(scroll)
        self.chart_card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        return self.chart_card

    def _wire(self) -> None:
        model = self._model
        self.report.chosen.connect(model.set_report)
        self.span.chosen.connect(self._choose_span)
        for field in (self.first, self.last):
            field.left.connect(self._take_days)
        for kind, button in self.files.items():
            button.clicked.connect(lambda _=False, kind=kind: self._export(kind))
        self.figures.chosen.connect(model.choose)
        self.figures.opened.connect(self._to_list)
        self.list.opened.connect(self._open)
        self.other.opened.connect(lambda subject: self.go.emit(DOSSIER_PAGE, subject))
        self.tabs.currentChanged.connect(self._turned)
        self.notices.closed.connect(model.close_notice)
        self.notices.acted.connect(model.close_period)
        self.close_period.clicked.connect(model.ask_to_close)
        self.work.cancelled.connect(model.cancel)
        model.progressed.connect(self.work.advance)
        model.changed.connect(self._render)

    def _choose_span(self, key: object) -> None:
        if isinstance(key, Period):
            self._model.set_period(key)
        elif key is Span.FREE:
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)
        elif isinstance(key, Span):
            self._model.set_span(key)

    def _take_days(self) -> None:
        self._model.set_days(self.first.day, self.last.day)

    def _turned(self, place: int) -> None:
        self.stack.setCurrentIndex(place)
        if place == _SLIPS:
            self.slips.begin()

    def _to_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.list.row < 0 and self.behind.rows:
            self.list.set_row(0)

    def _open(self, place: int) -> None:
        row = self.behind.row_at(place)
        if row is not None:
            self.go.emit(DOSSIER_PAGE, row.subject)

    def _export(self, kind: str) -> None:
        asked = self._model.shown.asked
        name = f"{asked.name} {asked.period.first} {asked.period.last}.{kind}"
        path = self._ask_path(self, self.tr("Save the report"), name)
        if path is not None:
            self._model.export(kind, path)

    def _render(self) -> None:
        shown = self._model.shown
        self.notices.show_notice(shown.notice)
        self.report.set_key(shown.asked.name)
        self._render_period(shown.asked.period)
        for kind, button in self.files.items():
            button.setVisible(shown.asked.name == MONTHLY or kind in _LISTED)
            button.setEnabled(shown.can_export)
        closed = shown.monthly is not None and shown.monthly.closing is not None
        self.close_period.setVisible(shown.may_close and not closed)
        self.close_period.setEnabled(shown.can_close)
        self._render_work(shown)
        self.kinds.setCurrentIndex(_KINDS.get(shown.asked.name, _OTHER))
        if shown.monthly is not None:
            self._render_monthly(shown, shown.monthly)
        elif shown.table is not None:
            self.other.set_table(shown.table)

    def _render_period(self, period: Period) -> None:
        if period == self._period:
            return
        self._period = period
        self.first.set_day(period.first)
        self.last.set_day(period.last)
        self.span.set_key(named_span(period, self._model.today))

    def _render_work(self, shown: Shown) -> None:
        if shown.saving:
            self.work.begin(self.tr("Writing the report…"))
        elif shown.busy:
            self.work.begin(self.tr("Counting…"))
        else:
            self.work.finish()

    def _render_monthly(self, shown: Shown, report: MonthlyReport) -> None:
        self.figures.set_report(report, shown.asked.cell)
        self.behind.set_rows(shown.behind)
        self.list.set_empty(self.tr("No dossier stands behind this figure."))
        self.heading.setText(self._heading_words(shown))
        self.closed.setText(self._closed_words(report))
        bars = [
            Bar(
                one.agency.name,
                share(
                    one.figures.resolved_early + one.figures.resolved_on_time,
                    one.figures.resolved_total,
                )
                if one.figures.resolved_total
                else None,
            )
            for one in report.lines
        ]
        whole = report.figures
        average = share(whole.resolved_early + whole.resolved_on_time, whole.resolved_total)
        self.chart.set_bars(bars, average if whole.resolved_total else None)
        self.chart_card.set_caption(f"{average:.2f} %".replace(".", ","))

    def _closed_words(self, report: MonthlyReport) -> str:
        if report.closing is None:
            return ""
        words = self.tr("Closed {at} by {officer}").format(
            at=f"{report.closing.closed_at:%d/%m/%Y %H:%M}", officer=report.closing.officer_name
        )
        names = {line.agency.code: line.agency.name for line in report.lines}
        changes = [
            f"{names.get(one.agency_code, one.agency_code)}, {measure_words(one.measure)}:"
            f" {one.handed_in} → {one.now}"
            for one in report.changes
        ]
        since = "; ".join(changes) or self.tr("nothing changed since")
        return f"{words} · {since}"

    def _heading_words(self, shown: Shown) -> str:
        cell = shown.asked.cell
        names = {one.code: one.name for one in shown.agencies}
        agency = names.get(cell.agency_code) or self.tr("all agencies")
        count = self.tr("%n dossier(s)", "", len(shown.behind))
        if shown.cut:
            count = self.tr("the first %n", "", len(shown.behind))
        return f"{measure_words(cell.measure)} · {agency} · {count}"


def _behind_columns() -> list[Column[Behind]]:
    translate = QCoreApplication.translate
    return [
        Column(translate("ReportsPage", "Number"), lambda row: row.number, width=236, number=True),
        Column(translate("ReportsPage", "Owner"), lambda row: row.owner_name),
        Column(
            translate("ReportsPage", "Received"),
            lambda row: f"{row.received_at:%d/%m/%Y}",
            width=112,
        ),
        Column(
            translate("ReportsPage", "Due"),
            lambda row: "" if row.due_at is None else f"{row.due_at:%d/%m/%Y}",
            width=112,
        ),
        Column(
            translate("ReportsPage", "State"),
            lambda row: state_badge(row.state)[1],
            width=150,
            badge=lambda row: state_badge(row.state),
        ),
    ]

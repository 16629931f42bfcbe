"""The catalogue: a list above which one types, and beside it the procedure in full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from counter_app.domain.catalogue_changes import ChangeKind
from counter_app.domain.procedure import ChannelRule, ChecklistLine, Gap, Procedure
from counter_app.domain.reasons import ReasonKind
from ui.models.table import Column, TableModel
from ui.notice import Kind, Notice
from ui.pages.catalogue.view_model import CatalogueViewModel, ProcedureLine, Which
from ui.procedure_words import channel_words, fee_words, gap_words, term_words
from ui.reason_words import reason_words
from ui.widgets.buttons import Button
from ui.widgets.card import SectionCard
from ui.widgets.facts import Facts
from ui.widgets.filter_line import FilterLine
from ui.widgets.noticebar import NoticeBar
from ui.widgets.page import Page
from ui.widgets.table import ListView

_DETAIL_WIDTH = 420


class CataloguePage(Page):
    """Draws a `CatalogueViewModel`."""

    def __init__(
        self,
        model: CatalogueViewModel,
        parent: QWidget | None = None,
        *,
        administers: bool = False,
    ) -> None:
        """Draw the catalogue; who `administers` it may go on to change a procedure."""
        super().__init__(QCoreApplication.translate("CataloguePage", "Catalogue"), parent)
        self._model = model
        self.search = FilterLine(self.tr("Code, words of the name, or initials"))
        self.which = {
            Which.ALL: QRadioButton(),
            Which.COMPLETE: QRadioButton(),
            Which.INCOMPLETE: QRadioButton(),
            Which.NEWS: QRadioButton(),
        }
        self.table = TableModel(
            self._table_columns(), lambda line: (line.row.code, line.news), self
        )
        self.list = ListView(self.table)
        self.list.setAccessibleName(self.tr("List of procedures"))
        self.notices = NoticeBar()
        self.missing = NoticeBar()
        self.change = Button(self.tr("Change"), "Ctrl+E", icon="pencil", look="quiet")
        if not administers:
            self.change.hide()
        self.post = Button(self.tr("Posting"), "Ctrl+P", icon="printer", look="quiet")
        self.board = Button(self.tr("List with fees"), "Ctrl+Shift+P", icon="printer", look="quiet")
        for button in (self.post, self.board):
            button.setVisible(model.can_print)
        self.facts = Facts(112)
        self.checklist = Facts(28)
        self._lay_out()
        self._wire()
        self._render()

    def entered(self) -> None:
        """Read again, and begin where one types."""
        self._model.refresh()
        self.search.begin()

    def show_item(self, item: object) -> None:
        """Look for the words or the code that another page points at."""
        if isinstance(item, str):
            self.search.setText(item)
            self._model.set_typed(item)
            self._model.find()

    def _table_columns(self) -> list[Column[ProcedureLine]]:
        return [
            Column(self.tr("Code"), lambda line: line.row.code, width=112, number=True),
            Column(self.tr("Procedure"), lambda line: line.row.name),
            Column(self.tr("Sector"), lambda line: line.row.sector, width=132),
            Column(
                self.tr("State"),
                lambda line: ", ".join(gap_words(gap) for gap in line.gaps),
                width=148,
                badge=self._state,
                tip=lambda line: self._lacks(line.gaps) if line.gaps else self.tr("Complete"),
            ),
        ]

    def _state(self, line: ProcedureLine) -> tuple[Kind, str, str]:
        if line.news is not None:
            words = {
                ChangeKind.NEW: (Kind.GOOD, self.tr("new {day}")),
                ChangeKind.CHANGED: (Kind.INFO, self.tr("changed {day}")),
                ChangeKind.ABOLISHED: (Kind.QUIET, self.tr("abolished {day}")),
            }
            kind, said = words[line.news.kind]
            return kind, said.format(day=f"{line.news.valid_from:%d/%m}"), ""
        if line.row.complete:
            return Kind.GOOD, self.tr("Complete"), ""
        return Kind.WARN, self.tr("Incomplete"), ""

    def _lay_out(self) -> None:
        self.search.setMaximumWidth(480)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self.search, 2)
        group = QButtonGroup(self)
        for button in self.which.values():
            group.addButton(button)
            top.addWidget(button)
        top.addStretch(1)
        top.addWidget(self.board)
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addWidget(self.list, 1)
        both.addWidget(self._detail())
        self.body.addLayout(top)
        self.body.addWidget(self.notices)
        self.body.addLayout(both, 1)

    def _detail(self) -> QWidget:
        self.name = QLabel()
        self.name.setProperty("role", "section")
        self.name.setWordWrap(True)
        procedure = SectionCard(self.tr("Procedure"))
        procedure.body.setSpacing(8)
        procedure.body.addWidget(self.name)
        procedure.body.addWidget(self.missing)
        procedure.body.addWidget(self.facts)
        acts = QHBoxLayout()
        acts.addWidget(self.post)
        acts.addWidget(self.change)
        acts.addStretch(1)
        procedure.body.addLayout(acts)
        papers = SectionCard(self.tr("Papers asked for"))
        papers.body.addWidget(self.checklist)
        self.papers = papers
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(procedure)
        column.addWidget(papers)
        column.addStretch(1)
        self.detail = QScrollArea()
        self.detail.setWidgetResizable(True)
        self.detail.setFixedWidth(_DETAIL_WIDTH)
        self.detail.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.detail.setWidget(inside)
        return self.detail

    def _wire(self) -> None:
        model = self._model
        self.search.typed.connect(model.set_typed)
        self.search.taken.connect(self._to_list)
        self.search.left_down.connect(self._to_list)
        self.list.typed.connect(self.search.take_letter)
        self.list.pointed.connect(model.point)
        for which, button in self.which.items():
            button.clicked.connect(lambda _=False, which=which: model.set_which(which))
        self.change.clicked.connect(self._change)
        self.post.clicked.connect(model.post)
        self.board.clicked.connect(model.post_all)
        self.notices.closed.connect(model.close_notice)
        model.changed.connect(self._render)

    def _change(self) -> None:
        procedure = self._model.shown.procedure
        if procedure is not None:
            self.go.emit("administration", procedure.code)

    def _to_list(self) -> None:
        self._model.find()
        if self.table.rows:
            self.list.set_row(max(self.list.row, 0))
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _render(self) -> None:
        shown = self._model.shown
        self.notices.show_notice(shown.notice)
        counts = (
            (Which.ALL, self.tr("All %n", "", shown.complete + shown.incomplete)),
            (Which.COMPLETE, self.tr("Complete %n", "", shown.complete)),
            (Which.INCOMPLETE, self.tr("Incomplete %n", "", shown.incomplete)),
            (Which.NEWS, self.tr("New since a month %n", "", shown.news)),
        )
        for which, words in counts:
            self.which[which].setText(words)
            self.which[which].setChecked(which is shown.which)
        self.table.set_rows(shown.lines)
        if not shown.read:
            self.list.set_empty(self.tr("Reading…"))
        elif shown.complete + shown.incomplete == 0:
            self.list.set_empty(self.tr("The centre has published no procedures. Sync with F7."))
        elif shown.which is Which.NEWS and not shown.typed:
            self.list.set_empty(self.tr("Nothing is new since a month."))
        else:
            self.list.set_empty(self.tr("Nothing matches. Try fewer words."))
        self._render_detail(shown.procedure)

    def _render_detail(self, procedure: Procedure | None) -> None:
        self.detail.setVisible(procedure is not None)
        if procedure is None:
            return
        gaps = self._model.shown.gaps
        self.name.setText(procedure.name or procedure.code)
        self.missing.show_notice(Notice(Kind.WARN, self._lacks(gaps)) if gaps else None)
        self.facts.set_facts(list(self._facts(procedure)))
        self.checklist.set_facts(
            [
                (f"{place}.", _paper_words(line, self.tr("if there is one")))
                for place, line in enumerate(procedure.checklist, start=1)
            ]
        )
        self.papers.setVisible(bool(procedure.checklist))

    def _lacks(self, gaps: Sequence[Gap]) -> str:
        words = ", ".join(gap_words(gap) for gap in gaps)
        return self.tr("Cannot be used for intake. Missing: {what}.").format(what=words)

    def _facts(self, procedure: Procedure) -> Iterator[tuple[str, str]]:
        yield self.tr("Code"), procedure.code
        yield self.tr("Sector"), procedure.sector
        yield self.tr("Level"), procedure.level
        service = procedure.service_level
        yield self.tr("Online service"), self.tr("level {n}").format(n=service) if service else ""
        yield self.tr("Agency"), procedure.published_agency
        yield self.tr("With"), procedure.coordinating
        yield self.tr("For"), procedure.subjects
        yield self.tr("Decision"), procedure.decision
        for rule in procedure.rules:
            yield channel_words(rule.channel).capitalize(), self._rule_words(rule)
        for one in procedure.exemptions:
            words = reason_words(ReasonKind.EXEMPTION, one.reason)
            yield self.tr("Let off"), f"{words} {one.percent}%"
        yield self.tr("Result"), procedure.result
        yield self.tr("Linked"), ", ".join(procedure.linked)

    def _rule_words(self, rule: ChannelRule) -> str:
        words = [term_words(rule.term) or self._unknown_term(rule)]
        if rule.cut_off is not None:
            words.append(self.tr("cut-off {time}").format(time=f"{rule.cut_off:%H:%M}"))
        words += [fee_words(fee) for fee in rule.fees]
        if rule.free:
            words.append(self.tr("free of charge"))
        return "\n".join(words)

    def _unknown_term(self, rule: ChannelRule) -> str:
        if rule.unparsed_term:
            return self.tr("“{text}”, the unit is not said").format(text=rule.unparsed_term)
        return self.tr("no term is said")


def _paper_words(line: ChecklistLine, optional: str) -> str:
    return line.name if line.required else f"{line.name} ({optional})"

"""Draws the publishing of the catalogue: what would change, and one procedure in a form."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from counter_app.domain.catalogue_changes import ChangeKind
from ui.models.table import Column, TableModel
from ui.notice import Kind
from ui.pages.administration.procedure_form import procedure_fields
from ui.pages.administration.publishing import Line, PublishingViewModel
from ui.procedure_words import gap_words
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.card import SectionCard
from ui.widgets.dates import shown_day
from ui.widgets.field import TextField
from ui.widgets.form import Form
from ui.widgets.noticebar import NoticeBar
from ui.widgets.scrolled import Scrolled
from ui.widgets.sheet_form import SheetForm
from ui.widgets.table import ListView
from ui.widgets.wrapped import WrappedLabel

_FORM_WIDTH = 560
AskFile = Callable[[QWidget, str], Path | None]


def ask_file(parent: QWidget, title: str) -> Path | None:
    """Ask for a catalogue."""
    chosen, _ = QFileDialog.getOpenFileName(parent, title, "", "*.xlsx *.jsonl (*.xlsx *.jsonl)")
    return Path(chosen) if chosen else None


class PublishingPart(Form):
    """Ctrl+O takes a file, F8 looks at the form, F9 publishes what was looked at."""

    posting_wanted = Signal(str)
    """The sheet that is posted of this procedure (its code) is to be printed."""

    def __init__(
        self,
        model: PublishingViewModel,
        ask: AskFile = ask_file,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.model, self._ask = model, ask
        self.setAccessibleName(self.tr("Catalogue"))
        self.notices = NoticeBar()
        self.day = TextField(self.tr("Holds from"), self.tr("dd/mm/yyyy")).without_error_line()
        self.take = Button(self.tr("Open a file…"), "Ctrl+O", icon="upload")
        self.told = QLabel()
        self.told.setProperty("role", "caption")
        self.told.setWordWrap(True)
        self.table: TableModel[Line] = TableModel(
            self._columns(), lambda line: (line.code, line.day), self
        )
        self.list = ListView(self.table)
        self.list.setAccessibleName(self.tr("What changes"))
        self.wanted = TextField(self.tr("Change one procedure (code)")).without_error_line()
        self.show_one = Button(self.tr("Show"), "Ctrl+Return")
        self.form = SheetForm()
        self.versions = WrappedLabel()
        self.versions.setProperty("role", "caption")
        self.post = Button(self.tr("Posting"), "Ctrl+P", icon="printer", look="quiet")
        self.look = Button(self.tr("See what would change"), "F8")
        self.publish = PrimaryButton(self.tr("Publish"), "F9")
        self.discard = Button(self.tr("Discard"), look="quiet")
        self._lay_out()
        self._wire()
        self._render()

    def entered(self) -> None:
        """Read the news, and stand in the list."""
        self.model.refresh()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _columns(self) -> list[Column[Line]]:
        return [
            Column(
                self.tr("Change"), lambda line: self._kind(line)[1], width=112, badge=self._kind
            ),
            Column(self.tr("Code"), lambda line: line.code, width=112, number=True),
            Column(self.tr("Procedure"), lambda line: line.name),
            Column(self.tr("What"), self._what, width=168, tip=self._what),
        ]

    def _lay_out(self) -> None:
        self.day.setFixedWidth(128)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.day)
        top.addWidget(self.take, 0, Qt.AlignmentFlag.AlignBottom)
        top.addWidget(self.told, 1, Qt.AlignmentFlag.AlignBottom)
        top.addWidget(self.discard, 0, Qt.AlignmentFlag.AlignBottom)
        top.addWidget(self.publish, 0, Qt.AlignmentFlag.AlignBottom)
        card = SectionCard(self.tr("One procedure"))
        card.setFixedWidth(_FORM_WIDTH)
        asked = card.row(self.wanted, self.show_one, stretch=(1, 0))
        asked.setAlignment(self.show_one, Qt.AlignmentFlag.AlignBottom)
        card.body.setSpacing(8)
        card.body.addWidget(self.versions)
        card.body.addWidget(Scrolled(self.form), 1)
        card.row(self.post, self.look, stretch=(0, 1))
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addWidget(self.list, 1)
        both.addWidget(card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.notices)
        column.addLayout(both, 1)

    def _wire(self) -> None:
        model = self.model
        self.day.edited.connect(model.set_day)
        self.take.clicked.connect(self._open)
        self.wanted.edited.connect(model.set_wanted)
        self.show_one.clicked.connect(model.find)
        self.form.edited.connect(model.edit)
        self.form.left.connect(model.leave)
        self.look.clicked.connect(model.look)
        self.post.clicked.connect(lambda: self.posting_wanted.emit(model.text("code")))
        self.publish.clicked.connect(model.publish)
        self.discard.clicked.connect(model.discard)
        self.list.opened.connect(self._show_line)
        self.notices.closed.connect(model.close_notice)
        model.changed.connect(self._render)

    def _open(self) -> None:
        path = self._ask(self, self.tr("Open a catalogue"))
        if path is not None:
            self.model.open_file(path)

    def _show_line(self, place: int) -> None:
        line = self.table.row_at(place)
        if line is not None:
            self.model.set_wanted(line.code)
            self.model.find()
            self.form.begin()

    def _render(self) -> None:
        shown = self.model.shown
        self.notices.show_notice(shown.notice)
        self.day.set_text(shown.day)
        self.wanted.set_text(shown.wanted)
        self.told.setText(self._summary())
        self.table.set_rows(shown.lines)
        self.list.set_empty(self.tr("Nothing is new since a month. Ctrl+O takes a file."))
        if shown.values:
            self.form.lay_out(procedure_fields(shown.values, shown.around))
        self.form.setVisible(bool(shown.values))
        self.form.show_values(shown.values, shown.faults)
        self.versions.setText(self._versions())
        self.take.setEnabled(not shown.busy)
        self.look.setEnabled(bool(shown.values) and not shown.busy)
        self.post.setEnabled(bool(self.model.text("code")))
        self.publish.setEnabled(shown.can_publish)
        self.discard.setEnabled(shown.seen is not None)

    def _versions(self) -> str:
        shown = self.model.shown
        if not shown.versions:
            return ""
        days = ", ".join(map(shown_day, shown.versions))
        return self.tr("Versions from: {days}").format(days=days)

    def _summary(self) -> str:
        shown = self.model.shown
        if shown.seen is None:
            return self.tr("New since a month")
        counts = {kind: len(shown.seen.of(kind)) for kind in ChangeKind}
        words = [
            self.tr("%n new", "", counts[ChangeKind.NEW]),
            self.tr("%n changed", "", counts[ChangeKind.CHANGED]),
            self.tr("%n incomplete", "", len(shown.seen.incomplete())),
            self.tr("%n unchanged", "", shown.seen.unchanged),
        ]
        if shown.seen.kept:
            words.append(self.tr("%n kept as they are", "", len(shown.seen.kept)))
        if shown.unread:
            words.append(self.tr("%n line(s) cannot be read", "", len(shown.unread)))
        return " · ".join(words)

    def _kind(self, line: Line) -> tuple[Kind, str, str]:
        return {
            ChangeKind.NEW: (Kind.GOOD, self.tr("new"), ""),
            ChangeKind.CHANGED: (Kind.INFO, self.tr("changed"), ""),
            ChangeKind.ABOLISHED: (Kind.QUIET, self.tr("abolished"), ""),
        }[line.kind]

    def _what(self, line: Line) -> str:
        if line.gaps:
            return self.tr("lacks {what}").format(
                what=", ".join(gap_words(gap) for gap in line.gaps)
            )
        words = [self._part_words(part) for part in line.parts]
        return ", ".join([shown_day(line.day), *words] if line.day else words)

    def _part_words(self, part: str) -> str:
        return {
            "name": self.tr("name"),
            "sector": self.tr("sector"),
            "agency_code": self.tr("agency"),
            "rules": self.tr("term or fees"),
            "checklist": self.tr("papers"),
            "decision": self.tr("decision"),
            "result": self.tr("result"),
            "internal_workflow": self.tr("internal workflow"),
            "service_level": self.tr("online service"),
            "exemptions": self.tr("exemptions"),
            "linked": self.tr("linked procedures"),
            "no_appointment": self.tr("appointment"),
            "valid_to": self.tr("end"),
        }.get(part, part)

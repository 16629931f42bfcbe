"""Draws the places: a search, the list, and what a file would change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from counter_app.domain.amounts import grouped
from counter_app.domain.places import PlaceChangeKind
from ui.models.table import Column, TableModel
from ui.notice import Kind
from ui.pages.administration.places import PlaceLine, PlacesViewModel, Which
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.choices import ChoiceField
from ui.widgets.field import TextField
from ui.widgets.form import Form
from ui.widgets.noticebar import NoticeBar
from ui.widgets.table import ListView

_DAY_WIDTH = 128
_WHICH_WIDTH = 208
_PROVINCE_WIDTH = 168
AskPath = Callable[[QWidget], Path | None]


class PlacesPart(Form):
    """Ctrl+F searches, Ctrl+O looks at a file, F9 publishes it, Ctrl+E writes the list."""

    def __init__(
        self,
        model: PlacesViewModel,
        ask_open: AskPath | None = None,
        ask_save: AskPath | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.model = model
        self._ask_open, self._ask_save = ask_open or _ask_open, ask_save or _ask_save
        self.setAccessibleName(self.tr("Places"))
        self.notices = NoticeBar()
        self.search = TextField(
            self.tr("Search"), self.tr("words without diacritics")
        ).without_error_line()
        self.which = ChoiceField(self.tr("List")).without_error_line()
        self.day = TextField(self.tr("Holds from"), self.tr("dd/mm/yyyy")).without_error_line()
        self.province = ChoiceField(self.tr("Add a whole province")).without_error_line()
        self.take = Button(self.tr("Open a file…"), "Ctrl+O", icon="upload")
        self.write = Button(self.tr("Write CSV…"), "Ctrl+E", look="quiet")
        self.publish = PrimaryButton(self.tr("Publish"), "F9")
        self.discard = Button(self.tr("Discard"), look="quiet")
        self.told = QLabel()
        self.told.setProperty("role", "caption")
        self.table: TableModel[PlaceLine] = TableModel(
            self._columns(), lambda line: (line.name, line.now), self
        )
        self.list = ListView(self.table)
        self.list.setAccessibleName(self.tr("Places"))
        self._lay_out()
        self._wire()
        self._render()

    def entered(self) -> None:
        """Read again, and stand in the search."""
        self.model.refresh()
        self.search.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _columns(self) -> list[Column[PlaceLine]]:
        return [
            Column("", lambda line: "", width=128, badge=_kind),
            Column(self.tr("Place"), lambda line: line.name),
            Column(self.tr("Is now"), lambda line: line.now),
            Column(self.tr("Led to"), lambda line: line.before, width=208),
        ]

    def _lay_out(self) -> None:
        self.which.setFixedWidth(_WHICH_WIDTH)
        self.day.setFixedWidth(_DAY_WIDTH)
        self.province.setFixedWidth(_PROVINCE_WIDTH)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.search, 1)
        top.addWidget(self.which)
        top.addWidget(self.day)
        top.addWidget(self.province)
        for button in (self.take, self.publish, self.discard, self.write):
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.notices)
        column.addWidget(self.told)
        column.addWidget(self.list, 1)

    def _wire(self) -> None:
        model = self.model
        self.search.edited.connect(model.search)
        self.which.chosen.connect(lambda which: model.choose(Which(str(which))))
        self.day.edited.connect(model.set_day)
        self.province.chosen.connect(self._add_province)
        self.take.clicked.connect(self._open)
        self.write.clicked.connect(self._write)
        self.publish.clicked.connect(model.publish)
        self.discard.clicked.connect(model.discard)
        self.list.typed.connect(self._type)
        self.notices.closed.connect(model.close_notice)
        model.changed.connect(self._render)

    def _type(self, letter: str) -> None:
        self.search.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.line.setText(self.search.text + letter)
        self.model.search(self.search.text)

    def _add_province(self, name: object) -> None:
        if name:
            self.model.add_province(str(name))

    def _open(self) -> None:
        path = self._ask_open(self)
        if path is not None:
            self.model.open_file(path)

    def _write(self) -> None:
        path = self._ask_save(self)
        if path is not None:
            self.model.write_file(path)

    def _render(self) -> None:
        shown = self.model.shown
        self.notices.show_notice(shown.notice)
        self.search.set_text(shown.typed)
        self.day.set_text(shown.day)
        present = self.tr("present places: {count}").format(count=grouped(shown.present))
        former = self.tr("former places: {count}").format(count=grouped(shown.former))
        choices: list[tuple[object, str]] = [(Which.PRESENT, present), (Which.FORMER, former)]
        if shown.coming is not None:
            choices.append((Which.CHANGES, self.tr("what would change")))
        self.which.set_choices(choices)
        self.which.set_key(shown.which)
        self.told.setText(self._told())
        self.told.setVisible(bool(self.told.text()))
        self.table.set_rows(shown.lines)
        self.list.set_empty(
            self.tr("Nothing is found.")
            if shown.typed
            else self.tr("No places yet. Ctrl+O reads them from a CSV file.")
        )
        changes = shown.which is Which.CHANGES
        self.list.setColumnHidden(0, not changes)
        self.list.setColumnHidden(2, shown.which is Which.PRESENT)
        self.list.setColumnHidden(3, not changes)
        self.publish.setEnabled(shown.can_publish)
        self.discard.setVisible(shown.coming is not None)
        self.province.set_choices([("", "…"), *((name, name) for name in shown.provinces)])
        self.province.setVisible(bool(shown.provinces))
        self.province.setEnabled(not shown.busy)
        if shown.coming is None:
            self.province.set_key("")
        self.take.setEnabled(shown.read and not shown.busy)
        self.write.setEnabled(shown.read and bool(shown.present or shown.former))

    def _told(self) -> str:
        shown = self.model.shown
        parts = [f"{kind_words(kind)}: {grouped(count)}" for kind, count in shown.counts]
        if shown.found > len(shown.lines):
            words = self.tr("The first {count} of {found} are listed; search for the others.")
            parts.append(words.format(count=grouped(len(shown.lines)), found=grouped(shown.found)))
        return " · ".join([*([shown.file] if shown.file and shown.counts else []), *parts])


def kind_words(kind: PlaceChangeKind) -> str:
    """Return what happens to a place."""
    translate = QCoreApplication.translate
    return {
        PlaceChangeKind.NEW: translate("PlacesPart", "new"),
        PlaceChangeKind.GONE: translate("PlacesPart", "gone"),
        PlaceChangeKind.CHANGED: translate("PlacesPart", "changed"),
    }[kind]


def _kind(line: PlaceLine) -> tuple[Kind, str, str] | None:
    if line.kind is None:
        return None
    shown = {
        PlaceChangeKind.NEW: Kind.GOOD,
        PlaceChangeKind.GONE: Kind.BAD,
        PlaceChangeKind.CHANGED: Kind.WARN,
    }[line.kind]
    return shown, kind_words(line.kind), ""


def _ask_open(parent: QWidget) -> Path | None:
    title = QCoreApplication.translate("PlacesPart", "Open a list of places")
    chosen, _ = QFileDialog.getOpenFileName(parent, title, "", "*.csv (*.csv)")
    return Path(chosen) if chosen else None


def _ask_save(parent: QWidget) -> Path | None:
    title = QCoreApplication.translate("PlacesPart", "Write the list of places")
    chosen, _ = QFileDialog.getSaveFileName(parent, title, "places.csv", "*.csv (*.csv)")
    return Path(chosen) if chosen else None

"""Many dossiers that differ in their people only: a procedure, a list, and one key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ui.dialogs.open_file import AskFile
from ui.dialogs.save_file import AskPath
from ui.models.table import TableModel
from ui.pages.callers.parts import ACT_KEYS, Part
from ui.pages.callers.shown import Shown
from ui.pages.callers.view_model import CallersViewModel
from ui.pages.callers.words import left_columns, left_of
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.field import TextField
from ui.widgets.progress import LongWork
from ui.widgets.table import ListView

FILE_KEYS = "Ctrl+O"
_PATTERNS = "*.xlsx"


class CampaignPart(Part):
    """The list is read and looked through before anything is taken in."""

    def __init__(self, model: CallersViewModel, ask_open: AskFile, ask_save: AskPath) -> None:
        super().__init__(model)
        self._ask_open, self._ask_save = ask_open, ask_save
        self.code = TextField(self.tr("Procedure code"), "1.001193", required=True)
        self.file = Button(self.tr("Choose the list of people"), FILE_KEYS, icon="upload")
        self.template = Button(self.tr("Save an empty list"), look="link")
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.act = PrimaryButton("", ACT_KEYS, icon="file-plus")
        self.work = LongWork()
        self.fields.addWidget(self.code)
        for widget in (self.file, self.template):
            self.fields.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        self.fields.addWidget(self.told)
        self.fields.addWidget(self.act, 0, Qt.AlignmentFlag.AlignLeft)
        self.fields.addWidget(self.work)
        self.fields.addStretch(1)
        self.table = TableModel(left_columns(), lambda one: (one.row, repr(one)), self)
        self.list = ListView(self.table)
        self.list.setAccessibleName(self.tr("Lines without a dossier"))
        self.side.addWidget(self.list, 1)
        self._busy = False
        self.code.edited.connect(model.name_procedure)
        self.file.clicked.connect(self._read)
        self.template.clicked.connect(self._save)
        self.act.clicked.connect(model.take_in)
        self.work.cancelled.connect(model.cancel)
        model.advanced.connect(lambda done, total, _: self.work.advance(done, total))

    def begin(self) -> None:
        """Stand on the procedure."""
        self.code.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def render_part(self, shown: Shown) -> None:
        """Draw the procedure, the list, and what came of it."""
        self.code.set_hint(shown.procedure_name)
        lines = 0 if shown.listed is None else len(shown.listed.file.lines)
        self.told.setText(self._told(shown))
        self.act.set_word(self.tr("Take in %n dossier(s)", "", lines))
        ready = bool(lines and shown.procedure_name) and shown.done is None
        self.act.setEnabled(ready and not shown.busy)
        self.file.setEnabled(not shown.busy)
        self.table.set_rows(left_of(shown))
        if shown.listed is None:
            self.list.set_empty(self.tr("Lines that cannot be taken in will stand here."))
        else:
            self.list.set_empty(self.tr("Every line can be read."))
        if shown.busy != self._busy:
            self._busy = shown.busy
            if shown.busy:
                self.work.begin(self.tr("Taking in"))
            else:
                self.work.finish()

    def _told(self, shown: Shown) -> str:
        if shown.listed is None:
            return self.tr("Each line becomes a dossier with all papers the procedure requires.")
        if shown.done is None:
            words = self.tr("{file}: {lines} people, {left} lines cannot be read")
            return words.format(
                file=shown.listed.path.name,
                lines=len(shown.listed.file.lines),
                left=len(shown.listed.file.problems),
            )
        words = self.tr("{taken} taken in, {known} taken in before, {left} left out")
        return words.format(
            taken=len(shown.done.taken_in),
            known=len(shown.done.open_already),
            left=len(shown.done.left_out),
        )

    def _read(self) -> None:
        path = self._ask_open(self, self.tr("List of people"), _PATTERNS)
        if path is not None:
            self.model.read(path)

    def _save(self) -> None:
        path = self._ask_save(self, self.tr("Save an empty list"), "danh-sach.xlsx")
        if path is not None:
            self.model.save_template(path)

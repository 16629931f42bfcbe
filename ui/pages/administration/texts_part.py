"""Draws the texts of forms and notices, and the paper with what is typed on it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from ui.models.table import Column
from ui.notice import Kind
from ui.pages.administration.listing_part import Act, ListingPart
from ui.pages.administration.texts import TextLine, TextsViewModel, shown_text
from ui.tasks import Lane, Tasks
from ui.widgets.field import NoteField
from ui.widgets.preview import PdfPreview
from ui.widgets.sheet_form import FormField, Shape
from ui.widgets.wrapped import WrappedLabel

_TEXT_HEIGHT = 120
_PREVIEW_HEIGHT = 240


class TextsPart(ListingPart):
    """The paper below the list follows what is typed; F9 publishes the text."""

    def __init__(self, model: TextsViewModel, tasks: Tasks, parent: QWidget | None = None) -> None:
        self.texts = model
        self.paper = PdfPreview(tasks, Lane.PAPER)
        self.paper.setMinimumHeight(_PREVIEW_HEIGHT)
        self.message = WrappedLabel()
        self._drawn: object = None
        translate = QCoreApplication.translate
        fields = [
            [FormField("text", translate("TextsPart", "Text"), Shape.LINES, required=True)],
            [FormField("valid_from", translate("TextsPart", "Holds from"), required=True)],
        ]
        acts = [
            Act("save", translate("TextsPart", "Publish"), model.save, "F9", primary=True),
            Act(
                "restore",
                translate("TextsPart", "As the program has it"),
                model.restore,
                fits=lambda _: model.may_restore(),
                sure=translate("TextsPart", "Press once more: the own words end"),
            ),
        ]
        name = translate("TextsPart", "Texts of papers and notices")
        super().__init__(model, name, _columns(), fields, acts, parent)
        text = self.form.fields["text"]
        if isinstance(text, NoteField):
            text.area.setFixedHeight(_TEXT_HEIGHT)
        self.new.hide()

    def _lay_out(self) -> None:
        super()._lay_out()
        self.left.addWidget(self.message)
        self.left.addWidget(self.paper, 1)
        self.paper.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _render(self) -> None:
        super()._render()
        shown = self.texts.shown
        picked: TextLine | None = shown.picked
        said = self.texts.message()
        self.message.setText(said)
        self.message.setVisible(bool(said))
        paper = picked is not None and not picked.is_notice
        self.paper.setVisible(paper)
        what = (picked, shown.values.get("text"))
        if what != self._drawn:
            self._drawn = what
            self.paper.show_document(self.texts.draw if paper else None)


def section_words(line: TextLine) -> str:
    """Return which paper, or which notice, a text belongs to."""
    translate = QCoreApplication.translate
    papers = {
        "receipt": translate("TextsPart", "Receipt"),
        "control_slip": translate("TextsPart", "Control slip"),
        "supplement": translate("TextsPart", "Supplement slip"),
        "refusal": translate("TextsPart", "Refusal slip"),
        "apology": translate("TextsPart", "Apology letter"),
        "stop": translate("TextsPart", "Stop notice"),
    }
    notices = {
        "received": translate("TextsPart", "Notice: received"),
        "supplement": translate("TextsPart", "Notice: papers wanted"),
        "fee": translate("TextsPart", "Notice: fee"),
        "result": translate("TextsPart", "Notice: result"),
        "apology": translate("TextsPart", "Notice: apology"),
    }
    return (notices if line.is_notice else papers).get(line.section, line.section)


def _columns() -> list[Column[TextLine]]:
    translate = QCoreApplication.translate
    return [
        Column(translate("TextsPart", "Paper"), section_words, width=176),
        Column(
            translate("TextsPart", "Says"),
            lambda line: shown_text(line.words).replace("\n", " · "),
            tip=lambda line: shown_text(line.words),
        ),
        Column("", lambda _: "", width=112, badge=_own),
    ]


def _own(line: TextLine) -> tuple[Kind, str, str] | None:
    if line.own is None:
        return None
    return Kind.INFO, QCoreApplication.translate("TextsPart", "own words"), ""

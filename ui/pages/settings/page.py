"""The settings of this machine."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.notice import Kind, Notice
from ui.pages.settings.view_model import FORMS, PAPERS, SettingsViewModel
from ui.widgets.buttons import Button
from ui.widgets.card import SectionCard
from ui.widgets.choices import ChoiceField
from ui.widgets.field import TextField
from ui.widgets.noticebar import NoticeBar
from ui.widgets.numbers import NumberField
from ui.widgets.page import Page
from ui.widgets.wrapped import WrappedLabel

SCALES = (100, 125, 150, 175, 200)
IDLE_MINUTES = (5, 10, 15, 30, 60)


class SettingsPage(Page):
    """Look, lock, printers and scanner. Every choice holds at once and is kept at once."""

    def __init__(self, model: SettingsViewModel, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("SettingsPage", "Settings"), parent)
        self._model = model
        model.setParent(self)
        self.notices = NoticeBar()
        self.notices.acted.connect(model.load)
        self.notices.closed.connect(model.forget_notice)
        self.restart = NoticeBar()
        self.printers: dict[str, ChoiceField] = {}
        self.papers: dict[str, ChoiceField] = {}
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, cards in (
            (left, (self._look_card(), self._lock_card())),
            (right, (self._printer_card(), self._scanner_card())),
        ):
            column.setSpacing(8)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(8)
        both.addLayout(left, 2)
        both.addLayout(right, 3)
        self.body.addWidget(self.notices)
        self.body.addWidget(self.restart)
        self.body.addLayout(both, 1)
        model.changed.connect(self._render)
        self._render()

    def entered(self) -> None:
        """Look for printers that came since."""
        self._model.load()
        self.theme.setFocus()

    def take_scan(self, text: str) -> bool:
        """Show every scan as it came, while this page is open."""
        self._model.take_scan(text)
        return True

    def _look_card(self) -> SectionCard:
        card = SectionCard(self.tr("Look"))
        self.theme = ChoiceField(
            self.tr("Colours"),
            [
                ("system", self.tr("As the system")),
                ("light", self.tr("Light")),
                ("dark", self.tr("Dark")),
            ],
        )
        self.theme.chosen.connect(self._model.set_theme)
        sizes: list[tuple[object, str]] = [(size, f"{size} %") for size in SCALES]
        self.scale = ChoiceField(self.tr("Size"), [(0, self.tr("As the system")), *sizes])
        self.scale.chosen.connect(self._model.set_scale)
        card.row(self.theme, self.scale)
        return card

    def _lock_card(self) -> SectionCard:
        card = SectionCard(self.tr("Lock"))
        waits: list[tuple[object, str]] = [
            (minutes, self.tr("after %n minutes", "", minutes)) for minutes in IDLE_MINUTES
        ]
        self.idle = ChoiceField(
            self.tr("Lock when nobody touches keys or mouse"), [*waits, (0, self.tr("never"))]
        )
        self.idle.chosen.connect(self._model.set_idle_minutes)
        card.row(self.idle)
        return card

    def _printer_card(self) -> SectionCard:
        card = SectionCard(self.tr("Printers"))
        for form in FORMS:
            word = self._form_word(form)
            printer = ChoiceField(self.tr("{form}: printer").format(form=word))
            papers: list[tuple[object, str]] = [
                (paper, self._paper_word(paper)) for paper in PAPERS[form]
            ]
            paper = ChoiceField(self.tr("Paper"), papers)
            paper.combo.setAccessibleName(self.tr("{form}: paper").format(form=word))
            printer.chosen.connect(lambda name, form=form: self._model.set_printer(form, name))
            paper.chosen.connect(lambda size, form=form: self._model.set_paper(form, size))
            self.printers[form], self.papers[form] = printer, paper
            card.row(printer, paper, stretch=(3, 2))
        self.look_again = Button(self.tr("Look for printers again"), icon="refresh", look="quiet")
        self.look_again.clicked.connect(self._model.load)
        card.body.addWidget(self.look_again, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _scanner_card(self) -> SectionCard:
        card = SectionCard(self.tr("Scanner"))
        told = WrappedLabel(
            self.tr(
                "Scan any code now: it is shown below as it came. When letters are missing, allow"
                " longer pauses; when typing is taken for a scan, allow shorter ones."
            )
        )
        card.body.addWidget(told)
        self.scanned = TextField(self.tr("Last scan"), self.tr("nothing scanned yet"))
        self.scanned.line.setReadOnly(True)
        card.row(self.scanned)
        self.gap = NumberField(self.tr("Longest pause between keys, in ms"), 5, 200)
        self.gap.left.connect(lambda: self._model.set_scan_gap(self.gap.value or 30))
        self.prefix = TextField(self.tr("Prefix that the scanner sends"), self.tr("none"))
        self.prefix.edited.connect(self._model.set_scan_prefix)
        card.row(self.gap, self.prefix)
        return card

    def _render(self) -> None:
        shown = self._model.shown
        self.theme.set_key(shown.settings.theme)
        self.scale.set_key(shown.settings.scale)
        self.idle.set_key(shown.settings.idle_minutes)
        for form in FORMS:
            chosen = shown.settings.printers.get(form, "")
            self.printers[form].set_choices(self._printer_choices(form, chosen))
            self.printers[form].set_key(chosen)
            gone = bool(chosen) and not shown.loading and chosen not in shown.printers
            self.printers[form].set_error(self.tr("This printer is not there now.") if gone else "")
            self.papers[form].set_key(shown.settings.papers.get(form, PAPERS[form][0]))
        self.look_again.setEnabled(not shown.loading)
        self.scanned.set_text(shown.scanned)
        if not self.gap.number.hasFocus():
            self.gap.set_value(shown.settings.scan_gap_ms)
        self.prefix.set_text(shown.settings.scan_prefix)
        self.notices.show_notice(shown.notice)
        self.restart.show_notice(
            Notice(Kind.INFO, self.tr("The new size holds when the program is started again."))
            if shown.restart_needed
            else None
        )

    def _printer_choices(self, form: str, chosen: str) -> list[tuple[object, str]]:
        names = self._model.shown.printers
        kept = (chosen,) if chosen and chosen not in names else ()
        none = self.tr("none: keep as PDF")
        if form == "fee_receipt":
            none = self.tr("that of the receipt")
        return [("", none), *((name, name) for name in (*names, *kept))]

    def _form_word(self, form: str) -> str:
        return {
            "receipt": self.tr("Receipt"),
            "control_slip": self.tr("Control slip"),
            "folder_label": self.tr("Folder label"),
            "fee_receipt": self.tr("Fee receipt"),
        }[form]

    def _paper_word(self, paper: str) -> str:
        return {
            "a4": "A4",
            "a5": "A5",
            "thermal": self.tr("80 mm roll"),
            "label": self.tr("label"),
        }[paper]

"""The page of one dossier: all its facts, its papers, and everything that happened to it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from counter_app.clock import to_ms
from counter_app.domain.receipt import Receipt
from counter_app.store.stories import Story
from counter_app.usecases.printing import PaperSize
from ui.dialogs.save_file import AskPath
from ui.dossier_words import state_badge
from ui.due_words import DueStanding
from ui.moments import long_moment
from ui.notice import Kind, Notice
from ui.pages.dossiers.act_bar import ActBar
from ui.pages.dossiers.act_panel import ActPanel
from ui.pages.dossiers.acts import Deed
from ui.pages.dossiers.correction_view import CorrectionView
from ui.pages.dossiers.dossier_view_model import DossierViewModel, ShownDossier
from ui.pages.dossiers.fact_words import people_facts, procedure_facts, way_facts
from ui.pages.dossiers.linked_part import Linked, Phases
from ui.pages.dossiers.paper_view import PaperView
from ui.pages.dossiers.parts import DueDays, History, Papers, Prints
from ui.pages.dossiers.printable import PAPERS, Printable, printable_words
from ui.theme import number_font
from ui.widgets.badge import Badge
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.card import SectionCard
from ui.widgets.facts import Facts
from ui.widgets.flow import FlowLayout
from ui.widgets.noticebar import NoticeBar

PRINT_KEYS = "Ctrl+P"
LOOK_KEYS = "Alt+P"
COPY_KEYS = "Ctrl+Shift+C"
BACK_KEYS = "Alt+Left"
FEES_KEYS = "Ctrl+T"
FEES_PAGE = "fees"
"""Key of the page where money is taken."""
_NUMBER_PX = 18


class DossierView(QWidget):
    """Draws a `DossierViewModel`."""

    back = Signal()
    """The list is wanted again."""
    other_wanted = Signal(object)
    """The page of another dossier, by its subject (UUID)."""

    def __init__(
        self, model: DossierViewModel, ask_path: AskPath, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model, self._ask_path = model, ask_path
        self._make_head()
        self._make_cards()
        self.bar = ActBar(model.acts)
        self.panel = ActPanel(model.acts)
        self.attention.acted.connect(lambda: model.acts.begin(Deed.SETTLE))
        self.notices = NoticeBar()
        self.notices.closed.connect(model.close_notice)
        body = QScrollArea()
        body.setWidgetResizable(True)
        body.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body.setWidget(self._columns())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._head_line())
        self.papers_line = self._papers_line()
        column.addWidget(self.papers_line)
        column.addWidget(self.bar)
        column.addWidget(self.attention)
        column.addWidget(self.notices)
        column.addWidget(self.panel)
        self.paper = PaperView(model)
        self.stack = QStackedWidget()
        self.stack.addWidget(body)
        self.stack.addWidget(self.paper)
        self.correction = CorrectionView(model.correcting, model.acts)
        self.stack.addWidget(self.correction)
        column.addWidget(self.stack, 1)
        model.changed.connect(self._render)
        # Bound methods: the model may live longer than its page.
        model.acts.done.connect(self._acted)
        model.acts.changed.connect(self._make_room)
        self._render()

    def _acted(self, *_: object) -> None:
        self.begin()

    def _make_room(self) -> None:
        """Leave the room and the one primary button to the act that is filled in."""
        self.papers_line.setVisible(self._model.acts.shown.sheet is None)
        if self.correction.wanted:
            self.bar.hide()
        left = not self.correction.wanted and self.stack.currentWidget() is self.correction
        self._show_place()
        if left:
            self.begin()

    def _show_place(self) -> None:
        """Show the facts, or in their place a paper or the intake to be corrected."""
        looking = self._model.shown.looked_at is not None
        self.stack.setCurrentIndex(2 if self.correction.wanted else int(looking))

    def begin(self) -> None:
        """Put the focus on the first act."""
        self.print.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_scan(self, text: str) -> bool:
        """Take a code for what is being filled in; False leaves it to the page."""
        acts = self._model.acts
        if acts.shown.deed is Deed.LINK:
            acts.edit("number", text.split("|", 1)[0])
            return True
        return self.correction.take_scan(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead back on Escape; as a shortcut it would take the key from the search box too."""
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            if self._model.shown.looked_at is not None:
                self._model.look_away()
                self.begin()
            elif self._model.acts.shown.sheet is not None:
                self._model.acts.close()
                self.begin()
            else:
                self.back.emit()
        else:
            super().keyPressEvent(event)

    def _make_head(self) -> None:
        self.number = QLabel()
        font = number_font()
        font.setPixelSize(_NUMBER_PX)
        self.number.setFont(font)
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.state, self.due, self.where = Badge(), Badge(), Badge()
        self.attention = NoticeBar()
        self.back_button = Button(self.tr("List"), BACK_KEYS, icon="arrow-left", look="quiet")
        self.back_button.clicked.connect(self.back)
        self.print = PrimaryButton(self.tr("Print the receipt again"), PRINT_KEYS, icon="printer")
        self.print.clicked.connect(lambda: self._model.print_again(*PAPERS[0]))
        self.more, self._print_menu = self._menu_button(self.tr("Print other"), "files")
        self.look, self._look_menu = self._menu_button(self.tr("Preview"), "eye", LOOK_KEYS)
        self.pdf, self._pdf_menu = self._menu_button(self.tr("Save as PDF"), "download")
        self._printable: tuple[Printable, ...] = ()
        self.copy = Button(self.tr("Copy the number"), COPY_KEYS, icon="copy")
        self.copy.clicked.connect(self._copy)
        self.fees = Button(self.tr("Collect the fee"), FEES_KEYS, icon="cash")
        self.fees.setVisible(self._model.may_collect)
        self.fees.clicked.connect(self._go_to_fees)
        self.unmask = QCheckBox(self.tr("Show identity numbers"))
        self.unmask.toggled.connect(self._model.unmask)

    def _make_cards(self) -> None:
        self.procedure = Facts()
        self.people = Facts()
        self.ways = Facts()
        self.papers = Papers()
        self.days = DueDays()
        self.prints = Prints()
        self.history = History()
        self.history.print_wanted.connect(self._print_letter)
        self.phases, self.linked = Phases(), Linked()
        self.linked.opened.connect(self.other_wanted)
        self.due_moment = QLabel()
        self.due_moment.setProperty("role", "section")
        self.due_moment.setWordWrap(True)
        self.promised = QLabel()
        self.promised.setProperty("role", "caption")
        self.promised.setWordWrap(True)

    def _head_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        for widget in (self.back_button, self.number, self.state, self.due, self.where):
            line.addWidget(widget)
        line.addStretch(1)
        return line

    def _papers_line(self) -> QWidget:
        holder = QWidget()
        line = FlowLayout(holder)
        for widget in (self.print, self.more, self.look, self.pdf, self.copy, self.fees):
            line.addWidget(widget)
        return holder

    def _columns(self) -> QWidget:
        both = QWidget()
        line = QHBoxLayout(both)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        for stretch, cards in (
            (
                3,
                (
                    (self.tr("Procedure"), (self.procedure,)),
                    (self.tr("Submitter and owner"), (self.people,)),
                    (self.tr("Papers handed in"), (self.papers,)),
                    (self.tr("Ways and money"), (self.ways,)),
                ),
            ),
            (
                2,
                (
                    (self.tr("Due"), (self.due_moment, self.promised, self.days)),
                    (self.tr("Phases and linked dossiers"), (self.phases, self.linked)),
                    (self.tr("History"), (self.history,)),
                    (self.tr("Printed at this counter"), (self.prints,)),
                ),
            ),
        ):
            column = QVBoxLayout()
            column.setSpacing(12)
            for title, widgets in cards:
                card = SectionCard(title)
                card.body.setSpacing(8)
                for widget in widgets:
                    card.body.addWidget(widget)
                if self.linked in widgets:
                    self.belonging = card
                if self.people in widgets:
                    card.head.addWidget(self.unmask)
                column.addWidget(card)
            column.addStretch(1)
            line.addLayout(column, stretch)
        return both

    def _menu_button(self, word: str, icon: str, keys: str = "") -> tuple[Button, QMenu]:
        button = Button(word, keys, icon=icon)
        menu = QMenu(button)
        button.clicked.connect(lambda: menu.popup(button.mapToGlobal(button.rect().bottomLeft())))
        button.setAccessibleDescription(self.tr("opens a menu"))
        return button, menu

    def _render_papers(self, papers: tuple[Printable, ...]) -> None:
        """Offer what can be printed: the letters come with their acts."""
        if papers == self._printable:
            return
        self._printable = papers
        self._print_menu.clear()
        self._pdf_menu.clear()
        self._look_menu.clear()
        for one in papers:
            words = printable_words(one)
            act = QAction(words, self._print_menu)
            act.triggered.connect(partial(self._model.print_again, one.form, one.paper, one.act))
            self._print_menu.addAction(act)
            if one.paper is PaperSize.THERMAL:  # a slip for the roll is no sheet
                continue
            act = QAction(words, self._look_menu)
            act.triggered.connect(partial(self._model.look_at, one))
            self._look_menu.addAction(act)
            act = QAction(f"{words}…", self._pdf_menu)
            act.triggered.connect(partial(self._export, one))
            self._pdf_menu.addAction(act)

    def _export(self, one: Printable) -> None:
        name = f"{self._model.shown.number} {one.title}.pdf".replace("/", "-")
        path = self._ask_path(self, self.tr("Save as PDF"), name)
        if path is not None:
            self._model.export(one, path)

    def _print_letter(self, one: Printable) -> None:
        self._model.print_again(one.form, one.paper, one.act)
        self.begin()  # the line that was pressed is made anew with its count

    def _go_to_fees(self) -> None:
        subject = self._model.shown.subject
        if subject is not None:
            self._model.acts.help_wanted.emit(FEES_PAGE, subject)

    def _copy(self) -> None:
        if self._model.shown.number:
            QGuiApplication.clipboard().setText(self._model.shown.number)
            self._model.number_copied()

    def _render(self) -> None:
        shown = self._model.shown
        self.notices.show_notice(shown.notice)
        self._render_papers(shown.papers)
        self._show_place()
        self.look.setEnabled(shown.story is not None)
        self.number.setText(shown.number or self.tr("Opening…"))
        with QSignalBlocker(self.unmask):
            self.unmask.setChecked(shown.unmasked)
        if shown.story is None:
            return
        self._render_badges(shown)
        receipt = shown.story.receipt
        self.procedure.set_facts(list(procedure_facts(receipt)))
        self.people.set_facts(list(people_facts(receipt, unmasked=shown.unmasked)))
        self.papers.set_papers(receipt.papers)
        self.ways.set_facts(list(way_facts(receipt, shown.notices)))
        self.days.set_days(shown.story.due_days)
        self.prints.set_jobs(shown.prints, shown.papers)
        self.history.set_steps(
            shown.story.steps, shown.opinions, shown.papers, unmasked=shown.unmasked
        )
        self._render_due(shown.story.row.due_at, receipt)
        self._render_linked(shown.story, shown.now_ms)

    def _render_linked(self, story: Story, now_ms: int) -> None:
        self.phases.set_phases(story.phases, story.row.state, now_ms)
        self.linked.set_linked(story.linked, now_ms)
        self.belonging.setVisible(bool(story.phases or story.linked))

    def _render_due(self, due_at: int | None, receipt: Receipt) -> None:
        promised = None if receipt.due_at is None else to_ms(receipt.due_at)
        words = self.tr("no appointment")
        self.due_moment.setText(words if due_at is None else long_moment(due_at))
        moved = promised is not None and promised != due_at
        self.promised.setVisible(moved)
        if promised is not None:
            words = self.tr("Promised at intake: {moment}")
            self.promised.setText(words.format(moment=long_moment(promised)))

    def _render_badges(self, shown: ShownDossier) -> None:
        if shown.story is None or shown.due is None:
            return
        row = shown.story.row
        self.state.set(*state_badge(row.state))
        badge = shown.due.badge or (Kind.QUIET, shown.due.text, "calendar-due")
        self.due.set(*badge)
        self.due.setVisible(shown.due.standing not in (DueStanding.SETTLED, DueStanding.NONE))
        if shown.at_centre:
            self.where.set(Kind.GOOD, self.tr("At the centre"), "cloud-check")
        else:
            self.where.set(Kind.QUIET, self.tr("On disk, not yet sent"), "device-floppy")
        words = " ".join(
            word
            for applies, word in (
                (row.conflict, self.tr("Two acts contradict each other; a person must decide.")),
                (row.needs_update, self.tr("Some acts need a newer program to be read.")),
            )
            if applies
        )
        act = self.tr("Settle") if Deed.SETTLE in self._model.acts.deeds else ""
        self.attention.show_notice(Notice(Kind.BAD, words, act) if words else None)

"""The administration: its parts side by side behind one line of buttons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from counter_app.clock import Clock
from counter_app.errors import CounterError
from ui.errors import describe
from ui.notice import Kind, Notice
from ui.pages.administration.agencies import AgenciesViewModel, agencies_part
from ui.pages.administration.calendar_model import CalendarViewModel
from ui.pages.administration.calendar_part import CalendarPart
from ui.pages.administration.centre_settings import CentreSettingsViewModel
from ui.pages.administration.hours_model import HoursViewModel
from ui.pages.administration.hours_part import HoursPart
from ui.pages.administration.listing_part import ListingPart
from ui.pages.administration.numbers import NumbersViewModel
from ui.pages.administration.numbers_part import NumbersPart
from ui.pages.administration.officers import OfficersViewModel, officers_part
from ui.pages.administration.places import PlacesViewModel
from ui.pages.administration.places_part import PlacesPart
from ui.pages.administration.publishing import PublishingViewModel
from ui.pages.administration.publishing_part import PublishingPart
from ui.pages.administration.reach import Reach
from ui.pages.administration.reasons import ReasonsViewModel, reasons_part
from ui.pages.administration.seats import SeatsViewModel, seats_part
from ui.pages.administration.settings_part import SettingsPart
from ui.pages.administration.texts import TextsViewModel
from ui.pages.administration.texts_part import TextsPart
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.card import SectionCard
from ui.widgets.field import TextField
from ui.widgets.flow import FlowLayout
from ui.widgets.noticebar import NoticeBar
from ui.widgets.page import Page
from ui.widgets.wrapped import WrappedLabel

Part = CalendarPart | HoursPart | ListingPart | PlacesPart | PublishingPart
_CATALOGUE = 1
_KEYS = "1234567890T"


@dataclass(frozen=True)
class _Tab:
    button: Button
    part: Part


class AdministrationPage(Page):
    """Ctrl+1 to Ctrl+0, then Ctrl+T choose a part; the address of the centre is asked first."""

    published = Signal()
    """Something was changed at the centre."""
    print_wanted = Signal(str)
    """A code or a password that is shown once is to be printed."""

    posting_wanted = Signal(str)
    """The sheet of a procedure (its code) for the board is to be printed."""

    def __init__(self, reach: Reach, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("AdministrationPage", "Administration"), parent)
        self._reach = reach
        reach.setParent(self)
        self.notices = NoticeBar()
        self.stack = QStackedWidget()
        self.address = TextField(
            self.tr("Address of the centre's database"),
            "postgresql://admin:…@centre.example/counter",
        )
        self.address.line.setEchoMode(QLineEdit.EchoMode.PasswordEchoOnEdit)
        self.connect_now = PrimaryButton(self.tr("Connect"), "F9")
        self.tabs: list[_Tab] = []
        self._wanted = ""
        self._add_parts(clock)
        self._lay_out()
        self._wire()
        self.choose(0)
        self._render()

    def entered(self) -> None:
        """Reach the centre with what is known."""
        if self._reach.shown.open:
            self.current.entered()
        else:
            self._reach.connect_to()

    def show_item(self, item: object) -> None:
        """Show the procedure of this code in the form in which it is changed."""
        if isinstance(item, str):
            self._wanted = item
            self.choose(_CATALOGUE)
            self._show_wanted()

    def _show_wanted(self) -> None:
        if self._wanted and self._reach.shown.open:
            self._catalogue.set_wanted(self._wanted)
            self._catalogue.find()
            self._wanted = ""

    @property
    def current(self) -> Part:
        """The part that is shown."""
        return next(tab.part for tab in self.tabs if tab.button.isChecked())

    def print_failed(self, error: CounterError) -> None:
        """Say why a paper was not printed; a code is still shown."""
        self.notices.show_notice(Notice(Kind.BAD, describe(error)))

    def choose(self, place: int) -> None:
        """Show a part."""
        for at, tab in enumerate(self.tabs):
            tab.button.setChecked(at == place)
        if self._reach.shown.open:
            self.stack.setCurrentWidget(self.current)
            self.current.entered()

    def _add_parts(self, clock: Clock) -> None:
        calendar = CalendarViewModel(self._reach, clock, self)
        publishing = self._catalogue = PublishingViewModel(self._reach, clock, self)
        officers = OfficersViewModel(self._reach, self)
        seats = SeatsViewModel(self._reach, self)
        agencies = AgenciesViewModel(self._reach, clock, self)
        settings = CentreSettingsViewModel(self._reach, clock, self)
        reasons = ReasonsViewModel(self._reach, clock, self)
        hours = HoursViewModel(self._reach, clock, self)
        numbers = NumbersViewModel(self._reach, clock, self)
        places = PlacesViewModel(self._reach, clock, self)
        texts = TextsViewModel(self._reach, clock, self)
        models = (
            calendar,
            publishing,
            officers,
            seats,
            agencies,
            settings,
            reasons,
            hours,
            numbers,
            places,
            texts,
        )
        for model in models:
            model.published.connect(self.published)
        listings = (
            officers_part(officers),
            seats_part(seats),
            agencies_part(agencies),
            SettingsPart(settings),
            reasons_part(reasons),
        )
        for listing in listings:
            listing.print_wanted.connect(self.print_wanted)
        catalogue = PublishingPart(publishing)
        catalogue.posting_wanted.connect(self.posting_wanted)
        parts: Sequence[tuple[str, Part]] = (
            (self.tr("Calendar"), CalendarPart(calendar)),
            (self.tr("Catalogue"), catalogue),
            (self.tr("Officers"), listings[0]),
            (self.tr("Counters"), listings[1]),
            (self.tr("Agencies"), listings[2]),
            (self.tr("Settings"), listings[3]),
            (self.tr("Reasons"), listings[4]),
            (self.tr("Opening hours"), HoursPart(hours)),
            (self.tr("Numbers"), NumbersPart(numbers)),
            (self.tr("Places"), PlacesPart(places)),
            (self.tr("Texts"), TextsPart(texts, self._reach.tasks)),
        )
        for place, (word, part) in enumerate(parts):
            button = Button(word, f"Ctrl+{_KEYS[place]}", look="quiet")
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, place=place: self.choose(place))
            self.tabs.append(_Tab(button, part))
            self.stack.addWidget(part)

    def _lay_out(self) -> None:
        tabs = QWidget()
        line = FlowLayout(tabs, spacing=4)
        for tab in self.tabs:
            line.addWidget(tab.button)
        self.leave = Button(self.tr("Forget the address"), look="link")
        line.addWidget(self.leave)
        self.asking = QWidget()
        card = SectionCard(self.tr("The centre"))
        card.setMaximumWidth(640)
        card.body.setSpacing(8)
        card.body.addWidget(
            WrappedLabel(
                self.tr(
                    "Administrators act at the centre itself. Its address, with the password of"
                    " your role there, is asked once and kept with the other secrets of this"
                    " machine."
                )
            )
        )
        card.body.addWidget(self.address)
        card.body.addWidget(self.connect_now, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self.asking)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch(1)
        self.stack.addWidget(self.asking)
        self.body.addWidget(tabs)
        self.body.addWidget(self.notices)
        self.body.addWidget(self.stack, 1)

    def _wire(self) -> None:
        self.connect_now.clicked.connect(lambda: self._reach.connect_to(self.address.text))
        self.leave.clicked.connect(self._reach.leave)
        self._reach.changed.connect(self._reached)

    def _reached(self) -> None:
        self._render()
        if self._reach.shown.open:
            self.address.set_text("")
            self.stack.setCurrentWidget(self.current)
            self.current.entered()
            self._show_wanted()
        elif self._reach.shown.asked:
            self.address.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _render(self) -> None:
        shown = self._reach.shown
        self.notices.show_notice(shown.notice)
        self.connect_now.setEnabled(not shown.busy)
        self.leave.setVisible(shown.open)
        for tab in self.tabs:
            tab.button.setEnabled(shown.open)
        if not shown.open:
            self.stack.setCurrentWidget(self.asking)

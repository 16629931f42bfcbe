"""The pages of the officer who sits at an open counter, and what they share.

The rooms below a page (paper, line, copies) are loaded by the task that first needs them: officers
type while they come.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QWidget

from counter_app.bootstrap import (
    backup_due,
)
from counter_app.clock import local
from counter_app.desk import Desk
from counter_app.devices.printers import Printers
from counter_app.domain.roles import Duty, may
from counter_app.errors import CounterError
from counter_app.paths import Paths
from counter_app.settings import LocalSettings, SettingsFile
from counter_app.store.dossiers import DossierRow, search
from counter_app.sync.background import Background
from counter_app.sync.status import current
from counter_app.usecases.printing import Form, PaperSize
from ui.counter_papers import CounterPapers
from ui.dossier_words import state_badge
from ui.errors import describe
from ui.main_window import MainWindow, PageSpec
from ui.notice import Kind, Notice
from ui.office_pages import OfficePages
from ui.pages.deadlines.rail_counts import RailCounts
from ui.pages.end_of_day.lamp import LampViewModel
from ui.pages.end_of_day.reminder import DayReminder
from ui.rounds import Rounds
from ui.sync_watch import SyncWatch
from ui.tasks import Lane, Task, Tasks
from ui.widgets.searchbox import Hit

if TYPE_CHECKING:
    from counter_app.progress import Progress

HITS = 8
_ASK_AFTER_MS = 5_000
_DUTIES = {
    "intake": Duty.COUNTER,
    "return": Duty.COUNTER,
    "hand_over": Duty.COUNTER,
    "fees": Duty.COLLECT,
    "monitor": Duty.OVERSEE,
    "administration": Duty.ADMINISTER,
}
"""Pages of one duty: who may do nothing there does not see them."""


@dataclass(frozen=True)
class Place:
    """Where the pages stand: the window around them and the machine below."""

    window: MainWindow
    tasks: Tasks
    settings: SettingsFile
    printers: Printers
    paths: Paths
    apply: Callable[[LocalSettings], None]


class CounterPages(QObject):
    """Builds each page when it is first shown and carries news between them.

    Lives as long as one officer sits there; `stop` ends what runs beside the pages.
    """

    def __init__(self, desk: Desk, place: Place) -> None:
        super().__init__()
        self._desk, self._place = desk, place
        self._tasks, self._window = place.tasks, place.window
        self._papers = CounterPapers(desk, place.settings, place.printers)
        self._rounds = Rounds(desk, place.paths)
        self.watch = SyncWatch(
            lambda: current(desk), self._rounds.run, place.tasks, Background(), self
        )
        self.lamp = LampViewModel(self.watch, desk.clock, self)
        self.counts = RailCounts(desk, place.tasks, self)
        self.reminder = DayReminder(desk, place.tasks, self)
        self._search: Task[list[DossierRow]] | None = None
        self._after_print = QTimer(self, interval=_ASK_AFTER_MS)
        self._wire()

    @cached_property
    def _office(self) -> OfficePages:
        place = self._place
        printer = self._papers.printer(Form.CONTROL_SLIP)
        return OfficePages(self._desk, place.tasks, place.paths, place.printers, printer)

    def specs(self) -> list[PageSpec]:
        """Return the pages that exist, in the order of the rail."""
        translate = QCoreApplication.translate
        pages = [
            PageSpec("intake", translate("Rail", "Intake"), "file-plus", "F2", self._intake),
            PageSpec("return", translate("Rail", "Return"), "check", "F3", self._return),
            PageSpec("fees", translate("Rail", "Fees"), "cash", "F12", self._fees),
            PageSpec("dossiers", translate("Rail", "Dossiers"), "files", "F4", self._dossiers),
            PageSpec("register", translate("Rail", "Register"), "book", "Shift+F4", self._register),
            PageSpec(
                "callers", translate("Rail", "Business desk"), "users", "Shift+F2", self._callers
            ),
            PageSpec("deadlines", translate("Rail", "Due"), "calendar-due", "F5", self._deadlines),
            PageSpec(
                "hand_over",
                translate("Rail", "Hand-over"),
                "switch-horizontal",
                "F6",
                self._hand_over,
            ),
            PageSpec("sync", translate("Rail", "End of day"), "sunset-2", "F7", self._sync),
            PageSpec("reports", translate("Rail", "Reports"), "chart-bar", "F8", self._reports),
            PageSpec("catalogue", translate("Rail", "Catalogue"), "list-details", "", self._list),
            PageSpec("monitor", translate("Rail", "Centre"), "chart-bar", "", self._office.monitor),
            PageSpec(
                "administration",
                translate("Rail", "Administration"),
                "building",
                "",
                lambda: self._office.administration(self.watch.acted),
            ),
            PageSpec("settings", translate("Rail", "Settings"), "settings", "", self._settings),
        ]
        roles = self._desk.acting.roles
        return [page for page in pages if page.key not in _DUTIES or may(roles, _DUTIES[page.key])]

    def start(self) -> None:
        """Begin to sync, count and look after prints and copies."""
        self.watch.start()
        self.counts.refresh()
        self.reminder.look()
        self._after_print.start()
        self._tasks.start(self, self._copy, None, self._tell, lane=Lane.OUTSIDE)

    def stop(self) -> None:
        """End what runs beside the pages."""
        self.watch.stop()
        self._after_print.stop()
        header = self._window.header
        header.search.asked.disconnect(self._find)
        header.search.chosen.disconnect(self._open)
        header.search.submitted.disconnect(self._open)
        self._tasks.start(self._window, lambda _: self._rounds.close(), lane=Lane.OUTSIDE)

    def _wire(self) -> None:
        header = self._window.header
        header.search.asked.connect(self._find)
        header.search.chosen.connect(self._open)
        header.search.submitted.connect(self._open)
        self.lamp.changed.connect(lambda: header.lamp.set_state(self.lamp.state))
        self.counts.changed.connect(lambda: self._window.set_count("deadlines", self.counts.text))
        self.watch.arrived.connect(self.counts.refresh)
        self.reminder.found.connect(self._window.show_notice)
        self._after_print.timeout.connect(self._ask_after)

    def _find(self, typed: str) -> None:
        if self._search is not None:
            self._search.abandon()
        if typed:
            self._search = self._tasks.start(
                self, lambda _: self._desk.ask(search, typed, HITS), self._found, self._tell
            )

    def _found(self, rows: list[DossierRow]) -> None:
        self._window.header.search.set_results([_hit(row) for row in rows])

    def _open(self, item: object) -> None:
        self._window.go("dossiers", item)

    def _acted(self) -> None:
        self.watch.acted()
        self.counts.refresh()

    def _tell(self, error: CounterError) -> None:
        self._window.show_notice(Notice(Kind.BAD, describe(error)))

    def _ask_after(self) -> None:
        self._tasks.start(
            self,
            lambda _: self._papers.press.ask_after(self._desk),
            None,
            self._tell,
            lane=Lane.PAPER,
        )

    def _copy(self, progress: Progress) -> None:
        from counter_app.usecases import retention

        if backup_due(self._place.paths, self._desk.clock):
            from counter_app.store.backup import back_up

            moment_now = local(self._desk.clock.now_ms())
            back_up(self._desk.store, self._place.paths.backups, moment_now)
        if retention.is_due(self._desk):
            retention.let_go_of_old(self._desk, progress)

    def _intake(self) -> QWidget:
        from ui.pages.intake.page import IntakePage
        from ui.pages.intake.preview_part import draw_receipt
        from ui.pages.intake.view_model import IntakeViewModel

        model = IntakeViewModel(
            self._desk, self._tasks, self._papers.print_intake, self._papers.print_letter
        )
        model.received.connect(lambda _: self._acted())
        model.noted.connect(self._acted)
        self.watch.arrived.connect(model.refresh)
        sheet = "A4" if self._papers.paper(Form.RECEIPT) is PaperSize.A4 else "A5"
        return IntakePage(model, self._tasks, partial(draw_receipt, sheet=sheet))

    def _dossiers(self) -> QWidget:
        from ui.pages.dossiers.dossier_view_model import DossierViewModel
        from ui.pages.dossiers.page import DossiersPage
        from ui.pages.dossiers.view_model import DossiersViewModel

        dossier = DossierViewModel(
            self._desk, self._tasks, self._papers.print, self._papers.export, self._papers.draw
        )
        dossier.printed.connect(self._acted)
        dossier.acted.connect(self._acted)
        model = DossiersViewModel(self._desk, self._tasks)
        self.watch.arrived.connect(model.refresh)
        return DossiersPage(model, dossier)

    def _return(self) -> QWidget:
        from ui.pages.return_result.page import ReturnPage
        from ui.pages.return_result.view_model import ReturnViewModel

        model = ReturnViewModel(self._desk, self._tasks, self._papers.print_slip)
        model.returned.connect(lambda _: self._acted())
        self.watch.arrived.connect(model.refresh)
        return ReturnPage(model)

    def _fees(self) -> QWidget:
        from ui.pages.fees.page import FeesPage

        page = FeesPage(self._desk, self._tasks, self._papers.print_money)
        page.acted.connect(self._acted)
        self.watch.arrived.connect(page.refresh)
        return page

    def _hand_over(self) -> QWidget:
        from ui.pages.hand_over.page import HandOverPage
        from ui.pages.hand_over.view_model import HandOverViewModel

        model = HandOverViewModel(self._desk, self._tasks, self._papers.print_list)
        model.acted.connect(self._acted)
        self.watch.arrived.connect(model.refresh)
        return HandOverPage(model)

    def _deadlines(self) -> QWidget:
        from ui.pages.deadlines.late_view_model import LateViewModel
        from ui.pages.deadlines.page import DeadlinesPage
        from ui.pages.deadlines.view_model import DeadlinesViewModel

        model = DeadlinesViewModel(self._desk, self._tasks)
        late = LateViewModel(self._desk, self._tasks, self._papers.print)
        late.acted.connect(self._acted)
        self.watch.arrived.connect(model.refresh)
        self.watch.arrived.connect(late.refresh)
        return DeadlinesPage(model, late)

    def _register(self) -> QWidget:
        from counter_app.bootstrap import write_register
        from ui.pages.register.page import RegisterPageView
        from ui.pages.register.view_model import RegisterViewModel

        model = RegisterViewModel(
            self._desk,
            self._tasks,
            partial(write_register, self._desk),
            self._papers.print_register,
        )
        model.taken_over.connect(self._acted)
        return RegisterPageView(model)

    def _callers(self) -> QWidget:
        from ui.pages.callers.page import CallersPage
        from ui.pages.callers.view_model import CallersViewModel

        model = CallersViewModel(self._desk, self._tasks)
        model.acted.connect(self._acted)
        return CallersPage(model)

    def _sync(self) -> QWidget:
        from ui.day_end import DayEnd
        from ui.pages.end_of_day.page import EndOfDayPage
        from ui.pages.end_of_day.sync_view_model import SyncViewModel
        from ui.pages.end_of_day.view_model import ClosingViewModel

        acts = DayEnd(
            self._desk,
            lambda: self._papers.press,
            lambda: self._papers.lists,
            self._rounds.open,
            self._papers.printer,
            self._papers.paper,
        )
        closing = ClosingViewModel(self._desk, self._tasks, self.watch, acts)
        closing.acted.connect(self._acted)
        return EndOfDayPage(closing, SyncViewModel(self._desk, self._tasks, self.watch))

    def _reports(self) -> QWidget:
        from ui.pages.reports.page import ReportsPage
        from ui.pages.reports.view_model import ReportsViewModel

        model = ReportsViewModel(self._desk, self._tasks)
        model.acted.connect(self._acted)
        return ReportsPage(model)

    def _list(self) -> QWidget:
        from ui.pages.catalogue.page import CataloguePage
        from ui.pages.catalogue.view_model import CatalogueViewModel

        administers = may(self._desk.acting.roles, Duty.ADMINISTER)
        model = CatalogueViewModel(self._desk, self._tasks, self._papers.print_posting)
        return CataloguePage(model, administers=administers)

    def _settings(self) -> QWidget:
        from ui.pages.settings.page import SettingsPage
        from ui.pages.settings.view_model import SettingsViewModel

        model = SettingsViewModel(self._place.settings, self._place.printers, self._tasks)
        model.applied.connect(self._place.apply)
        return SettingsPage(model)


def _hit(row: DossierRow) -> Hit:
    kind, words, _ = state_badge(row.state)
    return Hit(row.subject, row.owner_name, f"{row.number} · {row.procedure_name}", kind, words)

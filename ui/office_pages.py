"""The pages of who looks after the centre: the monitor, and the administration."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from counter_app.clock import local_day
from counter_app.desk import Desk
from counter_app.devices.printers import PaperKind, Printers
from counter_app.domain.roles import Duty, may
from counter_app.paths import Paths
from ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from counter_app.centre.office import Office
    from counter_app.centre.status import CentreStatus
    from ui.pages.administration.page import AdministrationPage
    from ui.pages.monitor.page import MonitorPage


class OfficePages:
    """Builds the pages, and opens the centre for them on the outside lane."""

    def __init__(
        self, desk: Desk, tasks: Tasks, paths: Paths, printers: Printers, printer: str
    ) -> None:
        self._desk, self._tasks, self._paths = desk, tasks, paths
        self._printers, self._printer = printers, printer
        self._office: Office | None = None

    def monitor(self) -> MonitorPage:
        """Return the board of the day; administrators see the counters as well."""
        from ui.pages.monitor.page import MonitorPage
        from ui.pages.monitor.view_model import MonitorViewModel

        administers = may(self._desk.acting.roles, Duty.ADMINISTER)
        ask = self._ask_status if administers else None
        return MonitorPage(MonitorViewModel(self._desk, self._tasks, ask))

    def administration(self, published: Callable[[], None]) -> AdministrationPage:
        """Return the administration; `published` is told when something was changed."""
        from ui.pages.administration.page import AdministrationPage
        from ui.pages.administration.reach import Reach

        reach = Reach(self._open, self._tasks, self._forget)
        page = AdministrationPage(reach, self._desk.clock)
        page.published.connect(published)
        page.print_wanted.connect(lambda told: self._print(page, self._print_slip, told))
        page.posting_wanted.connect(lambda code: self._print(page, self._print_posting, code))
        return page

    def _open(self, url: str) -> Office:
        from counter_app.bootstrap import secrets_of
        from counter_app.centre.office import opened

        self._office = opened(self._desk, secrets_of(self._paths), url)
        return self._office

    def _forget(self) -> None:
        from counter_app.bootstrap import secrets_of
        from counter_app.centre.office import forget

        self._office = None
        forget(secrets_of(self._paths))

    def _ask_status(self) -> CentreStatus:
        from counter_app.centre.status import status

        return (self._office or self._open("")).ask(status)

    def _print(self, page: AdministrationPage, send: Callable[[str], None], told: str) -> None:
        self._tasks.start(page, lambda _: send(told), None, page.print_failed, lane=Lane.PAPER)

    def _print_posting(self, code: str) -> None:
        from counter_app.documents.posting_press import posted_sheets

        today = local_day(self._desk.clock.now_ms())
        pdf = self._desk.ask(posted_sheets, [code], today)
        self._printers.send(self._printer, pdf, PaperKind.PDF, f"niem-yet-{code}")

    def _print_slip(self, told: str) -> None:
        from counter_app.documents import code_slip
        from counter_app.store.reference import settings

        today = local_day(self._desk.clock.now_ms())
        letterhead = self._desk.ask(settings, today).letterhead()
        pdf = code_slip.render(letterhead, today, told)
        self._printers.send(self._printer, pdf, PaperKind.PDF, "phieu-giao-ma")

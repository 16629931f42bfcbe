"""Hand-over lists on their way to the printer."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from counter_app.desk import Desk
from counter_app.devices.printers import PaperKind, Printers
from counter_app.documents import hand_over_list
from counter_app.domain.processing import Direction
from counter_app.store import papers
from counter_app.store.hand_over_lists import list_of


@dataclass(frozen=True)
class ListPress:
    """Prints what is signed when papers change hands. The acts never wait for it."""

    printers: Printers

    def print_list(self, desk: Desk, batch: UUID, printer: str) -> None:
        """Print a list with the dossiers that stand on it now.

        Raises:
            NoSuchPaper, NotEncodable, PrinterGone, PrinterRefused.
        """
        record = desk.ask(papers.hand_over_list, batch)
        row = desk.ask(list_of, batch)
        pdf = hand_over_list.render(record, Direction.OUT if row is None else row.direction)
        self.printers.send(printer, pdf, PaperKind.PDF, record.number)

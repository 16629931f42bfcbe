"""The open dossiers that another calendar would move, as a list, and what is said of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from ui.models.table import Column, TableModel
from ui.notice import Kind, Notice

if TYPE_CHECKING:
    from counter_app.centre.calendar import Proposal
    from counter_app.store.moves import Moved


@dataclass(frozen=True, kw_only=True)
class LookedAt:
    """What a part shows that changes calendars. `seen` is what publishing would do, once asked."""

    changed: bool = False
    busy: bool = False
    seen: Proposal | None = None
    notice: Notice | None = None

    @property
    def moved(self) -> tuple[Moved, ...]:
        """The open dossiers that would be due at another moment."""
        return () if self.seen is None else self.seen.moved

    @property
    def can_publish(self) -> bool:
        """Whether everything was seen that is published."""
        return self.seen is not None and not self.busy


def moved_table(parent: QObject) -> TableModel[Moved]:
    """Return an empty list of dossiers that would be due at another moment."""
    translate = QCoreApplication.translate
    columns: list[Column[Moved]] = [
        Column(translate("MovedList", "Number"), lambda one: one.number, number=True, width=0),
        Column(
            translate("MovedList", "Due → would be"),
            lambda one: (
                f"{one.due_at:%d/%m} → "
                + ("?" if one.would_be_at is None else f"{one.would_be_at:%d/%m}")
                + (" *" if one.by_hand else "")
            ),
            width=128,
            tip=lambda one: one.owner_name,
        ),
    ]
    return TableModel(columns, lambda one: one.subject, parent)


def moved_notice(seen: Proposal) -> Notice:
    """Return what publishing a calendar would do."""
    translate = QCoreApplication.translate
    if not seen.moved:
        words = translate("MovedList", "No open dossier would be due at another moment.")
        return Notice(Kind.GOOD, words)
    count = len(seen.moved)
    words = translate(
        "MovedList",
        "%n open dossier(s) would be due at another moment. Publishing moves no printed"
        " date: officers decide on each.",
        "",
        count,
    )
    return Notice(Kind.WARN, words)

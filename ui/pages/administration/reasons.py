"""Reason codes: what counters offer, in which words, until when."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from counter_app.clock import Clock, local_day
from counter_app.domain.reasons import LONGEST_WORDS, OTHER, Reason, ReasonKind
from ui.models.table import Column
from ui.notice import Kind
from ui.pages.administration.listing import ListingViewModel, Values
from ui.pages.administration.listing_part import Act, ListingPart
from ui.pages.administration.reach import Reach
from ui.reason_words import kind_words, reason_words
from ui.widgets.dates import parse_day, shown_day
from ui.widgets.sheet_form import FormField, Shape

if TYPE_CHECKING:
    from counter_app.centre.office import Office
    from counter_app.centre.reasons import ReasonRow


class ReasonsViewModel(ListingViewModel):
    """Adds, renames and ends reasons; an act keeps the words of its day."""

    def __init__(self, reach: Reach, clock: Clock, parent: QObject | None = None) -> None:
        self._clock = clock
        super().__init__(reach, parent)

    @property
    def today(self) -> date:
        """The day it is here."""
        return local_day(self._clock.now_ms())

    def read(self, office: Office) -> tuple[Any, ...]:
        """Return all reasons with how often they were given this year."""
        from counter_app.centre.reasons import listed

        return tuple(office.ask(listed, self.today, self.today.year))

    def blank(self) -> Values:
        """Return a reason for lateness from today on."""
        return {"kind": ReasonKind.LATE, "valid_from": shown_day(self.today)}

    def values_of(self, row: ReasonRow) -> Values:
        """Return the words as they are read, and the days."""
        since = self.today if row.valid_from is None else max(row.valid_from, self.today)
        return {
            "kind": row.kind,
            "words": reason_words(row.kind, row.code, row.words),
            "valid_from": shown_day(since),
            "valid_to": "" if row.valid_to is None else shown_day(row.valid_to),
        }

    def key_of(self, row: ReasonRow) -> object:
        """Reasons are told by kind and code; what is to come stands beside what holds."""
        return row.kind, row.code, row.valid_from

    def edit(self, name: str, value: object) -> None:
        """Take what was typed; the kind of a standing reason does not change."""
        if name == "kind" and self.shown.picked is not None:
            self.changed.emit()
            return
        super().edit(name, value)

    def wrong(self) -> dict[str, str]:
        """Return what is wrong in the form, by field."""
        day, last = self._day("valid_from"), self._day("valid_to")
        return {
            "words": self._wrong_words(self.text("words")),
            "valid_from": self._wrong_first(day),
            "valid_to": self._wrong_last(self.text("valid_to"), last, day),
        }

    def save(self) -> None:
        """Publish what stands in the form."""
        words, day, last = self.text("words"), self._day("valid_from"), self._day("valid_to")
        if self.fault(**self.wrong()):
            return
        picked: ReasonRow | None = self.shown.picked
        kind = ReasonKind(str(self.shown.values["kind"]))
        unchanged = picked is not None and words == reason_words(kind, picked.code, picked.words)
        own = picked.words if picked is not None and unchanged else words
        reason = Reason("" if picked is None else picked.code, own, last)

        def work(office: Office) -> None:
            from counter_app.centre import reasons

            office.act(reasons.define, kind, reason, day or self.today)

        self.act(work, self._said(words))

    def end(self) -> None:
        """Offer the picked reason no more from tomorrow on."""
        if not self.asked_twice("end"):
            return
        picked: ReasonRow = self.shown.picked
        today = self.today

        def work(office: Office) -> None:
            from counter_app.centre import reasons

            office.act(reasons.end, picked.kind, picked.code, today, today)

        said = self.tr("“{words}” is offered for the last time today. Dossiers keep it.")
        words = reason_words(picked.kind, picked.code, picked.words)
        self.act(work, said.format(words=words))

    def may_end(self) -> bool:
        """Tell whether the picked reason can be ended."""
        picked: ReasonRow | None = self.shown.picked
        return picked is not None and picked.code != OTHER and picked.valid_to is None

    def _said(self, words: str) -> str:
        return self.tr("“{words}” is published; counters say so after their next sync.").format(
            words=words
        )

    def _wrong_words(self, words: str) -> str:
        if not words:
            return self.tr("Fill this in.")
        if len(words) > LONGEST_WORDS:
            return self.tr("At most {most} letters.").format(most=LONGEST_WORDS)
        return ""

    def _wrong_first(self, day: date | None) -> str:
        if day is None:
            return self.tr("A day, such as 01/02/2027.")
        return self.tr("Today at the earliest.") if day < self.today else ""

    def _wrong_last(self, typed: str, last: date | None, first: date | None) -> str:
        if typed and last is None:
            return self.tr("A day, such as 01/02/2027.")
        if last is not None and first is not None and last < first:
            return self.tr("This is before the first day.")
        picked: ReasonRow | None = self.shown.picked
        if last is not None and picked is not None and picked.code == OTHER:
            return self.tr("This one always stays.")
        return ""

    def _day(self, name: str) -> date | None:
        return parse_day(self.text(name), self.today.year)


def reasons_part(model: ReasonsViewModel, parent: QWidget | None = None) -> ListingPart:
    """Return the part that draws the reasons."""
    translate = QCoreApplication.translate
    columns: list[Column[ReasonRow]] = [
        Column(translate("ReasonsPart", "For"), lambda row: kind_words(row.kind), width=176),
        Column(
            translate("ReasonsPart", "Says"),
            lambda row: reason_words(row.kind, row.code, row.words),
            tip=lambda row: row.code,
        ),
        Column(
            translate("ReasonsPart", "This year"),
            lambda row: "" if row.given is None else str(row.given),
            width=80,
            right=True,
        ),
        Column(
            translate("ReasonsPart", "Offered"),
            lambda row: _holds(row, model.today)[1],
            width=144,
            badge=lambda row: _holds(row, model.today),
        ),
    ]
    kinds = tuple((kind, kind_words(kind)) for kind in ReasonKind)
    fields = [
        [FormField("kind", translate("ReasonsPart", "For"), Shape.CHOICE, True, choices=kinds)],
        [FormField("words", translate("ReasonsPart", "Says"), Shape.LINES, True)],
        [
            FormField("valid_from", translate("ReasonsPart", "From"), required=True),
            FormField("valid_to", translate("ReasonsPart", "Last day")),
        ],
    ]
    acts = [
        Act(
            "save",
            translate("ReasonsPart", "Publish"),
            model.save,
            "F9",
            primary=True,
            fits=lambda _: True,
        ),
        Act(
            "end",
            translate("ReasonsPart", "Offer it no more"),
            model.end,
            "Ctrl+Del",
            fits=lambda _: model.may_end(),
            sure=translate("ReasonsPart", "Press once more: today is its last day"),
        ),
    ]
    return ListingPart(model, translate("ReasonsPart", "Reasons"), columns, fields, acts, parent)


def _holds(row: ReasonRow, today: date) -> tuple[Kind, str, str]:
    translate = QCoreApplication.translate
    if row.valid_to is not None and row.valid_to < today:
        words = translate("ReasonsPart", "ended {day}").format(day=shown_day(row.valid_to))
        return Kind.QUIET, words, ""
    if row.valid_from is not None and row.valid_from > today:
        words = translate("ReasonsPart", "from {day}").format(day=shown_day(row.valid_from))
        return Kind.INFO, words, ""
    if row.valid_to is not None:
        words = translate("ReasonsPart", "until {day}").format(day=shown_day(row.valid_to))
        return Kind.WARN, words, ""
    return Kind.GOOD, translate("ReasonsPart", "yes"), ""

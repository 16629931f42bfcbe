"""Agencies: their names and codes over time, and mergers."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from counter_app.clock import Clock, local_day
from ui.models.table import Column
from ui.notice import Kind
from ui.pages.administration.listing import ListingViewModel, Values
from ui.pages.administration.listing_part import Act, ListingPart
from ui.pages.administration.reach import Reach
from ui.widgets.dates import parse_day, shown_day
from ui.widgets.sheet_form import FormField

if TYPE_CHECKING:
    from counter_app.centre.agencies import AgencyRow, Merged
    from counter_app.centre.office import Office


class AgenciesViewModel(ListingViewModel):
    """Defines agencies; one may take the place of another from a day on."""

    def __init__(self, reach: Reach, clock: Clock, parent: QObject | None = None) -> None:
        self._clock = clock
        super().__init__(reach, parent)

    @property
    def today(self) -> date:
        """The day it is here."""
        return local_day(self._clock.now_ms())

    def read(self, office: Office) -> tuple[Any, ...]:
        """Return all agencies."""
        from counter_app.centre.agencies import listed

        return tuple(office.ask(listed, self.today))

    def blank(self) -> Values:
        """Return an agency of today, behind the others."""
        return {"valid_from": shown_day(self.today), "position": 99}

    def values_of(self, row: AgencyRow) -> Values:
        """Return code, name, kind, place; the day on which a merger would begin."""
        return {
            "code": row.code,
            "name": row.name,
            "kind": row.kind,
            "position": row.position,
            # a name holds from a day on: past reports keep the former one
            "valid_from": shown_day(self.today),
            "merge_day": shown_day(self.today + timedelta(days=1)),
        }

    def key_of(self, row: AgencyRow) -> object:
        """Agencies are told by their code."""
        return row.code

    def save(self) -> None:
        """Publish what stands in the form."""
        code, name, position = self.text("code"), self.text("name"), self.text("position") or "0"
        day = self._day("valid_from")
        need = self.tr("Fill this in.")
        if self.fault(
            code="" if code else need,
            name="" if name else need,
            valid_from="" if day else need,
            position="" if position.isdecimal() else need,
        ):
            return
        kind = self.text("kind")
        picked: AgencyRow | None = self.shown.picked
        until = picked.valid_to if picked is not None and picked.code == code else None

        def work(office: Office) -> None:
            from counter_app.centre.administration import define_agency

            office.act(
                define_agency,
                code,
                name,
                day or self.today,
                kind=kind,
                position=int(position),
                valid_to=until,
            )

        self.act(work, self.tr("{name} is published.").format(name=name))

    def merge(self) -> None:
        """Let another agency take the place of the picked one."""
        into, day = self.text("into"), self._day("merge_day")
        need = self.tr("Fill this in.")
        if self.fault(into="" if into else need, merge_day="" if day else need):
            return
        if not self.asked_twice("merge"):
            return
        code = self.shown.picked.code

        def work(office: Office) -> Merged:
            from counter_app.centre import agencies

            return office.act(agencies.merge, [code], into, day or self.today)

        said = self.tr("{code} goes on as {into}. Open dossiers keep their numbers.")
        self.act(work, said.format(code=code, into=into))

    def _day(self, name: str) -> date | None:
        return parse_day(self.text(name), self.today.year)


def agencies_part(model: AgenciesViewModel, parent: QWidget | None = None) -> ListingPart:
    """Return the part that draws the agencies."""
    translate = QCoreApplication.translate
    columns: list[Column[AgencyRow]] = [
        Column(translate("AgenciesPart", "Code"), lambda row: row.code, width=148, number=True),
        Column(translate("AgenciesPart", "Agency"), lambda row: row.name),
        Column(
            translate("AgenciesPart", "Procedures"),
            lambda row: str(row.procedures),
            width=88,
            right=True,
        ),
        Column(
            translate("AgenciesPart", "Open dossiers"),
            lambda row: str(row.open_dossiers),
            width=112,
            right=True,
        ),
        Column(
            translate("AgenciesPart", "Holds"), lambda row: _holds(row)[1], width=148, badge=_holds
        ),
    ]
    fields = [
        [FormField("code", translate("AgenciesPart", "Code"), required=True)],
        [FormField("name", translate("AgenciesPart", "Agency"), required=True)],
        [
            FormField("kind", translate("AgenciesPart", "Kind"), stretch=2),
            FormField("position", translate("AgenciesPart", "Place in lists")),
            FormField("valid_from", translate("AgenciesPart", "From"), stretch=2),
        ],
        [
            FormField("into", translate("AgenciesPart", "Goes on as (code)"), stretch=2),
            FormField("merge_day", translate("AgenciesPart", "From"), stretch=1),
        ],
    ]
    acts = [
        Act(
            "save",
            translate("AgenciesPart", "Publish"),
            model.save,
            "F9",
            primary=True,
            fits=lambda _: True,
        ),
        Act(
            "merge",
            translate("AgenciesPart", "Merge into the other agency"),
            model.merge,
            sure=translate("AgenciesPart", "Press once more: its procedures move"),
        ),
    ]
    return ListingPart(model, translate("AgenciesPart", "Agencies"), columns, fields, acts, parent)


def _holds(row: AgencyRow) -> tuple[Kind, str, str]:
    translate = QCoreApplication.translate
    if row.valid_to is None:
        return Kind.GOOD, translate("AgenciesPart", "in force"), ""
    words = translate("AgenciesPart", "until {day}").format(day=shown_day(row.valid_to))
    return Kind.QUIET, words, ""

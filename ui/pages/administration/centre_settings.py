"""The settings of the centre, each as the record that counters read, by day of validity."""

from __future__ import annotations

import json
from datetime import date
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
from ui.widgets.field import NoteField
from ui.widgets.sheet_form import FormField, Shape

if TYPE_CHECKING:
    from counter_app.centre.office import Office
    from counter_app.centre.settings import SettingRow

_VALUE_HEIGHT = 240
_CALENDAR = "calendar"


class CentreSettingsViewModel(ListingViewModel):
    """Lists what holds, held and will hold; what counters could not read is refused."""

    def __init__(self, reach: Reach, clock: Clock, parent: QObject | None = None) -> None:
        self._clock = clock
        super().__init__(reach, parent)

    @property
    def today(self) -> date:
        """The day it is here."""
        return local_day(self._clock.now_ms())

    def read(self, office: Office) -> tuple[Any, ...]:
        """Return all versions but the calendar's, which has a part of its own."""
        from counter_app.centre.settings import listed

        rows = office.ask(listed, self.today)
        return tuple(row for row in rows if row.key.partition(":")[0] != _CALENDAR)

    def blank(self) -> Values:
        """Return a setting that holds from today on."""
        return {"valid_from": shown_day(self.today), "value": "{\n}"}

    def values_of(self, row: SettingRow) -> Values:
        """Return the record as it may be changed, from today on."""
        text = json.dumps(row.value, ensure_ascii=False, indent=1)
        return {"key": row.key, "value": text, "valid_from": shown_day(self.today)}

    def key_of(self, row: SettingRow) -> object:
        """Versions are told by key, day and content: two of one day may stand beside each other."""
        return row.key, row.valid_from, json.dumps(row.value, sort_keys=True)

    def save(self) -> None:
        """Publish what stands in the form."""
        key, day = self.text("key"), parse_day(self.text("valid_from"), self.today.year)
        need = self.tr("Fill this in.")
        try:
            value = json.loads(self.text("value"))
            wrong = ""
        except ValueError as error:
            value, wrong = None, self.tr("This is not JSON: {what}").format(what=error)
        if key.partition(":")[0] == _CALENDAR:
            wrong = self.tr("The calendar has a page of its own.")
        if self.fault(key="" if key else need, valid_from="" if day else need, value=wrong):
            return

        def work(office: Office) -> None:
            from counter_app.centre import settings

            office.act(settings.change, key, value, day or self.today)

        self.act(work, self.tr("{name} is published.").format(name=key))


def centre_settings_part(
    model: CentreSettingsViewModel, parent: QWidget | None = None
) -> ListingPart:
    """Return the part that draws the settings."""
    translate = QCoreApplication.translate
    columns: list[Column[SettingRow]] = [
        Column(translate("SettingsPart", "Setting"), lambda row: row.key, width=192),
        Column(translate("SettingsPart", "From"), lambda row: shown_day(row.valid_from), width=104),
        Column(translate("SettingsPart", "Says"), _says, tip=_says),
        Column(
            translate("SettingsPart", "Holds"), lambda row: _holds(row)[1], width=112, badge=_holds
        ),
    ]
    fields = [
        [
            FormField("key", translate("SettingsPart", "Setting"), required=True, stretch=2),
            FormField("valid_from", translate("SettingsPart", "From"), stretch=1),
        ],
        [FormField("value", translate("SettingsPart", "Record (JSON)"), Shape.LINES)],
    ]
    acts = [
        Act(
            "save",
            translate("SettingsPart", "Publish"),
            model.save,
            "F9",
            primary=True,
            fits=lambda _: True,
        )
    ]
    name = translate("SettingsPart", "Settings of the centre")
    part = ListingPart(model, name, columns, fields, acts, parent)
    value = part.form.fields["value"]
    if isinstance(value, NoteField):
        value.area.setFixedHeight(_VALUE_HEIGHT)
    return part


def _says(row: SettingRow) -> str:
    if isinstance(row.value, dict):
        return " · ".join(str(told) for told in row.value.values())
    return json.dumps(row.value, ensure_ascii=False)


def _holds(row: SettingRow) -> tuple[Kind, str, str]:
    translate = QCoreApplication.translate
    if row.holds:
        return Kind.GOOD, translate("SettingsPart", "in force"), ""
    return Kind.QUIET, translate("SettingsPart", "not in force"), ""

"""The settings of the centre, each in a form of its own, by day of validity."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from counter_app.clock import Clock, local_day
from ui.notice import Kind, Notice
from ui.pages.administration.listing import ListingViewModel, Values
from ui.pages.administration.reach import Reach
from ui.pages.administration.setting_fields import SettingForm
from ui.pages.administration.setting_forms import setting_forms
from ui.widgets.dates import parse_day, shown_day

if TYPE_CHECKING:
    from counter_app.centre.office import Office


@dataclass(frozen=True, slots=True)
class SettingLine:
    """A version of a setting; `valid_from` is None where the centre has said nothing yet."""

    key: str
    agency: str
    agency_name: str
    valid_from: date | None
    record: Mapping[str, Any]
    holds: bool

    @property
    def whole_key(self) -> str:
        return f"{self.key}:{self.agency}" if self.agency else self.key


class CentreSettingsViewModel(ListingViewModel):
    """Lists what holds, held and will hold; what counters could not read is refused."""

    def __init__(self, reach: Reach, clock: Clock, parent: QObject | None = None) -> None:
        self._clock = clock
        self.forms = setting_forms()
        self.agencies: Mapping[str, str] = {}
        self._published: tuple[str, date] | None = None
        super().__init__(reach, parent)

    @property
    def today(self) -> date:
        """The day it is here."""
        return local_day(self._clock.now_ms())

    @property
    def form(self) -> SettingForm:
        """The form of the setting that is shown."""
        return self.forms[self.text("key") or next(iter(self.forms))]

    def read(self, office: Office) -> tuple[Any, ...]:
        """Return all versions of what has a form, and what is not set yet, in the forms' order."""
        from counter_app.centre.settings import listed
        from counter_app.store.reference import agency_names

        names = office.ask(agency_names)
        self.agencies = names
        found: dict[str, list[SettingLine]] = {key: [] for key in self.forms}
        for row in office.ask(listed, self.today):
            key, _, agency = row.key.partition(":")
            if key in found:
                name = names.get(agency, agency)
                line = SettingLine(key, agency, name, row.valid_from, row.value, row.holds)
                found[key].append(line)
        return tuple(
            line
            for key, lines in found.items()
            for line in lines or [SettingLine(key, "", "", None, {}, holds=False)]
        )

    def blank(self) -> Values:
        """Return a bank account of an agency: all else has a line already."""
        return {
            "key": "bank_account",
            "agency": "",
            "valid_from": shown_day(self.today),
            **self.forms["bank_account"].values_of({}),
        }

    def values_of(self, row: SettingLine) -> Values:
        """Return the fields as they may be changed, from today on."""
        return {
            "key": row.key,
            "agency": row.agency,
            "valid_from": shown_day(self.today),
            **self.forms[row.key].values_of(row.record),
        }

    def key_of(self, row: SettingLine) -> object:
        """Versions are told by key, day and content: two of one day may stand beside each other."""
        return row.key, row.agency, row.valid_from, json.dumps(row.record, sort_keys=True)

    def found_again(self, rows: tuple[Any, ...], picked: SettingLine) -> SettingLine | None:
        """Return the version that was just published, else the one that was picked."""
        published, self._published = self._published, None
        for row in reversed(rows) if published else ():
            if (row.whole_key, row.valid_from) == published:
                found: SettingLine = row
                return found
        again: SettingLine | None = super().found_again(rows, picked)
        return again

    def edit(self, name: str, value: object) -> None:
        """Take what was typed; another setting begins with empty fields."""
        if name == "key":
            if self.shown.picked is None:
                fields = self.forms[str(value)].values_of({})
                kept = {key: self.shown.values.get(key) for key in ("agency", "valid_from")}
                self._show(replace(self.shown, values={**kept, "key": value, **fields}, faults={}))
            else:
                self.changed.emit()
            return
        super().edit(name, value)

    def wrong(self) -> dict[str, str]:
        """Return what is wrong in the form, by field."""
        day = self._day()
        early = self.tr("Today at the earliest.") if day and day < self.today else ""
        first = "" if day else self.tr("A day, such as 01/02/2027.")
        return {**self.form.faults_of(self.shown.values), "valid_from": first or early}

    def save(self) -> None:
        """Publish what stands in the form."""
        if self.fault(**self.wrong()):
            return
        form, day, agency = self.form, self._day() or self.today, self.text("agency")
        picked: SettingLine | None = self.shown.picked
        record = form.record_of(self.shown.values, None if picked is None else picked.record)
        key = f"{form.key}:{agency}" if form.by_agency and agency else form.key

        def work(office: Office) -> None:
            from counter_app.centre import settings

            office.act(settings.change, key, record, day)

        said = self.tr("{name} is published; it holds from {day} on.")
        self.act(
            work,
            said.format(name=form.name, day=shown_day(day)),
            lambda _: self._note_published(key, day),
        )

    def _note_published(self, key: str, day: date) -> None:
        self._published = (key, day)

    def export(self, path: Path) -> None:
        """Write the record that the fields describe to a file, for a technician."""
        picked: SettingLine | None = self.shown.picked
        record = self.form.record_of(self.shown.values, None if picked is None else picked.record)
        text = json.dumps(record, ensure_ascii=False, indent=1)
        try:
            path.write_text(text + "\n", "utf-8")
        except OSError as error:
            words = self.tr("It was not written: {why}").format(why=error.strerror)
            self._show(replace(self.shown, notice=Notice(Kind.BAD, words)))
            return
        words = self.tr("Written to {name}.").format(name=path.name)
        self._show(replace(self.shown, notice=Notice(Kind.GOOD, words)))

    def take_over(self, path: Path) -> None:
        """Fill the fields from a record in a file; nothing is published by that."""
        try:
            record = json.loads(path.read_text("utf-8"))
            values = self.form.values_of(record)
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            self.warn(self.tr("{name} is no record of this setting.").format(name=path.name))
            return
        kept = {key: self.shown.values.get(key) for key in ("key", "agency", "valid_from")}
        self._show(replace(self.shown, values={**kept, **values}, faults={}, notice=None))
        self._show(replace(self.shown, faults=self.form.faults_of(self.shown.values)))

    def _day(self) -> date | None:
        return parse_day(self.text("valid_from"), self.today.year)

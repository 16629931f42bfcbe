"""Draws the settings: what is set, and the form of the one that is picked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.models.table import Column
from ui.notice import Kind
from ui.pages.administration.centre_settings import CentreSettingsViewModel, SettingLine
from ui.pages.administration.listing import Shown
from ui.pages.administration.listing_part import Act, ListingPart
from ui.pages.administration.setting_forms import said
from ui.widgets.dates import shown_day
from ui.widgets.sheet_form import FormField, Shape

AskPath = Callable[[QWidget, str], Path | None]


class SettingsPart(ListingPart):
    """The fields follow the setting. Ctrl+O and Ctrl+E read and write its record as JSON."""

    def __init__(
        self,
        model: CentreSettingsViewModel,
        ask_open: AskPath | None = None,
        ask_save: AskPath | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self.settings = model
        self._ask_open, self._ask_save = ask_open or _ask_open, ask_save or _ask_save
        translate = QCoreApplication.translate
        acts = [
            Act(
                "save",
                translate("SettingsPart", "Publish"),
                model.save,
                "F9",
                primary=True,
                fits=lambda _: True,
            ),
            Act(
                "open",
                translate("SettingsPart", "Fill in from JSON…"),
                self._open,
                "Ctrl+O",
                fits=lambda _: True,
                look="link",
            ),
            Act(
                "export",
                translate("SettingsPart", "Write as JSON…"),
                self._export,
                "Ctrl+E",
                fits=lambda _: True,
                look="link",
            ),
        ]
        name = translate("SettingsPart", "Settings of the centre")
        super().__init__(model, name, _columns(model), (), acts, parent)

    def fields_of(self, shown: Shown) -> Sequence[Sequence[FormField]]:
        """Return the fields of the setting that is shown."""
        translate = QCoreApplication.translate
        model, form = self.settings, self.settings.form
        keys = tuple((key, one.name) for key, one in model.forms.items())
        head = [
            FormField(
                "key",
                translate("SettingsPart", "Setting"),
                Shape.CHOICE,
                True,
                choices=keys,
                stretch=3,
            ),
            FormField(
                "valid_from", translate("SettingsPart", "Holds from"), required=True, stretch=2
            ),
        ]
        whose = ("", translate("SettingsPart", "the whole centre"))
        agencies = (whose, *model.agencies.items())
        agency = FormField(
            "agency", translate("SettingsPart", "Of"), Shape.CHOICE, choices=agencies
        )
        return [head, *([[agency]] if form.by_agency else []), *form.form_rows(shown.values)]

    def _render(self) -> None:
        super()._render()
        self.hint.setText(self.settings.form.about)

    def _open(self) -> None:
        path = self._ask_open(self, self.tr("Fill in from JSON"))
        if path is not None:
            self.settings.take_over(path)

    def _export(self) -> None:
        path = self._ask_save(self, self.settings.form.key + ".json")
        if path is not None:
            self.settings.export(path)


def _columns(model: CentreSettingsViewModel) -> list[Column[SettingLine]]:
    translate = QCoreApplication.translate

    def told(line: SettingLine) -> str:
        return said(model.forms[line.key], line.record)

    return [
        Column(
            translate("SettingsPart", "Setting"),
            lambda line: model.forms[line.key].name,
            width=176,
            tip=lambda line: line.agency_name,
        ),
        Column(translate("SettingsPart", "Of"), lambda line: line.agency_name, width=120),
        Column(translate("SettingsPart", "Says"), told, tip=told),
        Column(
            translate("SettingsPart", "From"), lambda line: shown_day(line.valid_from), width=104
        ),
        Column(
            translate("SettingsPart", "Holds"),
            lambda line: _holds(line, model)[1],
            width=128,
            badge=lambda line: _holds(line, model),
        ),
    ]


def _holds(line: SettingLine, model: CentreSettingsViewModel) -> tuple[Kind, str, str]:
    translate = QCoreApplication.translate
    if line.valid_from is None:
        return Kind.QUIET, translate("SettingsPart", "not set"), ""
    if line.holds:
        return Kind.GOOD, translate("SettingsPart", "in force"), ""
    if line.valid_from > model.today:
        return Kind.INFO, translate("SettingsPart", "to come"), ""
    return Kind.QUIET, translate("SettingsPart", "former"), ""


def _ask_open(parent: QWidget, title: str) -> Path | None:
    chosen, _ = QFileDialog.getOpenFileName(parent, title, "", "*.json (*.json)")
    return Path(chosen) if chosen else None


def _ask_save(parent: QWidget, name: str) -> Path | None:
    title = QCoreApplication.translate("SettingsPart", "Write as JSON")
    chosen, _ = QFileDialog.getSaveFileName(parent, title, name, "*.json (*.json)")
    return Path(chosen) if chosen else None

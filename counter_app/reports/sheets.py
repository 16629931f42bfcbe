"""How sheets of a workbook come out of a printer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet


def fit_to_width(sheet: Worksheet, orientation: Literal["portrait", "landscape"]) -> None:
    """Let a sheet print on A4: as many pages below each other as it takes, none beside another."""
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.orientation = orientation
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)

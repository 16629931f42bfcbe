"""Printers through Qt, for systems without CUPS' programs: pages are painted as images.

The printing system gives no word back, so a paper stays "sent" until an officer looks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.devices.printers import (
    JobState,
    JobStatus,
    PaperKind,
    PrinterGone,
    PrinterRefused,
    Printers,
)
from counter_app.paths import Paths

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_MOST_DPI = 600


@dataclass(frozen=True)
class QtPrinters:
    """The printers Qt knows. Raw bytes for slip printers need CUPS."""

    def names(self) -> tuple[str, ...]:
        from PySide6.QtPrintSupport import QPrinterInfo

        return tuple(QPrinterInfo.availablePrinterNames())

    def send(self, printer: str, data: bytes, kind: PaperKind, title: str) -> str:
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

        if kind is PaperKind.RAW:
            raise PrinterRefused(printer, "raw slips are printed through CUPS only")
        info = QPrinterInfo.printerInfo(printer)
        if info.isNull():
            raise PrinterGone(printer)
        device = QPrinter(info, QPrinter.PrinterMode.HighResolution)
        device.setDocName(title)
        device.setFullPage(True)
        paint(device, printer, data)
        return title

    def status(self, printer: str, system_id: str) -> JobStatus:
        if printer in self.names():
            return JobStatus(JobState.SENT)
        return JobStatus(JobState.FAILED, f"{printer}?")


@dataclass(frozen=True)
class OwnPrinters:
    """The printers of this machine, looked up when they are needed: nothing heavy before."""

    paths: Paths

    def names(self) -> tuple[str, ...]:
        return self._found().names()

    def send(self, printer: str, data: bytes, kind: PaperKind, title: str) -> str:
        return self._found().send(printer, data, kind, title)

    def status(self, printer: str, system_id: str) -> JobStatus:
        return self._found().status(printer, system_id)

    def _found(self) -> Printers:
        from counter_app.bootstrap import printers_of
        from counter_app.devices.printers import CupsPrinters

        return printers_of(self.paths, *(() if CupsPrinters.available() else (QtPrinters(),)))


def paint(device: QPrinter, printer: str, pdf: bytes) -> None:
    """Paint every page of `pdf` on the device, each on a sheet of its own size.

    Raises:
        PrinterRefused: the printer cannot be started.
    """
    from PySide6.QtCore import QMarginsF, QSizeF
    from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter

    from counter_app.documents.preview import page_count, page_image, page_size

    dpi = min(device.resolution(), _MOST_DPI)
    painter = QPainter()
    for number in range(page_count(pdf)):
        size = QPageSize(QSizeF(*page_size(pdf, number)), QPageSize.Unit.Point)
        layout = QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
        device.setPageLayout(layout)
        if number == 0 and not painter.begin(device):
            raise PrinterRefused(printer, "it cannot be started")
        if number and not device.newPage():
            painter.end()
            raise PrinterRefused(printer, "it does not take another page")
        page = page_image(pdf, number, dpi)
        image = QImage(
            page.rgba, page.width, page.height, 4 * page.width, QImage.Format.Format_RGBA8888
        )
        painter.drawImage(device.pageLayout().fullRectPixels(device.resolution()), image)
    painter.end()

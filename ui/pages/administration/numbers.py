"""Numbers that seats own: ranges of the daily serial and receipt books, and more of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication, QObject

from counter_app.clock import Clock, local_day
from counter_app.domain.amounts import grouped
from counter_app.domain.identity import check_tax_code
from counter_app.domain.numbers import HIGHEST_SERIAL
from counter_app.errors import CounterError
from ui.errors import describe
from ui.notice import Kind, Notice
from ui.pages.administration.listing import ListingViewModel, Values
from ui.pages.administration.reach import Reach

if TYPE_CHECKING:
    from counter_app.centre.numbers import RangeUse
    from counter_app.centre.office import Office
    from counter_app.store.receipt_books import BookRow

HIGHEST_RECEIPT: Final = 9_999_999
_USUAL: Final = {"range": "100", "book": "500"}


class What(StrEnum):
    """What is numbered."""

    RANGE = "range"
    BOOK = "book"


@dataclass(frozen=True, slots=True)
class NumberLine:
    """Numbers that a seat owns; `low` asks for more, `idle` ones are not written now."""

    what: What
    seat_number: int
    seat_name: str
    agency_code: str
    agency_name: str
    series: tuple[str, str]
    numbers: str
    used: int
    left: int
    low: bool
    idle: bool
    unit: str = ""
    tax_code: str = ""


class NumbersViewModel(ListingViewModel):
    """Lists numbers with what is left of them, the scarce ones first; grants more."""

    def __init__(self, reach: Reach, clock: Clock, parent: QObject | None = None) -> None:
        self._clock = clock
        self.seats: Mapping[int, str] = {}
        self.agencies: Mapping[str, str] = {}
        super().__init__(reach, parent)

    @property
    def what(self) -> What:
        """What would be granted."""
        return What(self.text("what") or What.RANGE)

    def read(self, office: Office) -> tuple[Any, ...]:
        """Return all ranges and books of seats."""
        from counter_app.centre.numbers import range_uses
        from counter_app.centre.receipt_books import listed
        from counter_app.store.reference import agency_names, seat_names

        today: date = local_day(self._clock.now_ms())
        seats, agencies = office.ask(seat_names), office.ask(agency_names)
        self.seats, self.agencies = seats, agencies
        lines = [
            *(_of_range(one, seats, agencies) for one in office.ask(range_uses, today)),
            *(_of_book(one, seats, agencies) for one in office.ask(listed)),
        ]
        return tuple(sorted(lines, key=lambda line: (not line.low, line.idle)))

    def blank(self) -> Values:
        """Return a range of the usual width."""
        return {"what": What.RANGE, "count": _USUAL[What.RANGE]}

    def values_of(self, row: NumberLine) -> Values:
        """Return what would be granted as a continuation of the row."""
        template, symbol = row.series
        return {
            "what": row.what,
            "seat": row.seat_number,
            "agency": row.agency_code,
            "count": _USUAL[row.what],
            "template": template,
            "symbol": symbol,
            "unit": row.unit,
            "tax_code": row.tax_code,
        }

    def key_of(self, row: NumberLine) -> object:
        """Numbers are told by their owner and by where they begin."""
        return row.what, row.seat_number, row.agency_code, row.series, row.numbers

    def edit(self, name: str, value: object) -> None:
        """Take what was typed; what is granted tells how many are usual."""
        super().edit(name, value)
        if name == "what":
            super().edit("count", _USUAL[What(str(value))])

    def wrong(self) -> dict[str, str]:
        """Return what is wrong in the form, by field."""
        need = self.tr("Fill this in.")
        book = self.what is What.BOOK
        most = HIGHEST_RECEIPT if book else HIGHEST_SERIAL
        faults = {
            "seat": "" if self.text("seat") else self.tr("Choose a counter."),
            "agency": "" if book or self.text("agency") else self.tr("Choose an agency."),
            "count": self._wrong_number("count", most),
        }
        if book:
            faults["template"] = "" if self.text("template") else need
            faults["symbol"] = "" if self.text("symbol") else need
            faults["first"] = self._wrong_number("first", most) if self.text("first") else ""
            faults["tax_code"] = self._wrong_tax_code()
        return faults

    def grant(self) -> None:
        """Give the seat the numbers that the form describes."""
        if self.fault(**self.wrong()) or not self.asked_twice("grant"):
            return
        seat, agency, count = int(self.text("seat")), self.text("agency"), int(self.text("count"))
        if self.what is What.BOOK:
            self._grant_book(seat, agency, count)
        else:
            self._grant_range(seat, agency, count)

    def _grant_range(self, seat: int, agency: str, count: int) -> None:
        def work(office: Office) -> int:
            from counter_app.centre import seats

            return office.act(seats.widen, seat, agency, count)

        said = self.tr("Counter {seat} has {count} more numbers a day.")
        self.act(work, said.format(seat=f"{seat:02d}", count=count))

    def _grant_book(self, seat: int, agency: str, count: int) -> None:
        first = int(self.text("first") or 0)
        told = [self.text(name) for name in ("template", "symbol", "unit", "tax_code")]

        def work(office: Office) -> Any:
            from counter_app.centre import receipt_books

            series = receipt_books.Series(told[0], told[1], told[2], told[3], agency)
            return office.act(receipt_books.grant, seat, series, count, first)

        said = self.tr("Counter {seat} has {count} more receipts of {symbol}.")
        self.act(work, said.format(seat=f"{seat:02d}", count=count, symbol=told[1]))

    def _take(self, rows: tuple[Any, ...]) -> None:
        before = self.shown.notice
        super()._take(rows)
        low = sum(row.low for row in rows)
        if low and (before is None or before.kind is Kind.WARN):
            words = self.tr("%n set(s) of numbers will soon be used up; they stand first.", "", low)
            self._show(replace(self.shown, notice=Notice(Kind.WARN, words)))

    def _wrong_number(self, name: str, most: int) -> str:
        typed = self.text(name)
        if typed.isdecimal() and 1 <= int(typed) <= most:
            return ""
        return self.tr("A number from 1 to {most}.").format(most=grouped(most))

    def _wrong_tax_code(self) -> str:
        typed = self.text("tax_code")
        try:
            if typed:
                check_tax_code(typed)
        except CounterError as error:
            return describe(error)
        return ""


def _of_range(one: RangeUse, seats: Mapping[int, str], agencies: Mapping[str, str]) -> NumberLine:
    return NumberLine(
        What.RANGE,
        one.seat_number,
        seats.get(one.seat_number, ""),
        one.agency_code,
        agencies.get(one.agency_code, one.agency_code),
        ("", ""),
        ", ".join(f"{first}–{last}" for first, last in one.parts),
        one.busiest,
        one.left,
        one.low,
        not one.written,
    )


def _of_book(one: BookRow, seats: Mapping[int, str], agencies: Mapping[str, str]) -> NumberLine:
    from counter_app.centre.numbers import is_low

    every = QCoreApplication.translate("NumbersPart", "every agency")
    return NumberLine(
        What.BOOK,
        one.seat_number,
        seats.get(one.seat_number, ""),
        one.agency_code,
        agencies.get(one.agency_code, one.agency_code) if one.agency_code else every,
        (one.template, one.symbol),
        f"{one.first:07d}–{one.last:07d}",
        one.used,
        one.left,
        one.mine and is_low(one.left, one.last - one.first + 1),
        not one.mine,
        one.unit,
        one.tax_code,
    )

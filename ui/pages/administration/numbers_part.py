"""Draws the numbers of seats: what is left of them, and the form in which more are granted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from counter_app.domain.amounts import grouped
from ui.models.table import Column
from ui.notice import Kind
from ui.pages.administration.listing import Shown
from ui.pages.administration.listing_part import Act, ListingPart
from ui.pages.administration.numbers import NumberLine, NumbersViewModel, What
from ui.widgets.sheet_form import FormField, Shape


class NumbersPart(ListingPart):
    """The fields follow what is granted; F9 twice grants, for numbers are never taken back."""

    def __init__(self, model: NumbersViewModel, parent: QWidget | None = None) -> None:
        self.numbers = model
        translate = QCoreApplication.translate
        act = Act(
            "grant",
            translate("NumbersPart", "Grant"),
            model.grant,
            "F9",
            primary=True,
            fits=lambda _: True,
            sure=translate("NumbersPart", "Press once more: it stands for ever"),
        )
        name = translate("NumbersPart", "Numbers and receipt books")
        super().__init__(model, name, _columns(), (), [act], parent)

    def fields_of(self, _shown: Shown) -> Sequence[Sequence[FormField]]:
        """Return the fields of a range, or of a receipt book."""
        translate = QCoreApplication.translate
        model = self.numbers
        kinds = tuple((what, what_words(what)) for what in What)
        seats = tuple((number, name or str(number)) for number, name in model.seats.items())
        every: tuple[tuple[object, str], ...] = (("", translate("NumbersPart", "every agency")),)
        book = model.what is What.BOOK
        agencies = (*(every if book else ()), *model.agencies.items())
        head = [
            [
                FormField(
                    "what", translate("NumbersPart", "What"), Shape.CHOICE, True, choices=kinds
                ),
                FormField(
                    "seat", translate("NumbersPart", "Counter"), Shape.CHOICE, True, choices=seats
                ),
            ],
            [
                FormField(
                    "agency",
                    translate("NumbersPart", "Agency"),
                    Shape.CHOICE,
                    not book,
                    choices=agencies,
                )
            ],
        ]
        if not book:
            count = translate("NumbersPart", "How many a day")
            return [*head, [FormField("count", count, required=True)]]
        return [
            *head,
            [
                FormField("template", translate("NumbersPart", "Template"), required=True),
                FormField("symbol", translate("NumbersPart", "Symbol"), required=True),
            ],
            [
                FormField("count", translate("NumbersPart", "How many"), required=True),
                FormField(
                    "first",
                    translate("NumbersPart", "Beginning with"),
                    hint=translate("NumbersPart", "after the last"),
                ),
            ],
            [
                FormField("unit", translate("NumbersPart", "Collecting unit"), stretch=3),
                FormField("tax_code", translate("NumbersPart", "Tax code"), stretch=2),
            ],
        ]


def what_words(what: What) -> str:
    """Return what is numbered."""
    translate = QCoreApplication.translate
    return {
        What.RANGE: translate("NumbersPart", "dossier numbers"),
        What.BOOK: translate("NumbersPart", "receipts"),
    }[what]


def _columns() -> list[Column[NumberLine]]:
    translate = QCoreApplication.translate
    return [
        Column(translate("NumbersPart", "No."), lambda line: f"{line.seat_number:02d}", width=48),
        Column(
            translate("NumbersPart", "What"),
            lambda line: " ".join(filter(None, line.series)) or what_words(line.what),
            width=152,
        ),
        Column(translate("NumbersPart", "Agency"), lambda line: line.agency_name),
        Column(
            translate("NumbersPart", "Numbers"),
            lambda line: line.numbers,
            width=136,
            tip=lambda line: line.numbers,
        ),
        Column(
            translate("NumbersPart", "Used"),
            lambda line: grouped(line.used),
            width=72,
            right=True,
            tip=_used,
        ),
        Column(
            translate("NumbersPart", "Left"), lambda line: grouped(line.left), width=72, right=True
        ),
        Column("", lambda line: _state(line)[1], width=112, badge=_state),
    ]


def _used(line: NumberLine) -> str:
    if line.what is What.BOOK:
        return ""
    return QCoreApplication.translate(
        "NumbersPart", "Given on the busiest day of the last thirty; each day begins anew"
    )


def _state(line: NumberLine) -> tuple[Kind, str, str]:
    translate = QCoreApplication.translate
    if line.low:
        return Kind.WARN, translate("NumbersPart", "soon used up"), ""
    if line.idle and line.what is What.BOOK:
        return Kind.QUIET, translate("NumbersPart", "written no more"), ""
    if line.idle:
        return Kind.QUIET, translate("NumbersPart", "spare"), ""
    return Kind.GOOD, translate("NumbersPart", "enough"), ""

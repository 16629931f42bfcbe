"""Counters: what they serve, their machines, one-time codes that are shown once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.models.table import Column
from ui.moments import full_moment
from ui.notice import Kind
from ui.pages.administration.listing import ListingViewModel, Values
from ui.pages.administration.listing_part import Act, ListingPart
from ui.widgets.sheet_form import FormField

if TYPE_CHECKING:
    from counter_app.centre.office import Office
    from counter_app.centre.seats import Invitation
    from counter_app.centre.status import DefinedSeat


class SeatsViewModel(ListingViewModel):
    """Makes seats, invites machines, closes."""

    def read(self, office: Office) -> tuple[Any, ...]:
        """Return all seats with their machines."""
        from counter_app.centre.status import defined_seats

        return tuple(office.ask(defined_seats))

    def values_of(self, row: DefinedSeat) -> Values:
        """Return number, name and the agencies served."""
        return {"number": row.number, "name": row.name, "agencies": " ".join(row.agencies)}

    def key_of(self, row: DefinedSeat) -> object:
        """Seats are told by their number."""
        return row.number

    def save(self) -> None:
        """Publish what stands in the form; a new seat gets its one-time code."""
        number, agencies = self.text("number"), self.text("agencies").replace(",", " ").split()
        need = self.tr("Fill this in.")
        if self.fault(
            number="" if number.isdecimal() and int(number) > 0 else need,
            agencies="" if agencies else need,
        ):
            return
        name = self.text("name") or self.tr("Counter {number}").format(number=f"{int(number):02d}")
        said = self.tr("{name} is published.").format(name=name)
        if self.shown.picked is None:
            self._add(int(number), name, agencies, said)
        else:
            self._change(name, agencies, said)

    def invite(self) -> None:
        """Make a one-time code for another machine."""
        if not self.asked_twice("invite"):
            return
        number = self.shown.picked.number

        def work(office: Office) -> Invitation:
            from counter_app.centre import seats

            return office.act(seats.invite, number)

        self.act(work, self.tr("The machine that has this seat now is let in no more."), self._told)

    def close(self) -> None:
        """Use the seat no more."""
        if not self.asked_twice("close"):
            return
        row: DefinedSeat = self.shown.picked

        def work(office: Office) -> None:
            from counter_app.centre import seats

            office.act(seats.close, row.number)

        self.act(work, self.tr("{name} is closed. Its dossiers stay.").format(name=row.name))

    def block(self) -> None:
        """Let the seat's machine in no more, at once."""
        if not self.asked_twice("block"):
            return
        row: DefinedSeat = self.shown.picked

        def work(office: Office) -> None:
            from counter_app.centre import seats

            office.act(lambda session, _author: seats.block(session, row.number))

        said = self.tr("{name} is let in no more. What it has not sent stays on it.")
        self.act(work, said.format(name=row.name))

    def _add(self, number: int, name: str, agencies: list[str], said: str) -> None:
        def work(office: Office) -> Invitation:
            from counter_app.centre import seats

            return office.act(seats.add_seat, number, name, agencies)

        self.act(work, said, self._told)

    def _change(self, name: str, agencies: list[str], said: str) -> None:
        number = self.shown.picked.number

        def work(office: Office) -> None:
            from counter_app.centre import seats

            office.act(seats.change, number, name=name, agencies=agencies)

        self.act(work, said)

    def _told(self, invitation: Invitation) -> None:
        words = self.tr("One-time code of counter {number}, shown only now, until {until}: {code}")
        self.show_secret(
            words.format(
                number=f"{invitation.seat_number:02d}",
                until=full_moment(invitation.valid_until),
                code=invitation.code,
            )
        )


def seats_part(model: SeatsViewModel, parent: QWidget | None = None) -> ListingPart:
    """Return the part that draws the seats."""
    translate = QCoreApplication.translate
    columns: list[Column[DefinedSeat]] = [
        Column(
            translate("SeatsPart", "No."), lambda row: f"{row.number:02d}", width=56, number=True
        ),
        Column(translate("SeatsPart", "Name"), lambda row: row.name, width=128),
        Column(translate("SeatsPart", "Serves"), lambda row: ", ".join(row.agencies)),
        Column(translate("SeatsPart", "Last contact"), _contact, width=148),
        Column(
            translate("SeatsPart", "State"), lambda row: _state(row)[1], width=128, badge=_state
        ),
    ]
    fields = [
        [
            FormField("number", translate("SeatsPart", "No."), required=True),
            FormField("name", translate("SeatsPart", "Name"), stretch=3),
        ],
        [
            FormField(
                "agencies",
                translate("SeatsPart", "Codes of the agencies it serves"),
                required=True,
                hint="000.00.14.H35 000.00.16.H35",
            )
        ],
    ]
    acts = [
        Act(
            "save",
            translate("SeatsPart", "Publish"),
            model.save,
            "F9",
            primary=True,
            fits=lambda _: True,
        ),
        Act(
            "invite",
            translate("SeatsPart", "One-time code for another machine"),
            model.invite,
            sure=translate("SeatsPart", "Press once more: the former machine is let in no more"),
        ),
        Act(
            "block",
            translate("SeatsPart", "Block at once (stolen machine)"),
            model.block,
            sure=translate("SeatsPart", "Press once more: the machine is cut off"),
        ),
        Act(
            "close",
            translate("SeatsPart", "Close the seat"),
            model.close,
            sure=translate("SeatsPart", "Press once more: the seat is used no more"),
        ),
    ]
    return ListingPart(model, translate("SeatsPart", "Counters"), columns, fields, acts, parent)


def _contact(row: DefinedSeat) -> str:
    moments = [one.contact_at for one in row.machines if one.contact_at is not None]
    return full_moment(max(moments)) if moments else ""


def _state(row: DefinedSeat) -> tuple[Kind, str, str]:
    translate = QCoreApplication.translate
    if not row.open:
        return Kind.QUIET, translate("SeatsPart", "closed"), ""
    if row.code_until is not None:
        return Kind.WARN, translate("SeatsPart", "code waits"), ""
    if not any(one.state == "open" for one in row.machines):
        return Kind.WARN, translate("SeatsPart", "no machine"), ""
    return Kind.GOOD, translate("SeatsPart", "in use"), ""

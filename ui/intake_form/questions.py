"""What the fields of an intake ask the local file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from counter_app.clock import local_day
from counter_app.desk import Desk
from counter_app.domain import catalogue_search
from counter_app.domain.calendar import CalendarEnds
from counter_app.domain.places import PlaceIndex
from counter_app.domain.procedure import Channel, Gap, Procedure
from counter_app.errors import CounterError
from counter_app.store import applicants, reference
from counter_app.store.engine import Session
from counter_app.usecases.intake import (
    Appointment,
    ChannelNotOffered,
    UnknownProcedure,
    appointment,
)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What can be taken in today, ready for typing."""

    index: catalogue_search.ProcedureIndex
    rows: Mapping[str, reference.ProcedureRow]
    gaps: Mapping[str, tuple[Gap, ...]]
    favourites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outlook:
    """A procedure and what it promises now, or why it can promise nothing."""

    procedure: Procedure
    agency_name: str
    appointment: Appointment | None
    problem: CounterError | None = None

    @property
    def channels(self) -> tuple[Channel, ...]:
        """The ways of handing in that the procedure offers."""
        rules = {channel: self.procedure.rule(channel) for channel in Channel}
        return tuple(
            channel
            for channel, rule in rules.items()
            if rule is not None and (rule.term is not None or self.procedure.no_appointment)
        )


def catalogue(desk: Desk) -> Catalogue:
    """Return the catalogue of today with the favourites of the seat."""
    return desk.ask(_catalogue, local_day(desk.clock.now_ms()), desk.seat.number)


def places(desk: Desk) -> PlaceIndex:
    """Return the communes by which addresses are completed."""
    today = local_day(desk.clock.now_ms())
    return PlaceIndex(desk.ask(reference.settings, today).places())


def outlook(desk: Desk, code: str, channel: Channel) -> Outlook:
    """Return the procedure and its appointment if the dossier came in now.

    Raises:
        UnknownProcedure, ProcedureIncomplete.
    """
    today = local_day(desk.clock.now_ms())
    version = desk.ask(reference.current_procedure, code, today)
    if version is None:
        raise UnknownProcedure(code, today)
    try:
        promised = appointment(desk, code, channel)
    except (CalendarEnds, ChannelNotOffered, reference.SettingMissing) as error:
        return Outlook(version.procedure, version.agency_name, None, error)
    return Outlook(version.procedure, version.agency_name, promised)


def earlier_applicants(desk: Desk, typed: str) -> list[applicants.EarlierApplicant]:
    """Return who handed in before and matches what is typed."""
    return desk.ask(applicants.earlier_applicants, typed)


def _catalogue(session: Session, today: date, seat_number: int) -> Catalogue:
    rows = {row.code: row for row in reference.procedures(session, today)}
    seat = reference.seat_row(session, seat_number)
    index = catalogue_search.ProcedureIndex(
        catalogue_search.ProcedureRow(row.code, row.name, row.sector, row.agency_name)
        for row in rows.values()
    )
    gaps = {
        code: version.procedure.gaps()
        for code, row in rows.items()
        if not row.complete
        and (version := reference.current_procedure(session, code, today)) is not None
    }
    favourites = () if seat is None else tuple(code for code in seat.favourites if code in rows)
    return Catalogue(index, rows, gaps, favourites)

"""A centre that a standby follows, seen from both servers and from its counters."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select

from counter_app.centre import administration
from counter_app.centre.connection import Centre
from counter_app.journal.rebuild import broken_chains, differences
from counter_app.postgres import CentreUnreachable
from counter_app.progress import Silent
from counter_app.schema.tables import officer
from counter_app.sync.line import ANSWER_SECONDS
from counter_app.sync.status import SyncStatus
from tests.fixtures.standby import StandbyPair
from tests.fixtures.sync import Counter, SmallCentre

synchronous = pytest.mark.parametrize("pair", [True], indirect=True, ids=["synchronous"])
"""Commits wait for the standby."""


def at_standby(pair: StandbyPair, centre: SmallCentre) -> SmallCentre:
    """Return the centre as it is at the standby."""
    return replace(centre, centre=Centre.at(pair.standby.url("town")))


def failed_over(pair: StandbyPair, centre: SmallCentre, *counters: Counter) -> SmallCentre:
    """Promote the standby, and lead the counters there; return the centre as it is there."""
    pair.promote()
    for counter in counters:
        counter.through(pair.standby.port)
    return at_standby(pair, centre)


def received(*places: SmallCentre | Counter) -> list[list[str]]:
    """Return the numbers of the dossiers of each place, sorted; equal numbers stand twice."""
    return [sorted(row[1] for row in place.rows()["dossier"]) for place in places]


def unheard(counter: Counter) -> SyncStatus:
    """Sync while commits wait for a standby that is away; return what the lamp shows then."""
    counter.line.close()
    counter.line.patience = 1
    with pytest.raises(CentreUnreachable):
        counter.sync()
    counter.line.patience = ANSWER_SECONDS
    return counter.status()


def define_officer(place: SmallCentre, login: str) -> None:
    """Do what only the administrator may."""
    with place.writing() as (session, by):
        administration.define_officer(session, by, login, f"Cán bộ {login}", ["intake"], "")


def officers(place: SmallCentre) -> set[str]:
    """Return the logins of all officers."""
    with place.centre.reading() as session:
        return set(session.execute(select(officer.c.login)).scalars())


def converged(centre: SmallCentre, *counters: Counter) -> None:
    """Sync until nobody gets anything new, and check that all hold equal entries and tables."""
    for _ in range(8):
        moved = [counter.sync() for counter in counters]
        if centre.work() == 0 and not any(one.pushed or one.pulled for one in moved):
            break
    else:
        pytest.fail("it never came to rest")
    with centre.centre.reading() as session:
        assert broken_chains(session, Silent()) == []
        assert differences(session, Silent()) == []
    for counter in counters:
        assert counter.heads() == centre.heads()
        assert counter.rows() == centre.rows()
        assert counter.status().unsent == 0

"""A stage for fault schedules, and a server that can be killed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from counter_app.sync.line import Route
from tests.faults.many import new_stage
from tests.faults.server import FragileServer
from tests.faults.stage import Stage
from tests.fixtures.standby import StandbyPair, standing_by
from tests.fixtures.sync import Counter, SmallCentre, enrolled, small_centre


@pytest.fixture(scope="session")
def stage() -> Iterator[Stage]:
    """One stage for all schedules: each puts it back to the morning."""
    with new_stage() as made:
        yield made


@pytest.fixture
def fragile(tmp_path: Path) -> Iterator[FragileServer]:
    """A PostgreSQL that keeps what it promised, and can be killed and started again."""
    server = FragileServer(tmp_path / "server")
    server.start()
    yield server
    server.stop()


@pytest.fixture
def pair(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[StandbyPair]:
    """A primary and its standby; the parameter tells whether commits wait for the standby."""
    with standing_by(tmp_path / "servers", synchronous=getattr(request, "param", False)) as made:
        yield made


@pytest.fixture
def followed(pair: StandbyPair) -> SmallCentre:
    """A centre at the primary of the pair."""
    with psycopg.connect(pair.primary.url(), autocommit=True) as connection:
        connection.execute("CREATE DATABASE town TEMPLATE template0")
    route = Route("127.0.0.1", pair.primary.port, "town", demonstration=True)
    return small_centre(pair.primary.url("town"), route)


@pytest.fixture
def seven_and_eight(followed: SmallCentre, tmp_path: Path) -> Iterator[list[Counter]]:
    """Two counters that are led to the primary."""
    made = [enrolled(followed, number, tmp_path / f"quầy 0{number}") for number in (7, 8)]
    yield made
    for counter in made:
        counter.close()

"""A stage for fault schedules, and a server that can be killed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.many import new_stage
from tests.faults.server import FragileServer
from tests.faults.stage import Stage


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

"""What a counter knows when it reads a register: its agencies and procedures."""

from __future__ import annotations

from collections.abc import Iterable

from counter_app.clock import local, local_day
from counter_app.desk import Desk
from counter_app.exchange.catalogue import agencies_by_name
from counter_app.exchange.register.lines import Known
from counter_app.store.reference import agency_names, procedures


def known_at(desk: Desk, more: Iterable[tuple[str, str]] = ()) -> Known:
    """Return what this counter knows now.

    Args:
        more: further names of agencies, as the file writes them, with their codes.
    """
    names = desk.ask(agency_names)
    now = desk.clock.now_ms()
    named = agencies_by_name([*((name, code) for code, name in names.items()), *more])
    return Known(
        {**named, **{code: code for code in names}},
        {row.code: row.name for row in desk.ask(procedures, local_day(now))},
        local(now),
    )

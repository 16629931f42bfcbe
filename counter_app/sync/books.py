"""The register books of a seat go on where they ended, also on another machine."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, text
from sqlalchemy.dialects.sqlite import insert

from counter_app.schema.local import serial
from counter_app.store.engine import Session
from counter_app.sync.standing import standing

BOOK = "book "
"""How the series of a register book begins in `schema.local.serial`."""

_LINES = text(
    """
    SELECT json_extract(payload, '$.book'), max(json_extract(payload, '$.book_number'))
    FROM journal
    WHERE kind = 'dossier_received' AND json_valid(payload)
      AND json_extract(payload, '$.seat_number') = :seat_number
    GROUP BY 1
    """
)


def raise_books(session: Session) -> None:
    """Never give again a line of a register book that an earlier stream of this seat gave.

    A machine that was enrolled anew, or restored from a copy, learns them from the journal.
    """
    rows = session.execute(_LINES, {"seat_number": standing(session).seat_number}).all()
    for book, last in rows:
        upsert = insert(serial).values(
            series=f"{BOOK}{book}", day=date(int(book[-4:]), 1, 1), last=last
        )
        session.execute(
            upsert.on_conflict_do_update(
                index_elements=[serial.c.series],
                set_={"last": func.max(serial.c.last, upsert.excluded.last)},
            )
        )

"""A morning at a counter, recorded as what the program says to SQLite."""

from __future__ import annotations

import random
from datetime import timedelta
from pathlib import Path

from sqlalchemy import func, select

from counter_app.clock import SetClock
from counter_app.desk import Desk, Seat
from counter_app.errors import CounterError
from counter_app.schema.local import draft
from counter_app.schema.tables import journal
from counter_app.store.engine import Store
from counter_app.usecases import drafts, printing
from counter_app.usecases.intake import receive
from counter_app.usecases.printing import Form, PaperSize
from tests.faults.power import Recording
from tests.fixtures.desk import FRIDAY, STREAM, birth_intake, grant_range
from tests.fixtures.life import ACTS, LAN, opened_office


def recorded(folder: Path, key: bytes | None, acts: int, seed: int = 1) -> Recording:
    """Record so many acts of an officer at a counter that has just been enrolled."""
    path = folder / "recorded.db"
    enrolled(path, key)
    recording = Recording(path.read_bytes(), key)
    with recording.listening(lambda: Store(path, key)) as store:
        desk = Desk(store, SetClock.at(FRIDAY), Seat(STREAM, 7), LAN)
        draws = random.Random(seed)
        for _ in range(acts):
            _act(desk, draws, recording)
    return recording


def _promise(recording: Recording, desk: Desk) -> None:
    with desk.store.reading() as session:
        entries, kept = (
            session.execute(select(func.count()).select_from(table)).scalar_one()
            for table in (journal, draft)
        )
    recording.promise(entries, kept)


def enrolled(path: Path, key: bytes | None) -> None:
    """Make the file of a counter that has just been enrolled, encrypted where there is a key."""
    plain = path.with_suffix(".plain")
    with opened_office(plain) as desk:
        grant_range(desk, 1000, 9999)  # who receives in a loop needs many numbers a day
    if key is None:
        plain.rename(path)
        return
    store = Store(plain)
    with store.raw_writing() as connection:
        connection.execute(f"ATTACH ? AS locked KEY \"x'{key.hex()}'\"", (str(path),))
        connection.execute("SELECT sqlcipher_export('locked')")
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        connection.execute(f"PRAGMA locked.user_version = {version}")
        connection.execute("PRAGMA locked.journal_mode = WAL")
        connection.execute("DETACH locked")
    store.close()


def _act(desk: Desk, draws: random.Random, recording: Recording) -> None:
    assert isinstance(desk.clock, SetClock)
    desk.clock.advance(timedelta(minutes=1))
    typed = drafts.new_draft(desk)
    for name in ("Nguyễn", "Nguyễn Thị Ánh"):
        drafts.keep(desk, typed, name, {"name": name})
        _promise(recording, desk)
    subject = receive(desk, birth_intake(), typed).subject
    _promise(recording, desk)
    job = printing.queue(desk, subject, Form.RECEIPT, PaperSize.A5, "PDF")
    printing.sent(desk, job, "1")
    _promise(recording, desk)
    for name in draws.sample(sorted(ACTS), 3):
        try:
            ACTS[name](desk, subject)
        except CounterError:
            continue
        _promise(recording, desk)

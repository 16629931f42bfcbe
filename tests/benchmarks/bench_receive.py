"""One act durable on disk, against the bare commit of the same bytes."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from uuid import uuid4

import sqlcipher3.dbapi2 as driver
from sqlalchemy import select

from counter_app.clock import SetClock
from counter_app.desk import Desk
from counter_app.journal.append import append
from counter_app.journal.entries import new_id
from counter_app.schema.tables import journal
from counter_app.usecases.intake import receive
from tests.benchmarks.frame import AtMost, Row
from tests.fixtures.desk import FRIDAY, birth_intake, opened_desk

ROUNDS = 400


def measure() -> list[Row]:
    with (
        TemporaryDirectory() as folder,
        opened_desk(Path(folder) / "counter.db", SetClock.at(FRIDAY), granted=(1, 9999)) as desk,
    ):
        receive(desk, birth_intake())
        record = last_record(desk)
        bare = bare_commit(Path(folder) / "bare.db", record)

        def whole() -> None:
            desk.clock.advance(timedelta(milliseconds=7))
            receive(desk, birth_intake())

        def act() -> None:
            desk.clock.advance(timedelta(milliseconds=7))
            with desk.store.writing() as session:
                now = desk.clock.now_ms()
                append(session, desk.author(), "dossier_received", new_id(now), record)

        # In turn, so that all three see the same machine.
        times = [(timed_ms(bare), timed_ms(act), timed_ms(whole)) for _ in range(ROUNDS)]
    bare_ms, act_ms, whole_ms = (median(column) for column in zip(*times, strict=True))
    limit = "limit: the driver alone commits the same bytes, WAL and FULL"
    return [
        Row("intake appended and projected, durable", bare_ms, act_ms, AtMost(2.5), note=limit),
        Row("receive, durable", bare_ms, whole_ms, AtMost(5), note=limit),
    ]


def last_record(desk: Desk) -> dict[str, object]:
    """Return what the desk's one dossier was recorded with."""
    with desk.store.reading() as session:
        payload = session.execute(
            select(journal.c.payload).where(journal.c.kind == "dossier_received")
        ).scalar_one()
    record: dict[str, object] = json.loads(payload)
    return record


def bare_commit(path: Path, record: dict[str, object]) -> Callable[[], None]:
    """Return an act that commits the same bytes through the driver alone."""
    connection = driver.connect(str(path), isolation_level=None)
    connection.executescript(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
        "CREATE TABLE journal(stream, seq INTEGER, entry, subject, kind, version, a, b, c, officer,"
        " based, payload, ph, h, PRIMARY KEY(stream, seq));"
        "CREATE INDEX js ON journal(subject, c, entry);"
        "CREATE TABLE dossier(id INTEGER PRIMARY KEY, subject UNIQUE, number, words);"
        "CREATE INDEX dn ON dossier(number);"
        "CREATE VIRTUAL TABLE w USING fts5(words, content='', contentless_delete=1,"
        " detail=column, prefix='1 2 3 4 5 6 7', tokenize='ascii');"
    )
    payload = json.dumps(record, ensure_ascii=False, sort_keys=True)
    count = 0

    def commit() -> None:
        nonlocal count
        count += 1
        subject = uuid4().hex
        words = "nguyen thi anh 012188000123 045123456 0912345678 261120 0101"
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(
            "INSERT INTO journal VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
            (
                "7" * 32,
                count,
                uuid4().hex,
                subject,
                "dossier_received",
                1,
                count,
                count,
                count,
                "lan",
                "",
                payload,
                bytes(32),
                bytes(32),
            ),
        )
        connection.execute(
            "INSERT INTO dossier(subject, number, words) VALUES (?,?,?)",
            (subject, f"000.00.14.H35-261120-{count:04d}", payload[:200]),
        )
        connection.execute("INSERT INTO w(rowid, words) VALUES (?,?)", (count, words))
        connection.execute("COMMIT")

    return commit


def timed_ms(act: Callable[[], None]) -> float:
    """Return how long the act took."""
    started = time.perf_counter()
    act()
    return (time.perf_counter() - started) * 1000

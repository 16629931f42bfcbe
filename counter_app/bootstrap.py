"""Puts the rooms together: an open counter from the files of one folder.

Paper, line and keyring are loaded by the function that needs them: the window opens a desk first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from counter_app.clock import Clock, SystemClock, local
from counter_app.desk import Desk, Officer
from counter_app.devices.printers import AllPrinters, CupsPrinters, FolderPrinters, Printers
from counter_app.paths import Paths, own_paths
from counter_app.progress import Progress, Silent
from counter_app.store.engine import Session, Store, is_plain
from counter_app.store.migrations import is_older, migrate
from counter_app.sync.secrets import Secrets, secrets_in, store_key
from counter_app.sync.standing import NotEnrolled, seat

if TYPE_CHECKING:
    from counter_app.store.register import RegisterQuery
    from counter_app.sync.close import DayProof
    from counter_app.sync.line import Line

T = TypeVar("T")

NO_PRINTER = "PDF"
"""The printer that is always there: it keeps each paper as a PDF file."""
_TOLD_EVERY: Final = 200


def secrets_of(paths: Paths) -> Secrets:
    """Return the counter's secrets."""
    return secrets_in(paths.secrets)


def open_store(paths: Paths, progress: Progress | None = None) -> Store:
    """Open the counter's local file and bring it to this program's shape, a copy of it first.

    Raises:
        NotEnrolled: there is none yet.
        SqliteTooOld, StoreDamaged, StoreNewer, StoreReadOnly.
    """
    if not paths.store.exists():
        raise NotEnrolled
    key = None if is_plain(paths.store) else store_key(secrets_of(paths))
    store = Store(paths.store, key)
    if is_older(store):
        from counter_app.store.backup import back_up

        back_up(store, paths.backups, local(SystemClock().now_ms()))
    migrate(store, progress or Silent())
    return store


def make_store(paths: Paths) -> Store:
    """Open the counter's local file, made now if there is none. Raises as `open_store`."""
    paths.make()
    store = Store(paths.store, store_key(secrets_of(paths)))
    migrate(store)
    return store


def open_desk(paths: Paths, progress: Progress | None = None, clock: Clock | None = None) -> Desk:
    """Open the desk of an enrolled counter, nobody sitting at it.

    Raises:
        NotEnrolled, and what `open_store` raises.
    """
    store = open_store(paths, progress)
    with store.reading() as session:
        place = seat(session)
    return Desk(store, clock or SystemClock(), place)


@contextmanager
def opened_desk(home: Path | None, officer: Officer | None = None) -> Iterator[Desk]:
    """The desk of the counter in `home`, closed afterwards. Raises as `open_desk`."""
    desk = open_desk(own_paths(home))
    try:
        yield desk.served_by(officer)
    finally:
        desk.store.close()


def open_line(desk: Desk, paths: Paths) -> Line:
    """Return the line to the centre; nothing is connected yet.

    Raises:
        NotEnrolled, PasswordMissing.
    """
    from counter_app.sync.enrolment import line_of

    return line_of(desk.store, secrets_of(paths), paths.data)


def printers_of(paths: Paths, *more: Printers) -> Printers:
    """Return the printers of this machine, and the one that keeps papers as files."""
    queues: tuple[Printers, ...] = (CupsPrinters(),) if CupsPrinters.available() else ()
    return AllPrinters((*queues, *more, FolderPrinters(paths.papers, NO_PRINTER)))


def proof_sheet(desk: Desk, proof: DayProof) -> bytes:
    """Return the printed proof of a closed day as PDF. Raises SettingMissing."""
    from counter_app.documents import till_papers
    from counter_app.usecases.printing import Form

    return till_papers.pdf_of(till_papers.told(desk, proof.subject, Form.SYNC_PROOF))


def register_paper(
    session: Session, query: RegisterQuery, progress: Progress | None = None
) -> bytes:
    """Return the register of a period as PDF. Raises SettingMissing, NoFormSet, Cancelled."""
    from counter_app.documents import register
    from counter_app.store import reference
    from counter_app.store.register import count, lines

    settings = reference.settings(session, query.last)
    code = query.agency_code
    rows = lines(session, query)
    return register.render(
        register.RegisterPaper(
            settings.letterhead(),
            query.first,
            query.last,
            tuple(rows if progress is None else _told(rows, count(session, query), progress)),
            reference.agency_name(session, code) if code else "",
            query.seat_number,
            query.order,
            query.descending,
        )
    )


def write_register(desk: Desk, query: RegisterQuery, path: Path, progress: Progress) -> int:
    """Write the register of a period as PDF, CSV or workbook, by the suffix; return its lines.

    Raises:
        FileNotWritten, SettingMissing, NoFormSet, Cancelled.
    """
    from counter_app.exchange import whole_file
    from counter_app.exchange.register import export_csv, export_workbook
    from counter_app.store.register import count, lines

    with desk.store.reading() as session:
        total = count(session, query)
        if path.suffix.lower() == ".pdf":
            whole_file.write(path, register_paper(session, query, progress))
            return total
        rows = _told(lines(session, query), total, progress)
        return (
            export_csv(path, rows) if path.suffix.lower() == ".csv" else export_workbook(path, rows)
        )


def _told(rows: Iterable[T], total: int, progress: Progress) -> Iterator[T]:
    """Yield the rows and tell how far it is."""
    for done, row in enumerate(rows, start=1):
        yield row
        if done % _TOLD_EVERY == 0 or done == total:
            progress.step(done, total, "write")


def backup_due(paths: Paths, clock: Clock, every_hours: int = 24) -> bool:
    """Tell whether the newest copy of the local file is older than `every_hours`."""
    from counter_app.store.backup import backups

    now = clock.now_ms()
    made = [copy.stat().st_mtime * 1000 for copy in backups(paths.backups)]
    # one from the future was made while the clock was wrong
    newest = max((moment for moment in made if moment <= now), default=0)
    return now - newest > every_hours * 3_600_000

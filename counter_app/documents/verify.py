"""Is this receipt ours? What the paper says is held against the journal."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from counter_app.desk import Desk
from counter_app.documents.readback import read_receipt
from counter_app.errors import CounterError
from counter_app.store.dossiers import NoSuchDossier, by_number, receipt_of

_LARGEST = 50_000_000


@dataclass(eq=False)
class FileUnreadable(CounterError):
    """the file {path} cannot be read: {what}"""

    path: str
    what: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a paper says and every reason to doubt it.

    `known` tells whether the counter holds a dossier of that number; without it the codes are
    only compared with each other.
    """

    number: str
    known: bool
    doubts: tuple[str, ...]

    @property
    def genuine(self) -> bool:
        return self.known and not self.doubts


def verify_file(desk: Desk, path: Path) -> Verdict:
    """Decode a receipt's PDF and compare it with the journal.

    Raises:
        FileUnreadable; NotAPdf, NotOurPaper: it is no paper of this program.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise FileUnreadable(str(path), f"it is larger than {_LARGEST} bytes")
        facts = read_receipt(path.read_bytes())
    except OSError as error:
        raise FileUnreadable(str(path), error.strerror or str(error)) from error
    doubts = [doubt.value for doubt in facts.doubts]
    try:
        record = desk.ask(receipt_of, desk.ask(by_number, facts.number).subject)
    except NoSuchDossier:
        return Verdict(facts.number, False, tuple(doubts))
    if not record.entry_hash.startswith(facts.hash_start):
        doubts.append("hash_differs")
    if facts.lookup_code and facts.lookup_code != record.lookup_code:
        doubts.append("lookup_code_differs")
    if facts.owner != record.owner.name:
        doubts.append("owner_differs")
    return Verdict(facts.number, True, tuple(doubts))

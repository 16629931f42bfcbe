"""Does the centre still hold what it held? Its own administrator could change rows.

Four witnesses are asked: the chains themselves, the hashes that counters hold of the same streams,
the heads of others that each counter countersigns under its own chain when it closes a day, and
the proofs given at that close, of which the counter has a copy under its chain and a paper in its
folder. Who changes a row breaks the chain; who writes a chain anew contradicts the chains of
others; who writes all of them anew contradicts the counters' files and the papers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Connection, func, select

from counter_app.journal.entries import Entry, EntryUnreadable
from counter_app.journal.let_go import in_a_hole
from counter_app.journal.rebuild import broken_chains
from counter_app.progress import Progress
from counter_app.schema import centre as own
from counter_app.schema.local import installation
from counter_app.schema.tables import day_close, head, journal
from counter_app.store.day_proofs import CLOSED

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it was: where, in which stream, from which entry on."""

    where: str
    stream_id: UUID
    seq: int
    what: str

    def __str__(self) -> str:
        return f"{self.where}: stream {self.stream_id}, entry {self.seq}: {self.what}"


@dataclass(frozen=True, slots=True)
class Paper:
    """What a printed proof says: its code, and the hash or the beginning of it in hex."""

    code: str
    hash_start: str


class _Claim(NamedTuple):
    """What a seat countersigned, and in which of its entries."""

    hash: bytes
    stream_id: UUID
    seq: int


def chains(session: Connection, where: str, progress: Progress) -> list[Finding]:
    """Return where a chain does not hold, at a counter or at the centre."""
    found = [
        Finding(where, error.stream_id, error.seq, f"the chain is broken ({error.what})")
        for error in broken_chains(session, progress)
    ]
    return found + [
        Finding(where, stream_id, seq, "it stands in the journal and in no chain")
        for stream_id, seq in _beyond_heads(session)
    ]


def countersigned(session: Connection, where: str) -> list[Finding]:
    """Return what seats countersigned at the close of a day and the journal does not hold so."""
    found: list[Finding] = []
    claims: dict[UUID, dict[int, list[_Claim]]] = defaultdict(lambda: defaultdict(list))
    for entry in _closings(session):
        for stream_id, seq, link in _claims(entry):
            claims[stream_id][seq].append(_Claim(link, entry.stream_id, entry.seq))
    for stream_id, by_seq in claims.items():
        held = _hashes(session, stream_id, list(by_seq))
        for seq, said in by_seq.items():
            for claim in said:
                if held.get(seq) != claim.hash and not in_a_hole(session, stream_id, seq):
                    by = f"stream {claim.stream_id} countersigned another in its entry {claim.seq}"
                    found.append(Finding(where, stream_id, seq, by))
    return found


def against_counter(centre: Connection, counter: Connection) -> list[Finding]:
    """Return where the centre contradicts what a counter holds of the same streams.

    Whatever a counter holds of another stream came from the centre; of its own, what the centre
    acknowledged.
    """
    theirs = _heads(centre)
    told = counter.execute(select(installation.c.stream_id, installation.c.acked_seq))
    acknowledged = dict(told.all())
    found: list[Finding] = []
    for stream_id, mine in _heads(counter).items():
        held = theirs.get(stream_id, 0)
        common = _up_to(counter, stream_id, min(mine, held))
        if common and _hash_at(centre, stream_id, common) != _hash_at(counter, stream_id, common):
            seq = _first_different(centre, counter, stream_id, common)
            found.append(Finding("centre", stream_id, seq, "a counter holds another entry"))
            continue
        if held < acknowledged.get(stream_id, mine):
            found.append(Finding("centre", stream_id, held + 1, "it is gone, a counter holds it"))
        found += _blanked(centre, counter, stream_id, common)
    return found


def proofs(centre: Connection) -> list[Finding]:
    """Return the proofs given that the centre's own journal contradicts."""
    rows = centre.execute(
        select(own.proof.c.stream_id, own.proof.c.seq, own.proof.c.hash).order_by(own.proof.c.day)
    )
    return [
        Finding("centre", stream_id, seq, "a proof was given for another entry")
        for stream_id, seq, link in rows.all()
        if seq and _hash_at(centre, stream_id, seq) != link
    ]


def closings(centre: Connection, counter: Connection) -> list[Finding]:
    """Return the closings recorded under the chain whose proof the centre no longer has so."""
    given = {
        (row.stream_id, row.day, row.seq): row for row in centre.execute(select(own.proof)).all()
    }
    found: list[Finding] = []
    for row in counter.execute(select(day_close)).all():
        proof = given.get((row.stream_id, row.day, row.seq))
        if proof is None or proof.code != row.code:
            what = f"the proof {row.code} of {row.day} is not the one that was given"
            found.append(Finding("centre", row.stream_id, row.seq, what))
        elif row.seq and _hash_at(counter, row.stream_id, row.seq) not in {None, proof.hash}:
            what = f"the proof {row.code} of {row.day} names another hash than the counter holds"
            found.append(Finding("centre", row.stream_id, row.seq, what))
    return found


def papers(centre: Connection, printed: Sequence[Paper]) -> list[Finding]:
    """Return the printed proofs that the centre contradicts."""
    found: list[Finding] = []
    for paper in printed:
        row = centre.execute(select(own.proof).where(own.proof.c.code == paper.code)).first()
        if row is None:
            found.append(Finding("centre", UUID(int=0), 0, f"no proof {paper.code} was given"))
        elif not row.hash.hex().startswith(paper.hash_start.lower()):
            what = f"the paper {paper.code} says {paper.hash_start[:16]}…"
            found.append(Finding("centre", row.stream_id, row.seq, what))
    return found


def _closings(session: Connection) -> Iterator[Entry]:
    rows = session.execute(
        select(journal).where(journal.c.kind == CLOSED).order_by(journal.c.stream_id, journal.c.seq)
    )
    for row in rows:
        yield Entry._make(row)


def _claims(entry: Entry) -> list[tuple[UUID, int, bytes]]:
    """Return the heads an entry countersigns; none where it makes no sense."""
    try:
        seen = entry.record().get("seen", {})
        return [
            (UUID(stream_id), int(seq), bytes.fromhex(link))
            for stream_id, (seq, link) in seen.items()
        ]
    except (EntryUnreadable, AttributeError, TypeError, ValueError):
        return []


def _beyond_heads(session: Connection) -> list[tuple[UUID, int]]:
    last = (
        select(journal.c.stream_id, func.max(journal.c.seq).label("seq"))
        .group_by(journal.c.stream_id)
        .subquery()
    )
    rows = session.execute(
        select(last.c.stream_id, last.c.seq)
        .join_from(last, head, head.c.stream_id == last.c.stream_id, isouter=True)
        .where(last.c.seq > func.coalesce(head.c.seq, 0))
    )
    return [(stream_id, seq) for stream_id, seq in rows]


def _blanked(
    centre: Connection, counter: Connection, stream_id: UUID, common: int
) -> list[Finding]:
    """Return the entries whose words the centre has no more, while a counter has them."""
    empty = centre.execute(
        select(journal.c.seq)
        .where(
            journal.c.stream_id == stream_id, journal.c.seq <= common, journal.c.payload.is_(None)
        )
        .order_by(journal.c.seq)
    )
    gone = list(empty.scalars())
    found: list[Finding] = []
    for start in range(0, len(gone), _AT_ONCE):
        kept = counter.execute(
            select(journal.c.seq).where(
                journal.c.stream_id == stream_id,
                journal.c.seq.in_(gone[start : start + _AT_ONCE]),
                journal.c.payload.is_not(None),
            )
        )
        found += [
            Finding("centre", stream_id, seq, "its words are gone, a counter holds them")
            for seq in kept.scalars()
        ]
    return found


def _heads(session: Connection) -> dict[UUID, int]:
    rows = session.execute(select(head.c.stream_id, head.c.seq))
    return dict(rows.all())


def _hashes(session: Connection, stream_id: UUID, seqs: Sequence[int]) -> dict[int, bytes]:
    found: dict[int, bytes] = {}
    for start in range(0, len(seqs), _AT_ONCE):
        rows = session.execute(
            select(journal.c.seq, journal.c.hash).where(
                journal.c.stream_id == stream_id,
                journal.c.seq.in_(seqs[start : start + _AT_ONCE]),
            )
        )
        found |= dict(rows.all())
    return found


def _hash_at(session: Connection, stream_id: UUID, seq: int) -> bytes | None:
    return _hashes(session, stream_id, [seq]).get(seq)


def _first_different(one: Connection, other: Connection, stream_id: UUID, known: int) -> int:
    """Return the first entry that differs; the one at `known` does.

    Args:
        other: a counter; what it let go of is not asked for.
    """
    alike, differs = 0, known
    while differs - alike > 1:
        middle = (alike + differs) // 2
        held = _hash_at(other, stream_id, middle)
        if held is None or held == _hash_at(one, stream_id, middle):
            alike = middle
        else:
            differs = middle
    return differs


def _up_to(counter: Connection, stream_id: UUID, seq: int) -> int:
    """Return the last entry up to `seq` that the counter still holds; 0 where there is none."""
    held: int | None = counter.execute(
        select(func.max(journal.c.seq)).where(
            journal.c.stream_id == stream_id, journal.c.seq <= seq
        )
    ).scalar()
    return held or 0

"""What a correction of an intake changed, thing by thing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields

from counter_app.domain.dossier import Intake, Paper, Party

_NOBODY = Party()


@dataclass(frozen=True, slots=True)
class Change:
    """One thing as it was and as it is now.

    `where` is its name in `Intake`; a party's field is named like "submitter.name". The procedure
    is told by code and name, a paper (`where` "papers") by the name in `paper`; None is a paper
    that was not on the list.
    """

    where: str
    before: object
    after: object
    paper: str = ""


def changes(before: Intake, after: Intake, names: Mapping[str, str]) -> tuple[Change, ...]:
    """Return what differs, in the order of the paper; an owner who is nobody has empty fields.

    Args:
        names: of the procedures, by code.
    """
    return tuple(_changes(before, after, names))


def _changes(before: Intake, after: Intake, names: Mapping[str, str]) -> Iterator[Change]:
    was, now = before.procedure_code, after.procedure_code
    if was != now:
        yield Change("procedure", _named(was, names), _named(now, names))
    yield from _of(("channel", "summary"), before, after)
    yield from _party("submitter", before.submitter, after.submitter)
    yield from _party("owner", before.owner or _NOBODY, after.owner or _NOBODY)
    yield from _of(("authorisation",), before, after)
    yield from _papers(before.papers, after.papers)
    yield from _of(("return_way", "return_address", "consents", "sets", "note"), before, after)


def _of(names: Sequence[str], before: object, after: object, side: str = "") -> Iterator[Change]:
    for name in names:
        was, now = getattr(before, name), getattr(after, name)
        if was != now:
            yield Change(f"{side}{name}", was, now)


def _party(side: str, before: Party, after: Party) -> Iterator[Change]:
    yield from _of([field.name for field in fields(Party)], before, after, f"{side}.")


def _papers(before: Sequence[Paper], after: Sequence[Paper]) -> Iterator[Change]:
    left = list(before)
    for paper in after:
        was = next((one for one in left if one.name == paper.name), None)
        if was is not None:
            left.remove(was)
        if _told(was) != _told(paper):
            yield Change("papers", was, paper, paper.name)
    for paper in left:
        if _told(paper):
            yield Change("papers", paper, None, paper.name)


def _told(paper: Paper | None) -> tuple[object, ...]:
    """Return what there is to tell of a paper; nothing of one that is not there and has no note."""
    if paper is None or not (paper.present or paper.note):
        return ()
    counts = (paper.originals, paper.certified_copies, paper.photocopies)
    return (paper.present, counts if paper.present else (), paper.note)


def _named(code: str, names: Mapping[str, str]) -> str:
    name = names.get(code, "")
    return f"{code} · {name}" if name else code

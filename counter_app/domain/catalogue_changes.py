"""What a file would change in a catalogue of procedures, before anything is published."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from counter_app.domain.procedure import Gap, Procedure


class ChangeKind(StrEnum):
    """What happens to a procedure."""

    NEW = "new"
    CHANGED = "changed"
    ABOLISHED = "abolished"


@dataclass(frozen=True, slots=True)
class ProcedureChange:
    """A procedure that changes; `parts` names what differs, `gaps` what keeps it from being used.

    `after` is the version that would be published.
    """

    kind: ChangeKind
    code: str
    name: str
    after: Procedure
    before: Procedure | None = None
    parts: tuple[str, ...] = ()
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True)
class CataloguePreview:
    """What publishing a file would do from a day on.

    `missing` are the codes that hold now and are not in the file: nothing happens to them unless
    they are abolished. `kept` are usable ones whose version in the file is incomplete.
    """

    day: date
    changes: tuple[ProcedureChange, ...]
    unchanged: int
    missing: tuple[str, ...]
    kept: tuple[str, ...]

    def of(self, kind: ChangeKind) -> tuple[ProcedureChange, ...]:
        """Return the changes of one kind."""
        return tuple(change for change in self.changes if change.kind is kind)

    def incomplete(self) -> tuple[ProcedureChange, ...]:
        """Return what would be published and could not be used for intake."""
        return tuple(
            change
            for change in self.changes
            if change.gaps and change.kind is not ChangeKind.ABOLISHED
        )

    def without(self, codes: Iterable[str]) -> CataloguePreview:
        """Return the same without the changes of some procedures."""
        left = {*codes}
        return replace(self, changes=tuple(c for c in self.changes if c.code not in left))


def preview(
    standing: Mapping[str, Procedure],
    coming: Sequence[Procedure],
    day: date,
    *,
    replace_complete: bool = False,
    abolish_missing: bool = False,
    typed: bool = False,
) -> CataloguePreview:
    """Return what publishing `coming` from `day` on would change.

    No publication names what a centre says itself (`_OWN`): a procedure of a file without it keeps
    what it has.

    Args:
        standing: what holds on `day`, by code.
        replace_complete: let an incomplete version take the place of a usable one.
        abolish_missing: what the file does not name ends the day before.
        typed: the procedures were typed, and what is empty was left empty.
    """
    changes, kept, unchanged = [], [], 0
    for told in coming:
        before = standing.get(told.code)
        procedure = told if before is None or typed else _with_own(told, before)
        if procedure == before:
            unchanged += 1
        elif _is_over(procedure, day):
            if before is not None:
                changes.append(_abolished(before, day))
        elif before is not None and procedure.gaps() and not before.gaps() and not replace_complete:
            kept.append(procedure.code)
        else:
            changes.append(_changed(before, procedure))
    named = {procedure.code for procedure in coming}
    missing = tuple(code for code in standing if code not in named)
    if abolish_missing:
        changes += [_abolished(standing[code], day) for code in missing]
    return CataloguePreview(day, tuple(changes), unchanged, missing, tuple(kept))


def parts_changed(before: Procedure, after: Procedure) -> tuple[str, ...]:
    """Return the names of the parts in which two versions differ."""
    return tuple(
        field.name
        for field in fields(Procedure)
        if getattr(before, field.name) != getattr(after, field.name)
    )


def kind_of_version(before: Procedure | None, after: Procedure, day: date) -> ChangeKind:
    """Return what a version published for `day` did to the one before it."""
    if _is_over(after, day):
        return ChangeKind.ABOLISHED
    if before is None or _is_over(before, day):
        return ChangeKind.NEW
    return ChangeKind.CHANGED


_OWN: Final = ("internal_workflow", "service_level", "exemptions", "linked")


def _with_own(procedure: Procedure, before: Procedure) -> Procedure:
    own = {name: getattr(procedure, name) or getattr(before, name) for name in _OWN}
    return replace(procedure, **own)


def _is_over(procedure: Procedure, day: date) -> bool:
    return procedure.valid_to is not None and procedure.valid_to < day


def _changed(before: Procedure | None, after: Procedure) -> ProcedureChange:
    kind = ChangeKind.NEW if before is None else ChangeKind.CHANGED
    parts = () if before is None else parts_changed(before, after)
    return ProcedureChange(kind, after.code, after.name, after, before, parts, after.gaps())


def _abolished(before: Procedure, day: date) -> ProcedureChange:
    ended = replace(before, valid_to=day - timedelta(days=1))
    return ProcedureChange(
        ChangeKind.ABOLISHED, before.code, before.name, ended, before, ("valid_to",)
    )

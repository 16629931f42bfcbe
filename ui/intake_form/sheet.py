"""The form being filled in, what is wrong with it, and what looks odd. Knows no disk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from counter_app.domain.dossier import Intake, Party, PartyKind, ReturnWay
from counter_app.domain.identity import IdentityCard, party_of, phone_shown
from counter_app.domain.intake_check import Field
from ui.intake_form import checks, papers
from ui.intake_form.form import Form, PartyForm, Side, filled_in
from ui.intake_form.words import BORN, place

_SHAPES_HINT = frozenset({"number", BORN, "sex", "kind"})
_ALSO_AT = {"summary": Field.NOTE, "return_way": Field.RETURN_ADDRESS}


class Sheet(QObject):
    """Takes every edit. While it is locked nothing changes: what is being received stays so."""

    edited = Signal()
    """The form has another content."""
    changed = Signal()
    """Something else that is shown has changed."""

    def __init__(self, this_year: Callable[[], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._this_year = this_year
        self._faults: dict[str, str] = {}
        self._hints: dict[str, checks.Hint] = {}
        self.form = Form()
        self.touched = False
        self.locked = False

    @property
    def faults(self) -> Mapping[str, str]:
        """What is wrong, by place."""
        return dict(self._faults)

    @property
    def hints(self) -> Mapping[str, checks.Hint]:
        """What looks odd or is good to know, by place."""
        return dict(self._hints)

    @property
    def blank(self) -> bool:
        """Whether the form is empty."""
        return self.form == Form()

    @property
    def idle(self) -> bool:
        """Whether nothing would be lost with it: it is empty, or as the program left it."""
        return self.blank or not self.touched

    def intake(self) -> Intake:
        """Return the form as it is received."""
        return self.form.intake(self._this_year())

    def begin(self, form: Form) -> None:
        """Start with a fresh form; nobody has typed in it yet."""
        self.form, self.touched = form, False
        self._faults.clear()
        self._hints.clear()
        self.changed.emit()

    def put(self, form: Form) -> None:
        """Show a whole form that was typed before."""
        self.begin(form)
        for side in Side:
            self._look_at(side)
        self._edit(form)

    def edit(self, **changes: Any) -> None:
        """Take what was typed in fields of the form itself."""
        where = (_ALSO_AT.get(name, name) for name in changes)
        self._edit(replace(self.form, **changes), where)

    def edit_party(self, side: Side, **changes: Any) -> None:
        """Take what was typed of the submitter or the owner."""
        where = [place(side, name) for name in changes]
        if {"phone", "email"} & changes.keys():
            where += [Field.CONSENTS, Field.SUBMITTER_EMAIL]
        if _SHAPES_HINT & changes.keys():
            self._hints.pop(place(side, "number"), None)
        self._edit(self.form.with_party(side, self.form.party(side).typed(**changes)), where)
        if {"sex", "kind"} & changes.keys():
            self._look_at(side)
            self.changed.emit()

    def edit_email(self, text: str) -> None:
        """Take the address to which the result is sent: it is the owner's."""
        self.edit_party(Side.OWNER if self.form.owner_differs else Side.SUBMITTER, email=text)

    def set_return_way(self, way: ReturnWay) -> None:
        """Choose how the result goes out; the post goes to the owner's address unless changed."""
        form = replace(self.form, return_way=way)
        if way is ReturnWay.POST and not form.return_address and form.holder.address:
            form = replace(form, return_address=form.holder.address, address_filled=True)
        self._edit(form, (Field.RETURN_ADDRESS, Field.SUBMITTER_EMAIL))

    def edit_papers(self, change: Callable[..., papers.Papers], *arguments: Any) -> bool:
        """Take a step of `papers` with the checklist; tell whether it changed anything."""
        changed = change(self.form.papers, *arguments)
        if changed == self.form.papers or self.locked:
            return False
        self._edit(replace(self.form, papers=changed), (Field.PAPERS,))
        return True

    def leave(self, side: Side | None, name: str) -> None:
        """Check a field the officer leaves: now is the time to say what is wrong."""
        if side is not None and name in self.form.party(side).filled:
            self._edit(self.form.with_party(side, self.form.party(side).confirmed(name)))
        elif name == Field.RETURN_ADDRESS and self.form.address_filled:
            self._edit(replace(self.form, address_filled=False))
        where = name if side is None else place(side, name)
        if words := checks.fault_at(self.form, self._this_year(), where):
            self._faults[where] = words
        if side is not None and name in _SHAPES_HINT:
            self._look_at(side)
        self.changed.emit()

    def flag(self, faults: Mapping[str, str] | None = None) -> str:
        """Say what is wrong everywhere; return the first such place, "" when nothing is.

        Args:
            faults: what was found elsewhere; None looks now.
        """
        found = checks.faults(self.form, self._this_year()) if faults is None else dict(faults)
        self._faults = found
        self.changed.emit()
        return next((where for where in checks.ORDER if where in found), next(iter(found), ""))

    def flagged(self, *places: str) -> str:
        """Say what is wrong at these places alone; return the first one, "" when nothing is."""
        found = checks.faults(self.form, self._this_year())
        return self.flag({where: found[where] for where in places if where in found})

    def fill(self, side: Side, party: Party) -> None:
        """Fill in somebody who is known; every field is marked until it is confirmed."""
        self._fill(side, filled_in(party, phone_shown(party.phone) if party.phone else ""))

    def side_of(self, card: IdentityCard, standing: Side | None) -> Side:
        """Return of whom a card speaks.

        The owner, where the focus stands in the owner's part or another card was read before;
        else the submitter.
        """
        submitter = self.form.submitter
        second = submitter.scanned and submitter.number not in {"", card.number}
        if second or (standing is Side.OWNER and self.form.owner_differs):
            return Side.OWNER
        return Side.SUBMITTER

    def fill_card(self, side: Side, card: IdentityCard) -> None:
        """Fill in the holder of a card; in an organisation's part it is who stands for it."""
        if side is Side.OWNER and not self.form.owner_differs and not self.locked:
            self.form = replace(self.form, owner_differs=True)
        before = self.form.party(side)
        if before.kind is PartyKind.ORGANISATION:
            filled = tuple(dict.fromkeys((*before.filled, "representative")))
            self._fill(side, replace(before, representative=card.name, filled=filled))
            return
        party = filled_in(party_of(card), before.phone, scanned=True)
        kept = tuple(name for name in party.filled if name != "phone")
        self._fill(side, replace(party, email=before.email, filled=kept))

    def _fill(self, side: Side, party: PartyForm) -> None:
        where = [place(side, name) for name in ("name", "number", BORN, "phone", "email")]
        self._edit(self.form.with_party(side, party), where)
        self._look_at(side)
        self.changed.emit()

    def _look_at(self, side: Side) -> None:
        where = place(side, "number")
        found = checks.hint(self.form.party(side), self._this_year())
        if found is None:
            self._hints.pop(where, None)
        else:
            self._hints[where] = found

    def _edit(self, form: Form, where: Iterable[str] = ()) -> None:
        if self.locked:
            self.changed.emit()  # the page shows again what stays
            return
        for one in where:
            self._faults.pop(one, None)
        if form == self.form and self.touched:
            self.changed.emit()
            return
        self.form, self.touched = form, True
        self.edited.emit()

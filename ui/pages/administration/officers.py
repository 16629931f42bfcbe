"""Officers: name, roles, whether they may sign in, and a fresh password shown once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from counter_app.domain.roles import Role
from ui.errors import words_of
from ui.models.table import Column
from ui.notice import Kind
from ui.pages.administration.listing import ListingViewModel, Values
from ui.pages.administration.listing_part import Act, ListingPart
from ui.widgets.sheet_form import FormField, Shape

if TYPE_CHECKING:
    from counter_app.centre.office import Office
    from counter_app.centre.officers import OfficerRow


class OfficersViewModel(ListingViewModel):
    """Defines officers. A new one gets a password that is made up and shown once."""

    def read(self, office: Office) -> tuple[Any, ...]:
        """Return all officers."""
        from counter_app.centre.officers import listed

        return tuple(office.ask(listed))

    def blank(self) -> Values:
        """Return an officer who may take dossiers in."""
        return {"active": True, Role.INTAKE.value: True}

    def values_of(self, row: OfficerRow) -> Values:
        """Return login, name and one tick for each role."""
        roles: dict[str, object] = {role.value: role in row.roles for role in Role}
        return {"login": row.login, "name": row.name, "active": row.active, **roles}

    def key_of(self, row: OfficerRow) -> object:
        """Officers are told by their login."""
        return row.login

    def save(self) -> None:
        """Publish what stands in the form."""
        login, name, roles = self.text("login"), self.text("name"), self._roles()
        need = self.tr("Fill this in.")
        known = {row.login for row in self.shown.rows}
        fresh = self.shown.picked is None
        taken = self.tr("This login is taken.") if fresh and login in known else ""
        if self.fault(
            login="" if login and not taken else taken or need,
            name="" if name else need,
        ):
            return
        if not roles:
            self.warn(self.tr("An officer has at least one role."))
            return
        said = self.tr("{name} is published; it holds at each counter after its next sync.")
        if fresh:
            self._add(login, name, roles, said.format(name=name))
        else:
            self._change(said.format(name=name), name=name, roles=roles, active=self._active())

    def reset_password(self) -> None:
        """Make up another password and show it once."""
        if not self.asked_twice("password"):
            return
        picked: OfficerRow = self.shown.picked

        def work(office: Office) -> str:
            from counter_app.centre import officers
            from counter_app.centre.administration import hash_password

            made_up = officers.made_up_password()
            office.act(officers.change, picked.login, password_hash=hash_password(made_up))
            return made_up

        said = self.tr("{name} has another password.").format(name=picked.name)
        self.act(work, said, lambda made_up: self._show_password(picked.login, made_up))

    def _add(self, login: str, name: str, roles: Sequence[str], said: str) -> None:
        active = self._active()

        def work(office: Office) -> str:
            from counter_app.centre import administration, officers

            made_up = officers.made_up_password()
            hashed = administration.hash_password(made_up)
            office.act(administration.define_officer, login, name, roles, hashed, active=active)
            return made_up

        self.act(work, said, lambda made_up: self._show_password(login, made_up))

    def _change(self, said: str, **changes: Any) -> None:
        login = self.shown.picked.login

        def work(office: Office) -> None:
            from counter_app.centre import officers

            office.act(officers.change, login, **changes)

        self.act(work, said)

    def _show_password(self, login: str, made_up: str) -> None:
        words = self.tr("Password of {login}, shown only now: {password}")
        self.show_secret(words.format(login=login, password=made_up))

    def _roles(self) -> list[str]:
        return [role.value for role in Role if self.shown.values.get(role)]

    def _active(self) -> bool:
        return bool(self.shown.values.get("active"))


def officers_part(model: OfficersViewModel, parent: QWidget | None = None) -> ListingPart:
    """Return the part that draws the officers."""
    translate = QCoreApplication.translate
    columns: list[Column[OfficerRow]] = [
        Column(translate("OfficersPart", "Login"), lambda row: row.login, width=128),
        Column(translate("OfficersPart", "Name"), lambda row: row.name),
        Column(
            translate("OfficersPart", "Roles"),
            lambda row: ", ".join(words_of(role) for role in row.roles),
        ),
        Column(
            translate("OfficersPart", "Taken in"),
            lambda row: str(row.received) if row.received else "",
            width=88,
            right=True,
        ),
        Column(
            translate("OfficersPart", "Sign-in"),
            lambda row: _sign_in_words(row)[1],
            width=112,
            badge=_sign_in_words,
        ),
    ]
    ticks = [FormField(role, words_of(role), Shape.TICK) for role in Role]
    fields = [
        [FormField("login", translate("OfficersPart", "Login"), required=True)],
        [FormField("name", translate("OfficersPart", "Name"), required=True)],
        *(ticks[place : place + 2] for place in range(0, len(ticks), 2)),
        [FormField("active", translate("OfficersPart", "May sign in"), Shape.TICK)],
    ]
    acts = [
        Act(
            "save",
            translate("OfficersPart", "Publish"),
            model.save,
            "F9",
            primary=True,
            fits=lambda _: True,
        ),
        Act(
            "password",
            translate("OfficersPart", "Another password"),
            model.reset_password,
            sure=translate("OfficersPart", "Press once more: the former password ends"),
        ),
    ]
    name = translate("OfficersPart", "Officers")
    return ListingPart(model, name, columns, fields, acts, parent)


def _sign_in_words(row: OfficerRow) -> tuple[Kind, str, str]:
    translate = QCoreApplication.translate
    if row.active:
        return Kind.GOOD, translate("OfficersPart", "active"), ""
    return Kind.QUIET, translate("OfficersPart", "disabled"), ""

"""Which fields the panel of an act has, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QCoreApplication

from counter_app.domain.processing import ResultKind
from counter_app.usecases.conflicts import Decision
from ui.apology import apology_rows
from ui.dossier_words import act_words
from ui.moments import full_moment
from ui.pages.dossiers.act_view_model import ShownAct
from ui.pages.dossiers.acts import Deed
from ui.pages.dossiers.deciding import Settle
from ui.pages.dossiers.preparing import Around
from ui.reason_words import result_words
from ui.widgets.sheet_form import FormField, Shape

Rows = tuple[tuple[FormField, ...], ...]
translate = QCoreApplication.translate


def rows_of(shown: ShownAct) -> Rows:
    """Return the fields of the panel that is open."""
    found = None if shown.deed is None else _FIELDS.get(shown.deed)
    return () if found is None else found(shown)


def _ask(shown: ShownAct) -> Rows:
    around = shown.around
    wordings = around.wordings.get("", ())
    return (
        (
            _line("other", translate("ActFields", "Another paper"), stretch=4),
            FormField(
                "other_reason",
                translate("ActFields", "What is to be put right"),
                offers=wordings,
                stretch=5,
            ),
        ),
        (
            FormField(
                "reason", translate("ActFields", "In general"), offers=around.reasons, stretch=6
            ),
            _line(
                "answer_by",
                translate("ActFields", "Answer by"),
                hint=translate("ActFields", "dd/mm/yyyy"),
                stretch=2,
            ),
        ),
        _happened(),
    )


def _stop(shown: ShownAct) -> Rows:
    return (
        (
            FormField(
                "reason_code",
                translate("ActFields", "Reason"),
                Shape.CHOICE,
                True,
                choices=shown.around.codes,
                stretch=3,
            ),
            _reason(5),
        ),
        (
            _line("agency", translate("ActFields", "Waits for whom"), stretch=3),
            _line("stage", translate("ActFields", "How far it had come"), stretch=3),
            _line("money", translate("ActFields", "Paid or due"), stretch=2),
        ),
        _happened(),
    )


def _extend(shown: ShownAct) -> Rows:
    return apology_rows(shown.around.codes)


def _withdraw(shown: ShownAct) -> Rows:
    return (
        (
            _line("name", translate("ActFields", "Taken back by"), required=True, stretch=3),
            _reason(5, shown.around.reasons),
        ),
        (
            _line(
                "papers",
                translate("ActFields", "Papers given back"),
                hint=translate("ActFields", "separated by ;"),
            ),
        ),
        _happened(),
    )


def _result(shown: ShownAct) -> Rows:
    around = shown.around
    kinds = tuple((kind, result_words(kind)) for kind in ResultKind)
    return (
        (
            FormField(
                "kind", translate("ActFields", "Decision"), Shape.CHOICE, choices=kinds, stretch=2
            ),
            _line("number", translate("ActFields", "Number"), stretch=2),
            _line(
                "signed_on",
                translate("ActFields", "Signed on"),
                hint=translate("ActFields", "dd/mm/yyyy"),
                stretch=2,
            ),
            _line("signer", translate("ActFields", "Signed by"), stretch=3),
        ),
        (
            _line("summary", translate("ActFields", "Summary"), stretch=5),
            *(
                (
                    FormField(
                        "late_reason",
                        translate("ActFields", "Why it is late"),
                        Shape.CHOICE,
                        choices=around.codes,
                        stretch=3,
                    ),
                )
                if around.late
                else ()
            ),
        ),
        _happened(),
    )


def _settle(shown: ShownAct) -> Rows:
    around = shown.around
    clashes = tuple(
        (one.entry_id, f"{act_words(one.kind)} · {full_moment(one.occurred_at)}")
        for one in around.conflicts
    )
    stands = (Decision.STANDS, translate("ActFields", "It stays as it came out"))
    other = (Decision.OTHER, translate("ActFields", "The act that was set aside holds"))
    chosen = shown.sheet.entry_id if isinstance(shown.sheet, Settle) else None
    aside = any(one.entry_id == chosen and not one.applied for one in around.conflicts)
    decisions = (stands, other) if aside else (stands,)
    return (
        (
            FormField(
                "entry_id",
                translate("ActFields", "Conflict"),
                Shape.CHOICE,
                True,
                choices=clashes,
                stretch=4,
            ),
            FormField(
                "decision",
                translate("ActFields", "Which holds"),
                Shape.CHOICE,
                choices=decisions,
                stretch=3,
            ),
            _line("note", translate("ActFields", "Note"), stretch=4),
        ),
    )


def _goes_on(shown: ShownAct) -> Rows:
    return ((_note(), *_back(shown.around)), _happened())


def _change_due(_shown: ShownAct) -> Rows:
    return ((*_promise(), _reason(4)),)


def _shelve(_shown: ShownAct) -> Rows:
    place, such = translate("ActFields", "Shelf place"), translate("ActFields", "such as A2")
    return ((_line("place", place, required=True, hint=such),),)


def _reassign(shown: ShownAct) -> Rows:
    officers = shown.around.officers
    to = translate("ActFields", "To")
    choice = FormField("login", to, Shape.CHOICE, True, choices=officers, stretch=3)
    return ((choice, _reason(5)),)


def _start_phase(shown: ShownAct) -> Rows:
    return (
        (
            _line("name", translate("ActFields", "What is done"), required=True, stretch=5),
            FormField(
                "agency_code",
                translate("ActFields", "Agency that goes on"),
                Shape.CHOICE,
                True,
                choices=shown.around.agencies,
                stretch=4,
            ),
            _line(
                "due_day",
                translate("ActFields", "Due on"),
                hint=translate("ActFields", "dd/mm/yyyy"),
                stretch=2,
            ),
            _line("due_clock", translate("ActFields", "At"), stretch=1),
        ),
        _happened(),
    )


def _link(_shown: ShownAct) -> Rows:
    ways = (
        (True, translate("ActFields", "The main dossier; this one is a part of it")),
        (False, translate("ActFields", "A part of this one")),
    )
    return (
        (
            _line(
                "number",
                translate("ActFields", "Number of the other dossier"),
                required=True,
                hint=translate("ActFields", "scan its receipt, or type"),
                stretch=4,
            ),
            FormField(
                "is_main",
                translate("ActFields", "What the other one is"),
                Shape.CHOICE,
                choices=ways,
                stretch=4,
            ),
        ),
    )


def _only_why(shown: ShownAct) -> Rows:
    return ((_reason(1, shown.around.reasons),),)


def _promise() -> Iterable[FormField]:
    yield _line(
        "day",
        translate("ActFields", "New day"),
        required=True,
        hint=translate("ActFields", "dd/mm/yyyy"),
        stretch=2,
    )
    yield _line("clock", translate("ActFields", "At"), required=True, stretch=1)


def _happened() -> tuple[FormField, ...]:
    return (
        _line(
            "day",
            translate("ActFields", "Really happened on"),
            hint=translate("ActFields", "today"),
            stretch=2,
        ),
        _line("clock", translate("ActFields", "At"), hint=translate("ActFields", "now"), stretch=1),
        _line("because", translate("ActFields", "Why it is typed later"), stretch=5),
    )


def _back(around: Around) -> tuple[FormField, ...]:
    if not around.at_agency:
        return ()
    words = translate("ActFields", "Back to the counter, not straight to the agency")
    return (FormField("back_to_counter", words, Shape.TICK, stretch=2),)


def _note() -> FormField:
    return _line("note", translate("ActFields", "Note"), stretch=5)


def _reason(stretch: int = 1, offers: tuple[str, ...] = ()) -> FormField:
    words = translate("ActFields", "Why")
    return FormField("reason", words, required=True, offers=offers, stretch=stretch)


def _line(
    name: str, label: str, *, required: bool = False, hint: str = "", stretch: int = 1
) -> FormField:
    return FormField(name, label, Shape.LINE, required, hint, stretch=stretch)


_FIELDS: Final[Mapping[Deed, Callable[[ShownAct], Rows]]] = MappingProxyType(
    {
        Deed.ASK: _ask,
        Deed.PAPERS_IN: _goes_on,
        Deed.RESUME: _goes_on,
        Deed.STOP: _stop,
        Deed.EXTEND: _extend,
        Deed.CHANGE_DUE: _change_due,
        Deed.WITHDRAW: _withdraw,
        Deed.RESULT: _result,
        Deed.SHELVE: _shelve,
        Deed.REASSIGN: _reassign,
        Deed.SETTLE: _settle,
        Deed.START_PHASE: _start_phase,
        Deed.LINK: _link,
        Deed.TAKE_BACK: _only_why,
        Deed.REFUSE_ONLINE: _only_why,
    }
)

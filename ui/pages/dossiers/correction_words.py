"""What a correction changed, thing by thing, as it was and as it is."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from counter_app.domain.corrections import Change
from counter_app.domain.dossier import Consents, Paper, PartyKind, ReturnWay, Sex
from counter_app.domain.identity import phone_shown
from counter_app.domain.procedure import Channel
from ui.dossier_words import masked
from ui.moments import long_moment
from ui.pages.dossiers.notice_words import agreed_words
from ui.procedure_words import channel_words, return_words

_NOTHING = "–"
_NUMBERS = ("identity_number", "old_identity_number")


def change_words(change: Change, *, unmasked: bool = False) -> str:
    """Return "Submitter, name: A → B"; identity numbers are masked as elsewhere."""
    before, after = (
        _value(change, value, unmasked=unmasked) for value in (change.before, change.after)
    )
    if before == after and change.before != change.after and not unmasked:
        words = QCoreApplication.translate("CorrectionWords", "{what}: its hidden figures changed")
        return words.format(what=_label(change))
    return _told(_label(change), before, after)


def due_words(before: int | None, after: int | None) -> str:
    """Return from when to when the due moment moved."""
    translate = QCoreApplication.translate
    label = translate("CorrectionWords", "Due")
    none = translate("CorrectionWords", "no appointment")
    moments = [none if one is None else long_moment(one) for one in (before, after)]
    return _told(label, *moments)


def _told(label: str, before: str, after: str) -> str:
    words = QCoreApplication.translate("CorrectionWords", "{what}: {before} → {after}")
    return words.format(what=label, before=before, after=after)


def _label(change: Change) -> str:
    translate = QCoreApplication.translate
    if change.where == "papers":
        return change.paper
    side, dot, field = change.where.partition(".")
    if not dot:
        return {
            "procedure": translate("CorrectionWords", "Procedure"),
            "channel": translate("CorrectionWords", "Handed in"),
            "summary": translate("CorrectionWords", "Subject"),
            "authorisation": translate("CorrectionWords", "Authorisation"),
            "return_way": translate("CorrectionWords", "Return of the result"),
            "return_address": translate("CorrectionWords", "Address to send it to"),
            "consents": translate("CorrectionWords", "May be told by"),
            "sets": translate("CorrectionWords", "Sets"),
            "note": translate("CorrectionWords", "Note"),
        }[side]
    who = {
        "submitter": translate("CorrectionWords", "Submitter"),
        "owner": translate("CorrectionWords", "Owner"),
    }[side]
    what = {
        "kind": translate("CorrectionWords", "kind"),
        "name": translate("CorrectionWords", "name"),
        "identity_number": translate("CorrectionWords", "number"),
        "old_identity_number": translate("CorrectionWords", "old number"),
        "born_on": translate("CorrectionWords", "born"),
        "sex": translate("CorrectionWords", "sex"),
        "address": translate("CorrectionWords", "address"),
        "phone": translate("CorrectionWords", "phone"),
        "email": translate("CorrectionWords", "e-mail"),
        "identity_issued_on": translate("CorrectionWords", "card issued on"),
        "representative": translate("CorrectionWords", "represented by"),
    }[field]
    return f"{who}, {what}"


def _value(change: Change, value: object, *, unmasked: bool) -> str:
    match value:
        case Paper():
            words = _paper(value)
        case None if change.where == "papers":
            words = QCoreApplication.translate("CorrectionWords", "not on the list")
        case Channel():
            words = channel_words(value)
        case ReturnWay():
            words = return_words(value)
        case Consents():
            words = agreed_words(value)
        case PartyKind() | Sex():
            words = _kind(value)
        case date():
            words = f"{value:%d/%m/%Y}"
        case _:
            words = _text(change.where.partition(".")[2], str(value or ""), unmasked=unmasked)
    return words or _NOTHING


def _text(field: str, text: str, *, unmasked: bool) -> str:
    if field in _NUMBERS and not unmasked:
        return masked(text)
    return phone_shown(text) if field == "phone" and text else text


def _kind(value: PartyKind | Sex) -> str:
    translate = QCoreApplication.translate
    return {
        PartyKind.PERSON: translate("CorrectionWords", "person"),
        PartyKind.ORGANISATION: translate("CorrectionWords", "organisation"),
        Sex.MALE: translate("CorrectionWords", "male"),
        Sex.FEMALE: translate("CorrectionWords", "female"),
    }[value]


def _paper(paper: Paper) -> str:
    translate = QCoreApplication.translate
    if not paper.present:
        words = translate("CorrectionWords", "not handed in")
    else:
        counts = (
            (paper.originals, translate("CorrectionWords", "originals {count}")),
            (paper.certified_copies, translate("CorrectionWords", "certified {count}")),
            (paper.photocopies, translate("CorrectionWords", "photocopies {count}")),
        )
        words = ", ".join(told.format(count=count) for count, told in counts if count)
    return f"{words} ({paper.note})" if paper.note else words

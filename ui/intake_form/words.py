"""What is said in and below the fields: doubts, gaps, ways."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from counter_app.domain.dossier import ReturnWay
from counter_app.domain.identity import IdentityDoubt
from counter_app.domain.procedure import Channel, Gap
from ui.intake_form.form import Side

BORN = "born"


def place(side: Side, name: str) -> str:
    """Return the place of a party's field, as `Field` names those that the rules know."""
    return f"{side}.{'identity_number' if name == 'number' else name}"


def bad_day_words() -> str:
    """Return what is wrong with a day that is none."""
    return QCoreApplication.translate("Intake", "Not a day: dd/mm/yyyy")


def old_number_words(number: str) -> str:
    """Return the number of the card before."""
    return QCoreApplication.translate("Intake", "Old CMND: {number}").format(number=number)


def doubt_words(doubt: IdentityDoubt) -> str:
    """Return what looks odd about a personal number; it never keeps anybody from going on."""
    translate = QCoreApplication.translate
    return {
        IdentityDoubt.UNKNOWN_PROVINCE: translate("Intake", "Unknown province in the number"),
        IdentityDoubt.SEX_DIFFERS: translate("Intake", "The number says the other sex"),
        IdentityDoubt.BIRTH_YEAR_DIFFERS: translate("Intake", "The number says another birth year"),
    }[doubt]


def gap_words(gaps: Iterable[Gap]) -> str:
    """Return what an incomplete procedure lacks."""
    translate = QCoreApplication.translate
    words = {
        Gap.NAME: translate("Intake", "name"),
        Gap.AGENCY: translate("Intake", "agency"),
        Gap.CHANNEL: translate("Intake", "handing in at the counter"),
        Gap.TERM: translate("Intake", "term"),
        Gap.UNIT: translate("Intake", "unit of the term"),
        Gap.TERM_TWICE: translate("Intake", "one term, not two"),
    }
    return translate("Intake", "missing: {gaps}").format(gaps=", ".join(words[gap] for gap in gaps))


def channel_words(channel: Channel) -> str:
    """Return how a dossier came in."""
    translate = QCoreApplication.translate
    return {
        Channel.COUNTER: translate("Intake", "At the counter"),
        Channel.ONLINE: translate("Intake", "Online"),
        Channel.POSTAL: translate("Intake", "By post"),
    }[channel]


def return_words(way: ReturnWay) -> str:
    """Return how the citizen wants the result."""
    translate = QCoreApplication.translate
    return {
        ReturnWay.COUNTER: translate("Intake", "Collected at the counter"),
        ReturnWay.POST: translate("Intake", "Sent by post"),
        ReturnWay.ELECTRONIC: translate("Intake", "Sent by e-mail"),
    }[way]

"""What stands between a result and the citizen, in words, and the act that helps."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from counter_app.domain.amounts import grouped
from counter_app.domain.dossier import ReturnWay
from counter_app.domain.processing import Relation
from counter_app.domain.states import PAUSED, State
from counter_app.store.collecting import Hindrance
from ui.dossier_words import state_badge
from ui.moments import full_moment
from ui.notice import Kind, Notice
from ui.pages.return_result.questions import Opened


class Help(StrEnum):
    """What the act beside the verdict does."""

    NOTHING = ""
    HAND_OVER = "hand_over"
    """Turn to the hand-over page with this dossier ticked, to give it or to take its result."""
    OPEN = "open"
    """Show the dossier with its history."""
    PRINT = "print"
    """Print the receipt of a result that was returned."""
    COLLECT = "collect"
    """Turn to the page where the money is taken."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the result can be handed out. `notice` says why not, or what to do first."""

    notice: Notice
    help: Help = Help.NOTHING
    allowed: bool = False


def verdict(opened: Opened, way: ReturnWay, paid_elsewhere: str = "") -> Verdict:
    """Return what the counter must know before anything else.

    Args:
        paid_elsewhere: number of the receipt of another counter that took the money.
    """
    hindrances = set(opened.collecting.hindrances)
    if Hindrance.RETURNED_ALREADY in hindrances:
        return _returned(opened)
    if hindrances & {Hindrance.WITHDRAWN, Hindrance.REFUSED}:
        return _without_result(opened)
    if Hindrance.NOT_RESOLVED in hindrances and not opened.collecting.on_the_spot:
        return _not_resolved(opened)
    told = _resolved(opened, way)
    if told.allowed and opened.owes and not paid_elsewhere.strip():
        return _owing(opened)
    return told


def _resolved(opened: Opened, way: ReturnWay) -> Verdict:
    translate = QCoreApplication.translate
    hindrances = opened.collecting.hindrances
    if Hindrance.AT_AGENCY in hindrances and way is not ReturnWay.ELECTRONIC:
        words = translate("ReturnWords", "There is a result, but its paper is still at {agency}.")
        take = translate("ReturnWords", "Take it in")
        return _refused(words.format(agency=opened.agency_name), Help.HAND_OVER, take)
    if Hindrance.CONFLICT in hindrances:
        words = translate(
            "ReturnWords",
            "Two counters acted on this dossier apart. It can be returned; look at it first.",
        )
        look = translate("ReturnWords", "Open the dossier")
        return Verdict(Notice(Kind.WARN, words, look), Help.OPEN, allowed=True)
    words = translate("ReturnWords", "The result is here: {place}.")
    if opened.collecting.on_the_spot:
        words = translate("ReturnWords", "On the spot: F9 notes the result and returns it at once.")
    return Verdict(Notice(Kind.GOOD, words.format(place=place_words(opened))), allowed=True)


def _without_result(opened: Opened) -> Verdict:
    translate = QCoreApplication.translate
    words = translate("ReturnWords", "{state}: there is no result to return.")
    told = words.format(state=state_badge(opened.row.state)[1])
    return _refused(told, Help.OPEN, translate("ReturnWords", "Open the dossier"))


def place_words(opened: Opened) -> str:
    """Return where the result lies."""
    translate = QCoreApplication.translate
    row = opened.row
    if row.state != State.RESOLVED:
        return ""
    if Hindrance.AT_AGENCY in opened.collecting.hindrances:
        return translate("ReturnWords", "at the agency")
    return row.shelf_place or translate("ReturnWords", "here, no shelf named")


def relation_words(relation: Relation) -> str:
    """Return who fetches the result."""
    translate = QCoreApplication.translate
    return {
        Relation.OWNER: translate("ReturnWords", "Owner"),
        Relation.SUBMITTER: translate("ReturnWords", "Submitter"),
        Relation.AUTHORISED: translate("ReturnWords", "Authorised person"),
        Relation.STAFF: translate("ReturnWords", "Staff"),
        Relation.OTHER: translate("ReturnWords", "Somebody else"),
    }[relation]


def waited_words(days: int) -> str:
    """Return how long a result waits."""
    translate = QCoreApplication.translate
    if not days:
        return translate("ReturnWords", "today")
    return translate("ReturnWords", "%n day(s)", "", days)


def _owing(opened: Opened) -> Verdict:
    translate = QCoreApplication.translate
    account = opened.account
    if account.open:
        words = translate(
            "ReturnWords",
            "{amount} đồng are to be paid before the result goes out. Where another counter took"
            " them, type the number of its receipt.",
        )
    else:
        words = translate(
            "ReturnWords",
            "Nobody has seen the transfer of {amount} đồng arrive. Confirm it first, or type the"
            " number of another counter's receipt.",
        )
    told = words.format(amount=grouped((account.open + account.awaited).total))
    if not opened.may_collect:
        return Verdict(Notice(Kind.WARN, told))
    return _refused(told, Help.COLLECT, translate("ReturnWords", "Collect the fee"))


def _returned(opened: Opened) -> Verdict:
    translate = QCoreApplication.translate
    again = translate("ReturnWords", "Print the receipt again")
    slip, row = opened.slip, opened.row
    at = "" if row.returned_at is None else full_moment(row.returned_at)
    if slip is None:
        words = translate("ReturnWords", "Returned already on {at}.").format(at=at)
        look = translate("ReturnWords", "Open the dossier")
        return _refused(words, Help.OPEN, look)
    words = translate("ReturnWords", "Returned already on {at} to {name}.")
    return _refused(words.format(at=at, name=slip.collector.name), Help.PRINT, again)


def _not_resolved(opened: Opened) -> Verdict:
    translate = QCoreApplication.translate
    row = opened.row
    due = "–" if row.due_at is None else full_moment(row.due_at)
    if row.state in PAUSED:
        words = translate("ReturnWords", "No result yet: {state}. The term stands still.")
        look = translate("ReturnWords", "Open the dossier")
        return _refused(words.format(state=state_badge(row.state)[1]), Help.OPEN, look)
    if row.state == State.RECEIVED:
        words = translate("ReturnWords", "Not handed over to {agency} yet; due {due}.")
        act = translate("ReturnWords", "Hand it over")
    elif row.state == State.PROCESSING:
        words = translate("ReturnWords", "No result yet: {agency} works on it; due {due}.")
        act = translate("ReturnWords", "Take the result in")
    else:
        words = translate("ReturnWords", "Not taken in yet; it came over the portal.")
        return _refused(words, Help.OPEN, translate("ReturnWords", "Open the dossier"))
    return _refused(words.format(agency=opened.agency_name, due=due), Help.HAND_OVER, act)


def _refused(words: str, help_: Help, act: str) -> Verdict:
    return Verdict(Notice(Kind.WARN, words, act), help_)

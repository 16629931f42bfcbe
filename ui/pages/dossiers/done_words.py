"""What an act brought, in one sentence."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui.moments import long_moment
from ui.pages.dossiers.acts import Deed
from ui.sheets import Done


def done_words(deed: Deed, done: Done) -> str:
    """Return what was done, with the letter's number and the due moment where it moved."""
    words = _words(deed)
    if done.letter:
        letter = QCoreApplication.translate("DoneWords", "Letter {letter}.")
        words = f"{words} {letter.format(letter=done.letter)}"
    if done.due_at is not None:
        due = QCoreApplication.translate("DoneWords", "Due now: {moment}.")
        words = f"{words} {due.format(moment=long_moment(done.due_at))}"
    return words


def _words(deed: Deed) -> str:
    translate = QCoreApplication.translate
    return {
        Deed.ASK: translate("DoneWords", "Papers were asked for; the term stands still."),
        Deed.PAPERS_IN: translate("DoneWords", "The papers have come; the term runs on."),
        Deed.STOP: translate("DoneWords", "Processing stopped; the term stands still."),
        Deed.RESUME: translate("DoneWords", "The dossier goes on; the term runs again."),
        Deed.EXTEND: translate(
            "DoneWords", "A new date was promised; the first one stays the yardstick."
        ),
        Deed.CORRECT: translate("DoneWords", "The intake was corrected."),
        Deed.WITHDRAW: translate("DoneWords", "The dossier was withdrawn."),
        Deed.RESULT: translate("DoneWords", "The result was noted; the term ended."),
        Deed.SETTLE: translate("DoneWords", "The conflict was settled."),
        Deed.TAKE_ONLINE: translate("DoneWords", "The online dossier was taken in."),
        Deed.REFUSE_ONLINE: translate("DoneWords", "The online dossier was refused."),
        Deed.CHANGE_DUE: translate("DoneWords", "The due date was changed."),
        Deed.SHELVE: translate("DoneWords", "The shelf place was noted."),
        Deed.REASSIGN: translate("DoneWords", "The dossier was given to another officer."),
        Deed.TAKE_BACK: translate("DoneWords", "The last act was taken back."),
        Deed.START_PHASE: translate(
            "DoneWords", "The next phase has begun; the due date of the whole dossier stays."
        ),
        Deed.LINK: translate("DoneWords", "The dossiers are linked."),
    }[deed]

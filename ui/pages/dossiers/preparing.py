"""What a panel begins with: the fields of an act filled in, and what may help to fill the rest."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Final

from counter_app.clock import local
from counter_app.desk import Desk
from counter_app.domain.deadlines import Outcome
from counter_app.domain.processing import Supplement, SupplementLine
from counter_app.domain.reasons import ReasonKind, Reasons
from counter_app.domain.states import State
from counter_app.journal.dossiers.processing import SUPPLEMENT_REQUESTED
from counter_app.records import from_record
from counter_app.store import letters, reference
from counter_app.store.dossiers import checklist_of, intake_of
from counter_app.store.stories import Story
from counter_app.store.worklists import ConflictRow
from counter_app.usecases import results, supplements
from counter_app.usecases.audit import revealed
from counter_app.usecases.sign_in import officers
from counter_app.usecases.supplements import SupplementWarning
from ui.intake_form.recorded import form_of
from ui.pages.dossiers.acts import Deed
from ui.pages.dossiers.correction import Correct
from ui.pages.dossiers.deciding import (
    ChangeDue,
    Extend,
    Reassign,
    RefuseOnline,
    ResultThere,
    Settle,
    Shelve,
    TakeBack,
    TakeOnline,
    Withdraw,
)
from ui.pages.dossiers.linking import Link, StartPhase
from ui.pages.dossiers.pausing import Ask, AskedPaper, PapersIn, Resume, StopIt
from ui.pages.dossiers.questions import Opened
from ui.reason_words import reason_choices
from ui.sheets import Sheet

_END_OF_DAY: Final = "16:30"


@dataclass(frozen=True, slots=True)
class Around:
    """What helps to fill a sheet. Wordings are by the name of a paper, "" for all.

    `codes` are the reason codes that the centre offers today, with their words.
    """

    warnings: tuple[SupplementWarning, ...] = ()
    wordings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    reasons: tuple[str, ...] = ()
    codes: tuple[tuple[object, str], ...] = ()
    officers: tuple[tuple[str, str], ...] = ()
    agencies: tuple[tuple[str, str], ...] = ()
    conflicts: tuple[ConflictRow, ...] = ()
    late: bool = False
    at_agency: bool = False


@dataclass(frozen=True, slots=True)
class Prepared:
    """A panel as it is opened."""

    sheet: Sheet
    around: Around = field(default_factory=Around)


def prepared(desk: Desk, opened: Opened, deed: Deed) -> Prepared:
    """Return the panel of an act, from the local file. Raises as the act's use case."""
    return _PREPARING[deed](desk, opened)


def _ask(desk: Desk, opened: Opened) -> Prepared:
    story = opened.story
    code = story.row.procedure_code
    asked: dict[str, list[str]] = {}
    for found in desk.ask(letters.earlier_wordings, code, limit=200):
        asked.setdefault(found.line.name, []).append(found.line.reason)
        asked.setdefault("", []).append(found.line.reason)
    sheet = Ask(papers=tuple(AskedPaper(paper) for paper in story.receipt.papers))
    around = Around(
        warnings=supplements.warnings(desk, story.row.subject),
        wordings={name: tuple(dict.fromkeys(words)) for name, words in asked.items()},
        reasons=tuple(desk.ask(letters.earlier_reasons, code)),
    )
    return Prepared(sheet.with_failed(), around)


def _papers_in(_desk: Desk, opened: Opened) -> Prepared:
    return Prepared(PapersIn(asked=_asked_last(opened.story)), _goes_on(opened))


def _resume(_desk: Desk, opened: Opened) -> Prepared:
    return Prepared(Resume(), _goes_on(opened))


def _goes_on(opened: Opened) -> Around:
    return Around(at_agency=opened.story.row.held_by != "")


def _stop(desk: Desk, _opened: Opened) -> Prepared:
    return Prepared(StopIt(), Around(codes=_codes(desk, ReasonKind.STOP)))


def _extend(desk: Desk, opened: Opened) -> Prepared:
    around = Around(codes=_codes(desk, ReasonKind.LATE))
    return Prepared(Extend(clock=_clock(opened)), around)


def _refuse_online(desk: Desk, _opened: Opened) -> Prepared:
    return Prepared(RefuseOnline(), Around(reasons=_phrases(desk, ReasonKind.REFUSAL)))


def _change_due(_desk: Desk, opened: Opened) -> Prepared:
    return Prepared(ChangeDue(clock=_clock(opened)))


def _correct(desk: Desk, opened: Opened) -> Prepared:
    row = opened.story.row
    intake = desk.ask(intake_of, row.subject)
    revealed(desk, row.subject)  # the editors show identity numbers in full
    form = form_of(intake, row.procedure_name, desk.ask(checklist_of, row.subject))
    return Prepared(Correct(form, form))


def _withdraw(desk: Desk, opened: Opened) -> Prepared:
    by = opened.story.receipt.submitter
    papers = "; ".join(paper.name for paper in opened.story.receipt.papers if paper.present)
    around = Around(reasons=_phrases(desk, ReasonKind.WITHDRAWAL))
    return Prepared(Withdraw(name=by.name, by=by, papers=papers), around)


def _result(desk: Desk, opened: Opened) -> Prepared:
    late = results.outlook(desk, opened.story.row.subject) is Outcome.LATE
    return Prepared(ResultThere(), Around(late=late, codes=_codes(desk, ReasonKind.LATE)))


def _shelve(_desk: Desk, opened: Opened) -> Prepared:
    return Prepared(Shelve(opened.story.row.shelf_place))


def _reassign(desk: Desk, opened: Opened) -> Prepared:
    has_it = opened.story.row.assigned_to
    others = tuple((one.login, one.name) for one in officers(desk) if one.login != has_it)
    return Prepared(Reassign(), Around(officers=others))


def _start_phase(desk: Desk, _opened: Opened) -> Prepared:
    today = local(desk.clock.now_ms()).date()
    agencies = tuple(desk.ask(reference.agencies_on, today).items())
    return Prepared(StartPhase(due_clock=_END_OF_DAY), Around(agencies=agencies))


def _settle(_desk: Desk, opened: Opened) -> Prepared:
    first = opened.conflicts[0].entry_id if opened.conflicts else None
    return Prepared(Settle(first), Around(conflicts=opened.conflicts))


def _plain(sheet: Sheet) -> Callable[[Desk, Opened], Prepared]:
    return lambda _desk, _opened: Prepared(sheet)


_PREPARING: Final[Mapping[Deed, Callable[[Desk, Opened], Prepared]]] = MappingProxyType(
    {
        Deed.ASK: _ask,
        Deed.PAPERS_IN: _papers_in,
        Deed.STOP: _stop,
        Deed.RESUME: _resume,
        Deed.EXTEND: _extend,
        Deed.CHANGE_DUE: _change_due,
        Deed.CORRECT: _correct,
        Deed.WITHDRAW: _withdraw,
        Deed.RESULT: _result,
        Deed.SHELVE: _shelve,
        Deed.REASSIGN: _reassign,
        Deed.TAKE_BACK: _plain(TakeBack()),
        Deed.SETTLE: _settle,
        Deed.START_PHASE: _start_phase,
        Deed.LINK: _plain(Link()),
        Deed.TAKE_ONLINE: _plain(TakeOnline()),
        Deed.REFUSE_ONLINE: _refuse_online,
    }
)


def _asked_last(story: Story) -> tuple[SupplementLine, ...]:
    """Return what the last request asked for."""
    if story.row.state != State.SUPPLEMENT:
        return ()
    for step in reversed(story.steps):
        if step.kind == SUPPLEMENT_REQUESTED and step.record:
            return from_record(Supplement, step.record).lines
    return ()


def _codes(desk: Desk, kind: ReasonKind) -> tuple[tuple[object, str], ...]:
    return reason_choices(_reasons(desk), kind, _today(desk))


def _phrases(desk: Desk, kind: ReasonKind) -> tuple[str, ...]:
    return _reasons(desk).phrases(kind, _today(desk))


def _reasons(desk: Desk) -> Reasons:
    return desk.ask(reference.settings, _today(desk)).reasons()


def _today(desk: Desk) -> date:
    return local(desk.clock.now_ms()).date()


def _clock(opened: Opened) -> str:
    promised = opened.story.row.promised_at
    return _END_OF_DAY if promised is None else f"{local(promised):%H:%M}"

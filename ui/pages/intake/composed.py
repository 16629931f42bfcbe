"""What the parts of the page's state say, as the one value that is shown."""

from __future__ import annotations

from ui.errors import describe
from ui.intake_form.applicants import ApplicantFinder
from ui.intake_form.procedures import ProcedureFinder
from ui.intake_form.questions import Outlook
from ui.intake_form.sheet import Sheet
from ui.notice import Notice
from ui.pages.intake.alike_list import AlikeList
from ui.pages.intake.drafting import DraftKeeper
from ui.pages.intake.promise import Promise
from ui.pages.intake.receiving import Receiving
from ui.pages.intake.shown import DueShown, MoneyLine, Shown
from ui.pages.intake.turning_away import TurningAway
from ui.pages.intake.words import due_shown, money_lines, money_words, term_words


def composed(
    sheet: Sheet,
    finder: ProcedureFinder,
    applicants: ApplicantFinder,
    promise: Promise,
    keeper: DraftKeeper,
    receiving: Receiving,
    away: TurningAway,
    alike: AlikeList,
    notice: Notice | None,
) -> Shown:
    """Return all that is shown now. The dossier received last is shown until one types again."""
    outlook, received = promise.outlook, receiving.received
    money, about_money = _money(outlook, sheet)
    preview = promise.receipt
    if received is not None and not sheet.touched:
        preview = received.receipt
    shown = Shown()
    return Shown(
        form=sheet.form,
        procedures=finder.lines,
        procedure_detail=_detail(outlook, sheet),
        channels=shown.channels if outlook is None else outlook.channels or shown.channels,
        applicants=applicants.found,
        faults=sheet.faults,
        hints=sheet.hints,
        money=money,
        money_words=about_money,
        due=_due(outlook),
        preview=preview,
        received=received,
        notice=notice,
        drafts=keeper.lines,
        kept=keeper.kept,
        duplicates=receiving.duplicates,
        away=away.shown,
        listing=alike.shown.asked,
        busy=receiving.busy,
    )


def _detail(outlook: Outlook | None, sheet: Sheet) -> str:
    if outlook is None:
        return ""
    rule = outlook.procedure.rule(sheet.form.channel)
    parts = (
        outlook.agency_name,
        outlook.procedure.sector,
        "" if rule is None else term_words(rule.term),
    )
    return " · ".join(part for part in parts if part)


def _money(outlook: Outlook | None, sheet: Sheet) -> tuple[tuple[MoneyLine, ...], str]:
    rule = None if outlook is None else outlook.procedure.rule(sheet.form.channel)
    return ((), "") if rule is None else (money_lines(rule), money_words(rule))


def _due(outlook: Outlook | None) -> DueShown:
    if outlook is None:
        return DueShown()
    if outlook.appointment is None:
        return DueShown(doubt="" if outlook.problem is None else describe(outlook.problem))
    return due_shown(outlook.appointment.rule.term, outlook.appointment.due)

"""What stands against closing a day, what helps, and the steps, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from counter_app.closing import Standing, Step
from counter_app.domain.amounts import grouped
from counter_app.domain.closing import Against, Fix, Reason, Weight
from ui.moments import long_moment
from ui.notice import Kind
from ui.pages.end_of_day.shown import ClosingShown


def reason_words(reason: Reason) -> str:
    """Return what stands against closing, with how often."""
    translate, count = QCoreApplication.translate, reason.count
    told: Mapping[Against, Callable[[], str]] = {
        Against.CASH_UNCOUNTED: lambda: translate("Closing", "Cash moved since the last count"),
        Against.DRAFTS: lambda: translate("Closing", "%n unfinished intake(s)", "", count),
        Against.PARKED_DRAFTS: lambda: translate("Closing", "%n parked intake(s)", "", count),
        Against.RECEIPTS_UNPRINTED: lambda: translate(
            "Closing", "%n receipt(s) never printed", "", count
        ),
        Against.PRINTS_FAILED: lambda: translate("Closing", "%n print(s) failed", "", count),
        Against.PRINTS_UNDER_WAY: lambda: translate(
            "Closing", "%n paper(s) still at the printer", "", count
        ),
        Against.FEE_RECEIPTS_MISSING: lambda: translate(
            "Closing", "%n payment(s) without a fee receipt", "", count
        ),
        Against.NOT_HANDED_OVER: lambda: translate(
            "Closing", "%n dossier(s) of today not handed over", "", count
        ),
        Against.HAND_OVER_OVERDUE: lambda: translate(
            "Closing", "%n dossier(s) of earlier days still here", "", count
        ),
        Against.HAND_OVER_UNSIGNED: lambda: translate(
            "Closing", "%n list(s) of earlier days unsigned", "", count
        ),
        Against.CONFLICTS: lambda: translate(
            "Closing", "%n dossier(s) with an act set aside", "", count
        ),
        Against.OVERPAID: lambda: translate("Closing", "%n dossier(s) overpaid", "", count),
        Against.TRANSFERS_AWAITED: lambda: translate(
            "Closing", "%n transfer(s) not yet confirmed", "", count
        ),
        Against.REFUNDS_OPEN: lambda: translate("Closing", "%n refund(s) undecided", "", count),
        Against.UNSENT: lambda: translate("Closing", "%n act(s) not yet at the centre", "", count),
    }
    return told[reason.against]()


def fix_words(fix: Fix) -> str:
    """Return the act that helps."""
    translate = QCoreApplication.translate
    return {
        Fix.COUNT_CASH: translate("Closing", "Count the cash"),
        Fix.DRAFTS: translate("Closing", "Go on with it"),
        Fix.PRINTS: translate("Closing", "Print now"),
        Fix.FEE_RECEIPTS: translate("Closing", "Open its fees"),
        Fix.HAND_OVER: translate("Closing", "Hand over"),
        Fix.CONFLICTS: translate("Closing", "Open the dossier"),
        Fix.PAYMENTS: translate("Closing", "Open its fees"),
        Fix.REFUNDS: translate("Closing", "Open its fees"),
        Fix.SYNC: translate("Closing", "Send now"),
    }[fix]


def weight_badge(reason: Reason, settled: bool) -> tuple[Kind, str, str]:
    """Return what a reason asks for, as a badge."""
    translate = QCoreApplication.translate
    if reason.weight is Weight.MEND:
        return Kind.BAD, translate("Closing", "must be done"), "alert-circle"
    if reason.weight is Weight.KNOW:
        return Kind.QUIET, translate("Closing", "to be known"), "info-circle"
    if settled:
        return Kind.GOOD, translate("Closing", "explained"), "check"
    return Kind.WARN, translate("Closing", "do or explain"), "alert-triangle"


def step_words(step: Step) -> str:
    """Return the name of a step."""
    translate = QCoreApplication.translate
    return {
        Step.COUNT: translate("Closing", "Count the cash by notes"),
        Step.SHEET: translate("Closing", "Final sheet of the day"),
        Step.PAPERS: translate("Closing", "Print sheet and count"),
        Step.PROOF: translate("Closing", "Proof of the centre"),
        Step.PROOF_PAPER: translate("Closing", "Print the proof"),
    }[step]


def step_detail(shown: ClosingShown, step: Step) -> str:
    """Return how a step stands."""
    now = shown.standing
    if now is None:
        return QCoreApplication.translate("Closing", "Reading…")
    return _DETAILS[step](shown, now)


def dong(amount: int) -> str:
    """Return "16.000 đồng"."""
    return f"{grouped(amount)} đồng"


def difference_words(difference: int) -> str:
    """Return how a count differs from the books."""
    translate = QCoreApplication.translate
    if not difference:
        return translate("Closing", "agrees with the books")
    if difference > 0:
        return translate("Closing", "{amount} too much").format(amount=dong(difference))
    return translate("Closing", "{amount} missing").format(amount=dong(-difference))


def _count(_shown: ClosingShown, now: Standing) -> str:
    translate = QCoreApplication.translate
    last = now.till.last
    if now.till.changed:
        words = translate("Closing", "By the books {amount}")
        return words.format(amount=dong(now.till.expected))
    if last is None:
        return translate("Closing", "No cash was taken")
    words = translate("Closing", "{amount}, {difference}")
    return words.format(amount=dong(last.counted), difference=difference_words(last.difference))


def _sheet(shown: ClosingShown, now: Standing) -> str:
    translate = QCoreApplication.translate
    if now.sheet is not None:
        words = translate("Closing", "No. {number}, {moment}")
        moment = long_moment(now.sheet.made_at)
        return words.format(number=f"{now.sheet.number:04d}", moment=moment)
    count = len(shown.left)
    if count:
        return translate("Closing", "%n reason(s) stand against it", "", count)
    if shown.approval:
        return translate("Closing", "a supervisor has to agree")
    return translate("Closing", "ready")


def _papers(_shown: ClosingShown, now: Standing) -> str:
    translate = QCoreApplication.translate
    if not now.papers:
        return translate("Closing", "after the final sheet")
    count, left = len(now.papers), sum(not paper.printed for paper in now.papers)
    if left:
        return translate("Closing", "%n paper(s) to print", "", left)
    return translate("Closing", "%n paper(s) printed", "", count)


def _proof(shown: ClosingShown, now: Standing) -> str:
    translate = QCoreApplication.translate
    if now.proof is not None:
        return long_moment(now.proof.closed_at)
    if shown.off_line:
        return translate("Closing", "The centre cannot be reached now; all the rest can be done")
    return translate("Closing", "after the final sheet")


def _proof_paper(_shown: ClosingShown, now: Standing) -> str:
    translate = QCoreApplication.translate
    if now.proof_paper is None:
        return translate("Closing", "after the proof")
    if now.proof_paper.printed:
        return translate("Closing", "printed")
    return translate("Closing", "to print")


_DETAILS: Mapping[Step, Callable[[ClosingShown, Standing], str]] = {
    Step.COUNT: _count,
    Step.SHEET: _sheet,
    Step.PAPERS: _papers,
    Step.PROOF: _proof,
    Step.PROOF_PAPER: _proof_paper,
}

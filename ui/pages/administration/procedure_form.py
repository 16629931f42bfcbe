"""One procedure as the fields of a form, and back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import time
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QCoreApplication

from counter_app.domain.amounts import grouped
from counter_app.domain.procedure import (
    Channel,
    ChannelRule,
    ChecklistLine,
    FeeKind,
    FeeLine,
    Procedure,
    Term,
    TermUnit,
    is_procedure_code,
)
from counter_app.text import composed
from ui.widgets.sheet_form import FormField, Shape


def procedure_fields() -> list[list[FormField]]:
    """Return the fields in which a procedure is changed."""
    translate = QCoreApplication.translate
    units: tuple[tuple[object, str], ...] = (
        (TermUnit.WORKING_DAY, translate("ProcedureForm", "working days")),
        (TermUnit.DAY, translate("ProcedureForm", "days")),
        (TermUnit.HOUR, translate("ProcedureForm", "hours")),
        (TermUnit.MONTH, translate("ProcedureForm", "months")),
    )
    return [
        [
            FormField("code", translate("ProcedureForm", "Code"), required=True),
            FormField("agency_code", translate("ProcedureForm", "Agency (code)"), required=True),
        ],
        [FormField("name", translate("ProcedureForm", "Name"), Shape.LINES, required=True)],
        [
            FormField("sector", translate("ProcedureForm", "Sector")),
            FormField("decision", translate("ProcedureForm", "Decision")),
        ],
        [
            FormField("amount", translate("ProcedureForm", "Term at the counter"), required=True),
            FormField(
                "unit", translate("ProcedureForm", "Counted in"), Shape.CHOICE, choices=units
            ),
            FormField("cut_off", translate("ProcedureForm", "Cut-off"), hint="15:00"),
        ],
        [
            FormField(
                "fees",
                translate("ProcedureForm", "Fees, one a line: kind, amount, note"),
                Shape.LINES,
            )
        ],
        [
            FormField(
                "papers", translate("ProcedureForm", "Papers asked for, one a line"), Shape.LINES
            )
        ],
        [
            FormField("result", translate("ProcedureForm", "Result")),
            FormField("internal_workflow", translate("ProcedureForm", "Internal workflow")),
        ],
    ]


def values_of(procedure: Procedure) -> dict[str, object]:
    """Return what the fields show of a procedure."""
    rule = procedure.rule(Channel.COUNTER)
    term = None if rule is None else rule.term
    cut_off = None if rule is None else rule.cut_off
    return {
        "code": procedure.code,
        "name": procedure.name,
        "sector": procedure.sector,
        "agency_code": procedure.agency_code,
        "decision": procedure.decision,
        "result": procedure.result,
        "internal_workflow": procedure.internal_workflow,
        "amount": "" if term is None else f"{term.amount.normalize():f}",
        "unit": TermUnit.WORKING_DAY if term is None else term.unit,
        "cut_off": "" if cut_off is None else f"{cut_off:%H:%M}",
        "fees": "" if rule is None else "\n".join(map(_fee_line, rule.fees)),
        "papers": "\n".join(line.name for line in procedure.checklist),
    }


def faults_of(values: Mapping[str, object]) -> dict[str, str]:
    """Return what is wrong in the fields, by name."""
    translate = QCoreApplication.translate
    faults = {}
    if not is_procedure_code(_text(values, "code")):
        faults["code"] = translate("ProcedureForm", "A code is N.NNNNNN.")
    for name in ("name", "agency_code"):
        if not _text(values, name):
            faults[name] = translate("ProcedureForm", "Fill this in.")
    if _amount(values) is None:
        faults["amount"] = translate("ProcedureForm", "A number, such as 5 or 0.5.")
    if _fees(_text(values, "fees")) is None:
        faults["fees"] = translate("ProcedureForm", "A line is such as: charge 75000 for a house")
    if _text(values, "cut_off") and _time(values) is None:
        faults["cut_off"] = translate("ProcedureForm", "A time, such as 15:00.")
    return faults


def with_values(former: Procedure | None, values: Mapping[str, object]) -> Procedure:
    """Return the procedure that the fields describe; what they do not show stays as it was."""
    code, name = _text(values, "code"), _text(values, "name")
    sector, agency = _text(values, "sector"), _text(values, "agency_code")
    base = former or Procedure(code, name, sector, agency)
    return replace(
        base,
        code=code,
        name=name,
        sector=sector,
        agency_code=agency,
        decision=_text(values, "decision"),
        result=_text(values, "result"),
        internal_workflow=_text(values, "internal_workflow"),
        rules=_rules(base, values),
        checklist=_papers(base, _text(values, "papers")),
        valid_to=None,
    )


def _rules(base: Procedure, values: Mapping[str, object]) -> tuple[ChannelRule, ...]:
    amount = _amount(values) or Decimal(0)
    unit = TermUnit(str(values.get("unit") or TermUnit.WORKING_DAY))
    own = base.rule(Channel.COUNTER) or ChannelRule(Channel.COUNTER, None)
    fees = _fees(_text(values, "fees")) or ()
    mine = replace(
        own,
        term=Term(amount, unit),
        cut_off=_time(values),
        unparsed_term="",
        fees=fees,
        free=False if fees else own.free,
    )
    others = [rule for rule in base.rules if rule.channel is not Channel.COUNTER]
    return (mine, *others)


def _kinds() -> dict[FeeKind, str]:
    translate = QCoreApplication.translate
    return {
        FeeKind.FEE: translate("ProcedureForm", "fee"),
        FeeKind.CHARGE: translate("ProcedureForm", "charge"),
        FeeKind.UNKNOWN: translate("ProcedureForm", "fee or charge"),
    }


def _fee_line(fee: FeeLine) -> str:
    return f"{_kinds()[fee.kind]} {grouped(fee.amount)} {fee.note}".strip()


def _fees(text: str) -> tuple[FeeLine, ...] | None:
    """Return the lines of a fee table; None where one cannot be read."""
    kinds = {word.casefold(): kind for kind, word in _kinds().items()}
    words = "|".join(sorted(map(re.escape, kinds), key=len, reverse=True))
    found = []
    for line in filter(None, map(composed, text.splitlines())):
        told = re.fullmatch(rf"({words})\s+(\d[\d.]*)\s*(.*)", line, re.IGNORECASE)
        if told is None:
            return None
        amount = int(told[2].replace(".", ""))
        found.append(FeeLine(kinds[told[1].casefold()], amount, told[3]))
    return tuple(found)


def _papers(base: Procedure, text: str) -> tuple[ChecklistLine, ...]:
    """Keep the counts of papers whose names stay."""
    known = {line.name: line for line in base.checklist}
    names = [line.strip() for line in text.splitlines() if line.strip()]
    return tuple(known.get(name) or ChecklistLine(name, originals=1) for name in names)


def _text(values: Mapping[str, object], name: str) -> str:
    value = values.get(name)
    return "" if value is None else str(value).strip()


def _amount(values: Mapping[str, object]) -> Decimal | None:
    try:
        amount = Decimal(_text(values, "amount").replace(",", "."))
    except InvalidOperation:
        return None
    return amount if amount.is_finite() and amount >= 0 and amount * 2 % 1 == 0 else None


def _time(values: Mapping[str, object]) -> time | None:
    try:
        return time.fromisoformat(_text(values, "cut_off"))
    except ValueError:
        return None

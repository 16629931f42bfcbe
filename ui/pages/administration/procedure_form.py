"""One procedure as the fields of a form, and back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import time
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QCoreApplication

from counter_app.domain.procedure import (
    SERVICE_LEVELS,
    Channel,
    ChannelRule,
    Procedure,
    Term,
    TermUnit,
    is_procedure_code,
)
from ui.pages.administration.procedure_lines import (
    exemption_lines,
    exemptions_from,
    fee_lines,
    fees_from,
    linked_from,
    paper_lines,
    papers_from,
)
from ui.pages.administration.setting_forms import pause_rows
from ui.procedure_words import channel_words
from ui.widgets.sheet_form import FormField, Shape

PAUSES = ("supplement", "payment", "stop")
"""Kinds of pauses whose policy a procedure may have of its own."""

Values = Mapping[str, object]


@dataclass(frozen=True)
class Surroundings:
    """What the centre holds around a procedure: agencies and exemptions in words, its pauses."""

    agencies: Mapping[str, str] = field(default_factory=dict)
    exemptions: Mapping[str, str] = field(default_factory=dict)
    pauses: Mapping[str, str] = field(default_factory=dict)


def place(channel: Channel, name: str) -> str:
    """Return the name of a field that every channel has; the counter's are the plain ones."""
    return name if channel is Channel.COUNTER else f"{channel.value}_{name}"


def procedure_fields(values: Values, around: Surroundings) -> list[list[FormField]]:
    """Return the fields in which a procedure is changed; a channel shows its own when it is on."""
    return [*_head(around), *_channels(values), *_papers_and_money(), *_more()]


def values_of(procedure: Procedure, around: Surroundings) -> dict[str, object]:
    """Return what the fields show of a procedure."""
    plain = ("code", "name", "sector", "agency_code", "decision", "result", "result_code", "level")
    more = ("subjects", "coordinating", "internal_workflow", "no_appointment", "service_level")
    values: dict[str, object] = {name: getattr(procedure, name) for name in (*plain, *more)}
    for channel in Channel:
        values.update(_values_of_rule(channel, procedure.rule(channel)))
    values["papers"] = paper_lines(procedure.checklist)
    values["exemptions"] = exemption_lines(procedure.exemptions, around.exemptions)
    values["linked"] = " ".join(procedure.linked)
    return {**values, **pause_values(around.pauses)}


def pause_values(pauses: Mapping[str, str]) -> dict[str, object]:
    """Return what the fields show of pauses."""
    return {f"pause_{kind}": pauses.get(kind, "") for kind in PAUSES}


def pauses_from(values: Values) -> dict[str, str]:
    """Return what pauses do to this procedure, where it says so."""
    told = {kind: _text(values, f"pause_{kind}") for kind in PAUSES}
    return {kind: policy for kind, policy in told.items() if policy}


def blank_values(code: str) -> dict[str, object]:
    """Return what the fields show of a procedure that does not exist yet."""
    empty = Procedure(code, "", "", "", rules=(ChannelRule(Channel.COUNTER, None),))
    return values_of(empty, Surroundings())


def faults_of(values: Values, around: Surroundings) -> dict[str, str]:
    """Return what is wrong in the fields, by name."""
    translate = QCoreApplication.translate
    faults = {}
    if not is_procedure_code(_text(values, "code")):
        faults["code"] = translate("ProcedureForm", "A code is N.NNNNNN.")
    for name in ("name", "agency_code"):
        if not _text(values, name):
            faults[name] = translate("ProcedureForm", "Fill this in.")
    for channel in Channel:
        if _is_on(values, channel):
            faults.update(_faults_of_rule(channel, values))
    if exemptions_from(_text(values, "exemptions"), around.exemptions) is None:
        words = translate("ProcedureForm", "A line is such as: {reason} 50%")
        reason = next(iter(around.exemptions.values()), "")
        faults["exemptions"] = words.format(reason=reason)
    linked = linked_from(_text(values, "linked"))
    if linked is None or _text(values, "code") in linked:
        faults["linked"] = translate("ProcedureForm", "Codes N.NNNNNN of other procedures.")
    return faults


def with_values(former: Procedure | None, values: Values, around: Surroundings) -> Procedure:
    """Return the procedure that the fields describe; what they do not show stays as it was."""
    code, name = _text(values, "code"), _text(values, "name")
    sector, agency = _text(values, "sector"), _text(values, "agency_code")
    base = former or Procedure(code, name, sector, agency)
    exemptions = exemptions_from(_text(values, "exemptions"), around.exemptions)
    return replace(
        base,
        code=code,
        name=name,
        sector=sector,
        agency_code=agency,
        level=_text(values, "level"),
        service_level=int(_text(values, "service_level") or 0),
        subjects=_text(values, "subjects"),
        coordinating=_text(values, "coordinating"),
        decision=_text(values, "decision"),
        result=_text(values, "result"),
        result_code=_text(values, "result_code"),
        internal_workflow=_text(values, "internal_workflow"),
        no_appointment=bool(values.get("no_appointment")),
        rules=_rules(base, values),
        checklist=papers_from(_text(values, "papers"), base.checklist),
        exemptions=exemptions or (),
        linked=linked_from(_text(values, "linked")) or (),
        valid_to=None,
    )


def _head(around: Surroundings) -> list[list[FormField]]:
    translate = QCoreApplication.translate
    level_words = {
        2: translate("ProcedureForm", "2: information"),
        3: translate("ProcedureForm", "3: a part online"),
        4: translate("ProcedureForm", "4: all online"),
    }
    untold: tuple[object, str] = (0, translate("ProcedureForm", "not said"))
    levels = (untold, *((level, level_words[level]) for level in SERVICE_LEVELS))
    return [
        [
            FormField("code", translate("ProcedureForm", "Code"), required=True),
            FormField(
                "agency_code",
                translate("ProcedureForm", "Agency"),
                Shape.CHOICE,
                required=True,
                choices=tuple(around.agencies.items()),
                stretch=2,
            ),
        ],
        [FormField("name", translate("ProcedureForm", "Name"), Shape.LINES, required=True)],
        [
            FormField("sector", translate("ProcedureForm", "Sector"), stretch=2),
            FormField(
                "service_level",
                translate("ProcedureForm", "Online service"),
                Shape.CHOICE,
                choices=levels,
                stretch=2,
            ),
            FormField("level", translate("ProcedureForm", "Settled at"), hint="Cấp tỉnh"),
        ],
    ]


def _channels(values: Values) -> Iterator[list[FormField]]:
    translate = QCoreApplication.translate
    units: tuple[tuple[object, str], ...] = (
        (TermUnit.WORKING_DAY, translate("ProcedureForm", "working days")),
        (TermUnit.DAY, translate("ProcedureForm", "days")),
        (TermUnit.HOUR, translate("ProcedureForm", "hours")),
        (TermUnit.MONTH, translate("ProcedureForm", "months")),
    )
    yield [
        FormField(place(channel, "on"), channel_words(channel), Shape.TICK) for channel in Channel
    ]
    yield [
        FormField(
            "no_appointment", translate("ProcedureForm", "no appointment is given"), Shape.TICK
        )
    ]
    for channel in Channel:
        if not _is_on(values, channel):
            continue
        term = translate("ProcedureForm", "Term {channel}").format(channel=channel_words(channel))
        yield [
            FormField(
                place(channel, "amount"),
                term,
                hint=translate("ProcedureForm", "0: on the spot"),
                stretch=3,
            ),
            FormField(
                place(channel, "unit"),
                translate("ProcedureForm", "Counted in"),
                Shape.CHOICE,
                choices=units,
                stretch=2,
            ),
            FormField(
                place(channel, "cut_off"), translate("ProcedureForm", "Cut-off"), hint="15:00"
            ),
        ]
        fees = translate("ProcedureForm", "Fees {channel}: kind, amount, note; one a line")
        yield [
            FormField(
                place(channel, "fees"),
                fees.format(channel=channel_words(channel)),
                Shape.LINES,
                stretch=4,
            ),
            FormField(place(channel, "free"), translate("ProcedureForm", "free"), Shape.TICK),
        ]


def _papers_and_money() -> Iterator[list[FormField]]:
    translate = QCoreApplication.translate
    yield [
        FormField(
            "papers",
            translate("ProcedureForm", "Papers, one a line: name; originals 1; copies 1; if any"),
            Shape.LINES,
        )
    ]
    yield [
        FormField(
            "exemptions",
            translate("ProcedureForm", "Let off fees, one a line: who, percent"),
            Shape.LINES,
        )
    ]


def _more() -> Iterator[list[FormField]]:
    translate = QCoreApplication.translate
    yield [
        FormField("result", translate("ProcedureForm", "Result"), stretch=2),
        FormField("result_code", translate("ProcedureForm", "Its code")),
    ]
    yield [
        FormField("linked", translate("ProcedureForm", "Linked procedures (codes)")),
        FormField("coordinating", translate("ProcedureForm", "Works together with")),
    ]
    yield [
        FormField("decision", translate("ProcedureForm", "Decision")),
        FormField("internal_workflow", translate("ProcedureForm", "Internal workflow")),
    ]
    yield [FormField("subjects", translate("ProcedureForm", "For whom"))]
    yield from ([one.form_field() for one in row] for row in pause_rows("pause_"))


def _values_of_rule(channel: Channel, rule: ChannelRule | None) -> dict[str, object]:
    term = None if rule is None else rule.term
    cut_off = None if rule is None else rule.cut_off
    values: dict[str, object] = {
        "on": rule is not None,
        "amount": "" if term is None else f"{term.amount.normalize():f}",
        "unit": TermUnit.WORKING_DAY if term is None else term.unit,
        "cut_off": "" if cut_off is None else f"{cut_off:%H:%M}",
        "fees": "" if rule is None else fee_lines(rule.fees),
        "free": rule is not None and bool(rule.free),
    }
    return {place(channel, name): value for name, value in values.items()}


def _faults_of_rule(channel: Channel, values: Values) -> dict[str, str]:
    translate = QCoreApplication.translate
    faults = {}
    amount = _text(values, place(channel, "amount"))
    untold = not amount and bool(values.get("no_appointment"))
    if not untold and _amount(amount) is None:
        faults["amount"] = translate("ProcedureForm", "A number, such as 5 or 0.5.")
    fees = fees_from(_text(values, place(channel, "fees")))
    if fees is None:
        faults["fees"] = translate("ProcedureForm", "A line is such as: charge 75000 for a house")
    elif fees and values.get(place(channel, "free")):
        faults["fees"] = translate("ProcedureForm", "What is free has no fees.")
    cut_off = _text(values, place(channel, "cut_off"))
    if cut_off and _time(cut_off) is None:
        faults["cut_off"] = translate("ProcedureForm", "A time, such as 15:00.")
    return {place(channel, name): words for name, words in faults.items()}


def _rules(base: Procedure, values: Values) -> tuple[ChannelRule, ...]:
    """Return one rule for each channel that is on; those that stood keep their order."""
    stood = list(dict.fromkeys(rule.channel for rule in base.rules))
    order = [*stood, *(channel for channel in Channel if channel not in stood)]
    return tuple(_rule(channel, base, values) for channel in order if _is_on(values, channel))


def _rule(channel: Channel, base: Procedure, values: Values) -> ChannelRule:
    own = base.rule(channel) or ChannelRule(channel, None)
    amount = _amount(_text(values, place(channel, "amount")))
    unit = TermUnit(_text(values, place(channel, "unit")) or TermUnit.WORKING_DAY)
    fees = fees_from(_text(values, place(channel, "fees"))) or ()
    free = bool(values.get(place(channel, "free")))
    same = (fees, free) == (own.fees, bool(own.free))
    return replace(
        own,
        term=None if amount is None else Term(amount, unit),
        cut_off=_time(_text(values, place(channel, "cut_off"))),
        unparsed_term="" if amount is not None else own.unparsed_term,
        fees=fees,
        free=own.free if same else free,
    )


def _is_on(values: Values, channel: Channel) -> bool:
    return bool(values.get(place(channel, "on")))


def _text(values: Values, name: str) -> str:
    value = values.get(name)
    return "" if value is None else str(value).strip()


def _amount(typed: str) -> Decimal | None:
    try:
        amount = Decimal(typed.replace(",", "."))
    except InvalidOperation:
        return None
    return amount if amount.is_finite() and amount >= 0 and amount * 2 % 1 == 0 else None


def _time(typed: str) -> time | None:
    try:
        return time.fromisoformat(typed)
    except ValueError:
        return None

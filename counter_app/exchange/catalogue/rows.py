"""From the raw values of a file to procedures: everything kept, nothing guessed silently.

Both formats end here. What cannot be understood is kept in the publication's own words and told
as a `RowProblem`; what is missing shows in `Procedure.gaps()`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, time

from counter_app.domain.procedure import (
    ChannelRule,
    ChecklistLine,
    FeeKind,
    FeeLine,
    Procedure,
    Term,
    TermUnit,
    is_procedure_code,
)
from counter_app.exchange.catalogue import values
from counter_app.exchange.catalogue.names import agency_code_of
from counter_app.exchange.catalogue.problems import CatalogueFile, RowFault, RowProblem

_UNLIKELY_COPIES = 20
_UNLIKELY_AMOUNT = 1_000
"""Đồng; the portal often drops the thousands (50 for 50.000)."""
_LONGEST_FOUND = 120

TEXTS = (
    "name",
    "sector",
    "agency",
    "agency_code",
    "level",
    "subjects",
    "decision",
    "authority",
    "coordinating",
    "result",
    "result_code",
    "internal_workflow",
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a raw value stands."""

    line: int
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class RawFee:
    """A fee as written."""

    place: Place
    kind: object = ""
    amount: object = None
    note: object = ""


@dataclass(frozen=True, slots=True)
class RawChannel:
    """A filing channel as written."""

    place: Place
    channel: object = ""
    term: object = None
    unit: object = None
    free: object = None
    cut_off: object = None
    note: object = ""
    fees: tuple[RawFee, ...] = ()


@dataclass(frozen=True, slots=True)
class RawPaper:
    """A line of the checklist as written."""

    place: Place
    name: object = ""
    originals: object = None
    certified_copies: object = None
    photocopies: object = None
    required: object = None


@dataclass(frozen=True, slots=True)
class RawProcedure:
    """A procedure as written; `texts` holds the fields of `TEXTS`, others are passed over."""

    place: Place
    code: object = ""
    texts: Mapping[str, object] = field(default_factory=dict)
    no_appointment: object = None
    valid_from: object = None
    valid_to: object = None
    channels: tuple[RawChannel, ...] = ()
    papers: tuple[RawPaper, ...] = ()


@dataclass
class Findings:
    """The problems of one file as they come up."""

    problems: list[RowProblem] = field(default_factory=list)

    def tell(self, place: Place, code: str, name: str, fault: RowFault, found: object = "") -> None:
        shown = values.clean(str(found)[:_LONGEST_FOUND])
        self.problems.append(RowProblem(place.line, code, name, fault, shown, place.sheet))


def interpreted(
    raws: Iterable[RawProcedure], agencies: Mapping[str, str], findings: Findings
) -> CatalogueFile:
    """Return the procedures of `raws`; the first of several with one code is taken.

    Args:
        agencies: folded agency name → agency code of this centre.
    """
    procedures: dict[str, Procedure] = {}
    lines: dict[str, int] = {}
    for raw in raws:
        reader = _Reader(values.code_of(raw.code), agencies, findings)
        procedure = reader.procedure(raw)
        if procedure is None:
            continue
        if procedure.code in procedures:
            first = lines[procedure.code]
            findings.tell(raw.place, procedure.code, "code", RowFault.CODE_TWICE, first)
            continue
        procedures[procedure.code], lines[procedure.code] = procedure, raw.place.line
    problems = sorted(findings.problems, key=lambda problem: (problem.sheet, problem.line))
    return CatalogueFile(tuple(procedures.values()), tuple(problems))


@dataclass(frozen=True)
class _Reader:
    """Reads one procedure; `code` is named in every finding."""

    code: str
    agencies: Mapping[str, str]
    findings: Findings

    def procedure(self, raw: RawProcedure) -> Procedure | None:
        if not is_procedure_code(self.code):
            fault = RowFault.BAD_CODE if self.code else RowFault.NO_CODE
            self.findings.tell(raw.place, "", "code", fault, self.code)
            return None
        before = len(self.findings.problems)
        texts = {name: self._text(raw.place, name, raw.texts.get(name)) for name in TEXTS}
        made = Procedure(
            code=self.code,
            name=texts["name"],
            sector=texts["sector"],
            agency_code=self._agency_code(raw.place, texts),
            level=texts["level"],
            subjects=texts["subjects"],
            decision=texts["decision"],
            authority=texts["authority"] or texts["agency"],
            published_agency=texts["agency"],
            coordinating=texts["coordinating"],
            rules=self._rules(raw.channels),
            checklist=self._checklist(raw.papers),
            result=texts["result"],
            result_code=texts["result_code"],
            internal_workflow=texts["internal_workflow"],
            no_appointment=self._flag(raw.place, "no_appointment", raw.no_appointment) or False,
            valid_from=self._date(raw.place, "valid_from", raw.valid_from),
            valid_to=self._date(raw.place, "valid_to", raw.valid_to),
        )
        new = self.findings.problems[before:]
        return None if any(problem.fault is RowFault.TEXT_TOO_LONG for problem in new) else made

    def _agency_code(self, place: Place, texts: Mapping[str, str]) -> str:
        code = texts["agency_code"]
        if not code:
            return agency_code_of(texts["agency"] or texts["authority"], self.agencies)
        if code not in self.agencies.values():
            self._tell(place, "agency_code", RowFault.UNKNOWN_AGENCY_CODE, code)
            return ""
        return code

    def _rules(self, channels: Iterable[RawChannel]) -> tuple[ChannelRule, ...]:
        rules = (self._rule(raw) for raw in channels)
        # the portal repeats some lines word for word; two that differ in anything both stay
        return tuple(dict.fromkeys(rule for rule in rules if rule is not None))

    def _rule(self, raw: RawChannel) -> ChannelRule | None:
        channel = values.channel_of(raw.channel)
        if channel is None:
            self._tell(raw.place, "channel", RowFault.UNKNOWN_CHANNEL, raw.channel)
            return None
        term, unparsed = self._term(raw)
        fees, unread = self._fees(raw.fees)
        free = self._flag(raw.place, "free", raw.free)
        if free and fees:
            self._tell(raw.place, "free", RowFault.FREE_WITH_FEES, fees[0].amount)
        note = " ".join((self._text(raw.place, "note", raw.note), *unread)).strip()
        return ChannelRule(
            channel,
            term,
            # the portal writes "not free" also where it publishes nothing about money
            free=free or (False if fees else None),
            fees=fees,
            cut_off=self._time(raw.place, raw.cut_off),
            note=note,
            unparsed_term=unparsed,
        )

    def _term(self, raw: RawChannel) -> tuple[Term | None, str]:
        amount_text = self._text(raw.place, "term", raw.term)
        unit_text = self._text(raw.place, "unit", raw.unit)
        published = f"{amount_text} {unit_text}".strip()
        amount, unit = values.term_amount_of(raw.term), values.unit_of(raw.unit)
        if amount is None and not unit_text:
            amount, unit = values.whole_term_of(amount_text)
        if amount_text and amount is None:
            self._tell(raw.place, "term", RowFault.BAD_TERM, amount_text)
        if unit_text and unit is None:
            self._tell(raw.place, "unit", RowFault.BAD_UNIT, unit_text)
        if amount == 0 and unit is None and not unit_text:
            return Term(amount, TermUnit.WORKING_DAY), ""
        if amount is None or unit is None:
            return None, published
        return Term(amount, unit), ""

    def _fees(self, raws: Iterable[RawFee]) -> tuple[tuple[FeeLine, ...], list[str]]:
        """Return the fee lines, and in their own words those without a readable amount."""
        fees: list[FeeLine] = []
        unread: list[str] = []
        for raw in raws:
            kind = values.fee_kind_of(raw.kind)
            if kind is None:
                self._tell(raw.place, "fee kind", RowFault.UNKNOWN_FEE_KIND, raw.kind)
            note = self._text(raw.place, "fee note", raw.note)
            amount = values.amount_of(raw.amount)
            if amount is None:
                self._tell(raw.place, "amount", RowFault.BAD_FEE, raw.amount)
                told = self._text(raw.place, "amount", raw.amount)
                unread.append(f"[{' '.join(part for part in (told, note) if part)}]")
                continue
            if 0 < amount < _UNLIKELY_AMOUNT:
                self._tell(raw.place, "amount", RowFault.DOUBTFUL_FEE, amount)
            fees.append(FeeLine(kind or FeeKind.UNKNOWN, amount, note))
        return tuple(fees), unread

    def _checklist(self, raws: Iterable[RawPaper]) -> tuple[ChecklistLine, ...]:
        lines = (self._line(raw) for raw in raws)
        return tuple(line for line in lines if line is not None)

    def _line(self, raw: RawPaper) -> ChecklistLine | None:
        name = self._text(raw.place, "paper", raw.name)
        if not name:
            self._tell(raw.place, "paper", RowFault.NO_PAPER_NAME)
            return None
        originals = self._count(raw.place, "originals", raw.originals)
        certified = self._count(raw.place, "certified_copies", raw.certified_copies)
        photocopies = self._count(raw.place, "photocopies", raw.photocopies)
        required = self._flag(raw.place, "required", raw.required)
        if required is None:
            # a line that asks for no copy at all is a remark of the publication, not a paper
            required = originals + certified + photocopies > 0
        return ChecklistLine(name, originals, certified, photocopies, required)

    def _text(self, place: Place, name: str, value: object) -> str:
        text = values.text_of(value)
        if text is None:
            self._tell(place, name, RowFault.NOT_TEXT, value)
            return ""
        if len(text) > values.LONGEST_TEXT:
            self._tell(place, name, RowFault.TEXT_TOO_LONG, len(text))
        return text

    def _count(self, place: Place, name: str, value: object) -> int:
        count = values.count_of(value)
        if count is None:
            self._tell(place, name, RowFault.BAD_COUNT, value)
        elif count > _UNLIKELY_COPIES:
            self._tell(place, name, RowFault.DOUBTFUL_COUNT, count)
        return count or 0

    def _flag(self, place: Place, name: str, value: object) -> bool | None:
        if value is None or value == "":
            return None
        flag = values.flag_of(value)
        if flag is None:
            self._tell(place, name, RowFault.BAD_FLAG, value)
        return flag

    def _time(self, place: Place, value: object) -> time | None:
        if value is None or value == "":
            return None
        found = values.time_of(value)
        if found is None:
            self._tell(place, "cut_off", RowFault.BAD_TIME, value)
        return found

    def _date(self, place: Place, name: str, value: object) -> date | None:
        if value is None or value == "":
            return None
        found = values.date_of(value)
        if found is None:
            self._tell(place, name, RowFault.BAD_DATE, value)
        return found

    def _tell(self, place: Place, name: str, fault: RowFault, found: object = "") -> None:
        self.findings.tell(place, self.code, name, fault, found)

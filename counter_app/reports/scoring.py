"""The sheets of scoring: each dossier, each agency, the quarter, and the officers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from counter_app.domain.reporting import Opinions, Period, share
from counter_app.domain.scoring import (
    DOSSIER_INDICES,
    INDICES,
    MOST_POINTS,
    OFFICER_INDICES,
    Assessed,
    Mark,
    Online,
    ScoreCard,
    answer_points,
    average,
    online_points,
    places,
    spot_points,
)
from counter_app.progress import Progress
from counter_app.reports.monthly import comparison_of
from counter_app.reports.tables import Cell, CellKind, Row, Rows, Words, told
from counter_app.store import report_figures, scoring
from counter_app.store.engine import Session
from counter_app.store.officers import names_of
from counter_app.store.report_figures import AgencyRow
from counter_app.store.scoring import Entered

Points = dict[int, Decimal | None]


@dataclass(frozen=True, slots=True)
class Assessment:
    """What is known of an agency: points from the record, points people gave, opinions."""

    agency: AgencyRow
    computed: Points
    given: Mapping[tuple[int, Mark], Entered]
    opinions: Opinions
    very_satisfied: int

    @property
    def card(self) -> ScoreCard:
        """The points that count: what was appraised, else what the record tells."""
        return ScoreCard({index: self.counted(index) for index in INDICES})

    @property
    def own_card(self) -> ScoreCard:
        """The points the agency gives itself."""
        return ScoreCard({index: _points(self.given.get((index, Mark.SELF))) for index in INDICES})

    def counted(self, index: int) -> Decimal | None:
        """Return the points of an index that count."""
        appraised = self.given.get((index, Mark.APPRAISED))
        return self.computed[index] if appraised is None else appraised.points

    def shares(self) -> dict[str, Decimal]:
        """Return the shares of those who judged: not satisfied, satisfied, very satisfied."""
        judged = self.opinions.satisfied + self.opinions.unsatisfied
        merely = self.opinions.satisfied - self.very_satisfied
        return {
            "unsatisfied": share(self.opinions.unsatisfied, judged),
            "satisfied": share(merely, judged),
            "very_satisfied": share(self.very_satisfied, judged),
        }


def _points(one: Entered | None) -> Decimal | None:
    return None if one is None else one.points


def assessments(session: Session, period: Period) -> list[Assessment]:
    """Return what is known of every agency, in the centre's order."""
    computed = _computed(session, period)
    thought = report_figures.opinions(session, period)
    best = scoring.very_satisfied(session, period)
    given = scoring.entered(session, period, Assessed.AGENCY)
    named = {*thought, *computed, *(code for code, _index, _mark in given)}
    nothing: Points = dict.fromkeys(INDICES) | {8: answer_points(0, 0)}
    return [
        Assessment(
            one,
            _with_manners(computed.get(one.code, nothing), thought.get(one.code, Opinions())),
            _of(one.code, given),
            thought.get(one.code, Opinions()),
            best.get(one.code, 0),
        )
        for one in report_figures.reported_agencies(session, period, named)
    ]


def _of(
    wanted: str, given: Mapping[tuple[str, int, Mark], Entered]
) -> dict[tuple[int, Mark], Entered]:
    return {(index, mark): one for (code, index, mark), one in given.items() if code == wanted}


def _with_manners(points: Points, opinions: Opinions) -> Points:
    judged = opinions.satisfied + opinions.unsatisfied
    return {**points, 7: average(MOST_POINTS * opinions.satisfied, judged)}


def _computed(session: Session, period: Period) -> dict[str, Points]:
    """Return by agency code what the record tells, but for index 7."""
    comparison = comparison_of(session, period.last)
    results = scoring.work(session, period, comparison, Assessed.AGENCY)
    times = scoring.agency_times(session, period, comparison, Assessed.AGENCY)
    asked = scoring.answered(session, period)
    procedures = scoring.procedure_counts(session, period)
    dossiers = scoring.online_dossiers(session, period, comparison)
    found: dict[str, Points] = {}
    for code in {*results, *times, *asked, *procedures, *dossiers} - {""}:
        done = results.get(code, scoring.WorkSums(0, 0, 0))
        counted = procedures.get(code, scoring.ProcedureCounts())
        came = dossiers.get(code, scoring.OnlineDossiers())
        given, opinions = asked.get(code, (0, 0))
        online = Online(counted.all, counted.online, came.received, came.online, came.late)
        found[code] = {
            1: average(done.time_points, done.results),
            2: average(*times.get(code, (0, 0))),
            3: average(done.contact_points, done.results),
            4: None,
            5: spot_points(counted.on_the_spot, counted.all),
            6: None,
            7: None,
            8: answer_points(opinions, given),
            9: online_points(online),
        }
    return found


def of_quarter(session: Session, period: Period, words: Words, _progress: Progress) -> Rows:
    """Return mẫu 03: every agency with its nine indices, total, grade and rank."""
    found = assessments(session, period)
    cards = [one.card for one in found]
    ranks = places([card.total for card in cards])
    rows: list[Row] = [
        {
            "position": position,
            "agency": one.agency.name,
            "slips": one.opinions.total,
            **_cells(card.points),
            "total": card.total,
            "grade": _grade(card, words),
            "rank": rank,
            **one.shares(),
            "missing": _missing(card),
        }
        for position, (one, card, rank) in enumerate(zip(found, cards, ranks, strict=True), start=1)
    ]
    return Rows(tuple(rows))


def _cells(points: Mapping[int, Decimal | None]) -> dict[str, Cell]:
    return {f"index_{index}": one for index, one in points.items()}


def _grade(card: ScoreCard, words: Words) -> str:
    return "" if card.grade is None else words["grades"][card.grade]


def _missing(card: ScoreCard) -> str:
    return ", ".join(map(str, card.missing))


def of_agencies(session: Session, period: Period, words: Words, _progress: Progress) -> Rows:
    """Return mẫu 02 of every agency: what it gives itself, and what it is given."""
    rows: list[Row] = []
    strong: list[int] = []
    for one in assessments(session, period):
        rows += [_line(one, index, words) for index in INDICES]
        strong.append(len(rows))
        rows += _sums(one, words)
    return Rows(tuple(rows), strong=frozenset(strong))


def _line(one: Assessment, index: int, words: Words) -> Row:
    appraised, own = (one.given.get((index, mark)) for mark in (Mark.APPRAISED, Mark.SELF))
    last = appraised or own
    return {
        "agency": one.agency.name,
        "position": index,
        "index": words["indices"][str(index)],
        "most": Decimal(MOST_POINTS),
        "self": _points(own),
        "computed": one.computed[index],
        "appraised": one.counted(index),
        "by": "" if last is None else last.officer_name,
        "at": None if last is None else last.at,
        "why": "" if last is None else last.reason,
    }


def _sums(one: Assessment, words: Words) -> list[Row]:
    card, said = one.card, words["words"]
    came_to = said["missing"].format(indices=_missing(card))
    if card.grade is not None:
        came_to = said["graded"].format(grade=_grade(card, words))
    shares = {name: told(part, CellKind.SHARE) for name, part in one.shares().items()}
    return [
        {
            "agency": one.agency.name,
            "index": said["total"],
            "most": Decimal(MOST_POINTS * len(INDICES)),
            "self": one.own_card.total,
            "appraised": card.total,
            "why": came_to,
        },
        {"agency": one.agency.name, "index": said["satisfaction"].format(**shares)},
    ]


def of_dossiers(session: Session, period: Period, words: Words, _progress: Progress) -> Rows:
    """Return mẫu 01: the results of each agency with their points, and the averages."""
    scores = scoring.dossier_scores(session, period, comparison_of(session, period.last))
    by_agency: dict[str, list[scoring.DossierScore]] = {}
    for one in scores:
        by_agency.setdefault(one.agency_code, []).append(one)
    rows: list[Row] = []
    subjects: list[UUID | None] = []
    strong: list[int] = []
    for agency in report_figures.reported_agencies(session, period, {*by_agency}):
        some = by_agency.get(agency.code, [])
        rows += [
            {
                "position": position,
                "agency": agency.name,
                "number": one.number,
                "procedure": one.procedure_name,
                **_cells(one.points),
            }
            for position, one in enumerate(some, start=1)
        ]
        subjects += [one.subject for one in some]
        if some:
            strong.append(len(rows))
            rows.append(_averages(agency, some, words["words"]["average"]))
            subjects.append(None)
    return Rows(tuple(rows), subjects=tuple(subjects), strong=frozenset(strong))


def _averages(agency: AgencyRow, some: list[scoring.DossierScore], name: str) -> Row:
    points = {}
    for index in DOSSIER_INDICES:
        tenths = [int(10 * one) for score in some if (one := score.points[index]) is not None]
        # tenths of tenths would be cut twice
        points[index] = average(sum(tenths), 10 * len(tenths))
    return {"agency": agency.name, "procedure": name, **_cells(points)}


def of_officers(session: Session, period: Period, _words: Words, _progress: Progress) -> Rows:
    """Return the officers who took in what had its result in the period: 10 points at most."""
    comparison = comparison_of(session, period.last)
    results = scoring.work(session, period, comparison, Assessed.OFFICER)
    times = scoring.agency_times(session, period, comparison, Assessed.OFFICER)
    manners = scoring.manners_of_officers(session, period)
    given = scoring.entered(session, period, Assessed.OFFICER)
    appraised = {
        (code, index): one.points
        for (code, index, mark), one in given.items()
        if mark is Mark.APPRAISED
    }
    names = names_of(session, {*results, *manners, *(login for login, _index in appraised)})
    logins = sorted(names, key=lambda login: (names[login], login))
    cards: list[ScoreCard] = []
    for login in logins:
        done = results.get(login, scoring.WorkSums(0, 0, 0))
        points: Points = {
            1: average(done.time_points, done.results),
            2: average(*times.get(login, (0, 0))),
            3: average(done.contact_points, done.results),
            4: None,
            7: average(*manners.get(login, (0, 0))),
        }
        for index in OFFICER_INDICES:
            points[index] = appraised.get((login, index), points[index])
        cards.append(ScoreCard(points))
    ranks = places([card.total for card in cards])
    rows: list[Row] = [
        {
            "officer": names[login],
            "results": results[login].results if login in results else 0,
            **_cells(card.points),
            "total": card.total,
            "rank": rank,
            "missing": _missing(card),
        }
        for login, card, rank in zip(logins, cards, ranks, strict=True)
    ]
    return Rows(tuple(rows))

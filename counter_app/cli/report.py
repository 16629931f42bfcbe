"""Commands for reports: which there are, and the report of a period as a file."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from counter_app.cli.answers import Answer, Terminal, today
from counter_app.cli.at_centre import URL_VARIABLE, centre_of
from counter_app.errors import CounterError

if TYPE_CHECKING:
    from counter_app.domain.reporting import Period
    from counter_app.store.engine import Session

_MANUAL = """\
The period is --from DAY --to DAY, both included, --month YYYY-MM (from the 16th of the month
before to the 15th), --quarter YYYY-N, or the newest month of the report that is over; for scores
the newest quarter. A dossier counts by the moment of its acts in +07:00; a period asked again gives
the same figures.

--format json gives one object:
  report, from, to    "monthly" and the two days
  agencies            a list in the centre's order, each with
      agency (its code), name, received_total, carried_over, received_new, resolved_total,
      resolved_early, resolved_on_time, resolved_late, pending_total, pending_in_time,
      pending_overdue, returned, online, level_3_4
  total               the same figures of all agencies
  percent             the same names, as texts with two places ("97.37"); "0.00" where there is
      nothing to divide by. carried_over, received_new, resolved_total, pending_total, returned and
      online are shares of received_total; resolved_* of resolved_total; pending_* of
      pending_total; level_3_4 is online divided by level_3_4
  opinions            Phụ lục II: agencies, total, percent, each with satisfied_service,
      satisfied_attitude, unsatisfied_skill, unsatisfied_time, comments, total
  compared            period_before and year_before, with from, to, total, percent, opinions
  closed              null, or at, officer and changes (agency, figure, handed_in, now) since
      the period was closed with `report close`
  late_causes, visits, data_up_to (a list of seat and at)

received_total = carried_over + received_new = resolved_total + pending_total + returned, where
returned counts dossiers their owners took back; announced and refused ones are in no figure.
online counts what was received online in the period, level_3_4 all of the period's dossiers
whose service is of level 3 or 4. By the day (the default), a dossier due on the last day is in
time. If the figures of a row do not add up, there is no report, and the dossiers are named.
"""


_FILES = ("xlsx", "docx", "pdf")
_LISTS = {
    "late": "late dossiers by cause, with their letters of apology",
    "unsatisfied": "dossiers whose citizens were not satisfied, by officer",
    "officers": "work of each officer at each seat",
    "fees": "phí and lệ phí by agency, procedure and way of paying",
    "waiting": "results that nobody has collected",
    "channels": "online, by post, on the spot",
    "form_06a": "Biểu II.06a/VPCP/KSTT",
    "form_07b": "Biểu II.07b/VPCP/KSTT",
    "scoring": "mẫu 03: the nine indices of each agency, total, grade and rank",
    "scoring_dossiers": "mẫu 01: the points of each result",
    "scoring_agencies": "mẫu 02: what agencies give themselves, and what they are given",
    "scoring_officers": "the five indices of each officer",
    "year": "the months of a period beside each other",
}


_UNTOLD = object()
"""Points the command line does not speak of; None takes back what was given."""
_OF_QUARTERS = {"score", *(name for name in _LISTS if name.startswith("scoring"))}
"""What speaks of the newest quarter where no period is told."""
_OF_PEOPLE = {"late", "unsatisfied", "waiting"}
"""Reports that name citizens: who takes one out is noted."""
_WRITTEN = ("json", "csv", "xlsx", "pdf")


@dataclass(eq=False)
class NoSuchFile(CounterError):
    """the report {report} cannot be written as {kind}"""

    report: str
    kind: str


@dataclass(eq=False)
class WhoseScore(CounterError):
    """say whose points they are: either --agency or --of-officer"""


@dataclass(eq=False)
class BadPeriod(CounterError):
    """the report ends on {last}, before it begins on {first}"""

    first: date
    last: date


def add_commands(commands: Any) -> None:
    """Add this module's commands to the parser."""
    report = commands.add_parser("report", help="reports of a period, as files")
    acts = report.add_subparsers(required=True, metavar="REPORT")

    listed = acts.add_parser("list", help="which reports there are")
    listed.set_defaults(run=_list)

    monthly = acts.add_parser(
        "monthly",
        help="the monthly report with Phụ lục I and II",
        epilog=_MANUAL,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _add_period(monthly)
    monthly.add_argument(
        "--format", choices=("json", "csv", *_FILES), help="by default that of FILE"
    )
    monthly.set_defaults(run=_monthly, report="monthly")
    close = acts.add_parser("close", help="hand the monthly figures in: later changes are shown")
    _add_days(close)
    close.add_argument("--officer", metavar="LOGIN", required=True, help="a supervisor")
    close.set_defaults(run=_close, report="close")

    score = acts.add_parser("score", help="give the points of an index, with the reason why")
    _add_days(score)
    score.add_argument("--agency", metavar="CODE", help="whose points; or --of-officer")
    score.add_argument("--of-officer", dest="of_officer", metavar="LOGIN")
    score.add_argument("--index", type=int, required=True, metavar="1-9")
    score.add_argument("--self", dest="own", type=_points, default=_UNTOLD, help="self score")
    given = "the assessor's, 0 to 2; - takes back what was given"
    score.add_argument("--points", type=_points, default=_UNTOLD, help=given)
    score.add_argument("--why", required=True, metavar="TEXT")
    score.add_argument("--officer", metavar="LOGIN", required=True, help="a supervisor")
    score.set_defaults(run=_score, report="score")

    for name, words in _LISTS.items():
        one = acts.add_parser(name, help=words)
        _add_period(one)
        one.add_argument("--format", choices=_WRITTEN, help="by default FILE's")
        one.set_defaults(run=_table, report=name)


def _add_days(command: argparse.ArgumentParser) -> None:
    command.add_argument("--from", dest="first", type=date.fromisoformat, metavar="DAY")
    command.add_argument("--to", dest="last", type=date.fromisoformat, metavar="DAY")
    named = command.add_mutually_exclusive_group()
    named.add_argument("--month", type=_month, metavar="YYYY-MM", help="named by its last day")
    named.add_argument("--quarter", type=_quarter, metavar="YYYY-N", help="three such months")


def _add_period(command: argparse.ArgumentParser) -> None:
    _add_days(command)
    command.add_argument("--out", type=Path, metavar="FILE")
    command.add_argument(
        "--centre",
        dest="centre_url",
        nargs="?",
        const="",
        metavar="URL",
        help=f"ask the centre's PostgreSQL; without URL the one in {URL_VARIABLE}",
    )


def _month(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", text)
    if found is None:
        raise argparse.ArgumentTypeError(f"{text} is not a month such as 2021-02")
    return int(found[1]), int(found[2])


def _quarter(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{4})-([1-4])", text)
    if found is None:
        raise argparse.ArgumentTypeError(f"{text} is not a quarter such as 2021-1")
    return int(found[1]), int(found[2])


def _points(text: str) -> Decimal | None:
    """Return points; None for "-", which takes them back."""
    if text == "-":
        return None
    try:
        return Decimal(text.replace(",", "."))
    except ArithmeticError as error:
        raise argparse.ArgumentTypeError(f"{text} are no points such as 1.5") from error


def period_of(arguments: argparse.Namespace) -> Period:
    """Return the period the command line names. Raises BadPeriod."""
    from counter_app.domain.reporting import (
        Period,
        last_month,
        last_quarter,
        quarter,
        report_month,
    )

    if arguments.month:
        usual = report_month(*arguments.month)
    elif arguments.quarter:
        usual = quarter(*arguments.quarter)
    else:
        of_quarter = arguments.report in _OF_QUARTERS
        usual = (last_quarter if of_quarter else last_month)(today())
    first, last = arguments.first or usual.first, arguments.last or usual.last
    if last < first:
        raise BadPeriod(first, last)
    return Period(first, last)


@contextmanager
def _asked(arguments: argparse.Namespace) -> Iterator[Session]:
    """A transaction on the counter's file, or at the centre."""
    from counter_app.bootstrap import opened_desk
    from counter_app.cli.audit import noted

    if arguments.centre_url is not None:
        # `--centre` alone means the URL of the environment
        with centre_of(arguments).reading() as session:
            yield session
    else:
        with opened_desk(arguments.home) as desk:
            leaves = _format(arguments) != "json" or arguments.out is not None
            if leaves and arguments.report in _OF_PEOPLE:
                with noted(desk, arguments.out or Path(arguments.report)):
                    pass
            with desk.store.reading() as session:
                yield session


def _list(_arguments: argparse.Namespace) -> Answer:
    from counter_app.reports.lists import REPORTS

    titles = {"monthly": "Báo cáo tháng, Phụ lục I và Phụ lục II"}
    titles |= {name: report.form.title for name, report in REPORTS.items()}
    lines = [f"{name:{max(map(len, titles))}} {title}" for name, title in titles.items()]
    reports = [{"name": name, "title": title} for name, title in titles.items()]
    return Answer({"reports": reports}, tuple(lines))


def _monthly(arguments: argparse.Namespace) -> Answer:
    from counter_app.reports import monthly, monthly_files

    period = period_of(arguments)
    form = _format(arguments)
    with _asked(arguments) as session:
        report = monthly.monthly(session, period)
        if form == "json":
            return _told(arguments, monthly.record(report))
        path = arguments.out or Path(f"monthly_{period.first}_{period.last}.{form}")
        if form == "csv":
            rows = monthly_files.write_csv(path, report)
            return Answer({"file": str(path), "rows": rows}, (str(path),))
        made = monthly_files.made(session, report, form, today())
    return _written(path, made)


def _close(arguments: argparse.Namespace) -> Answer:
    from counter_app.bootstrap import opened_desk
    from counter_app.cli.seat import signed_in
    from counter_app.usecases.periods import close_period

    period = period_of(arguments)
    with opened_desk(arguments.home) as desk:
        acting = desk.served_by(signed_in(desk, arguments.officer))
        closing = close_period(acting, period)
    record = {"from": period.first, "to": period.last, "at": closing.closed_at}
    return Answer(record, (f"{period.first} to {period.last} closed at {closing.closed_at:%H:%M}",))


def _score(arguments: argparse.Namespace) -> Answer:
    from counter_app.bootstrap import opened_desk
    from counter_app.cli.seat import signed_in
    from counter_app.domain.scoring import Assessed, Mark
    from counter_app.usecases.scores import Score, enter_score

    if (arguments.agency is None) == (arguments.of_officer is None):
        raise WhoseScore
    assessed = Assessed.AGENCY if arguments.agency else Assessed.OFFICER
    marks = {
        mark: points
        for mark, points in ((Mark.SELF, arguments.own), (Mark.APPRAISED, arguments.points))
        if points is not _UNTOLD
    }
    period, code = period_of(arguments), arguments.agency or arguments.of_officer
    with opened_desk(arguments.home) as desk:
        acting = desk.served_by(signed_in(desk, arguments.officer))
        score = Score(assessed, code, period, arguments.index, marks, arguments.why)
        enter_score(acting, score)
    told = {mark.value: None if one is None else str(one) for mark, one in marks.items()}
    record = {"assessed": code, "index": arguments.index, **told}
    return Answer(record, (f"{code}, index {arguments.index}: {told}",))


def _format(arguments: argparse.Namespace) -> str:
    """Return the kind of file that was asked for, or that the file's name tells."""
    if arguments.format:
        return str(arguments.format)
    suffix = "" if arguments.out is None else arguments.out.suffix.lower().removeprefix(".")
    return suffix if suffix in {*_FILES, "csv"} else "json"


def _told(arguments: argparse.Namespace, record: dict[str, Any]) -> Answer:
    """Write the record, or say it on standard output."""
    text = json.dumps(record, ensure_ascii=False, indent=2)
    if arguments.out is None:
        return Answer(record, (text,))
    return _written(arguments.out, f"{text}\n".encode())


def _written(path: Path, made: bytes) -> Answer:
    from counter_app.exchange.whole_file import write

    write(path, made)
    return Answer({"file": str(path)}, (str(path),))


def _table(arguments: argparse.Namespace) -> Answer:
    from counter_app.reports.lists import REPORTS
    from counter_app.reports.table_files import WRITERS
    from counter_app.reports.tables import record

    period, form = period_of(arguments), _format(arguments)
    if form not in _WRITTEN:
        raise NoSuchFile(arguments.report, form)
    with _asked(arguments) as session:
        table = REPORTS[arguments.report].made(session, period, Terminal())
    if form == "json":
        return _told(arguments, record(table))
    path = arguments.out or Path(f"{arguments.report}_{period.first}_{period.last}.{form}")
    rows = WRITERS[form](path, table)
    return Answer({"file": str(path), "rows": rows}, (f"{rows} rows: {path}",))

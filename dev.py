#!/usr/bin/env python3
"""Everything a developer does, as verbs: python3 dev.py <verb> [more words for the tool].

Needs Python 3.11 or later and nothing else. The first verb makes `.venv` beside this file and fills
it from the hash-locked `requirements.lock`; your own Python is never touched. Missing system
libraries are installed where that needs no question (Debian and Ubuntu, as root or with sudo that
asks for no password), otherwise the one line that would is printed.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

OLDEST = (3, 11)
if sys.version_info < OLDEST:
    sys.exit(f"Python 3.{OLDEST[1]} or later is needed; this is {sys.version.split()[0]}")

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
LOCK = ROOT / "requirements.lock"
Word = str | Path

# Debian package → the shared library, program or file that proves it is there.
QT = {
    "libglib2.0-0": "libglib-2.0.so.0",
    "libegl1": "libEGL.so.1",
    "libgl1": "libGL.so.1",
    "libdbus-1-3": "libdbus-1.so.3",
    "libfontconfig1": "libfontconfig.so.1",
    "libxkbcommon0": "libxkbcommon.so.0",
}
WINDOW = {
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-shape0": "libxcb-shape.so.0",
}
TESTS = {
    "libzbar0": "libzbar.so.0",
    "xvfb": "Xvfb",
    "postgresql": "initdb",
    "cups": "/usr/lib/cups/backend/socket",
    "cups-client": "lpadmin",
    "libreoffice-writer-nogui": "/usr/lib/libreoffice/program/libswlo.so",
    "libreoffice-calc-nogui": "/usr/lib/libreoffice/program/libsclo.so",
}
FREEZING = {"binutils": "objdump"}
if sys.base_prefix == "/usr":  # the distribution's own Python comes without its library
    _name = f"libpython3.{sys.version_info.minor}"
    FREEZING[_name] = f"{_name}.so.1.0"


def run(words: Sequence[str]) -> int:
    """Open the window on a demonstration centre; without a display do the same job offscreen."""
    seen = sys.platform != "linux" or has_display()
    need(QT | WINDOW if seen else QT)
    offscreen = [] if seen or "--offscreen" in words else ["--offscreen"]
    return call(environment(), "-m", "counter_app", "demo", *offscreen, *words)


def test(words: Sequence[str]) -> int:
    """Run the tests; further words go to pytest."""
    need(QT | WINDOW | TESTS)
    python = environment()
    # Windows in a run of their own: they leave objects behind whose events later tests would serve.
    # A module stays with one worker: what its fixtures start is started once.
    together = ["--numprocesses=auto", "--maxprocesses=4", "--dist=loadfile"]
    runs = [words] if words else [[*together, "--ignore=tests/ui"], [*together, "tests/ui"]]
    return failure([call(python, "-m", "pytest", *run) for run in runs])


def lint(words: Sequence[str]) -> int:
    """Check style, format, types and import contracts; --fix mends what ruff can."""
    python = environment()
    fix = "--fix" in words
    return failure(
        [
            call(python, "-m", "ruff", "check", *(["--fix"] if fix else []), "."),
            call(python, "-m", "ruff", "format", *([] if fix else ["--check"]), "."),
            call(python, "-m", "mypy"),
            call(script("lint-imports")),
        ]
    )


def bench(words: Sequence[str]) -> int:
    """Measure against the limits and print the table; further words choose the benchmarks."""
    need(QT)
    return call(environment(), "-m", "tests.benchmarks", *words)


def build(words: Sequence[str]) -> int:
    """Build the wheel and the frozen application into dist/, and try the frozen one."""
    need(QT | WINDOW | FREEZING)
    python = environment()
    recipe = ROOT / "installer" / "counter.spec"
    steps: list[list[Word]] = [
        [python, "-m", "build", "--wheel", "--no-isolation"],
        [python, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *words, recipe],
        [python, ROOT / "installer" / "smoke.py", ROOT / "dist" / "counter-app"],
    ]
    return failure(call(*step) for step in steps)


def lock(words: Sequence[str]) -> int:
    """Write requirements.lock anew for all platforms; --upgrade takes the newest versions.

    With --check nothing is written: the answer is whether it would be another.
    """
    checks = "--check" in words
    words = [word for word in words if word != "--check"]
    python = environment()
    what = "pip compile pyproject.toml --extra demo --group dev --universal --generate-hashes"
    # neither the registry nor the machine leaves a trace in the file
    bare = "--quiet --no-header --no-annotate --no-emit-index-url --no-emit-find-links"
    oldest = ["--python-version", ".".join(map(str, OLDEST))]
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / LOCK.name
        shutil.copy(LOCK, fresh)
        command: list[Word] = [python, "-m", "uv", *what.split(), *bare.split(), *oldest, *words]
        code = call(*command, "--output-file", fresh)
        if code != 0:
            return code
        made = "# Made by: dev.py lock\n" + fresh.read_text("utf-8")
    if checks:
        is_same = made == LOCK.read_text("utf-8")
        print("the lock stands" if is_same else "locking again would change requirements.lock")
        return 0 if is_same else 1
    LOCK.write_text(made, "utf-8")
    return 0


def sbom(_words: Sequence[str]) -> int:
    """Write the bill of materials, dist/counter-app.cdx.json."""
    return call(environment(), ROOT / "installer" / "sbom.py", ROOT / "dist/counter-app.cdx.json")


def translations(_words: Sequence[str]) -> int:
    """Collect the window's texts into the .ts files and compile them into .qm."""
    need(QT)
    environment()
    folder = ROOT / "resources" / "translations"
    texts = sorted((ROOT / "ui").rglob("*.py"))
    gather: list[Word] = ["-no-obsolete", "-locations", "none", *texts]
    gathered = call(script("pyside6-lupdate"), *gather, "-ts", folder / "counter_vi.ts")
    compiled = [
        call(script("pyside6-lrelease"), "-silent", catalogue)
        for catalogue in sorted(folder.glob("*.ts"))
    ]
    return failure([gathered, *compiled])


VERBS: Mapping[str, Callable[[Sequence[str]], int]] = {
    verb.__name__: verb for verb in (run, test, lint, bench, build, lock, sbom, translations)
}


def environment() -> Path:
    """Return the Python of `.venv`, which is made or brought up to date first."""
    python = BIN / ("python.exe" if os.name == "nt" else "python")
    # a virtual environment knows its place and its Python, and does not survive a change of either
    made = digest(str(ROOT), sys.version)
    filled = digest(made, LOCK.read_text("utf-8"))
    installed = digest(filled, (ROOT / "pyproject.toml").read_text("utf-8"))
    if stamp("made") != made or not python.exists():
        need({f"python3.{sys.version_info.minor}-venv": "ensurepip"})
        say("making .venv")
        must(sys.executable, "-m", "venv", "--clear", VENV)
        stamp("made", made)
    install = (python, "-m", "pip", "install", "--quiet", "--no-input", "--no-deps")
    if stamp("filled") != filled:
        say("installing what requirements.lock names")
        must(*install, "--only-binary", ":all:", "--require-hashes", "-r", LOCK)
        stamp("filled", filled)
    if stamp("installed") != installed:
        must(*install, "--no-build-isolation", "--editable", ROOT)
        stamp("installed", installed)
    return python


def stamp(name: str, value: str | None = None) -> str:
    """Return what was noted under `name` in `.venv`, after noting `value` if one is given."""
    file = VENV / f"{name}.stamp"
    if value is not None:
        file.write_text(value, "ascii")
    return file.read_text("ascii") if file.exists() else ""


def digest(*parts: str) -> str:
    """Return the SHA-256 of the parts, in hex."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def need(packages: Mapping[str, str]) -> None:
    """Install the Debian packages that are missing, or leave with the line that would."""
    if sys.platform != "linux":
        return
    missing = [package for package, proof in packages.items() if not present(proof)]
    if not missing:
        return
    line = ["apt-get", "install", "--yes", "--quiet", "--no-install-recommends", *missing]
    leave = root_prefix()
    if shutil.which("apt-get") is None or leave is None:
        proofs = " ".join(packages.get(package, package) for package in missing)
        sys.exit(f"Missing: {proofs}\nOn Debian or Ubuntu: sudo {' '.join(line)}")
    say(f"installing {' '.join(missing)}")
    quiet = [*leave, "env", "DEBIAN_FRONTEND=noninteractive"]
    if call(*quiet, *line) != 0:  # the package lists may be absent or old
        must(*quiet, "apt-get", "update", "--quiet")
        must(*quiet, *line)


def present(proof: str) -> bool:
    """Tell whether a shared library loads, or a program or module stands where Debian puts it."""
    if ".so." in proof:
        try:
            ctypes.CDLL(proof)
        except OSError:
            return False
        return True
    if proof.startswith("/"):
        return Path(proof).exists()
    places = ["/usr/sbin", *map(str, Path("/usr/lib/postgresql").glob("*/bin"))]
    found = shutil.which(proof, path=os.pathsep.join([os.defpath, *places]))
    return found is not None or importlib.util.find_spec(proof) is not None


def root_prefix() -> list[str] | None:
    """Return the words before a command that make it run as root, None where root would ask."""
    if sys.platform == "win32" or os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    asked = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return ["sudo", "-n"] if asked.returncode == 0 else None


def has_display() -> bool:
    """Tell whether a window could be seen on this Linux."""
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def script(name: str) -> Path:
    """Return the path of a program that a package put into `.venv`."""
    return BIN / (f"{name}.exe" if os.name == "nt" else name)


def call(*words: Word) -> int:
    """Run a command in the project's folder and return its exit code; it alone is interrupted."""
    inherited = {key: value for key, value in os.environ.items() if key != "PYTHONHOME"}
    surroundings = inherited | {
        "PATH": os.pathsep.join([str(BIN), os.environ.get("PATH", os.defpath)]),
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PYTHONNOUSERSITE": "1",
        "VIRTUAL_ENV": str(VENV),
    }
    child = subprocess.Popen([str(word) for word in words], cwd=ROOT, env=surroundings)
    signal.signal(signal.SIGTERM, lambda _number, _frame: child.terminate())
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:
            continue


def failure(codes: Iterable[int]) -> int:
    """Return the first exit code that tells of a failure, 0 without one; take none after it."""
    return next((code for code in codes if code), 0)


def must(*words: Word) -> None:
    """Run a command and leave when it fails."""
    code = call(*words)
    if code != 0:
        sys.exit(f"{Path(words[0]).name} ended with exit code {code}: {' '.join(map(str, words))}")


def say(what: str) -> None:
    """Tell the developer what takes a while."""
    print(f"dev.py: {what}", flush=True)


def main(words: Sequence[str]) -> int:
    """Run the verb that the first word names."""
    if words and words[0] in VERBS:
        return VERBS[words[0]](words[1:])
    print(__doc__)
    for name, verb in VERBS.items():
        print(f"  {name:<13} {(verb.__doc__ or '').splitlines()[0]}")
    return 0 if not words or words[0] in {"-h", "--help", "help"} else 2


if __name__ == "__main__":
    if sys.version_info < OLDEST:
        sys.exit(
            f"Python {OLDEST[0]}.{OLDEST[1]} or later is needed; this is {sys.version.split()[0]}"
        )
    sys.exit(main(sys.argv[1:]))

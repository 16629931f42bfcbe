import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCK = (ROOT / "requirements.lock").read_text("utf-8").replace("\\\n", " ").splitlines()
LOCKED = [line.partition("--hash")[0].strip() for line in LOCK if not line.startswith("#")]


def named() -> list[Requirement]:
    """Return everything that pyproject.toml asks for."""
    project = PROJECT["project"]
    extras = [line for lines in project["optional-dependencies"].values() for line in lines]
    groups = [line for lines in PROJECT["dependency-groups"].values() for line in lines]
    asked = [*project["dependencies"], *extras, *groups, *PROJECT["build-system"]["requires"]]
    return [Requirement(line) for line in asked]


def test_the_lock_holds_what_the_project_asks_for():
    versions: dict[str, list[str]] = {}
    for requirement in map(Requirement, LOCKED):
        pinned = next(iter(requirement.specifier)).version
        versions.setdefault(canonicalize_name(requirement.name), []).append(pinned)
    unmet = [
        str(asked)
        for asked in named()
        if not versions.get(canonicalize_name(asked.name))
        or not all(map(asked.specifier.contains, versions[canonicalize_name(asked.name)]))
    ]
    assert unmet == []


def test_every_line_of_the_lock_carries_its_hashes():
    assert [
        line for line in LOCK if not line.startswith("#") and "--hash=sha256:" not in line
    ] == []

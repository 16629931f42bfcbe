"""What the program ships with: every part named, of a licence it may have."""

from __future__ import annotations

import json
import re
import sys
from importlib.metadata import distributions
from pathlib import Path

import pytest
from packaging.utils import canonicalize_name

from installer import sbom

ROOT = Path(__file__).parents[2]
TOOLS = {
    "hypothesis": "MPL-2.0",
    "pathspec": "MPL-2.0",
    "pyinstaller": "GPL-2.0 with an exception for what it freezes",
    "pyinstaller-hooks-contrib": "Apache-2.0 for what runs in the build",
}
"""Tools of developers under other licences; nothing of theirs is shipped."""


def test_everything_shipped_has_a_licence_it_may_have():
    wrong = {
        name: sbom.licence(one)
        for name, one in sbom.shipped().items()
        if not sbom.is_allowed(sbom.licence(one))
    }
    assert wrong == {}


def test_no_tool_under_another_licence_is_shipped():
    assert not TOOLS.keys() & sbom.shipped().keys()


def test_the_licences_allowed_are_those_told_to_contributors():
    told = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    (line,) = re.findall(r"^Allowed in what is shipped: (.+?)\.$", told, re.MULTILINE | re.DOTALL)
    assert set(re.findall(r"`([^`]+)`", line)) == sbom.ALLOWED


@pytest.mark.parametrize(
    ("expression", "allowed"),
    [
        ("MIT", True),
        ("LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only", True),
        ("GPL-3.0-only", False),
        ("MIT AND GPL-3.0-only", False),
        ("BSD-3-Clause AND Apache-2.0", True),
        ("", False),
        ("LicenseRef-Commercial", False),
    ],
)
def test_a_choice_must_be_allowed_as_a_whole(expression, allowed):
    assert sbom.is_allowed(expression) is allowed


def test_the_bill_names_every_part_with_version_hashes_and_licence():
    bill = json.loads(sbom.text())
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    parts = {part["bom-ref"]: part for part in bill["components"]}
    assert len(parts) == len(bill["components"])
    names = {part["name"].lower() for part in parts.values()}
    assert {"sqlalchemy", "psycopg-binary", "pyside6_essentials", "sqlite", "qt", "libpq"} <= names
    assert not names & {"pytest", "pyinstaller", "mypy"}
    for part in parts.values():
        assert part["version"] and part["licenses"][0]["expression"], part["name"]
        if part["purl"].startswith("pkg:pypi/"):
            (file,) = part["externalReferences"]
            assert file["hashes"]
    for need in bill["dependencies"]:
        assert set(need["dependsOn"]) <= parts.keys()


def test_the_same_lock_gives_the_same_bill():
    assert sbom.text() == sbom.text()
    assert str(ROOT) not in sbom.text() and sys.prefix not in sbom.text()


def test_what_is_installed_is_what_the_lock_says():
    known = sbom.locked()
    other = {
        name: one.version
        for one in distributions()
        if (name := canonicalize_name(one.metadata["Name"])) in known
        and known[name].version != one.version
    }
    assert other == {}


def test_another_version_than_the_lock_says_is_told(monkeypatch):
    wrong = {name: sbom.Locked("0", ()) for name in sbom.locked()}
    monkeypatch.setattr(sbom, "locked", lambda: wrong)
    with pytest.raises(sbom.Unlocked):
        sbom.bill()

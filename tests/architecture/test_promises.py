"""Every test that a promise names is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NAMED = re.compile(r"`(test_\w+)`")
FILES = re.compile(r"`(tests/[\w/]+\.py)`")
PAPERS = ("README.md", "docs/SECURITY.md")


def known_tests() -> set[str]:
    found: set[str] = set()
    for path in (ROOT / "tests").rglob("test_*.py"):
        found.update(
            re.findall(r"^\s*(?:async )?def (test_\w+)", path.read_text("utf-8"), re.MULTILINE)
        )
    return found


@pytest.mark.parametrize("paper", PAPERS)
def test_what_a_promise_names_is_there(paper):
    text = (ROOT / paper).read_text("utf-8")
    promised = set(NAMED.findall(text))
    assert promised
    assert promised - known_tests() == set()
    assert [name for name in FILES.findall(text) if not (ROOT / name).is_file()] == []


def test_each_security_promise_names_its_test():
    text = (ROOT / "docs/SECURITY.md").read_text("utf-8")
    tables = re.findall(r"^\| promise \| test \|\n\|[-|]+\|\n((?:\|.*\|\n)+)", text, re.MULTILINE)
    rows = [row for table in tables for row in table.splitlines()]
    assert len(rows) > 30
    assert [row for row in rows if not NAMED.search(row)] == []

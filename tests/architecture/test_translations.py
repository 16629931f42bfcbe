"""Every text of the window stands in the Vietnamese catalogue, and is finished there."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).parents[2]
CATALOGUE = ROOT / "resources" / "translations" / "counter_vi.ts"


def messages() -> dict[tuple[str, str], ElementTree.Element]:
    contexts = ElementTree.parse(CATALOGUE).getroot().findall("context")
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message
        for context in contexts
        for message in context.findall("message")
    }


def literal(word: ast.expr) -> str:
    return word.value if isinstance(word, ast.Constant) and isinstance(word.value, str) else ""


def texts() -> Iterator[tuple[str, str, str]]:
    """Yield (place, context, text); the context is "" where it is the class."""
    for path in sorted((ROOT / "ui").rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(call, ast.Call):
                continue
            called = call.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            place = f"{path.relative_to(ROOT)}:{call.lineno}"
            if name == "tr" and call.args and literal(call.args[0]):
                yield place, "", literal(call.args[0])
            elif name in {"translate", "QT_TRANSLATE_NOOP"} and literal(call.args[0]):
                yield place, literal(call.args[0]), literal(call.args[1])


def test_every_text_of_the_window_was_collected():
    known = {*messages()}
    sources = {source for _, source in known}
    missed = [
        (place, text)
        for place, context, text in texts()
        if text and ((context, text) not in known if context else text not in sources)
    ]
    assert missed == []


def test_every_text_is_translated():
    unfinished = [
        named
        for named, message in messages().items()
        if (told := message.find("translation")) is None
        or told.get("type") is not None
        or not "".join(told.itertext()).strip()
        or any(not form.text for form in told.findall("numerusform"))
    ]
    assert unfinished == []

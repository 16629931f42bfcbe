"""The common header of all forms (Decree 30/2020/NĐ-CP): letterhead, state, place and date."""

from __future__ import annotations

from datetime import date

from counter_app.documents.blocks import (
    Align,
    Block,
    Column,
    Columns,
    Rule,
    Text,
    bold,
    italic,
    regular,
)
from counter_app.documents.forms import common
from counter_app.documents.wording import date_text
from counter_app.domain.receipt import Letterhead


def heading(letterhead: Letterhead, on: date) -> Columns:
    """Return the two columns, 45 % and 55 % of the width."""
    words = common().header
    left: tuple[Block, ...] = (
        Text((regular(letterhead.superior),), Align.CENTRE, with_next=True),
        Text((bold(letterhead.office),), Align.CENTRE),
        Rule(share=0.35),
    )
    right: tuple[Block, ...] = (
        Text((bold(words.state),), Align.CENTRE, one_line=True),
        Text((bold(words.motto),), Align.CENTRE, size=1.05),
        Rule(share=0.6),
        Text((italic(f"{letterhead.place}, {date_text(on)}"),), Align.CENTRE, before=0.4),
    )
    return Columns((Column(45, left), Column(55, right)), gap=0.5)


def signature(title: str, note: str, name: str, room: float) -> tuple[Block, ...]:
    """Return a caption, `room` ems of space to sign, and the name."""
    return (
        Text((bold(title),), Align.CENTRE, one_line=True),
        Text((italic(note),), Align.CENTRE, size=0.9),
        Text((bold(name),), Align.CENTRE, before=room),
    )

"""The catalogue of the demonstration centre, read as any other."""

from __future__ import annotations

from counter_app.exchange.catalogue.jsonl import parse_lines
from counter_app.exchange.catalogue.names import agencies_by_name
from counter_app.exchange.catalogue.problems import CatalogueFile
from resources import sample_agencies, sample_procedures


def sample_catalogue() -> CatalogueFile:
    """Return the demonstration procedures, all complete."""
    return parse_lines(sample_procedures().splitlines(), sample_agency_names())


def sample_agency_names() -> dict[str, str]:
    """Return the demonstration agencies' codes by every name of theirs, folded."""
    return agencies_by_name(
        (name, agency["code"])
        for agency in sample_agencies()
        for name in (agency["name"], *agency["published_names"])
    )

"""The catalogue of procedures as files: JSON lines of the national database, and workbooks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from counter_app.errors import CounterError
from counter_app.exchange.catalogue.jsonl import read_jsonl
from counter_app.exchange.catalogue.names import agencies_by_name
from counter_app.exchange.catalogue.problems import (
    CatalogueFile,
    CatalogueTooLarge,
    CatalogueUnreadable,
    RowFault,
    RowProblem,
)
from counter_app.exchange.catalogue.sample import sample_agency_names, sample_catalogue
from counter_app.exchange.catalogue.template import catalogue_workbook
from counter_app.exchange.catalogue.workbook import CatalogueLayout, read_workbook

__all__ = [
    "CatalogueFile",
    "CatalogueLayout",
    "CatalogueTooLarge",
    "CatalogueUnreadable",
    "RowFault",
    "RowProblem",
    "UnknownCatalogueFormat",
    "agencies_by_name",
    "catalogue_workbook",
    "read_catalogue",
    "sample_agency_names",
    "sample_catalogue",
]


@dataclass(eq=False)
class UnknownCatalogueFormat(CounterError):
    """the catalogue {path} is neither a .jsonl nor an .xlsx file"""

    path: str


def read_catalogue(path: Path, agencies: Mapping[str, str]) -> CatalogueFile:
    """Read a catalogue by the suffix of its name.

    Args:
        agencies: folded agency name → agency code of this centre, as `agencies_by_name` makes it.
            What no name matches stays without a code, which is a gap.

    Raises:
        UnknownCatalogueFormat, CatalogueUnreadable, CatalogueTooLarge, CatalogueLayout
    """
    match path.suffix.lower():
        case ".jsonl" | ".ndjson":
            return read_jsonl(path, agencies)
        case ".xlsx" | ".xlsm":
            return read_workbook(path, agencies)
    raise UnknownCatalogueFormat(str(path))

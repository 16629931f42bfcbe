"""The register of dossiers (sổ theo dõi hồ sơ) as a file: read an earlier one, write ours."""

from __future__ import annotations

from counter_app.exchange.register.columns import HEADERS
from counter_app.exchange.register.known import known_at
from counter_app.exchange.register.lines import Fault, Known
from counter_app.exchange.register.reading import (
    LineProblem,
    RegisterFile,
    RegisterLayout,
    RegisterTooLarge,
    RegisterUnreadable,
    UnknownRegisterFormat,
    read_register,
)
from counter_app.exchange.register.writing import export_csv, export_workbook, register_template

__all__ = [
    "HEADERS",
    "Fault",
    "Known",
    "LineProblem",
    "RegisterFile",
    "RegisterLayout",
    "RegisterTooLarge",
    "RegisterUnreadable",
    "UnknownRegisterFormat",
    "export_csv",
    "export_workbook",
    "known_at",
    "read_register",
    "register_template",
]

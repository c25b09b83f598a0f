"""Writing a report whole, whatever a writer gives."""

from __future__ import annotations

from wicheck.model import Language
from wicheck.reports import Report, WriteOptions, writer, writer_names
from wicheck.reports.output import pieces

OF_CLAIMS = ("notice", "parquet")
"""Formats that have nothing to say where there are no claims, and refuse it."""
OF_ANYTHING = [name for name in writer_names() if name not in OF_CLAIMS]


def written(name: str, report: Report, language: Language = Language.ZH) -> bytes:
    return b"".join(pieces(writer(name).write(report, WriteOptions(language))))


def text(name: str, report: Report, language: Language = Language.ZH) -> str:
    return written(name, report, language).decode()

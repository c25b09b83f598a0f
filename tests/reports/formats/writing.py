"""Writing a report whole, whatever a writer gives."""

from __future__ import annotations

from wicheck.model import Language
from wicheck.reports import Report, WriteOptions, writer
from wicheck.reports.output import pieces


def written(name: str, report: Report, language: Language = Language.ZH) -> bytes:
    return b"".join(pieces(writer(name).write(report, WriteOptions(language))))


def text(name: str, report: Report, language: Language = Language.ZH) -> str:
    return written(name, report, language).decode()

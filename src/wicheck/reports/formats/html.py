"""One HTML file for people: it opens without a network, prints on A4, and can be searched."""

from __future__ import annotations

from collections.abc import Iterator

from wicheck.model import same
from wicheck.reports.interface import ReportWriter, WriteOptions
from wicheck.reports.report import Report
from wicheck.reports.voice import Voice


def write(report: Report, options: WriteOptions) -> Iterator[str]:
    """Head, dossiers one by one, foot. What it takes to make the page is loaded only when it is made."""
    from wicheck.reports.page.rendering import rendered

    return rendered(report, Voice(options.language, grouping=True))


WRITER = ReportWriter("html", same("HTML"), write)

"""Every offence of the claims that a check has judged, as Parquet: what the engine found, for further work on it.

All batches go to one file, whose rows begin with institution, batch and pack. Where nothing was found it has no rows.
A report that was read back holds only the offences with most money, so there is nothing to write.
"""

from __future__ import annotations

from pathlib import Path

from wicheck.errors import UsageError
from wicheck.model import Text, same
from wicheck.reports.interface import ReportWriter, WriteOptions
from wicheck.reports.report import Report

NO_CLAIMS = Text("没有结算批次，没有可写的明细", "there are no claims, so there are no offences to write")
NOT_KEPT = Text(
    "报告里没有全部费用明细，写不成 Parquet", "the report does not hold all offences: there is no Parquet to write"
)
AT_CHECK = Text(
    "请在检查时写：wicheck check ... --report parquet=明细.parquet",
    "write it with the check: wicheck check ... --report parquet=offences.parquet",
)


def write(report: Report, _options: WriteOptions) -> Path:
    """Raises UsageError where there are no claims, or where the run has kept nothing of them."""
    if not report.billing:
        raise UsageError(NO_CLAIMS)
    kept = [each for each in report.offences if ".parquet" in each.files]
    if report.join is None or len(kept) < len(report.billing):
        raise UsageError(NOT_KEPT, hint=AT_CHECK)
    return report.join(kept)


WRITER = ReportWriter("parquet", same("Parquet"), write, binary=True)

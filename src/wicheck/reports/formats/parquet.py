"""Every offence of the claims that a check has judged, as Parquet: what the engine found, for further work on it.

One batch goes to the file that was asked for. Of several (or of one in which several packs found something) each goes
to a file of its own, with the batch and the pack in its name: ``out.BATCH.PACK.parquet``. Where nothing was found the
file has no rows. A report that was read back holds only
the offences with most money, so there is nothing to write.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from wicheck.errors import UsageError
from wicheck.model import Text, same
from wicheck.reports.batches import found_something
from wicheck.reports.characters import file_name
from wicheck.reports.interface import Part, ReportWriter, WriteOptions
from wicheck.reports.offences import kept, key_of
from wicheck.reports.report import Report

NO_CLAIMS = Text("没有结算批次，没有可写的明细", "there are no claims, so there are no offences to write")
NOT_KEPT = Text(
    "报告里没有全部费用明细，写不成 Parquet", "the report does not hold all offences: there is no Parquet to write"
)
AT_CHECK = Text(
    "请在检查时写：wicheck check ... --report parquet=明细.parquet",
    "write it with the check: wicheck check ... --report parquet=offences.parquet",
)
ONE_BY_ONE = Text(
    "有几个结算批次，请写入文件：--report parquet=明细.parquet",
    "there are several batches: write them to files with --report parquet=offences.parquet",
)


def write(report: Report, _options: WriteOptions) -> Path:
    """The one file there is. Raises UsageError where there is none, or several."""
    files = list(_files(report).values())
    if len(files) > 1:
        raise UsageError(ONE_BY_ONE)
    return files[0]


def parts(report: Report, _options: WriteOptions) -> Iterator[Part]:
    files = _files(report)
    for name, file in files.items():
        yield Part(name if len(files) > 1 else "", file)


def _files(report: Report) -> dict[str, Path]:
    """By what tells them apart, the same in every run."""
    if not report.billing:
        raise UsageError(NO_CLAIMS)
    found = kept(report, ".parquet")
    if len(found) < len(report.billing):
        raise UsageError(NOT_KEPT, hint=AT_CHECK)
    telling = [key_of(batch) for batch in report.billing if found_something(batch)] or list(found)[:1]
    seen: Counter[str] = Counter()
    named: dict[str, Path] = {}
    for each in telling:
        (_, record, pack), file = each, found[each]
        name = file_name(f"{record}.{pack}")
        seen[name.lower()] += 1
        named[name if seen[name.lower()] == 1 else f"{name}.{seen[name.lower()]}"] = file
    return named


WRITER = ReportWriter("parquet", same("Parquet"), write, binary=True, parts=parts)

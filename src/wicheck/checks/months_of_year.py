"""Entries kept month by month all belong to one year, and no month has two: the reserves that make up a year's deposit.

Which months there should be is not asked: an agreement may begin or end within the year. A month that lies outside the
year, or stands twice, fails whatever else is missing.

```yaml
months_of_the_deposit:
  check: months_of_year
  entries: agreement.quality_deposit.months
  month: month
  year: agreement.quality_deposit.year
```
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from wicheck.checks.support.arguments import KEY, PATH, closed, unknown
from wicheck.checks.support.wording import listed
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Record, Text, Verdict, same

FIT = Message(
    "months_of_year.fit",
    Text("{label}：{count} 个月均在 {year} 年内，没有重复", "{label}: {count} months, all in {year}, none twice"),
)
OUTSIDE = Message(
    "months_of_year.outside", Text("{label}：{months}不在 {year} 年内", "{label}: {months} not in {year}")
)
TWICE = Message("months_of_year.twice", Text("{label}：{months}重复", "{label}: {months} more than once"))
NOTHING = Message("months_of_year.nothing", Text("{label}：没有需要检查的月份", "{label}: there is no month to ask"))


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    path, year_path = binder.path(arguments["entries"]), binder.path(arguments["year"])
    key, label = arguments["month"], binder.label(path)
    nothing = Outcome(Verdict.NOT_APPLICABLE, NOTHING, {"label": label}, evidence=(path,))

    def decide(record: Record) -> Outcome:
        entries, year = record.value(path), record.value(year_path) or None
        if entries is not None and not entries:
            return nothing
        months = Counter(entry[key] for entry in entries or () if key in entry)
        unsaid = tuple((*path, index, key) for index, entry in enumerate(entries or ()) if key not in entry)
        wrong = contradiction(months, year)
        if wrong:
            message, named = wrong
            values = {"label": label, "year": year, "months": listed(map(same, named))}
            return Outcome(Verdict.FAIL, message, values, shortfall=len(named), evidence=(path, year_path))
        missing = (*(() if year else (year_path,)), *((path,) if entries is None else unsaid))
        if missing:
            return unknown(missing)
        values = {"label": label, "year": year, "count": len(months)}
        return Outcome(Verdict.PASS, FIT, values, len(months), evidence=(path, year_path))

    return decide


def contradiction(months: Mapping[str, int], year: int | None) -> tuple[Message, list[str]] | None:
    """What is wrong with ``months`` (``2025-01`` to how often), as far as the year is known."""
    outside = [month for month in months if year and not month.startswith(f"{year:04d}-")]
    twice = [month for month, count in months.items() if count > 1]
    if outside:
        return OUTSIDE, outside
    return (TWICE, twice) if twice else None


KIND = CheckKind(
    name="months_of_year",
    title=Text("各月在同一年度", "months of one year"),
    page=__doc__ or "",
    arguments=closed({"entries": PATH, "month": KEY, "year": PATH}, required=("entries", "month", "year")),
    messages=(FIT, OUTSIDE, TWICE, NOTHING),
    bind=bind,
)

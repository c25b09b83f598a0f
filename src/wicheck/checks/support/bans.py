"""Bans on applying anew: how long they hold and when one may apply again. What two check kinds share."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from wicheck.checks.support.arguments import PATH
from wicheck.checks.support.months import first_day_in, month_of
from wicheck.checks.support.terms import TERM, length, one_of, term_of
from wicheck.dates import Term
from wicheck.model import Binder, Path, Record, Text, same
from wicheck.model.tuples import NamedTuple

# Not in working days: nobody announces them two years ahead.
BAN: Mapping[str, Any] = {
    "days": TERM["days"],
    "months": TERM["months"],
    "on": PATH,
    "filing_month": {"type": "integer", "minimum": 1, "maximum": 12},
}
UNITS = one_of("days", "months")
_FILING, _SIGNING = Text("申请", "filing"), Text("签订", "signing")


class Ban(NamedTuple):
    """How long a rule's ban holds, and on which day a record would have to be free of it.

    The ban still holds on the corresponding day: a last day of a ban never rolls on or back.
    """

    term: Term
    applied_on: Path | None
    filing_month: int | None

    def day(self, record: Record) -> date:
        """The day of the application; the day on which the record is judged where it has none."""
        return (record.day(self.applied_on) if self.applied_on else None) or record.judged_on

    def until(self, start: date, record: Record) -> date:
        """The last day on which a ban from ``start`` holds."""
        return self.term.end(start, record.working_days)

    def free_from(self, until: date) -> date:
        """The first day on which one may apply again: in the filing month, where there is one."""
        day = until + timedelta(days=1)
        return first_day_in((self.filing_month,), day) if self.filing_month else day

    def told(self, until: date) -> Mapping[str, Any]:
        """What a message says of a ban that holds ``until`` then."""
        step = _SIGNING if self.applied_on and self.applied_on[-1] == "signed_on" else _FILING
        return {"until": until, "earliest": self._earliest(until), "term": length(self.term), "step": step}

    def _earliest(self, until: date) -> Text:
        day = self.free_from(until)
        if (day - until).days == 1:
            return same(day.isoformat())
        month = month_of(day)
        return Text(f"{month.zh}（{day} 起）", f"{month.en} (from {day})")


def ban_of(arguments: Mapping[str, Any], binder: Binder) -> Ban:
    month = arguments.get("filing_month")
    applied_on = binder.path(arguments["on"]) if "on" in arguments else None
    return Ban(term_of(arguments), applied_on, None if month is None else int(month))

"""Terms as rules write them: exactly one of `days`, `working_days` and `months`, and what calendars leave open."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from wicheck.checks.support.arguments import dated
from wicheck.dates import Days, Months, Term, WorkingDayCount
from wicheck.model import Decide, Message, Outcome, Path, Record, Text, UnannouncedYearError, Verdict

COUNT: Mapping[str, Any] = dated({"type": "integer", "minimum": 1})
TERM: Mapping[str, Any] = {"days": COUNT, "working_days": COUNT, "months": COUNT}

UNANNOUNCED = Message(
    "unannounced_year",
    Text(
        "{year} 年的法定工作日尚未公布，无从计算；公布后请补充日历文件（calendar）",
        "the statutory working days of {year} are not announced, so nothing can be counted; "
        "once they are, add a calendar document",
    ),
)


def one_of(*units: str) -> list[Mapping[str, Any]]:
    """Exactly one of ``units`` is to be given."""
    return [{"required": [unit]} for unit in units]


def term_of(arguments: Mapping[str, Any]) -> Term:
    """The term that ``days``, ``working_days`` or ``months`` in ``arguments`` stands for."""
    if "days" in arguments:
        return Days(int(arguments["days"]))
    if "working_days" in arguments:
        return WorkingDayCount(int(arguments["working_days"]))
    return Months(int(arguments["months"]))


def by_calendar(decide: Decide, evidence: tuple[Path, ...]) -> Decide:
    """``decide``, and the answer where it asks for the working days of a year that nobody announced."""

    def decided(record: Record) -> Outcome:
        try:
            return decide(record)
        except UnannouncedYearError as error:
            return Outcome(Verdict.UNKNOWN, UNANNOUNCED, {"year": error.year}, evidence=evidence)

    return decided


def length(term: Term) -> Text:
    """``7 个工作日`` / ``7 working days``."""
    count, one = term.count, term.count == 1
    if isinstance(term, WorkingDayCount):
        return Text(f"{count} 个工作日", f"{count} working {'day' if one else 'days'}")
    if isinstance(term, Months):
        return Text(f"{count} 个月", f"{count} {'month' if one else 'months'}")
    return Text(f"{count} 天", f"{count} {'day' if one else 'days'}")


def counted(term: Term, label: Text, start: date, unannounced: int | None = None) -> Text:
    """How a term was counted, for the brackets at the end of a sentence; ``unannounced`` leaves its end open."""
    span = length(term)
    zh = f"自{label.zh} {start} 起 {span.zh}，起算日不计入"
    en = f"{span.en} from {label.en}, {start}, the start day not counted"
    if unannounced is None:
        return Text(zh, en)
    return Text(
        f"{zh}；{unannounced} 年的法定工作日尚未公布，期限不早于这一天",
        f"{en}; the working days of {unannounced} are not announced, and it ends no earlier",
    )

"""on_working_day: make-up days count, holidays do not, and what is not announced is not known."""

from __future__ import annotations

import pytest

from tests.checks.bench import DAY, deciding, record
from wicheck.checks.on_working_day import KIND
from wicheck.dates import WorkingDayCalendar
from wicheck.model import DocumentKind, Outcome, Verdict

ANNOUNCED = WorkingDayCalendar()


def decide(received_on: str | None) -> Outcome:
    data = {} if received_on is None else {"received_on": received_on}
    made = record(DocumentKind.APPLICATION, DAY, ANNOUNCED, application=data)
    return deciding(KIND, value="application.received_on")(made)


@pytest.mark.parametrize(
    ("received_on", "verdict"),
    [
        ("2026-03-06", Verdict.PASS),  # a Friday
        ("2026-03-07", Verdict.FAIL),  # a Saturday
        ("2026-02-13", Verdict.PASS),
        ("2026-02-14", Verdict.PASS),  # a make-up Saturday before Spring Festival
        ("2026-02-16", Verdict.FAIL),  # a Monday within Spring Festival
        ("2026-02-23", Verdict.FAIL),
        ("2026-02-24", Verdict.PASS),
        ("2025-09-28", Verdict.PASS),  # a make-up Sunday before National Day
        ("2025-10-08", Verdict.FAIL),
        ("2025-10-09", Verdict.PASS),
    ],
)
def test_the_statutory_calendar_decides(received_on: str, verdict: Verdict) -> None:
    assert decide(received_on).verdict is verdict


def test_a_year_not_announced_is_unknown_and_named() -> None:
    outcome = decide("2027-03-01")
    assert outcome.verdict is Verdict.UNKNOWN
    assert outcome.missing == ()
    assert outcome.message.text.filled(outcome.values).zh.startswith("2027 年的法定工作日尚未公布")


def test_no_date_is_unknown_and_named() -> None:
    assert decide(None).missing == (("application", "received_on"),)

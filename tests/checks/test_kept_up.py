"""kept_up: two times at least, and the last not longer ago than ever before."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.checks.bench import deciding, record
from wicheck.checks.kept_up import KIND
from wicheck.model import DocumentKind, Outcome, Verdict


def asking(data: dict[str, Any]) -> Outcome:
    decide = deciding(KIND, dates="institution.management.self_inspected_on", exceptions_allowed="定期")
    return decide(record(DocumentKind.INSTITUTION, date(2026, 3, 10), institution={"management": data}))


@pytest.mark.parametrize(
    ("days", "verdict"),
    [
        (["2025-06-20", "2025-12-20"], Verdict.PASS),
        (["2025-12-20", "2025-06-20"], Verdict.PASS),
        (["2026-01-01", "2026-02-05"], Verdict.PASS),
        (["2026-01-03", "2026-02-05"], Verdict.PASS),
        (["2026-01-04", "2026-02-05"], Verdict.REVIEW),
        (["2016-06-20", "2016-12-20"], Verdict.REVIEW),
        (["2026-03-09"], Verdict.REVIEW),
        (["2026-03-09", "2026-03-09"], Verdict.REVIEW),
        (["2026-03-09", "2026-03-11"], Verdict.REVIEW),
        (["2026-03-09", "2026-03-10"], Verdict.PASS),
        (["2026-03-11"], Verdict.FAIL),
        ([], Verdict.FAIL),
        (False, Verdict.FAIL),
    ],
)
def test_its_own_rhythm_is_kept_up_to_the_day_judged(days: Any, verdict: Verdict) -> None:
    assert asking({"self_inspected_on": days}).verdict is verdict


def test_dates_that_are_not_written_are_not_known() -> None:
    assert asking({}).verdict is Verdict.UNKNOWN

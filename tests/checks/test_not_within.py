"""not_within: a ban still holds on its last day, the latest one counts, and gaps in the list never pass."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.bench import BenchBinder, deciding, record
from wicheck.checks.not_within import KIND
from wicheck.errors import PackError
from wicheck.model import DocumentKind, Outcome, ReadingSource, Text, Verdict

BANS, APPLIED = "institution.bans", "application.applied_on"
DATE = ("institution", "bans", 0, "confirmed_on")


def decide(
    bans: object, applied_on: str | None = None, judged_on: date = date(2026, 3, 10), **arguments: Any
) -> Outcome:
    made = record(
        DocumentKind.APPLICATION,
        judged_on,
        institution={} if bans is None else {"bans": bans},
        application={} if applied_on is None else {"applied_on": applied_on},
    )
    term = {} if "days" in arguments else {"months": 24}
    return deciding(KIND, bans=BANS, date="confirmed_on", on=APPLIED, **term, **arguments)(made)


def confirmed(*days: str) -> list[dict[str, object]]:
    return [{"confirmed_on": day} for day in days]


@pytest.mark.parametrize(
    ("confirmed_on", "applied_on", "verdict"),
    [
        ("2024-03-10", "2026-03-10", Verdict.FAIL),
        ("2024-03-10", "2026-03-11", Verdict.PASS),
        ("2024-02-29", "2026-02-28", Verdict.FAIL),
        ("2024-02-29", "2026-03-01", Verdict.PASS),
        # It holds from the day of the confirmation on, and not before.
        ("2026-03-10", "2026-03-10", Verdict.FAIL),
        ("2026-03-11", "2026-03-10", Verdict.PASS),
    ],
)
def test_a_ban_holds_from_its_first_day_to_the_corresponding_one(
    confirmed_on: str, applied_on: str, verdict: Verdict
) -> None:
    outcome = decide(confirmed(confirmed_on), applied_on)
    assert (outcome.verdict, outcome.reading) == (verdict, ReadingSource.ASSUMED)


def test_a_last_day_of_rest_does_not_roll() -> None:
    # 8 March 2026 is a Sunday.
    assert decide(confirmed("2024-03-08"), "2026-03-09").verdict is Verdict.PASS


@pytest.mark.parametrize(("applied_on", "verdict"), [("2026-01-30", Verdict.FAIL), ("2026-01-31", Verdict.PASS)])
def test_a_ban_of_days(applied_on: str, verdict: Verdict) -> None:
    assert decide(confirmed("2026-01-20"), applied_on, days=10).verdict is verdict


def test_without_an_application_date_the_day_judged_on_counts() -> None:
    assert decide(confirmed("2024-03-10"), judged_on=date(2026, 3, 10)).verdict is Verdict.FAIL
    assert decide(confirmed("2024-03-10"), judged_on=date(2026, 3, 11)).verdict is Verdict.PASS


def test_the_date_of_the_application_goes_before_the_day_judged_on() -> None:
    assert decide(confirmed("2024-03-10"), "2026-03-10", judged_on=date(2027, 1, 1)).verdict is Verdict.FAIL


def test_a_failure_names_the_earliest_filing() -> None:
    outcome = decide(confirmed("2025-04-14"))
    assert outcome.due_on == date(2027, 4, 15)
    told = outcome.message.text.filled(outcome.values)
    assert told.zh == (
        "2026-03-10 仍在限制期内（“institution.bans”，最近一次自 2025-04-14 起，限制 24 个月），"
        "至 2027-04-14 止（含当日），最早可以申请：2027-04-15"
    )
    assert told.en == (
        "2026-03-10 lies within a ban (institution.bans; the latest from 2025-04-14, for 24 months): "
        "barred until 2027-04-14; earliest filing: 2027-04-15"
    )


@pytest.mark.parametrize(
    ("confirmed_on", "due_on", "told"),
    [
        ("2025-04-14", date(2028, 3, 1), "March 2028 (from 2028-03-01)"),
        ("2025-02-27", date(2027, 3, 1), "March 2027 (from 2027-03-01)"),
        ("2025-02-28", date(2027, 3, 1), "2027-03-01"),
        ("2025-03-14", date(2027, 3, 15), "2027-03-15"),
        ("2025-03-31", date(2028, 3, 1), "March 2028 (from 2028-03-01)"),
    ],
)
def test_where_one_files_in_march_only_the_next_march_counts(confirmed_on: str, due_on: date, told: str) -> None:
    outcome = decide(confirmed(confirmed_on), filing_month=3)
    assert outcome.due_on == due_on
    assert outcome.message.text.filled(outcome.values).en.endswith(f"earliest filing: {told}")


def test_the_latest_of_several_bans_counts() -> None:
    outcome = decide(confirmed("2025-04-14", "2025-06-30", "2020-01-01"))
    assert outcome.due_on == date(2027, 7, 1)
    assert outcome.evidence == (DATE, ("institution", "bans", 1, "confirmed_on"))


def test_a_ban_confirmed_since_the_application_moves_the_earliest_filing() -> None:
    outcome = decide(confirmed("2025-04-14", "2026-05-01"), "2026-03-10", judged_on=date(2026, 6, 1))
    assert (outcome.verdict, outcome.due_on) == (Verdict.FAIL, date(2028, 5, 2))


@pytest.mark.parametrize("bans", [[], False], ids=["the list", "all around it"])
def test_none_declared_passes(bans: object) -> None:
    assert decide(bans).verdict is Verdict.PASS


def test_a_list_not_written_is_unknown() -> None:
    outcome = decide(None)
    assert (outcome.verdict, outcome.missing) == (Verdict.UNKNOWN, (("institution", "bans"),))


def test_an_entry_without_its_date_is_unknown() -> None:
    outcome = decide([{}, {"confirmed_on": "2020-01-01"}])
    assert (outcome.verdict, outcome.missing) == (Verdict.UNKNOWN, (DATE,))


def test_an_entry_whose_date_is_declared_as_none_never_began() -> None:
    assert decide([{"confirmed_on": False}]).verdict is Verdict.PASS
    assert decide([{"confirmed_on": False}, {"confirmed_on": "2025-04-14"}]).verdict is Verdict.FAIL


def test_an_entry_that_bars_decides_beside_one_without_a_date() -> None:
    assert decide([{}, {"confirmed_on": "2025-04-14"}]).verdict is Verdict.FAIL


WHERE = {"ground": "dissolved", "confirmed": True}


@pytest.mark.parametrize(
    ("entry", "verdict"),
    [
        ({"ground": "dissolved", "confirmed": True, "confirmed_on": "2025-04-14"}, Verdict.FAIL),
        ({"ground": "merged", "confirmed": True, "confirmed_on": "2025-04-14"}, Verdict.PASS),
        ({"ground": "dissolved", "confirmed": False, "confirmed_on": "2025-04-14"}, Verdict.PASS),
        # Nothing else matters of an entry that is about something else.
        ({"ground": "merged"}, Verdict.PASS),
        ({"ground": "dissolved", "confirmed_on": "2025-04-14"}, Verdict.UNKNOWN),
        ({"confirmed": True, "confirmed_on": "2025-04-14"}, Verdict.UNKNOWN),
        ({"confirmed": True, "confirmed_on": "2020-04-14"}, Verdict.UNKNOWN),
    ],
)
def test_where_picks_the_entries_that_matter(entry: dict[str, object], verdict: Verdict) -> None:
    assert decide([entry], where=WHERE).verdict is verdict


@pytest.mark.parametrize(("ground", "verdict"), [("merged", Verdict.PASS), ("fraud", Verdict.FAIL)])
def test_where_takes_several_values_of_a_key(ground: str, verdict: Verdict) -> None:
    entry = {"ground": ground, "confirmed_on": "2025-04-14"}
    assert decide([entry], where={"ground": ["dissolved", "fraud"]}).verdict is verdict


def test_a_value_that_no_entry_can_have_is_a_fault_of_the_pack() -> None:
    binder = BenchBinder(enums={"institution.bans.ground": {"dissolved": Text("解除协议", "dissolved")}})
    with pytest.raises(PackError):
        deciding(KIND, binder, bans=BANS, date="confirmed_on", months=24, where={"ground": "disolved"})


def test_all_that_an_entry_lacks_is_named() -> None:
    outcome = decide([{"confirmed": True}], where=WHERE)
    assert outcome.missing == (("institution", "bans", 0, "ground"), DATE)


@given(
    confirmed_on=st.dates(date(2004, 1, 1), date(2030, 12, 31)),
    months=st.integers(1, 36),
    filing_month=st.none() | st.integers(1, 12),
)
def test_who_waits_for_the_earliest_filing_is_free(confirmed_on: date, months: int, filing_month: int | None) -> None:
    arguments: dict[str, Any] = {"bans": BANS, "date": "confirmed_on", "months": months}
    decision = deciding(KIND, **arguments, **({"filing_month": filing_month} if filing_month else {}))
    written = {"bans": confirmed(confirmed_on.isoformat())}
    barred = decision(record(judged_on=confirmed_on, institution=written))
    assert barred.due_on is not None
    assert decision(record(judged_on=barred.due_on, institution=written)).verdict is Verdict.PASS
    assert filing_month is None or barred.due_on.month == filing_month
    if filing_month is None:
        day_before = barred.due_on - timedelta(days=1)
        assert decision(record(judged_on=day_before, institution=written)).verdict is Verdict.FAIL

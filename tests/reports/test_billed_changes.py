"""Offences of claims against an earlier report: by rule, claim and line, whatever became of the money."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reports.claims import PRICE, batch, billed, keeping, offence, rule
from wicheck.model import Text
from wicheck.reports import ExitCode, Report, exit_code
from wicheck.reports.baseline import compared
from wicheck.reports.baseline_data import BilledChangeData
from wicheck.reports.billing_data import OffenceData
from wicheck.reports.exit_code import maybe_new
from wicheck.reports.fingerprints import Fingerprints
from wicheck.reports.others import with_others
from wicheck.reports.reading import Earlier

PRICES = Text("不超过限价", "no price above the ceiling")


def found(*rows: OffenceData, count: int | None = None, id_: str = "2026-03", **changes: Any) -> Report:
    """A batch in which one rule found ``rows``, of ``count`` in all."""
    failing = [each for each in rows if each["verdict"] == "fail"]
    counts = {"fail": len(failing) if count is None else count, "unknown": len(rows) - len(failing)}
    return billed(batch(id_, rules=[rule(PRICE, PRICES, rows, 1, {k: n for k, n in counts.items() if n}, **changes)]))


def since(then: Report, now: Report, only_new: bool = True) -> Report:
    return compared(now, Earlier("before.json", "0" * 64, then), only_new)


def change(made: Report) -> BilledChangeData:
    assert made.baseline is not None
    (only,) = made.baseline["offences"]
    return only


def test_each_offence_is_new_still_there_or_gone_with_its_money() -> None:
    made = since(found(offence(1, 10), offence(2, 20)), found(offence(2, 25), offence(3, 40)))
    assert change(made)["counts"] == {"new": 1, "unchanged": 1, "fixed": 1}
    assert change(made)["amounts"] == {"new": 40, "unchanged": 25, "fixed": 10}
    assert [each["claim_id"] for each in change(made)["gone"]] == ["J001"]
    assert [each["change"] for each in made.billing[0]["rules"][0]["offences"]] == ["unchanged", "new"]
    assert exit_code(made) is ExitCode.RULE_FAILED


def test_where_no_offence_is_new_the_run_passes() -> None:
    made = since(found(offence(1, 10), offence(2, 20)), found(offence(2, 20)))
    assert (exit_code(made), maybe_new(made)) == (ExitCode.OPEN_ENDS, 0)  # no law's conditions of admission were judged


def test_an_offence_that_nobody_can_decide_any_more_is_not_gone() -> None:
    made = since(found(offence(1, 10)), found(offence(1, None, "unknown")))
    assert change(made)["counts"] == {"undecided": 1}


def test_nor_is_one_that_may_be_among_those_that_are_not_listed() -> None:
    now = billed(batch("2026-03", rules=[rule(PRICE, PRICES, [offence(2, None, "unknown")], 9, {"unknown": 2})]))
    assert change(since(found(offence(1, 10)), now))["counts"] == {"undecided": 1}


def test_what_could_not_be_decided_then_and_certainly_offends_now_is_new() -> None:
    assert change(since(found(offence(1, None, "unknown")), found(offence(1, 10))))["counts"] == {"new": 1}


def test_where_the_query_did_not_run_again_nothing_is_gone() -> None:
    assert change(since(found(offence(1, 10)), found(judged=None)))["counts"] == {"not_judged": 1}


def test_where_the_batch_was_not_judged_again_nothing_is_gone() -> None:
    assert change(since(found(offence(1, 10)), found(id_="2026-04")))["counts"] == {"not_judged": 1}


def test_a_claim_that_is_settled_in_another_batch_is_the_same() -> None:
    assert change(since(found(offence(1, 10)), found(offence(1, 10), id_="2026-04")))["counts"] == {"unchanged": 1}


@pytest.mark.parametrize(
    ("then", "now", "counts", "fails"),
    [
        (50, 50, {"unchanged": 1, "untold": 49}, False),
        (50, 53, {"unchanged": 1, "new": 3, "untold": 49}, True),
        (50, 1, {"unchanged": 1}, False),
    ],
)
def test_beyond_what_the_reports_list_nobody_guesses(then: int, now: int, counts: dict[str, int], fails: bool) -> None:
    made = since(found(offence(1, 10), count=then), found(offence(1, 10), count=now))
    assert (change(made)["counts"], maybe_new(made)) == (counts, counts.get("untold", 0))
    assert (exit_code(made) is ExitCode.RULE_FAILED) == fails


def test_a_run_that_keeps_all_offences_knows_them_by_their_fingerprints(tmp_path: Any) -> None:
    named = Fingerprints("h1", "2026-03")
    rows = [
        offence(each, 1000.5 - each, fingerprint=named.of(PRICE, f"J{each:03d}", str(each), "fail"))
        for each in range(1, 301)
    ]

    def kept(first: int, last: int) -> Report:
        some = rows[first:last]
        made = found(*some[:5], count=len(some))
        return with_others(keeping(made, tmp_path, [(PRICE, each) for each in some]))

    then, now = kept(0, 299), kept(1, 300)
    assert len(then.billing[0]["rules"][0]["others"]) == 294
    made = since(then, now)
    assert change(made)["counts"] == {"new": 1, "unchanged": 298, "fixed": 1}
    still_there = sum(1000.5 - each for each in range(2, 300))
    assert change(made)["amounts"] == {"new": 700.5, "unchanged": still_there, "fixed": 999.5}
    assert exit_code(made) is ExitCode.RULE_FAILED


def test_rows_of_no_claim_are_told_apart_by_their_number_alone() -> None:
    named, again = Fingerprints("h1", "2026-03"), Fingerprints("h1", "2026-03")
    first = [named.of(PRICE, None, None, "fail") for _ in range(3)]
    assert len(set(first)) == 3
    assert [again.of(PRICE, None, None, "fail") for _ in range(3)] == first


def test_another_rule_institution_claim_or_line_is_another_offence() -> None:
    names = {
        Fingerprints(dossier, "2026-03").of(rule_, claim, line, "fail")
        for dossier in ("h1", "h2")
        for rule_ in (PRICE, "jinhua-3/other")
        for claim in ("J1", "J2")
        for line in (None, "1", "2")
    }
    assert len(names) == 24


def waiving(made: Report, *batches: str) -> Report:
    """``made`` with what failed in ``batches`` waived."""
    findings = [
        {**each, "disposition": "waived"} if each["record"]["id"] in batches and each["verdict"] == "fail" else each
        for each in made.findings
    ]
    return made._replace(findings=findings)  # type: ignore[arg-type]


def two(first: list[OffenceData], second: list[OffenceData], *waived: str) -> Report:
    """The batches a and b, with what one rule found in each."""
    made = (
        batch(id_, rules=[rule(PRICE, PRICES, rows, 1, {"fail": len(rows)} if rows else {})])
        for id_, rows in (("a", first), ("b", second))
    )
    return waiving(billed(*made), *waived)


def states(made: Report) -> dict[str, str]:
    rows = (row for each in made.billing for row in each["rules"][0]["offences"])
    return {f"{row['claim_id']}": row["change"] for row in rows}


def test_an_offence_that_was_waived_is_new_in_a_batch_where_nobody_lets_it_stand() -> None:
    one, other = offence(1, 10), offence(9, 5)
    made = since(two([one], [other], "a"), two([], [one, other]))
    assert states(made) == {"J001": "new", "J009": "unchanged"}
    assert change(made)["counts"] == {"new": 1, "unchanged": 1}
    assert exit_code(made) is ExitCode.RULE_FAILED


@pytest.mark.parametrize(
    ("then", "now"),
    [
        (([1], [9], "a"), ([1], [9], "a")),
        (([1], [9], "a"), ([9], [1], "b")),
        (([1], [9]), ([], [1, 9])),
        (([1], [1, 9], "a"), ([], [1, 9])),
        (([1], [9]), ([1], [9], "a")),
    ],
)
def test_what_stood_without_a_waiver_or_is_waived_still_is_not_new(then: Any, now: Any) -> None:
    first, second = (
        two([offence(n, 1) for n in a], [offence(n, 1) for n in b], *waived) for a, b, *waived in (then, now)
    )
    assert set(states(since(first, second)).values()) == {"unchanged"}


def test_a_further_offence_lets_a_run_fail_only_where_nobody_has_waived_it() -> None:
    then = two([offence(1, 1)], [offence(9, 1)], "a")
    waived, standing = (
        two([offence(1, 1), offence(2, 1)], [offence(9, 1)], "a"),
        two([offence(1, 1)], [offence(9, 1), offence(2, 1)], "a"),
    )
    assert exit_code(since(then, waived)) is ExitCode.OPEN_ENDS
    assert exit_code(since(then, standing)) is ExitCode.RULE_FAILED

"""A run against an earlier report: what counts as new, as mended, and as neither."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.reports.factory import dossier, finding, record, report, waiver
from tests.reports.formats.writing import text
from wicheck.errors import UsageError
from wicheck.model import Disposition, Finding, Verdict
from wicheck.reports import ExitCode, Report, WriteOptions, exit_code, writer
from wicheck.reports.baseline import compared
from wicheck.reports.reading import Earlier

LISTS = ("new", "unchanged", "fixed", "undecided", "not_judged")
WAIVED = {"waiver": waiver(), "disposition": Disposition.WAIVED}


def after(then: Sequence[Finding], now: Sequence[Finding], only_new: bool = False) -> Report:
    return compared(report(now), Earlier("before.json", "0" * 64, report(then)), only_new)


def listed(made: Report) -> dict[str, list[str]]:
    """The rules in each list that has any."""
    assert made.baseline is not None
    found = {name: [change["rule"] for change in made.baseline[name]] for name in LISTS}  # type: ignore[literal-required]
    return {name: rules for name, rules in found.items() if rules}


@pytest.mark.parametrize(
    ("then", "now", "where"),
    [
        (Verdict.PASS, Verdict.FAIL, "new"),
        (Verdict.UNKNOWN, Verdict.FAIL, "new"),
        (None, Verdict.FAIL, "new"),
        (Verdict.FAIL, Verdict.FAIL, "unchanged"),
        (Verdict.FAIL, Verdict.PASS, "fixed"),
        (Verdict.FAIL, Verdict.NOT_APPLICABLE, "fixed"),
        (Verdict.FAIL, Verdict.UNKNOWN, "undecided"),
        (Verdict.FAIL, Verdict.REVIEW, "undecided"),
        (Verdict.FAIL, Verdict.SUSPECT, "undecided"),
        (Verdict.FAIL, Verdict.ERROR, "undecided"),
        (Verdict.FAIL, None, "not_judged"),
        (Verdict.PASS, Verdict.UNKNOWN, None),
        (Verdict.PASS, Verdict.PASS, None),
        (Verdict.UNKNOWN, None, None),
    ],
)
def test_where_a_failure_is_listed(then: Verdict | None, now: Verdict | None, where: str | None) -> None:
    made = after([finding(then)] if then else [], [finding(now)] if now else [])
    assert listed(made) == ({where: ["jinhua-3/beds"]} if where else {})


def test_a_failure_whose_waiver_has_ended_is_new() -> None:
    made = after([finding(Verdict.FAIL, **WAIVED)], [finding(Verdict.FAIL)], only_new=True)
    assert listed(made) == {"new": ["jinhua-3/beds"]}
    assert exit_code(made) is ExitCode.RULE_FAILED


def test_a_waiver_mends_nothing() -> None:
    assert listed(after([finding(Verdict.FAIL)], [finding(Verdict.FAIL, **WAIVED)])) == {"unchanged": ["jinhua-3/beds"]}


def test_a_new_failure_that_is_waived_is_told_but_does_not_count() -> None:
    made = after([finding()], [finding(Verdict.FAIL, **WAIVED)], only_new=True)
    assert listed(made) == {"new": ["jinhua-3/beds"]}
    assert exit_code(made) is ExitCode.NOTHING_TO_OBJECT


@pytest.mark.parametrize("order", [1, -1])
def test_of_findings_that_bear_one_fingerprint_the_failure_counts(order: int) -> None:
    both = [finding(Verdict.FAIL), finding(Verdict.PASS)][::order]
    assert listed(after(both, both)) == {"unchanged": ["jinhua-3/beds"]}
    assert listed(after(both, [finding(Verdict.PASS)])) == {"fixed": ["jinhua-3/beds"]}
    assert listed(after([finding(Verdict.PASS)], both)) == {"new": ["jinhua-3/beds"]}


@pytest.mark.parametrize("order", [1, -1])
def test_of_two_failures_with_one_fingerprint_the_one_nobody_waived_counts(order: int) -> None:
    both = [finding(Verdict.FAIL), finding(Verdict.FAIL, **WAIVED)][::order]
    assert set(listed(after(both, [finding(Verdict.FAIL)]))) == {"unchanged"}


OLD, NEW = finding(Verdict.FAIL, "jinhua-3/old"), finding(Verdict.FAIL, "jinhua-3/new")


def test_old_failures_count_unless_only_new_ones_do() -> None:
    assert exit_code(after([OLD], [OLD])) is ExitCode.RULE_FAILED
    assert exit_code(after([OLD], [OLD], only_new=True)) is ExitCode.NOTHING_TO_OBJECT
    assert exit_code(after([OLD], [OLD, NEW], only_new=True)) is ExitCode.RULE_FAILED


def test_old_failures_are_still_shown_and_counted() -> None:
    made = after([OLD], [OLD], only_new=True)
    assert made.totals["verdict"] == {"fail": 1}
    assert "不符合的（1）" in text("terminal", made)


def test_open_ends_stay_open() -> None:
    made = after([OLD, finding(Verdict.REVIEW)], [OLD, finding(Verdict.REVIEW)], only_new=True)
    assert exit_code(made) is ExitCode.OPEN_ENDS


def test_a_further_verdict_that_fails_a_run_does_so_where_it_is_new() -> None:
    lacking = finding(Verdict.UNKNOWN)
    assert exit_code(after([lacking], [lacking], only_new=True), [Verdict.UNKNOWN]) is ExitCode.OPEN_ENDS
    assert exit_code(after([finding()], [lacking], only_new=True), [Verdict.UNKNOWN]) is ExitCode.RULE_FAILED


def test_what_keeps_a_run_from_an_answer_is_never_let_pass() -> None:
    broken = finding(Verdict.ERROR)
    assert exit_code(after([broken], [broken], only_new=True)) is ExitCode.BROKEN


def test_a_report_on_other_institutions_is_refused() -> None:
    with pytest.raises(UsageError, match="none of the institutions"):
        after([finding(on=record(dossier("elsewhere")))], [finding()])


def test_a_report_on_nobody_makes_everything_new() -> None:
    assert listed(after([], [OLD])) == {"new": ["jinhua-3/old"]}


@pytest.mark.parametrize("name", ["terminal", "markdown"])
def test_people_are_told_the_counts_and_what_is_new_mended_or_gone(name: str) -> None:
    gone, lost, mended = (finding(Verdict.FAIL, f"jinhua-3/{each}") for each in ("gone", "lost", "mended"))
    now = [OLD, NEW, finding(Verdict.UNKNOWN, "jinhua-3/lost"), finding(Verdict.PASS, "jinhua-3/mended")]
    told = "".join(text(name, after([OLD, gone, lost, mended], now, only_new=True)).replace("*", "").split())
    for said in (
        "同2026-03-10的报告相比（before.json）",
        "新出现的不符合1项、仍不符合1项、已改正1项、现在不能判断1项、这次没有检查1项",
        "城东康复医院（h1）：康复床位50张以上，jinhua-3/new",
        "康复床位50张以上（现在符合），jinhua-3/mended",
        "康复床位50张以上（现在资料不足），jinhua-3/lost",
        "城东康复医院（h1）：康复床位50张以上，jinhua-3/gone",
        "只有新出现的不符合才算失败",
    ):
        assert said in told


def test_quiet_output_has_the_counts() -> None:
    lines = list(writer("terminal").write(after([OLD], [NEW]), WriteOptions(verbosity=-1)))
    assert any("新出现的不符合 1 项、仍不符合 0 项、已改正 0 项" in str(line) for line in lines)

"""all_of and any_of: three-valued, and the more honest of two open answers wins."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.bench import BenchBinder, deciding, record
from wicheck.checks import all_of, any_of, at_least, one_of
from wicheck.checks.support.arguments import MISSING
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Path, ReadingSource, Text, Verdict

SAID = Message("stub.said", Text("{what}", "{what}"))


def stub(arguments: Mapping[str, Any], _binder: Binder) -> Decide:
    """A kind that answers what its arguments say."""
    outcome: Outcome = arguments["answers"]
    return lambda _record: outcome


STUB = CheckKind("stub", Text("", ""), "", {}, (SAID,), stub)
KINDS = {kind.name: kind for kind in (STUB, at_least.KIND, one_of.KIND)}


def answer(verdict: str, what: str = "x", **more: Any) -> Outcome:
    return Outcome(Verdict(verdict), SAID, {"what": what}, **more)


def lacking(*names: str) -> Outcome:
    return Outcome(Verdict.UNKNOWN, MISSING, missing=tuple(path(name) for name in names))


def path(name: str) -> Path:
    return ("institution", name)


def composed(kind: CheckKind, *answers: Outcome) -> Outcome:
    checks = [{"check": "stub", "answers": each} for each in answers]
    return deciding(kind, BenchBinder(kinds=KINDS), checks=checks)(record(institution={}))


@pytest.mark.parametrize(
    ("members", "verdict"),
    [
        ("pass pass", "pass"),
        ("pass fail", "fail"),
        ("unknown fail", "fail"),
        ("error fail", "fail"),
        ("error unknown", "error"),
        ("pass unknown", "unknown"),
        ("review unknown", "unknown"),
        ("pass review", "review"),
        ("pass suspect", "suspect"),
        ("pass not_applicable", "pass"),
        ("not_applicable not_applicable", "not_applicable"),
    ],
)
def test_all_of(members: str, verdict: str) -> None:
    assert composed(all_of.KIND, *map(answer, members.split())).verdict == verdict


@pytest.mark.parametrize(
    ("members", "verdict"),
    [
        ("fail fail", "fail"),
        ("fail pass", "pass"),
        ("error pass", "pass"),
        ("unknown pass", "pass"),
        ("error unknown", "error"),
        ("unknown review", "unknown"),
        ("unknown fail", "unknown"),
        ("review fail", "review"),
        ("fail not_applicable", "fail"),
        ("not_applicable not_applicable", "not_applicable"),
    ],
)
def test_any_of(members: str, verdict: str) -> None:
    assert composed(any_of.KIND, *map(answer, members.split())).verdict == verdict


@given(st.lists(st.sampled_from(list(Verdict)), min_size=1, max_size=5), st.sampled_from([all_of.KIND, any_of.KIND]))
def test_the_order_of_the_members_changes_no_verdict(members: list[Verdict], kind: CheckKind) -> None:
    forth, back = [answer(each) for each in members], [answer(each) for each in reversed(members)]
    assert composed(kind, *forth).verdict is composed(kind, *back).verdict


def test_a_lone_deciding_member_speaks_for_itself() -> None:
    checks = [
        {"check": "at_least", "value": "institution.beds", "minimum": 50},
        {"check": "one_of", "value": "institution.level", "allowed": ["level_3"]},
    ]
    decide = deciding(all_of.KIND, BenchBinder(kinds=KINDS), checks=checks)
    outcome = decide(record(institution={"beds": 49, "level": "level_3"}))
    assert (outcome.message.id, outcome.shortfall) == ("at_least.short", 1)


def test_all_missing_entries_are_named_together_and_once() -> None:
    outcome = composed(all_of.KIND, lacking("a", "b"), answer("pass"), lacking("b", "c"))
    assert outcome.missing == (path("a"), path("b"), path("c"))
    assert outcome.message is MISSING


def test_where_one_suffices_the_finding_says_so() -> None:
    outcome = composed(any_of.KIND, lacking("a"), lacking("b"))
    assert (outcome.message.id, outcome.missing) == ("any_of.one_suffices", (path("a"), path("b")))


@pytest.mark.parametrize(
    ("lacking_too", "begins"), [((), "资料不足：未填写甲"), (("b",), "资料不足：以下有一项符合即可")]
)
def test_what_fails_is_told_beside_what_is_missing(lacking_too: tuple[str, ...], begins: str) -> None:
    outcome = composed(any_of.KIND, lacking("a"), *map(lacking, lacking_too), answer("fail", "执照已过期"))
    said = outcome.message.text.filled({**outcome.values, "missing": "甲"}).zh
    assert outcome.verdict is Verdict.UNKNOWN
    assert said.startswith(begins)
    assert said.endswith("；其余不符合：执照已过期")


def test_an_open_answer_of_another_reason_is_told_beside_what_is_missing() -> None:
    outcome = composed(all_of.KIND, lacking("a"), answer("unknown", "原文缺失"))
    assert outcome.message.text.filled({**outcome.values, "missing": "甲"}).zh == "原文缺失；另未填写甲"


def test_why_each_fails_is_told() -> None:
    outcome = composed(any_of.KIND, answer("fail", "甲不符"), answer("fail", "乙不符"))
    assert outcome.message.text.filled(outcome.values).zh.endswith("甲不符；乙不符")


def test_evidence_and_dates_of_the_deciding_members_are_kept() -> None:
    first, second = (
        answer("not_applicable", evidence=(path(name),), due_on=date(2026, 3, day))
        for name, day in (("a", 9), ("b", 5))
    )
    outcome = composed(all_of.KIND, first, second)
    assert (outcome.evidence, outcome.due_on) == ((path("a"), path("b")), date(2026, 3, 5))


def test_a_reading_that_a_deciding_member_rests_on_is_kept() -> None:
    counted = answer("pass", reading=ReadingSource.ASSUMED)
    assert composed(all_of.KIND, answer("pass"), counted).reading is ReadingSource.ASSUMED
    assert composed(all_of.KIND, answer("fail"), answer("fail"), counted).reading is None


def test_remedies_are_told_together() -> None:
    outcome = composed(all_of.KIND, answer("fail", remedy=Text("甲", "a")), answer("fail", remedy=Text("乙", "b")))
    assert outcome.remedy == Text("甲；乙", "a; b")


def test_what_a_member_of_a_member_says_alike_is_said_once_too() -> None:
    inner = composed(all_of.KIND, answer("pass", "甲"), answer("pass", "乙"))
    outcome = composed(all_of.KIND, answer("pass", "甲"), inner)
    assert outcome.message.text.filled(outcome.values).zh == "甲；乙"


def test_what_two_members_say_alike_is_said_once() -> None:
    outcome = composed(all_of.KIND, answer("pass", "甲"), answer("pass", "甲"), answer("pass", "乙"))
    assert outcome.message.text.filled(outcome.values).zh == "甲；乙"

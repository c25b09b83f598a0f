"""documents: the paper is there, in the form that is asked for."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.bench import deciding, record
from wicheck.checks.documents import KIND
from wicheck.model import DocumentKind, Outcome, Verdict

FORM = "application.materials.form"


def asking(material: Any, **asked: Any) -> Outcome:
    data = {"materials": {"form": material} if material is not None else {}}
    return deciding(KIND, material=FORM, **asked)(record(DocumentKind.APPLICATION, application=data))


def path(key: str) -> tuple[str, ...]:
    return ("application", "materials", "form", key)


def test_a_paper_that_is_there_passes() -> None:
    assert asking({"provided": True}).verdict is Verdict.PASS


@pytest.mark.parametrize("material", [{"provided": False}, False, {"provided": False, "stamped": True}])
def test_a_missing_paper_fails(material: Any) -> None:
    outcome = asking(material, stamped=True)
    assert (outcome.verdict, outcome.message.id) == (Verdict.FAIL, "documents.not_there")


@pytest.mark.parametrize("material", [None, {}, {"copies_count": 3, "stamped": True}])
def test_a_paper_of_which_nothing_is_said_is_unknown(material: Any) -> None:
    outcome = asking(material, copies_count=1)
    assert (outcome.verdict, outcome.missing) == (Verdict.UNKNOWN, (path("provided"),))


@pytest.mark.parametrize(("copies", "verdict"), [(0, "fail"), (2, "fail"), (3, "pass"), (4, "pass")])
def test_enough_copies_are_enough(copies: int, verdict: str) -> None:
    assert asking({"provided": True, "copies_count": copies}, copies_count=3).verdict == verdict


def test_everything_that_lacks_is_told() -> None:
    material = {"provided": True, "copies_count": 1, "original": False, "stamped": False}
    outcome = asking(material, copies_count=2, original=True, stamped=True)
    words = outcome.message.text.filled(outcome.values).zh
    assert "份数为 1，须 2 份" in words
    assert "原件" in words
    assert "公章" in words
    assert outcome.evidence == (path("copies_count"), path("original"), path("stamped"))


def test_qualities_that_are_not_written_are_unknown_and_named() -> None:
    outcome = asking({"provided": True, "original": True}, copies_count=1, original=True, stamped=True)
    assert (outcome.verdict, outcome.missing) == (Verdict.UNKNOWN, (path("copies_count"), path("stamped")))


def test_a_certain_lack_counts_before_what_is_not_written() -> None:
    assert asking({"provided": True, "stamped": False}, original=True, stamped=True).verdict is Verdict.FAIL


def test_qualities_nobody_asks_for_do_not_matter() -> None:
    assert asking({"provided": True, "stamped": False}).verdict is Verdict.PASS


@pytest.mark.parametrize(
    ("original", "verdict"),
    [({}, Verdict.UNKNOWN), ({"original": False}, Verdict.FAIL), ({"original": True}, Verdict.PASS)],
)
def test_no_copies_at_all_are_no_paper_unless_the_original_is_there(
    original: dict[str, bool], verdict: Verdict
) -> None:
    assert asking({"provided": True, "copies_count": 0, **original}).verdict is verdict


@pytest.mark.parametrize(
    ("issued_on", "verdict"), [("2026-03-09", Verdict.PASS), ("2026-03-10", Verdict.PASS), ("2026-03-11", Verdict.FAIL)]
)
def test_a_paper_dated_after_the_day_judged_is_none_yet(issued_on: str, verdict: Verdict) -> None:
    outcome = asking({"provided": True, "issued_on": issued_on})
    assert (outcome.verdict, outcome.evidence[-1]) == (
        verdict,
        path("issued_on") if verdict is Verdict.FAIL else path("provided"),
    )

"""each_entry: what is asked of one entry is asked of all, and a finding says which of them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.bench import Nowhere, changed, deciding, record
from tests.checks.nesting import nesting
from wicheck.checks.each_entry import KIND
from wicheck.model import Document, DocumentKind, Outcome, Path, Verdict

FILED = {"check": "present", "value": "entry.filed_on"}
ENTRIES: Path = ("registry", "entries")


def asking(data: dict[str, Any], *checks: dict[str, Any], **more: Any) -> Outcome:
    decide = deciding(KIND, nesting(), entries="registry.entries", checks=[*checks], **more)
    return decide(record(DocumentKind.REGISTRY, registry=data))


def entries(*filed: Any) -> dict[str, Any]:
    return {"entries": [{"filed_on": day} if day is not None else {"name": "某"} for day in filed]}


def test_all_entries_hold() -> None:
    assert asking(entries("2026-01-01", "2026-01-02"), FILED).verdict is Verdict.PASS


def test_one_that_fails_decides_and_is_named() -> None:
    outcome = asking(entries("2026-01-01", False, None), FILED)
    assert outcome.verdict is Verdict.FAIL
    assert outcome.evidence == ((*ENTRIES, 1, "filed_on"),)
    assert "第 2 项" in outcome.message.text.filled(outcome.values).zh


def test_what_an_entry_lacks_is_named_in_its_place() -> None:
    outcome = asking(entries("2026-01-01", None), FILED)
    assert (outcome.verdict, outcome.missing) == (Verdict.UNKNOWN, ((*ENTRIES, 1, "filed_on"),))


def test_a_list_not_written_is_unknown() -> None:
    outcome = asking({}, FILED)
    assert (outcome.verdict, outcome.missing) == (Verdict.UNKNOWN, (ENTRIES,))


@pytest.mark.parametrize("none", [False, []])
def test_without_entries_nothing_applies(none: Any) -> None:
    assert asking({"entries": none}, FILED).verdict is Verdict.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("crime", "verdict"),
    [(True, Verdict.FAIL), (False, Verdict.NOT_APPLICABLE), (None, Verdict.UNKNOWN)],
)
def test_only_the_entries_that_are_picked_count(crime: bool | None, verdict: Verdict) -> None:
    entry = {"filed_on": False} if crime is None else {"filed_on": False, "crime": crime}
    picked = [{"check": "is_true", "value": "entry.crime"}]
    assert asking({"entries": [entry]}, FILED, picked_by=picked).verdict is verdict


def test_lists_inside_entries_are_asked_by_one_within() -> None:
    inner = {"check": "each_entry", "entries": "entry.signed", "checks": [{"check": "present", "value": "entry.plan"}]}
    data = {"entries": [{"signed": [{"plan": "2026-01-01"}]}, {"signed": [{"plan": "2026-01-01"}, {"name": "某"}]}]}
    outcome = asking(data, inner)
    assert outcome.missing == ((*ENTRIES, 1, "signed", 1, "plan"),)


def test_paths_beside_the_list_are_what_they_are() -> None:
    same = {"check": "equals", "value": "entry.code", "other": "registry.code"}
    data = {"code": "640100", "entries": [{"code": "640100"}, {"code": "640200"}]}
    assert asking(data, same).evidence == ((*ENTRIES, 1, "code"), ("registry", "code"))


def test_of_many_that_fail_the_first_few_are_told_and_all_are_counted() -> None:
    outcome = asking(entries(*[False] * 6), FILED)
    told = outcome.message.text.filled(outcome.values).zh
    assert "第 5 项" in told
    assert "第 6 项" not in told
    assert "共 6 项" in told


def test_nothing_that_applies_to_an_entry_is_not_applicable() -> None:
    inner = {"check": "each_entry", "entries": "entry.signed", "checks": [FILED]}
    assert asking({"entries": [{"signed": False}]}, inner).verdict is Verdict.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("workers", "verdict"),
    [
        ([{"number": "1"}, {"number": "2"}], Verdict.PASS),
        ([{"number": "1"}, {"number": "1"}], Verdict.UNKNOWN),
        ([{"number": "1", "identity": "A"}, {"number": "2", "identity": "A"}], Verdict.UNKNOWN),
        ([{"number": "1"}, {}], Verdict.UNKNOWN),
        ([{}, {"number": "1", "identity": "A"}], Verdict.UNKNOWN),
        ([{"number": "1"}, {"identity": "A"}], Verdict.UNKNOWN),
        ([{"number": "1"}, {"number": "2", "identity": "A"}], Verdict.PASS),
        ([{}], Verdict.PASS),
    ],
)
def test_two_parts_of_one_subject_are_not_known_to_hold(workers: list[dict[str, str]], verdict: Verdict) -> None:
    data = {"entries": [{**worker, "filed_on": "2026-01-01"} for worker in workers]}
    assert asking(data, FILED, apart=["number", "identity"]).verdict is verdict


def test_of_two_parts_one_that_fails_still_decides() -> None:
    data = {"entries": [{"number": "1", "filed_on": "2026-01-01"}, {"number": "1", "filed_on": False}]}
    assert asking(data, FILED, apart=["number"]).verdict is Verdict.FAIL


@pytest.mark.parametrize(
    ("workers", "verdict"),
    [
        ([{"number": "1", "filed_on": "2026-01-01"}, {"number": "1", "filed_on": False}], Verdict.UNKNOWN),
        ([{"number": "1", "filed_on": "2026-01-01"}, {"identity": "A", "filed_on": False}], Verdict.UNKNOWN),
        ([{"number": "1", "filed_on": "2026-01-01"}, {"number": "2", "filed_on": False}], Verdict.FAIL),
        ([{"number": number, "filed_on": number == "1"} for number in "112"], Verdict.FAIL),
        ([{"number": "1", "filed_on": "2026-01-01"}, {"number": "1", "filed_on": "2026-01-01"}], Verdict.PASS),
    ],
)
def test_what_one_part_lacks_another_may_hold(workers: list[dict[str, Any]], verdict: Verdict) -> None:
    data = {"entries": workers}
    assert asking(data, FILED, apart=["number", "identity"], shared=True).verdict is verdict


def test_which_entries_are_one_subject_is_told() -> None:
    data = {"entries": [{"number": number, "filed_on": "2026-01-01"} for number in "121"]}
    outcome = asking(data, FILED, apart=["number"])
    assert "1 / 3" in outcome.message.text.filled(outcome.values).zh
    assert outcome.evidence == ((*ENTRIES, 0), (*ENTRIES, 2))


def beside(there: dict[str, Any], **arguments: Any) -> Verdict:
    own = {"entries": [{"number": "1", "filed_on": arguments.pop("filed_on", "2026-01-01"), "signed": ["A"]}]}
    made = record(DocumentKind.REGISTRY, registry=own)
    other = Document(DocumentKind.REGISTRY, "other", {"entries": [there]}, Nowhere())
    decide = deciding(KIND, nesting(), entries="registry.entries", checks=[FILED], apart=["number"], **arguments)
    return decide(changed(made, dossier=made.dossier._replace(beside=(other,)))).verdict


@pytest.mark.parametrize(
    ("there", "verdict"),
    [
        ({"number": "1", "signed": ["B"]}, Verdict.UNKNOWN),
        ({"number": "1", "signed": ["A"]}, Verdict.PASS),
        ({"number": "1", "signed": False}, Verdict.PASS),
        ({"number": "2", "signed": ["B"]}, Verdict.PASS),
    ],
)
def test_what_another_document_tells_more_of_a_subject_leaves_it_not_known(there: Any, verdict: Verdict) -> None:
    assert beside(there) is verdict


def test_one_that_fails_whatever_else_is_told_still_decides_unless_another_may_hold_what_it_lacks() -> None:
    assert beside({"number": "1", "signed": ["B"]}, filed_on=False) is Verdict.FAIL
    assert beside({"number": "1", "signed": ["B"]}, filed_on=False, shared=True) is Verdict.UNKNOWN

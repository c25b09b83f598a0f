"""alike_beside: what a list tells is not told otherwise by the same list of another document."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.bench import Nowhere, changed, deciding, record
from wicheck.checks import alike_beside
from wicheck.model import Document, DocumentKind, Outcome, Verdict

REVIEW, NOT_APPLICABLE = Verdict.REVIEW, Verdict.NOT_APPLICABLE
QUESTION = {"zh": "是不是重复签订", "en": "is there a second agreement"}
HERE = {"uscc": "U1", "name": "示例 医院", "agency": {"code": "640100"}, "place": "640104", "starts_on": "2026-01-01"}


def judged(*beside: Any, here: Any = HERE, **arguments: Any) -> Outcome:
    made = record(DocumentKind.REGISTRY, registry={"entries": here and [here]})
    others = tuple(
        Document(DocumentKind.REGISTRY, f"other-{number}", {"entries": [each]}, Nowhere())
        for number, each in enumerate(beside)
    )
    arguments = {"by": ["uscc", "name"], "keys": ["agency.code"], **arguments}
    decide = deciding(alike_beside.KIND, entries="registry.entries", question=QUESTION, **arguments)
    return decide(changed(made, dossier=made.dossier._replace(beside=others)))


@pytest.mark.parametrize(
    ("there", "verdict"),
    [
        ({"uscc": "U1", "agency": {"code": "640300"}}, REVIEW),
        ({"uscc": "U1", "agency": {"code": "640100"}}, NOT_APPLICABLE),
        ({"uscc": "U1"}, NOT_APPLICABLE),
        ({"uscc": "U2", "agency": {"code": "640300"}}, NOT_APPLICABLE),
        ({"uscc": "U2", "name": "示例医院", "agency": {"code": "640300"}}, REVIEW),
        ({"agency": {"code": "640300"}}, NOT_APPLICABLE),
        ({"uscc": "U1", "agency": False}, NOT_APPLICABLE),
    ],
)
def test_what_both_write_of_one_thing_is_the_same(there: Any, verdict: Verdict) -> None:
    assert judged(there).verdict is verdict


@pytest.mark.parametrize(
    ("there", "verdict"),
    [
        ({"starts_on": "2025-01-01", "ends_on": "2026-01-01"}, NOT_APPLICABLE),
        ({"starts_on": "2025-01-01", "ends_on": "2026-01-02"}, REVIEW),
        ({"starts_on": "2025-01-01"}, REVIEW),
        ({}, REVIEW),
    ],
)
def test_where_periods_are_named_they_must_be_able_to_meet(there: Any, verdict: Verdict) -> None:
    other = {"uscc": "U1", "agency": {"code": "640300"}, **there}
    assert judged(other, **{"from": "starts_on", "until": "ends_on"}).verdict is verdict


@pytest.mark.parametrize(
    ("place", "verdict"), [("640100", NOT_APPLICABLE), ("640104", NOT_APPLICABLE), ("640300", REVIEW)]
)
def test_a_coarser_code_is_no_other_place(place: str, verdict: Verdict) -> None:
    assert judged({"uscc": "U1", "place": place}, places=["place"]).verdict is verdict


def test_which_entry_and_which_other_document_is_told() -> None:
    outcome = judged({"uscc": "U2"}, {"uscc": "U1", "agency": {"code": "640300"}})
    assert "第 1 项，“other-1”" in outcome.message.text.filled(outcome.values).zh


@pytest.mark.parametrize("here", [None, False, {}])
def test_with_nothing_on_one_side_there_is_nothing_to_hold_against_it(here: Any) -> None:
    assert judged({"uscc": "U1", "agency": {"code": "640300"}}, here=here).verdict is NOT_APPLICABLE
    assert judged().verdict is NOT_APPLICABLE

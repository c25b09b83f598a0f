"""told_beside: what another application of the institution dates is not left out of this one."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.bench import Nowhere, changed, deciding, record
from wicheck.checks import told_beside
from wicheck.model import Document, DocumentKind, Outcome, Verdict

PASS, FAIL, NOT_APPLICABLE = Verdict.PASS, Verdict.FAIL, Verdict.NOT_APPLICABLE
EARLIER, LATER = {"terminated_on": "2025-05-20"}, {"terminated_on": "2026-03-11"}


def judged(here: Any, *beside: Any, applied_on: str | None = "2026-03-10") -> Outcome:
    own = {"history": {"terminations": here}} if here is not None else {}
    made = record(DocumentKind.APPLICATION, application={**own, **({"applied_on": applied_on} if applied_on else {})})
    others = tuple(
        Document(DocumentKind.APPLICATION, f"other-{number}", {"history": {"terminations": each}}, Nowhere())
        for number, each in enumerate(beside)
    )
    decide = deciding(
        told_beside.KIND,
        entries="application.history.terminations",
        keys=["terminated_on", "confirmed_on"],
        by="application.applied_on",
    )
    return decide(changed(made, dossier=made.dossier._replace(beside=others)))


@pytest.mark.parametrize(
    ("here", "there", "verdict"),
    [
        ([], [EARLIER], FAIL),
        (False, [EARLIER], FAIL),
        ([{"terminated_on": "2020-05-20"}], [EARLIER], FAIL),
        ([EARLIER], [EARLIER], PASS),
        ([EARLIER], [], NOT_APPLICABLE),
        ([], [LATER], NOT_APPLICABLE),
        ([], [{"reason": "x"}], NOT_APPLICABLE),
        ([], False, NOT_APPLICABLE),
        (None, [EARLIER], NOT_APPLICABLE),
        ([{"reason": "x"}], [EARLIER], NOT_APPLICABLE),
    ],
)
def test_what_was_dated_before_the_day_is_told_here_too(here: Any, there: Any, verdict: Verdict) -> None:
    assert judged(here, there).verdict is verdict


def test_any_other_application_counts_and_is_named() -> None:
    outcome = judged([], [], [EARLIER])
    assert outcome.verdict is FAIL
    assert "other-1" in outcome.message.text.filled(outcome.values).zh


def test_without_its_own_day_the_day_judged_counts() -> None:
    assert judged([], [EARLIER], applied_on=None).verdict is FAIL
    assert judged([], [LATER], applied_on=None).verdict is NOT_APPLICABLE


def test_one_application_alone_has_nothing_to_compare() -> None:
    assert judged([]).verdict is NOT_APPLICABLE

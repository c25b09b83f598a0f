"""serves: what is judged and what is listed both count, and silence is no answer."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.bench import DAY, EVERY_WEEKDAY, BenchBinder, deciding, record
from wicheck.checks.serves import KIND
from wicheck.model import Outcome, Record, ServiceKind, Text, Verdict

ENUMS = {"institution.service_kinds.0": {"medical": Text("医疗", "medical")}}
MEDICAL, REHABILITATION = ServiceKind.MEDICAL, ServiceKind.REHABILITATION


def asking(*judged: ServiceKind, **institution: Any) -> Outcome:
    decide = deciding(KIND, BenchBinder(enums=ENUMS), service_kind="medical", listed="institution.service_kinds")
    given = record(institution=institution)
    return decide(Record(given.dossier, given.document, DAY, EVERY_WEEKDAY, judged))


@pytest.mark.parametrize(
    ("judged", "listed", "verdict"),
    [
        ((MEDICAL,), [], Verdict.PASS),
        ((), ["medical"], Verdict.PASS),
        ((REHABILITATION,), ["medical"], Verdict.PASS),
        ((REHABILITATION,), [], Verdict.FAIL),
        ((), ["rehabilitation"], Verdict.FAIL),
    ],
)
def test_what_is_judged_and_what_is_listed(
    judged: tuple[ServiceKind, ...], listed: list[str], verdict: Verdict
) -> None:
    assert asking(*judged, service_kinds=listed).verdict is verdict


@pytest.mark.parametrize("said", [{}, {"service_kinds": []}])
def test_where_nobody_says_which_kinds_nothing_is_known(said: dict[str, Any]) -> None:
    outcome = asking(**said)
    assert (outcome.verdict, outcome.missing) == (Verdict.UNKNOWN, (("institution", "service_kinds"),))

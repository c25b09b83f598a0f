"""told_alike: one thing that two lists describe."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.bench import deciding, record
from wicheck.checks.told_alike import KIND
from wicheck.model import DocumentKind, Outcome, Verdict


def asking(sites: Any, applied_for: Any) -> Outcome:
    decide = deciding(
        KIND, entries="institution.sites", other="application.sites", by="name", keys=["on_address", "accounts"]
    )
    given = {"institution": {"sites": sites}, "application": {"sites": applied_for}}
    held = {kind: {key: value for key, value in data.items() if value is not None} for kind, data in given.items()}
    return decide(record(DocumentKind.APPLICATION, **held))


def site(name: str | None, **said: bool) -> dict[str, Any]:
    return {**({"name": name} if name else {}), **said}


def test_what_both_tell_alike_agrees() -> None:
    assert (
        asking([site("east", on_address=True)], [site("east", on_address=True, accounts=False)]).verdict is Verdict.PASS
    )


def test_what_both_tell_differently_contradicts_and_is_named() -> None:
    sites = [site("west", on_address=True), site("east", on_address=False, accounts=True)]
    outcome = asking(sites, [site("east", on_address=True, accounts=False), site("west", on_address=True)])
    assert (outcome.verdict, outcome.shortfall, outcome.values["names"].zh) == (Verdict.FAIL, 2, "east")
    assert outcome.evidence[:2] == (
        ("institution", "sites", 1, "on_address"),
        ("application", "sites", 0, "on_address"),
    )


@pytest.mark.parametrize(
    ("sites", "applied_for"),
    [
        (None, [site("east", on_address=True)]),
        (False, [site("east", on_address=True)]),
        ([site("east", on_address=True)], None),
        ([site("east", on_address=True)], [site("west", on_address=False)]),
        ([site("east", on_address=True)], [site("east", accounts=False)]),
        ([site(None, on_address=True)], [site(None, on_address=False)]),
    ],
)
def test_where_nothing_is_told_twice_there_is_nothing_to_compare(sites: Any, applied_for: Any) -> None:
    assert asking(sites, applied_for).verdict is Verdict.NOT_APPLICABLE

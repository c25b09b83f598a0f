"""What a rule does not find in another table may be among what could not be read of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from wicheck.dates import WorkingDayCalendar
from wicheck.documents.schemas import Schemas
from wicheck.engines.columns import MADE_FROM
from wicheck.engines.duckdb.host import DuckdbEngine
from wicheck.engines.interface import Limits
from wicheck.library import Library
from wicheck.model import Pack, Verdict
from wicheck.packs.bind import SQL
from wicheck.plugins import workshop
from wicheck.proving.billing import ExampleBilling
from wicheck.proving.example import Example, examples_of
from wicheck.proving.prove import Prover

LIBRARY = Library(Schemas(), workshop())


@pytest.fixture(scope="module")
def billing() -> Iterator[ExampleBilling]:
    with ExampleBilling(LIBRARY.schemas, lambda: DuckdbEngine(Limits(threads=1))) as billing:
        yield billing


def failing(billing: ExampleBilling) -> Iterator[tuple[Pack, Example, str]]:
    """Of each rule that fails for want of something in other tables the first example that fails, by table."""
    for pack in LIBRARY.packs():
        examples = [each for each in examples_of(Path(pack.folder)) if each.expected["expect"] == Verdict.FAIL]
        for rule in pack.rules:
            if rule.check == SQL and (query := billing.queries.of(rule, pack)).absence:
                first = next(each for each in examples if each.rule == rule.id)
                yield from ((pack, first, MADE_FROM.get(name, (name,))[0]) for name in query.absence)


def test_what_fails_for_want_of_something_is_unknown_where_not_all_was_read(billing: ExampleBilling) -> None:
    prover = Prover(LIBRARY.schemas, LIBRARY.workshop, WorkingDayCalendar(), billing)
    proofs = [
        prover.prove(pack, replace(example, unread={table: 1}, expected={"expect": "unknown"}))
        for pack, example, table in failing(billing)
    ]

    assert proofs
    assert [(proof.example.rule, proof.example.unread) for proof in proofs if proof.problems] == []
    said = {proof.finding.outcome.message.id for proof in proofs if proof.finding}
    assert said == {"sql.unread"}, "the finding tells that something was not read"

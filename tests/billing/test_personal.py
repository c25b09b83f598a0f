"""What of a query's evidence is about persons."""

from __future__ import annotations

import pytest

from tests.billing.test_telling import QUERY
from wicheck.billing.personal import UNCLASSED, personal_columns
from wicheck.documents.schemas import Schemas
from wicheck.library import Library
from wicheck.model import EvidenceColumn, Query, same
from wicheck.packs.queries import Queries
from wicheck.plugins import workshop

COLUMNS = personal_columns(Schemas())


def query(sql: str, built_in: bool) -> Query:
    evidence = {name: EvidenceColumn(same(name)) for name in ("name", "who", "starts_on")}
    return QUERY._replace(sql=sql, evidence=evidence, built_in=built_in)


@pytest.mark.parametrize(
    ("sql", "personal"),
    [
        ("SELECT c.name FROM net_lines AS l JOIN catalogue AS c", {}),
        ("SELECT w.name FROM workers AS w", {"name": "name"}),
        ("/* of workers */ SELECT name -- workers\nFROM catalogue", {}),
        ("SELECT 1 AS who FROM claims WHERE worker_name = 'x'", {}),
    ],
    ids=["a drug's", "a worker's", "workers in a comment", "ours rename nothing"],
)
def test_a_name_is_a_person_s_where_the_query_reads_persons(sql: str, personal: dict[str, str]) -> None:
    assert COLUMNS.of(query(sql, built_in=True)) == personal


def test_a_stranger_s_query_may_have_given_persons_another_name() -> None:
    assert COLUMNS.of(query("SELECT worker_name AS who FROM claims", built_in=False)) == {
        "who": UNCLASSED,
        "name": UNCLASSED,
    }
    assert COLUMNS.of(query("SELECT visit_id AS who FROM claims", built_in=False)) == {}


def test_none_of_our_queries_shows_persons_as_evidence() -> None:
    """So nothing that a clerk needs is masked by mistake either."""
    library = Library(Schemas(), workshop())
    queries = Queries(library.schemas)
    asked = [queries.of(rule, pack) for pack in library.packs() for rule in pack.rules if rule.check == "sql"]
    assert len(asked) > 100
    assert COLUMNS.hidden(asked) == set()

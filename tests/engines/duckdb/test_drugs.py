"""``drug_lines``: which lines are drugs, which may be, and which are surely none."""

from __future__ import annotations

import pytest

from wicheck.engines.interface import Batch
from wicheck.model import Verdict

from .asking import asked, batch, line, one

ENTRIES = [
    {"code": "D1", "kind": "drug"},
    {"code": "X1", "kind": "item"},
    {"code": "B1", "kind": "drug"},
    {"code": "B1", "kind": "item"},
    {"code": "N1"},
    {"code": "O1", "kind": "other"},
]
FOUND = """
SELECT claim_id, row AS line_row, CASE WHEN is_drug THEN 'fail' ELSE 'unknown' END AS verdict, amount FROM drug_lines
"""
SURE, PERHAPS, NONE = {Verdict.FAIL: 1}, {Verdict.UNKNOWN: 1}, {}


def found(engine, given: Batch) -> dict[Verdict, int]:
    answer = one(engine, given, asked(FOUND, table="drug_lines"))
    assert answer.judged == sum(answer.counts.values()), "it is the population too"
    return dict(answer.counts)


@pytest.mark.parametrize(
    ("cells", "kinds"),
    [
        ({"catalogue_kind": "drug", "catalogue_code": "X1", "charge_category": "operation"}, SURE),
        ({"catalogue_kind": "item", "catalogue_code": "D1", "charge_category": "western_drug"}, NONE),
        ({"catalogue_kind": "other", "catalogue_code": "D1", "charge_category": "operation"}, SURE),
        ({"catalogue_code": "X1", "charge_category": "herbal_drug"}, SURE),
        ({"catalogue_code": "B1", "charge_category": "operation"}, NONE),
        ({"catalogue_code": "X1", "charge_category": "other"}, NONE),
        ({"catalogue_code": "B1", "charge_category": "other"}, PERHAPS),
        ({"catalogue_code": "N1"}, PERHAPS),
        ({"catalogue_code": "O1"}, PERHAPS),
        ({"catalogue_code": "Z9"}, PERHAPS),
        ({}, PERHAPS),
        ({"catalogue_kind": "drug", "amount": "-1", "quantity": "-1"}, NONE),
        ({"catalogue_kind": "drug", "amount": "0", "quantity": "0"}, NONE),
        ({"catalogue_kind": "drug", "amount": "0", "quantity": "1"}, SURE),
    ],
)
def test_what_the_line_says_counts_then_its_code_then_its_category(engine, cells, kinds):
    assert found(engine, batch(lines=[line("1", **cells)], entries=ENTRIES)) == kinds


def test_without_catalogues_or_the_columns_that_tell_every_line_may_be_one(engine):
    whole = batch(lines=[line("1")])
    lines, told = whole.tables["lines"], {"catalogue_kind", "charge_category", "catalogue_code"}
    few = {name: kind for name, kind in lines["columns"].items() if name not in told}
    tables = {**whole.tables, "lines": {**lines, "columns": few}}

    assert found(engine, whole) == PERHAPS
    assert found(engine, whole._replace(tables=tables)) == PERHAPS


def test_a_reversed_drug_is_none(engine):
    given = [
        line("1", catalogue_kind="drug", quantity="1", amount="5"),
        line("2", catalogue_kind="drug", quantity="-1", amount="-5", reversed_line_number="1"),
    ]

    assert found(engine, batch(lines=given)) == NONE

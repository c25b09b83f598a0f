"""``code_spellings``: which codes of lines are one code written in several ways."""

from __future__ import annotations

import pytest

from .asking import asked, batch, line, one

TEXT = """
SELECT spelling AS claim_id, CAST(NULL AS BIGINT) AS line_row, 'fail' AS verdict, 0 AS amount, code
FROM code_spellings
"""


def found(engine, codes: list[str | None], entries: list[str] | None = None) -> dict[str, str]:
    lines = [line(str(place), **({"catalogue_code": code} if code else {})) for place, code in enumerate(codes)]
    listed = {} if entries is None else {"entries": [{"code": code} for code in entries]}
    answer = one(engine, batch(lines=lines, **listed), asked(TEXT, table="lines", evidence=["code"]))
    assert answer.failure is None
    return {row.claim_id: row.evidence["code"] for row in answer.rows}


@pytest.mark.parametrize(
    ("codes", "entries", "expected"),
    [
        (["AB1", "AB1", "AB2"], ["AB1"], {}),
        (["AB1", "ab1", "AB2"], ["AB1"], {"AB1": "AB1", "ab1": "AB1"}),
        (["AB1", "ab1"], ["ab1", "ab1"], {"AB1": "ab1", "ab1": "ab1"}),
        (["aB1", "ab1"], ["AB1"], {"aB1": "AB1", "ab1": "AB1"}),
        (["AB1", "ab1"], ["AB2"], {"AB1": "AB1", "ab1": "AB1"}),
        (["AB1", "ab1"], None, {"AB1": "AB1", "ab1": "AB1"}),
        (["AB1", "ab1"], ["AB1", "ab1"], {}),
        (["ab1"], ["AB1"], {}),
        (["AB1", "ＡＢ１", None], None, {}),
    ],
)
def test_codes_that_differ_in_case_are_one_unless_the_catalogues_have_both(engine, codes, entries, expected):
    assert found(engine, codes, entries) == expected


@pytest.mark.parametrize("absent", [{"catalogue_code"}, {"code"}])
def test_without_the_columns_there_is_nothing_to_compare(engine, absent):
    given = batch(lines=[line("1")], entries=[{"kind": "drug"}])
    tables = {
        name: {**table, "columns": {each: kind for each, kind in table["columns"].items() if each not in absent}}
        for name, table in given.tables.items()
    }

    answer = one(engine, given._replace(tables=tables), asked(TEXT, table="lines", evidence=["code"]))

    assert (answer.failure, answer.rows) == (None, ())

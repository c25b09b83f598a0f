"""``worker_persons``: which worker numbers are one person's, and of which nobody can be sure."""

from __future__ import annotations

import pytest

from wicheck.engines.interface import Batch
from wicheck.model import Verdict

from .asking import asked, batch, one

ANN, BEN, OLD_ANN = "999999199001010015", "999999199001010023", "999999900101001"
PAIRS = """
SELECT DISTINCT c.claim_id, CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN p.sure AND o.sure THEN 'suspect' ELSE 'unknown' END AS verdict, 0 AS amount
FROM claims AS c
JOIN worker_persons AS p ON p.worker_number = c.worker_number
JOIN worker_persons AS o ON o.person = p.person AND o.worker_number <> p.worker_number
"""
"""Of each claim whether its worker is, or may be, another one too."""


def people(*stated: tuple[str, str | None], workers: tuple[tuple[str, str], ...] = (), **cells: str) -> Batch:
    """A claim for each worker number and identity number."""
    claims = [
        {
            "claim_id": f"C{place}",
            "worker_number": worker,
            **({"identity_number": identity} if identity else {}),
            **cells,
        }
        for place, (worker, identity) in enumerate(stated)
    ]
    listed = [{"worker_number": worker, "identity_number": identity} for worker, identity in workers]
    return batch(claims=claims, **({"workers": listed} if listed else {}))


def found(engine, given: Batch) -> dict[str, Verdict]:
    answer = one(engine, given, asked(PAIRS, table="claims"))
    assert answer.failure is None
    return {row.claim_id: row.verdict for row in answer.rows}


ONE = {"C0": Verdict.SUSPECT, "C1": Verdict.SUSPECT}
PERHAPS = {"C0": Verdict.UNKNOWN, "C1": Verdict.UNKNOWN}


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (ANN, ANN, ONE),
        (ANN, BEN, {}),
        (ANN, None, {}),
        (None, None, {}),
        ("99999919900101001x", "99999919900101001X", ONE),
        (OLD_ANN, ANN, ONE),
        (OLD_ANN, BEN, {}),
        ("99999919900101001X", ANN, PERHAPS),
        ("999999199003017000", "999999199003017000", PERHAPS),
        ("999999********0015", "999999********0015", {}),
        ("*" * 18, "*" * 18, {}),
        ("0" * 15, "0" * 15, {}),
        ("9" * 18, "9" * 18, {}),
        ("123456789012345678", "123456789012345678", {}),
        ("999999199013320015", "999999199013320015", {}),
        ("MEIYOU", "MEIYOU", {}),
        ("E00000001", "E00000001", ONE),
        ("E00000001", "E00000002", {}),
        ("12345678", "12345678", PERHAPS),
    ],
)
def test_two_worker_numbers_with_one_identity_number_are_one_person(engine, first, second, expected):
    assert found(engine, people(("W1", first), ("W2", second))) == expected


@pytest.mark.parametrize("damaged", ["9.99999E+17", "999999199001010000"])
def test_what_a_spreadsheet_program_made_of_two_numbers_does_not_make_one_person_for_sure(engine, damaged):
    assert Verdict.SUSPECT not in found(engine, people(("W1", damaged), ("W2", damaged))).values()


def test_the_list_of_workers_tells_as_well(engine):
    assert found(engine, people(("W1", None), ("W2", ANN), workers=(("W1", ANN),))) == ONE


def test_a_worker_with_two_identity_numbers_joins_nobody_for_sure(engine):
    given = people(("W1", ANN), ("W1", BEN), ("W2", ANN), ("W3", BEN))

    assert one(engine, given, asked(PAIRS, table="claims")).counts == {Verdict.UNKNOWN: 4}


def test_nor_does_it_join_those_whose_numbers_it_has(engine):
    text = PAIRS + "WHERE c.worker_number = 'W2' AND o.worker_number = 'W3'"
    given = people(("W1", ANN), ("W1", BEN), ("W2", ANN), ("W3", BEN))

    assert one(engine, given, asked(text, table="claims")).rows == ()


def test_the_same_number_of_documents_of_two_kinds_is_perhaps_chance(engine):
    claims = [
        {
            "claim_id": f"C{kind}",
            "worker_number": f"W{kind}",
            "identity_number": "E00000001",
            "identity_type": f"0{kind}",
        }
        for kind in range(2)
    ]

    assert found(engine, batch(claims=claims)) == PERHAPS


def test_a_number_that_is_filled_in_for_many_is_nobodys(engine):
    assert found(engine, people(*((f"W{each}", ANN) for each in range(51)))) == {}


LISTED = """
SELECT worker_number AS claim_id, CAST(NULL AS BIGINT) AS line_row, 0 AS amount,
       CASE WHEN count(CASE WHEN sure THEN 1 END) = 1 THEN 'suspect' ELSE 'fail' END AS verdict
FROM worker_persons GROUP BY worker_number
"""


@pytest.mark.parametrize(
    ("stated", "count"),
    [((("W1", ANN), ("W2", ANN)), 2), ((("W1", ANN), ("W1", BEN), ("W2", ANN), ("W3", BEN), ("W4", None)), 3)],
)
def test_every_number_that_is_listed_belongs_to_one_for_sure(engine, stated, count):
    assert one(engine, people(*stated), asked(LISTED, table="claims")).counts == {Verdict.SUSPECT: count}


def test_it_stands_beside_the_tables_that_it_is_made_from(engine):
    text = PAIRS + "LEFT JOIN workers AS w ON w.worker_number = c.worker_number WHERE w.worker_number IS NULL"

    answer = one(engine, people(("W1", ANN), ("W2", None), workers=(("W2", ANN),)), asked(text, table="claims"))

    assert (answer.failure, [row.claim_id for row in answer.rows]) == (None, ["C0"])


def test_without_the_columns_that_tell_everyone_is_one(engine):
    whole = people(("W1", None), ("W2", None))
    few = {name: kind for name, kind in whole.tables["claims"]["columns"].items() if name != "identity_number"}
    claims = {**whole.tables["claims"], "columns": few}

    assert found(engine, whole._replace(tables={**whole.tables, "claims": claims})) == {}
    assert found(engine, batch(workers=[{"worker_number": "W1"}], claims=[{"claim_id": "C0"}])) == {}

"""An offence that a row kept aside may take back is not certain; all others are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from wicheck.engines.duckdb.host import DuckdbEngine
from wicheck.engines.interface import Batch
from wicheck.model import Verdict
from wicheck.model.billing import UNREAD, UNREAD_REASON, UNREAD_ROW

from .asking import Rows, asked, batch, judge, line, offending, one
from .loads import TABLES

X = "X"
"""No number: the row is kept aside."""
CLAIMS: Rows = [
    {"claim_id": "C1", "visit_id": "V1", "worker_number": "W1", "identity_number": "11010119900101001X"},
    {"claim_id": "C2", "visit_id": "V2", "worker_number": "W1"},
    {"claim_id": "C3", "visit_id": "V3", "worker_number": "W3"},
    {"claim_id": "C4", "visit_id": "V4", "worker_number": "W4", "identity_number": "110101900101001"},
]
LINES = [line("1", claim, amount="5") for claim in ("C1", "C2", "C3", "C4")]
WHOLE = "SELECT claim_id, NULL AS line_row, 'fail' AS verdict, 5 AS amount FROM claims"


def certain(engine: DuckdbEngine, given: Batch, *tables: str, text: str = "", evidence: Sequence[str] = ()) -> set[str]:
    """The claims whose offences certainly are some."""
    question = asked(text or offending(condition="amount = 5"), evidence=evidence)._replace(touching=tables)
    engine.open(given)
    engine.judge([question], None)  # type: ignore[arg-type]  # no day is asked for
    return {each.claim_id or "" for each in engine.offences() if each.verdict is Verdict.FAIL}


def test_the_row_that_may_settle_it_is_told_and_its_money_is_not_certain(engine: DuckdbEngine) -> None:
    lines = [line("1", amount="5"), line("2", amount=X), line("3", amount=X), line("1", "C2", amount="7")]
    question = asked(offending())._replace(touching=("lines",))

    found = judge(engine, batch(lines=lines), question)

    answer = found.answers["r/a"]
    assert answer.counts == {Verdict.FAIL: 1, Verdict.UNKNOWN: 1}
    assert (answer.amounts[Verdict.FAIL], found.totals.amount, found.totals.lines_count) == (7, 7, 1)
    assert [row.evidence for row in answer.rows] == [
        {},
        {UNREAD: "2", UNREAD_ROW: "batch.yaml#11", UNREAD_REASON: "not_a_number"},
    ]


def test_a_row_of_a_table_that_takes_nothing_back_touches_nothing(engine: DuckdbEngine) -> None:
    given = batch(lines=[*LINES, line("2", amount=X)])
    assert one(engine, given, asked(offending())).counts == {Verdict.FAIL: 4}
    assert one(engine, given, asked(offending())._replace(touching=("stays",))).counts == {Verdict.FAIL: 4}


def test_what_is_no_failure_stays_what_it_is(engine: DuckdbEngine) -> None:
    question = asked(offending(verdict="'suspect'"))._replace(touching=("lines",))
    answer = one(engine, batch(lines=[line("1", amount="5"), line("2", amount=X)]), question)
    assert answer.counts == {Verdict.SUSPECT: 1}


@pytest.mark.parametrize(
    ("table", "row", "stays_certain"),
    [
        ("lines", {"claim_id": "C1", "quantity": X}, {"C3"}),
        ("lines", {"claim_id": "C3", "quantity": X}, {"C1", "C2", "C4"}),
        ("lines", {"claim_id": "C9", "quantity": X}, {"C1", "C2", "C3", "C4"}),
        ("lines", {"quantity": X}, set()),
        ("claims", {"claim_id": "C9", "worker_number": "W3", "total_amount": X}, {"C1", "C2", "C4"}),
        ("claims", {"claim_id": "C9", "total_amount": X}, {"C1", "C2", "C3", "C4"}),
        ("claims", {"worker_number": "W3", "total_amount": X}, set()),
        ("orders", {"visit_id": "V3", "quantity": X}, {"C1", "C2", "C4"}),
        ("orders", {"order_id": "O1", "quantity": X}, set()),
        ("leaves", {"visit_id": "V2", "starts_at": X}, {"C3"}),
        ("consents", {"claim_id": "C3", "informed_on": X}, {"C1", "C2", "C4"}),
        ("stays", {"visit_id": "V3", "starts_at": X}, {"C1", "C2", "C4"}),
        ("transfers", {"worker_number": "W3", "transferred_on": X}, {"C1", "C2", "C4"}),
        ("transfers", {"to_visit_id": "V3", "transferred_on": X}, set()),
        ("workers", {"worker_number": "W3", "injured_on": X}, {"C1", "C2", "C4"}),
        ("workers", {"worker_number": "W8", "identity_number": "11010119900101001X", "injured_on": X}, {"C3"}),
        ("panels", {"claim_id": "C3", "opinion_on": X}, {"C1", "C2", "C4"}),
        ("screens", {"screened_on": X}, set()),
    ],
)
def test_a_row_touches_the_offences_of_its_claim_its_visit_and_its_worker_and_whose_nobody_knows_all(
    engine: DuckdbEngine, table: str, row: dict[str, str], stays_certain: set[str]
) -> None:
    """C1 and C2 are one worker's, and C4 is, by the old identity number."""
    given: dict[str, Rows] = {"claims": CLAIMS, "lines": LINES}
    given[table] = [*given.get(table, ()), row]
    assert certain(engine, batch(**given), table) == stays_certain


@pytest.mark.parametrize(
    ("row", "stays_certain"),
    [
        ({"code": "b1", "ceiling_amount": X}, {"C1"}),
        ({"code": "B1", "ceiling_amount": X}, {"C1"}),
        ({"code": "D", "part_of_code": "A1", "ceiling_amount": X}, {"C2"}),
        ({"ceiling_amount": X}, set()),
    ],
)
def test_an_entry_of_a_catalogue_touches_the_lines_of_its_code(
    engine: DuckdbEngine, row: dict[str, str], stays_certain: set[str]
) -> None:
    lines = [line("1", "C1", catalogue_code="A1", amount="5"), line("1", "C2", institution_item_code="B1", amount="5")]
    claims = [{"claim_id": "C1"}, {"claim_id": "C2"}]
    given = batch(lines=lines, claims=claims, entries=[row])
    assert certain(engine, given, "entries") == stays_certain
    assert certain(engine, given, "entries", text=WHOLE) == stays_certain


def test_an_offence_hangs_together_with_all_that_it_tells_of(engine: DuckdbEngine) -> None:
    """The one who was in the bed before is no party of the claim."""
    text = "SELECT claim_id, NULL AS line_row, 'fail' AS verdict, 5 AS amount, 'V3' AS other_visit_id FROM claims"
    claims = [*CLAIMS, {"claim_id": "C5", "worker_number": "W3", "total_amount": X}]
    given = batch(claims=claims, lines=LINES)
    assert certain(engine, given, "claims", text=text, evidence=("other_visit_id",)) == set()
    assert certain(engine, given, "claims", text=text) == {"C1", "C2", "C4"}


@pytest.mark.parametrize(("evidence", "stays_certain"), [((), set()), (("worker_number",), {""})])
def test_an_offence_of_no_claim_is_whose_it_tells_that_it_is(
    engine: DuckdbEngine, evidence: tuple[str, ...], stays_certain: set[str]
) -> None:
    text = "SELECT NULL AS claim_id, NULL AS line_row, 'fail' AS verdict, 5 AS amount, worker_number FROM workers"
    given = batch(workers=[{"worker_number": "W1"}, {"worker_number": "W2", "injured_on": X}], lines=[line("1")])
    assert certain(engine, given, "workers", text=text, evidence=evidence) == stays_certain


def csv(path: Path, text: str, names: Sequence[str]) -> dict[str, object]:
    path.write_text(",".join(names) + "\n" + text, "utf-8")
    return {
        "format": "csv",
        "shown": path.name,
        "path": str(path),
        "size": path.stat().st_size,
        "positions": {name: place for place, name in enumerate(names)},
        "width": len(names),
        "delimiter": ",",
        "header_line": 1,
    }


@pytest.mark.parametrize(
    ("text", "stays_certain"),
    [
        ("C1,1,5\nC1,2,X\nC2,1,5\n", {"C2"}),
        ("C1,1,5\nC9,2,X\nC2,1,5\n", {"C1", "C2"}),
        ("C1,1,5\n,2,X\nC2,1,5\n", set()),
        ("C1,1,5\n1.5E+17,2,X\nC2,1,5\n", set()),
        ("C1,1,5\nC9,2\nC2,1,5\n", set()),
    ],
)
def test_so_it_is_with_the_rows_of_files_and_a_line_that_is_no_record_is_anybodys(
    engine: DuckdbEngine, tmp_path: Path, text: str, stays_certain: set[str]
) -> None:
    source = csv(tmp_path / "lines.csv", text, ("claim_id", "line_number", "amount"))
    tables = {name: table.request([]) for name, table in TABLES.items()}
    given = Batch({**tables, "lines": TABLES["lines"].request([source])}, {})  # type: ignore[list-item]
    assert certain(engine, given, "lines") == stays_certain


def test_rows_that_got_their_claim_by_their_visit_are_known_by_it(engine: DuckdbEngine) -> None:
    lines = [{"line_number": "1", "visit_id": visit, "amount": "5"} for visit in ("V1", "V3")]
    given = batch(claims=CLAIMS, lines=[*lines, {"line_number": "2", "visit_id": "V3", "amount": X}])
    assert certain(engine, given, "lines") == {"C1"}


@pytest.mark.parametrize(("lines", "stays_certain"), [([], set()), ([line("2", "C9", visit_id="V9")], {"C9"})])
def test_a_claim_that_does_not_tell_its_visit_may_be_that_of_any(
    engine: DuckdbEngine, lines: Rows, stays_certain: set[str]
) -> None:
    """One whose line tells it is not."""
    claims = [{"claim_id": "C1"}, {"claim_id": "C3", "visit_id": "V3"}]
    lines = [line("1", amount="5"), *({**each, "amount": "5"} for each in lines)]
    given = batch(claims=claims, lines=lines, orders=[{"visit_id": "V3", "quantity": X}])
    assert certain(engine, given, "orders") == stays_certain

"""Both engines find the same: every offence, with its line, verdict, money, bearer, evidence and place."""

from __future__ import annotations

from itertools import cycle

import pytest

from tests.engines.duckdb.asking import ON, asked, batch, line, offending
from tests.engines.spark.comparing import differences, judged
from tests.engines.spark.conftest import LIMITS
from tests.engines.spark.weaving import Woven, questions, woven
from wicheck.documents.data import data_folder
from wicheck.engines.duckdb.host import DuckdbEngine
from wicheck.engines.interface import Engine
from wicheck.model import Verdict
from wicheck.model.billing import UNREAD

QUERIES = {file.stem for file in data_folder("policies").glob("*/sql/*.sql") if not file.name.endswith(".spark.sql")}


@pytest.mark.needs("java", "pyspark")
def test_of_all_examples_of_all_packs_spark_makes_what_duckdb_makes(spark: Engine) -> None:
    batches = woven(questions())
    with DuckdbEngine(LIMITS) as database:
        wanted = [judged(database, each) for each in batches]

    differing = [
        told for batch, found in zip(batches, wanted, strict=True) for told in differences(spark, batch, found)
    ]

    assert differing == []
    assert {each.query.name for batch in batches for each in batch.asked} == QUERIES
    assert sum(len(offences) for _, offences in wanted) > len(QUERIES)


CELLS = {
    "halved": "CAST(amount / NULLIF(quantity, 0) AS DECIMAL(18, 2))",
    "fine": "CAST(amount / NULLIF(quantity, 0) AS DECIMAL(18, 6))",
    "whole": "CAST(-amount * 3 / NULLIF(quantity, 0) AS DECIMAL(9, 0))",
    "product": "round(amount * quantity, 2)",
    "long_product": "CAST(amount AS DECIMAL(30, 6)) * quantity * CAST(0.1234 AS DECIMAL(5, 4))",
    "rest": "CAST(floor(amount) AS BIGINT) % 7",
    "days": "date_diff('day', service_on, DATE '2024-02-29')",
    "from_time": "date_diff('day', service_at, service_on)",
    "month_later": "CAST(service_on + INTERVAL 1 MONTH AS DATE)",
    "time_later": "service_at + INTERVAL 1 MONTH",
    "days_later": "CAST(service_on + $days * INTERVAL 1 DAY AS DATE)",
    "earlier": "service_on < service_at",
    "trimmed": "concat('<', trim(catalogue_name), '>')",
    "length": "length(catalogue_name)",
    "part": "substr(catalogue_name, 2, 2)",
    "joined": "concat(catalogue_name, CAST(service_on AS VARCHAR), CAST(amount AS VARCHAR))",
    "most": "greatest(amount, quantity, NULL)",
    "certain": "(amount > quantity) IS NOT TRUE",
    "neither": "NULLIF(amount, quantity)",
    "so_far": "sum(amount) OVER (PARTITION BY catalogue_code ORDER BY service_on, row)",
    "before": "lag(amount) OVER (ORDER BY service_on DESC, catalogue_name, row)",
    "alike": "catalogue_name IS NOT DISTINCT FROM catalogue_code",
}
TEXTS = ("\u3000甲 \u00a0", "𠮷b", "", None, "a\\b'c", "ÄÖ-x")
DAYS = ("2024-01-31", "2023-12-31", "1900-03-01", None, "2199-11-30")


@pytest.mark.needs("java", "pyspark")
@pytest.mark.parametrize("few", [0, 1_000_000], ids=["compiled", "interpreted"])
def test_expressions_have_the_same_sense(spark: Engine, few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Among them halves of the last digit (of which a float is a little more or less), ends of months, rare letters."""
    monkeypatch.setattr("wicheck.engines.spark.session._FEW_ROWS", few)
    amounts = [f"{each / 100}" for each in range(1, 20000, 61)]
    cells = zip(amounts, cycle(("2", "8", "20", "64", "160", "6", "0", None)), cycle(TEXTS), cycle(DAYS), strict=False)
    lines = [_line(number, *each) for number, each in enumerate(cells)]
    columns = ", ".join(f"{cell} AS {name}" for name, cell in CELLS.items())
    text = f"SELECT claim_id, row AS line_row, 'fail' AS verdict, amount, {columns} FROM lines"
    given = Woven(batch(lines=lines), (asked(text, evidence=tuple(CELLS), days=45),), ON)

    with DuckdbEngine(LIMITS) as database:
        wanted = judged(database, given)

    assert len(wanted[1]) == len(lines)
    assert list(differences(spark, given, wanted)) == []


def _line(number: int, amount: str, quantity: str | None, name: str | None, day: str | None) -> dict[str, str]:
    cells = {"amount": amount, "quantity": quantity, "catalogue_name": name, "service_on": day}
    moment = {"service_at": f"{day} 23:59:59"} if day and number % 2 else {}
    return line(str(number), **moment, **{name: cell for name, cell in cells.items() if cell is not None})


@pytest.mark.needs("java", "pyspark")
def test_a_number_of_an_earlier_batch_is_seen_by_spark_too(spark: Engine) -> None:
    (question,) = (
        each
        for each in {each.asked.query.name: each.asked for each in questions()}.values()
        if each.query.name == "claim_number_of_earlier_batch"
    )
    claims = [{"claim_id": f"C{number}", "total_amount": "5"} for number in range(3)]
    header = [("a", "H1", *[None] * 11)]

    with DuckdbEngine(LIMITS) as database:
        found = []
        for engine in (spark, database):
            engine.open(batch({"batch": header}, claims=claims)._replace(name="a"))
            engine.open(batch({"batch": header}, claims=claims[1:])._replace(name="b", earlier=["a"]))
            found.append(engine.judge([question], ON).answers[question.rule].rows)

    assert [row.claim_id for row in found[0]] == ["C1", "C2"]
    assert found[0] == found[1]


@pytest.mark.needs("java", "pyspark")
def test_what_would_fail_is_unknown_in_both_where_rows_are_lost(spark: Engine) -> None:
    question = asked(offending(), evidence=(UNREAD,))._replace(unread=2)
    given = Woven(batch(lines=[line("1", amount="5")]), (question,), ON)

    with DuckdbEngine(LIMITS) as database:
        wanted = judged(database, given)

    assert [(row.verdict, row.evidence) for row in wanted[1]] == [(Verdict.UNKNOWN, {UNREAD: "2"})]
    assert list(differences(spark, given, wanted)) == []


@pytest.mark.needs("java", "pyspark")
def test_what_a_row_kept_aside_may_take_back_is_unknown_in_both(spark: Engine) -> None:
    question = asked(offending())._replace(touching=("lines",))
    lines = [line("1", amount="5"), line("2", amount="?"), line("1", "C2", amount="7")]
    given = Woven(batch(lines=lines), (question,), ON)

    with DuckdbEngine(LIMITS) as database:
        wanted = judged(database, given)

    assert [(row.claim_id, row.verdict) for row in wanted[0].answers["r/a"].rows] == [
        ("C2", Verdict.FAIL),
        ("C1", Verdict.UNKNOWN),
    ]
    assert list(differences(spark, given, wanted)) == []

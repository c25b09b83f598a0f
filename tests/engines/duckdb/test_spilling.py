"""A batch larger than the memory it may use is judged all the same, from disk, and nothing is left there."""

from pathlib import Path

from wicheck.engines.duckdb.host import DuckdbEngine
from wicheck.engines.interface import MIB, Limits
from wicheck.model import Verdict

from .asking import ON, asked, batch, known_tables

LINES = 500_000
EACH_TWICE = """
SELECT l.claim_id, l.row AS line_row, 'fail' AS verdict, l.amount
FROM lines AS l
JOIN (SELECT claim_id, line_number, count(*) AS times, min(row) AS first FROM lines GROUP BY claim_id, line_number) AS d
    ON d.claim_id = l.claim_id AND d.line_number = l.line_number
WHERE l.row > d.first
"""


def written(folder: Path) -> Path:
    path = folder / "lines.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write("claim_id,line_number,amount\n")
        file.writelines(
            f"claim-with-a-long-name-{n % 250_000:07},line-of-it-{n % 250_000:07},1.50\n" for n in range(LINES)
        )
    return path


def test_it_completes_by_spilling(tmp_path):
    path = written(tmp_path)
    source = {
        "format": "csv",
        "shown": "lines.csv",
        "path": str(path),
        "positions": {"claim_id": 0, "line_number": 1, "amount": 2},
        "width": 3,
        "delimiter": ",",
        "header_line": 1,
    }
    given = batch()
    given.tables["lines"]["sources"].append(source)
    needed = known_tables()["lines"].columns.keys() & {"claim_id", "line_number", "amount"}
    assert path.stat().st_size > 16 * MIB
    assert len(needed) == 3

    with DuckdbEngine(Limits(memory_bytes=64 * MIB, threads=2)) as engine:
        loaded = engine.open(given)
        found = engine.judge([asked(EACH_TWICE)], ON)
        workspace = engine._workspace

    assert loaded.tables["lines"]["rows"] == LINES
    assert found.answers["r/a"].failure is None
    assert found.answers["r/a"].counts == {Verdict.FAIL: LINES // 2}
    assert found.totals.amount == LINES // 2 * 3 // 2
    assert not workspace.exists()

"""Files of offences put together: all rows, each with whose it is, in bounded memory."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import duckdb

from wicheck.engines.duckdb.joining import Piece, joined

MANY = 750_000
JOIN = """\
import resource, sys
from pathlib import Path
from wicheck.engines.duckdb.joining import Piece, joined
folder = Path(sys.argv[1])
joined([Piece("h1", f"b{n}", "jinhua", folder / "many.parquet") for n in range(4)], folder / "joined.parquet")
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def offences(file: Path, rows: int) -> Path:
    with duckdb.connect() as connection:
        connection.execute(
            "COPY (SELECT 'jinhua-3/price' AS rule, 'J' || i AS claim_id, CAST(i AS DECIMAL(18,6)) AS amount, "
            f"md5(CAST(i AS VARCHAR)) AS evidence FROM range({rows}) AS t(i)) TO '{file}' (FORMAT parquet)"
        )
    return file


def test_rows_stand_in_the_order_of_the_batches_each_with_whose_it_is(tmp_path: Path) -> None:
    file = offences(tmp_path / "some.parquet", 2)
    odd = Piece("it's", "三月", "base", file)
    whole = joined([Piece("h1", "四月", "jinhua", file), odd], tmp_path / "joined.parquet")
    with duckdb.connect() as connection:
        found = connection.execute(
            "SELECT institution, batch, pack, claim_id, amount FROM read_parquet($1)", [str(whole)]
        ).fetchall()
    assert [(*each[:4], float(each[4])) for each in found] == [
        ("h1", "四月", "jinhua", "J0", 0),
        ("h1", "四月", "jinhua", "J1", 1),
        ("it's", "三月", "base", "J0", 0),
        ("it's", "三月", "base", "J1", 1),
    ]


def test_files_without_rows_make_a_file_without_rows(tmp_path: Path) -> None:
    file = offences(tmp_path / "none.parquet", 0)
    whole = joined([Piece("h1", "b", "p", file)], tmp_path / "joined.parquet")
    with duckdb.connect() as connection:
        found = connection.execute("SELECT count(*) FROM read_parquet($1)", [str(whole)]).fetchone()
    assert found == (0,)


def test_three_million_rows_take_no_more_memory_than_they_may(tmp_path: Path) -> None:
    offences(tmp_path / "many.parquet", MANY)
    told = subprocess.run([sys.executable, "-c", JOIN, str(tmp_path)], capture_output=True, check=True, timeout=300)
    assert int(told.stdout) / 1024 < 500

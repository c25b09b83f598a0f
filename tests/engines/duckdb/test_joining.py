"""Files of offences put together: all rows, each with whose it is, in bounded memory."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from wicheck.engines.duckdb.joining import Piece, joined
from wicheck.reports.masking import scrubbed

MANY = 750_000
JOIN = """\
import resource, sys
from pathlib import Path
from wicheck.engines.duckdb.joining import Piece, joined
folder = Path(sys.argv[1])
joined([Piece("h1", f"b{n}", "jinhua", folder / "many.parquet") for n in range(4)], folder / "joined.parquet", False)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def offences(file: Path, rows: int) -> Path:
    with duckdb.connect() as connection:
        connection.execute(
            "COPY (SELECT 'jinhua-3/price' AS rule, 'J' || i AS claim_id, CAST(i AS DECIMAL(18,6)) AS amount, "
            "md5(CAST(i AS VARCHAR)) AS evidence, CAST(NULL AS VARCHAR) AS alert "
            f"FROM range({rows}) AS t(i)) TO '{file}' (FORMAT parquet)"
        )
    return file


def test_rows_stand_in_the_order_of_the_batches_each_with_whose_it_is(tmp_path: Path) -> None:
    file = offences(tmp_path / "some.parquet", 2)
    odd = Piece("it's", "三月", "base", file)
    whole = joined([Piece("h1", "四月", "jinhua", file), odd], tmp_path / "joined.parquet", show_personal=False)
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


@pytest.mark.parametrize("show_personal", [True, False])
@pytest.mark.parametrize(
    "number", ["999999199001011234", "13800001234", "6222020000000001234", "999999199001019", "99999999999999999X"]
)
def test_numbers_in_texts_are_covered_just_as_in_other_formats(
    tmp_path: Path, number: str, show_personal: bool
) -> None:
    text = f'{{"note": "找 {number}/{number}"}}'
    with duckdb.connect() as connection:
        connection.execute(
            f"COPY (SELECT $1 AS evidence, $1 AS alert, $2 AS claim_id) TO '{tmp_path / 'a.parquet'}' (FORMAT parquet)",
            [text, number],
        )
    whole = joined([Piece("h1", "b", "p", tmp_path / "a.parquet")], tmp_path / "joined.parquet", show_personal)
    with duckdb.connect() as connection:
        (found,) = connection.execute("SELECT evidence, alert, claim_id FROM read_parquet($1)", [str(whole)]).fetchall()
    shown = text if show_personal else scrubbed(text)
    assert found == (shown, shown, number)


def test_files_without_rows_make_a_file_without_rows(tmp_path: Path) -> None:
    file = offences(tmp_path / "none.parquet", 0)
    whole = joined([Piece("h1", "b", "p", file)], tmp_path / "joined.parquet", show_personal=False)
    with duckdb.connect() as connection:
        found = connection.execute("SELECT count(*) FROM read_parquet($1)", [str(whole)]).fetchone()
    assert found == (0,)


def test_three_million_rows_take_no_more_memory_than_they_may(tmp_path: Path) -> None:
    offences(tmp_path / "many.parquet", MANY)
    told = subprocess.run([sys.executable, "-c", JOIN, str(tmp_path)], capture_output=True, check=True, timeout=300)
    assert int(told.stdout) / 1024 < 500

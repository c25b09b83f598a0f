"""CSV files are read as they are: every line is a row that is typed, or one that is kept aside with its place."""

from __future__ import annotations

import contextlib
import csv
import io
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engines.duckdb.loads import Loads
from wicheck.engines.duckdb import staging
from wicheck.engines.duckdb.records import count_lines
from wicheck.model.loading import Source

FIELDS = {"claim_id": 0, "catalogue_name": 1, "amount": 2}
HEADER = "结算单号,名称,金额\n"


def export(folder: Path, rows: str | bytes, header: str = HEADER) -> Source:
    path = folder / "lines.csv"
    path.write_bytes(header.encode() + (rows if isinstance(rows, bytes) else rows.encode()))
    return {
        "format": "csv",
        "shown": "lines.csv",
        "path": str(path),
        "positions": FIELDS,
        "width": 3,
        "delimiter": ",",
        "header_line": header.count("\n"),
    }


def lines(loads: Loads) -> list[tuple[int, str | None, str | None]]:
    return [
        (line, claim, name)
        for line, claim, name in loads.all("SELECT file_line, claim_id, catalogue_name FROM lines ORDER BY row")
    ]


def test_ordinary_lines_know_where_they_stand(tmp_path: Path) -> None:
    loads = Loads(tmp_path, lines=[export(tmp_path, "007,药片,12.50\n008,药水,1\n")])
    assert lines(loads) == [(2, "007", "药片"), (3, "008", "药水")]
    assert loads.column("amount", "lines") == [Decimal("12.5"), Decimal(1)]


def test_a_title_above_the_header_shifts_nothing(tmp_path: Path) -> None:
    loads = Loads(tmp_path, lines=[export(tmp_path, "a,b,1\n", f"费用明细\n{HEADER}")])
    assert lines(loads) == [(3, "a", "b")]


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("last", ["", "{0}", "{0}{0}"])
def test_line_ends_do_not_matter(tmp_path: Path, ends: str, last: str) -> None:
    rows = f"a,b,1{ends}c,d,2" + last.format(ends)
    loads = Loads(tmp_path, lines=[export(tmp_path, rows, HEADER.replace("\n", ends))])
    assert lines(loads) == [(2, "a", "b"), (3, "c", "d")]


def test_quoted_cells_may_hold_delimiters_quotes_and_line_ends(tmp_path: Path) -> None:
    loads = Loads(tmp_path, lines=[export(tmp_path, 'a,"b, ""c""",1\nd,"e\nf",2\ng,h,3\n')])
    assert lines(loads) == [(2, "a", 'b, "c"'), (3, "d", "e\nf"), (5, "g", "h")]
    assert loads.result["rejects"] == 0


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("x,y", "too_few_columns"),
        ("x,y,1,2", "too_many_columns"),
        ('x,"y"z,1', "stray_quote"),
        ('x,"y,1', "unterminated_quote"),
        (b"x,\xff\xfe,1", "not_text"),
        (b"x\0,y,1", "not_text"),
    ],
)
def test_a_line_that_is_no_record_is_kept_aside_and_costs_no_other(
    tmp_path: Path, row: str | bytes, reason: str
) -> None:
    odd = row if isinstance(row, bytes) else row.encode()
    loads = Loads(tmp_path, lines=[export(tmp_path, b"a,b,1\n" + odd + b"\nc,d,2\n")])
    assert lines(loads) == [(2, "a", "b"), (4, "c", "d")]
    assert loads.rejects == [(3, None, reason)]
    assert loads.result["rejects"] == 1


def test_two_forgotten_quotes_do_not_swallow_what_stands_between(tmp_path: Path) -> None:
    """By the rules of CSV this is one record of three cells; a row would be gone, and nobody would be told."""
    loads = Loads(tmp_path, lines=[export(tmp_path, 'a,"b,1\nc,d",2\ne,f,3\n')])
    assert loads.rejects == [(2, None, "unterminated_quote")]
    assert [line for line, _, _ in lines(loads)] == [3, 4]


def test_a_delimiter_at_the_end_of_every_line_makes_no_column(tmp_path: Path) -> None:
    loads = Loads(tmp_path, lines=[export(tmp_path, "a,b,1,\nc,d,2,\n")])
    assert len(lines(loads)) == 2
    assert loads.result["rejects"] == 0


def test_empty_lines_are_no_rows(tmp_path: Path) -> None:
    loads = Loads(tmp_path, lines=[export(tmp_path, "a,b,1\n\n\nc,d,2\n\n")])
    assert lines(loads) == [(2, "a", "b"), (5, "c", "d")]
    assert loads.result["rejects"] == 0


def test_a_file_of_one_column(tmp_path: Path) -> None:
    source = export(tmp_path, "a\nb\n", "结算单号\n")
    loads = Loads(tmp_path, lines=[{**source, "positions": {"claim_id": 0}, "width": 1}])
    assert loads.column("claim_id", "lines") == ["a", "b"]


def test_large_files_go_to_parquet_and_are_read_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(staging, "LARGE_BYTES", 0)
    rows = 'a,b,"1,000"\nx,"y,1\nc,d,2\n'
    loads = Loads(
        tmp_path, lines=[export(tmp_path, rows)], claims=[export(tmp_path, rows) | {"positions": {"claim_id": 0}}]
    )
    assert lines(loads) == [(2, "a", "b"), (4, "c", "d")]
    assert loads.all("SELECT row, file_line FROM claims ORDER BY row") == [(2, 2), (3, 4)]
    assert loads.result["rejects"] == 2
    assert list(tmp_path.glob("*.parquet"))


def test_a_large_file_stays_in_memory_while_there_is_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A quarter of the memory, of all tables together."""
    monkeypatch.setattr(staging, "LARGE_BYTES", 0)
    rows = 'a,b,"1,000"\nx,"y,1\nc,d,2\n'
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()
    sources = [export(first, rows), export(second, rows)]
    size = Path(sources[0]["path"]).stat().st_size
    loads = Loads(tmp_path, size * 5, lines=sources)
    assert lines(loads) == [(2, "a", "b"), (4, "c", "d")] * 2
    assert loads.all("SELECT row, file_number FROM lines ORDER BY row") == [(0, 1), (1, 1), (2, 2), (3, 2)]
    assert [path.name for path in tmp_path.glob("*.parquet")] == ["lines-2.parquet"]


@pytest.mark.parametrize("memory_bytes", [0, 1 << 30])
def test_order_holds_over_many_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, memory_bytes: int) -> None:
    """The database reads in parallel; a line number that is off by one leads a person to the wrong claim."""
    monkeypatch.setattr(staging, "LARGE_BYTES", 0)
    rows = "".join(f"{number},示例药片,{number}.5\n" for number in range(2, 300_002))
    loads = Loads(tmp_path, memory_bytes, lines=[export(tmp_path, rows)])
    assert loads.all("SELECT count(*) FROM lines WHERE CAST(claim_id AS BIGINT) = file_line") == [(300_000,)]


CELLS = st.text(alphabet=st.sampled_from('ab,"\n\r 1１-元.\t中'), max_size=5)


@settings(max_examples=60)
@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=6))
def test_what_was_written_as_csv_is_all_there(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str, str]]
) -> None:
    """Rows in are rows typed and rows kept aside; an empty line is none."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(rows)
    folder = tmp_path_factory.mktemp("csv")
    loads = Loads(folder, lines=[export(folder, out.getvalue())])
    typed = loads.result["tables"]["lines"]["rows"]
    assert typed + loads.result["rejects"] >= len(rows)
    aside = {line for line, _, _ in loads.rejects}
    begins = {line for line, _, _ in lines(loads)}
    assert not aside & begins
    assert len(aside) == loads.result["rejects"]
    if not aside:
        assert len(begins) == len(rows)


@settings(max_examples=60)
@given(st.lists(st.text(alphabet=st.sampled_from('ab,"1\t'), max_size=8), max_size=8))
def test_every_line_of_whatever_text_is_a_row_or_kept_aside_or_empty(
    tmp_path_factory: pytest.TempPathFactory, rows: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("csv")
    loads = Loads(folder, lines=[export(folder, "".join(f"{row}\n" for row in rows))])
    begins = {line for line, _, _ in lines(loads)}
    aside = {line for line, _, _ in loads.rejects}
    inside = {
        number for first, _, name in lines(loads) for number in range(first + 1, first + 1 + (name or "").count("\n"))
    }
    # A line of nothing but quotes, commas and blanks has nothing to lose: it may end a cell that is blank.
    filled = {number for number, row in enumerate(rows, start=2) if set(row) & set("ab1")}
    assert filled - inside <= begins | aside | _spanned(loads) | _closed(rows, begins | aside)
    assert begins | aside <= set(range(2, len(rows) + 2))


def _closed(rows: list[str], told: set[int]) -> set[int]:
    """Lines of records that begin on a line that is told of and end properly, as Python reads them."""
    found: set[int] = set()
    for first in told:
        reader = csv.reader(io.StringIO("".join(f"{row}\n" for row in rows[first - 2 :])), strict=True)
        with contextlib.suppress(csv.Error):
            next(reader)
            found |= set(range(first, first + reader.line_num))
    return found


def _spanned(loads: Loads) -> set[int]:
    """Lines within a quoted cell that goes over several, whichever column it is in."""
    spans = loads.all("SELECT file_line, claim_id, catalogue_name FROM lines ORDER BY row")
    return {
        number
        for first, *cells in spans
        for number in range(first, first + 1 + sum((cell or "").count("\n") for cell in cells))
    }


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("h", 1),
        ("h\n", 1),
        ("h\n1", 2),
        ("h\n1\n\n\r\n", 2),
        ("h\n" + "x" * 9000 + "\n\n", 2),
        ("h\n\0\n", -1),
    ],
)
def test_lines_are_counted_without_the_empty_ones_at_the_end(tmp_path: Path, text: str, count: int) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(text.encode())
    assert count_lines(path) == count


WRITTEN = [
    "2026-03-02",
    "2026-03-02 08:30:00",
    "2026/03/02 23:59:59",
    "2026-3-2 8:30",
    "20260302",
    "2026-02-30",
    "2026-02-30 08:30:00",
    "20260-3-02 08:30:00",
    "无",
    "不详",
    "上午",
]


@pytest.mark.parametrize("unknown", [{}, {"service_on": {"不详": None}}, {"service_at": {"不详": None}}])
def test_a_day_and_a_time_from_one_column_are_what_each_is_from_its_own(
    tmp_path: Path, unknown: dict[str, dict[str, None]]
) -> None:
    rows = "".join(f"{text},{text}\n" for text in WRITTEN)
    source = {**export(tmp_path, rows, "时间,又\n"), "width": 2, "values": unknown}
    apart = Loads(tmp_path, lines=[{**source, "positions": {"service_on": 0, "service_at": 1}}])
    at_once = Loads(tmp_path, lines=[{**source, "positions": {"service_on": 0, "service_at": 0}}])
    read = "SELECT row, service_on, service_at FROM lines ORDER BY row"
    assert at_once.all(read) == apart.all(read)
    assert sorted(at_once.rejects) == sorted(apart.rejects)
    assert at_once.result["cleaned"] == apart.result["cleaned"]
    assert len(apart.all(read)) >= 3

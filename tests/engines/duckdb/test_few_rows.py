"""Few rows are read without the database: what comes of them is what it would have made of many."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.engines.duckdb.loads import TABLES, Loads, rows
from wicheck.engines.duckdb import few_rows, tally
from wicheck.model.loading import Source

TEXTS = [
    "", " ", "\u3000", "\t", "a ", " a", "a\u3000", "\u3000a", "a b", "!", "#DIV/0!", "-", "--", "——", "?", "？", "/",
    "#SPILL!", "#GETTING_DATA",
    "NULL", "无", "有", "没有", "不详", "待定", "是", "否", "true", "Y", "0", "1", "01", "9", "1.0", "-1", "+1",
    ".5", "5.", "1.2345678", "0.1234567", "123456789012", "1234567890123", "1,234.50元", "１２３", "1e3", "3.3E+17",
    "330102199001010011", "330102199001010000",
    "٣٣٠١٠٠", "33010٠", "007", "A-1", "a/b", '="0012"', "'0012", "Ａ1", "中文", "住院", "inpatient", "甲",
    "2026-03-01", "2026-3-1", "2026/03/01", "2026 03 01", "2026.03.01", "2026年3月1日", "20260301", "20260301083000",
    "2026-02-30", "1899-01-01", "2200-01-01", "2026-03-01 08:30:00", "2026-03-01T08:30:00", "2026/03/01 08:30:00",
    "2026-03-01 24:00:00", "2026-03-01 25:00:00", "2026-03-01 08:30", "2026-03-01 08:30:00.5", "2026-02-30 08:30:00",
    "2026\\03\\01", "2026-03/01", "20260-3-01", "2026-3-1  ", "2026-03-1 ", "2026-03-1\t", "2026-3-001", "2026-03-0１",
    "2026-03-01 08:30+08", "2026-03-01 08:30:0Z", "2026-03-01 8:30:00 ", "20260-03-01 8:30:00", "2026-03-01\t08:30:00",
    "2026\\03\\01 08:30:00", "2026-03-01 08:30:60", "2026-03-01 08:60:00", "2026-03-01 08:30:5.", "2026-03-01 24:00:01",
    "46082", "46082.5", "330100", "3301", "999",
    "中\u200b药", "\ufeff中药", "中药\u2060", "\u00ad", "A\u200e1", "住\u200b院", "\u200b2026-03-01", "1\u200b2.5",
]  # fmt: skip
FIELDS = ["claim_id", "visit_category", "starts_on", "paid_on", "total_amount", "emergency", "department", "birth_on"]
OF_LINES = ["claim_id", "service_on", "service_at", "quantity", "catalogue_kind", "catalogue_name", "unit_price_amount"]


def both(monkeypatch: pytest.MonkeyPatch, **sources: list[Source]) -> tuple[list[Any], list[Any]]:
    """What is loaded either way: every cell, what was kept aside, and what is told of it."""
    found = []
    for most in (few_rows.MOST_CELLS, -1):
        with monkeypatch.context() as changed:
            changed.setattr(few_rows, "MOST_CELLS", most)
            changed.setattr(tally, "_WORDS_TOLD", 1000)  # of equally many it is chance which are told
            found.append(everything(Loads(Path(), **sources), list(sources)))
    return found[0], found[1]


def everything(loads: Loads, tables: list[str]) -> list[Any]:
    result = {**loads.result, "details": sorted(loads.result["details"], key=str)}
    lost = [loads.all(f"SELECT * FROM {name} ORDER BY ALL") for name in ("rejects", "losses")]
    return [result, *lost, *(loads.all(f"SELECT * FROM {name} ORDER BY row") for name in tables)]


def of_each_form() -> dict[str, tuple[str, str]]:
    """One column, with its table, of every form that there is."""
    found: dict[str, tuple[str, str]] = {}
    for table in TABLES.values():
        for name, form in table.forms.items():
            key = " ".join(
                sorted(f"{what}={value}" for what, value in form.items() if what not in {"words", "personal"})
            )
            found.setdefault(key, (table.name, name))
    return found


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize(("table", "name"), of_each_form().values())
def test_every_form_reads_every_text_alike(
    table: str, name: str, strict: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A column at a time: else one cell that cannot be read would hide what became of the others of its row."""
    few, many = both(monkeypatch, **{table: [rows([name], *([text] for text in TEXTS), strict=strict)]})
    assert few == many


@pytest.mark.parametrize("text", ["2026-03-01", "2026/03/01 08:30:00", "2026 03 01T23:59:59"])
def test_what_differs_from_a_date_by_a_sign_is_read_alike(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    near = [f"{text[:at]}{sign}{text[at + 1 :]}" for at in range(len(text)) for sign in "-/ \\04T:+.Z\t１"]
    for table, name in (("claims", "starts_on"), ("lines", "service_at")):
        few, many = both(monkeypatch, **{table: [rows([name], *([text] for text in near))]})
        assert few == many


def test_the_words_of_a_file_mean_what_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    values = {
        "visit_category": {"21": "inpatient", "99": None},
        "department": {"999": None},
        "claim_id": {"0000": None},
    }
    source = rows(
        ["visit_category", "department", "claim_id"], ["21", "999", "0000"], ["99", "骨科", "1"], values=values
    )
    few, many = both(monkeypatch, claims=[source])
    assert few == many
    assert [row[0] for row in Loads(Path(), claims=[source]).all("SELECT claim_id FROM claims ORDER BY row")] == [
        None,
        "1",
    ]


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_rows_of_several_sources_stay_alike(monkeypatch: pytest.MonkeyPatch, data: st.DataObject) -> None:
    cells = st.one_of(st.none(), st.sampled_from(TEXTS), st.text(alphabet="ab1.-元 \t中－,E+", max_size=6))

    def source(fields: list[str]) -> Source:
        return rows(
            fields, *data.draw(st.lists(st.lists(cells, min_size=len(fields), max_size=len(fields)), max_size=4))
        )

    few, many = both(monkeypatch, claims=[source(FIELDS), source(FIELDS[::-2])], lines=[source(OF_LINES)])
    assert few == many

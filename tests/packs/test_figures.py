"""The figures a rule states are told whether or not anything can be decided."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.packs.region import CLAUSES, header, loaded
from wicheck.documents.schemas import Schemas
from wicheck.packs.figures import stated_figures
from wicheck.plugins import workshop

FIGURE = "check: at_least\n      value: institution.rehabilitation.ward.beds_count\n      minimum: 50"
ENTRIES = "check: each_entry\n      entries: institution.rehabilitation.equipment\n      checks"
TERM = "from: application.publicity.starts_on\n      to: application.publicity.ends_on"


@pytest.mark.parametrize(
    ("record", "instead", "said"),
    [
        ("institution", FIGURE, ["50 张"]),
        ("institution", FIGURE.replace("50", "{2021-01-01: 50, 2026-01-01: 60}"), ["60 张"]),
        ("institution", FIGURE.replace("50", "{2027-01-01: 60}"), []),
        ("application", f"check: lasts\n      {TERM}\n      working_days: 5", ["5 个工作日"]),
        ("application", f"check: within\n      {TERM}\n      months: 2", ["2 个月"]),
        ("application", "check: in_months\n      value: application.applied_on\n      months: [3]", ["3 月"]),
        ("institution", "check: present\n      value: institution.name", []),
        ("episode", f"{ENTRIES}: [{{check: at_least, value: entry.quantity, minimum: 6}}]", ["6"]),
        (
            "episode",
            "check: at_most_per_year\n      entries: episode.changes\n      date: changed_on\n      maximum: 1",
            ["1"],
        ),
    ],
)
def test_figures_with_their_units(tmp_path: Path, record: str, instead: str, said: list[str]) -> None:
    clauses = CLAUSES.replace(FIGURE, instead).replace("record: institution", f"record: {record}")
    (clause,) = loaded(tmp_path, header() + clauses).clauses
    made = stated_figures(clause.rules[0], clause, date(2026, 3, 10), Schemas(), workshop())
    assert [figure.zh for figure in made] == said

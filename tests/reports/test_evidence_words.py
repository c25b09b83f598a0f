"""Codes in evidence are told in words, each reader's own: no text mixes two languages."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.reports.claims import PRICE, batch, billed, offence, rule
from tests.reports.formats.writing import text
from wicheck.documents.schemas import Schemas
from wicheck.model import Language, Text
from wicheck.packs.queries import Queries
from wicheck.reports import Report
from wicheck.reports.alerts import alert

POLICIES = Path(__file__).parents[2] / "policies"
QUERIES = sorted(file for file in POLICIES.glob("*/sql/*.sql") if not file.name.endswith(".spark.sql"))
COLUMNS: Any = {
    "reason": {"zh": "情形", "en": "what was found", "words": {"away": {"zh": "离院期间", "en": "while away"}}},
    "name": {"zh": "项目", "en": "item"},
}


def made() -> Report:
    """One row with a code and a name, and one whose reason is no code."""
    rows = [
        offence(1, 5, evidence={"reason": "away", "name": "床位费"}, alert=None),
        offence(2, 4, evidence={"reason": "别的", "name": "护理费"}, alert=None),
    ]
    return billed(batch(rules=[rule(PRICE, Text("挂床", "away"), rows, 9, {"fail": 2}, columns=COLUMNS)]))


@pytest.mark.parametrize("name", ["terminal", "markdown", "html", "github", "sarif", "notice"])
def test_every_format_tells_the_words_of_its_language(name: str) -> None:
    chinese, english = (text(name, made(), language) for language in Language)
    assert "情形 离院期间" in chinese
    assert "what was found while away" in english
    assert "what was found 别的" in english  # what is no code stands for itself
    assert "离院期间" not in english


def test_the_text_for_the_institution_has_each_language_s_words() -> None:
    template: Any = {"zh": "{reason}（{name}）", "en": "{reason} ({name})"}
    said = alert(template, COLUMNS, {"reason": "away"}, "fail")
    assert said == {"zh": "离院期间（不详）", "en": "while away (not known)"}


@pytest.mark.parametrize("file", QUERIES, ids=lambda file: file.stem)
def test_queries_give_codes_that_their_header_explains(file: Path) -> None:
    made = Queries(Schemas()).read(file)
    body = re.sub("--[^\n]*", "", made.sql[made.sql.index("*/") :])
    mixed = [each for each in re.findall("'([^']*)'", body) if re.search("[一-鿿].*[a-z]{3}", each)]
    assert mixed == []
    unused = [code for column in made.evidence.values() for code in column.words if f"'{code}'" not in body]
    assert unused == []

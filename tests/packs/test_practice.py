"""The practice pack: screens that no text grounds may ask for a look, and never more."""

from __future__ import annotations

from pathlib import Path

import pytest

from wicheck.documents.schemas import Schemas
from wicheck.library import Library
from wicheck.model import Pack, Stage
from wicheck.packs.queries import Queries
from wicheck.packs.select import matching
from wicheck.plugins import workshop


@pytest.fixture(scope="module")
def library() -> Library:
    return Library(Schemas(), workshop())


@pytest.fixture(scope="module")
def practice(library: Library) -> Pack:
    (pack,) = library.packs(("practice",))
    return pack


def test_no_division_calls_for_it(library: Library, practice: Pack) -> None:
    chosen = {folder.id for code in ("640100", "370100", "330700") for folder in matching(code, library.folders)}
    assert practice.division is None
    assert (len(chosen), practice.id in chosen) == (3, False)


def test_none_of_its_queries_can_fail_or_ask_for_a_decision(practice: Pack) -> None:
    queries = Queries(Schemas())
    texts = {rule.id: queries.of(rule, practice).sql for rule in practice.rules}
    said = {rule: [word for word in ("'fail'", "'review'") if word in text] for rule, text in texts.items()}
    assert {rule: words for rule, words in said.items() if words} == {}
    assert all("'suspect'" in text for text in texts.values())


def test_none_of_its_rules_claims_a_text_or_weighs_in_an_admission(practice: Pack) -> None:
    assert {rule.id for rule in practice.rules if rule.grounded or rule.stage is Stage.ADMISSION} == set()


def test_median_stands_only_in_the_outlier_query_which_has_a_second_text(practice: Pack) -> None:
    folder = Path(practice.folder)
    texts = [file for room in (folder, folder.parent / "common") for file in (room / "sql").glob("*.sql")]
    using = {file.name for file in texts if "median(" in file.read_text(encoding="utf-8")}
    assert using == {"cost_outlier.sql"}
    assert (folder / "sql" / "cost_outlier.spark.sql").is_file()

"""at_least: the figure itself is enough, one below is not, and nothing written never passes."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.checks.bench import BenchBinder, deciding, record
from wicheck.checks.at_least import KIND
from wicheck.model import Quantity, ReadingSource, Text, Told, Verdict

BEDS = "institution.beds_count"


@pytest.mark.parametrize(
    ("beds", "verdict"), [(49, Verdict.FAIL), (50, Verdict.PASS), (51, Verdict.PASS), (0, Verdict.FAIL)]
)
def test_the_figure_itself_is_included(beds: int, verdict: Verdict) -> None:
    decide = deciding(KIND, value=BEDS, minimum=50)
    assert decide(record(institution={"beds_count": beds})).verdict is verdict


def test_a_shortfall_is_told() -> None:
    outcome = deciding(KIND, value=BEDS, minimum=50)(record(institution={"beds_count": 49}))
    assert (outcome.observed, outcome.required, outcome.shortfall) == (49, 50, 1)


def test_nothing_written_is_unknown_and_names_the_path() -> None:
    outcome = deciding(KIND, value=BEDS, minimum=50)(record(institution={}))
    assert outcome.verdict is Verdict.UNKNOWN
    assert outcome.missing == (("institution", "beds_count"),)


@pytest.mark.parametrize("minimum", [0, 6])
def test_no_beds_on_no_area_is_unknown(minimum: int) -> None:
    binder = BenchBinder(facts={"area": lambda _: Quantity(Decimal(0), 0)})
    assert deciding(KIND, binder, fact="area", minimum=minimum)(record(institution={})).verdict is Verdict.UNKNOWN


@pytest.mark.parametrize(("area", "verdict"), [("299.99", Verdict.REVIEW), ("300", Verdict.PASS)])
def test_a_vague_word_leaves_a_shortfall_to_people(area: str, verdict: Verdict) -> None:
    binder = BenchBinder(facts={"area": lambda _: Quantity(Decimal(area), 50)})
    decide = deciding(KIND, binder, fact="area", minimum=6, exceptions_allowed="左右")
    assert decide(record(institution={})).verdict is verdict


@pytest.mark.parametrize(
    ("counted", "stated", "verdict"),
    [
        (9, 10, Verdict.UNKNOWN),
        (10, 9, Verdict.UNKNOWN),
        (8, 9, Verdict.FAIL),
        (12, 10, Verdict.PASS),
    ],
)
def test_of_two_figures_told_neither_decides_where_they_would_differ(
    counted: int, stated: int, verdict: Verdict
) -> None:
    note = Text(f"花名册上 {counted} 人，所填人数为 {stated}", f"{counted} on the roster, {stated} stated")
    binder = BenchBinder(facts={"doctors": lambda _: Quantity(counted, told=(Told("stated", note, stated),))})
    outcome = deciding(KIND, binder, fact="doctors", minimum=10)(record(institution={}))
    assert outcome.verdict is verdict
    assert note.zh in outcome.message.text.filled(outcome.values).zh


@pytest.mark.parametrize("doctors", [2, 12])
def test_what_must_be_told_beside_the_number_stands_in_the_message(doctors: int) -> None:
    note = Text(f"花名册上 {doctors} 人，所填人数为 9", f"{doctors} on the roster, 9 stated")
    binder = BenchBinder(facts={"doctors": lambda _: Quantity(doctors, told=(Told("stated", note, doctors),))})
    outcome = deciding(KIND, binder, fact="doctors", minimum=10)(record(institution={}))
    said = outcome.message.text.filled(outcome.values)
    assert f"{doctors}（花名册上 {doctors} 人，所填人数为 9）" in said.zh
    assert f"{doctors} ({doctors} on the roster, 9 stated)" in said.en


def test_a_shortfall_of_a_hair_is_neither_hidden_nor_rounded_away() -> None:
    binder = BenchBinder(facts={"area": lambda _: Quantity(Decimal("299.99"), 50)})
    outcome = deciding(KIND, binder, fact="area", minimum=6)(record(institution={}))
    assert outcome.verdict is Verdict.FAIL
    assert outcome.observed == Decimal("5.99")
    assert outcome.shortfall == Decimal("0.01")


@pytest.mark.parametrize(("area", "verdict"), [("5.4", Verdict.FAIL), ("5.5", Verdict.PASS)])
def test_an_agencys_reading_decides_where_the_text_is_vague(area: str, verdict: Verdict) -> None:
    decide = deciding(
        KIND, value="institution.area", minimum=6, exceptions_allowed="左右", readings={"agency": Decimal("5.5")}
    )
    outcome = decide(record(institution={"area": Decimal(area)}))
    assert outcome.verdict is verdict
    assert outcome.reading is ReadingSource.AGENCY

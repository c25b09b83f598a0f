"""at_most: the figure itself is within, one above is not, and nothing written never passes."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.checks.bench import BenchBinder, deciding, record
from wicheck.checks.at_most import KIND
from wicheck.model import Quantity, ReadingSource, Verdict


@pytest.mark.parametrize(("experts", "verdict"), [(0, "pass"), (4, "pass"), (5, "pass"), (6, "fail")])
def test_the_figure_itself_is_included(experts: int, verdict: str) -> None:
    decide = deciding(KIND, value="institution.n", maximum=5)
    assert decide(record(institution={"n": experts})).verdict == verdict


def test_an_excess_is_told() -> None:
    outcome = deciding(KIND, value="institution.n", maximum=5)(record(institution={"n": 8}))
    assert (outcome.observed, outcome.required, outcome.shortfall) == (8, 5, 3)
    assert "超出 3" in outcome.message.text.filled(outcome.values).zh


def test_nothing_written_is_unknown_and_names_the_path() -> None:
    outcome = deciding(KIND, value="institution.n", maximum=5)(record(institution={}))
    assert outcome.verdict is Verdict.UNKNOWN
    assert outcome.missing == (("institution", "n"),)


def test_nothing_to_divide_by_is_unknown() -> None:
    binder = BenchBinder(facts={"cost": lambda _: Quantity(Decimal(0), 0)})
    assert deciding(KIND, binder, fact="cost", maximum=5)(record(institution={})).verdict is Verdict.UNKNOWN


def test_an_excess_of_a_hair_is_neither_hidden_nor_rounded_away() -> None:
    binder = BenchBinder(facts={"cost": lambda _: Quantity(Decimal("300.01"), 50)})
    outcome = deciding(KIND, binder, fact="cost", maximum=6)(record(institution={}))
    assert (outcome.verdict, outcome.observed, outcome.shortfall) == (Verdict.FAIL, Decimal("6.01"), Decimal("0.01"))


@pytest.mark.parametrize(("days", "verdict"), [(30, "pass"), (31, "review")])
def test_a_vague_word_leaves_an_excess_to_people(days: int, verdict: str) -> None:
    outcome = deciding(KIND, value="institution.n", maximum=30, exceptions_allowed="一般")(
        record(institution={"n": days})
    )
    assert outcome.verdict == verdict


@pytest.mark.parametrize(("days", "verdict"), [(35, "pass"), (36, "fail")])
def test_an_agencys_reading_decides_where_the_text_is_vague(days: int, verdict: str) -> None:
    outcome = deciding(KIND, value="institution.n", maximum=30, exceptions_allowed="一般", readings={"agency": 35})(
        record(institution={"n": days})
    )
    assert (outcome.verdict, outcome.reading) == (verdict, ReadingSource.AGENCY)

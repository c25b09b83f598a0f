"""entries_complete: each entry of a list says what is asked of it, and what is not written is named."""

from __future__ import annotations

from typing import Any

from tests.checks.bench import deciding, record
from wicheck.checks.entries_complete import KIND
from wicheck.model import Outcome, Verdict

LIST = "institution.equipment"
WALKER = {"name": "减重步行训练器", "model": "A-1", "function": "步态训练"}


def decided(**institution: Any) -> Outcome:
    return deciding(KIND, value=LIST, keys=["model", "function"])(record(institution=institution))


def test_every_entry_that_says_both_words_passes() -> None:
    assert decided(equipment=[WALKER, WALKER]).verdict is Verdict.PASS


def test_a_word_not_written_is_unknown_and_named() -> None:
    outcome = decided(equipment=[WALKER, {"name": "起立床", "model": "B-2"}])
    assert outcome.verdict is Verdict.UNKNOWN
    assert outcome.missing == (("institution", "equipment", 1, "function"),)


def test_a_list_not_written_is_unknown_and_named() -> None:
    assert decided().missing == (("institution", "equipment"),)


def test_no_entries_at_all_is_a_failure() -> None:
    assert decided(equipment=[]).verdict is Verdict.FAIL


def test_a_word_declared_as_none_is_a_failure_at_its_place() -> None:
    outcome = decided(equipment=[WALKER, {**WALKER, "model": False}])
    assert outcome.verdict is Verdict.FAIL
    assert outcome.evidence == (("institution", "equipment", 1, "model"),)

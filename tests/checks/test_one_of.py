"""one_of: one of the allowed choices, in the words a clerk knows."""

from __future__ import annotations

import pytest

from tests.checks.bench import BenchBinder, deciding, record
from wicheck.checks.one_of import KIND
from wicheck.errors import PackError
from wicheck.model import Text, Verdict

LEVELS = {
    "level_3": Text("三级", "level 3"),
    "level_2": Text("二级", "level 2"),
    "level_1": Text("一级", "level 1"),
}
BINDER = BenchBinder(enums={"institution.level": LEVELS})
decide = deciding(KIND, BINDER, value="institution.level", allowed=["level_2", "level_3"])


@pytest.mark.parametrize(("level", "verdict"), [("level_3", "pass"), ("level_2", "pass"), ("level_1", "fail")])
def test_only_the_allowed_ones_pass(level: str, verdict: str) -> None:
    assert decide(record(institution={"level": level})).verdict == verdict


def test_the_finding_speaks_in_labels() -> None:
    outcome = decide(record(institution={"level": "level_1"}))
    assert outcome.message.text.filled(outcome.values).zh == "institution.level：一级，应为：二级、三级"


def test_not_written_is_unknown_and_named() -> None:
    outcome = decide(record(institution={}))
    assert (outcome.verdict, outcome.missing) == (Verdict.UNKNOWN, (("institution", "level"),))


def test_declared_as_none_fails() -> None:
    outcome = decide(record(institution={"level": False}))
    assert (outcome.verdict, outcome.message.id) == (Verdict.FAIL, "one_of.none")


def test_a_value_no_document_can_have_is_a_fault_of_the_pack() -> None:
    with pytest.raises(PackError, match="level_4"):
        deciding(KIND, BINDER, value="institution.level", allowed=["level_4"])


def test_a_text_is_taken_as_it_is() -> None:
    plain = deciding(KIND, value="institution.specialty", allowed=["康复"])
    assert plain(record(institution={"specialty": "康复"})).verdict is Verdict.PASS

"""includes: everything the text names occurs in the list."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.bench import BenchBinder, deciding, record
from wicheck.checks.includes import KIND
from wicheck.errors import PackError
from wicheck.model import Outcome, Text, Verdict

SOURCES = {"health": Text("卫健", "health"), "finance": Text("财政", "finance"), "other": Text("其他", "other")}
BINDER = BenchBinder(enums={"institution.members.source": SOURCES, "institution.kinds": SOURCES})
MEMBERS = ("institution", "members")


def members(*sources: str | None) -> dict[str, Any]:
    return {"members": [{"source": source} if source else {"name": "某"} for source in sources]}


def asking(data: dict[str, Any]) -> Outcome:
    decide = deciding(KIND, BINDER, value="institution.members", key="source", required=["health", "finance"])
    return decide(record(institution=data))


def test_all_that_is_asked_for_passes_and_names_the_entries() -> None:
    outcome = asking(members("other", "finance", "health"))
    assert outcome.verdict is Verdict.PASS
    assert outcome.evidence == ((*MEMBERS, 1, "source"), (*MEMBERS, 2, "source"))


def test_what_lacks_is_told_in_labels() -> None:
    outcome = asking(members("other", "health"))
    assert (outcome.verdict, outcome.shortfall) == (Verdict.FAIL, 1)
    assert outcome.message.text.filled(outcome.values).zh.endswith("缺少财政")


def test_an_empty_list_lacks_everything() -> None:
    outcome = asking({"members": []})
    assert (outcome.verdict, outcome.shortfall) == (Verdict.FAIL, 2)


def test_a_list_below_something_declared_as_none_lacks_everything() -> None:
    assert asking({"members": False}).verdict is Verdict.FAIL


def test_no_list_is_unknown() -> None:
    assert (asking({}).verdict, asking({}).missing) == (Verdict.UNKNOWN, (MEMBERS,))


def test_an_entry_that_could_be_what_lacks_leaves_it_open() -> None:
    outcome = asking(members("health", None))
    assert (outcome.verdict, outcome.missing) == (Verdict.UNKNOWN, ((*MEMBERS, 1, "source"),))


def test_one_entry_cannot_be_two_things() -> None:
    assert asking(members("other", None)).verdict is Verdict.FAIL


def test_an_open_entry_does_not_matter_where_nothing_lacks() -> None:
    assert asking(members("health", "finance", None)).verdict is Verdict.PASS


def test_a_list_of_plain_values() -> None:
    decide = deciding(KIND, BINDER, value="institution.kinds", required=["health"])
    assert decide(record(institution={"kinds": ["health"]})).verdict is Verdict.PASS
    assert decide(record(institution={"kinds": ["other"]})).verdict is Verdict.FAIL


def test_a_value_no_entry_can_have_is_a_fault_of_the_pack() -> None:
    with pytest.raises(PackError, match="helth"):
        deciding(KIND, BINDER, value="institution.members", key="source", required=["helth"])

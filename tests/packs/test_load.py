"""Loading a pack verifies all of it, and a fault names its file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.packs.region import CLAUSES, header, loaded
from wicheck.errors import PackError
from wicheck.model import Binds, ClauseKind, PackStatus, ServiceKind, Stage


def test_a_pack_reads_like_the_law(tmp_path: Path) -> None:
    pack = loaded(tmp_path)
    (clause,) = pack.clauses
    (rule,) = clause.rules
    assert (pack.status, clause.kind, clause.article) == (PackStatus.IN_FORCE, ClauseKind.RULE, "第一条")
    assert rule.id == "example-1/beds_min_50"
    assert (rule.stage, rule.binds) == (Stage.ADMISSION, Binds.INSTITUTION)
    assert rule.service_kinds == (ServiceKind.REHABILITATION,)
    assert rule.arguments == {"value": "institution.rehabilitation.ward.beds_count", "minimum": 50}


def test_clauses_may_stand_in_files_beside_the_header(tmp_path: Path) -> None:
    folder = tmp_path / "example-2026"
    folder.mkdir()
    (folder / "01-first.yaml").write_text("wicheck: clauses/v1\n" + CLAUSES, encoding="utf-8")
    other = CLAUSES.replace("example-1", "example-2")
    (folder / "02-second.yaml").write_text("wicheck: clauses/v1\n" + other, encoding="utf-8")
    from tests.packs.region import library_of

    (folder / "pack.yaml").write_text(header(), encoding="utf-8")
    (pack,) = library_of(tmp_path).packs(["example-2026"])
    assert [clause.id for clause in pack.clauses] == ["example-1", "example-2"]


@pytest.mark.parametrize(
    ("wrong", "right", "line", "said"),
    [
        ("minimum: 50", "minimum: fifty", 17, "fifty"),
        ("check: at_least", "check: at_lest", 17, "at_lest"),
        ("minimum: 50", "minimum: 50\n      unknown_argument: 1", 17, "unknown_argument"),
        ("kind: rule", "kind: rules", 12, "rules"),
        ("article: 第一条", "article: 1", 11, "1"),
        ("  record: institution\n", "", 16, "record"),
    ],
)
def test_a_fault_names_its_line(tmp_path: Path, wrong: str, right: str, line: int, said: str) -> None:
    assert wrong in CLAUSES
    with pytest.raises(PackError) as raised:
        loaded(tmp_path, header() + CLAUSES.replace(wrong, right))
    assert raised.value.location is not None
    assert raised.value.location.line == line
    assert said in str(raised.value)


@pytest.mark.parametrize("place", ["checks", "when"])
def test_checks_within_checks_are_verified_too(tmp_path: Path, place: str) -> None:
    parts = dict.fromkeys(("when", "checks"), "{check: is_true, value: institution.rehabilitation.ward.dedicated}")
    parts[place] = parts[place].replace("check:", "colour: red, check:")
    nested = f"check: only_where\n      when: [{parts['when']}]\n      checks: [{parts['checks']}]"
    rule = "check: at_least\n      value: institution.rehabilitation.ward.beds_count\n      minimum: 50"
    assert rule in CLAUSES
    with pytest.raises(PackError, match="colour"):
        loaded(tmp_path, header() + CLAUSES.replace(rule, nested))


def test_a_clause_that_stands_twice_is_refused(tmp_path: Path) -> None:
    twice = header() + CLAUSES + CLAUSES.removeprefix("clauses:\n")
    with pytest.raises(PackError, match="example-1"):
        loaded(tmp_path, twice)


def test_the_digest_changes_with_any_file(tmp_path: Path) -> None:
    first = loaded(tmp_path / "a").digest
    second = loaded(tmp_path / "b", header() + CLAUSES.replace("50 beds or more", "50 beds")).digest
    assert first != second
    assert first == loaded(tmp_path / "c").digest

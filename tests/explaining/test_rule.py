"""A rule's page: fixed headings in a fixed order, only those that have something to say."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import EXAMPLES
from tests.packs.region import CLAUSES, header, library_of, write_pack
from wicheck.explaining.lookup import explanation
from wicheck.explaining.page import Page, Section, Style

GUARDED = CLAUSES.replace(
    "      topic: rehab_beds\n",
    "      topic: rehab_beds\n"
    "      grounded: false\n"
    "      exceptions_allowed: 左右\n"
    "      remedy: {zh: 增设床位, en: add beds}\n"
    "      only_if: {check: is_true, value: institution.rehabilitation.ward.dedicated}\n",
)


def page(root: Path, clauses: str = CLAUSES, examples: str = EXAMPLES) -> Page:
    write_pack(root, header() + clauses)
    (root / "example-2026" / "examples").mkdir()
    (root / "example-2026" / "examples" / "1.yaml").write_text(examples, encoding="utf-8")
    return explanation("example-1/beds_min_50", library_of(root))


def under(name: str, of: Page) -> Section:
    (found,) = (section for section in of.sections if section.name == name)
    return found


def test_the_headings_are_those_that_have_something_to_say(tmp_path: Path) -> None:
    names = [section.name for section in page(tmp_path / "a").sections]
    assert names == ["asks", "figure", "decided", "data", "meets", "breaks", "clause", "scope"]
    more = [section.name for section in page(tmp_path / "b", GUARDED).sections]
    assert more == ["asks", "figure", "condition", "decided", "data", "remedy", "clause", "scope"]


def test_examples_are_documents_with_what_is_found(tmp_path: Path) -> None:
    document, found = under("breaks", page(tmp_path)).lines
    assert document.style is Style.CODE
    assert document.text.zh == "wicheck: institution/v1\n康复:\n  康复病房:\n    床位数: 49"
    assert document.text.en == "wicheck: institution/v1\nrehabilitation:\n  ward:\n    beds_count: 49"
    assert found.text.zh.startswith("结论：不符合。")
    assert "差 1 张" in found.text.zh


def test_the_clause_says_when_a_rule_only_follows_from_it(tmp_path: Path) -> None:
    plain = [line.text.zh for line in under("clause", page(tmp_path / "a")).lines]
    derived = [line.text.zh for line in under("clause", page(tmp_path / "b", GUARDED)).lines]
    assert plain == ["示例市：示例市办法，第一条", "大意（非原文）：床位 50 张以上"]
    assert derived[-1] == "由条文推出，条文没有直接写明"


@pytest.mark.parametrize(
    ("dates", "told"),
    [
        ("", "原文没有载明日期"),
        ("effective_from: 2021-01-01\n", "自 2021-01-01 起（依据不明）"),
        ("effective_from: 2021-01-01\nexpires_on: 2026-12-31\n", "自 2021-01-01 起（依据不明），至 2026-12-31"),
    ],
)
def test_the_scope_says_since_when(tmp_path: Path, dates: str, told: str) -> None:
    last = under("scope", page(tmp_path, dates + CLAUSES)).lines[-1].text.zh
    assert last == f"施行：{told}"


def test_who_attests_is_told_where_people_may_have_to(tmp_path: Path) -> None:
    assert "认定人：经办机构" in [line.text.zh for line in under("scope", page(tmp_path / "a", GUARDED)).lines]
    assert not any("认定人" in line.text.zh for line in under("scope", page(tmp_path / "b")).lines)

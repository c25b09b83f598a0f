"""Which tests there are, and what they are called and chosen by."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pytest_plugin.conftest import Call, Found
from tests.pytest_plugin.region import APPLICATION_RULE, write, write_application, write_institution, write_region
from wicheck import pytest_plugin

H1 = "dossiers/h1.yaml::institution.h1::"
RULES = {
    "example-1/met 床位不少于十张",
    "example-1/short 床位不少于五十张",
    "example-1/waived 床位不少于六十张",
    "example-1/lacking 病房净面积",
    "example-1/judged 设备完善",
    "example-1/guarded 大病房",
}


def of_law(ids: list[str]) -> list[str]:
    """Without what the base pack has to say of the same record."""
    return [each for each in ids if "::example-1/" in each]


def test_every_rule_and_record_is_a_test_named_by_rule_and_title(found: Found) -> None:
    assert {each.removeprefix(H1) for each in of_law(found("dossiers"))} == RULES


def test_each_institution_has_its_own(repository: Path, found: Found) -> None:
    write_institution(repository / "dossiers", "h2")
    ids = of_law(found("dossiers"))
    assert len(ids) == len(set(ids)) == 2 * len(RULES)


def test_two_applications_make_two_hearings_with_names_of_their_own(repository: Path, found: Found) -> None:
    write_application(repository / "dossiers", "a1")
    write_application(repository / "dossiers", "a2")
    ids = of_law(found("dossiers"))
    assert len(ids) == len(set(ids)) == 2 * len(RULES)
    assert any("institution.h1（h1/a2）::" in each for each in ids)


def test_without_the_option_nothing_is_collected(pytester: pytest.Pytester, repository: Path) -> None:
    done = pytester.runpytest_inprocess("dossiers", plugins=[pytest_plugin])
    assert done.ret == pytest.ExitCode.NO_TESTS_COLLECTED


def test_python_tests_run_beside_the_documents(repository: Path, call: Call) -> None:
    write(repository / "dossiers" / "test_own.py", "def test_own():\n    pass\n")
    assert call("dossiers", "-k", "test_own or 床位不少于十张").parseoutcomes()["passed"] == 2


def test_a_file_of_tests_alone_is_not_taken_for_a_document(repository: Path, call: Call) -> None:
    write(repository / "test_own.py", "def test_own():\n    pass\n")
    call("test_own.py").assert_outcomes(passed=1)


@pytest.mark.parametrize(
    ("words", "rules"),
    [("五十张", {"short"}), ("example-1/met", {"met"}), ("病房净面积 or 大病房", {"lacking", "guarded"})],
)
def test_words_of_a_title_choose_tests(found: Found, words: str, rules: set[str]) -> None:
    assert {each.split("/")[-1].split()[0] for each in found("dossiers", "-k", words)} == rules


def test_region_and_service_kind_choose_tests_too(found: Found) -> None:
    assert len(found("dossiers", "-k", "示例市")) == len(RULES)
    assert found("dossiers", "-k", "rehabilitation") == [f"{H1}example-1/short 床位不少于五十张"]


@pytest.mark.parametrize(
    ("marker", "rules"),
    [
        ("wicheck_pack(id='example-2026')", RULES),
        ("wicheck_clause(id='example-1')", RULES),
        ("wicheck_clause(id='example-2')", set()),
        ("wicheck_service_kind(name='rehabilitation')", {"example-1/short 床位不少于五十张"}),
    ],
)
def test_markers_choose_tests_and_are_declared(found: Found, marker: str, rules: set[str]) -> None:
    chosen = found("dossiers", "--strict-markers", "-m", marker)
    assert {each.removeprefix(H1) for each in chosen} == rules


def test_a_node_id_names_one_test(call: Call) -> None:
    call(f"{H1}example-1/short 床位不少于五十张").assert_outcomes(failed=1)


def test_a_test_named_alone_still_finds_what_its_document_refers_to(repository: Path, call: Call) -> None:
    write_region(repository, APPLICATION_RULE)
    write_application(repository / "dossiers", "a1")
    call("dossiers/a1.yaml::application.a1::example-1/filed 申请日期").assert_outcomes(passed=1)


def test_it_finds_them_in_all_testpaths(repository: Path, pytester: pytest.Pytester, call: Call) -> None:
    pytester.makeini("[pytest]\nwicheck_policies = packs\ntestpaths = dossiers more\n")
    write_region(repository, APPLICATION_RULE)
    write_application(repository / "dossiers" / "applications", "a1")
    call("dossiers/applications/a1.yaml::application.a1::example-1/filed 申请日期").assert_outcomes(passed=1)


def test_only_the_last_failures_run_again(repository: Path, call: Call) -> None:
    first = call("dossiers", "-k", "example-1").parseoutcomes()
    again = call("dossiers", "-k", "example-1", "--lf").parseoutcomes()
    assert (again["failed"], again["errors"]) == (first["failed"], first["errors"])
    assert "passed" not in again
    write_institution(repository / "dossiers", beds=70)
    assert call("dossiers", "-k", "short", "--lf").parseoutcomes()["passed"] == 1

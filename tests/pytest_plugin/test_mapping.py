"""One verdict, one result: pytest tells of a dossier what ``wicheck check`` tells of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.pytest_plugin.conftest import Call
from tests.pytest_plugin.region import write_application, write_institution, write_waivers
from wicheck.cli.app import run

EXPECTED = {
    "example-1/met": set(),
    "example-1/short": {"failure"},
    "example-1/waived": {"skipped"},
    "example-1/lacking": {"error"},
    "example-1/judged": {"skipped"},
    "example-1/guarded": {"skipped"},
    "example-1/odd": set(),
    "example-1/crashing": {"error"},
}


def results(file: Path) -> dict[str, set[str]]:
    """The result of each test in a JUnit file, by its name; the suspect's remarks are none."""
    cases = ET.parse(file).iter("testcase")  # noqa: S314  our own output
    return {case.attrib["name"]: {each.tag for each in case} & {"failure", "error", "skipped"} for case in cases}


def by_rule(found: dict[str, set[str]]) -> dict[str, set[str]]:
    return {name.split()[0]: tags for name, tags in found.items() if name.startswith("example-1/")}


@pytest.fixture
def both(repository: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Path, Path]]:
    """The JUnit files of both faces, for the same dossier on the same day."""
    monkeypatch.chdir(repository)
    waivers = str(write_waivers(repository))
    options = ["--policies", "packs", "--on", "2026-06-01", "--waivers", waivers]
    run(["check", "dossiers", *options, "--format", "junit", "--report", "junit=cli.xml"])
    call("dossiers", "--wicheck-waivers", waivers, "--junitxml=pytest.xml")
    return repository / "cli.xml", repository / "pytest.xml"


@pytest.mark.usefixtures("odd_kinds")
def test_each_verdict_has_the_result_that_the_design_gives_it(both: tuple[Path, Path]) -> None:
    assert [by_rule(results(file)) for file in both] == [EXPECTED, EXPECTED]


@pytest.mark.usefixtures("odd_kinds")
def test_both_faces_tell_the_same_tests_and_results(both: tuple[Path, Path]) -> None:
    cli, pytests = map(results, both)
    assert cli == pytests
    assert len(cli) > len(EXPECTED)  # the base pack's too


def test_both_faces_count_alike_over_many_dossiers(repository: Path, call: Call, both: tuple[Path, Path]) -> None:
    write_institution(repository / "dossiers", "h2", beds=70)
    write_application(repository / "dossiers", "a1")
    write_application(repository / "dossiers", "a2", institution="h2")
    run(["check", "dossiers", "--policies", "packs", "--on", "2026-06-01", "--report", "junit=cli.xml", "-q"])
    call("dossiers", "--junitxml=pytest.xml")
    cli, pytests = (ET.parse(file).getroot() for file in both)  # noqa: S314  our own output
    ours = {each: cli.attrib[each] for each in ("tests", "failures", "errors", "skipped")}
    assert ours == {each: pytests[0].attrib[each] for each in ours}

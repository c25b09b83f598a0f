"""Options on the command line, and the same in the repository's own configuration."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pytest_plugin.conftest import Call, Found
from tests.pytest_plugin.region import write, write_institution, write_region, write_waivers

ATTESTATIONS = """\
wicheck: attestations/v1
编号: 示例认定
认定:
  - 规则: example-1/judged
    对象: h1
    结论: 符合
    认定人: {姓名: 何示例, 单位: 示例市社会保险经办机构, 身份: 经办机构}
    认定日期: 2026-01-15
    有效期至: 2027-01-14
    证明文件: {文件: 评定.pdf, 校验值: 56195f614ec800b42bf248b4059a2ec2017bcc22c4cf28db91cc92dc17768431}
"""
SETTINGS = "wicheck: settings/v1\n编号: s\n"


@pytest.fixture
def named(repository: Path) -> Path:
    """The repository with a waiver and an attestation in ``agency/``."""
    write_waivers(repository / "agency")
    write(repository / "agency" / "attestations.yaml", ATTESTATIONS)
    write(repository / "agency" / "settings.yaml", SETTINGS)
    write(repository / "agency" / "评定.pdf", "评定记录")
    return repository


def outcomes(call: Call, rule: str, *options: str) -> dict[str, int]:
    found = call("dossiers", "-k", f"example-1/{rule}", *options).parseoutcomes()
    return {name: count for name, count in found.items() if name not in ("deselected", "warnings")}


def test_waivers_attestations_and_settings_are_named_by_options(named: Path, call: Call) -> None:
    assert outcomes(call, "waived", "--wicheck-waivers", "agency/waivers.yaml") == {"skipped": 1}
    assert outcomes(call, "judged", "--wicheck-attestations", "agency/attestations.yaml") == {"passed": 1}
    assert outcomes(call, "met", "--wicheck-settings", "agency/settings.yaml") == {"passed": 1}


def test_or_by_the_configuration_file_as_seen_from_there(
    named: Path, call: Call, pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytester.makepyprojecttoml(
        """
        [tool.pytest.ini_options]
        wicheck_policies = ["packs"]
        wicheck_on = "2026-06-01"
        wicheck_waivers = ["agency/waivers.yaml"]
        wicheck_attestations = ["agency/attestations.yaml"]
        """
    )
    (named / "tox.ini").unlink()
    monkeypatch.chdir(named / "dossiers")
    assert call("-k", "example-1/waived").parseoutcomes()["skipped"] == 1
    assert call("-k", "example-1/judged").parseoutcomes()["passed"] == 1


def test_one_that_is_not_named_counts_for_nothing(named: Path, call: Call) -> None:
    write_waivers(named / "dossiers")
    assert outcomes(call, "waived") == {"failed": 1}


def test_a_waiver_counts_on_its_days_only(named: Path, call: Call) -> None:
    waivers = ("--wicheck-waivers", "agency/waivers.yaml")
    assert outcomes(call, "waived", *waivers, "--wicheck-on", "2026-12-31") == {"skipped": 1}
    assert outcomes(call, "waived", *waivers, "--wicheck-on", "2027-01-01") == {"failed": 1}


def test_an_option_replaces_what_the_configuration_says(named: Path, call: Call, pytester: pytest.Pytester) -> None:
    pytester.makeini("[pytest]\nwicheck_policies = packs\nwicheck_on = 2027-01-01\n")
    waivers = ("--wicheck-waivers", "agency/waivers.yaml")
    assert outcomes(call, "waived", *waivers) == {"failed": 1}
    assert outcomes(call, "waived", *waivers, "--wicheck-on", "2026-06-01") == {"skipped": 1}


def test_a_pack_is_named_by_id_or_region(repository: Path, found: Found) -> None:
    write_institution(repository / "dossiers", division="999801")
    assert not any("::example-1/" in each for each in found("dossiers"))
    for name in ("example-2026", "示例市"):
        assert any("::example-1/" in each for each in found("dossiers", "--wicheck-pack", name))


def test_drafts_run_where_they_are_asked_for(repository: Path, found: Found) -> None:
    pack = write_region(repository) / "example-2026" / "pack.yaml"
    pack.write_text(pack.read_text(encoding="utf-8").replace("in_force", "draft"), encoding="utf-8")
    assert not any("::example-1/" in each for each in found("dossiers"))
    assert any("::example-1/" in each for each in found("dossiers", "--wicheck-include-drafts"))


def test_a_service_kind_leaves_out_the_rules_for_others(found: Found) -> None:
    medical = found("dossiers", "--wicheck-service-kind", "medical")
    assert any("example-1/met" in each for each in medical)
    assert not any("example-1/short" in each for each in medical)


@pytest.mark.parametrize(
    "options", [("--wicheck-on", "2026-13-01"), ("--wicheck-on", "tomorrow"), ("--wicheck-service-kind", "dental")]
)
def test_a_value_that_is_none_is_a_usage_error(call: Call, options: tuple[str, str]) -> None:
    done = call("dossiers", *options)
    assert done.ret == pytest.ExitCode.USAGE_ERROR
    assert options[1] in "".join(done.errlines)


def test_a_file_that_does_not_exist_stops_the_run(call: Call) -> None:
    done = call("dossiers", "--wicheck-waivers", "nowhere.yaml")
    assert done.ret == pytest.ExitCode.INTERRUPTED
    done.stdout.fnmatch_lines(["*找不到文件或文件夹 nowhere.yaml*"])

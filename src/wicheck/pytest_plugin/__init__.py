"""pytest's face: ``pytest examples/ --wicheck`` makes a test of every rule and record.

This module is imported in every pytest run of an environment that has wicheck, so it declares the options and
nothing else; all the rest is imported when ``--wicheck`` is given.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

import pytest


class Setting(NamedTuple):
    """An option ``--wicheck-NAME`` with its twin ``wicheck_NAME`` in pytest's configuration file."""

    name: str
    kind: Literal["args", "paths", "string", "bool"]
    metavar: str
    about: str


SETTINGS = (
    Setting("pack", "args", "PACK", "政策包，写编号或地区名，如 金华（可重复） / a pack by id or region name"),
    Setting("policies", "paths", "DIR", "另加一个政策包文件夹（可重复） / a further folder of packs"),
    Setting("service-kind", "args", "KIND", "只按这个服务类别检查（可重复） / judge by this service kind only"),
    Setting("on", "string", "DATE", "按这一天判断，如 2026-03-10 / judge as of this day"),
    Setting("include-drafts", "bool", "", "也运行草案 / run drafts too"),
    Setting("settings", "paths", "FILE", "经办机构的设置文件（可重复） / an agency's settings"),
    Setting("waivers", "paths", "FILE", "豁免文件（可重复） / waivers"),
    Setting("attestations", "paths", "FILE", "人工认定文件（可重复） / attestations"),
)
MARKERS = (
    "wicheck_pack(id): 规则所在的政策包 / the rule's pack; -m \"wicheck_pack(id='jinhua-2020')\"",
    "wicheck_clause(id): 规则所属的条款 / the rule's clause; -m \"wicheck_clause(id='jinhua-3-2-2')\"",
    "wicheck_service_kind(name): 规则专对的服务类别 / a service kind that the rule is for; "
    "-m \"wicheck_service_kind(name='rehabilitation')\"",
)


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("wicheck", "工伤保险机构检查 / rules for work-injury insurance institutions")
    group.addoption(
        "--wicheck", action="store_true", help="检查收集到的机构资料与申请 / judge the YAML files collected"
    )
    for each in SETTINGS:
        option, ini = f"--wicheck-{each.name}", ini_name(each.name)
        if each.kind == "bool":
            group.addoption(option, action="store_true", help=each.about)
        elif each.kind == "string":
            group.addoption(option, metavar=each.metavar, help=each.about)
        else:
            group.addoption(option, action="append", default=[], metavar=each.metavar, help=each.about)
        parser.addini(ini, each.about, type=each.kind)


def pytest_configure(config: pytest.Config) -> None:
    for marker in MARKERS:
        config.addinivalue_line("markers", marker)
    if config.getoption("wicheck"):
        from wicheck.pytest_plugin.collecting import Collecting

        config.pluginmanager.register(Collecting(config), "wicheck-collecting")


def ini_name(name: str) -> str:
    return "wicheck_" + name.replace("-", "_")

"""A repository of an agency, as pytest finds it, and the call of pytest in it.

pytester forgets what a run imported. ruamel's C parser does not stand being imported twice, so it is imported here.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
import ruamel.yaml  # noqa: F401

import wicheck
import wicheck.pytest_plugin.collecting
from tests.pytest_plugin import kinds
from tests.pytest_plugin.region import ODD_RULES, write_institution, write_region
from wicheck import builtin, pytest_plugin
from wicheck.pytest_plugin import collecting  # noqa: F401

Call = Callable[..., pytest.RunResult]
Found = Callable[..., list[str]]

_SOURCES = Path(wicheck.__file__).parents[1]


@pytest.fixture
def repository(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Path:
    """``dossiers/h1.yaml`` with 40 beds, packs beside it, and a configuration that names them."""
    # Whether wicheck is installed here or not: its plugin is loaded by name, once.
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(_SOURCES), os.environ.get("PYTHONPATH", "")]))
    write_region(pytester.path)
    write_institution(pytester.path / "dossiers")
    pytester.makeini("[pytest]\nwicheck_policies = packs\nwicheck_on = 2026-06-01\n")
    return pytester.path


@pytest.fixture
def call(pytester: pytest.Pytester, repository: Path) -> Call:
    """Runs ``pytest --wicheck ...`` within this process."""

    def called(*arguments: str) -> pytest.RunResult:
        return pytester.runpytest_inprocess("--wicheck", *arguments, plugins=[pytest_plugin])

    return called


@pytest.fixture
def found(pytester: pytest.Pytester, call: Call) -> Found:
    """The node ids that a call collects."""

    def collected(*arguments: str) -> list[str]:
        lines = call(*arguments, "--collect-only", "-q").outlines
        return [line for line in lines if "::" in line]

    return collected


@pytest.fixture
def odd_kinds(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rules that are suspicious or break, by kinds that stand beside the built-in ones."""
    built_in = builtin.modules

    def with_more(package: ModuleType) -> list[str]:
        more = [f"{kinds.__name__}.suspicious", f"{kinds.__name__}.broken"] if package is builtin.checks else []
        return built_in(package) + more

    monkeypatch.setattr(builtin, "modules", with_more)
    write_region(repository, ODD_RULES)

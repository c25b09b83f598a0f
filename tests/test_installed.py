"""Installed plugins, found and loaded; one that is faulty ends every run with exit code 2 and its name."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import wicheck
from wicheck.cli.app import run
from wicheck.installed import any_offered, installed
from wicheck.plugins import workshop

Install = Callable[..., None]

HOOKS = """\
from wicheck.hookspecs import hookimpl
@hookimpl
def wicheck_check_kinds():
    return [{answer}]
"""
OWN_KIND = """\
from wicheck.checks.is_true import KIND as IS_TRUE
KIND = IS_TRUE._replace(name="{name}")
"""


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Installs a plugin: a module with its entry point, as an installer leaves them."""
    monkeypatch.syspath_prepend(tmp_path)
    before = set(sys.modules)

    def made(name: str, source: str, **modules: str) -> None:
        for module, text in {name: source, **modules}.items():
            (tmp_path / f"{module}.py").write_text(text, encoding="utf-8")
        info = tmp_path / f"{name}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8")
        (info / "entry_points.txt").write_text(f"[wicheck]\n{name} = {name}\n", encoding="utf-8")

    yield made
    for module in set(sys.modules) - before:
        if not module.startswith("wicheck"):
            del sys.modules[module]


def refused(capsys: pytest.CaptureFixture[str]) -> str:
    """What a call says when it ends with exit code 2."""
    assert run(["packs"]) == 2
    return capsys.readouterr().err


def test_a_plugin_is_found_by_its_entry_point(install: Install) -> None:
    install("adds_one", HOOKS.format(answer="'own_kind'"), own_kind=OWN_KIND.format(name="own_kind"))
    shop = workshop()
    assert [tuple(each) for each in shop.plugins()] == [("adds_one", "1.0")]
    assert "own_kind" not in sys.modules  # not before a rule needs it
    assert shop.kind("own_kind") is sys.modules["own_kind"].KIND  # type: ignore[attr-defined]


def test_where_there_is_none_importlib_metadata_is_not_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = tmp_path / "other-1.0.dist-info"
    other.mkdir()
    (other / "entry_points.txt").write_text("[console_scripts]\nwicheck = other:main\n", encoding="utf-8")
    monkeypatch.setattr(sys, "path", [str(tmp_path), str(tmp_path / "no_such_folder")])
    monkeypatch.setitem(sys.modules, "importlib.metadata", None)
    assert list(installed("wicheck")) == []


def test_where_it_cannot_look_by_itself_it_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = tmp_path / "packages.zip"
    archive.touch()
    assert any_offered("wicheck", [str(archive)])
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path, type("Finder", (), {"find_distributions": None})()])
    assert any_offered("wicheck", [])


@pytest.mark.parametrize(
    "source", ["raise RuntimeError('out of order')", "import no_such_module", "import sys; sys.exit()"]
)
def test_one_that_does_not_load_is_named(install: Install, capsys: pytest.CaptureFixture[str], source: str) -> None:
    install("does_not_load", source)
    said = refused(capsys)
    assert "插件 does_not_load 无法使用" in said
    assert "卸载" in said


def test_two_that_offer_the_same_name_are_both_named(install: Install, capsys: pytest.CaptureFixture[str]) -> None:
    install("first_one", HOOKS.format(answer="'mine.even'"))
    install("second_one", HOOKS.format(answer="'yours.even'"))
    assert "插件 first_one 和 second_one 都提供了名为“even”的检查方式" in refused(capsys)


def test_one_that_offers_a_name_twice_is_named(install: Install, capsys: pytest.CaptureFixture[str]) -> None:
    install("twice_over", HOOKS.format(answer="'mine.even', 'other.even'"))
    assert "插件 twice_over 两次提供了名为“even”的检查方式" in refused(capsys)


def test_one_that_takes_a_built_in_name_is_named(install: Install, capsys: pytest.CaptureFixture[str]) -> None:
    install("takes_over", HOOKS.format(answer="'mine.at_least'"))
    assert "插件 wicheck 和 takes_over 都提供了名为“at_least”的检查方式" in refused(capsys)


@pytest.mark.parametrize("answer", ["42", "None", "object()", "b'kind'"])
def test_one_that_offers_what_is_no_kind_is_named(
    install: Install, capsys: pytest.CaptureFixture[str], answer: str
) -> None:
    install("offers_rubbish", HOOKS.format(answer=answer))
    assert "插件 offers_rubbish 无法使用" in refused(capsys)


@pytest.mark.parametrize("answer", ["42", "'one.name'", "dict", "1 / 0"])
def test_one_that_answers_no_list_is_named(install: Install, capsys: pytest.CaptureFixture[str], answer: str) -> None:
    install("answers_rubbish", HOOKS.format(answer="").replace("[]", answer))
    assert "插件 answers_rubbish 无法使用" in refused(capsys)


@pytest.mark.parametrize("answer", ["'packs'", "Path('no/such/folder')", "Path(__file__)"])
def test_a_folder_of_packs_must_be_one(install: Install, capsys: pytest.CaptureFixture[str], answer: str) -> None:
    source = "from pathlib import Path\n" + HOOKS.format(answer=answer).replace("check_kinds", "policy_dirs")
    install("misplaced", source)
    assert "插件 misplaced 无法使用" in refused(capsys)


def test_a_module_that_exports_something_else_is_named_when_a_rule_needs_it(
    install: Install, capsys: pytest.CaptureFixture[str]
) -> None:
    install("mislabelled", HOOKS.format(answer="'own_kind'"), own_kind=OWN_KIND.format(name="another_kind"))
    assert run(["packs"]) == 0
    assert run(["plugins"]) == 2
    assert "插件 mislabelled (own_kind) 无法使用" in capsys.readouterr().err


def test_a_hook_that_is_none_of_ours_is_named(install: Install, capsys: pytest.CaptureFixture[str]) -> None:
    install("misspelt", HOOKS.format(answer="").replace("check_kinds", "check_knids"))
    assert "插件 misspelt 无法使用" in refused(capsys)


def test_python_from_the_folder_to_check_is_never_run(install: Install, tmp_path: Path) -> None:
    install("planted", "raise SystemExit('planted code ran')")
    environment = {**os.environ, "PYTHONPATH": str(Path(wicheck.__file__).parents[1])}
    done = subprocess.run([sys.executable, "-m", "wicheck", "packs"], cwd=tmp_path, env=environment, check=False)
    assert done.returncode == 0

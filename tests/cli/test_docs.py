"""``wicheck docs`` hands over to MkDocs: both languages, this machine only, with further packs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cli.conftest import Call


class Ran(NamedTuple):
    """A call of another program."""

    words: list[str]
    environment: dict[str, str]


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Ran]:
    """What would be run, in a folder with a site in two languages."""
    monkeypatch.chdir(tmp_path)
    for name in ("WICHECK_POLICIES", "WICHECK_PACKS"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "site").mkdir()
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        (tmp_path / "site" / name).write_text("site_name: x\n", encoding="utf-8")
    calls: list[Ran] = []

    def run(words: list[str], env: dict[str, str], check: bool) -> subprocess.CompletedProcess[str]:
        calls.append(Ran(words, env))
        return subprocess.CompletedProcess(words, 1 if "broken" in " ".join(words) else 0)

    monkeypatch.setattr("wicheck.cli.docs.subprocess.run", run)
    return calls


def test_both_languages_are_built_strictly_the_english_one_inside_the_other(
    call: Call, ran: list[Ran], tmp_path: Path
) -> None:
    built = call("docs", "build", "--out", "out")
    assert built.code == 0
    assert built.out.splitlines() == [f"已生成 {tmp_path / 'out'}", f"已生成 {tmp_path / 'out' / 'en'}"]
    assert [each.words[:3] for each in ran] == [[sys.executable, "-m", "mkdocs"]] * 2
    assert all("--strict" in each.words for each in ran)
    assert [each.words[-2:] for each in ran] == [["-d", str(tmp_path / "out")], ["-d", str(tmp_path / "out" / "en")]]


def test_a_site_in_one_language_is_built_alone(call: Call, ran: list[Ran], tmp_path: Path) -> None:
    (tmp_path / "own.yml").write_text("site_name: x\n", encoding="utf-8")
    assert call("docs", "build", "--config", "own.yml").code == 0
    assert [each.words[-1] for each in ran] == ["own.yml"]


def test_a_build_that_fails_is_told_by_the_exit_code(call: Call, ran: list[Ran], tmp_path: Path) -> None:
    (tmp_path / "broken.yml").write_text("site_name: x\n", encoding="utf-8")
    failed = call("docs", "build", "--config", "broken.yml")
    assert (failed.code, failed.out, len(ran)) == (2, "", 1)


@pytest.mark.parametrize(("words", "config"), [([], "mkdocs.yml"), (["--lang", "en"], "mkdocs.en.yml")])
def test_a_site_is_served_to_this_machine_only(call: Call, ran: list[Ran], words: list[str], config: str) -> None:
    assert call("docs", "serve", "--port", "9000", *words).code == 0
    assert [Path(each).name for each in ran[0].words[-3:]] == [config, "-a", "127.0.0.1:9000"]


def test_further_packs_are_handed_over(call: Call, ran: list[Ran], tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    call("docs", "build", "--policies", "a", "--policies", "b", "--pack", "one", "--pack", "乌海")
    call("docs", "build")
    handed = [each.environment.get("WICHECK_POLICIES") for each in ran]
    assert [each.environment.get("WICHECK_PACKS") for each in ran] == ["one,乌海"] * 2 + [None] * 2
    assert handed == [os.pathsep.join([str(tmp_path / "a"), str(tmp_path / "b")])] * 2 + [None] * 2


def test_what_is_missing_is_told_with_the_next_step(
    call: Call, ran: list[Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = call("docs", "build", "--config", "nowhere.yml")
    assert (nowhere.code, "--config" in nowhere.err) == (2, True)
    monkeypatch.setattr("wicheck.cli.docs.find_spec", lambda name: None)
    lacking = call("docs", "serve")
    assert (lacking.code, "pip install" in lacking.err, ran) == (2, True, [])

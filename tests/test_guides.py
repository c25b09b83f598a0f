"""README and the contributor guide: every command they print runs, and the guide's region is the one that is tested."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from wicheck.cli.app import run
from wicheck.documents.schemas import Schemas
from wicheck.library import Library
from wicheck.model import PackStatus, Verdict
from wicheck.packs.load import PackFolder
from wicheck.plugins import workshop
from wicheck.reports.words import VERDICTS

ROOT = Path(__file__).parent.parent
GUIDES = ("README.md", "CONTRIBUTING.md")
REGION = ROOT / "tests/data/sixth_region"
DOSSIER = ROOT / "tests/data/sixth_region_dossier"
JUDGED = {0, 1, 5}
BUILT_IN = Library(Schemas(), workshop()).folders


def blocks(guide: str, language: str) -> list[str]:
    text = (ROOT / guide).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.DOTALL | re.MULTILINE)


def commands() -> list[str]:
    """Every call of wicheck that a guide prints, and none twice."""
    lines = (line for guide in GUIDES for block in blocks(guide, "sh") for line in block.splitlines())
    return list(dict.fromkeys(line for line in lines if line.startswith("wicheck ")))


def in_guide(file: str) -> str:
    """The block under the bold name of ``file``."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    (block,) = re.findall(rf"^\*\*`{re.escape(file)}`\*\*\n\n```yaml\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    return block


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place that has what the guides' commands read, and takes what they write."""
    for folder in ("examples", "tests/data/sixth_region", "tests/data/sixth_region_dossier"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("command", commands())
def test_every_command_in_the_guides_runs(command: str, checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(shlex.split(command)[1:])
    said = capsys.readouterr()
    assert code in JUDGED, said.err
    assert said.out


def test_the_files_of_the_invented_region_are_those_in_the_guide() -> None:
    files = {file.relative_to(REGION).as_posix(): file for file in REGION.rglob("*.yaml")}
    files |= {file.name: file for file in DOSSIER.iterdir()}
    assert {name: in_guide(name) for name in files} == {name: f.read_text("utf-8") for name, f in files.items()}


@pytest.mark.parametrize(
    "verb", [["test"], ["coverage", "--pack"], ["policies", "lint"], ["policies", "mutate"]], ids=" ".join
)
def test_the_invented_region_leaves_nothing_to_object(verb: list[str]) -> None:
    assert run([*verb, "haitang-2026", "--policies", str(REGION)]) == 0


@pytest.mark.parametrize(("day", "short"), [("2026-03-10", "差 2 张"), ("2027-01-01", "差 12 张")])
def test_its_division_alone_calls_for_the_region_that_policies_adds(
    day: str, short: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", str(DOSSIER), "--policies", str(REGION), "--on", day]) == 1
    assert short in capsys.readouterr().out


def test_the_readme_shows_an_entry_as_it_is_written(checkout: Path) -> None:
    shown, _ = blocks("README.md", "text")
    assert run(["init", "金华", "--service", "康复", "--output", "我院"]) == 0
    assert shown.rstrip() in (checkout / "我院/机构.yaml").read_text(encoding="utf-8")


def test_the_readme_shows_the_report_as_it_is_printed(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, shown = blocks("README.md", "text")
    run(["check", "examples/first-draft", "--pack", "金华"])
    assert shown in capsys.readouterr().out


def test_the_files_that_the_readme_has_a_clerk_write_are_valid(checkout: Path) -> None:
    institution, batch, mapping = blocks("README.md", "yaml")
    (checkout / "机构.yaml").write_text(institution, encoding="utf-8")
    assert run(["validate", "机构.yaml"]) == 0
    hospital = "wicheck: institution/v1\n编号: 示例医院\n---\nwicheck: catalogue/v1\n编号: 示例药品目录\n---\n"
    naming = f"列名对照: 本院\n---\n{mapping}"
    (checkout / "费用.yaml").write_text(hospital + batch + naming, encoding="utf-8")
    assert run(["validate", "费用.yaml"]) == 0


def test_the_readme_tells_of_every_verdict_and_exit_code() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [each for each in Verdict if f"| {VERDICTS[each].zh} |" not in text] == []
    assert [code for code in range(6) if f"| {code} |" not in text] == []


@pytest.mark.parametrize("folder", BUILT_IN, ids=lambda each: each.id)
def test_the_readme_lists_every_pack_that_comes_along_and_calls_drafts_drafts(folder: PackFolder) -> None:
    rows = [line for line in (ROOT / "README.md").read_text("utf-8").splitlines() if line.startswith("| `")]
    named = [row for row in rows if row.startswith(f"| `{folder.id}` {folder.names[1]} |")]
    assert len(named) == 1
    drafted = any("草案" in row or "征求意见稿" in row for row in named)
    assert drafted == (folder.status is PackStatus.DRAFT)

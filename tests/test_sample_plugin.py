"""A third party's plugin, really installed: its pack judges by its own kind and fact, none of which wicheck knows."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import wicheck

SOURCES = Path(wicheck.__file__).parents[1]
SAMPLE = Path(__file__).parent / "sample_plugin"
DOSSIER = """\
wicheck: institution/v1
编号: h1
名称: 样例康复医院
行政区划代码: "999701"
服务类别: [康复]
康复:
  康复病房:
    床位数: 33
    病区数: 2
"""

pytestmark = pytest.mark.slow

Wicheck = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that the sample is installed into, built from a copy of its sources."""
    folder = tmp_path_factory.mktemp("site")
    sources = shutil.copytree(SAMPLE, tmp_path_factory.mktemp("sources") / "sample")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    offline = ["--no-deps", "--no-build-isolation", "--no-index", "--target", str(folder), str(sources)]
    subprocess.run([*pip, *offline], check=True, capture_output=True)
    return folder


@pytest.fixture
def run(site: Path, tmp_path: Path) -> Wicheck:
    """Runs ``wicheck`` with the sample installed, in a folder that holds a dossier."""
    (tmp_path / "h1.yaml").write_text(DOSSIER, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(SOURCES), str(site)])}

    def call(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "wicheck", *arguments]
        return subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=False
        )

    return call


def test_its_pack_judges_the_institutions_of_its_division(run: Wicheck) -> None:
    done = run("check", "h1.yaml", "--format", "json")
    findings = {each["rule"]: each for each in json.loads(done.stdout)["findings"] if each["pack"] == "sample-2026"}
    assert {rule: each["verdict"] for rule, each in findings.items()} == {
        "sample-1/pairs": "fail",
        "sample-1/per_ward_min_20": "fail",
    }
    assert findings["sample-1/pairs"]["message"]["zh"] == "康复病房·床位数为 33，不成对"
    assert findings["sample-1/pairs"]["location"] == {"file": "h1.yaml", "line": 8, "column": 5}
    assert done.returncode == 1


def test_it_is_listed_with_what_it_offers(run: Wicheck) -> None:
    listed = json.loads(run("plugins", "--format", "json").stdout)
    assert listed["plugins"] == [{"name": "sample", "version": "1.2.3"}]
    assert "even" in [each["name"] for each in listed["check_kinds"]]
    assert "beds_per_ward" in [each["name"] for each in listed["facts"]]
    assert "sample-2026" in run("packs").stdout


def test_its_examples_prove_its_pack(run: Wicheck) -> None:
    done = run("test", "sample-2026")
    assert (done.returncode, done.stderr) == (0, "")


def test_without_it_nobody_knows_the_division(tmp_path: Path) -> None:
    (tmp_path / "h1.yaml").write_text(DOSSIER, encoding="utf-8")
    command = [sys.executable, "-m", "wicheck", "check", "h1.yaml"]
    environment = {**os.environ, "PYTHONPATH": str(SOURCES)}
    assert subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False).returncode == 4

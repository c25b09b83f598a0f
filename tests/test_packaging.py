"""What is published: a wheel, a source archive and an editable install each run, far from the checkout."""

from __future__ import annotations

import json
import os
import site
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
DATA = ("schemas", "policies")
DOSSIER = 'wicheck: institution/v1\n编号: h1\n名称: 示例医院\n行政区划代码: "330702"\n服务类别: [康复]\n'
Run = Callable[..., "subprocess.CompletedProcess[str]"]


def call(*command: object, folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs a program that sees nothing of this one's paths."""
    alone = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PYTEST", "COV"))}
    words = [str(each) for each in command]
    return subprocess.run(words, cwd=folder, env=alone, capture_output=True, encoding="utf-8", check=False)


def succeed(*command: object, folder: Path) -> None:
    done = call(*command, folder=folder)
    assert done.returncode == 0, done.stdout + done.stderr


def build(source: Path, target: str, folder: Path) -> Path:
    """Builds a ``wheel`` or an ``sdist`` of ``source`` into ``folder``, with the backend that is here: no network."""
    succeed(sys.executable, "-m", "hatchling", "build", "-t", target, "-d", folder, folder=source)
    (built,) = folder.iterdir()
    return built


class Published(NamedTuple):
    wheel: Path
    sdist: Path
    unpacked: Path


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """Both archives, and the source archive unpacked."""
    sdist = build(ROOT, "sdist", tmp_path_factory.mktemp("sdist"))
    unpacked = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(sdist) as archive:
        archive.extractall(unpacked, filter="data")
    (sources,) = unpacked.iterdir()
    return Published(build(ROOT, "wheel", tmp_path_factory.mktemp("wheel")), sdist, sources)


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def files(folder: Path) -> set[str]:
    """The files below a folder of the checkout that are meant to travel: no caches."""
    paths = (path.relative_to(ROOT) for path in folder.rglob("*") if path.is_file())
    return {path.as_posix() for path in paths if not any(part.startswith((".", "__pycache__")) for part in path.parts)}


def test_a_wheel_carries_schemas_and_packs_inside_the_package(published: Published) -> None:
    expected = {f"wicheck/_data/{name}" for folder in DATA for name in files(ROOT / folder)}
    expected |= {name.removeprefix("src/") for name in files(ROOT / "src")}
    found = names(published.wheel)
    assert {name for name in found if ".dist-info/" not in name} == expected


def test_the_source_archive_has_all_that_building_and_testing_take(published: Published) -> None:
    expected = {"pyproject.toml", "README.md", "LICENSE"}
    expected |= {name for folder in ("src", "tests", *DATA) for name in files(ROOT / folder)}
    with tarfile.open(published.sdist) as archive:
        found = {name.partition("/")[2] for name in archive.getnames()}
    assert expected <= found


def test_a_wheel_of_the_source_archive_is_the_same_wheel(published: Published, tmp_path: Path) -> None:
    assert names(build(published.unpacked, "wheel", tmp_path)) == names(published.wheel)


def test_tests_run_from_the_source_archive(published: Published) -> None:
    chosen = ["tests/test_rounding.py", "tests/schemas/test_samples.py"]
    inside = "import sys; sys.path.insert(0, 'src'); import pytest; sys.exit(pytest.main(sys.argv[1:]))"
    succeed(sys.executable, "-c", inside, "-q", "-p", "no:cacheprovider", *chosen, folder=published.unpacked)


@pytest.fixture(scope="module", params=["wheel", "sdist", "editable"])
def program(request: pytest.FixtureRequest, published: Published, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a new environment's programs, with wicheck installed there and what it needs seen from here."""
    folder = tmp_path_factory.mktemp(request.param)
    succeed(sys.executable, "-m", "venv", "--without-pip", folder / "venv", folder=folder)
    programs = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    asked = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = call(programs / "python", "-c", asked, folder=folder).stdout.strip()
    Path(packages, "here.pth").write_text("\n".join(site.getsitepackages()), encoding="utf-8")
    sources = {"wheel": [published.wheel], "sdist": [published.sdist], "editable": ["--editable", ROOT]}
    pip = [sys.executable, "-m", "pip", "--python", programs / "python", "install", "--quiet"]
    offline = ["--disable-pip-version-check", "--no-deps", "--no-build-isolation", "--no-index", "--ignore-installed"]
    succeed(*pip, *offline, *sources[request.param], folder=folder)
    return programs


@pytest.fixture
def run(program: Path, tmp_path: Path) -> Run:
    """Runs a program of that environment in a folder with a dossier, outside the checkout."""
    (tmp_path / "h1.yaml").write_text(DOSSIER, encoding="utf-8")
    return lambda name, *arguments: call(program / name, *arguments, folder=tmp_path)


def test_the_program_is_the_installed_one(run: Run, program: Path, request: pytest.FixtureRequest) -> None:
    place = run("python", "-c", "import wicheck; print(wicheck.__file__)").stdout
    expected = ROOT if "editable" in request.node.name else program.parent
    assert Path(place.strip()).resolve().is_relative_to(expected.resolve())


def test_it_finds_its_packs(run: Run) -> None:
    done = run("wicheck", "packs")
    assert (done.returncode, done.stderr) == (0, "")
    assert "jinhua-2020" in done.stdout


def test_it_judges_a_dossier(run: Run) -> None:
    report = json.loads(run("wicheck", "check", "h1.yaml", "--pack", "金华", "--format", "json").stdout)
    assert report["totals"]["pack"].keys() >= {"jinhua-2020"}


def test_it_has_its_schemas(run: Run) -> None:
    assert json.loads(run("wicheck", "schema", "institution").stdout)["$id"] == "urn:wicheck:schema:institution:v1"


def test_the_packs_come_with_their_examples(run: Run) -> None:
    done = run("wicheck", "test", "base")
    assert (done.returncode, done.stderr) == (0, "")


def test_pytest_finds_its_plugin(run: Run) -> None:
    done = run("python", "-m", "pytest", "-q", "--wicheck", "--wicheck-pack", "金华", "h1.yaml")
    assert done.returncode == 1
    assert "h1.yaml::institution.h1::jinhua-3-2-2/beds_min_50" in done.stdout

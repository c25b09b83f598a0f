"""``wicheck synth``: what it writes, says and refuses."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Call


def written(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_same_seed_writes_the_same_and_another_seed_another_month(call: Call, tmp_path: Path) -> None:
    asked = ("synth", "claims", "--lines", "600", "--pack", "山东")
    for name, seed in (("a", "1"), ("b", "1"), ("c", "2")):
        code, out, _ = call(*asked, "--seed", seed, "--output", tmp_path / name)
        assert code == 0
        assert "planted.csv" in out
    first, same, other = (written(tmp_path / name) for name in "abc")
    assert first == same
    assert first["batch/lines.csv"] != other["batch/lines.csv"]
    assert first["planted.csv"] == other["planted.csv"]


def test_a_folder_with_something_in_it_is_not_written_to(call: Call, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("x", encoding="utf-8")
    code, _, err = call("synth", "claims", "--lines", "10", "--output", tmp_path)
    assert code == 2
    assert "不是空的" in err
    assert list(written(tmp_path)) == ["mine.txt"]


def test_what_could_not_be_planted_is_told(call: Call, tmp_path: Path) -> None:
    folder = tmp_path / "order"
    out = call("synth", "claims", "--lines", "10", "--pack", "山东", "--output", folder).out
    readme = (folder / "README.md").read_text(encoding="utf-8")
    for line in out.splitlines():
        if line.startswith("没有埋入："):
            assert line.removeprefix("没有埋入：") in readme

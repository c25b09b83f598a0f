"""``wicheck test``: packs prove themselves by their examples."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import EXAMPLES, Call


def test_examples_that_agree_give_0(call: Call, policies: Path) -> None:
    assert call("test", "示例市") == (0, "example-2026：2 个示例，0 个不一致\n", "")


def test_an_example_that_disagrees_is_shown_with_its_place_and_gives_1(call: Call, policies: Path) -> None:
    file = policies / "example-2026" / "examples" / "1.yaml"
    file.write_text(EXAMPLES.replace("shortfall: 1", "shortfall: 2"), encoding="utf-8")
    code, out, _ = call("test")
    assert code == 1
    assert out.startswith(
        "example-2026/examples/1.yaml:8:7: example-1/beds_min_50 (breaks)\n    shortfall 应为 2，得 1\n"
    )


def test_nothing_to_run_is_no_success(call: Call, policies: Path) -> None:
    (policies / "example-2026" / "examples" / "1.yaml").unlink()
    assert call("test").code == 4


def test_several_processes_tell_what_one_tells(call: Call, policies: Path) -> None:
    file = policies / "example-2026" / "examples" / "1.yaml"
    file.write_text(EXAMPLES.replace("shortfall: 1", "shortfall: 2"), encoding="utf-8")
    assert call("test", "--jobs", 2) == call("test")


def test_some_examples_are_picked_by_file_or_rule(call: Call, policies: Path) -> None:
    assert call("test", "--only", "beds_min").out == "example-2026：2 个示例，0 个不一致\n"
    assert call("test", "--only", "examples/1.yaml").code == 0
    assert call("test", "--only", "no_such").code == 4

"""``wicheck policies``: begin a pack, see what it lacks, see what its examples miss."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Call

NEW = ("policies", "new", "sixth-2026", "--name", "第六市", "--division", "999900", "--dir")


def test_a_pack_is_begun_tested_linted_and_mutated(call: Call, tmp_path: Path) -> None:
    assert call(*NEW, tmp_path).code == 0
    tested = call("test", "sixth-2026", "--policies", tmp_path)
    assert (tested.code, "5 个示例，0 个不一致" in tested.out) == (0, True)
    assert call("policies", "lint", "第六市", "--policies", tmp_path).code == 0
    mutated = call("policies", "mutate", "sixth-2026", "--policies", tmp_path)
    assert (mutated.code, "100.0%" in mutated.out) == (0, True)


def test_what_is_lacking_is_told_with_its_place(call: Call, tmp_path: Path) -> None:
    call(*NEW, tmp_path)
    examples = tmp_path / "sixth-2026" / "examples" / "01-conditions.yaml"
    kept = [line for line in examples.read_text(encoding="utf-8").splitlines() if "shows: below" not in line]
    examples.write_text("\n".join(kept) + "\n", encoding="utf-8")
    linted = call("policies", "lint", "sixth-2026", "--policies", tmp_path)
    assert linted.code == 1
    assert "[no_objection]" in linted.out
    assert "sixth-2026/01-conditions.yaml:14" in linted.out
    mutated = call("policies", "mutate", "sixth-2026", "--policies", tmp_path)
    assert (mutated.code, "minimum 50 -> 49" in mutated.out) == (1, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("policies", "new", "Sixth", "--name", "第六市", "--division", "999900"), "Sixth"),
        (("policies", "new", "sixth", "--name", "第六市", "--division", "9999"), "9999"),
        (("policies", "nwe"), "new"),
    ],
)
def test_a_wrong_word_is_answered_with_the_next_step(call: Call, words: tuple[str, ...], said: str) -> None:
    called = call(*words)
    assert (called.code, said in called.err, "→" in called.err) == (2, True, True)


def test_an_existing_folder_is_not_written_into(call: Call, tmp_path: Path) -> None:
    call(*NEW, tmp_path)
    assert call(*NEW, tmp_path).code == 2


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_action_stands_in_the_help(call: Call, language: str) -> None:
    told = call("policies", "--help", "--lang", language).out
    assert all(action in told for action in ("new", "lint", "mutate"))

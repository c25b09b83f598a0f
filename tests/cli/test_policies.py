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


def test_what_we_ship_lacks_nothing(call: Call) -> None:
    linted = call("policies", "lint")
    assert [line for line in linted.out.splitlines() if "：缺 0 处" not in line] == []
    assert linted.code == 0


COUNTED = """/*
title: {zh: 明细条数, en: number of lines}
offence: {zh: 明细多于规定的条数, en: more lines than allowed}
bearer: institution
judges: lines
needs: {lines: [claim_id]}
parameters: {most: {zh: 最多条数, en: most lines, type: integer}}
*/
SELECT max(l.claim_id) AS claim_id, CAST(NULL AS BIGINT) AS line_row, 'fail' AS verdict, 0 AS amount
FROM lines AS l HAVING count(*) > $most
"""
COUNTING = """wicheck: clauses/v1
clauses:
- id: sixth-lines
  article: 第九条
  kind: rule
  record: claims
  stage: performance
  summary: {zh: 明细不多于两条, en: no more than two lines}
  rules:
    lines:
      {check: sql, query: counted, parameters: {most: 2}, topic: claims, title: {zh: 明细不多于两条, en: at most two}}
"""
COUNTED_EXAMPLES = """wicheck: examples/v1
examples:
- clause: sixth-lines
  given: {claims: {明细: [{结算单号: J1}, {结算单号: J1}]}}
  rules:
    lines:
    - {shows: at, expect: pass}
"""


def test_figures_of_queries_are_moved_too(call: Call, tmp_path: Path) -> None:
    call(*NEW, tmp_path)
    pack = tmp_path / "sixth-2026"
    (pack / "sql").mkdir()
    (pack / "sql" / "counted.sql").write_text(COUNTED, encoding="utf-8")
    (pack / "09-lines.yaml").write_text(COUNTING, encoding="utf-8")
    (pack / "examples" / "09-lines.yaml").write_text(COUNTED_EXAMPLES, encoding="utf-8")
    mutated = call("policies", "mutate", "sixth-2026", "--policies", tmp_path)
    assert ("most 2 -> 3" in mutated.out, "most 2 -> 1" in mutated.out, mutated.code) == (True, False, 1)


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

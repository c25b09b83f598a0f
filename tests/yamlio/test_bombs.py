"""Small or permitted texts that would cost too much end in an error, soon and in little memory."""

from __future__ import annotations

import subprocess
import sys
import tracemalloc

import pytest

from tests.yamlio.refusing import refusal
from wicheck.yamlio import Limits, read_text

MANY = 100_000
LAUGHS = "a: &a [x, x]\n" + "".join(
    f"{key}: &{key} [*{last}, *{last}]\n" for last, key in zip("abcdefgh", "bcdefghi", strict=True)
)


def peak_of(text: str, limits: Limits) -> int:
    """The most memory, in bytes, that refusing ``text`` takes beyond the text itself."""
    tracemalloc.start()
    try:
        refusal(text, limits)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    "text",
    ["[" * MANY, "{a: " * MANY, "- " * MANY, "[{a: " * MANY, "? " * MANY, "[" * MANY + "]" * MANY, LAUGHS],
    ids=["brackets", "braces", "dashes", "mixed", "questions", "closed", "laughs"],
)
def test_nesting_and_aliases_end_cleanly_in_little_memory(text: str) -> None:
    assert peak_of(text, Limits()) < 40 * 1024 * 1024


def test_no_depth_crashes_the_process() -> None:
    code = f"from wicheck.yamlio import read_text; read_text('[' * {MANY}, 'a')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, "InputError" in done.stderr) == (1, True)


@pytest.mark.parametrize(
    "unit",
    ["1,", "[],", "{},", "[[[]]],", "\n- 1", "\n- - - 1"],
    ids=["texts", "lists", "mappings", "deep", "lines", "dashes"],
)
def test_a_text_all_of_entries_is_refused_before_it_is_parsed(unit: str) -> None:
    limits = Limits(max_entries=MANY)
    opening, closing = ("", "") if unit.startswith("\n") else ("[", "]")
    text = opening + unit * (MANY + 1) + closing
    assert peak_of(text, limits) < 2 * 1024 * 1024


@pytest.mark.parametrize("unit", ["1,", "[[],[]],", "{a},"], ids=["texts", "lists", "mappings"])
def test_an_entry_costs_no_more_memory_than_promised(unit: str) -> None:
    text = f"[{unit * 20_000}]"
    entries = 1 + sum(map(text.count, ",[{"))
    tracemalloc.start()
    try:
        reading = read_text(text, "a.yaml", Limits(max_entries=entries))
        held = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
    assert reading.nodes
    assert held / entries < 350

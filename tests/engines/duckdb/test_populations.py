"""How many rows a question judges: one scan of a view for all that ask of it, and a faulty condition hides no other."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb
import pytest

from wicheck.engines.duckdb.populations import counts


class Asking:
    """A database of two views that remembers what it was asked."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._connection = duckdb.connect()
        self._connection.execute("CREATE TABLE lines AS SELECT range AS n FROM range(10)")
        self._connection.execute("CREATE TABLE claims AS SELECT range AS n FROM range(3)")

    def __call__(self, text: str) -> Sequence[int]:
        self.texts.append(text)
        return self._connection.execute(text).fetchone() or ()


@pytest.fixture
def ask() -> Asking:
    return Asking()


def test_all_questions_of_a_view_are_answered_by_one_scan(ask: Asking) -> None:
    judging = [[("lines", None)], [("lines", "n > 6")], [("claims", None)], [("lines", "n > 6")]]

    assert counts(judging, ask) == [10, 3, 3, 3]
    assert len(ask.texts) == 2


def test_several_populations_of_a_question_count_together(ask: Asking) -> None:
    assert counts([[("lines", "n > 6"), ("claims", None)]], ask) == [6]


def test_a_faulty_condition_is_told_and_the_others_are_counted(ask: Asking) -> None:
    sound, faulty, both = counts(
        [[("lines", "n > 6")], [("lines", "nobody > 6")], [("claims", None), ("lines", "nobody > 6")]], ask
    )

    assert sound == 3
    assert "nobody" in str(faulty)
    assert both == faulty


def test_a_comment_in_a_condition_does_not_swallow_what_follows(ask: Asking) -> None:
    assert counts([[("lines", "n > 6 -- few")], [("lines", "n > 8")]], ask) == [3, 1]

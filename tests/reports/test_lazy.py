"""A list that is made when it is looked into, once."""

from __future__ import annotations

from wicheck.reports.lazy import LazyList


def test_nothing_is_made_before_somebody_looks_and_then_only_once() -> None:
    made: list[str] = []

    def make() -> list[str]:
        made.append("once")
        return ["一", "二", "三"]

    lazy = LazyList(make)
    assert made == []
    assert (len(lazy), lazy[0], lazy[1:], list(lazy)) == (3, "一", ["二", "三"], ["一", "二", "三"])
    assert made == ["once"]


def test_an_empty_one_is_false_as_an_empty_list_is() -> None:
    assert not LazyList(list)

"""A threshold under a name that no query has would be taken for set: it is told."""

from __future__ import annotations

import pytest

from wicheck.billing.thresholds import unasked
from wicheck.model import Location

HERE = Location("settings.yaml", 3, 5)
WANTED = {"repeat_examination_days", "visits_per_month"}


def test_what_a_query_wants_is_not_told_of() -> None:
    assert list(unasked([("visits_per_month", HERE)], WANTED)) == []


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("repeat_exam_days", "阈值 repeat_exam_days：本次没有规则用它；是不是 repeat_examination_days？"),
        ("xyz", "阈值 xyz：本次没有规则用它"),
    ],
)
def test_a_name_that_nothing_wants_is_told_at_its_place(name: str, told: str) -> None:
    (notice,) = unasked([(name, HERE), ("visits_per_month", HERE)], WANTED)
    assert (notice.text.zh, notice.location) == (told, HERE)

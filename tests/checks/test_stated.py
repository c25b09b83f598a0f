"""stated: none is an answer, nothing is not."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.nesting import judged
from wicheck.checks.stated import KIND
from wicheck.model import Verdict


@pytest.mark.parametrize(("grade", "verdict"), [("八级", Verdict.PASS), (False, Verdict.PASS), (None, Verdict.UNKNOWN)])
def test_a_field_is_answered_with_none_too(grade: Any, verdict: Verdict) -> None:
    data = {} if grade is None else {"grade": grade}
    assert judged(KIND, data, values=["registry.grade"]).verdict is verdict

"""An agency may read a vague figure, never a firm one."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from tests.packs.region import CLAUSES, header, loaded
from wicheck.errors import UsageError
from wicheck.packs.readings import with_readings

VAGUE = header() + CLAUSES.replace("minimum: 50", "minimum: 50\n      exceptions_allowed: 左右")
FIGURES = {"example-1/beds_min_50": Decimal(45)}


def test_a_vague_figure_takes_the_agencys_reading(tmp_path: Path) -> None:
    (rule,) = with_readings(loaded(tmp_path, VAGUE), FIGURES).rules
    assert rule.arguments["readings"] == {"agency": 45}
    assert rule.arguments["minimum"] == 50


def test_a_firm_figure_cannot_be_read_otherwise(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="example-1/beds_min_50"):
        with_readings(loaded(tmp_path), FIGURES)


def test_readings_of_other_packs_leave_it_alone(tmp_path: Path) -> None:
    pack = loaded(tmp_path, VAGUE)
    assert with_readings(pack, {"elsewhere-1/x": Decimal(1)}) is pack

"""An agency may read a vague figure, never a firm one."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from tests.packs.region import CLAUSES, header, loaded
from wicheck.documents.settings import AgencyReading
from wicheck.errors import UsageError
from wicheck.model import Location
from wicheck.packs.readings import with_readings

VAGUE = header() + CLAUSES.replace("minimum: 50", "minimum: 50\n      exceptions_allowed: 左右")


def reading(rule: str, figure: int, limit: str = "minimum") -> AgencyReading:
    return AgencyReading(
        rule, limit, Decimal(figure), "经办机构", "示例局", "示例文件", None, Location("settings.yaml")
    )


FIGURES = {"example-1/beds_min_50": reading("example-1/beds_min_50", 45)}


def test_a_vague_figure_takes_the_agencys_reading(tmp_path: Path) -> None:
    (rule,) = with_readings(loaded(tmp_path, VAGUE), FIGURES).rules
    assert rule.arguments["readings"] == {"agency": 45}
    assert rule.arguments["minimum"] == 50


def test_a_firm_figure_cannot_be_read_otherwise(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="example-1/beds_min_50"):
        with_readings(loaded(tmp_path), FIGURES)


def test_a_maximum_cannot_be_read_into_a_minimum(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="sets a minimum, and its reading gives a maximum"):
        with_readings(
            loaded(tmp_path, VAGUE), {"example-1/beds_min_50": reading("example-1/beds_min_50", 45, "maximum")}
        )


def test_readings_of_other_packs_leave_it_alone(tmp_path: Path) -> None:
    pack = loaded(tmp_path, VAGUE)
    assert with_readings(pack, {"elsewhere-1/x": reading("elsewhere-1/x", 1)}) is pack

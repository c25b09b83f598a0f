"""Facts on areas: stated directly or reckoned, and contradictory figures are not known."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tests.facts.bench import measured
from wicheck.facts.rehab_area_excluding_wards_m2 import FACT as WITHOUT_WARDS
from wicheck.facts.rehab_area_per_bed import FACT as PER_BED
from wicheck.model import Path, Quantity

REHAB: Path = ("institution", "rehabilitation")
AREA, BEDS, EACH = ((*REHAB, "ward", key) for key in ("net_area_m2", "beds_count", "net_area_per_bed_m2"))
OUTSIDE, ALL, WARDS = (
    (*REHAB, key) for key in ("business_area_excluding_wards_m2", "business_area_including_wards_m2", "ward_area_m2")
)


def per_bed(**ward: Any) -> Quantity:
    return measured(PER_BED, rehabilitation={"ward": ward})


def without_wards(**areas: Any) -> Quantity:
    return measured(WITHOUT_WARDS, rehabilitation={key: Decimal(value) for key, value in areas.items()})


def test_area_and_beds_are_kept_apart() -> None:
    assert per_bed(net_area_m2=Decimal(295), beds_count=50) == Quantity(295, 50, evidence=(AREA, BEDS))


def test_a_stated_area_per_bed_is_the_area_of_one_bed() -> None:
    assert per_bed(net_area_per_bed_m2=Decimal("6.2")) == Quantity(Decimal("6.2"), 1, evidence=(EACH,))


@pytest.mark.parametrize("ward", [{"net_area_m2": 0}, {"net_area_m2": 300}, {"net_area_per_bed_m2": 6}])
def test_no_beds_have_no_area_each(ward: dict[str, int]) -> None:
    assert per_bed(beds_count=0, **ward).whole == 0


@pytest.mark.parametrize(
    ("ward", "missing"),
    [({}, (AREA, BEDS)), ({"beds_count": 50}, (AREA,)), ({"net_area_m2": 300}, (BEDS,))],
)
def test_what_is_not_written_is_named(ward: dict[str, int], missing: tuple[Path, ...]) -> None:
    assert per_bed(**ward) == Quantity(None, missing=missing)


@pytest.mark.parametrize(("each", "known"), [("5.9", True), ("5.94", True), ("6.00", False), ("5.90", False)])
def test_a_stated_area_per_bed_may_be_rounded_but_not_contradict(each: str, known: bool) -> None:
    # 297 of 50 beds are 5.94 each; the 297 itself may be 296.5 to 297.5, so 5.93 to 5.95.
    quantity = per_bed(net_area_m2=Decimal(297), beds_count=50, net_area_per_bed_m2=Decimal(each))
    assert (quantity.part is not None) is known
    assert quantity.missing == ()


@pytest.mark.parametrize(("wards", "known"), [("400", True), ("297", True), ("296", False), ("100", False)])
def test_beds_cannot_take_more_than_the_wards_have(wards: str, known: bool) -> None:
    # 50 beds of 6.0 each take at least 50 times 5.95, that is 297.5; 297 stands for no more than 297.5.
    ward = {"beds_count": 50, "net_area_per_bed_m2": Decimal("6.0")}
    quantity = measured(PER_BED, rehabilitation={"ward": ward, "ward_area_m2": Decimal(wards)})
    assert (quantity.part is not None) is known
    assert quantity.missing == ()


@pytest.mark.parametrize(("wards", "known"), [("300", True), ("299", True), ("298", False), ("200", False)])
def test_a_stated_net_area_cannot_be_more_than_the_wards_either(wards: str, known: bool) -> None:
    ward = {"beds_count": 50, "net_area_m2": Decimal(300)}
    rehabilitation = {"ward": ward, "ward_area_m2": Decimal(wards), "business_area_including_wards_m2": Decimal(1100)}
    for fact in (PER_BED, WITHOUT_WARDS):
        quantity = measured(fact, rehabilitation=rehabilitation)
        assert (quantity.part is not None) is known
        assert known or quantity.evidence == (AREA, WARDS)


def test_the_area_without_wards_as_stated() -> None:
    assert without_wards(business_area_excluding_wards_m2="820") == Quantity(820, evidence=(OUTSIDE,))


def test_the_area_without_wards_as_a_difference() -> None:
    quantity = without_wards(business_area_including_wards_m2="1100.5", ward_area_m2="300")
    assert quantity == Quantity(Decimal("800.5"), evidence=(ALL, WARDS))


@pytest.mark.parametrize(("outside", "known"), [("800", True), ("801", True), ("802", False)])
def test_three_areas_must_agree_within_their_rounding(outside: str, known: bool) -> None:
    quantity = without_wards(
        business_area_excluding_wards_m2=outside, business_area_including_wards_m2="1100", ward_area_m2="300"
    )
    assert (quantity.part is not None) is known


def test_wards_larger_than_the_whole_are_contradictory() -> None:
    quantity = without_wards(business_area_including_wards_m2="300", ward_area_m2="400")
    assert quantity == Quantity(None, evidence=(ALL, WARDS, OUTSIDE))


@pytest.mark.parametrize(("everything", "known"), [("800", True), ("799", False)])
def test_an_area_without_wards_larger_than_the_whole_is_contradictory(everything: str, known: bool) -> None:
    quantity = without_wards(business_area_excluding_wards_m2="800", business_area_including_wards_m2=everything)
    assert (quantity.part is not None) is known
    assert quantity.missing == ()


@pytest.mark.parametrize(("everything", "known"), [("1110", True), ("1109", True), ("1108", False)])
def test_the_beds_are_a_part_of_the_whole_too(everything: str, known: bool) -> None:
    areas = {key: Decimal(value) for key, value in ((OUTSIDE[-1], "800"), (ALL[-1], everything))}
    quantity = measured(WITHOUT_WARDS, rehabilitation={**areas, "ward": {"net_area_m2": Decimal(310)}})
    assert (quantity.part is not None) is known
    assert quantity.evidence == ((OUTSIDE,) if known else (ALL, OUTSIDE, AREA))


@pytest.mark.parametrize(("everything", "known"), [("1100", True), ("1098", True), ("1096", False), ("800", False)])
def test_the_beds_are_a_part_by_their_area_each_too(everything: str, known: bool) -> None:
    # 50 beds of 6.0 each take at least 297.5, and 800 stands for no less than 799.5: together 1 097.
    areas = {key: Decimal(value) for key, value in ((OUTSIDE[-1], "800"), (ALL[-1], everything))}
    ward = {"beds_count": 50, "net_area_per_bed_m2": Decimal("6.0")}
    quantity = measured(WITHOUT_WARDS, rehabilitation={**areas, "ward": ward})
    assert (quantity.part is not None) is known
    assert quantity.evidence == ((OUTSIDE,) if known else (ALL, OUTSIDE, EACH, BEDS))


@pytest.mark.parametrize(
    ("areas", "missing"),
    [({}, OUTSIDE), ({"ward_area_m2": "300"}, OUTSIDE), ({"business_area_including_wards_m2": "1100"}, WARDS)],
)
def test_what_was_begun_is_what_to_fill_in(areas: dict[str, str], missing: Path) -> None:
    assert without_wards(**areas) == Quantity(None, missing=(missing,))


def test_no_rehabilitation_at_all_has_no_area() -> None:
    assert measured(WITHOUT_WARDS, rehabilitation=False).part == 0
    assert measured(PER_BED, rehabilitation=False).whole == 0


@pytest.mark.parametrize(("outside", "known"), [("604.5", True), ("602", True), ("602.4", False), ("80.4", False)])
def test_the_rooms_are_a_part_of_the_area_without_wards(outside: str, known: bool) -> None:
    # 48 + 520 + 36 may be 602.5 before it was rounded; 602 may be 602.5 too, 602.4 at most 602.45.
    rooms = {"assessment": "48", "therapy": "520", "orthotics": "36"}
    written = {name: {"area_m2": Decimal(size)} for name, size in rooms.items()}
    stated = {"business_area_excluding_wards_m2": Decimal(outside), "rooms": written}
    assert (measured(WITHOUT_WARDS, rehabilitation=stated).part is not None) is known

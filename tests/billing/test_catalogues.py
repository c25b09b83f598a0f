"""holding: which catalogues a batch is held against."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.checks.bench import Nowhere
from wicheck.billing.catalogues import holding
from wicheck.model import Document, DocumentKind, Dossier
from wicheck.plan import Hearing

DAY = date(2026, 3, 10)


def document(kind: str, name: str, **data: Any) -> Document:
    return Document(DocumentKind(kind), name, {"id": name, **data}, Nowhere())


def heard(*catalogues: Document, fund: str | None = "370100", at: str | None = None, named: Any = None) -> Hearing:
    root = document("institution", "h", **({"division_code": at} if at else {}))
    batch = document("claims", "b", **({"catalogues": named} if named else {}))
    kinds = {DocumentKind.INSTITUTION: (root,), DocumentKind.CLAIMS: (batch,), DocumentKind.CATALOGUE: catalogues}
    return Hearing(Dossier("h", root, kinds), DAY, DAY, None, fund, batch)


def kept(hearing: Hearing) -> list[str]:
    return [each.id for each in holding(hearing).catalogues]


@pytest.mark.parametrize("code", ["370000", "370100", "370102", "100000", "000000"])
def test_a_catalogue_of_the_funds_region_or_a_part_of_it_holds(code: str) -> None:
    assert kept(heard(document("catalogue", "c", division_code=code))) == ["c"]


@pytest.mark.parametrize("code", ["330000", "370200"])
def test_a_catalogue_of_another_region_does_not_hold_and_is_told(code: str) -> None:
    hearing = heard(document("catalogue", "c", division_code=code))
    assert kept(hearing) == []
    (notice,) = holding(hearing).notices
    assert notice.code == "catalogue_of_other_region"
    assert code in notice.text.zh


def test_care_elsewhere_may_go_by_the_catalogue_of_the_place_of_care() -> None:
    assert kept(heard(document("catalogue", "c", division_code="330000"), at="330702")) == ["c"]


def test_a_catalogue_that_does_not_say_where_it_applies_or_is_the_states_holds() -> None:
    assert kept(heard(document("catalogue", "a"))) == ["a"]
    assert kept(heard(document("catalogue", "b", division_code="330000", issued_by="state"))) == ["b"]


def test_where_nobody_says_whose_fund_it_is_every_catalogue_holds() -> None:
    assert kept(heard(document("catalogue", "c", division_code="330000"), fund=None)) == ["c"]


def test_a_batch_is_held_against_the_catalogues_that_it_names() -> None:
    ours, others = document("catalogue", "ours"), document("catalogue", "others")
    assert kept(heard(ours, others, named=["ours"])) == ["ours"]
    assert kept(heard(ours, others)) == ["ours", "others"]

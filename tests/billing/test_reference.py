"""What a batch is held against, from the documents of the run."""

import pytest

from wicheck.billing.reference import OPEN_END, owner, references
from wicheck.engines.columns import REFERENCES
from wicheck.model import Document, DocumentKind


def document(kind, ident, /, **data):
    return Document(DocumentKind(kind), ident, data, None)


HOSPITAL = document(
    "institution", "h", institution_code="H1", name="示例医院", level="level_2", service_kinds=["medical"]
)
BATCH = document("claims", "b", institution="h", declared_on="2026-04-05", paid_on=False)


def test_the_batch_tells_its_dates_and_what_has_not_happened():
    (row,) = references(BATCH, [HOSPITAL], [])["batch"]

    assert row[:2] == ("b", "H1")
    assert row[5:] == ("2026-04-05", False, None, None, None, None, None, True)


def test_an_institution_is_one_row_also_where_a_registry_lists_it_too():
    registry = document(
        "registry", "r", entries=[{"institution_code": "H1", "division_code": "330700", "level": "level_3"}]
    )

    (row,) = references(BATCH, [HOSPITAL, registry], [])["institutions"]

    assert row == ("H1", "h", "示例医院", "330700", "level_2", True, False, False, None, None)


def test_what_two_entries_of_a_registry_dispute_is_unknown_in_whatever_order_they_stand():
    two = [{"institution_code": "H2", "name": "乙", "level": level} for level in ("level_2", "level_3")]

    for entries in (two, two[::-1]):
        found = references(BATCH, [HOSPITAL, document("registry", "r", entries=entries)], [])["institutions"]
        assert [row[:5] for row in found] == [
            ("H1", "h", "示例医院", None, "level_2"),
            ("H2", None, "乙", None, None),
        ]


def test_an_institution_serves_what_one_of_its_agreements_is_about():
    kinds = (["medical"], ["rehabilitation"])
    registry = document("registry", "r", entries=[{"institution_code": "H2", "service_kinds": each} for each in kinds])

    *_, row = references(BATCH, [registry], [])["institutions"]

    assert row[5:8] == (True, True, False)


def test_service_kinds_that_are_not_given_are_unknown_and_not_missing():
    (row,) = references(BATCH, [document("institution", "h", institution_code="H1")], [])["institutions"]

    assert row[5:8] == (None, None, None)


@pytest.mark.parametrize(
    ("settlement", "told"),
    [
        ({"realtime": True, "realtime_since_on": "2026-03-05"}, (True, "2026-03-05")),
        ({"realtime": False}, (False, None)),
        ({"direct": True}, (None, None)),
        (False, (False, None)),
        (None, (None, None)),
    ],
)
def test_whether_an_institution_settles_in_real_time_stands_in_its_document(settlement, told):
    hospital = document(
        "institution", "h", institution_code="H1", **({} if settlement is None else {"settlement": settlement})
    )

    (row,) = references(BATCH, [hospital], [])["institutions"]

    assert row[8:] == told


def test_an_agreement_ends_the_day_before_it_was_terminated():
    agreement = document(
        "agreement",
        "a",
        institution="h",
        starts_on="2026-01-01",
        ends_on="2026-12-31",
        termination={"terminated_on": "2026-05-01"},
        service_kinds=["medical"],
    )

    (row,) = references(BATCH, [HOSPITAL, agreement], [])["agreements"]

    assert row[:3] == ("H1", "2026-01-01", "2026-04-30")


@pytest.mark.parametrize(
    ("signed", "terms"),
    [
        (None, [("2026-01-01", "2026-12-31")]),
        ("2026-01-01", [("2026-01-01", "2026-12-31")]),
        ("2025-12-20", [("2026-01-01", "2026-12-31")]),
        ("2026-02-10", [(None, "2026-02-09"), ("2026-02-10", "2026-12-31")]),
        ("2026-12-31", [(None, "2026-12-30"), ("2026-12-31", "2026-12-31")]),
        ("2027-02-10", [(None, "2026-12-31")]),
    ],
)
def test_whether_there_was_an_agreement_before_it_was_signed_nobody_knows(signed, terms):
    days = {"starts_on": "2026-01-01", "ends_on": "2026-12-31"}
    agreement = document("agreement", "a", institution="h", **days, **({"signed_on": signed} if signed else {}))
    listed = document("registry", "r", entries=[{"institution_code": "H1", **days}])

    found = references(BATCH, [HOSPITAL, listed, agreement], [])["agreements"]

    assert [row[1:3] for row in found] == terms


@pytest.mark.parametrize(
    ("termination", "last"),
    [
        ({"designation_cancelled_on": "2026-05-01"}, "2026-04-30"),
        ({"terminated_on": "2026-06-01", "designation_cancelled_on": "2026-05-01"}, "2026-04-30"),
        ({"terminated_on": "2026-05-01", "designation_cancelled_on": False}, "2026-04-30"),
        ({"terminated_on": "2027-06-01"}, "2026-12-31"),
        ({"for_breach": True}, None),
        (False, "2026-12-31"),
    ],
)
def test_an_agreement_ends_when_it_is_dissolved_or_its_designation_is_lost(termination, last):
    agreement = document("agreement", "a", institution="h", ends_on="2026-12-31", termination=termination)

    (row,) = references(BATCH, [HOSPITAL, agreement], [])["agreements"]

    assert row[2] == last


def test_a_suspension_without_end_goes_on_and_one_whose_end_nobody_gives_is_unknown():
    agreement = document(
        "agreement",
        "a",
        institution="h",
        suspensions=[{"starts_on": "2026-02-01", "ends_on": False}, {"starts_on": "2026-03-01"}],
    )

    assert references(BATCH, [HOSPITAL, agreement], [])["suspensions"] == [
        ("H1", "2026-02-01", OPEN_END),
        ("H1", "2026-03-01", None),
    ]


def test_a_catalogue_tells_for_all_its_entries_since_when_and_whose_it_is():
    drugs = document("catalogue", "c", kind="drug", issued_by="province", valid_from="2026-01-01", valid_until=False)

    (row,) = references(BATCH, [HOSPITAL], [drugs])["catalogues"]

    assert row == ("c", "drug", "province", None, None, "2026-01-01", OPEN_END)


def test_rows_have_the_columns_of_the_engines_views_in_their_order():
    registry = document("registry", "r", entries=[{"institution_code": "H2"}])
    agreement = document("agreement", "a", institution="h", suspensions=[{"starts_on": "2026-02-01"}])
    catalogue = document("catalogue", "c")

    made = references(BATCH, [HOSPITAL, registry, agreement], [catalogue])

    assert set(made) == set(REFERENCES) - {"parameters"}
    assert {view: {len(row) for row in rows} for view, rows in made.items()} == {
        view: {len(columns)} for view, columns in REFERENCES.items() if view != "parameters"
    }


def test_that_nobody_was_suspended_is_known_only_where_every_agreement_says_so():
    silent = document("agreement", "a", institution="h")
    none = document("agreement", "n", institution="h", suspensions=False)

    assert "suspensions" not in references(BATCH, [HOSPITAL, silent, none], [])
    assert references(BATCH, [HOSPITAL, none], [])["suspensions"] == []


def test_a_registry_tells_of_agreements_and_not_of_suspensions():
    entry = {"institution_code": "H1", "starts_on": "2026-01-01", "ends_on": "2026-12-31"}
    registry = document("registry", "r", entries=[entry, {**entry, "institution_code": "H2"}])
    agreement = document(
        "agreement", "a", institution="h", starts_on="2026-01-01", ends_on="2026-12-31", suspensions=False
    )

    found = references(BATCH, [HOSPITAL, registry, agreement], [])["agreements"]

    assert [(row[0], row[-1]) for row in found] == [("H1", True), ("H2", False)]


def test_a_batch_is_of_whom_bears_the_code_however_the_document_is_called():
    twin, codeless = document("institution", "h2", institution_code="H1"), document("institution", "n")
    known = [HOSPITAL, twin, codeless]

    assert owner(BATCH, known) == owner(document("claims", "c", institution="h2"), known) == "H1"
    assert owner(document("claims", "c", institution="n"), known) == "n"

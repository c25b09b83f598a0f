"""Schemas answer questions about paths."""

from __future__ import annotations

import pytest

from wicheck.documents.data import data_folder
from wicheck.documents.schemas import Schemas
from wicheck.documents.shapes import Shape, ValueType, value_type
from wicheck.model import Path, Text


def shape_at(schemas: Schemas, *path: str) -> Shape:
    shape = schemas.at(("institution", *path))
    assert shape is not None
    return shape


def test_our_own_schemas_are_found_in_the_checkout() -> None:
    assert (data_folder("schemas") / "institution.schema.json").is_file()


def test_a_missing_folder_is_told_by_name() -> None:
    with pytest.raises(FileNotFoundError, match="no-such-folder"):
        data_folder("no-such-folder")


def test_common_definitions_are_no_kind(schemas: Schemas) -> None:
    assert "common" not in schemas.kinds
    assert "institution" in schemas.kinds


def test_an_unknown_kind_is_a_key_error(schemas: Schemas) -> None:
    with pytest.raises(KeyError):
        schemas.schema("hospital")


def test_a_schema_refers_only_to_itself(schemas: Schemas) -> None:
    schema = schemas.schema("institution")
    assert schema["properties"]["beds_count"]["$ref"] == "#/$defs/common.beds"
    assert schema["$defs"]["common.beds"]["$ref"] == "#/$defs/common.count"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("name", ValueType.TEXT),
        ("level", ValueType.CHOICE),
        ("founded_on", ValueType.DATE),
        ("opened_at", ValueType.DATE_TIME),
        ("public", ValueType.BOOLEAN),
        ("beds_count", ValueType.INTEGER),
        ("area_m2", ValueType.NUMBER),
        ("senior_share", ValueType.SHARE),
        ("accidents", ValueType.TEXT),
        ("closed_on", ValueType.DATE),
        ("permit", ValueType.OBJECT),
        ("departments", ValueType.ARRAY),
        ("application_form", ValueType.OBJECT),
    ],
)
def test_every_type_is_recognised(schemas: Schemas, name: str, expected: ValueType) -> None:
    assert shape_at(schemas, name).type is expected


def test_a_choice_that_may_be_none_is_still_a_choice() -> None:
    assert value_type({"enum": ["valid", "expired", False]}) is ValueType.CHOICE


def test_what_stands_beside_a_reference_wins(schemas: Schemas) -> None:
    beds = shape_at(schemas, "beds_count")
    assert beds.title == Text("床位数", "Beds")
    assert beds.unit == Text("张", "beds")


def test_the_flags_are_read(schemas: Schemas) -> None:
    assert shape_at(schemas, "permit").none_allowed
    assert not shape_at(schemas, "head").none_allowed
    assert shape_at(schemas, "application_form").short == "provided"
    assert shape_at(schemas, "head", "identity_number").personal == "identity"
    assert shape_at(schemas, "price_amount").is_money
    assert not shape_at(schemas, "price_amount").is_file
    reference = schemas.at(("agreement", "institution"))
    assert reference is not None
    assert reference.reference == "institution"


def test_choices_have_printed_words_and_accepted_words(schemas: Schemas) -> None:
    level = shape_at(schemas, "level")
    assert level.choices["level_3"] == Text("三级", "level 3")
    assert level.labels == {
        "level_3": "level_3",
        "三级": "level_3",
        "三甲": "level_3",
        "level_2": "level_2",
        "二级": "level_2",
    }


def test_paths_through_lists_need_leave(schemas: Schemas) -> None:
    path: Path = ("institution", "staff", "roster", "rank")
    assert schemas.at(path) is None
    through = schemas.at(path, through_arrays=True)
    assert through is not None
    assert through.title == Text("职称", "Rank")
    assert schemas.at(("institution", "staff", "roster", 3, "rank")) is not None


@pytest.mark.parametrize(
    "path", [(), ("hospital",), ("institution", "beds"), ("institution", "name", "first"), ("institution", "name", 0)]
)
def test_a_path_the_schema_lacks_has_no_shape(schemas: Schemas, path: Path) -> None:
    assert schemas.at(path) is None


def test_titles_name_each_step(schemas: Schemas) -> None:
    assert schemas.titles(("institution", "staff", "roster", 0, "rank")) == (
        Text("人员", "Staff"),
        Text("花名册", "Roster"),
        Text("职称", "Rank"),
    )


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (("institution", "beds_cuont"), ("institution", "beds_count")),
        (("institution", "staf", "doctors_count"), ("institution", "staff", "doctors_count")),
        (("institution", "staff", "roster", "rnak"), ("institution", "staff", "roster", "rank")),
        (("instituton", "name"), ("institution", "name")),
        (("institution", "name"), ("institution", "name")),
        (("institution", "zzzzzzzz"), None),
    ],
)
def test_the_nearest_known_path_is_offered(schemas: Schemas, typed: Path, meant: Path | None) -> None:
    assert schemas.nearest(typed) == meant

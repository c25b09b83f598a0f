"""Validity, decided by three validators that agree, and explained."""

from __future__ import annotations

import sys
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from wicheck.documents.schemas import Schemas
from wicheck.documents.validate import Validation, decider, fast_decider, slow_decider
from wicheck.errors import InputError
from wicheck.model import DocumentKind, Location, Path

HEADER = {"wicheck": "institution/v1", "id": "甲"}

VALID: list[dict[str, Any]] = [
    {},
    {"beds_count": 0},
    {"beds_count": 10**14},
    {"division_code": "330702"},
    {"senior_share": Decimal("1")},
    {"price_amount": Decimal("0.10")},
    {"price_amount": Decimal("999999999999999.01")},
    {"accidents": False},
    {"accidents": "一起"},
    {"permit": False},
    {"closed_on": False},
    {"departments": []},
    {"head": {"identity_number": "99999919900101123X"}},
    {"staff": {"roster": [{"name": "甲", "rank": "主任医师"}]}},
]

INVALID: list[tuple[dict[str, Any], str]] = [
    ({"beds_count": -1}, "“床位数”（beds_count）不能小于 0，这里是“-1”"),
    ({"senior_share": Decimal("1.2")}, "“副高占比”（senior_share）不能大于 1，这里是“1.2”"),
    ({"area_m2": Decimal("-0.5")}, "“面积”（area_m2）不能小于 0，这里是“-0.5”"),
    ({"price_amount": Decimal("0.105")}, "“单价”（price_amount）的内容不符合要求"),
    ({"division_code": "33"}, "“行政区划代码”（division_code）的格式不对：“33”"),
    ({"departments": ["内科", "内科"]}, "“科室”（departments）中有重复的项"),
    ({"accidents": True}, "“事故”（accidents）的内容不符合要求"),
    ({"name": 5}, "“名称”（name）应为文字，“5”不是"),
    ({"id": ""}, "“编号”（id）的字数不能少于 1，这里是“”"),
    ({"head": {"identity_number": "123"}}, "“身份证号”（identity_number）的格式不对：写的内容"),
    ({"staff": {"roster": [{}, {"rank": 1}]}}, "“职称”（rank）应为文字，“1”不是"),
]


class Places:
    """Says of each path that it stands in a file of its name."""

    def locate(self, path: Path) -> Location:
        return Location("/".join(map(str, path)))


@pytest.fixture
def errors(schemas: Schemas) -> Callable[[dict[str, Any]], tuple[InputError, ...]]:
    validation = Validation(schemas)
    return lambda data: validation.errors("institution", {**HEADER, **data}, Places())


@pytest.mark.parametrize("data", VALID + [data for data, _ in INVALID])
def test_all_validators_agree(schemas: Schemas, data: dict[str, Any]) -> None:
    schema, whole = schemas.schema("institution"), {**HEADER, **data}
    decided = [make(schema)(whole) for make in (decider, fast_decider, slow_decider)]
    assert decided == [data in VALID] * 3


@pytest.mark.parametrize("kind", [kind.value for kind in DocumentKind])
def test_all_validators_agree_on_every_example_of_our_own_schemas(kind: str) -> None:
    schema = Schemas().schema(kind)
    usual, fast, slow = decider(schema), fast_decider(schema), slow_decider(schema)
    for name, part in schema["properties"].items():
        for example in (*part.get("examples", ()), True, "无此写法", -1, []):
            whole = {"wicheck": f"{kind}/v1", "id": "甲", name: example}
            assert usual(whole) is fast(whole) is slow(whole), (name, example)


@pytest.mark.parametrize("number", [Decimal("NaN"), Decimal("Infinity"), float("nan")])
def test_what_is_no_number_is_invalid_and_crashes_nothing(schemas: Schemas, number: object) -> None:
    schema, whole = schemas.schema("institution"), {**HEADER, "price_amount": number}
    assert not any(make(schema)(whole) for make in (decider, fast_decider, slow_decider))


@pytest.mark.parametrize(("data", "message"), INVALID)
def test_what_is_invalid_is_said_in_words(
    errors: Callable[[dict[str, Any]], tuple[InputError, ...]], data: dict[str, Any], message: str
) -> None:
    (error,) = errors(data)
    assert error.message.zh == message
    assert error.hint is not None


def test_faults_have_their_places(errors: Callable[[dict[str, Any]], tuple[InputError, ...]]) -> None:
    found = errors({"beds_count": -1, "staff": {"roster": [{}, {"rank": 1}]}})
    assert [error.location.file for error in found if error.location] == ["beds_count", "staff/roster/1/rank"]


def test_a_missing_id_is_named(schemas: Schemas) -> None:
    (error,) = Validation(schemas).errors("institution", {"wicheck": "institution/v1"}, Places())
    assert error.message.zh == "缺少“编号”（id）"


def test_examples_show_the_right_form(errors: Callable[[dict[str, Any]], tuple[InputError, ...]]) -> None:
    (error,) = errors({"division_code": "33"})
    assert error.hint is not None
    assert error.hint.zh == "例如：330702。六位数字。"


def test_without_the_fast_validator_the_other_suffices(schemas: Schemas, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jsonschema_rs", None)
    is_valid = decider(schemas.schema("institution"))
    assert is_valid({**HEADER, "beds_count": 1})
    assert not is_valid({**HEADER, "beds_count": -1})


@pytest.mark.parametrize("make", [fast_decider, slow_decider])
@pytest.mark.parametrize("address", ["file:///etc/hostname", "https://example.invalid/x.json"])
def test_no_validator_fetches_anything(make: Callable[[Any], Callable[[Any], bool]], address: str) -> None:
    with pytest.raises(Exception, match=r"(?i)resol|retriev|not among"):
        make({"$ref": address})({})

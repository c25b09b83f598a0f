"""What every schema file promises (the design: Documents and dossiers). Each test lists what breaks the promise."""

from __future__ import annotations

import json
import re

import pytest
from jsonschema import Draft202012Validator

from tests.schemas.walking import ENTRY_KINDS, FILES, FOLDER, KINDS, REGISTRY, Fragment, entries, fragments, objects
from tests.schemas.walking import resolved as resolve
from wicheck.model import DocumentKind

every_kind = pytest.mark.parametrize("kind", KINDS)
every_file = pytest.mark.parametrize("file", FILES)
CHINESE = re.compile("[\u4e00-\u9fff]")
UNITS = {"_m2": "㎡", "_amount": "元", "_10k": "万元"}


def checker(fragment: Fragment, file: str) -> Draft202012Validator:
    schema = {**fragment, "$defs": FILES[file].get("$defs", {})}
    return Draft202012Validator(schema, registry=REGISTRY, format_checker=Draft202012Validator.FORMAT_CHECKER)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.schema.json")), ids=lambda path: path.name)
def test_each_file_is_a_valid_schema_of_2020_12(path):
    Draft202012Validator.check_schema(json.loads(path.read_text(encoding="utf-8")))


@every_kind
def test_a_kind_is_named_alike_in_its_file_its_id_and_its_header(kind):
    schema = FILES[kind]

    assert schema["$id"] == f"urn:wicheck:schema:{kind}:v1"
    assert schema["properties"]["wicheck"]["const"] == f"{kind}/v1"


@every_kind
def test_only_header_and_id_are_required(kind):
    required = {where: part["required"] for where, part in objects(kind) if "required" in part}

    assert required.pop(kind)[:2] == ["wicheck", "id"]
    if kind not in ENTRY_KINDS:
        assert FILES[kind]["required"] == ["wicheck", "id"]
        assert required == {}


@pytest.mark.parametrize("kind", ["waivers", "attestations"])
def test_a_waiver_or_attestation_is_never_half_filled(kind):
    entry = FILES[kind]["properties"][kind]["items"]

    assert entry["required"] == list(entry["properties"])


@every_file
def test_every_object_is_closed(file):
    assert [where for where, part in objects(file) if part.get("additionalProperties") is not False] == []


@every_file
def test_every_property_tells_a_clerk_what_it_is(file):
    def told(part: Fragment) -> bool:
        zh, en = part["description"], part["x-description-en"]
        return bool(
            part["title"] == part["x-keys-zh"][0]
            and part["x-title-en"].isascii()
            and (CHINESE.search(zh) and zh.endswith("。"))
            and (en.isascii() and en.endswith("."))
            and part["examples"]
        )

    assert [entry.where for entry in entries(file) if not told(entry.fragment)] == []


@every_file
def test_examples_are_valid(file):
    wrong = [
        (entry.where, example)
        for entry in entries(file)
        for example in entry.fragment["examples"]
        if not checker(entry.fragment, file).is_valid(example)
    ]

    assert wrong == []


@every_file
def test_a_chinese_key_means_one_thing_within_its_object(file):
    for where, owner in objects(file):
        keys = [key for name, part in owner["properties"].items() for key in {name, *part["x-keys-zh"]}]
        assert sorted(keys) == sorted(set(keys)), where


@every_file
def test_chinese_keys_can_be_typed_plainly(file):
    """No key needs quotes in YAML, and none has full-width digits or colons in it."""
    keys = [key for entry in entries(file) for key in entry.fragment["x-keys-zh"]]

    assert [key for key in keys if re.search(r"[\s:#\[\]{},&*!|>'\"%@`：０-９]", key)] == []


@every_file
def test_every_reference_has_the_agreed_form_and_leads_somewhere(file):
    for part in fragments(FILES[file]):
        if "$ref" in part:
            assert re.fullmatch(r"(common\.schema\.json)?#/\$defs/[a-z0-9_]+", part["$ref"])
            assert "type" in resolve(part, file)


@every_kind
def test_definitions_of_a_kind_are_used_and_do_not_hide_common_ones(kind):
    own = set(FILES[kind].get("$defs", {}))
    used = {part["$ref"].rpartition("/")[2] for part in fragments(FILES[kind]) if "$ref" in part}

    assert own - used == set()
    assert own & FILES["common"]["$defs"].keys() == set()


@every_file
def test_every_choice_has_its_words_in_both_languages(file):
    for part in fragments(FILES[file]):
        if isinstance(part.get("enum"), list):
            words = [word for value in part["enum"] for word in part["x-labels-zh"][value]]
            assert list(part["x-labels-zh"]) == list(part["x-labels-en"]) == part["enum"]
            assert sorted(words) == sorted(set(words)), "one word may not mean two choices"
            assert not {"是", "否", "有", "无"} & set(words), "these words are for yes, no and none"


@every_file
def test_where_there_may_be_none_false_says_so_and_true_is_no_answer(file):
    for entry in entries(file):
        if resolve(entry.fragment, file).get("x-none"):
            check = checker(entry.fragment, file)
            assert (check.is_valid(False), check.is_valid(True)) == (True, False), entry.where


@every_file
def test_annotations_name_things_that_exist(file):
    for entry in entries(file):
        part = resolve(entry.fragment, file)
        inner = resolve(part["items"], file) if "items" in part else part
        assert inner.get("x-ref", "institution") in set(DocumentKind), entry.where
        assert inner.get("x-personal", "name") in {"name", "identity", "card", "phone", "address", "birth_date"}
        assert inner.get("x-short") in {None, *inner.get("properties", {})}, entry.where
        assert set(part.get("x-unit", {"zh": "", "en": ""})) == {"zh", "en"}, entry.where


@every_file
def test_a_name_says_its_type(file):
    """The suffixes of the design: _on a date, _count a whole number, _m2, _amount (yuan) and _10k with their units."""

    def honest(name: str, part: Fragment, inner: Fragment) -> bool:
        dated = name.endswith(("_on", "_until", "_from", "holidays", "working_weekends"))
        counted = name.endswith("_count")
        unit = next((unit for suffix, unit in UNITS.items() if name.endswith(suffix)), None)
        return (
            dated == (inner.get("format") == "date")
            and counted == (part.get("type") == "integer" and not name.endswith("year"))
            and (not counted or "x-unit" in part)
            and (unit is None or (part["type"], part["x-unit"]["zh"]) == ("number", unit))
        )

    resolved = [(entry, resolve(entry.fragment, file)) for entry in entries(file)]
    items = [(entry, part, resolve(part["items"], file) if "items" in part else part) for entry, part in resolved]
    assert [entry.where for entry, part, inner in items if not honest(entry.name, part, inner)] == []

"""checksum: slips in codes are found, and valid codes of rare kinds are left alone."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.bench import deciding, record
from wicheck.checks.checksum import KIND
from wicheck.model import Outcome, Verdict

# GB 11643: each place with its weight, modulo 11. Reckoned here on its own, so that nothing is taken on trust.
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def identity(body: str) -> str:
    return body + "10X98765432"[sum(int(digit) * weight for digit, weight in zip(body, WEIGHTS, strict=True)) % 11]


def asking(code: str, value: Any) -> Outcome:
    return deciding(KIND, value="institution.number", code=code)(record(institution={"number": value}))


@pytest.mark.parametrize("body", ["99999919900101001", "81000019850615002", "82000019850615002", "83000019850615003"])
def test_a_right_identity_number_passes_whatever_its_division(body: str) -> None:
    assert asking("identity", identity(body)).verdict is Verdict.PASS


@given(st.integers(0, 16), st.integers(1, 9))
def test_one_wrong_digit_is_always_found(place: int, by: int) -> None:
    right = identity("99999919900101001")
    wrong = right[:place] + str((int(right[place]) + by) % 10) + right[place + 1 :]
    assert asking("identity", wrong).verdict is Verdict.FAIL


def test_two_digits_that_changed_places_are_found() -> None:
    right = identity("99999919900102031")
    assert asking("identity", right[:14] + right[15] + right[14] + right[16:]).verdict is Verdict.FAIL


def test_a_day_that_does_not_exist_is_found() -> None:
    outcome = asking("identity", identity("99999919900231001"))
    assert outcome.verdict is Verdict.FAIL
    assert "不是日期" in outcome.message.text.filled(outcome.values).zh


def test_a_small_x_is_the_same() -> None:
    body = next(f"99999919900101{n:03}" for n in range(1000) if identity(f"99999919900101{n:03}").endswith("X"))
    assert asking("identity", identity(body).lower()).verdict is Verdict.PASS


@pytest.mark.parametrize("length", [15, 17, 19])
def test_a_wrong_length_is_found(length: int) -> None:
    assert asking("identity", "9" * length).verdict is Verdict.FAIL


@pytest.mark.parametrize("value", ["H12345678", "123456789", "999999********1234", "E01234567(8)"])
def test_other_documents_and_masked_numbers_are_left_alone(value: str) -> None:
    assert asking("identity", value).verdict is Verdict.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("code", "verdict"),
    [
        ("91110000600037341L", "pass"),
        ("91110000600037341M", "fail"),
        ("91110000600037431L", "fail"),
        ("9111000060003734L", "fail"),
        ("9111000060003734IL", "fail"),
    ],
)
def test_a_social_credit_code(code: str, verdict: str) -> None:
    assert asking("uscc", code).verdict == verdict


@pytest.mark.parametrize("code", ["uscc", "identity"])
@pytest.mark.parametrize("data", [{}, {"number": []}, {"number": False}])
def test_no_number_is_nothing_to_check(code: str, data: dict[str, Any]) -> None:
    outcome = deciding(KIND, value="institution.number", code=code)(record(institution=data))
    assert outcome.verdict is Verdict.NOT_APPLICABLE


def test_every_wrong_entry_of_a_list_is_named_and_no_number_is_shown() -> None:
    right = identity("99999919900101001")
    wrong = right[:-1] + str((int(right[-1]) + 1) % 10) if right[-1] != "X" else right[:-1] + "0"
    roster = [{"identity_number": right}, {"name": "某"}, {"identity_number": wrong}]
    decide = deciding(KIND, value="institution.roster", key="identity_number", code="identity")
    outcome = decide(record(institution={"roster": roster}))
    words = outcome.message.text.filled(outcome.values)
    assert outcome.evidence == (("institution", "roster", 2, "identity_number"),)
    assert "第 3 条" in words.zh
    assert "entry 3" in words.en
    assert wrong not in words.zh + words.en

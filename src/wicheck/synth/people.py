"""Invented people. Their identity numbers begin with 999999, a division that does not exist."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

NOWHERE = "999999"
_FIRST = date(1968, 1, 1)
_DAYS = 12_000
_SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高"
_GIVEN = (
    "建国",
    "丽华",
    "志强",
    "秀英",
    "文军",
    "海燕",
    "立新",
    "春梅",
    "永福",
    "玉兰",
    "国平",
    "晓红",
    "长河",
    "月娥",
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"


class Person(NamedTuple):
    worker_number: str
    name: str
    sex: str
    birth_on: date
    identity_number: str


def person(index: int) -> Person:
    """The ``index``-th person; no two share a number. Six millions of them, more than any batch needs."""
    birth = _FIRST + timedelta(days=index * 7 % _DAYS)
    sequence = (index // _DAYS) * 2 + index % 2
    body = f"{NOWHERE}{birth:%Y%m%d}{sequence:03d}"
    check = _CHECK[sum(int(digit) * weight for digit, weight in zip(body, _WEIGHTS, strict=True)) % 11]
    name = _SURNAMES[index % len(_SURNAMES)] + _GIVEN[index // len(_SURNAMES) % len(_GIVEN)]
    return Person(f"G{index:08d}", name, "male" if sequence % 2 else "female", birth, body + check)

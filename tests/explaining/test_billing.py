"""What a query's definition says of a rule."""

from __future__ import annotations

from wicheck.documents.schemas import Schemas
from wicheck.explaining.billing import NOT_FOUND
from wicheck.explaining.lookup import explanation
from wicheck.library import Library
from wicheck.plugins import workshop

LIBRARY = Library(Schemas(), workshop())


def said(rule: str) -> set[str]:
    (decided,) = (section for section in explanation(rule, LIBRARY).sections if section.name == "decided")
    return {line.text.zh for line in decided.lines}


def test_who_looks_for_what_is_not_there_cannot_tell_where_not_all_was_read() -> None:
    assert NOT_FOUND.zh in said("wuhai-34-3/no_order")
    assert NOT_FOUND.zh not in said("wuhai-34-3/overdose")

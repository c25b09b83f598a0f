"""The text for the institution, filled in from the evidence of one offence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from wicheck.model import Text, Verdict
from wicheck.model.text import Tolerant
from wicheck.reports.plain import text_data

if TYPE_CHECKING:
    from wicheck.reports.billing_data import ColumnData
    from wicheck.reports.data import TextData

ABSENT = Text("不详", "not known")


def meant(column: ColumnData, value: str) -> TextData:
    """What ``value`` says in both languages: a code its words, all else itself."""
    return column.get("words", {}).get(value) or {"zh": value, "en": value}


def alert(
    template: TextData | None, columns: Mapping[str, ColumnData], evidence: Mapping[str, str], verdict: str
) -> TextData | None:
    """``template`` with evidence for its braces; what is not known of the row is said to be so.

    A row that merely lacks a fact gets none: it would read as an accusation.
    """
    if template is None or verdict == Verdict.UNKNOWN:
        return None
    said = {
        name: meant(column, evidence[name]) if name in evidence else text_data(ABSENT)
        for name, column in columns.items()
    }
    zh, en = (Tolerant({**evidence, **{name: text[each] for name, text in said.items()}}) for each in ("zh", "en"))
    return {"zh": template["zh"].format_map(zh), "en": template["en"].format_map(en)}

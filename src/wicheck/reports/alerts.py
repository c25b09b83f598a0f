"""The text for the institution, filled in from the evidence of one offence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from wicheck.model import Text, Verdict
from wicheck.model.text import Tolerant

if TYPE_CHECKING:
    from wicheck.reports.data import TextData

ABSENT = Text("不详", "not known")


def alert(
    template: TextData | None, columns: Iterable[str], evidence: Mapping[str, str], verdict: str
) -> TextData | None:
    """``template`` with evidence for its braces; what is not known of the row is said to be so.

    A row that merely lacks a fact gets none: it would read as an accusation.
    """
    if template is None or verdict == Verdict.UNKNOWN:
        return None
    columns = list(columns)
    zh, en = (Tolerant({**dict.fromkeys(columns, absent), **evidence}) for absent in ABSENT)
    return {"zh": template["zh"].format_map(zh), "en": template["en"].format_map(en)}

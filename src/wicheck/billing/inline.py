"""Tables that stand in canonical data, as those of examples do, put into the words that every source is read from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from wicheck.claims.gathering import Gathered
from wicheck.claims.tables import CATALOGUE_ID, ENTRIES, Table
from wicheck.model import Document, DocumentKind
from wicheck.model.loading import Source, TableRequest

_NONE, _YES, _NO = "无", "是", "否"


def inline(tables: Mapping[str, Table], batch: Document, catalogues: Sequence[Document]) -> Gathered:
    """Every table that ``batch`` and its catalogues hold. A table declared as none is given, and empty."""
    requests: dict[str, TableRequest] = {}
    for name, table in tables.items():
        holders = [batch] if table.kind is DocumentKind.CLAIMS else catalogues
        requests[name] = table.request([source(table, each) for each in holders if name in each.data])
    return Gathered(requests)


def source(table: Table, document: Document) -> Source:
    """The rows of one document; fields are those that some row has, all of them where there certainly are no rows."""
    entries: Sequence[Mapping[str, Any]] = document.data[table.name] or []
    fields = list(dict.fromkeys(name for entry in entries for name in entry)) or list(table.columns)
    place = document.locate((document.kind, table.name))
    made: Source = {
        "format": "rows",
        "shown": place.file,
        "strict": True,
        "fields": fields,
        "rows": [[written(entry.get(name), table.columns[name].none_allowed) for name in fields] for entry in entries],
        "lines": [place.line or 0] * len(entries),
    }
    if table.name == ENTRIES:
        made["constants"] = {CATALOGUE_ID: document.id}
    return made


def written(value: Any, none_allowed: bool) -> str | None:
    """A canonical value as a person would write it in a cell."""
    if value is None:
        return None
    if value is False:
        return _NONE if none_allowed else _NO
    return _YES if value is True else str(value)

"""The views that queries read, and under which entries of which documents their columns are written."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from wicheck.model import Path, Query

_WHERE: Mapping[str, Path] = {
    "net_lines": ("claims", "lines"),
    "drug_lines": ("claims", "lines"),
    "catalogue": ("catalogue", "entries"),
    "institutions": ("institution",),
    "agreements": ("agreement",),
    "suspensions": ("agreement", "suspensions"),
    "batch": ("claims",),
}
_ELSEWHERE: Mapping[tuple[str, str], Path] = {
    ("agreements", "institution_code"): ("institution", "institution_code"),
    ("agreements", "suspensions_told"): ("agreement", "suspensions"),
    ("suspensions", "institution_code"): ("institution", "institution_code"),
    ("batch", "institution_code"): ("institution", "institution_code"),
    ("batch", "period_starts_on"): ("claims", "period", "starts_on"),
    ("batch", "period_ends_on"): ("claims", "period", "ends_on"),
    ("institutions", "realtime"): ("institution", "settlement", "realtime"),
    ("institutions", "realtime_since_on"): ("institution", "settlement", "realtime_since_on"),
    ("catalogue", "catalogue_id"): ("catalogue", "id"),
    ("catalogue", "issued_by"): ("catalogue", "issued_by"),
    ("catalogue", "catalogue_division_code"): ("catalogue", "division_code"),
    ("catalogue", "catalogue_updated_on"): ("catalogue", "updated_on"),
    ("net_lines", "gross_quantity"): ("claims", "lines", "quantity"),
    ("net_lines", "gross_amount"): ("claims", "lines", "amount"),
    **{
        (view, kind): (document, "service_kinds")
        for view, document in (("institutions", "institution"), ("agreements", "agreement"))
        for kind in ("medical", "rehabilitation", "assistive_device")
    },
}


def table_path(view: str) -> Path:
    """Where the rows of a view are written: ``lines`` of the claims document, entries of a catalogue ..."""
    return _WHERE.get(view, ("claims", view))


def column_path(view: str, column: str) -> Path:
    """Where a column of a view is written. ``X_none`` is written in X: 无 says that there is none."""
    written = column.removesuffix("_none")
    return _ELSEWHERE.get((view, written), (*table_path(view), written))


def needed(query: Query) -> Iterator[Path]:
    """The entries that hold what ``query`` needs, each once."""
    yield from dict.fromkeys(column_path(view, column) for view, columns in query.needs.items() for column in columns)


def absent(query: Query, present: Mapping[str, Collection[str]]) -> tuple[Path, ...]:
    """What of the query's needs a batch does not have, given the columns it has by view; a whole table counts once."""
    lacking: list[Path] = []
    for view, columns in query.needs.items():
        if view not in present:
            lacking.append(table_path(view))
        else:
            lacking += [column_path(view, each) for each in columns if each not in present[view]]
    return tuple(dict.fromkeys(lacking))

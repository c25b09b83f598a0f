"""Where a person writes what is missing."""

from __future__ import annotations

from wicheck.model import DocumentKind, Path, Record

_ENTRIES: Path = (DocumentKind.CATALOGUE.value, "entries")


def written_at(record: Record, path: Path) -> Path:
    """Rows of a table that stands in files are not written in the document: the entry that names the files is."""
    if len(path) < 2 or record.value(path[:2]) is not None:
        return path
    named = (path[0], "tables", path[1])
    if path[0] == DocumentKind.CLAIMS and record.locate(named) != record.locate(named[:2]):
        return named
    return named if path[:2] == _ENTRIES else path

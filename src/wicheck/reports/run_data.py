"""The shapes of what a report says of its run, as ``schemas/report.schema.json`` describes them for others.

For the type checker alone, like those of ``data``.
"""

from __future__ import annotations

from typing import Any, NotRequired, TypedDict

from wicheck.reports.data import TextData


class PackData(TypedDict):
    """``clauses`` and ``rules`` are their ids in the order of the text."""

    id: str
    name: TextData
    title: TextData
    document_number: str | None
    division: str | None
    status: str
    issued_on: str | None
    effective_from: str | None
    expires_on: str | None
    effective_basis: str
    service_kinds: list[str]
    clauses: list[str]
    rules: list[str]
    digest: str


class FileData(TypedDict):
    file: str
    sha256: str


class RunData(TypedDict):
    """``date_fixed`` says whether ``judged_on`` held for everything or only where a record has no date of its own.

    ``shows_personal`` is there, and true, where personal data was not covered.
    """

    version: str
    judged_on: str
    date_fixed: bool
    chosen_packs: list[str]
    settings: dict[str, Any]
    packs: list[PackData]
    files: list[FileData]
    shows_personal: NotRequired[bool]

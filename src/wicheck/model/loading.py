"""What an engine is asked to load, and what it tells of it: plain JSON, since it goes to another process."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal, NotRequired, Protocol, TypedDict, runtime_checkable

CellKind = Literal["text", "code", "number", "date", "datetime", "boolean", "choice"]
"""A ``code`` is a text whose characters are digits and letters of one width: numbers of claims, items, identities."""


class Form(TypedDict):
    """What a cell of one column may hold.

    ``words`` are those of a choice with what they stand for; ``pattern`` what a code must look like throughout;
    ``none``: 无 says that it certainly did not happen; ``whole``: no fractions, nothing below zero; ``personal``: the
    class of personal data.
    """

    kind: CellKind
    none: NotRequired[bool]
    words: NotRequired[dict[str, str]]
    pattern: NotRequired[str]
    whole: NotRequired[bool]
    personal: NotRequired[str]


class Source(TypedDict):
    """One table to read: rows of texts that a document holds, a UTF-8 CSV file, or a Parquet file.

    ``shown`` names the file in messages; ``constants`` fill a column in every row. ``strict``: a person typed this,
    so that an unknown word is a mistake and not a code of some system.

    Rows: ``fields`` names their columns, ``lines`` says where each row stands. CSV: ``positions`` of our columns among
    ``width`` of them, behind which there are ``spare`` empty ones, the ``delimiter``, the line of the header, whether
    the first column holds the place of the row in the file that people know (``numbered``), and whether a bare number
    in a column of days is a spreadsheet's day (``serials``). Parquet: ``names`` of the columns behind ours.
    ``values``: what the file's own words in a column mean; None where they tell nothing.
    """

    format: Literal["rows", "csv", "parquet"]
    shown: str
    constants: NotRequired[dict[str, str]]
    values: NotRequired[dict[str, dict[str, str | None]]]
    strict: NotRequired[bool]
    fields: NotRequired[list[str]]
    rows: NotRequired[list[list[str | None]]]
    lines: NotRequired[list[int]]
    path: NotRequired[str]
    size: NotRequired[int]
    positions: NotRequired[dict[str, int]]
    width: NotRequired[int]
    spare: NotRequired[int]
    delimiter: NotRequired[str]
    header_line: NotRequired[int]
    numbered: NotRequired[bool]
    serials: NotRequired[bool]
    names: NotRequired[dict[str, str]]


class TableRequest(TypedDict):
    """``columns`` are those of the table to make, with SQL types; ``forms`` those that sources may fill."""

    columns: dict[str, str]
    forms: dict[str, Form]
    sources: list[Source]


class LoadRequest(TypedDict):
    """``workspace`` is a folder to write to, ``memory_bytes`` all that the engine may take of memory."""

    tables: dict[str, TableRequest]
    workspace: str
    memory_bytes: NotRequired[int]


class TableResult(TypedDict):
    """``present`` are the columns that some source has; ``files`` the sources' names, by ``file_number`` from 1.

    ``rejects`` counts the rows kept aside, which are not among the ``rows``. ``by_visit``: the rows got their claim
    from the claims, by their visit.
    """

    rows: int
    rejects: int
    present: list[str]
    given: bool
    files: list[str]
    by_visit: NotRequired[bool]


class Cleaned(TypedDict):
    """How often a value of a column was read by a stated rule, or a word of it not understood (``word``)."""

    table: str
    column: str
    reason: str
    count: int
    word: NotRequired[str]


class LoadResult(TypedDict):
    """``rejects`` counts rows kept aside, ``losses`` cells whose digits a spreadsheet program destroyed.

    ``linked`` are tables without claim numbers whose rows got those of their visits.
    """

    tables: dict[str, TableResult]
    rejects: int
    losses: int
    cleaned: dict[str, int]
    details: list[Cleaned]
    linked: list[str]


@runtime_checkable
class Warehouse(Protocol):
    """An engine that reaches tables of a metastore. Raises InputError where it does not reach the one that is named."""

    def table_columns(self, table: str) -> list[str]:
        """The names of its columns."""
        ...

    def export_table(self, table: str, columns: Sequence[str], folder: Path) -> list[Path]:
        """Write these of its columns to the new ``folder``: Parquet files, at least one."""
        ...

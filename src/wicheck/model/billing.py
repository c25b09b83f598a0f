"""Billing: what a query asks of a batch of claims, and what came out of it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from wicheck.model.place import Location, Path
from wicheck.model.text import Text
from wicheck.model.tuples import NamedTuple
from wicheck.model.words import Verdict

NOTHING: Mapping[Any, Any] = MappingProxyType({})


NOWHERE = Location("")
UNREAD = "unread_count"
"""The evidence of what would have failed but for what could not be read: how many rows and files may settle it."""
UNREAD_ROW, UNREAD_REASON = "unread_row", "unread_reason"
"""Of rows that were kept aside and may settle it the first: where it stands, and why it could not be read."""


class Bearer(StrEnum):
    """Who bears the money of an offence."""

    FUND = "fund"
    INSTITUTION = "institution"
    WORKER = "worker"


class Figure(NamedTuple):
    """A value that a query is bound with; ``type`` is ``integer``, ``number``, ``text``, ``date`` or ``boolean``.

    Without an ``optional`` threshold the query runs all the same, with NULL: it may know of other limits.
    """

    title: Text
    type: str
    unit: Text | None = None
    optional: bool = False


class EvidenceColumn(NamedTuple):
    """A column that shows why a row offends. ``words`` say what its codes mean; what is no code stands for itself."""

    title: Text
    unit: Text | None = None
    words: Mapping[str, Text] = NOTHING


class Population(NamedTuple):
    """What a query judges, or part of it: the rows of a view, all or those ``where`` a condition holds."""

    table: str
    where: str | None = None


class Query(NamedTuple):
    """One billing query with its definition in words.

    ``judges`` are the populations, told together: where the rows that offend are of several tables, each is one.
    ``needs`` are the columns by table without which it does not run; then the verdict is ``absent``. ``optional`` are
    those that it reads where they are there.
    ``absence`` are the tables in which whatever fails was looked for and is not there: where rows of one of them could
    not be read, nothing certainly fails.
    ``parameters`` are given by a pack's rule, ``thresholds`` by an agency's settings. ``sql`` is the text, its header
    included and with the parts that it shares with other queries; ``file_lines`` tells for each of its lines where it
    stands in the query's file.
    """

    name: str
    title: Text
    offence: Text
    not_an_offence: Text | None
    unknown: Text | None
    money: Text | None
    bearer: Bearer
    judges: tuple[Population, ...]
    needs: Mapping[str, tuple[str, ...]]
    absent: Verdict
    parameters: Mapping[str, Figure]
    thresholds: Mapping[str, Figure]
    evidence: Mapping[str, EvidenceColumn]
    alert: Text | None
    sql: str = ""
    location: Location = NOWHERE
    spark_sql: str | None = None
    built_in: bool = False
    optional: Mapping[str, tuple[str, ...]] = NOTHING
    absence: tuple[str, ...] = ()
    file_lines: tuple[int, ...] = ()

    @property
    def returned(self) -> list[str]:
        """The evidence columns that the text itself must return."""
        return [name for name in self.evidence if name != UNREAD]


class Asked(NamedTuple):
    """A query as one rule asks it: the values bound, who bears the money, and the rule's dated figures.

    ``dated`` has a row (name, figure, first day, last day) for each stretch of a dated parameter. ``unset`` are the
    optional thresholds that nobody has set. ``unread`` counts what could not be read, rows and files, of the tables in
    the query's ``absence``. ``touching`` are the tables of which rows were kept aside that may take an offence back.
    """

    rule: str
    query: Query
    values: Mapping[str, Any]
    bearer: Bearer
    dated: tuple[tuple[str, Decimal, str, str], ...] = ()
    unset: tuple[str, ...] = ()
    unread: int = 0
    touching: tuple[str, ...] = ()


class Offence(NamedTuple):
    """One row that a query returned: a line of a claim, a claim, or (without ``claim_id``) something beside them.

    ``amount`` is the money at risk in yuan, None where it is not known. ``place`` is the file and physical row.
    """

    rule: str
    claim_id: str | None
    line_number: str | None
    verdict: Verdict
    amount: Decimal | None
    bearer: Bearer
    evidence: Mapping[str, str]
    place: Location | None = None


class Answer(NamedTuple):
    """What a rule's query came to in one batch.

    ``judged`` counts the population, None where the query did not run; then ``missing`` names the tables and columns
    that are absent, ``thresholds`` the numbers nobody has set, or ``failure`` says what broke. ``rows`` are the
    offences with most money, ``counts`` all of them by verdict, ``amount`` the money of those that certainly offend,
    ``unpriced`` how many of them have no known money. ``unread_rows`` and ``unread_files`` count what could not be read
    of the tables that the query names: nobody knows what stands there.
    """

    query: Query
    judged: int | None = None
    counts: Mapping[Verdict, int] = NOTHING
    amount: Decimal = Decimal(0)
    unpriced: int = 0
    rows: tuple[Offence, ...] = ()
    missing: tuple[Path, ...] = ()
    thresholds: tuple[str, ...] = ()
    failure: Text | None = None
    unread_rows: int = 0
    unread_files: int = 0

"""What an engine is: it is given a batch of claims and the questions of the rules, and tells who offends.

An engine decides nothing that a query does not say; it counts, holds money within what was billed, and keeps the
rows. One engine can take many batches, one after the other.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence, Set
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from wicheck.model import Asked, Bearer, Offence, Text, Verdict
from wicheck.model.billing import NOTHING

DUCKDB = "duckdb"
"""The engine that is taken where none is asked for."""
SPARK = "spark"

MIB = 1 << 20


class Limits(NamedTuple):
    """What a run may use.

    ``memory_bytes`` is what the engine keeps in memory before it spills to disk (``temporary_bytes`` at most, None:
    what the disk has), ``seconds`` one rule's time, ``threads`` None: one a processor; ``shown`` how many offences
    of a rule come back as values. ``master`` is the cluster that runs the queries, for engines that know clusters;
    None is this machine.
    """

    memory_bytes: int = 1050 * MIB
    seconds: float = 600
    threads: int | None = None
    temporary_bytes: int | None = None
    shown: int = 100
    master: str | None = None


class Batch(NamedTuple):
    """Claims to be judged.

    ``tables`` are the tables of the schemas by name: all their columns with types, and the sources to load (none
    where a table is absent). ``references`` are rows of what the batch is held against, by view, in the order of
    that view's columns (``columns.REFERENCES``); dates are ISO text. ``mentions`` are the words of all queries to come,
    where they are known: of many small batches each is then loaded faster.

    A batch with a ``name`` is remembered by the numbers of its claims; ``earlier`` are the names of those opened
    before with which it may have none in common (the views ``columns.COMPARED``).
    """

    tables: Mapping[str, Mapping[str, Any]]
    references: Mapping[str, Sequence[Sequence[Any]]]
    mentions: Set[str] | None = None
    name: str | None = None
    earlier: Sequence[str] = ()


class Reject(NamedTuple):
    """A row that was kept aside and is judged by no rule, or a cell whose digits are lost; ``row`` is the physical one.

    ``value`` is None where it is personal.
    """

    table: str
    file: str
    row: int | None
    column: str | None
    value: str | None
    reason: str


class Loaded(NamedTuple):
    """What was read: ``tables`` and ``details`` as ``model.loading`` has them.

    ``rejects`` and ``losses`` are the first of as many as are counted beside them; ``cleaned`` counts by reason the
    values that a stated rule made readable.
    """

    tables: Mapping[str, Mapping[str, Any]]
    rejects: tuple[Reject, ...] = ()
    rejects_count: int = 0
    losses: tuple[Reject, ...] = ()
    losses_count: int = 0
    cleaned: Mapping[str, int] = NOTHING
    details: tuple[Mapping[str, Any], ...] = ()


class Reason(StrEnum):
    """Why a query has no answer."""

    KILLED = "killed"
    """It took more time or memory than it may, or broke the engine."""
    REFUSED = "refused"
    """It is no plain reading of the documented views."""
    ERROR = "error"
    """The engine could not run it."""


class Failure(NamedTuple):
    """A query that gave no answer; the others go on."""

    reason: Reason
    message: Text


class Answer(NamedTuple):
    """What a query came to.

    ``judged`` counts its population; where that is 0 the query did not run. ``counts`` and ``amounts`` (yuan, within
    what the line or claim came to) are by verdict, ``unpriced`` the failing rows whose money is unknown; ``rows`` the
    failing ones with most money first, then the others.
    """

    judged: int | None = None
    counts: Mapping[Verdict, int] = NOTHING
    amounts: Mapping[Verdict, Decimal] = NOTHING
    unpriced: int = 0
    rows: tuple[Offence, ...] = ()
    failure: Failure | None = None


class Totals(NamedTuple):
    """Money at risk in a batch, in yuan, that of a line or claim counted once however many rules it fails.

    ``months`` are those of service, for offences of a whole claim of settlement; ``""`` where no date is known.
    """

    amount: Decimal = Decimal(0)
    bearers: Mapping[Bearer, Decimal] = NOTHING
    months: Mapping[str, Decimal] = NOTHING
    claims_count: int = 0
    lines_count: int = 0


class Judgement(NamedTuple):
    """The answers by rule, and the money of all that fail."""

    answers: Mapping[str, Answer]
    totals: Totals


class Progress(NamedTuple):
    """How far an engine is: ``done`` of ``total`` steps (rules, or 1), ``share`` of the step under way."""

    step: str
    done: int
    total: int
    share: float


Tell = Callable[[Progress], None]


class Engine(Protocol):
    """See the module. Raises ``InputError`` where a batch cannot be taken in at all."""

    def open(self, batch: Batch, tell: Tell | None = None) -> Loaded: ...

    def judge(
        self, asked: Sequence[Asked], judged_on: date, tell: Tell | None = None, totals: bool = True
    ) -> Judgement:
        """Ask the batch; without ``totals`` they are left at nothing, which saves a third of a small batch's time."""
        ...

    def export(self, path: Path, hidden: Collection[str] = ()) -> int:
        """Write every offence of the last judgement to ``path`` (.parquet or .csv); the number of rows.

        The evidence columns ``hidden`` are written as ``***``, also in the text for the institution.
        """
        ...

    def offences(self) -> Iterator[Offence]:
        """Every offence of the last judgement, by rule, those with most money first."""
        ...

    def close(self) -> None: ...

"""A batch as an engine takes it: where its tables are, and how an answer of the engine is told."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from wicheck.billing.intake_words import REJECTED
from wicheck.billing.touching import touching
from wicheck.engines.columns import CLAIM_NUMBERS, COMPUTED, EARLIER_CLAIMS, MADE_FROM, REFERENCES
from wicheck.engines.interface import Answer as Found
from wicheck.engines.interface import Loaded, Totals
from wicheck.model import Answer, Asked, Document, EvidenceColumn, Query, Text, Verdict
from wicheck.model.billing import UNREAD, UNREAD_REASON, UNREAD_ROW
from wicheck.packs.queries import NOT_READ as NOT_READ_COUNT

NO_FILES: Mapping[str, Path] = MappingProxyType({})
_CALLED: Mapping[str, str] = {"entries": "catalogue"}
_FROM_DOCUMENTS = ("catalogue_id", "issued_by", "catalogue_division_code", "catalogue_updated_on")
_FROM_LINES = ("gross_quantity", "gross_amount")
_word = re.compile(r"\w+").findall
_NOT_READ = {
    UNREAD: NOT_READ_COUNT,
    UNREAD_ROW: EvidenceColumn(Text("没有读懂的行，请改正后重查", "the row not read: mend it and check again")),
    UNREAD_REASON: EvidenceColumn(Text("为什么没有读懂", "why it was not read"), words=REJECTED),
}


class Judged(NamedTuple):
    """A batch as one pack judged it. ``offences`` are files with all its rows, by suffix (``.csv``, ``.parquet``)."""

    dossier: str
    document: Document
    pack: str
    loaded: Loaded
    answers: Mapping[str, Answer]
    totals: Totals
    offences: Mapping[str, Path] = NO_FILES


class Unread(NamedTuple):
    """What could not be read of a batch, by table: rows that were kept aside, and whole files.

    ``numbers`` is the table from which the numbers of its claims are; ``by_visit`` are the tables whose rows have
    theirs by the claims of their visits.
    """

    rows: Mapping[str, int]
    files: Mapping[str, int]
    numbers: str = "claims"
    by_visit: frozenset[str] = frozenset()

    def beside(self, earlier: Sequence[Unread]) -> Unread:
        """The same where claims are held against those of ``earlier`` batches, of which something was not read either.

        Without any nothing is compared, so that nothing is lacking.
        """
        if not earlier:
            return self
        views = {CLAIM_NUMBERS: [self], EARLIER_CLAIMS: earlier}
        rows = {view: sum(each.rows.get(each.numbers, 0) for each in batches) for view, batches in views.items()}
        files = {view: sum(each.files.get(each.numbers, 0) for each in batches) for view, batches in views.items()}
        return self._replace(rows={**self.rows, **rows}, files={**self.files, **files})

    def of(self, query: Query) -> tuple[int, int]:
        """How many rows and files of tables that ``query`` names. Nothing of a table is read without its name."""
        words = {*_judged(query), *_word(_body(query.sql)), *_word(query.spark_sql or "")}
        named = {table for word in words for table in MADE_FROM.get(word, (word,))}
        return sum(self.rows.get(name, 0) for name in named), sum(self.files.get(name, 0) for name in named)

    def asking(self, asked: Asked) -> Asked:
        """``asked`` with what it may be bound with, and does not find: that may be what could not be read."""
        query = asked.query
        views = (*_judged(query), *query.needs, *query.optional)
        named = {table for view in views for table in MADE_FROM.get(view, (view,))}
        values = unread_values({name: self.of_table(name) for name in {*self.rows, *named}})
        unread = sum(self.of_table(table) for view in query.absence for table in MADE_FROM.get(view, (view,)))
        rows, unplaced = self._touching(query)
        return asked._replace(values={**asked.values, **values}, unread=unread + unplaced, touching=rows)

    def _touching(self, query: Query) -> tuple[tuple[str, ...], int]:
        """The tables of which rows were kept aside that may take an offence of ``query`` back, and how many files were
        not read that may."""
        if not any((*self.rows.values(), *self.files.values())):
            return (), 0
        named = touching(query)
        if self.by_visit & named:
            named |= {"claims"}
        if CLAIM_NUMBERS in named:
            named |= {self.numbers}
        counted = {table for view in query.absence for table in MADE_FROM.get(view, (view,))}
        counted |= {name for name in named if unread_value(name) in _word(query.sql)}
        rows = sorted(name for name in (named & self.rows.keys()) - {CLAIM_NUMBERS} if self.rows[name])
        return tuple(rows), sum(self.files.get(name, 0) for name in named - counted - {CLAIM_NUMBERS})

    def of_table(self, name: str) -> int:
        """How many rows and files of one table."""
        return self.rows.get(name, 0) + self.files.get(name, 0)


def unread_values(counts: Mapping[str, int]) -> dict[str, int]:
    """The bound values that tell how much of each table, as queries call it, could not be read: ``$unread_lines``."""
    return {unread_value(name): count for name, count in counts.items()}


def unread_value(table: str) -> str:
    return f"unread_{_CALLED.get(table, table)}"


NOT_READ = Unread({}, {"claims": 1})
"""A batch of which nothing can be read."""


def unread(loaded: Loaded, files: Mapping[str, int]) -> Unread:
    """What was not read of a batch; ``files`` are those that could not be taken, by table.

    Where a table's rows got their claim by their visit, a claim that was not read may be of the same visit.
    """
    rows = {name: table["rejects"] for name, table in loaded.tables.items()}
    given = {name for name, table in loaded.tables.items() if table["given"]} | files.keys()
    by_visit = [name for name, table in loaded.tables.items() if table.get("by_visit")]
    rows |= {name: rows[name] + rows["claims"] for name in by_visit}
    files = {**files, **{name: files.get(name, 0) + files.get("claims", 0) for name in by_visit}}
    numbers = "lines" if "lines" in given and "claims" not in given else "claims"
    return Unread(rows, files, numbers, frozenset(by_visit))


def present(loaded: Loaded, references: Mapping[str, Sequence[Sequence[Any]]]) -> dict[str, set[str]]:
    """The columns that a batch has, by view; a view nothing was given for is left out.

    A column of ``references`` is there where some row says something in it, or where there certainly are no rows.
    """
    there = {name: set(table["present"]) for name, table in loaded.tables.items() if table["given"]}
    for view, (table, *_) in MADE_FROM.items():
        if table in there and view in COMPUTED:
            there[view] = set(COMPUTED[view])
        elif table in there:
            there[view] = there[table] | set(_FROM_DOCUMENTS if view == "catalogue" else _FROM_LINES)
    for view, rows in references.items():
        names = tuple(REFERENCES[view])
        there[view] = {name for row in rows for name, value in zip(names, row, strict=True) if value is not None}
        if not rows:
            there[view] = set(names)
    for columns in there.values():
        columns |= {f"{name}_none" for name in columns}
    return there


def _judged(query: Query) -> list[str]:
    """The views whose rows the query judges."""
    return [each.table for each in query.judges]


def _telling(asked: Asked, counts: Mapping[Verdict, int]) -> Query:
    """The query with the columns that tell what was not read, where some of its rows may do so."""
    may_tell = counts.get(Verdict.UNKNOWN) and (asked.touching or asked.unread)
    more = _NOT_READ if asked.touching else {UNREAD: NOT_READ_COUNT}
    return asked.query._replace(evidence={**asked.query.evidence, **more}) if may_tell else asked.query


def _body(sql: str) -> str:
    """A query's text without the header in words."""
    return sql.partition("*/")[2] or sql


def told(asked: Asked, found: Found, unread: Unread) -> Answer:
    """An engine's answer as a rule's."""
    rows, files = unread.of(asked.query)
    if found.failure is not None:
        return Answer(asked.query, failure=found.failure.message)
    return Answer(
        query=_telling(asked, found.counts),
        judged=found.judged,
        counts=found.counts,
        amount=found.amounts.get(Verdict.FAIL, Decimal(0)),
        unpriced=found.unpriced,
        rows=found.rows,
        thresholds=asked.unset,
        unread_rows=rows,
        unread_files=files,
    )

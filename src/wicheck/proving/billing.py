"""Billing rules in examples: a batch of a few rows, asked one question."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import cached_property
from types import TracebackType

from wicheck.billing.biller import Biller
from wicheck.billing.inline import inline
from wicheck.claims.tables import Table, tables
from wicheck.documents.schemas import Schemas
from wicheck.engines.columns import MADE_FROM
from wicheck.engines.interface import Engine
from wicheck.model import Answer, Pack, Rule
from wicheck.packs.queries import Queries
from wicheck.plan import Hearing
from wicheck.proving.example import Example

_WORD = re.compile(r"\w+")


class ExampleBilling(AbstractContextManager["ExampleBilling"]):
    """One engine for the examples of a run; opened when the first of them is about claims."""

    def __init__(self, schemas: Schemas, open_engine: Callable[[], Engine]) -> None:
        self._schemas = schemas
        self._open_engine = open_engine
        self.queries = Queries(schemas)

    def answer(self, heard: Sequence[Hearing], pack: Pack, rule: Rule, example: Example) -> Answer:
        """What the rule found in the last of the batches ``heard``, with what else the example sets."""
        whole = [each for hearing in heard for of_kind in hearing.dossier.documents.values() for each in of_kind]
        documents = list({id(each): each for each in whole}.values())
        mentions = frozenset(_WORD.findall(self.queries.of(rule, pack).sql))
        named = {table for word in mentions for table in MADE_FROM.get(word, (word,))}
        read = {name: table for name, table in self._tables.items() if name in named}
        biller = Biller(
            self.queries,
            lambda: self._engine,
            lambda batch, catalogues: inline(read, batch, catalogues)._replace(unread=example.unread),
            documents,
            example.thresholds,
            mentions=mentions,
        )
        return [biller.answers(hearing, pack, [rule])[rule.id] for hearing in heard][-1]

    @cached_property
    def _engine(self) -> Engine:
        return self._open_engine()

    @cached_property
    def _tables(self) -> Mapping[str, Table]:
        return tables(self._schemas)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if "_engine" in self.__dict__:
            self._engine.close()

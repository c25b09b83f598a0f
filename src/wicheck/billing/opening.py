"""The biller of a run, put together from what the run knows and what it may use."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from wicheck.billing.biller import Biller, Keeping
from wicheck.billing.personal import personal_columns
from wicheck.claims.gathering import Gathered, Gathering, mapping_documents, presets
from wicheck.claims.naming import Naming
from wicheck.claims.tables import Table, tables
from wicheck.documents.schemas import Schemas
from wicheck.engines.interface import DUCKDB, Engine, Limits, Tell
from wicheck.errors import WicheckError
from wicheck.library import Library
from wicheck.model import Document, Text
from wicheck.model.loading import Warehouse
from wicheck.packs.queries import Queries

USUAL = Limits()
OF_AGREEMENTS = ("agreements", "suspensions")
"""The views made of documents about agreements."""


class Means(NamedTuple):
    """What billing may use: the engine by name, its limits, how many unreadable rows are accepted.

    Offences of all batches are kept in files in ``workspace``, of the suffixes in ``kept``; ``tell`` hears of progress.
    """

    engine: str = DUCKDB
    limits: Limits = USUAL
    accepted_rejects: int = 0
    workspace: Path = Path()
    kept: tuple[str, ...] = ()
    tell: Tell | None = None


class Starting:
    """An engine that is started before anybody knows whether it will be asked: what hinders it is told to who asks."""

    def __init__(self, open_engine: Callable[[], Engine]) -> None:
        self._open_engine = open_engine
        self._engine: Engine | None = None

    def start(self) -> None:
        with suppress(WicheckError, OSError):
            self.engine()

    def engine(self) -> Engine:
        if self._engine is None:
            self._engine = self._open_engine()
        return self._engine

    def close(self) -> None:
        if self._engine is not None:
            self._engine.close()


@contextmanager
def billing(
    library: Library,
    means: Means,
    documents: Sequence[Document],
    thresholds: Mapping[str, Decimal],
    lost_agreements: int = 0,
) -> Iterator[Biller]:
    """The engine starts beside us while packs are read; it is closed at the end.

    ``lost_agreements`` could not be read: among them may be the one that a rule looks for.
    """
    starting = Starting(lambda: library.workshop.engine(means.engine, means.limits))
    with ExitStack() as files, closing(starting):  # what the engine has open cannot be removed everywhere
        if means.engine == DUCKDB:
            starting.start()
        gathering = opened(library, documents, lambda: _warehouse(starting.engine()))
        files.callback(gathering.close)

        def gather(batch: Document, catalogues: Sequence[Document]) -> Gathered:
            found = gathering.gather(batch, catalogues)
            return found._replace(unread={**found.unread, **dict.fromkeys(OF_AGREEMENTS, lost_agreements)})

        yield Biller(
            Queries(library.schemas),
            starting.engine,
            gather,
            documents,
            thresholds,
            Keeping(means.workspace, means.kept, personal_columns(library.schemas)),
            means.tell,
        )


def opened(
    library: Library, documents: Sequence[Document], warehouse: Callable[[], Warehouse | None] = lambda: None
) -> Gathering:
    """What finds the tables of batches, with the presets of all plugins and the run's own mappings."""
    known = tables(library.schemas)

    def namings() -> Mapping[str, Naming]:
        return presets(library.workshop.column_mappings, library.schemas, known)

    return Gathering(known, namings, mapping_documents(documents), warehouse)


def _warehouse(engine: Engine) -> Warehouse | None:
    return engine if isinstance(engine, Warehouse) else None


def column_labels(schemas: Schemas) -> dict[tuple[str, str], Text]:
    """What a clerk calls a column: the table's title and the column's."""
    return {
        (table.name, name): label(table, column.title)
        for table in tables(schemas).values()
        for name, column in table.columns.items()
    }


def label(table: Table, title: Text) -> Text:
    return Text(f"{table.title.zh}·{title.zh}", f"{table.title.en}, {title.en}")


def table_titles(schemas: Schemas) -> dict[str, Text]:
    return {table.name: table.title for table in tables(schemas).values()}

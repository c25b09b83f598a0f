"""All tables of a batch and its catalogues: those written into the documents and those that lie beside them."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from wicheck.claims.headers import Headers
from wicheck.claims.metastore import Metastore
from wicheck.claims.naming import Naming, naming_of
from wicheck.claims.sources import Preparation, Prepared
from wicheck.claims.tables import CATALOGUE_ID, ENTRIES, Table
from wicheck.documents.files import SourceFile
from wicheck.documents.reading import Reader
from wicheck.documents.schemas import Schemas
from wicheck.errors import InputError
from wicheck.model import Document, DocumentKind, Location, Notice
from wicheck.model.loading import Source, TableRequest, Warehouse

_TABLES, _MAPPING = "tables", "mapping"
_NOTHING: Mapping[str, int] = MappingProxyType({})


class Gathered(NamedTuple):
    """Every table with its sources (none: the table is absent), and what is to be told of finding them.

    ``unread`` counts the files of a table, as they are named, that could not be taken: each is among the ``errors``.
    """

    tables: Mapping[str, TableRequest]
    errors: tuple[InputError, ...] = ()
    notices: tuple[Notice, ...] = ()
    unread: Mapping[str, int] = _NOTHING


def presets(paths: Iterable[Path], schemas: Schemas, tables: Mapping[str, Table]) -> dict[str, Naming]:
    """The namings that the mapping documents at ``paths`` describe, by id. Raises InputError where one is faulty."""
    reader = Reader(schemas)
    found: dict[str, Naming] = {}
    for path in paths:
        reading = reader.read(SourceFile(str(path), path.as_posix(), named=True))
        for error in reading.errors:
            raise error
        for read in reading.documents:
            naming, errors = naming_of(read.document, tables)
            for error in errors:
                raise error
            found[naming.id] = naming
    return found


class Gathering:
    """Gathers the batches of one run.

    ``known`` gives the namings to recognise a header by (asked for with the first file), ``mappings`` are the run's own
    mapping documents; ``warehouse`` is asked for where a document names a table of a metastore. Files that must be
    written anew lie in a folder that lasts until ``close``.
    """

    def __init__(
        self,
        tables: Mapping[str, Table],
        known: Callable[[], Mapping[str, Naming]],
        mappings: Iterable[Document],
        warehouse: Callable[[], Warehouse | None] = lambda: None,
    ) -> None:
        self._tables = tables
        self._presets = known
        self._mappings = {document.id: document for document in mappings}
        self._metastore = Metastore(warehouse)
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._documents = 0

    @cached_property
    def _known(self) -> Mapping[str, Naming]:
        return self._presets()

    def close(self) -> None:
        if self._folder is not None:
            self._folder.cleanup()

    def _workspace(self) -> Path:
        """A folder for the files of one document."""
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="wicheck-", ignore_cleanup_errors=True)
        self._documents += 1
        made = Path(self._folder.name) / str(self._documents)
        made.mkdir()
        return made

    def gather(self, batch: Document, catalogues: Sequence[Document]) -> Gathered:
        sources: dict[str, list[Source]] = {name: [] for name in self._tables}
        errors: list[InputError] = []
        notices: list[Notice] = []
        unread: Counter[str] = Counter()
        for document in (batch, *catalogues):
            tables = {name: table for name, table in self._tables.items() if table.kind is document.kind}
            for table in tables.values():
                sources[table.name].extend(inline(table, document))
            if document.data.get(_TABLES):
                for name, found in self._files(document, tables, errors, notices):
                    if found is None:
                        unread[name] += 1
                        continue
                    sources[name].append(found.source)
                    notices.extend(found.notices)
        requests = {name: table.request(sources[name]) for name, table in self._tables.items()}
        return Gathered(requests, tuple(errors), tuple(notices), unread)

    def _files(
        self, document: Document, tables: Mapping[str, Table], errors: list[InputError], notices: list[Notice]
    ) -> Iterator[tuple[str, Prepared | None]]:
        """The files that ``document`` names, by table; what is wrong with some (None) goes to ``errors``."""
        chosen, faults = self._chosen(document)
        if faults:
            errors.extend(faults)
            yield from ((name, None) for name, _, _ in _named(document))
            return
        preparation = Preparation(Headers(self._known, chosen), self._workspace(), self._metastore)
        for name, file, place in _named(document):
            folder = Path(place.file).parent
            for each in preparation.prepare(tables[name], folder, file, place):
                if isinstance(each, InputError):
                    errors.append(each)
                    yield name, None
                else:
                    each.source.update(_constants(tables[name], document))
                    yield name, each
        notices.extend(preparation.left_out())
        yield from ((name, None) for name in preparation.unread())

    def _chosen(self, document: Document) -> tuple[Naming | None, list[InputError]]:
        """The naming that ``document`` asks for; one that is not there was told when documents were put together."""
        mapping = self._mappings.get(document.data.get(_MAPPING, ""))
        return (None, []) if mapping is None else naming_of(mapping, self._tables)


def _named(document: Document) -> Iterator[tuple[str, str, Location]]:
    """The files of a document: their table, the path as written, and where it is written."""
    tables = document.data[_TABLES]
    by_table = tables if isinstance(tables, Mapping) else {ENTRIES: tables}
    for name, files in by_table.items():
        within = (_TABLES, name) if isinstance(tables, Mapping) else (_TABLES,)
        for index, file in enumerate(files):
            yield name, file, document.locate((document.kind, *within, index))


def _constants(table: Table, document: Document) -> Source:
    """What every row of a document's tables has in common."""
    found: Any = {"constants": {CATALOGUE_ID: document.id}} if table.name == ENTRIES else {}
    made: Source = found
    return made


def inline(table: Table, document: Document) -> Iterator[Source]:
    """The rows that ``document`` itself holds, if any. A table declared as none is given, and lacks no column."""
    rows = document.tables.get(table.name)
    if rows is None:
        return
    source: Source = {
        "format": "rows",
        "shown": document.locate((document.kind,)).file,
        "strict": True,
        "fields": list(rows.fields or table.columns),
        "rows": rows.rows,
        "lines": rows.lines,
    }
    source.update(_constants(table, document))
    yield source


def mapping_documents(documents: Iterable[Document]) -> list[Document]:
    return [document for document in documents if document.kind is DocumentKind.MAPPING]

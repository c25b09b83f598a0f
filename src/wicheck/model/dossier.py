"""Documents and the dossiers they make up."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Protocol, TypeVar

from wicheck.model.billing import Answer
from wicheck.model.place import Location, Path, Positions
from wicheck.model.tuples import NamedTuple
from wicheck.model.words import DocumentKind, ServiceKind

Made = TypeVar("Made")

Value = str | bool | int | Decimal | date | list[Any] | dict[str, Any]
"""A canonical value. ``None`` (unknown) is never among them; ``False`` in the place of a text,
a date or an object says that there is none (the writer wrote 无)."""


class Rows(NamedTuple):
    """A table as it was written into a document: the texts of its cells by ``fields``, and the line of each row."""

    fields: tuple[str, ...]
    rows: list[list[str | None]]
    lines: list[int]


class Document(NamedTuple):
    """One file's (or one YAML document's) content in canonical form.

    ``data`` has canonical keys and typed values: bool, int, Decimal, str, list, dict; dates stay ISO
    text until they are asked for, since JSON Schema knows no dates. ``tables`` are its tables, which an engine types.
    """

    kind: DocumentKind
    id: str
    data: Mapping[str, Any]
    positions: Positions
    tables: Mapping[str, Rows] = {}

    def locate(self, path: Path) -> Location:
        """The place of ``path``, which begins with the document's kind."""
        return self.positions.locate(path[1:])


class Dossier(NamedTuple):
    """An institution (or, for registries, the registry) with everything that refers to it.

    ``root`` names it; ``documents`` holds all of them by kind, the root included. ``unreadable`` counts
    applications and agreements that belong to it and are not among them, since they have errors. ``beside`` are
    its other applications, where each is heard by itself: what they date has happened all the same. Of a registry they
    are the other registries of the run, and its agreements and institutions as registries of one entry.
    """

    id: str
    root: Document
    documents: Mapping[DocumentKind, tuple[Document, ...]]
    unreadable: int = 0
    beside: tuple[Document, ...] = ()

    def of_kind(self, kind: DocumentKind) -> tuple[Document, ...]:
        return self.documents.get(kind, ())


class WorkingDays(Protocol):
    """Counts statutory working days, make-up days included."""

    def after(self, start: date, count: int) -> date:
        """The last day of a term of ``count`` working days; ``start`` is not counted.

        Raises UnannouncedYearError where the calendar of a year is not known.
        """
        ...

    def is_working_day(self, day: date) -> bool:
        """Raises UnannouncedYearError where the calendar of that year is not known."""
        ...


class UnannouncedYearError(Exception):
    """The working days of ``year`` are not announced, or not known to us."""

    def __init__(self, year: int) -> None:
        super().__init__(year)
        self.year = year


class Record:
    """What a rule judges: one document within its dossier, on a date. Nobody changes one.

    ``judged_on`` is the day whose law and facts count (the application's), ``as_of`` the day of the run: by that
    one a deadline has passed or has not.
    Paths begin with a kind. The record's own kind means this very document; any other kind means the
    dossier's only document of that kind. ``answers`` are those of the billing queries on a batch of claims, by rule.
    """

    # Written out: a dataclass, and the module that makes them, would take two milliseconds of every start.
    __slots__ = (
        "_worked_out",
        "answers",
        "document",
        "dossier",
        "judged_on",
        "run_on",
        "service_kinds",
        "working_days",
    )

    def __init__(  # noqa: PLR0913, PLR0917 - its fields
        self,
        dossier: Dossier,
        document: Document,
        judged_on: date,
        working_days: WorkingDays,
        service_kinds: tuple[ServiceKind, ...] = (),
        run_on: date | None = None,
        answers: Mapping[str, Answer] | None = None,
    ) -> None:
        self.dossier = dossier
        self.document = document
        self.judged_on = judged_on
        self.working_days = working_days
        self.service_kinds = service_kinds
        self.run_on = run_on
        self.answers = answers
        self._worked_out: dict[Callable[[Record], Any], Any] = {}

    @property
    def as_of(self) -> date:
        return self.run_on or self.judged_on

    def value(self, path: Path) -> Any:
        """The canonical value at ``path``, or None where it is unknown.

        Below an object that was declared as none (无) everything is ``False``: there is none either.
        """
        own = path[0] == self.document.kind
        document = self.document if own else self.document_for(str(path[0]))
        if document is None:
            return None
        value: Any = document.data
        try:
            for key in path[1:]:
                value = value[key]
        except (KeyError, IndexError, TypeError):
            return False if value is False else None
        return value

    def day(self, path: Path) -> date | None:
        """The date at ``path``; None where it is unknown or was declared as none."""
        value = self.value(path)
        return date.fromisoformat(value) if isinstance(value, str) else None

    def once(self, make: Callable[[Record], Made]) -> Made:
        """What ``make`` gives for this record, worked out once: several facts of a dossier look at the same roster."""
        if make not in self._worked_out:
            self._worked_out[make] = make(self)
        made: Made = self._worked_out[make]
        return made

    def of(self, document: Document) -> Record:
        """Another document of the same dossier, judged alike."""
        return Record(
            self.dossier,
            document,
            self.judged_on,
            self.working_days,
            self.service_kinds,
            self.run_on,
            self.answers,
        )

    def document_for(self, kind: str) -> Document | None:
        if kind == self.document.kind:
            return self.document
        others = self.dossier.documents.get(DocumentKind(kind), ())
        return others[0] if len(others) == 1 else None

    def locate(self, path: Path) -> Location | None:
        """Where ``path`` is written; None where its whole document is missing."""
        document = self.document_for(str(path[0]))
        return document.locate(path) if document else None

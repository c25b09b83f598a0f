"""What a check answers and what a rule finds."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Literal

from wicheck.model.dossier import Record
from wicheck.model.place import Path
from wicheck.model.text import Text
from wicheck.model.tuples import NamedTuple
from wicheck.model.words import DocumentKind, ReadingSource, Verdict

NO_VALUES: Mapping[str, Any] = MappingProxyType({})


class Told(NamedTuple):
    """Another figure for what a quantity counts: ``way`` is how it comes about, ``note`` says so to people."""

    way: Literal["stated", "full_time"]
    note: Text
    part: Decimal | int
    whole: Decimal | int = 1


class Quantity(NamedTuple):
    """A measured number as a fraction, with what it was made from.

    ``part`` and ``whole`` are kept apart so that a demand is decided as ``part >= minimum * whole``
    and never by dividing. ``missing`` names the paths without which nothing can be said; ``part`` is
    then None. ``evidence`` names the paths the number was read from. With ``whole`` zero it is no
    number, and nothing may be decided from it. ``told`` are other figures for the same, such as what the
    documents state beside a roster: they are shown with the number, and where one of them would be
    decided differently nothing is decided.
    """

    part: Decimal | int | None
    whole: Decimal | int = 1
    missing: tuple[Path, ...] = ()
    evidence: tuple[Path, ...] = ()
    told: tuple[Told, ...] = ()


Measure = Callable[[Record], Quantity]


class Message(NamedTuple):
    """A sentence with a stable id such as ``at_least.short``; ``{name}`` in it is filled from an outcome's values."""

    id: str
    text: Text


class Outcome(NamedTuple):
    """A check's answer for one record.

    ``values`` fill the message's text (numbers, dates, Texts).
    ``observed``, ``required`` and ``shortfall`` are in ``unit``; ``missing`` are the paths to fill in;
    ``evidence`` the paths that decided; ``due_on`` a date to watch; ``reading`` who reads a vague figure so.
    """

    verdict: Verdict
    message: Message
    values: Mapping[str, Any] = NO_VALUES
    observed: Any = None
    required: Any = None
    shortfall: Any = None
    missing: tuple[Path, ...] = ()
    evidence: tuple[Path, ...] = ()
    due_on: date | None = None
    reading: ReadingSource | None = None
    remedy: Text | None = None
    unit: Text | None = None


Decide = Callable[[Record], Outcome]


class CheckKind(NamedTuple):
    """A way of deciding. One module of ``wicheck.checks`` (or of a plugin) exports one as ``KIND``.

    ``arguments`` is the JSON Schema of the arguments a rule may give (an object, closed);
    ``messages`` all sentences it answers with; ``bind`` turns a rule's arguments into a decision,
    once, when the pack is loaded; ``page`` is the module's docstring.
    """

    name: str
    title: Text
    page: str
    arguments: Mapping[str, Any]
    messages: tuple[Message, ...]
    bind: Callable[[Mapping[str, Any], Binder], Decide]


class Fact(NamedTuple):
    """A derived quantity with a name. One module of ``wicheck.facts`` (or of a plugin) exports one as ``FACT``.

    ``paths`` are all it may read; ``title`` and ``unit`` name it in findings.
    """

    name: str
    title: Text
    unit: Text
    page: str
    paths: tuple[Path, ...]
    measure: Measure


class Binder(ABC):
    """What a check kind may ask while it binds a rule's arguments. Implemented by the pack loader."""

    @abstractmethod
    def path(self, dotted: str) -> Path:
        """The path, verified against the schema; raises PackError at the rule's line on a typo."""

    @abstractmethod
    def measure(self, arguments: Mapping[str, Any]) -> Measure:
        """The quantity that ``value: PATH`` or ``fact: NAME`` in ``arguments`` stands for."""

    @abstractmethod
    def naming(self, arguments: Mapping[str, Any]) -> tuple[Text, Text]:
        """What to call that quantity, and its unit (an empty Text where it has none)."""

    @abstractmethod
    def decide(self, arguments: Mapping[str, Any]) -> Decide:
        """A nested check: ``arguments`` holds ``check:`` and its own arguments."""

    @abstractmethod
    def about(self, kind: DocumentKind) -> Binder:
        """The binder for a look at the dossier's documents of another kind, by paths that begin with it."""

    @abstractmethod
    def label(self, path: Path) -> Text:
        """What a clerk calls the entry at ``path``, from the schema's titles."""

    @abstractmethod
    def choices(self, path: Path) -> Mapping[str, Text]:
        """The values an enum at ``path`` may take, with what a clerk calls them; empty where it is no enum."""

    @abstractmethod
    def rule_id(self) -> str:
        """The id of the rule that is bound."""

    @abstractmethod
    def sibling(self, demand: str) -> Mapping[str, Any]:
        """The arguments of another demand of the same clause, for remedies that hang together."""


class RecordRef(NamedTuple):
    """Names a judged record: its kind and id, and the dossier it belongs to."""

    dossier: str
    kind: str
    id: str

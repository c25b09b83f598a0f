"""Which rules read which entries of which documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from wicheck.explaining.data import Reader
from wicheck.library import Library
from wicheck.model import Clause, DocumentKind, Pack, Path, Query, Rule, ServiceKind, Stage
from wicheck.packs.bind import SQL
from wicheck.packs.queries import Queries
from wicheck.packs.select import BASE
from wicheck.packs.views import column_path
from wicheck.plan import PLANNED_BY, concerns

OF_ADMISSION = (DocumentKind.INSTITUTION, DocumentKind.APPLICATION)
_OF_CLAIMS = (DocumentKind.CLAIMS,)
_CALLED: Path = ("institution", "name")


class Wanted(NamedTuple):
    """Whose rules: those of ``packs`` for any of the service ``kinds`` and ``stages`` (none means all).

    With ``claims`` also those about claims; else only those about an institution and its application.
    """

    packs: Sequence[Pack]
    kinds: tuple[ServiceKind, ...] = ()
    stages: tuple[Stage, ...] = ()
    claims: bool = False


class Asker(NamedTuple):
    """A rule that reads an entry. One that only ``guards`` reads it to see whether the rule applies at all."""

    pack: Pack
    clause: Clause
    rule: Rule
    guards: bool


Asked = Mapping[Path, Sequence[Asker]]
"""The entries by path, from the kind of document down (places in lists left out), with the rules that read them."""


def asked(wanted: Wanted, library: Library) -> Asked:
    """Every entry that a wanted rule may read.

    Those that decide which rules apply, and what reports call the institution by, are among them without an asker.
    """
    found: dict[Path, dict[str, Asker]] = {}
    for asker, path in _readings(wanted, library):
        found.setdefault(path, {}).setdefault(asker.rule.id, asker)
    kinds = {path[0] for path in found} | set(OF_ADMISSION)
    planned = {path: () for path in (*PLANNED_BY, _CALLED) if path[0] in kinds}
    return planned | {path: tuple(askers.values()) for path, askers in found.items()}


def _readings(wanted: Wanted, library: Library) -> Iterator[tuple[Asker, Path]]:
    """What a rule asks about comes before what only guards it."""
    reader, queries = Reader(library.schemas, library.workshop), Queries(library.schemas)
    for pack, clause, rule in _rules(wanted, library):
        asks = read_by(queries.of(rule, pack)) if rule.check == SQL else reader.paths(rule.arguments)
        for guards, paths in ((False, asks), (True, reader.paths(rule.only_if))):
            for path in known(paths, library):
                # What an application is held against is not the applicant's to write.
                if rule.record not in OF_ADMISSION or path[0] in OF_ADMISSION:
                    yield Asker(pack, clause, rule, guards), path


def _rules(wanted: Wanted, library: Library) -> Iterator[tuple[Pack, Clause, Rule]]:
    for pack, records in _sources(wanted, library):
        for clause in pack.clauses:
            for rule in clause.rules:
                if rule.record in records and _suits(rule, wanted):
                    yield pack, clause, rule


def _sources(wanted: Wanted, library: Library) -> Iterator[tuple[Pack, tuple[DocumentKind, ...]]]:
    """The packs with the records whose rules count. Those on claims of the base pack run with every region's."""
    for pack in wanted.packs:
        yield pack, (*OF_ADMISSION, *_OF_CLAIMS) if wanted.claims else OF_ADMISSION
    if wanted.claims and all(pack.id != BASE for pack in wanted.packs):
        yield from ((library.pack(folder), _OF_CLAIMS) for folder in library.folders if folder.id == BASE)


def _suits(rule: Rule, wanted: Wanted) -> bool:
    stage = not wanted.stages or rule.stage in wanted.stages
    return stage and concerns(rule, wanted.kinds or None, batch=rule.record is DocumentKind.CLAIMS)


def read_by(query: Query) -> Iterator[Path]:
    """Where the columns that ``query`` reads are written, needed or not."""
    for columns_of in (query.needs, query.optional):
        yield from (column_path(view, column) for view, columns in columns_of.items() for column in columns)


def known(paths: Iterable[Path], library: Library) -> Iterator[Path]:
    """Those that a document can say, places in lists left out: a view may have columns that nobody writes."""
    for path in paths:
        named = tuple(step for step in path if isinstance(step, str))
        if library.schemas.at(named, through_arrays=True):
            yield named

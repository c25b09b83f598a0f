"""One run, from what a person asks for to what was found. Every face calls this and decides nothing itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import Any, Protocol

from wicheck.documents.settings import AgencyReading
from wicheck.errors import InputError
from wicheck.library import Library
from wicheck.model import (
    Answer,
    BoundRule,
    Clause,
    DocumentKind,
    Dossier,
    Finding,
    Notice,
    Pack,
    Rule,
    ServiceKind,
    WorkingDays,
)
from wicheck.model.tuples import NamedTuple
from wicheck.notices import draft_not_run, no_longer, no_pack, not_yet, still_to_come
from wicheck.packs.bind import SQL
from wicheck.packs.dated import changes
from wicheck.packs.load import PackFolder
from wicheck.packs.readings import with_readings
from wicheck.packs.select import BASE, matching, named, runs_unasked
from wicheck.plan import Docket, Hearing, concerns, governed_kinds, hearings
from wicheck.run import Statements, judge

NOTHING: Mapping[Any, Any] = MappingProxyType({})


class Circumstances(NamedTuple):
    """What a run knows beside the documents: the calendar, today, what people have said, an agency's readings.

    ``errors`` are those of the calendars, which count for everybody.
    """

    working_days: WorkingDays
    today: date
    statements: Statements
    readings: Mapping[str, AgencyReading] = NOTHING
    errors: tuple[InputError, ...] = ()


class Request(NamedTuple):
    """What to judge by: packs by name (none: by division), further pack folders, a fixed date, service kinds."""

    packs: tuple[str, ...] = ()
    policies: tuple[Path, ...] = ()
    on: date | None = None
    service_kinds: tuple[ServiceKind, ...] = ()
    include_drafts: bool = False


class Biller(Protocol):
    """Has billing queries answered."""

    def answers(self, hearing: Hearing, pack: Pack, rules: Sequence[Rule]) -> Mapping[str, Answer]:
        """What each of ``rules`` found in the hearing's batch, by rule id."""
        ...


class Session:
    """Judges dossiers by the packs that a request asks for, or that their divisions call for.

    Raises UsageError on a pack that does not exist.
    """

    def __init__(
        self, library: Library, request: Request, circumstances: Circumstances, biller: Biller | None = None
    ) -> None:
        self.library = library
        self.biller = biller
        self.request = request
        self.circumstances = circumstances
        # Asked for at once: a misspelt name is told even where there turns out to be nothing to judge.
        self._named = named(request.packs, library.folders)
        self.used: dict[str, Pack] = {}
        self.notices: dict[str, Notice] = {}
        self.errors: dict[str, InputError] = {}
        self._changes: dict[str, set[date]] = {}
        self._bound: dict[tuple[str, str, date], BoundRule] = {}
        self._concerning: dict[tuple[Any, ...], list[BoundRule]] = {}

    def judge_all(self, dossiers: Iterable[Dossier]) -> tuple[Finding, ...]:
        return tuple(chain.from_iterable(map(self.judge, dossiers)))

    def judge(self, dossier: Dossier) -> list[Finding]:
        """The findings on one dossier, by all packs that apply; what is worth telling goes to ``notices``."""
        request, known = self.request, self.circumstances
        findings: list[Finding] = []
        for hearing in hearings(dossier, request.on, known.today, request.service_kinds, known.working_days):
            if request.on is None and hearing.judged_on > known.today:
                self._tell(still_to_come(hearing, known.today))
            docket = Docket(hearing, known.working_days)
            for folder in self._folders(hearing):
                pack = self._pack(folder)
                if governed := self._governed(pack, hearing):
                    rules = self.rules(pack, hearing, governed)
                    try:
                        self._bill(docket, pack, rules)
                    except InputError as error:  # the batch cannot be read: nothing is said of it
                        self.errors[error.message.zh] = error
                        break
                    findings += judge(docket.of(governed), pack, rules, known.statements)
        return findings

    def _bill(self, docket: Docket, pack: Pack, rules: Sequence[BoundRule]) -> None:
        """Have the billing queries of a batch answered before its rules are judged: together they cost one reading."""
        asking = [each.rule for each in rules if each.rule.check == SQL]
        if docket.hearing.batch and asking and self.biller:
            docket.answers.update(self.biller.answers(docket.hearing, pack, asking))

    def rules(self, pack: Pack, hearing: Hearing, kinds: frozenset[DocumentKind]) -> list[BoundRule]:
        """The pack's rules about ``kinds`` that concern a hearing, each bound for the day on which its records are
        judged: once for each stretch without changes.
        """
        batch, turns = hearing.batch is not None, self._changes[pack.id]
        since = {
            day: max((each for each in turns if each <= day), default=date.min)
            for day in (hearing.judged_on, hearing.as_of)
        }
        key = (pack.id, *since.values(), hearing.service_kinds, batch, kinds)
        if key not in self._concerning:
            self._verify(pack, since[hearing.judged_on], hearing.judged_on)
            self._concerning[key] = [
                self._bound_since(since[on], pack, rule, clause, on)
                for clause in pack.clauses
                for rule in clause.rules
                if rule.record in kinds and concerns(rule, hearing.service_kinds, batch)
                for on in (hearing.day_of(rule.record),)
            ]
        return self._concerning[key]

    def _verify(self, pack: Pack, since: date, on: date) -> None:
        """Bind every rule once, also those that nothing asks for: who wrote the pack learns of a slip at once."""
        if not self.library.is_verified(pack):
            for clause in pack.clauses:
                for rule in clause.rules:
                    self._bound_since(since, pack, rule, clause, on)
            self.library.note_verified(pack)

    def _bound_since(self, since: date, pack: Pack, rule: Rule, clause: Clause, on: date) -> BoundRule:
        key = (pack.id, rule.id, since)
        if key not in self._bound:
            self._bound[key] = self.library.bound(pack, rule, clause, on)
        return self._bound[key]

    def _folders(self, hearing: Hearing) -> list[PackFolder]:
        """The packs that judge a hearing: named ones, else those of its division; the base pack beside them."""
        folders = self.library.folders
        if self.request.packs:
            chosen = self._named
        else:
            found = matching(hearing.division, folders)
            chosen = [folder for folder in found if self.request.include_drafts or runs_unasked(folder)]
            for folder in found:
                if folder not in chosen:
                    self._tell(draft_not_run(folder))
            if not found:
                self._tell(no_pack(hearing))
        return chosen + [folder for folder in folders if chosen and folder.id == BASE and folder not in chosen]

    def _pack(self, folder: PackFolder) -> Pack:
        if folder.id not in self.used:
            pack = with_readings(self.library.pack(folder), self.circumstances.readings)
            self.used[folder.id] = pack
            self._changes[folder.id] = {day for rule in pack.rules for day in changes([rule.arguments, rule.only_if])}
        return self.used[folder.id]

    def _governed(self, pack: Pack, hearing: Hearing) -> frozenset[DocumentKind]:
        """The kinds of document that ``pack`` judges in a hearing; what it does not is told."""
        on = hearing.judged_on
        if not pack.in_force(on):
            self._tell(not_yet(pack, on) if pack.effective_from and on < pack.effective_from else no_longer(pack, on))
        return governed_kinds(pack, hearing)

    def _tell(self, notice: Notice) -> None:
        self.notices.setdefault(notice.text.zh, notice)

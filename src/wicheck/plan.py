"""Which rules judge which records, on which date and for which service kinds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from wicheck.model import (
    Answer,
    BoundRule,
    Document,
    DocumentKind,
    Dossier,
    Message,
    Outcome,
    Pack,
    Path,
    Record,
    Rule,
    ServiceKind,
    Stage,
    Text,
    Verdict,
    WorkingDays,
)
from wicheck.model.tuples import NamedTuple

NO_APPLICATION = Message("plan.no_application", Text("尚无申请文件，无从判断", "there is no application to judge"))
NOT_REACHED = Message(
    "plan.not_reached", Text("尚未提出申请，未到此步骤", "no application yet: this step is not reached")
)
KIND_UNKNOWN = Message(
    "plan.kind_unknown",
    Text(
        "未填写服务类别，不知本条是否适用", "the service kinds are not given, so it is not known whether this applies"
    ),
)

APPLICATION = (DocumentKind.APPLICATION.value,)
_APPLICATION = DocumentKind.APPLICATION  # asked once a rule and record: an enum's member costs more than all else
_DIVISION_PATHS: tuple[Path, ...] = (
    ("application", "agency", "division_code"),
    ("institution", "division_code"),
    ("registry", "division_code"),
    ("registry", "agency", "division_code"),
)
_OF_ADMISSION = (DocumentKind.INSTITUTION, DocumentKind.APPLICATION)
_KINDS_PATHS: tuple[Path, Path] = (("application", "service_kinds"), ("institution", "service_kinds"))
_BATCH_KINDS: Path = ("claims", "service_kinds")
_FUND: Path = ("claims", "fund_division_code")
_APPLIED_ON: Path = ("application", "applied_on")

PLANNED_BY: tuple[Path, ...] = (*_DIVISION_PATHS, *_KINDS_PATHS, _APPLIED_ON, _FUND, _BATCH_KINDS)
"""What decides, before any rule does, which rules apply and on which day."""


class Hearing(NamedTuple):
    """One institution with at most one application, on the day that counts for it, seen on the day of the run.

    ``service_kinds`` is None where nobody says which they are. ``division`` decides which packs apply.
    ``batch`` is a batch of claims that is heard by itself: the law is that of the fund which pays it.
    """

    dossier: Dossier
    judged_on: date
    as_of: date
    service_kinds: tuple[ServiceKind, ...] | None
    division: str | None
    batch: Document | None = None

    def day_of(self, kind: DocumentKind) -> date:
        """The day on which records of ``kind`` are judged: what is about admission on the application's."""
        return self.judged_on if kind in _OF_ADMISSION else self.as_of


def hearings(
    dossier: Dossier, fixed: date | None, today: date, asked: Sequence[ServiceKind], working_days: WorkingDays
) -> Iterator[Hearing]:
    """Each application of ``dossier`` is heard by itself, with all its other documents; none is one hearing too.

    The date is ``fixed`` if the run fixes one, else the application's, else ``today``. What is not about admission
    (agreements, registries, episodes) is judged as of the run. ``asked`` overrides the service kinds that the
    documents name. Each batch of claims is a hearing of its own.
    """
    batches = dossier.of_kind(DocumentKind.CLAIMS)
    for batch in batches:
        yield _of_batch(dossier, batch, fixed or today, asked, working_days)
    if batches:
        dossier = dossier._replace(documents={k: v for k, v in dossier.documents.items() if k != DocumentKind.CLAIMS})
    for each in _by_application(dossier):
        probe = Record(each, each.root, today, working_days)
        judged_on = fixed or probe.day(_APPLIED_ON) or today
        yield Hearing(
            each,
            judged_on,
            fixed or today,
            tuple(asked) or _service_kinds(probe),
            _division(probe),
        )


def _of_batch(
    dossier: Dossier, batch: Document, on: date, asked: Sequence[ServiceKind], working_days: WorkingDays
) -> Hearing:
    """A batch's hearing. Its records are judged by their own dates; ``on`` is the day they are seen."""
    alone = dossier._replace(documents={**dossier.documents, DocumentKind.CLAIMS: (batch,)})
    probe = Record(alone, batch, on, working_days)
    kinds = tuple(asked) or _service_kinds(probe, (_BATCH_KINDS, *_KINDS_PATHS))
    division = probe.value(_FUND) or _division(probe)
    return Hearing(alone, on, on, kinds, division, batch)


def judged_kinds(hearing: Hearing) -> frozenset[DocumentKind]:
    """The kinds of document of which a hearing has something to judge: rules about others find nothing."""
    absent = (DocumentKind.APPLICATION,) if hearing.dossier.root.kind is DocumentKind.INSTITUTION else ()
    return frozenset((*hearing.dossier.documents, *absent))


def governed_kinds(pack: Pack, hearing: Hearing) -> frozenset[DocumentKind]:
    """Those of the judged kinds that ``pack`` governs: an agreement goes on under the law that came after it, and by
    one that has ended it is judged as long as the application is.
    """
    kinds = judged_kinds(hearing)
    if pack.in_force(hearing.judged_on):
        return kinds
    return frozenset(kind for kind in kinds if pack.in_force(hearing.day_of(kind)))


class Docket:
    """The records of one hearing, each made once for all the rules that judge it."""

    def __init__(self, hearing: Hearing, working_days: WorkingDays) -> None:
        self.hearing = hearing
        self.root = self._record(hearing.dossier.root, working_days)
        self.answers: dict[str, Answer] = {}
        self._working_days = working_days
        self._records: dict[DocumentKind, list[Record]] = {}

    def of(self, kinds: frozenset[DocumentKind]) -> Docket:
        """The docket for a law that governs those ``kinds``: of an application from before it its rules see nothing."""
        hearing = self.hearing
        if kinds == judged_kinds(hearing):
            return self
        seen = {*kinds, hearing.dossier.root.kind}
        documents = {kind: each for kind, each in hearing.dossier.documents.items() if kind in seen}
        return Docket(hearing._replace(dossier=hearing.dossier._replace(documents=documents)), self._working_days)

    def records(self, kind: DocumentKind) -> list[Record]:
        """The records of ``kind``. Where there is no application, its rules answer on the institution's record."""
        if kind not in self._records:
            documents = self.hearing.dossier.of_kind(kind)
            made = [self._record(document, self._working_days) for document in documents]
            self._records[kind] = made or ([self.root] if kind in judged_kinds(self.hearing) else [])
        return self._records[kind]

    def _record(self, document: Document, working_days: WorkingDays) -> Record:
        hearing = self.hearing
        judged_on = hearing.day_of(document.kind)
        # An application that is planned is seen on its day; that makes nothing happen that is to come elsewhere.
        run_on = max(judged_on, hearing.as_of)
        kinds = hearing.service_kinds or ()
        answers = self.answers if document is hearing.batch else None
        return Record(hearing.dossier, document, judged_on, working_days, kinds, run_on, answers)


def concerning(
    rules: Sequence[BoundRule], kinds: tuple[ServiceKind, ...] | None, batch: bool = False
) -> list[BoundRule]:
    """The rules for one of the service kinds ``kinds``; while those are unknown, every rule may be.

    A ``batch`` of claims is heard by the rules about claims, everything else by the others.
    """
    return [each for each in rules if concerns(each.rule, kinds, batch)]


def concerns(rule: Rule, kinds: tuple[ServiceKind, ...] | None, batch: bool) -> bool:
    if (rule.record is DocumentKind.CLAIMS) is not batch:
        return False
    return kinds is None or not rule.service_kinds or bool(set(kinds) & set(rule.service_kinds))


def settled_beforehand(rule: Rule, record: Record, kinds: tuple[ServiceKind, ...] | None) -> Outcome | None:
    """The answer that needs no deciding: service kinds not given, or no application yet."""
    if kinds is None and rule.service_kinds:
        return Outcome(Verdict.UNKNOWN, KIND_UNKNOWN, missing=(_KINDS_PATHS[1],))
    if rule.record is not _APPLICATION or record.document.kind is _APPLICATION:
        return None
    if rule.stage is Stage.ADMISSION:
        return Outcome(Verdict.UNKNOWN, NO_APPLICATION, missing=(APPLICATION,))
    return Outcome(Verdict.NOT_APPLICABLE, NOT_REACHED)


def _by_application(dossier: Dossier) -> Iterator[Dossier]:
    applications = dossier.of_kind(DocumentKind.APPLICATION)
    if len(applications) < 2:
        yield dossier
        return
    for each in applications:
        documents = {**dossier.documents, DocumentKind.APPLICATION: (each,)}
        beside = tuple(other for other in applications if other is not each)
        yield dossier._replace(id=f"{dossier.id}/{each.id}", documents=documents, beside=beside)


def _service_kinds(probe: Record, paths: Sequence[Path] = _KINDS_PATHS) -> tuple[ServiceKind, ...] | None:
    """The application's, else the institution's; an empty or missing list says nothing."""
    for path in paths:
        if kinds := probe.value(path):
            return tuple(ServiceKind(kind) for kind in kinds)
    return None


def _division(probe: Record) -> str | None:
    for path in _DIVISION_PATHS:
        if code := probe.value(path):
            return str(code)
    return None

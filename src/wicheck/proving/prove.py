"""Running examples: each goes the whole way of the data, and must get the verdict the law asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from itertools import chain, pairwise
from typing import Any

from wicheck.documents.canonical import CanonicalPass
from wicheck.documents.lists import beside, lists_of
from wicheck.documents.notes import Notes
from wicheck.documents.schemas import Schemas
from wicheck.documents.validate import Validation
from wicheck.errors import InputError
from wicheck.model import (
    Answer,
    Attestation,
    Attestor,
    Clause,
    Document,
    DocumentKind,
    Dossier,
    Finding,
    Location,
    Pack,
    Path,
    Rule,
    ServiceKind,
    Text,
    WorkingDays,
    dotted,
)
from wicheck.packs.bind import SQL, Vocabulary, bound
from wicheck.packs.readings import with_reading
from wicheck.plan import Docket, concerning, hearings
from wicheck.proving.billing import ExampleBilling
from wicheck.proving.example import OTHERS, Example, parsed
from wicheck.run import Statements, judge
from wicheck.yamlio import Mapping as MappingNode

DEFAULT_DAY = date(2026, 3, 10)
_SUBJECT, _OTHER = "example", "earlier"


@dataclass(frozen=True, slots=True)
class Proof:
    """What became of an example. ``problems`` is empty where the tool agrees with the law."""

    example: Example
    finding: Finding | None
    problems: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Positions of an example's documents: all of it stands where the example stands."""

    location: Location

    def locate(self, path: Path) -> Location:
        return self.location


@dataclass(frozen=True, slots=True)
class Prover:
    """Runs examples with the schemas, check kinds and facts of a run."""

    schemas: Schemas
    vocabulary: Vocabulary
    working_days: WorkingDays
    billing: ExampleBilling | None = None

    def prove(self, pack: Pack, example: Example) -> Proof:
        """Judge the example's dossier by its one rule, and hold the finding against what is expected."""
        rules = {rule.id: (rule, clause) for clause in pack.clauses for rule in clause.rules}
        if example.rule not in rules:
            return Proof(example, None, (Text(f"没有规则 {example.rule}", f"there is no rule {example.rule}"),))
        rule, clause = rules[example.rule]
        try:
            findings, answer = self._judged(pack, rule, clause, example)
        except InputError as error:
            return Proof(example, None, (error.message,))
        if len(findings) != 1:
            number = len(findings)
            return Proof(example, None, (Text(f"应得 1 个结论，得 {number} 个", f"{number} findings instead of one"),))
        return Proof(example, findings[0], tuple(differences(findings[0], example.expected, answer)))

    def _judged(self, pack: Pack, rule: Rule, clause: Clause, example: Example) -> tuple[list[Finding], Answer | None]:
        """The findings of the example's one rule, and what its query found."""
        if example.agency_reading is not None:
            rule = with_reading(rule, example.agency_reading)
        asked = tuple(ServiceKind(kind) for kind in example.service_kinds) or rule.service_kinds or pack.service_kinds
        about_claims = rule.record is DocumentKind.CLAIMS
        heard = hearings(self.dossier(example), example.on, DEFAULT_DAY, asked, self.working_days)
        *before, hearing = (each for each in heard if (each.batch is not None) is about_claims)
        ready = bound(rule, clause, hearing.day_of(rule.record), self.schemas, self.vocabulary)
        statements = Statements.of(hearing.judged_on, attestations(example, hearing.judged_on), ())
        docket = Docket(hearing, self.working_days)
        if rule.check == SQL and self.billing:
            docket.answers[rule.id] = self.billing.answer([*before, hearing], pack, rule, example)
        findings = judge(docket, pack, concerning([ready], hearing.service_kinds, about_claims), statements)
        return [each for each in findings if each.rule.id == rule.id], docket.answers.get(rule.id)

    def dossier(self, example: Example) -> Dossier:
        """The example's documents in canonical form. Raises InputError where one is invalid."""
        data = {kind: self._data(kind, node, example) for kind, node in example.given.items.items()}
        for path, node in example.changes:
            try:
                put(data, path, self._value(path, node, example))
            except IndexError:
                raise _beyond(path, example) from None
        for path in example.removed:
            take(data, path)
        for kind in ("institution", *example.given.items):
            if kind == "institution" or (kind,) not in example.removed:
                data.setdefault(kind, {})  # a document that lost its last entry is there
        others = {kind: data.pop(key) for key, kind in OTHERS.items() if key in data}
        documents: dict[DocumentKind, tuple[Document, ...]] = {
            DocumentKind(kind): (self._document(kind, part, example),) for kind, part in data.items()
        }
        for each, part in others.items():
            kind = DocumentKind(each)
            documents[kind] = (self._document(kind, part, example, _OTHER), *documents[kind])
        return with_lists(Dossier(_SUBJECT, documents[DocumentKind.INSTITUTION][0], documents))

    def _data(self, kind: str, node: Any, example: Example) -> dict[str, Any]:
        if not isinstance(node, MappingNode):
            return {}
        read = CanonicalPass(self.schemas.shape(_kind(kind))).read(node, example.location.file)
        for error in read.errors:
            raise error
        return deepcopy(read.data)

    def _value(self, path: Path, node: Any, example: Example) -> Any:
        shape = self.schemas.at((_kind(str(path[0])), *path[1:]))
        if shape is None:
            raise InputError(Text(f"没有路径 {dotted(path)}", f"there is no path {dotted(path)}"), example.location)
        notes = Notes(example.location.file)
        value = CanonicalPass(shape).converter(shape)(node, notes)
        for error in notes.errors:
            raise error
        return value

    def _document(self, kind: str, data: Mapping[str, Any], example: Example, name: str = _SUBJECT) -> Document:
        whole = {"wicheck": f"{kind}/v1", "id": name, **data}
        place = Place(example.location)
        for error in Validation(self.schemas).errors(kind, whole, place):
            raise error
        return Document(DocumentKind(kind), name, whole, place)


def _kind(given: str) -> str:
    """The kind of document that stands under a key of ``given``."""
    return OTHERS.get(given, given)


def with_lists(dossier: Dossier) -> Dossier:
    """As a run makes it: a registry is alone in its dossier, and the other lists lie beside it."""
    lists = lists_of(chain.from_iterable(dossier.documents.values()))
    if not lists:
        return dossier
    *_, own = dossier.of_kind(DocumentKind.REGISTRY)
    return dossier._replace(documents={**dossier.documents, DocumentKind.REGISTRY: (own,)}, beside=beside(own, lists))


def attestations(example: Example, on: date) -> Iterator[Attestation]:
    """The attestation an example simulates: valid on the day, with evidence."""
    if example.attest:
        capacity = Attestor(example.attest["capacity"])
        met = example.attest["met"]
        yield Attestation(
            example.rule, _SUBJECT, met, "示例", "示例单位", capacity, on, on, "e.pdf", "0" * 64, example.location
        )


def differences(finding: Finding, expected: Mapping[str, Any], answer: Answer | None = None) -> Iterator[Text]:
    """Where the finding is not what is expected; one sentence each."""
    outcome = finding.outcome
    got: dict[str, Any] = {
        "expect": finding.verdict.value,
        "shortfall": outcome.shortfall,
        "observed": outcome.observed,
        "missing": [dotted(path) for path in outcome.missing],
        "due_on": outcome.due_on.isoformat() if outcome.due_on else None,
        "reading": outcome.reading,
    }
    if answer is not None:
        bearers = {row.bearer.value for row in answer.rows}
        got["offences"] = sum(answer.counts.values())
        got["amount"] = answer.amount
        got["bearer"] = "、".join(sorted(bearers)) or None
        got["claims"] = sorted({row.claim_id for row in answer.rows if row.claim_id})
    for key, stated in expected.items():
        wanted = [dotted(parsed(path)) for path in stated] if key == "missing" else stated
        if key not in got:
            yield Text(f"示例中有不认识的键 {key}", f"the example has an unknown key {key}")
        elif got[key] != wanted:
            yield Text(f"{key} 应为 {wanted}，得 {got[key]}", f"{key} should be {wanted}, is {got[key]}")


def _beyond(path: Path, example: Example) -> InputError:
    said = dotted(path)
    return InputError(
        Text(f"{said} 前面还缺一项：列表要一项接一项地写", f"{said} lies beyond the end of its list"), example.location
    )


def put(data: dict[str, Any], path: Path, value: Any) -> None:
    """Set ``value`` at ``path``, making the objects and lists on the way; None (left empty) takes it out."""
    if value is None:
        take(data, path)
        return
    here: Any = data
    for step, following in pairwise(path):
        here = _stepped(here, step, [] if isinstance(following, int) else {})
    _assign(here, path[-1], value)


def take(data: dict[str, Any], path: Path) -> None:
    """Remove what stands at ``path``, and what it leaves empty: empty means not given."""
    parents: list[Any] = [data]
    for step in path[:-1]:
        try:
            parents.append(parents[-1][step])
        except (KeyError, IndexError, TypeError):
            return
    for parent, step in zip(reversed(parents), reversed(path), strict=True):
        if isinstance(parent, list):
            del parent[int(step)]
        else:
            parent.pop(step, None)
        if parent:
            return


def _stepped(here: Any, step: str | int, fresh: Any) -> Any:
    present = here.get(step) if isinstance(here, dict) else (here[step] if int(step) < len(here) else None)
    if not isinstance(present, dict | list):
        _assign(here, step, fresh)
        return fresh
    return present


def _assign(here: Any, step: str | int, value: Any) -> None:
    if isinstance(here, list) and int(step) == len(here):
        here.append(value)
    else:
        here[step] = value

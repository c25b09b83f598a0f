"""Findings and what stands around them, made to order: every part has a plain default."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from tests.checks.bench import EveryWeekday
from wicheck.errors import InputError
from wicheck.model import (
    Attestation,
    Attestor,
    Binds,
    Clause,
    ClauseKind,
    Document,
    DocumentKind,
    Dossier,
    EffectiveBasis,
    Finding,
    Location,
    Message,
    Notice,
    Outcome,
    Pack,
    PackStatus,
    Path,
    Record,
    Rule,
    ServiceKind,
    Stage,
    Text,
    Verdict,
    Waiver,
    dotted,
    same,
)
from wicheck.reports import Report, RunInfo, assemble

DAY = date(2026, 3, 10)
REHABILITATION = (ServiceKind.REHABILITATION,)
SAID = Message("test.said", Text("结果如此", "so it is"))
LACKING = Message("missing", Text("资料不足：未填写{missing}", "not enough data: {missing} not given"))


class Lines:
    """Positions that give each path a line of its own: its depth, so that tests can count it."""

    def __init__(self, file: str) -> None:
        self._file = file

    def locate(self, path: Path) -> Location:
        return Location(self._file, 10 * len(path) + 1, 3)


def document(kind: DocumentKind = DocumentKind.INSTITUTION, id_: str = "h1", **data: Any) -> Document:
    return Document(kind, id_, data, Lines(f"{id_}.yaml"))


def dossier(id_: str = "h1", name: str | None = "城东康复医院", *others: Document, **data: Any) -> Dossier:
    root = document(DocumentKind.INSTITUTION, id_, **({"name": name} if name else {}), **data)
    documents: dict[DocumentKind, tuple[Document, ...]] = {root.kind: (root,)}
    for each in others:
        documents[each.kind] = (*documents.get(each.kind, ()), each)
    return Dossier(id_, root, documents)


def record(
    of: Dossier | None = None, kinds: Sequence[ServiceKind] = REHABILITATION, document: Document | None = None
) -> Record:
    of = of or dossier()
    return Record(of, document or of.root, DAY, EveryWeekday(), tuple(kinds))


def rule(id_: str = "jinhua-3/beds", **changes: Any) -> Rule:
    clause, _, demand = id_.partition("/")
    made = Rule(
        id=id_,
        clause=clause,
        demand=demand,
        check="at_least",
        arguments={},
        only_if=None,
        record=DocumentKind.INSTITUTION,
        service_kinds=(),
        topic="rehab_beds",
        stage=Stage.ADMISSION,
        binds=Binds.INSTITUTION,
        title=Text("康复床位 50 张以上", "50 rehabilitation beds or more"),
        remedy=None,
        attested_by=(Attestor.AGENCY,),
        grounded=True,
        location=Location("jinhua/pack.yaml", 1, 1),
    )
    return made._replace(**changes)


def outcome(verdict: Verdict = Verdict.PASS, message: Message = SAID, **parts: Any) -> Outcome:
    return Outcome(verdict, message, **parts)


def finding(  # noqa: PLR0917 - every part may be given
    verdict: Verdict = Verdict.PASS,
    id_: str = "jinhua-3/beds",
    pack: str = "jinhua",
    on: Record | None = None,
    rule_: Mapping[str, Any] | None = None,
    outcome_: Mapping[str, Any] | None = None,
    **parts: Any,
) -> Finding:
    """``rule_`` and ``outcome_`` change parts of the rule and of the outcome, ``parts`` of the finding."""
    answer = outcome(verdict, **(outcome_ or {}))
    return Finding(rule(id_, **(rule_ or {})), pack, on or record(), answer, verdict, **parts)


def lacking(*paths: str, id_: str = "jinhua-3/beds", on: Record | None = None, **rule_: Any) -> Finding:
    """A finding that is unknown for want of ``paths``."""
    missing = tuple(tuple(path.split(".")) for path in paths)
    return finding(Verdict.UNKNOWN, id_, on=on, rule_=rule_, outcome_={"message": LACKING, "missing": missing})


def clause(id_: str = "jinhua-3", article: str = "三（二）2", damage: Text | None = None) -> Clause:
    return Clause(
        id=id_,
        article=article,
        chapter=None,
        kind=ClauseKind.RULE,
        record=DocumentKind.INSTITUTION,
        service_kinds=(),
        summary=Text("床位", "beds"),
        damage=damage,
        lost_conditions=False,
        rules=(),
        location=Location("jinhua/pack.yaml", 1, 1),
    )


def pack(id_: str = "jinhua", *clauses: Clause, **changes: Any) -> Pack:
    made = Pack(
        id=id_,
        name=Text("金华", "Jinhua"),
        title=Text("金华市工伤保险协议机构管理办法", "Jinhua rules for agreement institutions"),
        document_number=None,
        division="330700",
        status=PackStatus.IN_FORCE,
        issued_on=None,
        effective_from=date(2020, 1, 1),
        expires_on=None,
        effective_basis=EffectiveBasis.UNKNOWN,
        service_kinds=(ServiceKind.MEDICAL, ServiceKind.REHABILITATION),
        unconditioned={},
        notes=(),
        clauses=clauses or (clause(),),
        folder=id_,
        digest="0" * 64,
    )
    return made._replace(**changes)


LAW = pack()
BASE = pack("base", division=None, name=Text("数据核对", "Data checks"), clauses=(clause("base-1", "核对 1"),))
PACKS = (LAW, BASE)


def attestation(met: bool = True, **changes: Any) -> Attestation:
    made = Attestation(
        rule="jinhua-3/beds",
        subject="h1",
        met=met,
        by="王小明",
        organisation="金华市社会保险事业管理中心",
        capacity=Attestor.AGENCY,
        attested_on=date(2026, 1, 5),
        valid_until=date(2026, 12, 31),
        evidence_file="evidence.pdf",
        evidence_sha256="1" * 64,
        location=Location("attestations.yaml", 4, 3),
    )
    return made._replace(**changes)


def waiver(**changes: Any) -> Waiver:
    made = Waiver(
        rule="jinhua-3/beds",
        subject="h1",
        reason="新院区在建",
        authority="金华市医疗保障局",
        approver="李建国",
        issued_on=date(2026, 1, 1),
        expires_on=date(2026, 12, 31),
        location=Location("waivers.yaml", 3, 3),
    )
    return made._replace(**changes)


def label(path: Path) -> Text:
    return Text(f"“{dotted(path)}”", dotted(path))


def report(  # noqa: PLR0917 - every part may be given
    findings: Sequence[Finding] = (),
    dossiers: Sequence[Dossier] = (),
    notices: Sequence[Notice] = (),
    errors: Sequence[InputError] = (),
    packs: Sequence[Pack] = PACKS,
    chosen: Sequence[str] = (),
    **more: Any,
) -> Report:
    run = RunInfo("0.0", DAY, False, {}, chosen_packs=chosen)
    return assemble(findings, packs, dossiers, notices, errors, run, label, **more)


def input_error(text: str = "床位数应当是整数") -> InputError:
    return InputError(Text(text, "a whole number is due"), Location("h1.yaml", 7, 5), same("50"))

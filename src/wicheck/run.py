"""Deciding: every planned rule on its records, and what people have said of the answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from pathlib import PurePath
from types import MappingProxyType
from typing import Any, TypeVar
from unicodedata import normalize

from wicheck.losses import lost_conditions
from wicheck.model import (
    Attestation,
    Attestor,
    BoundRule,
    Deferred,
    Disposition,
    Finding,
    Location,
    Message,
    Notice,
    Outcome,
    Pack,
    Record,
    Rule,
    Text,
    Verdict,
    Waiver,
)
from wicheck.model.tuples import NamedTuple
from wicheck.packs.select import BASE
from wicheck.plan import Docket, settled_beforehand

Said = TypeVar("Said", Attestation, Waiver)

BROKE = Message("run.broke", Text("规则本身出错，未能判定：{what}", "the rule itself broke: {what}"))
GUARDED = Message("run.guarded", Text("不适用：{why}", "not applicable: {why}"))


_OWN = Text("机构不能自己认定、自己豁免", "no institution attests or waives for itself")
_NOT_TO_WAIVE = Text(
    "没有用到：资料自相矛盾不能豁免，请改正资料", "not used: nobody can waive a contradiction; mend the data"
)
_NOT_COMPETENT = Text(
    "没有用到：这一条不由这种身份的人认定，由谁认定见 wicheck explain",
    "not used: this is not for somebody of that capacity to attest; see wicheck explain for who is to",
)
_CONTRADICTED = Text(
    "没有用到：另有一份认定说不符合，以不符合的为准", "not used: another attestation says not met, and that one counts"
)
_WHOLE_NAME = 4
"""From so many characters on a name is one that no authority's name begins with by chance."""
NOTHING: Mapping[Any, Any] = MappingProxyType({})


class Statements(NamedTuple):
    """Attestations and waivers by (rule, subject), and the day on which the run is made.

    What people say comes after what it is about: an agency assesses an application after it was made. So a
    statement must be there ``as_of`` the run. A waiver must still hold then, an attestation on the date judged.
    """

    as_of: date
    attestations: Mapping[tuple[str, str], Sequence[Attestation]] = NOTHING
    waivers: Mapping[tuple[str, str], Sequence[Waiver]] = NOTHING

    @property
    def anything(self) -> bool:
        return bool(self.attestations or self.waivers)

    @classmethod
    def of(cls, as_of: date, attestations: Iterable[Attestation], waivers: Iterable[Waiver]) -> Statements:
        said: dict[tuple[str, str], list[Attestation]] = {}
        for each in attestations:
            said.setdefault((each.rule, each.subject), []).append(each)
        waived: dict[tuple[str, str], list[Waiver]] = {}
        for waiver in waivers:
            waived.setdefault((waiver.rule, waiver.subject), []).append(waiver)
        return cls(as_of, said, waived)


def judge(docket: Docket, pack: Pack, rules: Sequence[BoundRule], statements: Statements) -> list[Finding]:
    """Exactly one finding for each record that a rule of ``pack`` judges. ``rules`` are those that concern it."""
    kinds, anything_said = docket.hearing.service_kinds, statements.anything
    findings: list[Finding] = []
    for lost in lost_conditions(pack, docket.hearing):
        outcome = settled_beforehand(lost.rule, docket.root, kinds) or lost.decide(docket.root)
        findings.append(Finding(lost.rule, pack.id, docket.root, outcome, Verdict.UNKNOWN))
    pack_id, new, nothing_said = pack.id, tuple.__new__, tuple(Finding._field_defaults.values())
    for bound in rules:
        rule = bound.rule
        for record in docket.records(rule.record):
            outcome = settled_beforehand(rule, record, kinds) or decided(bound, record)
            # As ``Finding(...)`` makes it, at half the cost: seventy for every dossier.
            finding = new(Finding, (rule, pack_id, record, outcome, outcome.verdict, *nothing_said))
            findings.append(weighed(finding, statements) if anything_said else finding)
    return findings


def decided(bound: BoundRule, record: Record) -> Outcome:
    """The rule's answer; a rule that breaks is an ``error`` and never stops the others."""
    try:
        if bound.guard is not None:
            guard = bound.guard(record)
            if guard.verdict is not Verdict.PASS:
                return guarded(guard)
        return bound.decide(record)
    except Exception as broken:
        return Outcome(Verdict.ERROR, BROKE, {"what": where(broken)})


def where(broken: Exception) -> str:
    """What broke, and at which line: not its message, which may repeat personal data."""
    place = broken.__traceback__
    while place and place.tb_next:
        place = place.tb_next
    line = f" ({PurePath(place.tb_frame.f_code.co_filename).name}:{place.tb_lineno})" if place else ""
    return f"{type(broken).__name__}{line}"


def guarded(guard: Outcome) -> Outcome:
    """A guard that fails makes the rule not applicable; one that cannot tell leaves it open."""
    if guard.verdict in (Verdict.FAIL, Verdict.NOT_APPLICABLE):
        why = Deferred(lambda: {"why": guard.message.text.filled(guard.values)})
        return Outcome(Verdict.NOT_APPLICABLE, GUARDED, why, evidence=guard.evidence)
    return guard


def weighed(finding: Finding, statements: Statements) -> Finding:
    """The finding with what people have validly said of it on the day it is judged."""
    if finding.verdict is Verdict.REVIEW and statements.attestations:
        return attested(finding, statements)
    if finding.verdict is Verdict.FAIL and statements.waivers:
        return waived(finding, statements)
    return finding


def attested(finding: Finding, statements: Statements) -> Finding:
    """A valid attestation of somebody whose word counts answers a review; an institution's own does not, whatever
    capacity it claims.

    Where two of them contradict each other, the one that was not met decides.
    """
    on = finding.record.judged_on
    said = [
        each
        for each in _said(statements.attestations, finding)
        if each.attested_on <= statements.as_of and on <= each.valid_until
    ]
    by_itself = [each for each in said if each.capacity is Attestor.INSTITUTION or _is_own(each.organisation, finding)]
    counting = [each for each in said if each.capacity in finding.rule.attested_by and each not in by_itself]
    if counting:
        deciding = next((each for each in counting if not each.met), counting[0])
        verdict = Verdict.PASS if deciding.met else Verdict.FAIL
        return finding._replace(verdict=verdict, disposition=Disposition.ATTESTED, attestation=deciding)
    return finding._replace(self_declared=by_itself[0]) if by_itself else finding


def waived(finding: Finding, statements: Statements) -> Finding:
    """An authority lets a failure of its rules stand; that data contradict themselves is nobody's to waive.

    No institution is an authority over itself.
    """
    if finding.pack == BASE:
        return finding
    said = _said(statements.waivers, finding)
    valid = [
        each
        for each in said
        if each.issued_on <= statements.as_of <= each.expires_on and not _is_own(each.authority, finding)
    ]
    return finding._replace(disposition=Disposition.WAIVED, waiver=valid[0]) if valid else finding


def _is_own(body: str, finding: Finding) -> bool:
    """Whether ``body`` is the institution that the finding is about, or a part of it such as 某医院医务科."""
    root = finding.record.dossier.root
    written = _bare(body)
    name = _bare(str(root.data.get("name") or ""))
    return written in (_bare(root.id), name) or (len(name) >= _WHOLE_NAME and written.startswith(name))


def _bare(name: str) -> str:
    return "".join(normalize("NFKC", name).split())


def unused(statements: Statements, findings: Iterable[Finding], packs: Iterable[Pack]) -> Iterator[Notice]:
    """What was said and served nothing: unknown rules, run-out terms, or nothing it could answer."""
    if not statements.anything:
        return
    used = {id(each) for f in findings for each in (f.attestation, f.waiver, f.self_declared) if each is not None}
    rules = {rule.id: (pack, rule) for pack in packs for rule in pack.rules}
    said: Iterator[Attestation | Waiver] = chain(*statements.attestations.values(), *statements.waivers.values())
    for each in said:
        if id(each) not in used:
            what = Text("人工认定", "attestation") if isinstance(each, Attestation) else Text("豁免", "waiver")
            code, why = _why_unused(each, statements, rules.get(each.rule))
            text = Text(f"{what.zh} {each.rule}：{why.zh}", f"{what.en} {each.rule}: {why.en}")
            yield Notice(code, text, each.location)


def unread(readings: Iterable[tuple[str, Location]], packs: Iterable[Pack]) -> Iterator[Notice]:
    """An agency's readings, by rule id with their places, of which no pack of this run has the rule."""
    known = {rule.id for pack in packs for rule in pack.rules}
    for rule, location in readings:
        if rule not in known:
            said = Text(f"口径 {rule}：本次没有这条规则", f"reading {rule}: no such rule in this run")
            yield Notice("statement_unknown", said, location)


def _why_unused(
    each: Attestation | Waiver, statements: Statements, where: tuple[Pack, Rule] | None
) -> tuple[str, Text]:
    """The notice's code, and what to look at. The same in every process that shares a run: what they judged differs."""
    begins, ends = (
        (each.attested_on, each.valid_until) if isinstance(each, Attestation) else (each.issued_on, each.expires_on)
    )
    if where is None:
        return "statement_unknown", Text("本次没有这条规则", "no such rule in this run")
    if ends < statements.as_of:
        return "statement_expired", Text(f"已于 {ends} 到期", f"expired on {ends}")
    if begins > statements.as_of:
        return "statement_unused", Text(f"{begins} 才作出，还没有到", f"made on {begins}, which is still to come")
    return "statement_unused", _amiss(each, statements, *where) or Text(
        f"没有用到：“{each.subject}”的这一条不待它答复，请核对对象的编号；{_OWN.zh}",
        f'not used: nothing about "{each.subject}" waits for it; check the subject\'s id; {_OWN.en}',
    )


def _amiss(each: Attestation | Waiver, statements: Statements, pack: Pack, rule: Rule) -> Text | None:
    """Why it could not have served whatever was found."""
    if isinstance(each, Waiver):
        return _NOT_TO_WAIVE if pack.id == BASE else None
    if each.capacity is not Attestor.INSTITUTION and each.capacity not in rule.attested_by:
        return _NOT_COMPETENT
    others = statements.attestations[each.rule, each.subject]
    return _CONTRADICTED if each.met and not all(other.met for other in others) else None


def _said(by_rule: Mapping[tuple[str, str], Sequence[Said]], finding: Finding) -> list[Said]:
    """What was said of the finding's rule and its record, institution or dossier."""
    subject = finding.subject
    names = dict.fromkeys((subject.id, finding.record.dossier.root.id, subject.dossier))
    return [each for name in names for each in by_rule.get((finding.rule.id, name), ())]

"""The answer: can this institution apply here, for this kind of service?

It is drawn from conditions of admission that bind the institution. What an agency or a worker owes, and what
is due later, does not weigh. Contradictions that the ``base`` pack finds in the data keep it from a yes, and so do
documents of the institution that cannot be read. Those within a batch of claims do not: no condition of admission rests
on its lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from wicheck.losses import LOST_CONDITIONS, UNSTATED
from wicheck.model import Binds, Disposition, DocumentKind, Finding, Pack, ServiceKind, Stage, Text, Verdict
from wicheck.model.tuples import NamedTuple
from wicheck.packs.select import BASE
from wicheck.reports import words
from wicheck.reports.answers import Answer
from wicheck.reports.plain import text_data
from wicheck.reports.totals import counts as by_verdict

if TYPE_CHECKING:
    from wicheck.reports.data import Counts, HeadlineData

_OPEN = frozenset((Verdict.UNKNOWN, Verdict.ERROR))
_BROKEN_DATA = frozenset((Verdict.FAIL, Verdict.ERROR))
_DECIDED_NOTHING = frozenset((Verdict.NOT_APPLICABLE, Verdict.SUSPECT))


class Against(NamedTuple):
    """What keeps a dossier from a yes whatever the law's rules find: so many contradictions, so many lost documents."""

    contradictions: int = 0
    unreadable: int = 0


def headlines(findings: Sequence[Finding], packs: Mapping[str, Pack]) -> Iterator[HeadlineData]:
    """One for each law (a pack with a division) and service kind that ``findings``, of one dossier, are about."""
    by_pack: dict[str, list[Finding]] = {}
    for finding in findings:
        by_pack.setdefault(finding.pack, []).append(finding)
    against = Against(
        contradictions=sum(map(contradicts, by_pack.get(BASE, ()))),
        unreadable=findings[0].record.dossier.unreadable if findings else 0,
    )
    records = {id(finding.record): finding.record for finding in findings}.values()
    kinds = dict.fromkeys([kind for record in records for kind in record.service_kinds])
    laws = [pack for pack in by_pack if packs[pack].division is not None]
    for law in laws:
        admitting = [finding for finding in by_pack[law] if admits(finding)]
        for kind in kinds or (None,):
            covered = kind is None or kind in packs[law].service_kinds
            weighing = [finding for finding in admitting if covered and bears_on(finding, kind)]
            yield headline(packs[law], kind, weighing, against)
    if not laws:
        yield headline(None, None, (), against)


def admits(finding: Finding) -> bool:
    """Whether the finding is on a condition of admission that binds the institution."""
    return finding.rule.stage is Stage.ADMISSION and finding.rule.binds is Binds.INSTITUTION


def bears_on(finding: Finding, kind: ServiceKind | None) -> bool:
    """Whether the finding bears on the answer for ``kind`` (None: the kinds are not known, so all bear on it)."""
    kinds = finding.rule.service_kinds
    return kind is None or not kinds or kind in kinds


def contradicts(finding: Finding) -> bool:
    """Whether the data were found to contradict themselves, or could not be examined for it."""
    of_claims = finding.rule.record is DocumentKind.CLAIMS
    return finding.pack == BASE and finding.verdict in _BROKEN_DATA and not of_claims


def lost(finding: Finding) -> bool:
    """Whether what would decide is lost from the law's text. Where filling in the data tells, it is not known yet."""
    of_text = finding.rule.check == LOST_CONDITIONS and finding.verdict is Verdict.UNKNOWN
    return of_text and not finding.outcome.missing


def unstated(finding: Finding) -> bool:
    """Whether there is nothing to lose: the text never stated conditions for this kind of service."""
    return lost(finding) and finding.outcome.message == UNSTATED


def answer(weighing: Iterable[Finding], against: Against) -> Answer:
    """The answer from the findings that weigh. A waived failure is a failure; no finding at all is no answer."""
    findings = tuple(weighing)
    verdicts = {finding.verdict for finding in findings}
    if verdicts <= _DECIDED_NOTHING:
        return Answer.NOT_ASSESSED
    if Verdict.FAIL in verdicts:
        return Answer.NOT_MET
    if any(map(lost, findings)):
        return Answer.TEXT_LOST
    if against.contradictions:
        return Answer.CONTRADICTORY
    if verdicts & _OPEN or against.unreadable:
        return Answer.INSUFFICIENT
    return Answer.REVIEW if Verdict.REVIEW in verdicts else Answer.MET


def headline(
    pack: Pack | None, kind: ServiceKind | None, weighing: Sequence[Finding], against: Against
) -> HeadlineData:
    counts = by_verdict(weighing)
    failing = [finding for finding in weighing if finding.verdict is Verdict.FAIL]
    waived = sum(finding.disposition is Disposition.WAIVED for finding in failing)
    given = answer(weighing, against)
    details = list(_details(counts, waived, weighing, against))
    if given is Answer.MET:
        details.insert(0, words.MET.filled({"n": counts.get(Verdict.PASS, 0)}))
    if pack and kind and kind not in pack.service_kinds:
        covered = _joined([words.SERVICE_KINDS[each] for each in pack.service_kinds], words.COMMA)
        details.insert(0, words.NOT_COVERED.filled({"kinds": covered}))
    return {
        "pack": pack.id if pack else None,
        "service_kind": kind,
        "answer": given,
        "text": text_data(_sentence(_place(pack, kind), _said(given, weighing), details)),
        "counts": counts,
        "failing": [finding.rule.id for finding in failing],
        "waived": waived,
        "contradictions": against.contradictions,
    }


def _place(pack: Pack | None, kind: ServiceKind | None) -> Text:
    if pack is None:
        return words.NO_REGION
    return words.PLACE.filled({"region": pack.name, "kind": words.SERVICE_KINDS[kind]}) if kind else pack.name


def _said(given: Answer, weighing: Sequence[Finding]) -> Text:
    """Conditions that the text never stated are as unknown as lost ones, but nothing is lost then."""
    if given is Answer.TEXT_LOST and all(map(unstated, filter(lost, weighing))):
        return words.CONDITIONS_UNSTATED
    return words.CONDITIONS_LOST if given is Answer.TEXT_LOST else words.ANSWERS[given]


def _details(counts: Counts, waived: int, weighing: Sequence[Finding], against: Against) -> Iterator[Text]:
    """What stands in the way, most weighty first; what there is none of is not mentioned."""
    unsaid = sum(map(unstated, weighing))
    lost_count = sum(map(lost, weighing)) - unsaid
    if failing := counts.get(Verdict.FAIL, 0):
        yield (words.FAILING_WAIVED if waived else words.FAILING).filled({"n": failing, "waived": waived})
    numbers = (
        (words.LOST, lost_count),
        (words.UNSTATED, unsaid),
        (words.CONTRADICTIONS, against.contradictions),
        (words.UNREADABLE, against.unreadable),
        (words.UNKNOWN, counts.get(Verdict.UNKNOWN, 0) - lost_count - unsaid),
        (words.BROKEN, counts.get(Verdict.ERROR, 0)),
        (words.REVIEWS, counts.get(Verdict.REVIEW, 0)),
        (words.SUSPECTS, counts.get(Verdict.SUSPECT, 0)),
    )
    for phrase, number in numbers:
        if number:
            yield phrase.filled({"n": number})


def _sentence(place: Text, given: Text, details: Sequence[Text]) -> Text:
    phrase = words.HEADLINE_DETAILED if details else words.HEADLINE
    return phrase.filled({"place": place, "answer": given, "details": _joined(details, words.PAUSE)})


def _joined(parts: Sequence[Text], between: Text) -> Text:
    return Text(between.zh.join(part.zh for part in parts), between.en.join(part.en for part in parts))

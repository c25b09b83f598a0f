"""What all_of and any_of share: deciding the members, and one answer out of theirs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from types import MappingProxyType
from typing import Any

from wicheck.checks.support.arguments import MISSING
from wicheck.checks.support.wording import SEMICOLON, listed, sentence
from wicheck.model import Binder, Decide, Deferred, Message, Outcome, Path, Record, Text, Verdict

JOINED = Message("composition.joined", Text("{members}", "{members}"))
OPEN = Message("composition.open", Text("{members}；另未填写{missing}", "{members}; also not given: {missing}"))

UNDECIDED = (Verdict.ERROR, Verdict.UNKNOWN, Verdict.REVIEW, Verdict.SUSPECT)


def composed(
    arguments: Mapping[str, Any],
    binder: Binder,
    order: Sequence[Verdict],
    together: Mapping[Verdict, Message],
    beside: Mapping[Message, Message] = MappingProxyType({}),
) -> Decide:
    """The first verdict of ``order`` that a member gives; members that are not applicable are neutral.

    ``together`` words a verdict that several members give, UNKNOWN where all of them only lack data; else their
    sentences are joined as they are. ``beside`` has, for messages of an answer that is not known, those that also tell
    what the members that fail say.
    """
    members = [binder.decide(check) for check in arguments["checks"]]

    def decide(record: Record) -> Outcome:
        given: dict[Verdict, list[Outcome]] = {}
        for member in members:
            outcome = member(record)
            given.setdefault(outcome.verdict, []).append(outcome)
        verdict = next((verdict for verdict in order if verdict in given), Verdict.NOT_APPLICABLE)
        deciding = given.get(verdict, [])
        outcome = deciding[0] if len(deciding) == 1 else merged(verdict, deciding, together)
        failing = given.get(Verdict.FAIL, []) if verdict is Verdict.UNKNOWN and outcome.message in beside else []
        return telling(outcome, beside[outcome.message], failing) if failing else outcome

    return decide


def telling(outcome: Outcome, message: Message, failing: Sequence[Outcome]) -> Outcome:
    """``outcome`` with what the members say that fail: what is not given may be none of what is wrong."""
    evidence = unique(chain.from_iterable([outcome.evidence, *(each.evidence for each in failing)]))
    failed = Deferred(lambda: {"failed": said_once(map(sentence, failing))})
    return outcome._replace(message=message, values=failed, evidence=evidence)


def merged(verdict: Verdict, outcomes: Sequence[Outcome], together: Mapping[Verdict, Message]) -> Outcome:
    """One outcome of several with the same verdict."""
    missing = unique(chain.from_iterable([outcome.missing for outcome in outcomes]))
    worded = [outcome for outcome in outcomes if outcome.message != MISSING]
    message = together.get(verdict, JOINED)
    if verdict is Verdict.UNKNOWN and worded:
        message = OPEN if missing else JOINED
    remedies = [outcome.remedy for outcome in outcomes if outcome.remedy]
    return Outcome(
        verdict,
        message,
        Deferred(lambda: {"members": said_once(map(sentence, worded))}),
        missing=missing,
        evidence=unique(chain.from_iterable([outcome.evidence for outcome in outcomes])),
        due_on=min([outcome.due_on for outcome in outcomes if outcome.due_on], default=None),
        reading=next((outcome.reading for outcome in outcomes if outcome.reading), None),
        remedy=listed(dict.fromkeys(remedies), SEMICOLON) if remedies else None,
    )


def said_once(sentences: Iterable[Text]) -> Text:
    """All of them one after the other. What two say alike is said once, also where it stands within a joined one."""
    joined = listed(sentences, SEMICOLON)
    return Text(*(mark.join(dict.fromkeys(text.split(mark))) for text, mark in zip(joined, SEMICOLON, strict=True)))


def unique(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The paths in the order in which they first occur."""
    return tuple(dict.fromkeys(paths))

"""What attested and exception share: a question for people, asked once the papers for it are there."""

from __future__ import annotations

from wicheck.checks.support.arguments import unknown
from wicheck.checks.support.presence import Names, asked
from wicheck.model import Binder, Decide, Message, Outcome, Path, Record, Text, Verdict


def for_a_person(question: Text, papers: tuple[Path, ...], ask: Message, lacking: Message, binder: Binder) -> Decide:
    """Review once all ``papers`` are given; a failure where one is declared as none, unknown where one is missing."""
    names = Names.of(papers, binder)
    review = Outcome(Verdict.REVIEW, ask, {"question": question}, evidence=papers)

    def decide(record: Record) -> Outcome:
        missing, none = asked(record, papers)
        if none:
            return Outcome(Verdict.FAIL, lacking, {"question": question, "labels": names.listed(none)}, evidence=none)
        return unknown(missing) if missing else review

    return decide

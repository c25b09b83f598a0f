"""What a run tells the shell."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from enum import IntEnum
from typing import TYPE_CHECKING

from wicheck.model import Verdict
from wicheck.reports import words
from wicheck.reports.answers import Answer
from wicheck.reports.plain import text_data
from wicheck.reports.report import Report

if TYPE_CHECKING:
    from wicheck.reports.data import DossierData, TextData


class ExitCode(IntEnum):
    NOTHING_TO_OBJECT = 0
    RULE_FAILED = 1
    BROKEN = 2
    INPUT_INVALID = 3
    NOTHING_ASSESSED = 4
    OPEN_ENDS = 5


def exit_code(report: Report, fail_on: Collection[Verdict] = ()) -> ExitCode:
    """The first that holds, in the order 2, 3, 4, 1, 5; faults of usage, packs and plugins end a run before this.

    A waived failure does not count as one. ``fail_on`` names further verdicts that count as a failure: a suspect
    never does unless it is named. An institution that nothing was assessed for, beside others, is an open end.
    Where the run was held against an earlier report, old failures may be let pass; what is open stays open, and so
    are offences of claims of which nobody can tell whether they are new.
    """
    counts = report.totals["verdict"]
    if counts.get(Verdict.ERROR):
        return ExitCode.BROKEN
    if report.input_errors:
        return ExitCode.INPUT_INVALID
    if not assessed(report):
        return ExitCode.NOTHING_ASSESSED
    if failing(report, fail_on):
        return ExitCode.RULE_FAILED
    undecided = counts.get(Verdict.REVIEW) or counts.get(Verdict.UNKNOWN)
    open_ends = undecided or any(unassessed(report)) or maybe_new(report)
    return ExitCode.OPEN_ENDS if open_ends else ExitCode.NOTHING_TO_OBJECT


def failing(report: Report, fail_on: Collection[Verdict]) -> bool:
    """Whether a rule failed; where only what is new counts, whether one fails that did not, or a new row of claims."""
    baseline = report.baseline
    if baseline and baseline["only_new"]:
        new = any(baseline["arisen"].get(verdict) for verdict in (Verdict.FAIL, *fail_on))
        return new or bool(baseline["arisen_offences"])
    counts = report.totals["verdict"]
    unwaived = counts.get(Verdict.FAIL, 0) - report.totals["waived"]
    return bool(unwaived) or any(counts.get(verdict) for verdict in fail_on if verdict is not Verdict.FAIL)


def maybe_new(report: Report) -> int:
    """How many offences of claims may be new, where that would make the run fail."""
    baseline = report.baseline
    return baseline["untold_offences"] if baseline and baseline["only_new"] else 0


def assessed(report: Report) -> bool:
    """Whether any rule of a law was applicable to anything; packs outside the law count where only they were named."""
    counting = laws(report) or set(report.run["chosen_packs"])
    by_pack = (counts for pack, counts in report.totals["pack"].items() if pack in counting)
    return any(counts.keys() - {Verdict.NOT_APPLICABLE} for counts in by_pack)


def laws(report: Report) -> set[str]:
    """The packs of this run that hold a law, whether or not it was in force for anybody."""
    return {pack["id"] for pack in report.run["packs"] if pack["division"] is not None}


def unassessed(report: Report) -> Iterator[tuple[DossierData, TextData]]:
    """The dossiers, and service kinds of them, that no law judged though nobody asked for it to be so, in words."""
    asked_for = bool(report.run["chosen_packs"]) and not laws(report) and assessed(report)
    for dossier in report.dossiers:
        for headline in dossier["headlines"]:
            if headline["answer"] == Answer.NOT_ASSESSED and (headline["pack"] or not asked_for):
                yield dossier, headline["text"]
        if not dossier["headlines"] and not assessed(report):
            yield dossier, text_data(words.NOTHING_JUDGED)

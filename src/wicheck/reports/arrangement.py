"""Which findings of a dossier stand under which heading: what weighs now, what is due later, what others owe."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from wicheck.model import Binds, Stage, Verdict
from wicheck.model.tuples import NamedTuple
from wicheck.packs.select import BASE
from wicheck.reports import words

if TYPE_CHECKING:
    from wicheck.reports.data import FindingData, MissingData

_NAMED_FIRST = 3
_TO_DO = (Verdict.FAIL, Verdict.REVIEW, Verdict.SUSPECT)
_UNREAD = "sql.unread"
"""The message of billing rules that only rows or files which could not be read keep from a decision."""
_OWED = (Verdict.FAIL, Verdict.UNKNOWN, Verdict.REVIEW, Verdict.SUSPECT)


class Arrangement(NamedTuple):
    """Findings by heading. ``undecided`` are all that lack data or text, ``stuck`` those that no data can mend.

    ``dates`` are those not yet past, soonest first; ``owed`` is by the value of ``Binds``, for others than the
    institution.
    """

    failing: list[FindingData]
    contradictions: list[FindingData]
    undecided: list[FindingData]
    broken: list[FindingData]
    dates: list[tuple[str, FindingData]]
    reviews: list[FindingData]
    suspects: list[FindingData]
    later: list[FindingData]
    owed: dict[str, list[FindingData]]

    @property
    def stuck(self) -> list[FindingData]:
        return [each for each in self.undecided if not each["missing"]]


def arranged(findings: Sequence[FindingData]) -> Arrangement:
    """The findings of one dossier. Those met or not applicable stand under no heading, unless a date comes up."""
    own = [finding for finding in findings if finding["binds"] == Binds.INSTITUTION]
    now = [finding for finding in own if finding["stage"] == Stage.ADMISSION]
    failing = having(now, Verdict.FAIL)
    owed = having(findings, *_OWED)
    return Arrangement(
        failing=[each for each in failing if each["pack"] != BASE],
        contradictions=[each for each in failing if each["pack"] == BASE],
        undecided=having(own, Verdict.UNKNOWN),
        broken=having(findings, Verdict.ERROR),
        dates=_dates(findings),
        reviews=having(now, Verdict.REVIEW),
        suspects=having(now, Verdict.SUSPECT),
        later=[each for each in having(own, *_TO_DO) if each["stage"] != Stage.ADMISSION],
        owed={binds: [each for each in owed if each["binds"] == binds] for binds in words.OWED},
    )


def having(findings: Iterable[FindingData], *verdicts: Verdict) -> list[FindingData]:
    return [finding for finding in findings if finding["verdict"] in verdicts]


def with_one_cause(findings: Iterable[FindingData]) -> list[list[FindingData]]:
    """One by one, but those that only unread rows or files of the same record keep from a decision together."""
    made: dict[object, list[FindingData]] = {}
    for number, finding in enumerate(findings):
        unread = finding["message"]["id"] == _UNREAD
        cause = (finding["record"]["kind"], finding["record"]["id"]) if unread else number
        made.setdefault(cause, []).append(finding)
    return list(made.values())


def _dates(findings: Iterable[FindingData]) -> list[tuple[str, FindingData]]:
    coming = [(each["due_on"], each) for each in findings if each["due_on"] and each["due_on"] >= each["judged_on"]]
    return sorted(coming, key=lambda pair: pair[0])


def first_steps(missing: Sequence[MissingData]) -> int:
    """How many of the entries to fill in are worth naming first: a few, enough to settle some rule, none in vain."""
    named = min(_NAMED_FIRST, len(missing))
    while not missing[named - 1]["settled"]:
        named += 1
    while named > 1 and missing[named - 2]["settled"] == missing[named - 1]["settled"]:
        named -= 1
    return named


def batches(missing: Sequence[MissingData]) -> list[list[MissingData]]:
    """Entries that one would write in one go: of one object, and needed by the very same rules, none alone."""
    made: dict[object, list[MissingData]] = {}
    for number, entry in enumerate(missing):
        parent, _, _ = entry["path"].rpartition(".")
        together = (parent, entry["record"]["id"], *entry["rules"]) if not entry["alone"] else number
        made.setdefault(together, []).append(entry)
    return list(made.values())


def first_batches(groups: Sequence[Sequence[MissingData]], named: int, missing: Sequence[MissingData]) -> int:
    """How many of the batches hold the first ``named`` entries."""
    wanted = {entry["path"] for entry in missing[:named]}
    for count, group in enumerate(groups, 1):
        wanted -= {entry["path"] for entry in group}
        if not wanted:
            return count
    return len(groups)

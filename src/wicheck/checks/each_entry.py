"""Checks hold for every entry of a list: every agreement is filed, every worker has signed at most three institutions.

Inside `checks` and `picked_by` a path that begins with `entry.` means the entry in hand; lists inside entries are
asked by an `each_entry` within. `picked_by` picks the entries that are meant; where that is not known of one, it is
not known.

One entry that fails decides, and the finding says which. Else one that is not known leaves the whole not known, then
one that waits for a person. A list that is not written is not known; where there is no entry to ask, nothing applies.

`apart` names the keys that tell one entry from another, where each entry must hold all there is of its subject (all
that a worker signed). Two that agree at one of them are one subject in two parts, and two that have no key in common
may be: what holds of each part need not hold of the whole, so that is not known; nor is it where the same list of a
document beside (another registry) tells more of one of them. With `shared: true` it is the
other way round: another part may hold what one lacks (the institution visited), so a part that fails is not known.

```yaml
filed: {check: each_entry, entries: registry.entries, checks: [{check: present, value: entry.filed_on}]}
referred_to_police:
  check: each_entry
  entries: agreement.frauds
  picked_by: [{check: is_true, value: entry.suspected_crime}]
  checks: [{check: present, value: entry.referred_to_police_on}]
at_most_3_signed:
  check: each_entry
  entries: registry.workers
  apart: [worker_number, identity_number]
  checks: [{check: at_most_at_once, entries: entry.signed, from: starts_on, until: ends_on, maximum: 3}]
```
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from wicheck.checks.support.arguments import CHECKS, KEY, PATH, closed, unknown
from wicheck.checks.support.composition import UNDECIDED, unique
from wicheck.checks.support.subjects import ELSEWHERE, TWICE, in_parts
from wicheck.checks.support.wording import SEMICOLON, listed, sentence
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Path, Record, Text, Verdict

ALL_HOLD = Message("each_entry.all_hold", Text("{label}：{count} 项均符合", "{label}: all {count} hold"))
SOME_FAIL = Message("each_entry.some_fail", Text("{members}", "{members}"))
SOME_OPEN = Message("each_entry.some_open", Text("尚待判定：{members}", "not decided yet: {members}"))
NO_ENTRY = Message("each_entry.no_entry", Text("{label}：没有需要检查的项目", "{label}: there is no entry to ask"))
MEMBER = Text("{label}第 {number} 项：{said}", "{label} no. {number}: {said}")
MORE = Text("共 {count} 项", "{count} in all")

ORDER = (Verdict.FAIL, *UNDECIDED, Verdict.PASS)
_ENTRY = "entry."
_ANY = 0
_SHOWN = 5


class EntryRecord(Record):
    """``outer`` as seen from one entry of a list: paths into the list's entries mean that one."""

    __slots__ = ("entries", "index", "outer")

    def __init__(self, outer: Record, entries: Path, index: int) -> None:
        super().__init__(
            outer.dossier,
            outer.document,
            outer.judged_on,
            outer.working_days,
            outer.service_kinds,
            outer.run_on,
        )
        self.outer = outer
        self.entries = entries
        self.index = index

    def value(self, path: Path) -> Any:
        return self.outer.value(self.placed(path))

    def placed(self, path: Path) -> Path:
        """``path`` with the entry in hand in the place of any entry."""
        end = len(self.entries)
        if path[:end] == self.entries and path[end : end + 1] == (_ANY,):
            return (*self.entries, self.index, *path[end + 1 :])
        return path


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    path = binder.path(arguments["entries"])
    checks = [binder.decide(check) for check in anchored(arguments["checks"], path)]
    picks = [binder.decide(check) for check in anchored(arguments.get("picked_by", ()), path)]
    label, apart, shared = binder.label(path), arguments.get("apart", ()), arguments.get("shared", False)
    nothing = unknown((path,))
    no_entry = Outcome(Verdict.NOT_APPLICABLE, NO_ENTRY, {"label": label}, evidence=(path,))

    def decide(record: Record) -> Outcome:
        found = record.value(path)
        if found is None:
            return nothing
        outcomes: dict[int, Outcome] = {}
        for index in range(len(found or ())):
            outcome = of_entry(EntryRecord(record, path, index), picks, checks)
            if outcome.verdict is not Verdict.NOT_APPLICABLE:
                outcomes[index] = outcome
        if not outcomes:
            return no_entry
        parts = in_parts(record, found or (), apart, label, path) if apart else None
        if shared and parts:
            return together(lenient(outcomes, parts, path), label, path)
        whole = together(outcomes, label, path)
        return whole if whole.verdict is Verdict.FAIL else parts or whole

    return decide


def lenient(outcomes: Mapping[int, Outcome], parts: Outcome, path: Path) -> dict[int, Outcome]:
    """The answers where an entry that fails, and may be part of another's subject, is not known to fail."""
    doubtful = {place[len(path)] for place in parts.evidence} or outcomes
    return {
        index: parts if index in doubtful and each.verdict is Verdict.FAIL else each for index, each in outcomes.items()
    }


def anchored(value: Any, path: Path) -> Any:
    """``value`` with every path that begins with ``entry.`` written out; checks on lists within keep their own."""
    if isinstance(value, str):
        steps = (*path, _ANY, value.removeprefix(_ENTRY))
        return ".".join(map(str, steps)) if value.startswith(_ENTRY) else value
    if isinstance(value, Mapping):
        own = ("checks", "picked_by") if value.get("check") == KIND.name else ()
        return {key: part if key in own else anchored(part, path) for key, part in value.items()}
    return [anchored(part, path) for part in value] if isinstance(value, list | tuple) else value


def of_entry(record: EntryRecord, picks: Sequence[Decide], checks: Sequence[Decide]) -> Outcome:
    """The answer for one entry, with its paths in their place; not applicable where it is not meant."""
    outcomes = [pick(record) for pick in picks]
    refused = [outcome for outcome in outcomes if outcome.verdict in (Verdict.FAIL, Verdict.NOT_APPLICABLE)]
    open_ends = [outcome for outcome in outcomes if outcome.verdict is not Verdict.PASS]
    if refused:
        return refused[0]._replace(verdict=Verdict.NOT_APPLICABLE)
    worst = first_of(open_ends or [check(record) for check in checks])
    return worst._replace(
        missing=tuple(map(record.placed, worst.missing)), evidence=tuple(map(record.placed, worst.evidence))
    )


def first_of(outcomes: Sequence[Outcome]) -> Outcome:
    """The one that decides: what is missing is added up, all else is the first's."""
    verdict = next((verdict for verdict in ORDER if any(each.verdict is verdict for each in outcomes)), None)
    if verdict is None:
        return outcomes[0]
    deciding = [each for each in outcomes if each.verdict is verdict]
    return deciding[0]._replace(missing=unique(path for each in deciding for path in each.missing))


def together(outcomes: Mapping[int, Outcome], label: Text, path: Path) -> Outcome:
    """One answer for the list out of those for its entries."""
    verdict = next(verdict for verdict in ORDER if any(each.verdict is verdict for each in outcomes.values()))
    deciding = {index: each for index, each in outcomes.items() if each.verdict is verdict}
    missing = unique(place for each in deciding.values() for place in each.missing)
    if verdict is Verdict.PASS:
        return Outcome(verdict, ALL_HOLD, {"label": label, "count": len(deciding)}, evidence=(path,))
    if verdict is Verdict.UNKNOWN and missing and all(each.missing for each in deciding.values()):
        return unknown(missing)
    message = SOME_FAIL if verdict is Verdict.FAIL else SOME_OPEN
    values = {"members": told(deciding, label)}
    evidence = unique(place for each in deciding.values() for place in each.evidence)
    return Outcome(verdict, message, values, missing=missing, evidence=evidence)


def told(outcomes: Mapping[int, Outcome], label: Text) -> Text:
    """What is said of the first few entries, counted from one, and how many there are."""
    first = list(outcomes.items())[:_SHOWN]
    parts = [MEMBER.filled({"label": label, "number": index + 1, "said": sentence(each)}) for index, each in first]
    if len(outcomes) > _SHOWN:
        parts.append(MORE.filled({"count": len(outcomes)}))
    return listed(parts, SEMICOLON)


KIND = CheckKind(
    name="each_entry",
    title=Text("各项均应符合", "each entry"),
    page=__doc__ or "",
    arguments=closed(
        {
            "entries": PATH,
            "checks": CHECKS,
            "picked_by": CHECKS,
            "apart": {"type": "array", "items": KEY, "minItems": 1, "uniqueItems": True},
            "shared": {"type": "boolean"},
        },
        required=("entries", "checks"),
    ),
    messages=(ALL_HOLD, SOME_FAIL, SOME_OPEN, TWICE, ELSEWHERE, NO_ENTRY),
    bind=bind,
)

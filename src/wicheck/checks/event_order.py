"""Steps were taken in the order the text gives: each on or after the day of the one before.

Several steps on one day are in order; `same_day: false` asks for a later day each time (what may only
happen once a public showing is over, for instance). Two known dates that contradict the order are a
failure, whatever else is missing. So is a step declared as none (无) though a later one was taken.

Only a complete and ordered chain passes; steps dated after the day of the run are planned and not taken.
An earlier step without a date, while a later one has its own, is not known. While the end of the chain
is open the rule is not applicable and names the next step; `overtaken_by` lists later facts that show that
all of the chain must be past.

```yaml
steps_in_order:
  check: event_order
  events: [application.events.decision_issued_on, application.signing.signed_on, application.events.filed_on]
published_after_publicity:
  check: event_order
  events: [application.publicity.ends_on, application.events.published_on]
  same_day: false
```
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from wicheck.checks.support.arguments import PATH, closed, unknown
from wicheck.checks.support.steps import PATHS, any_given, paths_of
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Path, Record, Text, Verdict
from wicheck.model.tuples import NamedTuple

ORDERED = Message("event_order.ordered", Text("先后顺序符合要求：{steps}", "in the lawful order: {steps}"))
REVERSED = Message(
    "event_order.reversed",
    Text(
        "先后顺序不符：{later}（{later_on}）应当在{earlier}（{earlier_on}）之后",
        "out of order: {later} ({later_on}) must come after {earlier} ({earlier_on})",
    ),
)
TOO_EARLY = Message(
    "event_order.too_early",
    Text(
        "先后顺序不符：{later}（{later_on}）不应早于{earlier}（{earlier_on}）",
        "out of order: {later} ({later_on}) must not come before {earlier} ({earlier_on})",
    ),
)
SKIPPED = Message(
    "event_order.skipped",
    Text("{label}填写为“无”，后面的步骤却已办理", "{label} is declared as none, yet a later step was taken"),
)
OPEN = Message(
    "event_order.open",
    Text("已办理的步骤顺序无误，下一步：{label}", "in order so far; the next step is: {label}"),
)
NOT_BEGUN = Message("event_order.not_begun", Text("尚未开始：{label}没有日期", "not begun: {label} has no date"))


class Step(NamedTuple):
    """One step of the chain in a record; ``day`` is None where it is unknown or declared as none."""

    path: Path
    label: Text
    day: date | None


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    named = [(path, binder.label(path)) for path in paths_of(arguments["events"], binder)]
    overtaking = paths_of(arguments.get("overtaken_by", ()), binder)
    same_day = arguments.get("same_day", True)

    def decide(record: Record) -> Outcome:
        steps = [Step(path, label, record.day(path)) for path, label in named]
        past = _past(steps, overtaken=any_given(record, overtaking))
        dated = steps[:past]
        return contradiction(steps, same_day) or gap(dated, record) or progress(steps, taken(dated, record))

    return decide


def _past(steps: Sequence[Step], overtaken: bool) -> int:
    """How many steps from the first must have been taken, since a later one was."""
    if overtaken:
        return len(steps)
    return max((number for number, step in enumerate(steps, 1) if step.day), default=0)


def taken(dated: Sequence[Step], record: Record) -> int:
    """How many of the steps, which are in order, lie not in the future."""
    return sum(1 for step in dated if step.day and step.day <= record.as_of)


def contradiction(steps: Sequence[Step], same_day: bool) -> Outcome | None:
    """The failure for the first two known dates that are the wrong way round."""
    for (path, label, day), (later_path, later_label, later_day) in pairwise(step for step in steps if step.day):
        if day and later_day and (later_day < day or (later_day == day and not same_day)):
            values = {"earlier": label, "earlier_on": day, "later": later_label, "later_on": later_day}
            message = TOO_EARLY if same_day else REVERSED
            return Outcome(Verdict.FAIL, message, values, later_day, day, evidence=(path, later_path))
    return None


def gap(past: Sequence[Step], record: Record) -> Outcome | None:
    """The answer where a step that must have been taken has no date."""
    undated = [step for step in past if step.day is None]
    for step in undated:
        if record.value(step.path) is False:
            return Outcome(Verdict.FAIL, SKIPPED, {"label": step.label}, evidence=(step.path,))
    return unknown(tuple(step.path for step in undated)) if undated else None


def progress(steps: Sequence[Step], past: int) -> Outcome:
    """The answer where nothing stands against the order: complete, or open from ``steps[past]`` on."""
    evidence = tuple(step.path for step in steps[:past])
    if past == len(steps):
        shown = [(f"{step.label.zh} {step.day}", f"{step.label.en} {step.day}") for step in steps]
        told = Text("，".join(zh for zh, _ in shown), ", ".join(en for _, en in shown))
        return Outcome(Verdict.PASS, ORDERED, {"steps": told}, evidence=evidence)
    message = OPEN if past else NOT_BEGUN
    return Outcome(Verdict.NOT_APPLICABLE, message, {"label": steps[past].label}, evidence=evidence)


KIND = CheckKind(
    name="event_order",
    title=Text("先后顺序", "event order"),
    page=__doc__ or "",
    arguments=closed(
        {
            "events": {"type": "array", "items": PATH, "minItems": 2, "uniqueItems": True},
            "same_day": {"type": "boolean"},
            "overtaken_by": PATHS,
        },
        required=("events",),
    ),
    messages=(ORDERED, REVERSED, TOO_EARLY, SKIPPED, OPEN, NOT_BEGUN),
    bind=bind,
)

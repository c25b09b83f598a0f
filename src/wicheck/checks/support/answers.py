"""What is_true and is_false share: one answer is the right one, the other is not, and no answer is none."""

from __future__ import annotations

from wicheck.checks.support.arguments import unknown
from wicheck.model import Binder, Decide, Message, Outcome, Record, Verdict


def answered(dotted: str, binder: Binder, wanted: bool, right: Message, wrong: Message) -> Decide:
    """Decides whether the yes or no at ``dotted`` is the ``wanted`` one."""
    path = binder.path(dotted)
    values = {"label": binder.label(path)}
    good = Outcome(Verdict.PASS, right, values, wanted, wanted, evidence=(path,))
    bad = Outcome(Verdict.FAIL, wrong, values, not wanted, wanted, evidence=(path,))
    nothing = unknown((path,))

    def decide(record: Record) -> Outcome:
        value = record.value(path)
        if value is None:
            return nothing
        return good if value is wanted else bad

    return decide

"""A check kind for tests that always asks a person to look."""

from __future__ import annotations

from wicheck.model import CheckKind, Decide, Message, Outcome, Text, Verdict

LOOK = Message("suspicious.look", Text("床位数与上年相同", "as many beds as last year"))


def bind(_arguments: object, _binder: object) -> Decide:
    return lambda _record: Outcome(Verdict.SUSPECT, LOOK)


KIND = CheckKind("suspicious", Text("可疑", "suspicious"), "", {"type": "object"}, (LOOK,), bind)

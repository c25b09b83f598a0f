"""What the child is asked of a rule, and how far it is with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from wicheck.engines.duckdb.answers import bound
from wicheck.engines.interface import Answer, Progress, Tell
from wicheck.model import Asked


def is_to_run(answer: Answer) -> bool:
    """Whether there is anything to judge, and nothing has failed yet."""
    return answer.failure is None and bool(answer.judged)


def query_to_run(number: int, asked: Asked, judged_on: date) -> dict[str, Any]:
    """The query of a rule, as number ``number`` of its batch."""
    return {
        "number": number,
        "text": asked.query.sql.strip().removesuffix(";"),
        "values": bound(asked, judged_on),
        "bearer": asked.bearer,
        "evidence": asked.query.returned,
        "unread": asked.unread,
        "touching": asked.touching,
    }


def telling(tell: Tell | None, step: str, done: int, total: int) -> Callable[[float], None]:
    """Tells ``tell`` that ``step`` begins; what is given hears the share of it that is done."""
    if tell is None:
        return lambda share: None
    tell(Progress(step, done, total, 0))
    return lambda share: tell(Progress(step, done, total, share))

"""What one engine makes of a batch, held against what another made of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.engines.spark.weaving import Woven
from wicheck.engines.interface import Engine, Judgement


def judged(engine: Engine, batch: Woven) -> tuple[Judgement, list[Any]]:
    engine.open(batch.batch)
    judgement = engine.judge(batch.asked, batch.judged_on)
    return judgement, sorted(engine.offences(), key=repr)


def differences(spark: Engine, batch: Woven, wanted: tuple[Judgement, list[Any]]) -> Iterator[str]:
    """What ``spark`` makes otherwise, or cannot make; texts, since of two long lists nobody sees where they differ."""
    judgement, offences = judged(spark, batch)
    for rule, answer in judgement.answers.items():
        mine, others = (each._replace(rows=()) for each in (answer, wanted[0].answers[rule]))
        if mine != others or mine.failure:
            yield f"{rule}: {mine}, {others}"
    if judgement.totals != wanted[0].totals:
        yield f"{judgement.totals}, {wanted[0].totals}"
    for only, these, those in (("Spark", offences, wanted[1]), ("DuckDB", wanted[1], offences)):
        known = set(map(repr, those))
        yield from (f"only {only}: {each}" for each in these if repr(each) not in known)

"""What a check must find and must leave alone: planted.csv, and the README that says what could not be planted."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from wicheck.synth.placing import Planting
from wicheck.synth.template import Left

PLANTED, HARD_NEGATIVE = "planted", "hard_negative"
SEEN_ON = "2026-04-25"
"""The day that batches are seen on unless a planting wants another: after the month is settled and paid."""


class Entry(NamedTuple):
    """One row of planted.csv.

    The rule must give ``verdict`` on the claim, on exactly the ``line`` where one is named; of a hard negative it must
    say nothing. Without a claim it is about months or institutions. ``seen_on`` is the day of the run.
    """

    rule: str
    claim: str
    line: str
    kind: str
    verdict: str
    batch: str
    seen_on: str
    example: str


def entries(planting: Planting, batch: str, seen_on: str | None) -> Iterator[Entry]:
    template = planting.template
    kind = PLANTED if template.verdict else HARD_NEGATIVE
    for spot in planting.spots:
        yield Entry(
            template.rule,
            spot.claim or "",
            spot.line or "",
            kind,
            template.verdict or "",
            batch,
            seen_on or SEEN_ON,
            template.origin,
        )


def write_ledger(path: Path, ledger: Sequence[Entry]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(Entry._fields)
        writer.writerows(ledger)


def write_readme(path: Path, pack: str, batches: Sequence[tuple[str, str]], left: Sequence[Left]) -> None:
    """How to check each batch, and what was left out with its reason."""
    checks = [f"wicheck check {name} --pack {pack} --settings settings.yaml --on {day}" for name, day in batches]
    reasons = [f"- {each.rule}（{each.origin}）：{each.why}" for each in left] or ["无。"]
    text = "\n".join([*_HEAD, "```", *checks, "```", "", "## 没有用上的示例", "", *reasons])
    path.write_text(text + "\n", encoding="utf-8")


_HEAD = (
    "# 虚构的费用数据",
    "",
    "人员、机构、编码、价格都是虚构的，证件号码以不存在的 999999 开头。`batch` 是一家医院一个月的费用，本身没有问题；",
    "里面埋入的违规和容易误判的例子都记在 `planted.csv`：`planted` 应当报出，`hard_negative` 不应当报出。",
    "其余小批放的是要有自己的批次日期、机构，或者自成一批才成立的例子。阈值在 `settings.yaml`。",
    "",
)

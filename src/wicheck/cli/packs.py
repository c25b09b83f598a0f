"""``wicheck packs``: which packs there are, and what each of them is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from wicheck.cli.help import Command
from wicheck.cli.output import JSON, TERMINAL, put, put_json
from wicheck.cli.setup import format_option, policies_option
from wicheck.cli.shelf import library
from wicheck.model import Language, Pack, PackStatus, Text
from wicheck.reports.assemble import pack_data
from wicheck.reports.layout import table

ABOUT = Text(
    "列出政策包：地区、状态、施行日期、条款数和规则数。",
    "List the packs: region, status, first day, clauses and rules.",
)
HEADINGS = (
    (Text("编号", "id"), 24),
    (Text("地区", "region"), 16),
    (Text("区划", "division"), 8),
    (Text("状态", "status"), 8),
    (Text("施行", "from"), 10),
    (Text("条款", "clauses"), 7),
    (Text("规则", "rules"), 5),
    (Text("文件", "text"), 40),
)
STATUSES = {
    PackStatus.DRAFT: Text("草案", "draft"),
    PackStatus.TRIAL: Text("试行", "trial"),
    PackStatus.IN_FORCE: Text("现行", "in force"),
}
NOT_STATED = Text("未载明", "-")


def command(language: Language) -> Command:
    def call(policies: tuple[Path, ...], output: str) -> int:
        packs = library(policies).packs()
        if output == JSON:
            put_json({"packs": [data(pack) for pack in packs]})
        else:
            put(lines(packs, language))
        return 0

    parameters = [policies_option(language), format_option(language, TERMINAL, JSON)]
    return Command("packs", language, ABOUT, callback=call, params=parameters)


def data(pack: Pack) -> dict[str, Any]:
    """What the report says of a pack, and how large it is."""
    return {
        **pack_data(pack),
        "unconditioned": dict(pack.unconditioned),
        "notes": pack.notes,
        "clauses": len(pack.clauses),
        "rules": len(pack.rules),
    }


def lines(packs: Sequence[Pack], language: Language) -> Iterator[str]:
    rows = (
        (
            pack.id,
            pack.name.of(language),
            pack.division or "-",
            STATUSES[pack.status].of(language) if pack.division else "-",
            since(pack, language),
            str(len(pack.clauses)),
            str(len(pack.rules)),
            pack.title.of(language),
        )
        for pack in packs
    )
    yield from table([(title.of(language), most) for title, most in HEADINGS], rows)


def since(pack: Pack, language: Language) -> str:
    if pack.division is None:
        return "-"
    return pack.effective_from.isoformat() if pack.effective_from else NOT_STATED.of(language)

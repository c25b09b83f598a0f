"""``wicheck coverage``: the clause ledger, which accounts for every clause and demand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from wicheck.cli.help import Command, option
from wicheck.cli.output import JSON, TERMINAL, put, put_json, screen
from wicheck.cli.setup import format_option, pack_option, policies_option, record_option
from wicheck.cli.shelf import library
from wicheck.cli.values import FILE
from wicheck.library import Library
from wicheck.model import ClauseKind, Language, Pack, Text
from wicheck.proving.coverage import ATTESTATION, OPEN, RULE, Entry, Owed, ledger
from wicheck.proving.inventory import inventories, placed, read_inventory
from wicheck.reports.layout import indented

ABOUT = Text(
    "条款台账：条款清单中的每一条款、每一项要求，由规则判断，由人认定，还是尚未落实。有未落实的，退出码为 1。",
    "The clause ledger: whether each clause and demand of the inventory is decided by a rule, by an attestation, "
    "or is open. Exits 1 where a demand is open.",
)
INVENTORY = Text("条款清单文件（不写则用政策包自带的）", "a clause inventory (else the one beside the packs)")
FILE_WORD = Text("文件", "FILE")
STATUSES: Mapping[str, Text] = {
    "covered": Text("已落实", "covered"),
    OPEN: Text("未落实", "open"),
    ClauseKind.INFO: Text("说明性条款", "informs"),
    ClauseKind.GAP: Text("原文缺失", "lost"),
}
DECIDED_BY: Mapping[str, Text] = {
    RULE: Text("规则", "rule"),
    ATTESTATION: Text("人工认定", "attestation"),
    OPEN: Text("未落实", "open"),
}
NOT_WRITTEN = Text("政策包中还没有这一条", "no pack has this clause yet")
DAMAGE = Text("原文残缺：{damage}", "damaged: {damage}")
BEYOND = Text("，台账之外", ", beyond the inventory")
TOTAL = Text(
    "{clauses} 条：{statuses}；{demands} 项要求：{decided}",
    "{clauses} clauses: {statuses}; {demands} demands: {decided}",
)
COMMA = Text("，", ", ")
COLON = Text("：", ": ")


def command(language: Language) -> Command:
    def call(
        packs: tuple[str, ...],
        records: tuple[str, ...],
        inventory: Path | None,
        policies: tuple[Path, ...],
        output: str,
    ) -> int:
        shelf = library(policies)
        chosen = [pack for pack in shelf.packs(packs) if packs or pack.division]
        entries = [each for each in account(shelf, chosen, packs, inventory) if not records or each.record in records]
        if output == JSON:
            beyond = {entry.id: dict(entry.beyond) for entry in entries if entry.beyond}
            clauses = {entry.id: data(entry) for entry in entries}
            put_json({"clauses": clauses, **({"beyond": beyond} if beyond else {})})
        else:
            put(shown(entries, chosen, language))
        return int(any(entry.status == OPEN for entry in entries))

    parameters = [
        pack_option(language),
        record_option(language),
        option(language, "--inventory", about=INVENTORY, shown=FILE_WORD, type=FILE),
        policies_option(language),
        format_option(language, TERMINAL, JSON),
    ]
    return Command("coverage", language, ABOUT, callback=call, params=parameters)


def account(shelf: Library, chosen: Sequence[Pack], asked: Sequence[str], inventory: Path | None) -> Iterator[Entry]:
    """The ledger of the packs ``chosen``. Where none were asked for by name, regions without a pack are in it too."""
    rows = read_inventory(inventory) if inventory else inventories(shelf.roots)
    ids = [pack.id for pack in chosen]
    owed: Iterable[Owed] = placed(rows, ids)
    return ledger(chosen, [each for each in owed if not asked or each.pack in ids])


def data(entry: Entry) -> Mapping[str, object]:
    damage = entry.damage.zh if entry.damage else None
    return {"kind": entry.kind, "damage": damage, "status": entry.status, "demands": dict(entry.demands)}


def shown(entries: Sequence[Entry], packs: Sequence[Pack], language: Language) -> Iterator[str]:
    names = {pack.id: Text(f"{pack.name.zh}（{pack.id}）", f"{pack.name.en} ({pack.id})") for pack in packs}
    titles = {rule.id: rule.title for pack in packs for rule in pack.rules}
    for pack, group in groupby(sorted(entries, key=lambda entry: entry.pack), key=lambda entry: entry.pack):
        of_pack = list(group)
        yield names[pack].of(language) if pack in names else pack
        yield f"  {total(of_pack, language)}"
        for chapter, clauses in groupby(of_pack, key=lambda entry: entry.chapter):
            yield ""
            if chapter:
                yield f"  {chapter.of(language)}"
            for entry in clauses:
                yield from clause(entry, titles, language)
        yield ""
    yield total(entries, language)


def clause(entry: Entry, titles: Mapping[str, Text], language: Language) -> Iterator[str]:
    """One clause: its place and status, what it says, what is lost of it, and what decides each demand."""
    yield f"  {entry.article or '-'}  {entry.id}  {STATUSES[entry.status].of(language)}"
    summary = (entry.summary or NOT_WRITTEN).of(language)
    yield from indented(summary, screen(), 6)
    if entry.damage:
        yield from indented(DAMAGE.of(language).format(damage=entry.damage.of(language)), screen(), 6)
    for name, by in (*entry.demands.items(), *entry.beyond.items()):
        title = titles.get(f"{entry.id}/{name}")
        about = COLON.of(language).join([name, title.of(language)] if title else [name])
        mark = BEYOND.of(language) if name in entry.beyond else ""
        yield from indented(f"[{DECIDED_BY[by].of(language)}{mark}] {about}", screen(), 8, " " * 6 + "- ")


def total(entries: Sequence[Entry], language: Language) -> str:
    demands = Counter(by for entry in entries for by in entry.demands.values())
    statuses = Counter(entry.status for entry in entries)
    return TOTAL.of(language).format(
        clauses=len(entries),
        statuses=counted(statuses, STATUSES, language),
        demands=demands.total(),
        decided=counted(demands, DECIDED_BY, language),
    )


def counted(numbers: Mapping[str, int], words: Mapping[str, Text], language: Language) -> str:
    parts = [f"{word.of(language)} {numbers[key]}" for key, word in words.items() if numbers.get(key)]
    return COMMA.of(language).join(parts) or "0"

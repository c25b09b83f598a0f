"""The explanations of a region and of a topic: where to read on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from wicheck.explaining import words
from wicheck.explaining.page import Line, Page, Section, listed, page, said, section
from wicheck.explaining.rule import period
from wicheck.model import Clause, Pack, Rule, Text
from wicheck.reports.words import STATUSES

NOTES = Text("须知", "Notes")
CLAUSES = Text("条款", "Clauses")
REGIONS = Text("各地区的规则", "Rules by region")
NAMED = Text("{id}：{article}，{summary}", "{id}: {article}, {summary}")
RULE = Text("{region} {id}：{title}", "{region} {id}: {title}")
STATUS = Text("状态：{status}", "Status: {status}")
READ_ON = Text("用 wicheck explain 条款编号 看某一条", "wicheck explain CLAUSE shows one of them")


def explain_region(pack: Pack) -> Page:
    """The text's name, period and peculiarities, and its clauses by chapter."""
    return page(
        pack.id,
        Text(f"{pack.name.zh}：{pack.title.zh}", f"{pack.name.en}: {pack.title.en}"),
        (
            section("scope", words.SCOPE, listed(status(pack))),
            section("notes", NOTES, listed(pack.notes)),
            *chapters(pack),
            section("more", words.RULES, said(READ_ON)),
        ),
    )


def status(pack: Pack) -> Iterator[Text]:
    yield STATUS.filled({"status": STATUSES[pack.status]})
    yield words.SINCE.filled({"since": period(pack)})


def chapters(pack: Pack) -> Iterator[Section]:
    for chapter, clauses in groupby(pack.clauses, key=lambda each: each.chapter):
        found = list(clauses)
        yield section(found[0].id, chapter or CLAUSES, map(clause_line, found))


def clause_line(clause: Clause) -> Line:
    return next(listed([NAMED.filled({"id": clause.id, "article": clause.article, "summary": clause.summary})]))


def explain_topic(name: str, title: Text, users: Iterable[tuple[Pack, Rule]]) -> Page:
    """What each region asks on a topic."""
    lines = [RULE.filled({"region": pack.name, "id": rule.id, "title": rule.title}) for pack, rule in users]
    return page(name, title, [section("rules", REGIONS, listed(lines))])

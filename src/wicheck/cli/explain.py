"""``wicheck explain``: what a rule asks, how it is decided, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from wicheck.cli.help import Command, argument
from wicheck.cli.output import put, screen
from wicheck.cli.setup import policies_option
from wicheck.cli.shelf import library
from wicheck.explaining.lookup import explanation
from wicheck.explaining.page import Line, Page, Style
from wicheck.model import Language, Text
from wicheck.reports.layout import columns, indented

ABOUT = Text(
    "解释一条规则：要求什么，标准怎样理解，怎样判断，要填哪些资料，例子，办法，出自哪一条。"
    "也可解释地区（金华）、主题（康复床位）、条款、检查方式和推算量。\n\n规则可以只写后一半，如 beds_min_50。",
    "Explain a rule: what it asks, its figure, how it is decided, the data it needs, examples, the remedy, its clause. "
    "Regions, topics, clauses, check kinds and facts can be explained too."
    "\n\nA rule may be called by its second half, beds_min_50.",
)
NAME_WORD = Text("编号", "NAME")
BULLET = "- "


def command(language: Language) -> Command:
    def call(name: str, policies: tuple[Path, ...]) -> int:
        put(lines(explanation(name, library(policies)), language))
        return 0

    named = argument(language, "name", NAME_WORD)
    return Command("explain", language, ABOUT, callback=call, params=[named, policies_option(language)])


def lines(page: Page, language: Language) -> Iterator[str]:
    title = f"{page.id}  {page.title.of(language)}"
    yield title
    yield "=" * columns(title)
    for section in page.sections:
        yield ""
        yield section.title.of(language)
        for line in section.lines:
            yield from shown(line, language)


def shown(line: Line, language: Language) -> Iterator[str]:
    indent = 2 + 2 * line.depth
    text = line.text.of(language)
    match line.style:
        case Style.CODE:
            yield from (f"{' ' * (indent + 2)}{each}".rstrip() for each in text.splitlines())
        case Style.ITEM:
            yield from indented(text, screen(), indent + 2, " " * indent + BULLET)
        case Style.PARAGRAPH:
            yield from indented(text, screen(), indent)

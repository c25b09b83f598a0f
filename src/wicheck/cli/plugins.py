"""``wicheck plugins``: what is installed, and what rules and reports can draw on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wicheck.cli.help import Command
from wicheck.cli.output import JSON, TERMINAL, put, put_json
from wicheck.cli.setup import format_option
from wicheck.model import CheckKind, Fact, Language, Text, dotted
from wicheck.plugins import PluginInfo, Workshop, workshop
from wicheck.reports import ReportWriter, writer, writer_names
from wicheck.reports.layout import columns, pad

ABOUT = Text(
    "列出已装的插件，以及规则可用的检查方式、推算量和报告格式。",
    "List the installed plugins, and the check kinds, facts and report formats there are.",
)
PLUGINS = Text("插件", "Plugins")
KINDS = Text("检查方式", "Check kinds")
FACTS = Text("推算量", "Facts")
FORMATS = Text("报告格式", "Report formats")
NONE = Text("（没有）", "(none)")
UNIT = Text("{title}（{unit}）", "{title} ({unit})")


class Offered:
    """Everything a workshop has, loaded and by name."""

    def __init__(self, shop: Workshop) -> None:
        self.plugins: list[PluginInfo] = shop.plugins()
        self.kinds: list[CheckKind] = [kind for name in sorted(shop.kinds.places) if (kind := shop.kind(name))]
        self.facts: list[Fact] = [fact for name in sorted(shop.facts.places) if (fact := shop.fact(name))]
        added = {name: found for name in shop.writers.places if (found := shop.writers.get(name))}
        self.formats: list[ReportWriter] = [writer(name, added) for name in writer_names(added)]


def command(language: Language) -> Command:
    def call(output: str) -> int:
        offered = Offered(workshop())
        if output == JSON:
            put_json(data(offered))
        else:
            put(lines(offered, language))
        return 0

    return Command("plugins", language, ABOUT, callback=call, params=[format_option(language, TERMINAL, JSON)])


def data(offered: Offered) -> dict[str, Any]:
    return {
        "plugins": [{"name": each.name, "version": each.version} for each in offered.plugins],
        "check_kinds": [{"name": each.name, "title": each.title} for each in offered.kinds],
        "facts": [
            {"name": each.name, "title": each.title, "unit": each.unit, "paths": [dotted(path) for path in each.paths]}
            for each in offered.facts
        ],
        "report_formats": [{"name": each.name, "title": each.title} for each in offered.formats],
    }


def lines(offered: Offered, language: Language) -> Iterator[str]:
    yield from section(PLUGINS, {each.name: each.version for each in offered.plugins}, language)
    yield from section(KINDS, {each.name: each.title.of(language) for each in offered.kinds}, language)
    facts = {each.name: UNIT.filled({"title": each.title, "unit": each.unit}).of(language) for each in offered.facts}
    yield from section(FACTS, facts, language)
    yield from section(FORMATS, {each.name: each.title.of(language) for each in offered.formats}, language)


def section(title: Text, rows: dict[str, str], language: Language) -> Iterator[str]:
    yield title.of(language)
    width = max(map(columns, rows), default=0)
    for name, about in rows.items():
        yield f"  {pad(name, width)}  {about}"
    if not rows:
        yield f"  {NONE.of(language)}"
    yield ""

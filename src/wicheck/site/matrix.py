"""The regions side by side: a row a topic, a column a region, with the figures where they differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from wicheck import addresses
from wicheck.model import Pack, PackStatus, Stage, Text
from wicheck.reports.words import STAGES
from wicheck.site import words
from wicheck.site.markdown import Pen, bullets, heading, table
from wicheck.site.matrix_picture import marks, matrix_picture
from wicheck.site.stock import Standing, Stock, standings
from wicheck.site.tables import rule_link

# Where there is nothing to compare, who searches finds the rule before the row.
ALONE = ' data-search-boost="0.3"'


class Row(NamedTuple):
    """A topic. ``rules`` by pack; ``figures`` by pack, of those that state any."""

    topic: str
    title: Text
    stage: Stage
    rules: Mapping[str, Sequence[Standing]]
    figures: Mapping[str, tuple[Text, ...]]

    @property
    def differs(self) -> bool:
        return len(set(self.figures.values())) > 1


def rows(stock: Stock) -> list[Row]:
    """Every topic of the regions' rules, in the order in which the texts come to them."""
    by_topic: dict[str, dict[str, list[Standing]]] = {}
    for pack in stock.regions:
        for each in standings(pack):
            by_topic.setdefault(each.rule.topic, {}).setdefault(pack.id, []).append(each)
    return [row(topic, asked, stock) for topic, asked in by_topic.items()]


def row(topic: str, asked: Mapping[str, Sequence[Standing]], stock: Stock) -> Row:
    stated = {pack: unique(figure for each in own for figure in stock.figures(each)) for pack, own in asked.items()}
    first = next(iter(asked.values()))[0]
    return Row(
        topic, stock.topic(topic), first.rule.stage, asked, {pack: each for pack, each in stated.items() if each}
    )


def matrix_page(stock: Stock, pen: Pen) -> Iterator[str]:
    found = rows(stock)
    shared = [each for each in found if len(each.rules) > 1]
    yield from heading(1, pen.say(words.MATRIX))
    yield pen.say(words.MATRIX_ABOUT)
    yield ""
    yield from remarks(stock.regions, pen)
    if shared:
        yield from heading(2, pen.say(words.MATRIX_SHARED), "shared")
        yield from matrix_picture(shared, stock.regions, pen)
    for stage in Stage:
        of_stage = [each for each in found if each.stage is stage]
        if of_stage:
            yield from heading(2, pen.say(STAGES[stage]), stage.value)
            yield from stage_table(of_stage, stock.regions, pen)


def remarks(regions: Sequence[Pack], pen: Pen) -> Iterator[str]:
    """What holds for a whole column."""
    entries = []
    for pack in regions:
        said = [pen.say(words.DRAFT_BOX)] if pack.status is PackStatus.DRAFT else []
        lost = sum(1 for clause in pack.clauses if clause.damage)
        if lost:
            said.append(f"[{pen.say(words.DAMAGE_BOX, n=lost)}]({pen.path(f'{addresses.region(pack.id)}#damage')})")
        if said:
            link = pen.link(pack.name, addresses.region(pack.id))
            entries.append(f"{link}{words.COLON.of(pen.language)}{words.PAUSE.of(pen.language).join(said)}")
    yield from bullets(entries)


def stage_table(found: Sequence[Row], regions: Sequence[Pack], pen: Pen) -> Iterator[str]:
    """Topics of several regions first: those are what can be compared."""
    ordered = sorted(found, key=lambda each: (not each.differs, len(each.rules) < 2))
    headings = [pen.say(words.TOPIC), *(column(pack, pen) for pack in regions)]
    yield '<div class="wi-wide" markdown>'
    yield from table(headings, (list(cells(each, regions, pen)) for each in ordered))
    yield "</div>"


def column(pack: Pack, pen: Pen) -> str:
    """A region's heading with its marks."""
    return f"{pen.link(pack.name, addresses.region(pack.id))}{marks(pack)}"


def cells(row: Row, regions: Iterable[Pack], pen: Pen) -> Iterator[str]:
    mark = "**≠** " if row.differs else ""
    after = "" if len(row.rules) > 1 else ALONE
    yield f'<span id="{row.topic}"{after}></span>{mark}{pen.say(row.title)}'
    for pack in regions:
        yield cell(row, pack, pen)


def cell(row: Row, pack: Pack, pen: Pen) -> str:
    own = row.rules.get(pack.id, ())
    if not own:
        return "—"
    stated = row.figures.get(pack.id, ())
    if len(own) == 1 and stated:
        return f"[{pen.listed(pen.say(each) for each in stated)}]({pen.path(addresses.rule(pack.id, own[0].rule.id))})"
    asked = "<br>".join(rule_link(each, pen) for each in own)
    return f"**{pen.listed(pen.say(each) for each in stated)}**<br>{asked}" if stated else asked


def unique(texts: Iterable[Text]) -> tuple[Text, ...]:
    return tuple(dict.fromkeys(texts))

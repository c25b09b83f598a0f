"""The page of a region: what its text is, what it asks for, and the whole of it clause by clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wicheck import addresses
from wicheck.explaining.rule import period
from wicheck.model import Binds, DocumentKind, Pack, PackStatus, Stage, Text
from wicheck.reports.words import SERVICE_KINDS
from wicheck.site import words
from wicheck.site.application import paper_rows, steps_of
from wicheck.site.billing import billing
from wicheck.site.decided_by import bans
from wicheck.site.fulltext import full_text
from wicheck.site.markdown import Pen, bullets, code, heading, note, table
from wicheck.site.stock import Standing, Stock, standings
from wicheck.site.tables import rule_table
from wicheck.site.timeline import steps_section


def regions_page(stock: Stock, pen: Pen) -> Iterator[str]:
    """All packs, those that are law first."""
    yield from heading(1, pen.say(words.REGIONS))
    headings = [pen.say(each) for each in (words.REGION, words.DOCUMENT, words.STATUS, words.IN_FORCE, words.COUNT)]
    yield from table(headings, (overview(pack, pen) for pack in stock.regions))
    others = [pack for pack in stock.packs if not pack.division]
    if others:
        yield from heading(2, pen.say(words.OUTSIDE_LAW), "outside-law")
        yield from bullets(
            f"{pen.link(pack.name, addresses.region(pack.id))}：{pen.say(pack.title)}" for pack in others
        )


def overview(pack: Pack, pen: Pen) -> Sequence[str]:
    status = [pen.say(words.STATUSES[pack.status])]
    if any(clause.damage for clause in pack.clauses):
        status.append(f"[{pen.say(words.DAMAGED)}]({pen.path(f'{addresses.region(pack.id)}#damage')})")
    link = pen.link(pack.name, addresses.region(pack.id))
    return link, pen.say(pack.title), pen.listed(status), pen.say(period(pack)), str(len(pack.rules))


def region_page(pack: Pack, stock: Stock, pen: Pen) -> Iterator[str]:
    yield from heading(1, pen.say(pack.name))
    if not pack.division:
        yield pen.say(pack.title)
    else:
        yield from standing_of_text(pack, pen)
        yield from damage(pack, pen)
        yield from conditions(pack, stock, pen)
        yield from steps_section(pack, steps_of(pack), stock, pen)
        yield from papers(pack, stock, pen)
        yield from barred(pack, stock, pen)
        yield from fees(pack, stock, pen)
    yield from full_text(pack, stock, pen)
    yield from notes(pack, pen)


def standing_of_text(pack: Pack, pen: Pen) -> Iterator[str]:
    if pack.status is PackStatus.DRAFT:
        yield from note("warning", pen.plain(words.DRAFT_BOX))
    yield from table([pen.say(words.NAME), pen.say(pack.title)], facts(pack, pen))


def facts(pack: Pack, pen: Pen) -> Iterator[Sequence[str]]:
    size = words.SIZE_VALUE.filled({"clauses": len(pack.clauses), "rules": len(pack.rules)})
    not_stated = pen.say(words.NOT_STATED)
    yield (
        pen.say(words.NUMBER),
        pen.say(words.SELF_SAME, it=pack.document_number) if pack.document_number else not_stated,
    )
    yield pen.say(words.STATUS), pen.say(words.STATUSES[pack.status])
    yield pen.say(words.ISSUED), str(pack.issued_on) if pack.issued_on else not_stated
    yield pen.say(words.IN_FORCE), pen.say(period(pack))
    yield pen.say(words.DIVISION), code(str(pack.division))
    yield pen.say(words.SERVICES), pen.listed(pen.say(SERVICE_KINDS[kind]) for kind in pack.service_kinds)
    yield pen.say(words.SIZE), pen.say(size)
    yield pen.say(words.HOW_TO_CHECK), code(f"wicheck check {pen.plain(words.MY_FOLDER)} --pack {pen.plain(pack.name)}")


def damage(pack: Pack, pen: Pen) -> Iterator[str]:
    """What of the text is lost, and what it does not say though it should."""
    damaged = [clause for clause in pack.clauses if clause.damage]
    if not damaged and not pack.unconditioned:
        return
    yield from heading(2, pen.say(words.DAMAGE), "damage")
    rows = []
    for clause in damaged:
        to = pen.path(addresses.clause_in_region(pack.id, clause.id))
        place = f"[{pen.say(words.SELF_SAME, it=clause.article)}]({to})"
        lost = f" **{pen.say(words.LOST_MARK)}**" if clause.lost_conditions else ""
        rows.append(f"{place}{words.COLON.of(pen.language)}{pen.say(clause.damage or words.NONE)}{lost}")
    for kind, why in pack.unconditioned.items():
        rows.append(pen.say(words.UNCONDITIONED, kind=SERVICE_KINDS[kind], why=why))
    yield from bullets(rows)


def conditions(pack: Pack, stock: Stock, pen: Pen) -> Iterator[str]:
    """What binds an applicant, by the kind of service; papers stand in a list of their own."""
    asked = [
        each
        for each in standings(pack)
        if each.rule.stage is Stage.ADMISSION
        and each.rule.binds is Binds.INSTITUTION
        and each.rule.record is DocumentKind.INSTITUTION
    ]
    yield from heading(2, pen.say(words.CONDITIONS), "conditions")
    yield from not_all(pack, pen)
    if not asked and not pack.unconditioned:
        yield pen.say(words.NO_CONDITIONS)
    for title, group in by_service(asked, pack):
        yield from heading(3, pen.say(title))
        yield from rule_table(group, stock, pen)


def not_all(pack: Pack, pen: Pen) -> Iterator[str]:
    """Who looks at the list of conditions alone is told that it is not all."""
    if any(clause.lost_conditions for clause in pack.clauses):
        yield from note("warning", pen.plain(words.CONDITIONS_LOST))
    if pack.unconditioned:
        kinds = words.COMMA.of(pen.language).join(pen.plain(SERVICE_KINDS[kind]) for kind in pack.unconditioned)
        yield from note("warning", pen.plain(words.CONDITIONS_UNSTATED.filled({"kinds": kinds})))


def by_service(asked: Sequence[Standing], pack: Pack) -> Iterator[tuple[Text, list[Standing]]]:
    """Those for all kinds of service first, then those for each."""
    everyone = [
        each for each in asked if not each.rule.service_kinds or set(pack.service_kinds) <= set(each.rule.service_kinds)
    ]
    if everyone:
        yield words.ANY_KIND, everyone
    for kind in pack.service_kinds:
        own = [each for each in asked if kind in each.rule.service_kinds and each not in everyone]
        if own:
            yield words.CONDITIONS_OF.filled({"kind": SERVICE_KINDS[kind]}), own


def papers(pack: Pack, stock: Stock, pen: Pen) -> Iterator[str]:
    rows = list(paper_rows(pack, stock, pen))
    if rows:
        yield from heading(2, pen.say(words.PAPERS), "papers")
        yield pen.say(words.PAPERS_HINT)
        yield from table(["", *(pen.say(each) for each in (words.PAPER, words.FORM, words.RULE, words.CLAUSE))], rows)


def fees(pack: Pack, stock: Stock, pen: Pen) -> Iterator[str]:
    own = billing(pack)
    if own:
        yield from heading(2, pen.say(words.FEES), "billing")
        yield pen.say(words.FEES_HINT)
        yield from rule_table(own, stock, pen)


def barred(pack: Pack, stock: Stock, pen: Pen) -> Iterator[str]:
    own = bans(pack)
    if own:
        yield from heading(2, pen.say(words.BANS), "bans")
        yield pen.say(words.BANS_HINT)
        yield from rule_table(own, stock, pen)


def notes(pack: Pack, pen: Pen) -> Iterator[str]:
    if pack.notes:
        yield from heading(2, pen.say(words.OUR_READING), "notes")
        yield from bullets(pen.say(note) for note in pack.notes)

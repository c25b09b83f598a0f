"""The steps of an application: a picture of their order and terms, and a table that says the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wicheck.documents.schemas import Schemas
from wicheck.model import Pack, Text
from wicheck.packs.bind import path_label
from wicheck.reports.layout import columns
from wicheck.site import words
from wicheck.site.application import Steps, Way
from wicheck.site.markdown import Pen, heading, table
from wicheck.site.stock import Stock
from wicheck.site.svg import box, circle, figure, line, shortened, text
from wicheck.site.tables import rule_link

_ROW = 62
_LEFT = 26
_WIDTH = 380
_LETTER = 7.5


def steps_section(pack: Pack, steps: Steps, stock: Stock, pen: Pen) -> Iterator[str]:
    if not steps.ways:
        return
    schemas = stock.library.schemas
    yield from heading(2, pen.say(words.STEPS), "steps")
    title = pen.plain(words.STEPS_PICTURE, region=pack.name)
    height = _ROW * (len(steps.order) - 1) + 50
    yield from figure("wi-timeline", title, (_WIDTH, height), picture(steps, schemas, pen))
    headings = [pen.say(each) for each in (words.FROM_TO, words.TO, words.TERM, words.WHO, words.RULE)]
    yield from table(headings, (row(way, schemas, pen) for way in steps.ways))
    yield pen.say(words.COUNTING)


def row(way: Way, schemas: Schemas, pen: Pen) -> Sequence[str]:
    who = pen.say(words.WHO_ACTS[way.standing.rule.binds])
    term = pen.say(way.term or words.AFTER)
    return pen.say(label(way.start, schemas)), pen.say(label(way.end, schemas)), term, who, rule_link(way.standing, pen)


def label(step: str, schemas: Schemas) -> Text:
    """What a step is called: without the word for the date, which the picture does not show."""
    title = path_label(tuple(step.split(".")), schemas)
    return Text(title.zh.replace("办理日期·", "").replace("·", ""), title.en)


def picture(steps: Steps, schemas: Schemas, pen: Pen) -> Iterator[str]:
    """The steps down a line; a way to the next step stands beside it, one that leaps further as a bow."""
    places = {step: 24 + _ROW * position for position, step in enumerate(steps.order)}
    yield line((_LEFT, 24), (_LEFT, places[steps.order[-1]]), "wi-rail")
    for way in steps.ways:
        yield from drawn(way, places, pen)
    for step, y in places.items():
        yield circle(_LEFT, y, 8, "wi-step")
        said = pen.plain(label(step, schemas))
        if step in steps.months:
            months = pen.listed(str(month) for month in steps.months[step])
            said = f"{said} · {pen.plain(words.MONTH, n=months)}"
        yield text(_LEFT + 18, y + 5, shortened(said, 46), "wi-step-name")


def drawn(way: Way, places: dict[str, int], pen: Pen) -> Iterator[str]:
    if way.term is None:
        return
    start, end = places[way.start], places[way.end]
    said = pen.plain(way.term)
    wide = columns(said) * _LETTER + 14
    if end - start == _ROW:
        yield box((_LEFT + 18, start + 17), (wide, 24), f"wi-term wi-{way.binds}")
        yield text(_LEFT + 25, start + 34, said, "wi-term-name")
        return
    # A leap: along the right, with its term at the step where it ends.
    right = _WIDTH - wide - 2
    middle = right + wide / 2
    bow = f"M {_LEFT + 190} {start} C {middle:g} {start}, {middle:g} {start}, {middle:g} {end - 14}"
    yield f'<path d="{bow}" class="wi-leap"/>'
    yield box((right, end - 14), (wide, 24), f"wi-term wi-{way.binds}")
    yield text(right + 7, end + 3, said, "wi-term-name")

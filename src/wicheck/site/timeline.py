"""The steps of an application: a picture of their order and terms, and a table that says the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wicheck.documents.schemas import Schemas
from wicheck.model import Pack, Text
from wicheck.reports.layout import columns
from wicheck.site import words
from wicheck.site.application import Steps, Way
from wicheck.site.markdown import Pen, heading, table
from wicheck.site.stock import Stock
from wicheck.site.svg import box, circle, figure, line, shortened, text
from wicheck.site.tables import rule_link

_STEP = 40
_TERM = 30
_LEFT = 16
_WIDTH = 400
_LETTER = 7.2
_EVENTS = "application.events."


def steps_section(pack: Pack, steps: Steps, stock: Stock, pen: Pen) -> Iterator[str]:
    if not steps.ways:
        return
    schemas = stock.library.schemas
    yield from heading(2, pen.say(words.STEPS), "steps")
    title = pen.plain(words.STEPS_PICTURE, region=pack.name)
    yield from figure("wi-timeline", title, (_WIDTH, height(steps)), picture(steps, schemas, pen))
    yield pen.say(words.STEPS_KEY)
    headings = [pen.say(each) for each in (words.FROM_TO, words.TO, words.TERM, words.WHO, words.RULE)]
    yield from table(headings, (row(way, schemas, pen) for way in steps.ways))
    yield pen.say(words.COUNTING)


def row(way: Way, schemas: Schemas, pen: Pen) -> Sequence[str]:
    who = pen.say(words.WHO_ACTS[way.standing.rule.binds])
    term = pen.say(way.term or words.AFTER)
    return pen.say(label(way.start, schemas)), pen.say(label(way.end, schemas)), term, who, rule_link(way.standing, pen)


def label(step: str, schemas: Schemas) -> Text:
    """What a step is called: 公示开始, not 公示·公示开始日期."""
    *_, group, title = (None, *schemas.titles(tuple(step.split("."))))
    zh, en = title.zh.removesuffix("日期"), title.en
    if group is None or step.startswith(_EVENTS):
        return Text(zh, en)
    return Text(zh if zh[0] == group.zh[0] else f"{group.zh}{zh}", f"{group.en}: {en}")


def terms(step: str, steps: Steps) -> list[Way]:
    """The ways with a term that end in ``step``."""
    return [way for way in steps.ways if way.end == step and way.term]


def height(steps: Steps) -> int:
    return sum(_STEP + _TERM * len(terms(step, steps)) for step in steps.order)


def picture(steps: Steps, schemas: Schemas, pen: Pen) -> Iterator[str]:
    """The steps down a line, and below each the terms in which it has to be taken."""
    last = height(steps) - _STEP - _TERM * len(terms(steps.order[-1], steps)) + 18
    yield line((_LEFT, 18), (_LEFT, last), "wi-rail")
    y = 18
    for step in steps.order:
        yield circle(_LEFT, y, 8, "wi-step")
        yield text(_LEFT + 18, y + 5, shortened(name(step, steps, schemas, pen), 50), "wi-step-name")
        for number, way in enumerate(terms(step, steps)):
            yield from drawn(way, y + 16 + _TERM * number, schemas, pen)
        y += _STEP + _TERM * len(terms(step, steps))


def name(step: str, steps: Steps, schemas: Schemas, pen: Pen) -> str:
    said = pen.plain(label(step, schemas))
    if step not in steps.months:
        return said
    months = pen.listed(str(month) for month in steps.months[step])
    return f"{said} · {pen.plain(words.MONTH, n=months)}"


def drawn(way: Way, y: float, schemas: Schemas, pen: Pen) -> Iterator[str]:
    said = shortened(pen.plain(words.SINCE_STEP, start=label(way.start, schemas), term=way.term or words.AFTER), 50)
    yield box((_LEFT + 18, y), (columns(said) * _LETTER + 16, 23), f"wi-term wi-{way.standing.rule.binds}")
    yield text(_LEFT + 26, y + 16.5, said, "wi-term-name")

"""The data dictionary: what each kind of document may say, from its schema."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wicheck import addresses
from wicheck.documents.instead import how_to_write
from wicheck.documents.schemas import Schemas
from wicheck.documents.shapes import Shape, ValueType
from wicheck.model import DocumentKind, Text
from wicheck.site import words
from wicheck.site.markdown import Pen, code, heading, table
from wicheck.site.stock import Stock

_HEADER = "wicheck"
_ALONE = (DocumentKind.ATTESTATIONS, DocumentKind.WAIVERS, DocumentKind.SETTINGS)
"""Named by an option: no table beside them is read."""


def kinds_of_document(schemas: Schemas) -> list[str]:
    """Those that somebody writes, in the order in which a newcomer meets them."""
    return [kind.value for kind in DocumentKind if kind.value in schemas.kinds]


def dictionary_page(stock: Stock, pen: Pen) -> Iterator[str]:
    yield from heading(1, pen.say(words.DATA))
    yield pen.say(words.DATA_ABOUT)
    headings = [pen.say(each) for each in (words.NAME, words.FIRST_LINE, words.MEANING)]
    shapes = [stock.library.schemas.shape(kind) for kind in kinds_of_document(stock.library.schemas)]
    rows = (
        (
            pen.link(each.title, addresses.document(each.name)),
            code(f"wicheck: {each.name}/v1"),
            pen.say(each.description),
        )
        for each in shapes
    )
    yield from table(headings, rows)


def document_page(kind: str, stock: Stock, pen: Pen) -> Iterator[str]:
    shape = stock.library.schemas.shape(kind)
    yield from heading(1, pen.say(shape.title))
    yield pen.say(shape.description)
    yield ""
    yield f"{pen.say(words.FIRST_LINE)}{words.COLON.of(pen.language)}{code(f'wicheck: {kind}/v1')}"
    yield from group(shape, (), pen, kind not in _ALONE)


def group(shape: Shape, above: tuple[Shape, ...], pen: Pen, beside: bool) -> Iterator[str]:
    """The entries of one object in a table, and below it the objects that stand in it."""
    level = len(above) + 1
    children = [each for each in shape.properties.values() if each.name != _HEADER]
    if level > 1:
        yield from heading(min(level, 4), pen.say(way(above, pen)), "-".join(each.name for each in above))
    headings = [pen.say(each) for each in (words.KEY, words.KEY_EN, words.HOW, words.MEANING)]
    yield from table(headings, (entry(each, pen, beside) for each in children))
    for each in children:
        inner = each.items if each.type is ValueType.ARRAY else each
        if inner and inner.properties:
            yield from group(inner, (*above, each), pen, beside)


def way(above: Sequence[Shape], pen: Pen) -> Text:
    """The Chinese keys from the top down."""
    return Text("·".join(key(each) for each in above), " > ".join(each.title.en for each in above))


def key(shape: Shape) -> str:
    return shape.keys_zh[0] if shape.keys_zh else shape.name


def entry(shape: Shape, pen: Pen, beside: bool) -> Sequence[str]:
    keys = "<br>".join(code(each) for each in shape.keys_zh) or code(shape.name)
    how = pen.say(how_to_write(shape, beside))
    if shape.unit:
        how = f"{how}{words.PAUSE.of(pen.language)}{pen.say(words.UNIT, unit=shape.unit)}"
    return keys, code(shape.name), how, pen.say(meaning(shape))


def meaning(shape: Shape) -> Text:
    return shape.description if shape.description.zh else shape.title

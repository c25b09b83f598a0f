"""What stands above an entry: what it is, how to write it, and which rules ask for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wicheck.documents.shapes import Shape, ValueType
from wicheck.model import Language, Text, same
from wicheck.templates import words
from wicheck.templates.asking import Asker
from wicheck.templates.values import flow

_MOST = 3


def about(shape: Shape, holds: bool) -> Text:
    """The entry in a clerk's words, and how to write it; nothing is written for one that ``holds`` others."""
    described = shape.description if shape.description.zh else shape.title
    if holds:
        none = words.NONE_OF_IT if shape.none_allowed else words.NOTHING
        return ended(described, none._replace(zh="") if tells_of_none(described) else none)
    how = how_to_fill(shape)
    plain = how._replace(zh=_form_of_value(shape).zh) if tells_of_none(described) else how
    return words.TO_WRITE.filled({"about": ended(described), "how": plain})


def tells_of_none(described: Text) -> bool:
    """Chinese descriptions mostly say what 无 means there; English ones do not know the word."""
    return words.NONE in described.zh


def how_to_fill(shape: Shape) -> Text:
    """The form of the value, its unit or its words; and that 无 may stand there."""
    how = _form_of_value(shape)
    return words.OR_NONE.filled({"how": how}) if shape.none_allowed else how


def about_table(table: Shape, file: Text) -> Text:
    """The entry that names a table's file. While the table is empty it stays empty: no row is not "there is none"."""
    return words.WHEN_FILLED.filled({"about": ended(table.description), "file": file})


def ended(said: Text, more: Text = words.NOTHING) -> Text:
    """``said`` with a stop at its end, and what follows."""
    return Text(f"{said.zh.rstrip('。')}。{more.zh}", f"{said.en.rstrip('.')}. {more.en}".rstrip())


def _form_of_value(shape: Shape) -> Text:
    """That of the one entry that a lone value stands for, where an object has such."""
    if shape.short:
        shape = shape.properties[shape.short]
    how = _form(shape)
    return words.WITH_UNIT.filled({"how": how, "unit": shape.unit}) if shape.unit else how


def _form(shape: Shape) -> Text:
    if shape.items:
        if shape.items.properties:
            return words.EACH_ONE.filled({"name": named(shape)})
        several = words.SEVERAL.filled({"example": _example(shape)})
        if not shape.items.choices:
            return several
        choices = _choices(shape.items)
        return Text(f"{several.zh}：{choices.zh}", f"{several.en}: {choices.en}")
    if shape.type is ValueType.CHOICE:
        return _choices(shape)
    return words.HOW[shape.type].filled({"example": _example(shape)})


def _choices(shape: Shape) -> Text:
    return Text(words.OR.join(label.zh for label in shape.choices.values()), words.OR.join(shape.choices))


def _example(shape: Shape) -> Text:
    """The schema's own example, as one writes it."""
    example = shape.fragment["examples"][0]
    if isinstance(example, str):
        return same(example)
    return Text(*(flow(example, shape, language) for language in (Language.ZH, Language.EN)))


def inside(shapes: Sequence[Shape]) -> Iterator[Text]:
    """A line for each of the entries of a list or columns of a table: what may stand there."""
    for shape in shapes:
        yield words.COLUMN.filled({"name": named(shape), "how": how_to_fill(shape)})


def named(shape: Shape) -> Text:
    """The key to write in either language."""
    return Text(shape.keys_zh[0] if shape.keys_zh else shape.name, shape.name)


def asks(askers: Sequence[Asker]) -> Iterator[Text]:
    """The rules that ask for an entry, by clause. Those it only guards are told where no other asks for it."""
    telling = [asker for asker in askers if not asker.guards] or askers
    said = list(dict.fromkeys(map(_asks, telling)))
    shown = said if len(said) <= _MOST + 1 else said[:_MOST]
    yield from shown
    if len(shown) < len(said):
        yield words.MORE.filled({"n": same(str(len(said) - len(shown)))})


def _asks(asker: Asker) -> Text:
    rule = asker.rule
    said = words.ASKS.filled({"region": asker.pack.name, "article": asker.clause.article, "title": rule.title})
    return words.BY_OTHERS[rule.binds].filled({"rule": said}) if rule.binds in words.BY_OTHERS else said

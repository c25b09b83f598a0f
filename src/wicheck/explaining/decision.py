"""How a rule is decided: its check, the checks within, and their figures, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from wicheck.documents.shapes import Shape, ValueType
from wicheck.explaining import words
from wicheck.explaining.data import Reader
from wicheck.explaining.page import Line, Style
from wicheck.model import Fact, Text, same
from wicheck.packs.bind import path_label
from wicheck.packs.dated import is_dated

Arguments = Mapping[str, Any]


class Teller(NamedTuple):
    """Says in words what check kinds are told by arguments."""

    reader: Reader

    def steps(self, arguments: Arguments, depth: int = 0) -> Iterator[Line]:
        """The check and, nested, the checks within."""
        yield Line(self._step(arguments), Style.ITEM, depth)
        for inner in nested(arguments):
            yield from self._inside(arguments).steps(inner, depth + 1)

    def figures(self, arguments: Arguments) -> Iterator[Text]:
        """Every figure of the check and of those within, with what leaves room."""
        yield from self._told(arguments, words.FIGURES)
        if "exceptions_allowed" in arguments:
            yield words.ROOM.filled({"word": arguments["exceptions_allowed"]})
        elif "minimum" in arguments or "maximum" in arguments:
            yield words.FIRM
        for inner in nested(arguments):
            yield from self._inside(arguments).figures(inner)

    def _inside(self, arguments: Arguments) -> Teller:
        return Teller(self.reader.inside(arguments))

    def _step(self, arguments: Arguments) -> Text:
        name = arguments["check"]
        kind = self.reader.vocabulary.kind(name)
        known = {"title": kind.title if kind else same(name), "name": name}
        parts = [*self._subjects(arguments), *self._told(arguments, {**words.FIGURES, **words.CHOICES})]
        if "question" in arguments:
            parts.append(words.QUESTION.filled({"question": Text(**arguments["question"])}))
        if not parts:
            return words.CHECKED.filled(known)
        return words.CHECKED_ON.filled({**known, "what": joined(parts, words.PAUSE)})

    def _subjects(self, arguments: Arguments) -> Iterator[Text]:
        """What is looked at: the fact, or the entries that the check itself names."""
        fact = self._fact(arguments)
        if fact:
            yield fact.title
        own = {key: value for key, value in arguments.items() if key not in ("fact", "check") and not checks(value)}
        for path in self.reader.paths(own):
            yield path_label(path, self.reader.schemas)

    def _told(self, arguments: Arguments, wordings: Mapping[str, Text]) -> Iterator[Text]:
        """The check's own arguments among ``wordings``, in words."""
        for name, wording in wordings.items():
            if name in arguments:
                value = arguments[name]
                used = words.IN_MONTHS if name == "months" and isinstance(value, list) else wording
                yield used.filled({"figure": self._figure(value, arguments)})

    def _figure(self, value: Any, arguments: Arguments) -> Text:
        if is_dated(value):
            parts = [
                words.DATED.filled({"day": day, "figure": self._figure(each, arguments)}) for day, each in value.items()
            ]
            return joined(parts, words.PAUSE)
        if isinstance(value, list | tuple):
            return joined([self._figure(each, arguments) for each in value], words.COMMA)
        if isinstance(value, str):
            return self._choice(value, arguments)
        return self._number(value, arguments)

    def _choice(self, value: str, arguments: Arguments) -> Text:
        shape = self._shape(arguments)
        known = (shape.items or shape).choices if shape else {}
        return known.get(value, same(value))

    def _number(self, value: Decimal | int, arguments: Arguments) -> Text:
        fact, shape = self._fact(arguments), self._shape(arguments)
        unit = fact.unit if fact else (shape.unit if shape else None)
        if (unit and unit.zh == "%") or (shape and shape.type is ValueType.SHARE):
            return same(f"{(Decimal(value) * 100).normalize():f}%")
        if unit is None or not ("minimum" in arguments or "maximum" in arguments):
            return same(str(value))
        return Text(f"{value} {unit.zh}", f"{value} {unit.en}")

    def _fact(self, arguments: Arguments) -> Fact | None:
        return self.reader.vocabulary.fact(arguments["fact"]) if "fact" in arguments else None

    def _shape(self, arguments: Arguments) -> Shape | None:
        """What the schema says of the value that is looked at."""
        path = self.reader.path(arguments.get("value"))
        return self.reader.schemas.at(path, through_arrays=True) if path else None


def nested(arguments: Arguments) -> Iterator[Arguments]:
    """The checks within, whatever the check kind calls the lists they stand in."""
    return (check for value in arguments.values() for check in checks(value))


def checks(value: Any) -> Sequence[Arguments]:
    """The checks in a list of checks; none where it is something else."""
    held = value if isinstance(value, list | tuple) else ()
    return [each for each in held if isinstance(each, Mapping) and "check" in each]


def joined(parts: list[Text], between: Text) -> Text:
    return Text(between.zh.join(part.zh for part in parts), between.en.join(part.en for part in parts))


def asks_a_person(value: Any) -> bool:
    """Whether anything in a rule's arguments leads to a judgement of people."""
    if isinstance(value, Mapping):
        return "question" in value or "exceptions_allowed" in value or any(map(asks_a_person, value.values()))
    return isinstance(value, list | tuple) and any(map(asks_a_person, value))

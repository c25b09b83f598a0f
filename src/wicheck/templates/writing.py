"""One document as a text: comments above, entries in the schema's order, what is not known left empty."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from wicheck.documents.shapes import Shape, ValueType
from wicheck.model import Language, Path, Text
from wicheck.plan import PLANNED_BY
from wicheck.reports.layout import columns, wrap
from wicheck.templates import words
from wicheck.templates.asking import Asker
from wicheck.templates.comments import about, about_table, asks, inside
from wicheck.templates.tables import Table
from wicheck.templates.tree import Node, common
from wicheck.templates.values import entry_lines, flow, key

WIDTH = 96
_HEADER = "wicheck"
_ASKING, _INSIDE = "#   · ", "#     "


class Sheet(NamedTuple):
    """What one document holds. ``given`` are the canonical values already known, ``tables`` those that an entry is
    to name; both by path below the document."""

    root: Node
    given: Mapping[Path, Any]
    tables: Mapping[Path, Table]
    heading: Sequence[Text]


def written(sheet: Sheet, language: Language) -> str:
    return "".join(f"{line}\n" for line in Writing(sheet, language).document())


class Writing(NamedTuple):
    sheet: Sheet
    language: Language

    def document(self) -> Iterator[str]:
        for text in self.sheet.heading:
            yield from self.comment(text, "", "# ")
        yield f"{_HEADER}: {self.sheet.root.shape.name}/v1"
        for lines in self.below(self.sheet.root, (), ()):
            yield ""
            yield from lines

    def below(self, node: Node, path: Path, told: Sequence[Asker]) -> Iterator[Iterator[str]]:
        """The lines of each entry in it. ``told`` are the rules that a comment further up has named."""
        before: list[Asker] = []
        for child in node.children:
            naming = [asker for asker in self.named_at(child) if asker not in told]
            yield self.entry(child, (*path, child.shape.name), told, naming, before)
            before = naming

    def entry(
        self, node: Node, path: Path, told: Sequence[Asker], naming: Sequence[Asker], before: Sequence[Asker]
    ) -> Iterator[str]:
        """An entry with all below it. ``naming`` are its own rules, ``before`` those of the entry above."""
        indent = "  " * (len(path) - 1)
        yield from self.comments(node, path, naming, before)
        yield f"{indent}{key(node.shape, self.language)}:{self.value(node, path)}"
        for lines in self.below(node, path, (*told, *naming)):
            yield from lines
        if not node.children and path not in self.sheet.given:
            yield from self.example(node.shape, indent)

    def comments(self, node: Node, path: Path, naming: Sequence[Asker], before: Sequence[Asker]) -> Iterator[str]:
        indent, about, again = "  " * (len(path) - 1), self.about(node, path), naming == before
        yield from self.comment(words.AGAIN.filled({"about": about}) if naming and again else about, indent, "# ")
        for text in self.asking(path, () if again else naming):
            yield from self.comment(text, indent, _ASKING)
        yield from self.details(path, node.shape, indent)

    def about(self, node: Node, path: Path) -> Text:
        table = self.sheet.tables.get(path)
        return about_table(node.shape, table.file) if table else about(node.shape, bool(node.children))

    def asking(self, path: Path, naming: Sequence[Asker]) -> Iterator[Text]:
        yield from asks(naming)
        if (self.sheet.root.shape.name, *path) in PLANNED_BY:
            yield words.PLANS

    def named_at(self, node: Node) -> Sequence[Asker]:
        """Rules that read the entry itself, or everything below it where that is more than one."""
        return (*node.askers, *common(node)) if len(node.children) > 1 else node.askers

    def value(self, node: Node, path: Path) -> str:
        """What is known, else a blank to write behind; nothing where other entries follow."""
        if path in self.sheet.given:
            return f" {flow(self.sheet.given[path], node.shape, self.language)}"
        return "" if node.children else " "

    def details(self, path: Path, shape: Shape, indent: str) -> Iterator[str]:
        """The columns of a table; the words that entries of a list may have."""
        if path in self.sheet.tables:
            shapes = list(self.sheet.tables[path].columns)
        else:
            entries = shape.items.properties.values() if shape.items else ()
            shapes = [each for each in entries if each.type is ValueType.CHOICE]
        for text in inside(shapes):
            yield from self.comment(text, indent, _INSIDE)

    def example(self, shape: Shape, indent: str) -> Iterator[str]:
        """An entry of a list, to be taken out of its comment."""
        if shape.items and shape.items.properties:
            lines = entry_lines(shape.items, self.language, WIDTH - len(indent) - 4)
            yield from (f"{indent}#  {line}" for line in lines)

    def comment(self, text: Text, indent: str, lead: str) -> Iterator[str]:
        for line in wrap(text.of(self.language), WIDTH - len(indent) - columns(lead)):
            yield f"{indent}{lead}{line}"
            lead = f"#{' ' * (len(lead) - 1)}"

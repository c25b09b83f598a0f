"""The files inside a workbook that its sheets share: texts and styles."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import suppress

from wicheck.tabular.number_formats import BUILT_IN, GENERAL
from wicheck.tabular.packages import Package, local_name, parser_of

_code = re.compile("_x([0-9A-Fa-f]{4})_")


def shared_texts(package: Package) -> list[str]:
    """The texts that cells refer to by their number."""
    name = package.file_of("sharedStrings")
    texts = _Texts()
    if name:
        parse(package, name, texts.begin, texts.end, texts.add)
    return texts.found


def cell_formats(package: Package) -> list[str]:
    """The number format of each style that cells may have."""
    name = package.file_of("styles")
    styles = _Styles()
    if name:
        parse(package, name, styles.begin, styles.end, lambda _: None)
    return [styles.codes.get(each, BUILT_IN.get(each, GENERAL)) for each in styles.formats]


def parse(
    package: Package,
    name: str,
    begin: Callable[[str, Mapping[str, str]], None],
    end: Callable[[str], None],
    add: Callable[[str], None],
) -> None:
    parser = parser_of(lambda tag, attributes: begin(local_name(tag), attributes))
    parser.EndElementHandler = lambda tag: end(local_name(tag))
    parser.CharacterDataHandler = add
    with package.open(name) as stream:
        parser.ParseFile(stream)


def decoded(text: str) -> str:
    """A sign that XML cannot hold stands as its number: ``_x000D_``."""
    with suppress(ValueError):
        return _code.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text
    return text


class _Texts:
    """The texts that cells refer to by number. How a name is pronounced is no part of it."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._parts: list[str] = []
        self._reads = self._spoken = False

    def begin(self, tag: str, _: Mapping[str, str]) -> None:
        if tag == "si":
            self._parts = []
        elif tag == "rPh":
            self._spoken = True
        self._reads = tag == "t" and not self._spoken

    def add(self, text: str) -> None:
        if self._reads:
            self._parts.append(text)

    def end(self, tag: str) -> None:
        self._reads = False
        if tag == "rPh":
            self._spoken = False
        elif tag == "si":
            self.found.append(decoded("".join(self._parts)))


class _Styles:
    """The formats that are spelled out, and that of each style."""

    def __init__(self) -> None:
        self.codes: dict[int, str] = {}
        self.formats: list[int] = []
        self._of_cells = False

    def begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "numFmt":
            self.codes[int(attributes["numFmtId"])] = attributes["formatCode"]
        elif tag == "cellXfs":
            self._of_cells = True
        elif tag == "xf" and self._of_cells:
            self.formats.append(int(attributes.get("numFmtId", "0")))

    def end(self, tag: str) -> None:
        if tag == "cellXfs":
            self._of_cells = False

"""Billing queries: files of SQL that begin with their definition in words.

A pack's rule names its query; it stands in the pack's own ``sql`` folder, in ``common/sql`` beside the pack, or in
the one that wicheck brings along. A query is read when something asks for it: most runs judge no claims.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path as FilePath
from typing import Any

from wicheck.documents.data import data_folder
from wicheck.documents.schemas import Schemas
from wicheck.documents.validate import decider
from wicheck.errors import InputError, PackError
from wicheck.model import (
    Bearer,
    EvidenceColumn,
    Figure,
    Location,
    Pack,
    Population,
    Query,
    Rule,
    Text,
    Verdict,
    same,
)
from wicheck.model.billing import UNREAD
from wicheck.packs.bind import SQL
from wicheck.packs.parts import whole
from wicheck.packs.source import Source, source
from wicheck.packs.validate import fault
from wicheck.yamlio import decode, read_text

_OPENING, _CLOSING = "/*", "*/"
_CHINESE = "\u2018-\u201d\u2026\u3000-\u303f\u4e00-\u9fff\uff00-\uffef"
_FOLD = f"(?<=[{_CHINESE}]) (?=[{_CHINESE}])"
_UNITS = {
    "元": "yuan",
    "天": "days",
    "次": "times",
    "个": "",
    "种": "kinds",
    "人": "people",
    "月": "months",
    "小时": "hours",
    "倍": "times",
    "%": "%",
}


NOT_READ = EvidenceColumn(
    Text("没有读懂的行和文件，要找的可能在其中", "rows and files not read, among which may be what was looked for")
)


class Queries:
    """The queries of a run, each read once."""

    def __init__(self, schemas: Schemas) -> None:
        self._valid = decider(schemas.schema("query"))
        self._schema = schemas.schema("query")
        self._read: dict[FilePath, Query] = {}

    def of(self, rule: Rule, pack: Pack) -> Query:
        """The query that ``rule`` of ``pack`` names. Raises PackError where it is missing or faulty."""
        file = find(FilePath(pack.folder), rule.arguments["query"], rule).resolve()
        if file not in self._read:
            self._read[file] = self.read(file)
        return self._read[file]

    def read(self, file: FilePath) -> Query:
        """The query that stands in ``file``. Raises PackError where it is faulty."""
        shown = f"{file.parents[1].name}/{SQL}/{file.name}"
        text = decode(file.read_bytes(), shown)
        origin = header(text, shown)
        if not self._valid(origin.data):
            raise fault(self._schema, origin.data, origin)
        own = file.with_suffix(".spark.sql")
        spark = whole(decode(own.read_bytes(), own.name), own).sql if own.is_file() else None
        sql, lines = whole(text, file)
        made = query(file.stem, origin.data)._replace(sql=sql, file_lines=lines, spark_sql=spark)
        return made._replace(location=Location(shown, 1), built_in=common(file))


def common(file: FilePath) -> bool:
    """Whether the file is one that wicheck brings along."""
    return file.is_relative_to(data_folder("policies"))


def find(folder: FilePath, name: str, rule: Rule) -> FilePath:
    """The file of the query ``name`` for a rule of the pack in ``folder``."""
    places = [folder / SQL, folder.parent / "common" / SQL, data_folder("policies") / "common" / SQL]
    for place in places:
        file = place / f"{name}.sql"
        if file.is_file():
            return file
    raise PackError(
        Text(f"规则 {rule.id}：没有查询“{name}”", f"rule {rule.id}: there is no query “{name}”"),
        rule.location,
        Text(
            f"查询写在 {folder.name}/sql/{name}.sql 或 common/sql/{name}.sql",
            f"write it as {name}.sql in one of the sql folders",
        ),
    )


def header(text: str, shown: str) -> Source:
    """The YAML in the comment that the file begins with; places are those of the file."""
    start, end = text.find(_OPENING), text.find(_CLOSING)
    if text[: max(start, 0)].strip() or start < 0 or end < start:
        raise PackError(
            Text("查询文件应以说明开头", "a query's file begins with its header"),
            Location(shown, 1),
            Text("第一行写 /*，其后是 YAML 说明，再写 */", "write /*, the header in YAML, and */"),
        )
    blank = "\n" * text.count("\n", 0, start)
    try:
        nodes = read_text(blank + text[start + len(_OPENING) : end], shown).nodes
    except InputError as error:
        raise PackError(error.message, error.location, error.hint) from error
    return source(nodes[0], shown)


def query(name: str, data: Mapping[str, Any]) -> Query:
    """A query's definition; its text is still to come."""
    return Query(
        name=name,
        title=_unfolded(data["title"]),
        offence=_unfolded(data["offence"]),
        not_an_offence=_text(data.get("not_an_offence")),
        unknown=_text(data.get("unknown")),
        money=_text(data.get("money")),
        bearer=Bearer(data["bearer"]),
        judges=_populations(data["judges"]),
        needs=_columns(data["needs"]),
        absent=Verdict(data.get("absent", Verdict.UNKNOWN)),
        parameters=_figures(data.get("parameters", {})),
        thresholds=_figures(data.get("thresholds", {})),
        evidence=_evidence(data.get("evidence", {})) | ({UNREAD: NOT_READ} if "absence" in data else {}),
        alert=_text(data.get("alert")),
        optional=_columns(data.get("optional", {})),
        absence=tuple(data.get("absence", ())),
    )


def _populations(data: str | Mapping[str, str] | list[str | Mapping[str, str]]) -> tuple[Population, ...]:
    several = data if isinstance(data, list) else [data]
    return tuple(
        Population(each) if isinstance(each, str) else Population(each["table"], each.get("where")) for each in several
    )


def _evidence(data: Mapping[str, Any]) -> dict[str, EvidenceColumn]:
    return {
        column: EvidenceColumn(Text(each["zh"], each["en"]), _unit(each.get("unit")), _words(each.get("words", {})))
        for column, each in data.items()
    }


def _columns(data: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {table: tuple(columns) for table, columns in data.items()}


def _figures(data: Mapping[str, Any]) -> dict[str, Figure]:
    return {
        name: Figure(
            Text(each["zh"], each["en"]), each["type"], _unit(each.get("unit")), bool(each.get("optional", False))
        )
        for name, each in data.items()
    }


def _words(data: Mapping[str, Mapping[str, str]]) -> dict[str, Text]:
    return {code: _unfolded(each) for code, each in data.items()}


def _text(data: Mapping[str, str] | None) -> Text | None:
    return _unfolded(data) if data else None


def _unfolded(data: Mapping[str, str]) -> Text:
    """Where a text goes on in the next line YAML puts a space, which between Chinese characters is none."""
    return Text(re.sub(_FOLD, "", data["zh"]), data["en"])


def _unit(data: str | Mapping[str, str] | None) -> Text | None:
    if data is None:
        return None
    if isinstance(data, str):
        return Text(data, _UNITS[data]) if data in _UNITS else same(data)
    return Text(**data)

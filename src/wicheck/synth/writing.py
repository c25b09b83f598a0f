"""The files of an invented batch: tables as CSV, documents as YAML. Rows go out as they are made."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any, TextIO

from wicheck.billing.inline import written
from wicheck.claims.tables import Table
from wicheck.synth.template import Row

_BUFFER = 1 << 20


class Tables:
    """The CSV files of one batch, one a table, opened when the first row comes; ``known`` are the tables' columns.

    A header is the table's own columns, so that a row needs no look at those before it.
    """

    def __init__(self, folder: Path, known: Mapping[str, Table], stack: ExitStack) -> None:
        self.folder = folder
        self.known = known
        self.counts: dict[str, int] = {}
        self._stack = stack
        self._files: dict[str, TextIO] = {}

    def columns(self, table: str) -> list[str]:
        return list(self.known[table].columns)

    def file(self, table: str, name: str | None = None) -> TextIO:
        """The file of ``table`` (``name`` where a table has several), with its header."""
        name = name or table
        if name not in self._files:
            path = self.folder / f"{name}.csv"
            self._files[name] = self._stack.enter_context(
                path.open("w", encoding="utf-8", newline="", buffering=_BUFFER)
            )
            self._files[name].write(",".join(self.columns(table)) + "\n")
        return self._files[name]

    def add(self, table: str, rows: Iterable[Row], name: str | None = None) -> None:
        """Canonical values by column, as a person would write them in a cell."""
        file = self.file(table, name)
        columns = self.known[table].columns
        writer = csv.writer(file, lineterminator="\n")
        for row in rows:
            writer.writerow([written(row.get(each), column.none_allowed) or "" for each, column in columns.items()])
            self.count(table, 1)

    def count(self, table: str, rows: int) -> None:
        self.counts[table] = self.counts.get(table, 0) + rows

    @property
    def given(self) -> list[str]:
        """The files there are, by their names."""
        return list(self._files)


def write_document(path: Path, kind: str, data: Mapping[str, Any]) -> None:
    """A document of ``kind`` with the canonical ``data``."""
    lines = [f"wicheck: {kind}/v1", *(f"{name}: {flow(value)}" for name, value in data.items())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def flow(value: Any) -> str:
    """A value as YAML: JSON is YAML too, and 无 is both "there is none" and no."""
    return json.dumps(_plain(value), ensure_ascii=False)


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _plain(each) for name, each in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(each) for each in value]
    if isinstance(value, bool):
        return "是" if value else "无"
    return value if isinstance(value, str) else str(value)

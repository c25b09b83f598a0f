"""Tables of a metastore, which a document names as it names files: ``metastore:database.table``.

Only an engine that has a metastore can read them. It writes the columns that are known into Parquet files, and these
are read as all others.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from wicheck.claims.headers import Header
from wicheck.errors import InputError
from wicheck.model import Location, Text
from wicheck.model.loading import Warehouse

_PREFIX = "metastore:"
_NAME = re.compile(r"\w+(\.\w+){0,2}")


def is_in_metastore(name: str) -> bool:
    """Whether ``name`` is that of a table in a metastore, and of no file."""
    return name.startswith(_PREFIX)


class Metastore:
    """The tables that ``warehouse`` reaches; it is asked for (None: the engine has none) when one is named."""

    def __init__(self, warehouse: Callable[[], Warehouse | None]) -> None:
        self._warehouse = warehouse

    def columns(self, name: str, at: Location) -> list[str]:
        """The columns of the table that ``name``, which stands at ``at``, means. Raises InputError."""
        with _told_at(at):
            return self._reached(name, at).table_columns(_table(name, at))

    def export(self, name: str, header: Header, names: list[str], at: Location, folder: Path) -> list[Path]:
        """Its columns that ``header`` knows among ``names``, in Parquet files in ``folder``."""
        used = list(dict.fromkeys(names[place] for place in header.positions.values()))
        with _told_at(at):
            return self._reached(name, at).export_table(_table(name, at), used, folder)

    def _reached(self, name: str, at: Location) -> Warehouse:
        found = self._warehouse()
        if found is None:
            raise _no_metastore(name, at)
        return found


@contextmanager
def _told_at(at: Location) -> Iterator[None]:
    """An engine knows of no documents: what it cannot reach is wrong where it is named."""
    try:
        yield
    except InputError as error:
        raise InputError(error.message, error.location or at, error.hint) from error


def _table(name: str, at: Location) -> str:
    table = name.removeprefix(_PREFIX)
    if not _NAME.fullmatch(table):
        raise _no_name(name, at)
    return table


def _no_metastore(name: str, at: Location) -> InputError:
    return InputError(
        Text(
            f"“{name}”是 Spark 元数据库（metastore）里的表，现在用的查询引擎读不到",
            f'"{name}" is a table of Spark\'s metastore, which the engine of this run does not reach',
        ),
        at,
        Text(
            "加 --engine spark 再运行；或者导出成 Parquet 文件，把文件名写在这里",
            "run again with --engine spark; or export it as Parquet, and name the files here",
        ),
    )


def _no_name(name: str, at: Location) -> InputError:
    return InputError(
        Text(f"“{name}”里的表名写得不对", f'"{name}" does not name a table'),
        at,
        Text(f"写 {_PREFIX}库名.表名，如 {_PREFIX}gs.fee_lines", f"write {_PREFIX}database.table"),
    )

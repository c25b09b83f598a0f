"""The clause inventory: what a region's text holds, written down apart from its pack, so that a pack cannot
overlook its own missing demand.

A file maps regions to their clauses; a region's name is the beginning of its pack's id (``jinhua``, ``jinhua-2020``):

```yaml
jinhua:
  clauses:
  - {id: jinhua-3-2-2, kind: rule, record: institution, demands: [dedicated_ward, beds_min_50]}
```
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path as FilePath
from typing import Any

from wicheck.errors import InputError, PackError
from wicheck.model import ClauseKind, Path, Text
from wicheck.packs.source import Source, source
from wicheck.proving.coverage import Owed
from wicheck.yamlio import read_file

FILE_NAME = "inventory.yaml"
_EXAMPLE = "{id: jinhua-1, kind: rule, record: institution, demands: [beds_min_50]}"


def inventories(folders: Iterable[FilePath]) -> Iterator[Owed]:
    """The rows of the inventories that lie in folders of packs."""
    for folder in folders:
        if (folder / FILE_NAME).is_file():
            yield from read_inventory(folder / FILE_NAME)


def read_inventory(file: FilePath) -> Iterator[Owed]:
    """The rows of one inventory, in the order of the file. Raises PackError with file and line on a faulty one."""
    try:
        nodes = read_file(file, file.name).nodes
    except InputError as error:
        raise PackError(error.message, error.location, error.hint) from error
    for node in nodes:
        origin = source(node, file.name)
        for region, body in _mapping(origin, origin.data, ()).items():
            rows = _mapping(origin, body, (region,)).get("clauses")
            if not isinstance(rows, list):
                raise _fault(origin, (region,))
            for position, row in enumerate(rows):
                yield _owed(origin, (region, "clauses", position), row)


def placed(owed: Iterable[Owed], packs: Iterable[str]) -> Iterator[Owed]:
    """Each row with the id, among ``packs``, of the pack that has to hold it; as it is where there is none."""
    known = tuple(packs)
    for each in owed:
        holder = next((pack for pack in known if f"{pack}-".startswith(f"{each.pack}-")), each.pack)
        yield replace(each, pack=holder)


def _owed(origin: Source, path: Path, row: Any) -> Owed:
    row = _mapping(origin, row, path)
    demands = row.get("demands", [])
    if not isinstance(row.get("id"), str) or row.get("kind") not in tuple(ClauseKind) or not isinstance(demands, list):
        raise _fault(origin, path)
    return Owed(
        id=row["id"],
        pack=str(path[0]),
        kind=ClauseKind(row["kind"]),
        record=row.get("record"),
        demands=tuple(map(str, demands)),
        damage=row.get("damage"),
    )


def _mapping(origin: Source, data: Any, path: Path) -> dict[str, Any]:
    if not isinstance(data, dict):
        raise _fault(origin, path)
    return data


def _fault(origin: Source, path: Path) -> PackError:
    message = Text("条款清单的这一处不合格式", "this is not the form of a clause inventory")
    return PackError(message, origin.locate(path), Text(f"一行写成 {_EXAMPLE}", f"write a row as {_EXAMPLE}"))

"""Topics: what rules of different regions are about, under one name each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path as FilePath

from wicheck.errors import InputError, PackError
from wicheck.model import Text
from wicheck.packs.source import source
from wicheck.yamlio import read_file

FILE_NAME = "topics.yaml"


def topics(folders: Iterable[FilePath]) -> Mapping[str, Text]:
    """The topics that folders of packs name, by their word in rules. Raises PackError on a faulty file."""
    found: dict[str, Text] = {}
    for folder in folders:
        if (folder / FILE_NAME).is_file():
            found |= _read(folder / FILE_NAME)
    return found


def _read(file: FilePath) -> Mapping[str, Text]:
    shown = f"{file.parent.name}/{file.name}"
    try:
        (node,) = read_file(file, shown).nodes
        return {
            name: Text(zh=title["zh"], en=title["en"]) for name, title in source(node, shown).data["topics"].items()
        }
    except InputError as error:
        raise PackError(error.message, error.location, error.hint) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        example = "topics: {rehab_beds: {zh: 康复床位, en: rehabilitation beds}}"
        raise PackError(
            Text(f"{shown}：不是主题清单", f"{shown}: this is no list of topics"),
            hint=Text(f"写成 {example}", f"write {example}"),
        ) from error

"""What was read and verified once, kept for the next start.

An entry holds what follows from certain bytes (of packs, of schemas) by the code that reads them, and nothing that
decides: check kinds and facts always run. It counts only for the very same bytes, code, YAML parser and Python, and
where its own bytes are whole. Whatever is wrong with it or with its folder, it is not there: nothing depends on it
but time.

``WICHECK_CACHE=off`` keeps nothing, ``WICHECK_CACHE=FOLDER`` keeps it elsewhere. Entries are JSON-like values, stored
by ``marshal``: to read one runs no code. A forged one could make law, so that a folder or an entry counts only where
it is our own and nobody else may write to it.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from decimal import Decimal
from functools import cached_property
from importlib.machinery import PathFinder
from pathlib import Path
from typing import Any

from wicheck import __version__

SETTING = "WICHECK_CACHE"
OFF = "off"
_READERS = ("documents", "packs", "yamlio")
"""The rooms whose code makes what is kept."""
_OTHERS_MAY_WRITE = 0o022
_DIGEST = 32


class Cache:
    """Entries by name, in ``folder``; without one nothing is kept. ``code``: folders of the code that makes them."""

    def __init__(self, folder: Path | None = None, code: Sequence[Path] | None = None) -> None:
        self.folder = folder
        self._code = code or [Path(__file__).with_name(room) for room in _READERS]

    def key(self, parts: Iterable[bytes]) -> bytes:
        """What tells whether an entry still counts: a digest of all that it follows from."""
        if self.folder is None:
            return b""
        made = self._readers.copy()
        for part in parts:
            made.update(b"%d:%b" % (len(part), part))
        digest: bytes = made.digest()
        return digest

    def get(self, name: str, key: bytes) -> Any | None:
        """The value kept under ``name`` for ``key``; None where there is none to rely on."""
        if self.folder is None:
            return None
        try:
            kept = _trusted(self.folder / name)
        except OSError:
            return None
        packed = kept[2 * _DIGEST :]
        if kept[: 2 * _DIGEST] != key + hashlib.sha256(packed).digest():
            return None
        return _unpacked(*marshal.loads(packed))  # noqa: S302  whole, and our own

    def put(self, name: str, key: bytes, value: Any) -> None:
        """Keep ``value``, of dicts, lists, texts, numbers, booleans and None, in place of what ``name`` was before."""
        if self.folder is None:
            return
        try:
            packed = marshal.dumps(_packed(value))
        except ValueError:  # something in it that marshal does not know
            return
        beside = self.folder / f"{name}.{os.getpid()}"
        with suppress(OSError):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as stream:
                stream.write(key + hashlib.sha256(packed).digest() + packed)
            beside.replace(self.folder / name)

    @cached_property
    def _readers(self) -> Any:
        """The digest so far: our version and code, the parser, and Python, whose ``marshal`` and patterns change."""
        made = hashlib.sha256(f"{__version__} {sys.version} {_parser()}".encode())
        for folder in self._code:
            for file in sorted(each.path for each in os.scandir(folder) if each.name.endswith(".py")):
                with open(file, "rb", buffering=0) as stream:  # noqa: PTH123  fifty of them at every start
                    made.update(stream.read())
        return made


def users_cache(environment: Mapping[str, str]) -> Cache:
    """The cache of whoever runs this, where the system keeps such things; none where it was turned off."""
    setting = environment.get(SETTING, "")
    if setting:
        return Cache(None if setting == OFF else Path(setting))
    base = _base(environment)
    return Cache(Path(base, "wicheck") if os.path.isabs(base) else None)  # noqa: PTH117  a text that may be empty


def _parser() -> str:
    """Which YAML parser reads packs: the module that states its version, and which compiled code there is.

    To import it, or to ask for its version, takes longer than all else at a start that finds its entries.
    """
    parent = PathFinder.find_spec("ruamel")
    module = PathFinder.find_spec("ruamel.yaml", parent.submodule_search_locations) if parent else None
    compiled = PathFinder.find_spec("_ruamel_yaml")
    with suppress(OSError):  # inside an archive it is that of the program
        stated = Path(module.origin).read_bytes() if module and module.origin else b""
        seen = os.stat(compiled.origin) if compiled and compiled.origin else None  # noqa: PTH116  a millisecond
        return f"{hashlib.sha256(stated).hexdigest()} {(seen.st_size, seen.st_mtime_ns) if seen else None}"
    return ""


def _base(environment: Mapping[str, str]) -> str:
    if os.name == "nt":
        return environment.get("LOCALAPPDATA", "")
    home = os.path.expanduser("~")  # noqa: PTH111  where there is no home it stays as it is, and nothing is raised
    if sys.platform == "darwin":
        return f"{home}/Library/Caches"
    given = environment.get("XDG_CACHE_HOME", "")
    return given if given.startswith("/") else f"{home}/.cache"


def _trusted(file: Path) -> bytes:
    """The content of ``file``. Raises OSError where it, or its folder, is not ours alone to write."""
    with file.open("rb") as stream:
        for seen in (os.fstat(stream.fileno()), file.parent.stat()):
            if os.name != "nt" and (seen.st_uid != os.geteuid() or seen.st_mode & _OTHERS_MAY_WRITE):
                raise PermissionError(file)
        return stream.read()


def _packed(value: Any) -> tuple[Any, list[tuple[list[Any], str]]]:
    """``value`` without its Decimals, which ``marshal`` does not know, and those with their places."""
    decimals: list[tuple[list[Any], str]] = []

    def plain(part: Any, place: list[Any]) -> Any:
        if isinstance(part, Decimal):
            decimals.append((place, str(part)))
            return None
        if isinstance(part, dict):
            return {key: plain(each, [*place, key]) for key, each in part.items()}
        if isinstance(part, list):
            return [plain(each, [*place, number]) for number, each in enumerate(part)]
        return part

    return plain([value], []), decimals


def _unpacked(holder: list[Any], decimals: list[tuple[list[Any], str]]) -> Any:
    for place, text in decimals:
        part = holder
        for step in place[:-1]:
            part = part[step]
        part[place[-1]] = Decimal(text)
    return holder[0]

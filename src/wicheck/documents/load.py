"""Paths to dossiers, with every error on the way and none hiding another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain
from pathlib import Path, PurePosixPath
from unicodedata import normalize

from wicheck.documents.dossiers import assemble
from wicheck.documents.files import InputFile, SourceFile, find_files, shown_name
from wicheck.documents.reading import FileReading, ReadDocument, read_documents
from wicheck.documents.schemas import Schemas
from wicheck.errors import InputError
from wicheck.model import Document, DocumentKind, Dossier, Notice, Text
from wicheck.model.tuples import NamedTuple
from wicheck.yamlio import Limits

SIDECAR_NOT_USED = "sidecar_not_used"
NO_FILES = Notice(
    "no_files",
    Text(
        "没有找到可以检查的文件：文件夹里只读 .yaml 和 .yml；费用的表格（CSV、Excel）"
        "要写在费用文件（claims/v1）的“表格”里；还没有资料的，先用 wicheck init 写出空白的，如 wicheck init 金华",
        "there are no files to check: of a folder only .yaml and .yml are read; tables of claims (CSV, Excel) are "
        "named in a claims file (claims/v1) under tables; wicheck init writes empty documents to begin with",
    ),
)
_AGREEMENTS = {DocumentKind.AGREEMENT, DocumentKind.REGISTRY}
_HAVE_TABLES = {DocumentKind.CLAIMS, DocumentKind.CATALOGUE}
_BY_OPTION = {
    DocumentKind.SETTINGS: "--settings",
    DocumentKind.WAIVERS: "--waivers",
    DocumentKind.ATTESTATIONS: "--attestations",
}


class Loaded(NamedTuple):
    """All that was read. ``documents`` are the valid ones, those that are in no dossier included.

    ``lost_agreements`` counts those that could not be read and tell, or may tell, of an agreement.
    """

    documents: tuple[Document, ...]
    dossiers: tuple[Dossier, ...]
    errors: tuple[InputError, ...]
    notices: tuple[Notice, ...]
    files: tuple[InputFile, ...]
    lost_agreements: int = 0


def load(paths: Iterable[Path], schemas: Schemas, limits: Limits | None = None) -> Loaded:
    """Everything below ``paths``. Raises UsageError where a path does not exist."""
    files = find_files(paths)
    return found(gather(read_documents(files, schemas, limits), schemas), files)


def found(loaded: Loaded, files: Sequence[SourceFile], elsewhere: Iterable[str] = ()) -> Loaded:
    """With a notice where the paths that were given held no file to read, or others beside those read.

    ``elsewhere`` are tables with lists that other processes have read.
    """
    if not files:
        return loaded._replace(notices=(*loaded.notices, NO_FILES))
    beside = [each.beside for each in files if each.beside]
    if not beside:
        return loaded
    read = (each.name for each in loaded.files)
    used = frozenset(map(_alike, (*tables_named(loaded.documents), *read, *elsewhere)))
    left = [[name for name in names if not _is_among(used, _alike(name))] for names in beside]
    return loaded._replace(notices=(*loaded.notices, *(_not_read(names) for names in left if names)))


def tables_named(documents: Iterable[Document]) -> Iterator[str]:
    """The files and folders that batches and catalogues name, as messages show them."""
    here = Path.cwd()
    for document in documents:
        tables = document.data.get("tables") if document.kind in _HAVE_TABLES else None
        named = chain.from_iterable(tables.values()) if isinstance(tables, Mapping) else tables or ()
        folder = Path(document.locate((document.kind,)).file).parent
        yield from (shown_name(folder / each, here) for each in named)


def _is_among(used: Set[str], name: str) -> bool:
    """Whether a file is used, itself or with a folder it lies in."""
    return name in used or any(str(folder) in used for folder in PurePosixPath(name).parents)


def _alike(name: str) -> str:
    """Some systems take names that differ in capitals, or in how accents are kept, for one."""
    return normalize("NFC", name).casefold()


def _not_read(names: Sequence[str]) -> Notice:
    first, more = names[0], len(names) > 1
    return Notice(
        "office_files_not_read",
        Text(
            f"{first} {f'等 {len(names)} 个文件' if more else ''}没有读：费用的表格要写在费用文件（claims/v1）"
            "的“表格”里；机构和申请的情况从 YAML 读，名单在表格里的也要写明文件名，如“花名册: 花名册.xlsx”；"
            "只作附件的不必理会",
            f"{first}{f' and others, {len(names)} in all,' if more else ''} not read: tables of claims are named in a "
            "claims file (claims/v1) under tables; institutions and applications are read from YAML, where a list in a "
            "table must be named, as in roster: roster.xlsx; what is merely attached is of no matter",
        ),
    )


def gather(readings: Iterable[FileReading], schemas: Schemas) -> Loaded:
    """What ``readings`` amount to together; they may come from several processes, in any order that is stable."""
    all_readings = tuple(readings)
    used, ignored = _split(read for reading in all_readings for read in reading.documents)
    invalid = [key for reading in all_readings for key in reading.invalid]
    owners = [owner for reading in all_readings for owner in reading.owners]
    assembly = assemble(used, schemas, invalid, owners)
    return Loaded(
        documents=tuple(read.document for read in used),
        dossiers=assembly.dossiers,
        errors=(*(error for reading in all_readings for error in reading.errors), *assembly.errors),
        notices=(
            *(notice for reading in all_readings for notice in reading.notices),
            *(_ignored(read.document) for read in ignored),
            *assembly.notices,
        ),
        files=_files(all_readings),
        lost_agreements=sum(map(_lost_agreements, all_readings)),
    )


def _files(readings: Iterable[FileReading]) -> tuple[InputFile, ...]:
    """All that was read, the tables behind the file that names them first."""
    found: dict[str, InputFile] = {}
    for reading in readings:
        for each in (*((reading.input,) if reading.input else ()), *reading.tables):
            found.setdefault(each.name, each)
    return tuple(found.values())


def _lost_agreements(reading: FileReading) -> int:
    """Of a file that does not even say what it is nobody knows whether it is one."""
    if reading.invalid or not reading.errors:
        return sum(kind in _AGREEMENTS for kind, _ in reading.invalid)
    return 1


def _split(documents: Iterator[ReadDocument]) -> tuple[list[ReadDocument], list[ReadDocument]]:
    """Those to judge, and those that count only where somebody named them: nobody waives his own failures."""
    used: list[ReadDocument] = []
    ignored: list[ReadDocument] = []
    for read in documents:
        (ignored if read.document.kind in _BY_OPTION else used).append(read)
    return used, ignored


def _ignored(document: Document) -> Notice:
    option = _BY_OPTION[document.kind]
    place = document.locate((document.kind,))
    text = Text(
        f"没有使用：这种文件要用 {option} 指明",
        f"not used: such a document counts only when named with {option}",
    )
    return Notice(SIDECAR_NOT_USED, text, place)

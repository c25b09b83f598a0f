"""One file at a time: from bytes to valid canonical documents, or to errors that say what to mend."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from unicodedata import normalize

from wicheck.documents.beside import Beside
from wicheck.documents.canonical import CanonicalPass
from wicheck.documents.files import InputFile, SourceFile
from wicheck.documents.header import KEY, headed, is_to_be_checked
from wicheck.documents.notes import Attached, Reference
from wicheck.documents.schemas import Schemas
from wicheck.documents.tables import Tables
from wicheck.documents.validate import Validation
from wicheck.errors import InputError, why
from wicheck.model import Document, DocumentKind, Location, Notice, Text
from wicheck.model.tuples import NamedTuple
from wicheck.yamlio import Limits, Node, decode, read_text
from wicheck.yamlio.faults import too_large

FILE_SKIPPED = "file_skipped"
_PART = 1 << 16
OWNER = "institution"
"""The entry in which a document names the institution it belongs to."""
ADMITTING = (DocumentKind.APPLICATION, DocumentKind.AGREEMENT)
"""What an institution's admission hangs on beside its own document: whoever cannot read it cannot say yes."""

_ATTACHING = (DocumentKind.INSTITUTION, DocumentKind.APPLICATION, DocumentKind.AGREEMENT)
"""Those whose files are papers for people. What claims and catalogues name are tables, which are read elsewhere."""
_LISTING = (*_ATTACHING, DocumentKind.REGISTRY, DocumentKind.EPISODE)
"""Those whose lists may stand in tables of their own."""
_TABLES = (".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".parquet")


class ReadDocument(NamedTuple):
    """A valid document with what it refers to."""

    document: Document
    references: tuple[Reference, ...]
    files: tuple[Attached, ...] = ()


class FileReading(NamedTuple):
    """What became of one file. It can be pickled, so that processes may share the reading.

    ``tables`` are the files beside it in which lists of its documents stand.

    ``input`` is None where the file could not be opened. A file may hold several documents, and errors of one
    do not hide the others; ``invalid`` are the kinds and ids of those that have errors, where they tell them, and
    ``owners`` the institutions whose admission hangs on one of those.
    """

    documents: tuple[ReadDocument, ...] = ()
    errors: tuple[InputError, ...] = ()
    notices: tuple[Notice, ...] = ()
    input: InputFile | None = None
    invalid: tuple[tuple[str, str], ...] = ()
    owners: tuple[str, ...] = ()
    tables: tuple[InputFile, ...] = ()


class Invalid(NamedTuple):
    """A document with errors, by its id and the institution it belongs to if it gives them."""

    kind: str
    id: str | None
    owner: str | None
    errors: tuple[InputError, ...]


class Reader:
    """Reads the files of one run; keeps what was compiled for each kind."""

    def __init__(self, schemas: Schemas, limits: Limits | None = None, expected: int = 0) -> None:
        self._schemas = schemas
        self._limits = limits or Limits()
        self._validation = Validation(schemas, expected)
        self._passes: dict[DocumentKind, CanonicalPass] = {}
        self._tables: dict[DocumentKind, Tables] = {}
        self._kinds = tuple(kind for kind in DocumentKind if kind in schemas.kinds)

    def read(self, source: SourceFile) -> FileReading:
        """The documents of ``source``. Raises nothing: what is wrong is among the errors."""
        if source.shown.lower().endswith(_TABLES):
            return FileReading(errors=(_table(source),))
        try:
            data = _content(source.path, self._limits.max_bytes + 1)
        except OSError as error:
            return FileReading(errors=(_unreadable(source, error),))
        if len(data) > self._limits.max_bytes:
            return FileReading(errors=(too_large(source.shown, self._limits.max_bytes),))
        origin = InputFile(source.shown, len(data), hashlib.sha256(data).hexdigest())
        try:
            text = decode(data, source.shown)
        except InputError as error:
            return FileReading(errors=(error,), input=origin)
        return self._read_text(text, source, origin)

    def _read_text(self, text: str, source: SourceFile, origin: InputFile) -> FileReading:
        try:
            reading = read_text(text, source.shown, self._limits)
        except InputError as error:
            if _foreign(text, source):
                return FileReading(notices=(_skipped(source),), input=origin)
            return FileReading(errors=(error,), input=origin)
        # An empty file is nobody's: what was to stand in it is lost.
        if text.strip() and not source.named and not any(is_to_be_checked(node) for node in reading.nodes):
            return FileReading(notices=(_skipped(source),), input=origin)
        return self._read_nodes(reading.nodes, reading.notices, source, origin)

    def _read_nodes(
        self, nodes: list[Node], notices: list[Notice], source: SourceFile, origin: InputFile
    ) -> FileReading:
        documents: list[ReadDocument] = []
        errors: list[InputError] = [] if nodes else [_empty(source)]
        invalid: list[tuple[str, str]] = []
        owners: list[str] = []
        beside = Beside(source.path, source.shown, self._limits)
        for node in nodes:
            try:
                result = self._read_node(node, source.shown, beside)
            except InputError as error:
                errors.append(error)
                continue
            if isinstance(result, ReadDocument):
                documents.append(result)
                if result.files:
                    from wicheck.documents.attachments import looked_up

                    told, wrong = looked_up(result.document, result.files, Path(source.path).parent)
                    notices += told
                    errors += wrong
                continue
            errors.extend(result.errors)
            if result.id:
                invalid.append((result.kind, result.id))
            if result.owner and result.kind in ADMITTING:
                owners.append(result.owner)
        return FileReading(
            tuple(documents),
            tuple(errors),
            (*notices, *beside.notices),
            origin,
            tuple(invalid),
            tuple(owners),
            tuple(beside.inputs.values()),
        )

    def _read_node(self, node: Node, file: str, beside: Beside) -> ReadDocument | Invalid:
        """Raises InputError where the document does not say what it is."""
        kind, mapping = headed(node, file, self._kinds)
        if kind not in self._passes:
            self._passes[kind] = CanonicalPass(self._schemas.shape(kind))
            self._tables[kind] = Tables(self._schemas.shape(kind))
        mapping, tables, amiss = self._tables[kind].split(mapping, file)
        nearby = beside if kind in _LISTING else None
        data, positions, references, files, faults = self._passes[kind].read(mapping, file, nearby)
        invalid = self._validation.errors(kind, data, positions)
        if faults or invalid or amiss:
            errors = tuple(sorted((*faults, *invalid, *amiss), key=_order(file)))
            return Invalid(kind, data.get("id"), data.get(OWNER), errors)
        document = Document(kind, data["id"], data, positions, tables)
        return ReadDocument(document, references, files if kind in _ATTACHING else ())


def read_documents(
    files: Sequence[SourceFile], schemas: Schemas, limits: Limits | None = None
) -> Iterator[FileReading]:
    """Each file's reading, in the given order, as soon as it is done."""
    reader = Reader(schemas, limits, len(files))
    return map(reader.read, files)


def _content(path: str, most: int) -> bytes:
    """The first ``most`` bytes of a file. Asked for at once, so much memory is made ready for each, however small."""
    parts = []
    with open(path, "rb", buffering=0) as stream:  # noqa: PTH123  thousands of them, and a Path costs as much
        while most > 0 and (part := stream.read(min(most, _PART))):
            parts.append(part)
            most -= len(part)
    return b"".join(parts)


def _foreign(text: str, source: SourceFile) -> bool:
    """Whether a faulty file that merely lies in a folder is somebody else's."""
    return not source.named and KEY not in normalize("NFKC", text).casefold()


def _order(file: str) -> Callable[[InputError], tuple[bool, int, int]]:
    """By line; what is wrong in a table comes after what is wrong in ``file`` itself."""

    def place(error: InputError) -> tuple[bool, int, int]:
        at = error.location
        return (at.file != file, at.line or 0, at.column or 0) if at else (False, 0, 0)

    return place


def _unreadable(source: SourceFile, error: OSError) -> InputError:
    if isinstance(error, IsADirectoryError):
        return InputError(
            Text("这个文件夹打不开，里面的文件都没有读", "this folder cannot be opened: nothing in it was read"),
            Location(source.shown),
            Text("请检查是否有权限查看它", "check that you may read it"),
        )
    reason = why(error)
    return InputError(
        Text(f"打不开文件：{reason.zh}", f"the file cannot be opened: {reason.en}"),
        Location(source.shown),
        Text(
            "请检查文件是否存在、是否有权限读取、是否被别的程序占用",
            "check that it exists, that you may read it and that no program holds it",
        ),
    )


def _table(source: SourceFile) -> InputError:
    """Else its bytes would be told to be no text, and a clerk would save it in another encoding, in vain."""
    return InputError(
        Text("这是表格，不能直接检查", "this is a table, which cannot be checked by itself"),
        Location(source.shown),
        Text(
            "费用的表格：请写一份费用文件（首行 wicheck: claims/v1），在“表格”里写上它，再检查那份文件；"
            "花名册一类的名单：在机构文件里写它的文件名，如“花名册: 花名册.xlsx”",
            "of claims: write a claims file (wicheck: claims/v1) that names it under tables, and check that; of a list "
            "such as a roster: name it in the institution's file, as in roster: roster.xlsx",
        ),
    )


def _empty(source: SourceFile) -> InputError:
    return InputError(
        Text("文件是空的", "the file is empty"),
        Location(source.shown, 1, 1),
        Text(
            "请先写一行 wicheck: institution/v1（按文件种类改）",
            "begin it with wicheck: institution/v1, or whichever kind it is",
        ),
    )


def _skipped(source: SourceFile) -> Notice:
    text = Text(
        "已跳过：开头没有写明是要检查的文件（wicheck: 种类/v1）",
        "skipped: it does not begin with the kind of a document to check (wicheck: KIND/v1)",
    )
    return Notice(FILE_SKIPPED, text, Location(source.shown))

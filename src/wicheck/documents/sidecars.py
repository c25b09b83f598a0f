"""Documents that only count where somebody names them: settings, waivers, attestations, calendars.

They are read and validated before anything is judged. An applicant cannot waive his own failures or set the agency's
figures by putting a file into his folder.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from wicheck.documents.files import InputFile, SourceFile, find_files
from wicheck.documents.reading import Reader
from wicheck.documents.schemas import Schemas
from wicheck.documents.settings import Settings, settings_of
from wicheck.documents.statements import attestations_of, term_error, waivers_of
from wicheck.errors import InputError
from wicheck.model import Attestation, Document, DocumentKind, Notice, Text, Waiver
from wicheck.model.tuples import NamedTuple

SIDECARS = (DocumentKind.SETTINGS, DocumentKind.WAIVERS, DocumentKind.ATTESTATIONS, DocumentKind.CALENDAR)


class Sidecars(NamedTuple):
    """What was named beside the documents to check. Where there are errors, their documents are left out."""

    settings: Settings
    waivers: tuple[Waiver, ...]
    attestations: tuple[Attestation, ...]
    calendars: tuple[Document, ...]
    errors: tuple[InputError, ...]
    notices: tuple[Notice, ...]
    files: tuple[InputFile, ...]


class _Gathered(NamedTuple):
    documents: list[tuple[SourceFile, Document]]
    errors: list[InputError]
    notices: list[Notice]
    files: list[InputFile]

    def of_kind(self, kind: DocumentKind) -> Iterator[tuple[SourceFile, Document]]:
        return ((source, document) for source, document in self.documents if document.kind is kind)


def load_sidecars(named: Mapping[DocumentKind, Sequence[Path]], schemas: Schemas) -> Sidecars:
    """Everything below the paths ``named`` for each of the kinds ``SIDECARS``.

    A document of another kind than it was named for is an error. Raises UsageError where a path does not exist.
    """
    gathered = _gather(named, schemas)
    settings, clashes = settings_of([document for _, document in gathered.of_kind(DocumentKind.SETTINGS)])
    attestations = list(_attestations(gathered))
    return Sidecars(
        settings=settings,
        waivers=tuple(each for _, document in gathered.of_kind(DocumentKind.WAIVERS) for each in waivers_of(document)),
        attestations=tuple(each for each in attestations if isinstance(each, Attestation)),
        calendars=tuple(document for _, document in gathered.of_kind(DocumentKind.CALENDAR)),
        errors=(*gathered.errors, *clashes, *(each for each in attestations if isinstance(each, InputError))),
        notices=tuple(gathered.notices),
        files=tuple(gathered.files),
    )


def _gather(named: Mapping[DocumentKind, Sequence[Path]], schemas: Schemas) -> _Gathered:
    gathered = _Gathered([], [], [], [])
    reader = Reader(schemas)
    for kind, paths in named.items():
        for source in find_files(paths):
            reading = reader.read(source)
            gathered.errors.extend(reading.errors)
            gathered.notices.extend(reading.notices)
            gathered.files.extend([reading.input] if reading.input else [])
            for read in reading.documents:
                if read.document.kind is kind:
                    gathered.documents.append((source, read.document))
                else:
                    gathered.errors.append(_other_kind(read.document, kind))
    return gathered


def _attestations(gathered: _Gathered) -> Iterator[Attestation | InputError]:
    """Each attestation that holds for a time and whose evidence is there and unchanged; an error for the others."""
    from wicheck.documents.evidence import evidence_error

    for source, document in gathered.of_kind(DocumentKind.ATTESTATIONS):
        for attestation in attestations_of(document):
            yield term_error(attestation) or evidence_error(attestation, Path(source.path).parent) or attestation


def _other_kind(document: Document, kind: DocumentKind) -> InputError:
    message = Text(
        f"这里应是 {kind}/v1 文件，这份却是 {document.kind}/v1",
        f"here a {kind}/v1 document was named, but this one is {document.kind}/v1",
    )
    hint = Text("请检查命令行上的路径", "check the path on the command line")
    return InputError(message, document.locate((document.kind,)), hint)

"""Documents into dossiers: every institution with all that belongs to it, every registry by itself.

A document refers to others by id, wherever they lie. It belongs to the institution that its entry ``institution``
names. Kinds whose schema has no such entry, like catalogues, belong to nobody and join the dossiers that refer to them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from wicheck.documents.histories import disagreements
from wicheck.documents.lists import beside, lists_of
from wicheck.documents.notes import Reference
from wicheck.documents.reading import ADMITTING, OWNER, ReadDocument
from wicheck.documents.schemas import Schemas
from wicheck.documents.twins import twins
from wicheck.errors import InputError
from wicheck.model import Document, DocumentKind, Dossier, Location, Notice, Text
from wicheck.model.tuples import NamedTuple

_ROOTS = (DocumentKind.INSTITUTION, DocumentKind.REGISTRY)

Key = tuple[str, str]
"""A document's kind and id."""

Index = Mapping[Key, ReadDocument]


class Assembly(NamedTuple):
    """The dossiers, and what kept documents from being in one."""

    dossiers: tuple[Dossier, ...]
    errors: tuple[InputError, ...]
    notices: tuple[Notice, ...]


def assemble(
    documents: Sequence[ReadDocument], schemas: Schemas, invalid: Iterable[Key] = (), owners: Iterable[str] = ()
) -> Assembly:
    """The dossiers of ``documents``.

    ``invalid`` names documents that are there but cannot be used, ``owners`` the institutions whose admission hangs on
    one of them. Whatever refers to one, or to a document with an error of its own, is left out and named in a notice.
    """
    index, doubles = _indexed(documents)
    errors = [_duplicate(read, index[key(read)]) for read in doubles]
    unusable = set(invalid) | {key(read) for read in doubles}
    ambiguous = {key(read) for read in doubles}
    faulty: set[Key] = set()
    for read in index.values():
        found = list(_reference_errors(read, index, unusable, ambiguous, schemas))
        errors += found
        if found:
            faulty.add(key(read))
    left_out, notices = _left_out(index, unusable | faulty)
    kept = {name: read for name, read in index.items() if name not in left_out}
    unreadable = Counter(owners)
    unreadable.update(filter(None, map(_admitted, [*doubles, *(index[name] for name in left_out if name in index)])))
    made = tuple(_dossiers(kept, unreadable))
    return Assembly(made, tuple(errors), (*notices, *twins(dossier.root for dossier in made), *disagreements(made)))


def key(read: ReadDocument) -> Key:
    return read.document.kind, read.document.id


def _indexed(documents: Sequence[ReadDocument]) -> tuple[dict[Key, ReadDocument], list[ReadDocument]]:
    index: dict[Key, ReadDocument] = {}
    doubles = [read for read in documents if index.setdefault(key(read), read) is not read]
    return index, doubles


def _reference_errors(
    read: ReadDocument, index: Index, unusable: set[Key], ambiguous: set[Key], schemas: Schemas
) -> Iterator[InputError]:
    for reference in read.references:
        target = (reference.kind, reference.id)
        if target in ambiguous:
            yield _ambiguous(reference)
        elif target not in index and target not in unusable:
            yield _dangling(reference, index, schemas)
    if _homeless(read, schemas):
        yield _owner_missing(read, schemas)
    yield from (_borrowed(read, index[taken]) for name in names_taken(read) if (taken := _institution(name)) in index)


def _homeless(read: ReadDocument, schemas: Schemas) -> bool:
    """Whether the document must belong to an institution and does not say to which."""
    return _owner(read) is None and OWNER in schemas.shape(read.document.kind).properties


def _owner(read: ReadDocument) -> str | None:
    """The id of the institution that the document belongs to."""
    owner: str | None = read.document.data.get(OWNER)
    return owner


def names_taken(read: ReadDocument) -> tuple[str, ...]:
    """Names by which statements may mean ``read``, and which therefore no institution but its own may bear."""
    owner, name = _owner(read), read.document.id
    if owner is None:
        return ()
    return (f"{owner}/{name}",) if name == owner else (name, f"{owner}/{name}")


def _institution(name: str) -> Key:
    return DocumentKind.INSTITUTION, name


def _admitted(read: ReadDocument) -> str | None:
    """The institution whose admission hangs on ``read``."""
    return _owner(read) if read.document.kind in ADMITTING else None


def _left_out(index: Index, unusable: set[Key]) -> tuple[set[Key], tuple[Notice, ...]]:
    """All documents that cannot be judged since they, or what they refer to, cannot be used."""
    left_out = set(unusable)
    notices: list[Notice] = []
    growing = True
    while growing:
        growing = False
        for name, read in index.items():
            if name in left_out:
                continue
            broken = [each for each in read.references if (each.kind, each.id) in left_out]
            if broken:
                left_out.add(name)
                notices.append(_depends_on(read, broken[0]))
                growing = True
    return left_out, tuple(notices)


def _dossiers(index: Index, unreadable: Mapping[str, int]) -> Iterator[Dossier]:
    members: dict[str | None, list[ReadDocument]] = {}
    for read in index.values():
        members.setdefault(_owner(read), []).append(read)
    lists = lists_of(read.document for read in index.values())
    for read in index.values():
        if read.document.kind is DocumentKind.INSTITUTION:
            dossier = _dossier(read.document, members.get(read.document.id, []), index)
            yield dossier._replace(unreadable=unreadable.get(dossier.id, 0))
        elif read.document.kind is DocumentKind.REGISTRY:
            yield _dossier(read.document, [], index)._replace(beside=beside(read.document, lists))


def _dossier(root: Document, members: Sequence[ReadDocument], index: Index) -> Dossier:
    documents: dict[DocumentKind, list[Document]] = {root.kind: [root]}
    for read in (*members, *_shared(members, index).values()):
        documents.setdefault(read.document.kind, []).append(read.document)
    return Dossier(root.id, root, {kind: tuple(each) for kind, each in documents.items()})


def _shared(members: Sequence[ReadDocument], index: Index) -> dict[Key, ReadDocument]:
    """What the members refer to, directly or through each other, that belongs to nobody."""
    shared: dict[Key, ReadDocument] = {}
    waiting = list(members)
    while waiting:
        for reference in waiting.pop().references:
            name = (reference.kind, reference.id)
            target = index[name]
            if name not in shared and target.document.kind not in _ROOTS and _owner(target) is None:
                shared[name] = target
                waiting.append(target)
    return shared


def _place(read: ReadDocument) -> Location:
    kind = read.document.kind
    return read.document.locate((kind, "id"))


def _duplicate(read: ReadDocument, first: ReadDocument) -> InputError:
    name = read.document.id
    return InputError(
        Text(f"编号“{name}”已用在 {_place(first)}", f'the id "{name}" is already used at {_place(first)}'),
        _place(read),
        Text("同一种文件的编号不能重复，请改其中一个", "ids of one kind must differ: change one of the two"),
    )


def _borrowed(read: ReadDocument, institution: ReadDocument) -> InputError:
    name = institution.document.id
    return InputError(
        Text(
            f"编号与另一家机构“{name}”（{_place(institution)}）混淆",
            f'the id is that of another institution, "{name}", at {_place(institution)}',
        ),
        _place(read),
        Text(
            "对那家机构的认定会被当成对本文件的，请改用别的编号",
            "what is attested of that one would be taken for this: choose another id",
        ),
    )


def _ambiguous(reference: Reference) -> InputError:
    return InputError(
        Text(f"有几份文件的编号都是“{reference.id}”，不知指哪一份", f'several documents have the id "{reference.id}"'),
        reference.location,
        Text("请先把重复的编号改开", "first make their ids differ"),
    )


def _dangling(reference: Reference, index: Index, schemas: Schemas) -> InputError:
    from difflib import get_close_matches

    title = schemas.shape(reference.kind).title

    known = [name for kind, name in index if kind == reference.kind]
    close = get_close_matches(reference.id, known, n=1, cutoff=0.5)
    hint = Text(
        f"请核对编号，并把那份文件（首行 wicheck: {reference.kind}/v1）一起给出",
        f"check the id, and pass that document (wicheck: {reference.kind}/v1) too",
    )
    if close:
        hint = Text(f"是不是“{close[0]}”？", f'did you mean "{close[0]}"?')
    message = Text(
        f"没有编号为“{reference.id}”的{title.zh}",
        f'there is no {reference.kind} with the id "{reference.id}"',
    )
    return InputError(message, reference.location, hint)


def _owner_missing(read: ReadDocument, schemas: Schemas) -> InputError:
    entry = schemas.shape(read.document.kind).properties[OWNER]
    zh = entry.keys_zh[0] if entry.keys_zh else entry.name
    return InputError(
        Text(
            f"没有写明是哪家机构的：缺“{zh}”（{entry.name}）",
            f'it does not say whose it is: "{entry.name}" ({zh}) is missing',
        ),
        read.document.locate((read.document.kind,)),
        Text(f"请加一行：{zh}: 机构文件的编号", f"add a line {entry.name}: and the id of the institution's document"),
    )


def _depends_on(read: ReadDocument, reference: Reference) -> Notice:
    name = read.document.id
    return Notice(
        "document_left_out",
        Text(
            f"没有检查“{name}”：它引用的“{reference.id}”有错误",
            f'"{name}" was not checked: "{reference.id}", which it refers to, has errors',
        ),
        reference.location,
    )

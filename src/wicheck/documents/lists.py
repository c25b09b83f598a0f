"""Lists of admitted institutions beside each other: what one of them tells, another or an agreement may tell otherwise.

A registry is judged by itself. What the others tell lies beside it; an agreement is a list of its one institution, and
so is an institution without one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from wicheck.checks.support.spelling import spelled
from wicheck.model import Document, DocumentKind

IDENTIFYING = ("uscc", "institution_code", "name")
"""What an institution's document and an entry of a registry tell of which institution it is."""


def lists_of(documents: Iterable[Document]) -> tuple[Document, ...]:
    """Each registry among ``documents``, and each agreement, or institution without one, as a list; nothing where there
    is no registry to hold them.
    """
    documents = tuple(documents)
    registries = [each for each in documents if each.kind is DocumentKind.REGISTRY]
    if not registries:
        return ()
    institutions = {each.id: each for each in documents if each.kind is DocumentKind.INSTITUTION}
    agreements = [each for each in documents if each.kind is DocumentKind.AGREEMENT]
    signed = [(each, institutions.get(each.data.get("institution", ""))) for each in agreements]
    owners = {owner.id for _, owner in signed if owner}
    others = [each for each in institutions.values() if each.id not in owners]
    told = (*((agreement, owner) for agreement, owner in signed if owner), *zip(others, others, strict=True))
    return (*registries, *(_as_list(document, owner) for document, owner in told))


def _as_list(document: Document, institution: Document) -> Document:
    """The list that tells of one agreement, or of an institution alone: as an entry of a registry would."""
    data = document.data
    entry = {**institution.data, **(data.get("scope") or {}), **data}
    ended = (data.get("termination") or {}).get("terminated_on")
    if ended:
        entry["ends_on"] = ended
    return document._replace(kind=DocumentKind.REGISTRY, data={"id": document.id, "entries": [entry]})


def beside(registry: Document, lists: Sequence[Document]) -> tuple[Document, ...]:
    return tuple(each for each in lists if each is not registry)


def marks(document: Document) -> Iterator[str]:
    """What ties a registry to the others and to the institutions that it lists, and an institution to its twins: who
    reads a part of the files must see them together.
    """
    if document.kind is DocumentKind.REGISTRY:
        yield "registry of the run"
        for entry in document.data.get("entries") or ():
            yield from _identifying(entry)
    elif document.kind is DocumentKind.INSTITUTION:
        yield from _identifying(document.data)


def _identifying(data: Mapping[str, Any]) -> Iterator[str]:
    return (f"{key} {spelled(data[key])}" for key in IDENTIFYING if data.get(key))

"""One institution described twice: what the agreements of the one tell is then not held against the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wicheck.model import Document, DocumentKind, Notice, Text


def twins(documents: Iterable[Document]) -> Iterator[Notice]:
    """A notice for each institution that states the credit code of an earlier one.

    No error: the seats of one legal person may well be described, and judged, one by one.
    """
    first: dict[str, Document] = {}
    for document in documents:
        code = credit_code(document)
        if code and first.setdefault(code, document) is not document:
            yield _twin(document, first[code])


def credit_code(document: Document) -> str | None:
    """Of an institution that states it."""
    code: str | None = document.data.get("uscc") if document.kind is DocumentKind.INSTITUTION else None
    return code


def _twin(document: Document, first: Document) -> Notice:
    one, other = document.id, first.id
    place = first.locate((first.kind, "id"))
    return Notice(
        "same_institution_twice",
        Text(
            f"“{one}”与“{other}”（{place}）的统一社会信用代码相同，却各自判断，互不影响；若是同一家机构，请只留一份机构文件",
            f'"{one}" and "{other}" ({place}) have the same credit code, yet are judged apart; '
            "if they are one institution, keep one document of it",
        ),
        document.locate((document.kind, "uscc")),
    )

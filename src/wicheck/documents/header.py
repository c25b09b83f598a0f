"""The first key of a document, ``wicheck: institution/v1``, which says what it is."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import normalize

from wicheck.errors import InputError
from wicheck.model import DocumentKind, Location, Text
from wicheck.yamlio import Mapping, Node, Scalar

KEY = "wicheck"
VERSION = "v1"

_NOT_CHECKED = ("pack", "clauses", "examples", "topics", "report")
"""What else begins with our key: the files of policy packs, which may lie in the same repository, and our reports."""


def is_to_be_checked(node: Node) -> bool:
    """Whether ``node`` is meant for wicheck, and as something to check; ``Wicheck`` and the like are slips of ours."""
    if not isinstance(node, Mapping):
        return False
    if KEY not in node.items:
        return _slip(node) is not None
    return _header_text(node).partition("/")[0] not in _NOT_CHECKED


def headed(node: Node, file: str, kinds: Sequence[DocumentKind]) -> tuple[DocumentKind, Mapping]:
    """``node`` with the kind it says it is, one of ``kinds``. Raises InputError where it does not say so properly."""
    if not isinstance(node, Mapping) or KEY not in node.items:
        raise _miswritten(node, file) or _no_header(node, file)
    place = Location(file, *node.keys[KEY])
    if next(iter(node.items)) != KEY:
        raise _not_first(place)
    text = _header_text(node)
    kind, _, version = text.partition("/")
    if kind not in kinds:
        raise _unknown_kind(kind, place, kinds)
    if version != VERSION:
        raise _unknown_version(kind, text, place)
    return DocumentKind(kind), node


def _header_text(node: Mapping) -> str:
    value = node.items[KEY]
    return value.text if isinstance(value, Scalar) else ""


def _slip(node: Mapping) -> str | None:
    """The key that must have been meant as ours: in capitals, in full-width letters or in quotes of its own."""
    return next((key for key in node.items if is_ours(key)), None)


def is_ours(text: str) -> bool:
    """Whether ``text`` is our key but for how it is typed."""
    return normalize("NFKC", text).casefold().strip("\"'“”‘’ ") == KEY


def _miswritten(node: Node, file: str) -> InputError | None:
    if not isinstance(node, Mapping) or (key := _slip(node)) is None:
        return None
    return InputError(
        Text(f"文件的种类要用“{KEY}”这个键来写，这里写成了“{key}”", f'the key must be "{KEY}", but here is "{key}"'),
        Location(file, *node.keys[key]),
        Text(f"请改成半角小写的 {KEY}", f"write {KEY}, in small half-width letters"),
    )


def _no_header(node: Node, file: str) -> InputError:
    return InputError(
        Text("文件开头没有写明种类", "the document does not begin with its kind"),
        Location(file, node.line, node.column),
        Text(
            "请把 wicheck: institution/v1 写在第一行（按文件种类改）",
            "begin it with wicheck: institution/v1, or whichever kind it is",
        ),
    )


def _not_first(place: Location) -> InputError:
    return InputError(
        Text("“wicheck”应是文件的第一项", '"wicheck" must be the first entry of a document'),
        place,
        Text("请把这一行移到最前面", "move this line to the top"),
    )


def _unknown_kind(kind: str, place: Location, kinds: Sequence[DocumentKind]) -> InputError:
    from difflib import get_close_matches

    close = get_close_matches(kind, kinds, n=1, cutoff=0.5)
    known = ", ".join(kinds)
    hint = Text(f"可以写：{known}", f"known kinds: {known}")
    if close:
        meant = f"{close[0]}/{VERSION}"
        hint = Text(f"是不是 {meant}？", f"did you mean {meant}?")
    return InputError(Text(f"没有“{kind}”这种文件", f'there is no kind of document "{kind}"'), place, hint)


def _unknown_version(kind: str, text: str, place: Location) -> InputError:
    right = f"{kind}/{VERSION}"
    message = Text(f"不认识的版本：“{text}”", f'unknown version: "{text}"')
    return InputError(message, place, Text(f"请写成 {right}", f"write {right}"))

"""Text or file to nodes: everything that is refused on the way, in the order in which it costs least."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from wicheck.errors import InputError
from wicheck.model import Location, Notice
from wicheck.yamlio import faults, lookalikes, oddities
from wicheck.yamlio.decode import decode
from wicheck.yamlio.lines import ordinary
from wicheck.yamlio.nodes import Limits, Node, Reading, Scalar
from wicheck.yamlio.parsers import events_of

if TYPE_CHECKING:
    from pathlib import Path

    from ruamel.yaml.error import YAMLError

_NO_LIMITS = Limits()
_MARKS = "&!<"
_FEW = 100_000


def read_file(path: Path, shown_as: str, limits: Limits = _NO_LIMITS) -> Reading:
    """The nodes of a file, which messages call ``shown_as``. Raises InputError, or OSError from the system."""
    with path.open("rb") as stream:
        data = stream.read(limits.max_bytes + 1)
    if len(data) > limits.max_bytes:
        raise faults.too_large(shown_as, limits.max_bytes)
    return read_text(decode(data, shown_as), shown_as, limits)


def read_text(text: str, file: str, limits: Limits = _NO_LIMITS) -> Reading:
    """The nodes of a text that was in ``file``. Raises InputError, located, with the next step."""
    _refuse_large(text, file, limits)
    notices: list[Notice] = []
    text = text.removeprefix("\ufeff")
    if not text.isascii() and not oddities.has_chinese(text):
        notices += oddities.encoding_questions(text, file)
    if _has(text, oddities.SIGNS):
        text, more = oddities.plain(text, file)
        notices += more
    nodes = _parsed(text, file, limits)
    if _has(text, lookalikes.SIGNS):
        lookalikes.refuse_lookalikes(nodes, text, file)
    return Reading([node for node in nodes if not _says_nothing(node)], notices)


def _has(text: str, signs: str) -> bool:
    return any(map(text.__contains__, signs))


def _refuse_large(text: str, file: str, limits: Limits) -> None:
    if len(text) * 4 > limits.max_bytes and len(text.encode("utf-8", "surrogatepass")) > limits.max_bytes:
        raise faults.too_large(file, limits.max_bytes)
    if len(text) > min(_FEW, limits.max_entries) and _entries_at_most(text) > limits.max_entries:
        raise faults.too_many_entries(file, limits.max_entries)


def _entries_at_most(text: str) -> int:
    """Whatever becomes a node has one of these before it, except the first."""
    return 1 + sum(map(text.count, (",", "\n", "\r", "[", "{", "- ")))


def _says_nothing(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.text and not node.quoted


def _parsed(text: str, file: str, limits: Limits) -> list[Node]:
    node = ordinary(text, limits.max_depth)
    if node is not None:
        return [node]
    from ruamel.yaml.error import YAMLError

    from wicheck.yamlio.builder import build

    careful = _has(text, _MARKS)
    try:
        return build(events_of(text), file, limits.max_depth, careful)
    except UnicodeEncodeError as error:
        raise _control_character(text, error.start, file) from None
    except YAMLError as error:
        raise _explained(text, file, error) from None


def _explained(text: str, file: str, error: YAMLError) -> InputError:
    """The error to show for one of the parser's; what explains it is imported only now."""
    if match := re.search(lookalikes.CONTROL_CHARACTER, text):
        return _control_character(text, match.start(), file)
    from wicheck.yamlio.syntax import Complaint, explain

    words = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
    last = (text.count("\n"), 0)
    problem = _place(getattr(error, "problem_mark", None), last)
    return explain(text, file, Complaint(words, *problem, _place(getattr(error, "context_mark", None), problem)))


def _place(mark: Any, otherwise: tuple[int, int]) -> tuple[int, int]:
    return otherwise if mark is None else (mark.line, mark.column)


def _control_character(text: str, index: int, file: str) -> InputError:
    line, column = text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)
    return faults.control_character(Location(file, line, column), ord(text[index]))

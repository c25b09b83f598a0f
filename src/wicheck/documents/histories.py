"""Applications of one institution that tell of its past: what one of them owns up to, the other cannot deny.

Each application is judged by what it says itself, so nothing else would hold the two against each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import permutations
from typing import Any

from wicheck.model import Document, DocumentKind, Dossier, Notice, Text

_TOLD = {"false_materials": "confirmed_on", "terminations": "terminated_on"}
"""Entries of the history, and when each of their items came to pass."""


def disagreements(dossiers: Iterable[Dossier]) -> Iterator[Notice]:
    """A notice for each application that leaves out what another one of the same institution tells of."""
    for dossier in dossiers:
        for silent, telling in permutations(dossier.of_kind(DocumentKind.APPLICATION), 2):
            for entry, date in _TOLD.items():
                if _left_out(silent.data, _history(telling.data).get(entry), entry, date):
                    yield _silent(silent, telling, entry)


def _left_out(silent: Mapping[str, Any], told: Any, entry: str, date: str) -> bool:
    """Whether something that was told had come to pass by the silent application's day, and is not in it.

    Where that one leaves the entry open, or has it with another date missing, its own rules ask for it.
    """
    stated = _history(silent).get(entry)
    if not told or stated is None:
        return False
    known = {each.get(date) for each in stated}
    until = silent.get("applied_on")
    days = {each.get(date) for each in told}
    return any(day not in known and None not in known and (not day or not until or day <= until) for day in days)


def _history(application: Mapping[str, Any]) -> Mapping[str, Any]:
    return application.get("history") or {}


def _silent(silent: Document, telling: Document, entry: str) -> Notice:
    place = telling.locate((telling.kind, "history", entry))
    return Notice(
        "histories_differ",
        Text(
            f"“{silent.id}”的以往情况没有写同一机构另一份申请写明的事（{place}），两份各自判断，请核对",
            f'"{silent.id}" leaves out of its history what another application of the same institution tells of '
            f"({place}); each is judged by itself, so compare them",
        ),
        silent.locate((silent.kind, "history", entry)),
    )

"""Personal data made unreadable: enough stays to find the entry in one's own files, not enough to know the person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from wicheck.model import Path, Record
from wicheck.reports.interface import Personal

_LONG_NUMBER = re.compile(r"(?<![0-9A-Za-z])(?:[0-9]{17}[0-9Xx]|1[3-9][0-9]{9}|[0-9]{19})(?![0-9A-Za-z])")


def name(text: str) -> str:
    """``张三丰`` as ``张**``; of other scripts the first letter stays."""
    return text[:1] + "*" * max(1, min(len(text) - 1, 3))


def identity(text: str) -> str:
    """``999999199001011234`` as ``99999919**********``; of shorter numbers at most the first two stay."""
    shown = 8 if len(text) == 18 else min(2, len(text) // 3)
    return text[:shown] + "*" * (len(text) - shown)


def card(text: str) -> str:
    shown = 4 if len(text) >= 12 else 0
    return "*" * (len(text) - shown) + text[len(text) - shown :]


def phone(text: str) -> str:
    """``13800001234`` as ``138****1234``; shorter numbers keep their last two."""
    if len(text) >= 11:
        return text[:3] + "*" * (len(text) - 7) + text[-4:]
    return "*" * max(0, len(text) - 2) + text[-2:]


def address(text: str) -> str:
    """Province and city at most: the first six characters of a longer address."""
    return (text[:6] if len(text) > 10 else text[:2]) + "****"


def anything(text: str) -> str:
    """A birth date, or a class of personal data that we do not know: nothing of it is shown."""
    return "*" * max(4, len(text))


def masked(kind: str, text: str) -> str:
    """``text``, which is personal data of class ``kind`` (``x-personal``)."""
    masks = {"name": name, "identity": identity, "card": card, "phone": phone, "address": address}
    return masks.get(kind, anything)(text)


def signatory(text: str) -> str:
    """Who signed: a person's name is masked, an office's is not."""
    return name(text) if _names_a_person(text) else text


def _names_a_person(text: str) -> bool:
    """Two to four Chinese characters, or more with a point between given and family name."""
    parts = text.replace("•", "·").split("·")
    return all(map(_is_chinese, parts)) and (len(parts) > 1 or 2 <= len(text) <= 4)


def _is_chinese(text: str) -> bool:
    return bool(text) and all("\u3400" <= each <= "\u9fff" or each >= "\U00020000" for each in text)


def scrubbed(text: str) -> str:
    """A sentence from outside our messages, without what looks like an identity, mobile or bank-card number."""
    return _LONG_NUMBER.sub(_number_masked, text)


def _number_masked(match: re.Match[str]) -> str:
    number = match[0]
    if len(number) == 18:
        return identity(number) if _has_birth_date(number) else number
    return phone(number) if len(number) == 11 else card(number)


def _has_birth_date(number: str) -> bool:
    """An institution's credit code may have 18 digits too, but hardly a date of birth among them."""
    try:
        return date.fromisoformat(number[6:14]).year >= 1850
    except ValueError:
        return False


class Veil:
    """Finds the personal data that a finding was drawn from, and covers it in what is said of it.

    ``personal`` tells the class of personal data at a path, None where there is none. What was found is kept
    for one dossier at a time: findings come dossier by dossier, and a roster is behind several of them.
    """

    def __init__(self, personal: Personal) -> None:
        self._personal = personal
        self._classes: dict[Path, str | None] = {}
        self._plain: set[Path] = set()
        self._below: dict[Path, dict[str, str | None]] = {}
        self._found: dict[tuple[str, Path], dict[str, str]] = {}
        self._dossier = ""

    def secrets(self, record: Record, paths: Iterable[Path]) -> dict[str, str]:
        """Personal texts at and below ``paths``, longest first, with what to show instead."""
        if record.dossier.id != self._dossier:
            self._dossier = record.dossier.id
            self._found.clear()
        found: dict[str, str] = {}
        for path in paths:
            if path in self._plain:
                continue
            value = record.value(path)
            if isinstance(value, (str, list, dict)):
                found |= self._at(path, value, record.document.id)
            if value is not False and isinstance(value, (str, Decimal, int)):  # False may stand where an object would
                self._note(path)
        return dict(sorted(found.items(), key=lambda pair: -len(pair[0]))) if found else found

    def _note(self, path: Path) -> None:
        """A single value stands at ``path``, so that it does in every document: no need to look again."""
        if self._class(path) is None:
            self._plain.add(path)

    def _at(self, path: Path, value: Any, document: str) -> dict[str, str]:
        if (document, path) not in self._found:
            found: dict[str, str] = {}
            self._collect(path, value, found)
            self._found[document, path] = found
        return self._found[document, path]

    def _collect(self, path: Path, value: Any, found: dict[str, str]) -> None:
        """Personal texts at and below ``path``. A roster has very many texts, of which few are personal."""
        if isinstance(value, dict):
            classes = self._below.setdefault(path, {})
            for key, each in value.items():
                if isinstance(each, str):
                    if key not in classes:
                        classes[key] = self._class((*path, key))
                    if kind := classes[key]:
                        found[each] = masked(kind, each)
                elif isinstance(each, (dict, list)):
                    self._collect((*path, key), each, found)
        elif isinstance(value, list):
            for each in value:
                self._collect((*path, 0), each, found)
        elif isinstance(value, str) and (kind := self._class(path)):
            found[value] = masked(kind, value)

    def _class(self, path: Path) -> str | None:
        if path not in self._classes:
            self._classes[path] = self._personal(path)
        return self._classes[path]


def covered(value: Any, secrets: Mapping[str, str]) -> Any:
    """``value`` (a text, or texts within lists and mappings) with every secret in it replaced."""
    if isinstance(value, str):
        for secret, shown in secrets.items():
            if secret in value:
                value = value.replace(secret, shown)
        return value
    if isinstance(value, list):
        return [covered(each, secrets) for each in value]
    if isinstance(value, dict):
        return {key: covered(each, secrets) for key, each in value.items()}
    return value

"""Wording in both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from wicheck.model.tuples import NamedTuple
from wicheck.model.words import Language


class Text(NamedTuple):
    """The same words in Chinese and English; Chinese leads."""

    zh: str
    en: str

    def of(self, language: Language) -> str:
        return self.zh if language is Language.ZH else self.en

    def filled(self, values: Mapping[str, object]) -> Text:
        """Both languages with ``{name}`` filled in; a value that is itself a Text gives each its own."""
        zh, en = Tolerant(values), Tolerant(values)
        for name, value in values.items():
            if isinstance(value, Text):
                zh[name], en[name] = value
        return Text(self.zh.format_map(zh), self.en.format_map(en))


class Tolerant(dict[str, object]):
    """Values for a sentence; one that a check kind forgot stays visible as ``{name}`` and stops no report."""

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


class Deferred(Mapping[str, Any]):
    """Values for a sentence that are put together when somebody reads it: in a large run most are only counted."""

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[], Mapping[str, Any]]) -> None:
        self._make = make
        self._made: Mapping[str, Any] | None = None

    def _values(self) -> Mapping[str, Any]:
        if self._made is None:
            self._made = self._make()
        return self._made

    def __getitem__(self, name: str) -> Any:
        return self._values()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values())

    def __len__(self) -> int:
        return len(self._values())


def same(words: str) -> Text:
    """Words that are alike in both languages: a number, a name, a code."""
    return Text(words, words)
